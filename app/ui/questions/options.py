"""What choosing one, several, or true and false have in common: a column of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.content.models import Question
from app.i18n import _
from app.learning.grading import Grade
from app.ui.questions.arranged import ENTER, digit_key, letter_key
from app.ui.questions.base import QuestionView
from app.ui.questions.option_row import OptionRow
from app.ui.questions.paragraph import paragraph
from app.ui.questions.verdict import reason_for
from app.ui.theme.look import Look
from app.ui.widgets.choice_row import right_answer, your_choice
from app.ui.widgets.layouts import Part, column

Q = TypeVar("Q", bound=Question)


class Offer(NamedTuple):
    """One row: its id, its text, the key shown before it, and an icon at its right end."""

    id: str
    text: str
    badge: str
    icon: str = ""


class OptionsView(QuestionView[Q]):
    """Rows one below another.

    Every row is a stop of the Tab key, and ↑ ↓ go from row to row without choosing: the
    rows are buttons with a state, which screen readers announce one by one. (In a native
    radio group the arrows would choose as they go, and a reader would change the answer by
    reading it.) Space chooses; so do A–Z and 1–9, which also bring the focus along. Enter
    chooses a row that is not chosen; otherwise it is left to the page, which checks.
    """

    takes_several = False

    def __init__(self, look: Look, question: Q, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        self._rows: dict[str, OptionRow] = {}

    def lay_out(self, offers: Sequence[Offer], hint: str = "") -> None:
        """Make the rows; called once."""
        parts: list[Part] = [paragraph(self.look, hint)] if hint else []
        for offer in offers:
            row = OptionRow(
                self.look,
                offer.text,
                offer.badge,
                is_tick=self.takes_several,
                trailing_icon=offer.icon,
            )
            # With this a screen reader hears a radio button instead of a check box.
            row.setAutoExclusive(not self.takes_several)
            row.clicked.connect(lambda _checked, part=offer.id: self._on_clicked(part))
            self._rows[offer.id] = row
            parts.append(row)
        self.setLayout(column(self.look, parts, gap=10))

    def rows(self) -> Mapping[str, OptionRow]:
        """The rows by id, from top to bottom."""
        return self._rows

    def chosen(self) -> list[str]:
        """The ids of the rows that are chosen, from top to bottom."""
        return [part for part, row in self._rows.items() if row.isChecked()]

    def put_back(self, parts: Sequence[str]) -> None:
        """Choose exactly these rows; unknown ids are left out."""
        for part, row in self._rows.items():
            row.setAutoExclusive(False)  # else the last one chosen could not be let go
            row.setChecked(part in parts)
        for row in self._rows.values():
            row.setAutoExclusive(not self.takes_several)

    def first_focus(self) -> QWidget:
        chosen = self.chosen()
        return self._rows[chosen[0]] if chosen else next(iter(self._rows.values()))

    def take_key(self, event: QKeyEvent) -> bool:
        place = digit_key(event)
        if place is None:
            place = letter_key(event)
        if self.is_locked or place is None or place >= len(self._rows):
            return False
        row = list(self._rows.values())[place]
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_row_key(event) and not self.take_key(event):
            super().keyPressEvent(event)

    def _take_row_key(self, event: QKeyEvent) -> bool:
        rows = list(self._rows.values())
        at = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        if at is None:
            return False
        key = event.key()
        goals = {
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }
        if key in goals:
            goal = min(max(goals[Qt.Key(key)], 0), len(rows) - 1)
            rows[goal].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in ENTER and self._enter_chooses(rows[at]):
            rows[at].click()
            return True
        return False

    def _enter_chooses(self, row: OptionRow) -> bool:
        if self.is_locked or row.isChecked():
            return False
        return not (self.takes_several and self.chosen())

    def _on_clicked(self, part: str) -> None:
        if self.is_locked:
            return
        if not self.takes_several:
            self.put_back([part])
        self.response_changed.emit()

    def show_grade(self, grade: Grade, *, reveal: bool) -> None:
        self.is_locked = True
        for row in self._rows.values():
            row.lock()
        if reveal:
            for part, row in self._rows.items():
                self._mark(part, row, grade)

    def _mark(self, part: str, row: OptionRow, grade: Grade) -> None:
        reason = reason_for(grade, part)
        if part not in grade.parts:
            row.show_mark("quiet", reason)
        elif not grade.parts[part]:
            row.show_verdict("wrong", your_choice(), reason, _("Your choice, which is wrong"))
        elif row.isChecked():
            row.show_verdict("right", right_answer(), reason, _("Your choice, which is right"))
        elif self.takes_several:
            row.show_verdict("missed", _("Also right"), reason, _("Right, but not chosen"))
        else:
            # One right answer among dashed lines would look like one more mistake: solid.
            row.show_verdict("right", right_answer(), reason)
