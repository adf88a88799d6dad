"""One question of a quiz on the page: its words, its picture, the view of its type, the hint."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.content.models import MultiQuestion, Question
from app.i18n import _, mark
from app.learning.grading import Grade
from app.learning.quiz import Sitting
from app.progress.events import Json
from app.ui.questions.base import QuestionView
from app.ui.questions.table import view_of
from app.ui.steps.base import Sheet
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.callout import Callout
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.pictures import PictureBox
from app.ui.widgets.progress import Segments
from app.ui.widgets.surfaces import Chip, Surface

_TYPES = {
    "single": mark("Choose one"),
    "multi": mark("Choose all that fit"),
    "true-false": mark("True or false"),
    "fill-in": mark("Fill in the blanks"),
    "order": mark("Put in order"),
    "match": mark("Match"),
    "categorise": mark("Sort into groups"),
}


class QuestionPanel(QWidget):
    """Asks one question of a sitting; what is picked is reported at once."""

    response_changed = Signal()
    hint_opened = Signal()

    def __init__(
        self,
        look: Look,
        sitting: Sitting,
        question: Question,
        skill_title: str,
        surroundings: Surroundings,
        *,
        is_changed: bool = False,
    ) -> None:
        super().__init__()
        self.question = question
        order = sitting.plan.order_of(question.id)
        self.view: QuestionView[Any] = view_of(look, question, order)
        self.view.response_changed.connect(self.response_changed)
        self._hint: Surface | None = None
        self.shows_hint = False
        words = _(_TYPES[question.type])
        kinds: list[QWidget] = [Chip(look, words, "brand")]
        if skill_title:
            kinds.append(Chip(look, skill_title, "mute"))
        number = sitting.current + 1
        count = len(sitting.questions)
        answered = frozenset(
            n for n, each in enumerate(sitting.plan.questions) if sitting.is_answered(each)
        )
        segments = Segments(look, count, sitting.current, answered)
        segments.setFixedWidth(look.column_px(180))
        where = _("Question {number} of {count}").format(number=number, count=count)
        segments.setAccessibleName(where)
        text = re.sub("【[^【】]*】", _("(blank)"), question.text)
        self.spoken = "\n".join((_("{title}: {words}").format(title=where, words=words), text))
        place = Label(look, f"{number} / {count}", "small-strong", "text2")
        head = Aside(look, Flow(look, kinds), Flow(look, [segments, place], gap=10), least_px=80)
        parts: list[Part] = [head, 14]
        if is_changed:
            words = _("The teacher has changed the answer. Please look at this question again.")
            parts += [Callout(look, words), 14]
        if not self.view.shows_text:
            parts += [Label(look, question.text, "h1", wraps=True), 18]
        if question.picture is not None:
            parts += [PictureBox(look, surroundings.pictures(), question.picture), 16]
        parts.append(self.view)
        if question.hint:
            self._hint = Callout(look, question.hint, tone="info", icon="bulb")
            self._hint.hide()
            self._hint_button = Button(
                look, _("Hint (H)"), "ghost", icon="bulb", is_dense=True, name=_("Show a hint")
            )
            self._hint_button.clicked.connect(self.open_hint)
            parts += [14, holder(row(look, [self._hint_button, "stretch"])), self._hint]
        self.setLayout(column(look, parts))

    def open_hint(self) -> None:
        """Show the hint; it costs nothing."""
        if self._hint is not None and not self.shows_hint:
            self.show_hint()
            self.hint_opened.emit()

    def show_hint(self) -> None:
        """Show it without a word to anybody: it was open before."""
        if self._hint is not None:
            self.shows_hint = True
            self._hint.show()
            self._hint_button.hide()

    def response(self) -> Json:
        """What is picked or typed so far."""
        return self.view.response()

    def show_response(self, response: Json) -> None:
        """Put an answer or a draft back."""
        if response is not None:
            self.view.show_response(response)

    def show_grade(self, grade: Grade, *, reveal: bool) -> None:
        """Lock the answer and mark it."""
        if self._hint is not None:
            self._hint_button.hide()
        self.view.show_grade(grade, reveal=reveal)

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self.view.first_focus()

    def take_key(self, event: QKeyEvent) -> bool:
        """Letters and numbers choose; H shows the hint."""
        if self.view.take_key(event):
            return True
        if event.text().lower() == "h" and self._hint is not None:
            self.open_hint()
            return True
        return False


def sheet_for(question: Question, grade: Grade, source: str, lesson_steps: frozenset[str]) -> Sheet:
    """The feedback in words: how it came out, why, and where the lesson says so."""
    if grade.is_right:
        tone, title = "ok", _("That is right")
    elif grade.score > 0:
        percent = round(100 * grade.score)
        tone, title = "warn", _("Partly right: {percent} %").format(percent=percent)
    else:
        tone, title = "bad", _("Not quite")
    said = [reason.text for reason in grade.reasons if reason.kind == "general"]
    if isinstance(question, MultiQuestion) and not grade.is_right:
        said.insert(0, _counted(grade))
    text = "\n".join(said)
    place = question.answer_in
    if place.partition("#")[0] not in lesson_steps:
        place = ""
    return Sheet(
        tone=tone,  # type: ignore[arg-type]
        title=title,
        text=text,
        source=source,
        link_text=_("Read it in the lesson") if place and not grade.is_right else "",
        link_to=place,
    )


def _counted(grade: Grade) -> str:
    """What was right, wrong and missed of several options, in one sentence."""
    missed = len(grade.missed)
    right = sum(grade.parts.values()) - missed
    wrong = len(grade.parts) - right - missed
    return _("{right} chosen rightly, {wrong} wrongly, {missed} missed.").format(
        right=right, wrong=wrong, missed=missed
    )
