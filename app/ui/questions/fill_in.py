"""Filling blanks in a sentence."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.content.models import Blank, FillInQuestion
from app.i18n import _
from app.learning.grading import Grade
from app.progress.events import Json
from app.ui.questions.arranged import ENTER
from app.ui.questions.base import QuestionView
from app.ui.questions.blank_field import ROLE, BlankField
from app.ui.questions.sentence import Sentence
from app.ui.questions.verdict import (
    Verdict,
    VerdictLine,
    lines,
    reason_for,
    verdict_on,
    verdict_word,
)
from app.ui.theme.look import Look
from app.ui.widgets.layouts import column

_MOST_SHOWN = 3  # accepted answers; a teacher may list many spellings


class FillInView(QuestionView[FillInQuestion]):
    """The sentence itself, with a field for each blank.

    Tab goes from blank to blank. Enter goes to the next empty one; when none is left it is
    not taken, so that the page checks.
    """

    shows_text = True

    def __init__(self, look: Look, question: FillInQuestion, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        self._fields: dict[str, BlankField] = {}
        pieces = self._pieces()
        self._sentence = Sentence(look, pieces, field_width=self._field_width())
        self._sentence.setAccessibleName(self._told(""))
        self._layout = column(look, [self._sentence], gap=12)
        self.setLayout(self._layout)
        for field in self._fields.values():
            field.textEdited.connect(lambda _text: self.response_changed.emit())

    def _pieces(self) -> list[str | BlankField]:
        known = {blank.id: blank for blank in self.question.blanks}
        pieces: list[str | BlankField] = []
        for place, part in enumerate(re.split(r"【([^【】]*)】", self.question.text)):
            if place % 2 == 0:
                pieces.append(part)
            elif part in known and part not in self._fields:
                field = self._make_field(known[part])
                pieces.append(field)
            else:
                pieces.append(f"【{part}】")
        return [piece for piece in pieces if piece != ""]

    def _make_field(self, blank: Blank) -> BlankField:
        number = len(self._fields) + 1
        has_several = len(self.question.blanks) > 1
        field = BlankField(
            self.look, name=self._name(blank.id, number), hint=str(number) if has_several else ""
        )
        self._fields[blank.id] = field
        return field

    def _name(self, blank_id: str, number: int) -> str:
        return _("Blank {number} of {count}: {sentence}").format(
            number=number, count=len(self.question.blanks), sentence=self._told(blank_id)
        )

    def _told(self, here: str) -> str:
        """The sentence as it can be spoken; the blank `here` is named in it."""
        text = self.question.text
        for blank in self.question.blanks:
            spoken = _("(this blank)") if blank.id == here else _("(blank)")
            text = text.replace(f"【{blank.id}】", f" {spoken} ")
        return " ".join(text.split())

    def _field_width(self) -> int:
        """One width for all blanks: room for the longest answer, in steps that hide its length."""
        metrics = self.look.metrics(ROLE)
        longest = max(
            (metrics.horizontalAdvance(a) for b in self.question.blanks for a in b.accept),
            default=0,
        )
        step = 4 * self.look.px(ROLE)
        return step * max(2, -(-longest // step)) + self.look.space(28)

    def fields(self) -> dict[str, BlankField]:
        """The fields by blank id, as they stand in the sentence."""
        return dict(self._fields)

    def response(self) -> Json:
        typed: dict[str, Json] = {
            blank_id: field.text()
            for blank_id, field in self._fields.items()
            if field.text().strip()
        }
        return typed or None

    def show_response(self, response: Json) -> None:
        typed = response if isinstance(response, dict) else {}
        for blank_id, field in self._fields.items():
            text = typed.get(blank_id)
            field.setText(text if isinstance(text, str) else "")

    def first_focus(self) -> QWidget:
        empty = (field for field in self._fields.values() if not field.text().strip())
        return next(empty, next(iter(self._fields.values()), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not self.is_locked and self._go_to_empty():
            return
        super().keyPressEvent(event)

    def _go_to_empty(self) -> bool:
        """Whether a blank after this one, or else any, was still empty."""
        fields = list(self._fields.values())
        at = next((n for n, field in enumerate(fields) if field.hasFocus()), -1)
        for field in fields[at + 1 :] + fields[: max(at, 0)]:
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def show_grade(self, grade: Grade, *, reveal: bool) -> None:
        self.is_locked = True
        for field in self._fields.values():
            field.setReadOnly(True)
            field.setPlaceholderText("")
        if not reveal:
            return
        by_id = {blank.id: blank for blank in self.question.blanks}
        for number, (blank_id, field) in enumerate(self._fields.items(), start=1):
            verdict = verdict_on(grade, blank_id)
            word = self._word(verdict, number)
            accepted = "" if verdict == "right" else self._accepted(by_id[blank_id])
            reason = lines(accepted, reason_for(grade, blank_id))
            field.show_verdict(verdict)
            field.setAccessibleName(
                "  ".join(
                    part
                    for part in (self._name(blank_id, number), verdict_word(verdict), reason)
                    if part
                )
            )
            self._layout.addWidget(VerdictLine(self.look, verdict, word, reason))
        self._sentence.flow_again()

    def _word(self, verdict: Verdict, number: int) -> str:
        if len(self._fields) < 2:
            return verdict_word(verdict)
        return _("Blank {number}: {verdict}").format(number=number, verdict=verdict_word(verdict))

    def _accepted(self, blank: Blank) -> str:
        answers = " / ".join(blank.accept[:_MOST_SHOWN])
        return _("Accepted here: {answers}").format(answers=answers)
