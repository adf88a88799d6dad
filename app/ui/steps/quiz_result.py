"""What a quiz came to: the share, whether it is enough, and each question to look at again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.learning.quiz import QuizResult, Sitting
from app.ui.theme.look import Look
from app.ui.widgets.callout import Callout
from app.ui.widgets.flow import Aside
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.progress import Meter
from app.ui.widgets.result_row import ResultRow
from app.ui.widgets.surfaces import Surface


class QuizResultPanel(QWidget):
    """The end of a sitting. `skills` are titles by id; `changed` questions count anew."""

    question_opened = Signal(int)

    def __init__(
        self,
        look: Look,
        sitting: Sitting,
        skills: Mapping[str, str],
        changed: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        result = sitting.result
        parts: list[Part] = [self._verdict(look, sitting, result)]
        shares = {each: held for each, held in result.skills.items() if each in skills}
        if len(shares) > 1:
            parts += [14, self._skills(look, shares, skills)]
        if sitting.step.feedback != "none":
            if changed:
                note = _("The teacher has changed a question since. Please look at it again.")
                parts += [14, Callout(look, note)]
            parts += [20, Label(look, _("Question by question"), "h2", wraps=True), 8]
            for number, question in enumerate(sitting.questions):
                grade = result.grades[question.id]
                words = _plain(question.text)
                is_changed = question.id in changed
                line = ResultRow(look, number + 1, words, grade.score, is_changed=is_changed)
                line.clicked.connect(lambda _=False, n=number: self.question_opened.emit(n))
                parts += [line, 8]
        self.setLayout(column(look, parts))

    def _verdict(self, look: Look, sitting: Sitting, result: QuizResult) -> QWidget:
        percent = round(100 * result.score)
        tone, icon = ("ok", "check") if result.is_passed else ("warn", "again")
        title = _("Passed") if result.is_passed else _("Not passed yet")
        right = sum(grade.is_right for grade in result.grades.values())
        lines = [
            _("{right} of {count} questions wholly right, {percent} % of the points.").format(
                right=right, count=len(result.grades), percent=percent
            ),
            _("{percent} % are needed to pass.").format(percent=sitting.step.pass_percent),
        ]
        if not result.is_passed:
            lines.append(_("Read the places you missed, then try again: nothing is lost."))
        if result.attempts_left is not None:
            lines.append(
                ngettext("{n} attempt left.", "{n} attempts left.", result.attempts_left).format(
                    n=result.attempts_left
                )
            )
        words = column(
            look,
            [
                Label(look, title, "h1", tone, wraps=True),
                *(Label(look, line, "body", wraps=True) for line in lines),
            ],
            gap=4,
        )
        number = Label(look, _("{percent} %").format(percent=percent), "display", tone)
        body = Aside(look, holder(words), number, gap=18)
        line = beside(look, IconLabel(look, icon, tone, 40), body, gap=18, margins=22)
        box = Surface(look, line, tone)
        box.setAccessibleName(" ".join([title, *lines]))
        return box

    def _skills(
        self, look: Look, shares: Mapping[str, object], skills: Mapping[str, str]
    ) -> QWidget:
        parts: list[Part] = [Label(look, _("By skill"), "h3", wraps=True), 6]
        for skill, held in shares.items():
            percent = 100 * getattr(held, "share", 0.0)
            name = skills[skill]
            told = _("{percent} %").format(percent=round(percent))
            share = Label(look, told, "small-strong", "text2")
            head = Aside(look, Label(look, name, "small", wraps=True), share)
            parts += [head, 2, Meter(look, percent, name=name), 8]
        return Surface(look, column(look, parts, margins=(20, 16, 20, 12)))


def _plain(text: str) -> str:
    """A question's text on one line, its blanks drawn as gaps."""
    words = []
    for piece in text.split("【"):
        _id, closing, rest = piece.partition("】")
        words.append("____" + rest if closing else piece)
    return " ".join("".join(words).split())
