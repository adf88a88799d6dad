"""Putting items in the right order, with the keyboard, buttons, or both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.models import OrderItem, OrderQuestion
from app.i18n import _
from app.learning.grading import Grade
from app.progress.events import Json
from app.ui.questions.arranged import ENTER, arranged, digit_key
from app.ui.questions.base import QuestionView
from app.ui.questions.item_row import ItemRow
from app.ui.questions.paragraph import paragraph
from app.ui.questions.verdict import SOLUTION, PartBox, announce, reason_for
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import Part, column, row


class OrderView(QuestionView[OrderQuestion]):
    """Items one below another, each with its place and two buttons to move it.

    The items are the stops of the Tab key. ↑ ↓ go from item to item; Alt+↑ ↓ move an item;
    Space picks it up, then ↑ ↓ move it, Space or Enter lays it down and Escape puts it back.
    A number key moves the item to that place.

    The order first shown is no answer: it becomes one when something is moved, or when the
    learner says "This order is right".
    """

    def __init__(self, look: Look, question: OrderQuestion, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        self._is_answered = False
        self._before_pick: tuple[list[str], bool] | None = None  # ids, is answered
        items = arranged(question.items, order)
        self._rows = {item.id: self._make_row(item) for item in items}
        self._ids = [item.id for item in items]
        self._hint = paragraph(
            look, _("Move with the arrow buttons or Alt+↑ ↓. Or press Space, then ↑ ↓, then Space.")
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(look.space(8))
        self._keep = Button(look, _("This order is right"), "tonal", icon="check")
        self._keep.clicked.connect(self._on_kept)
        self._layout = column(
            look, [self._hint, self._list, row(look, [self._keep, "stretch"])], gap=10
        )
        self.setLayout(self._layout)
        self._lay_out()

    def _make_row(self, item: OrderItem) -> ItemRow:
        made = ItemRow(self.look, item.text, len(self.question.items))
        made.picked.connect(lambda is_up, part=item.id: self._on_picked(part, is_up))
        made.move_asked.connect(lambda by, part=item.id: self._on_move_asked(part, by))
        return made

    def _lay_out(self) -> None:
        """Show the rows as `_ids` has them, and let Tab follow."""
        above: QWidget | None = None
        for place, part in enumerate(self._ids):
            made = self._rows[part]
            if self._list.indexOf(made) != place:
                self._list.removeWidget(made)
                self._list.insertWidget(place, made)
            made.show_place(place)
            if above is not None:
                QWidget.setTabOrder(above, made.handle)
            above = made.handle
        if above is not None:
            QWidget.setTabOrder(above, self._keep)

    def rows(self) -> list[ItemRow]:
        """The rows from top to bottom."""
        return [self._rows[part] for part in self._ids]

    def keep_button(self) -> Button:
        """The button that takes the order shown as the answer."""
        return self._keep

    def response(self) -> Json:
        return [*self._ids] if self._is_answered else None

    def show_response(self, response: Json) -> None:
        given = response if isinstance(response, list) else []
        kept = [each for each in given if isinstance(each, str) and each in self._rows]
        kept = list(dict.fromkeys(kept))
        shown = [item.id for item in arranged(self.question.items, self.order)]
        self._ids = kept + [part for part in shown if part not in kept]
        self._is_answered = len(kept) == len(self._ids)
        self._keep.setVisible(not self._is_answered)
        self._lay_out()

    def first_focus(self) -> QWidget:
        return self.rows()[0].handle if self._ids else self

    # ── moving

    def _move(self, part: str, to: int) -> None:
        at = self._ids.index(part)
        to = min(max(to, 0), len(self._ids) - 1)
        if self.is_locked or at == to:
            return
        self._ids.insert(to, self._ids.pop(at))
        had_focus = self._rows[part].handle.hasFocus()
        self._lay_out()
        if had_focus:
            self._rows[part].handle.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self._rows[part].handle, self._rows[part].told_place())
        self._answer()

    def _answer(self) -> None:
        self._is_answered = True
        if self._keep.hasFocus():
            self.rows()[0].handle.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keep.hide()
        self.response_changed.emit()

    def _on_kept(self) -> None:
        if not self.is_locked:
            self._answer()

    def _on_move_asked(self, part: str, by: int) -> None:
        self._move(part, self._ids.index(part) + by)

    def _on_picked(self, part: str, is_up: bool) -> None:
        for other, made in self._rows.items():
            if other != part:
                made.lay_down()
        self._before_pick = ([*self._ids], self._is_answered) if is_up else None
        words = _("Picked up: {item}") if is_up else _("Laid down: {item}")
        announce(self._rows[part].handle, words.format(item=self._rows[part].told_place()))

    # ── keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = next((n for n, made in enumerate(self.rows()) if made.handle.hasFocus()), None)
        if at is None or not self._take_row_key(event, at):
            super().keyPressEvent(event)

    def _take_row_key(self, event: QKeyEvent, at: int) -> bool:
        made, key = self.rows()[at], event.key()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            by = steps[Qt.Key(key)]
            if made.is_picked_up() or event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(self._ids[at], at + by)
            elif 0 <= at + by < len(self._ids):
                self.rows()[at + by].handle.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        place = digit_key(event)
        if place is not None and place < len(self._ids) and not self.is_locked:
            self._move(self._ids[at], place)
            return True
        if made.is_picked_up() and key in ENTER:
            made.handle.click()
            return True
        if made.is_picked_up() and key == Qt.Key.Key_Escape:
            self._put_back(made)
            return True
        return False

    def _put_back(self, made: ItemRow) -> None:
        if self._before_pick is not None and self._before_pick[0] != self._ids:
            self._ids, self._is_answered = self._before_pick
            self._keep.setVisible(not self._is_answered)
            self._lay_out()
            made.handle.setFocus(Qt.FocusReason.TabFocusReason)
            self.response_changed.emit()
        self._before_pick = None
        made.lay_down()
        announce(made.handle, made.told_place())

    # ── after grading

    def show_grade(self, grade: Grade, *, reveal: bool) -> None:
        self.is_locked = True
        self._hint.hide()
        self._keep.hide()
        for made in self._rows.values():
            made.lock()
        if not reveal:
            return
        right = [item.id for item in self.question.items]
        for place, part in enumerate(self._ids):
            reason = reason_for(grade, part)
            if grade.parts.get(part, False):
                is_there = right.index(part) == place
                note = _("In place") if is_there else _("In sequence")
                self._rows[part].handle.show_verdict("right", note, reason)
            else:
                note = _("Belongs at {place}").format(place=right.index(part) + 1)
                spoken = _("Wrong place; belongs at {place}").format(place=right.index(part) + 1)
                self._rows[part].handle.show_verdict("wrong", note, reason, spoken)
        if not grade.is_right:
            self._layout.addWidget(self._right_order())

    def _right_order(self) -> QWidget:
        parts: list[Part] = [paragraph(self.look, _("The right order"), "small-strong", "ok")]
        for place, item in enumerate(self.question.items, start=1):
            words = _("{place}. {item}").format(place=place, item=item.text)
            parts.append(paragraph(self.look, words, "small", "text"))
        box = PartBox(self.look, column(self.look, parts, gap=4, margins=(16, 12, 16, 12)))
        box.dress(SOLUTION)
        return box
