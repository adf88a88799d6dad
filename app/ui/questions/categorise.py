"""Sorting cards into groups."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.models import CategoriseQuestion, SortCard
from app.i18n import _
from app.learning.grading import Grade
from app.progress.events import Json
from app.ui.questions.arranged import ENTER, arranged, digit_key
from app.ui.questions.base import QuestionView
from app.ui.questions.group_picker import GroupCell, GroupPicker
from app.ui.questions.paragraph import paragraph
from app.ui.questions.verdict import (
    CURRENT,
    DRESSES,
    PLAIN,
    PartBox,
    VerdictLine,
    announce,
    lines,
    reason_for,
    verdict_on,
)
from app.ui.theme.look import Look
from app.ui.widgets.choice_row import your_choice
from app.ui.widgets.layouts import column


class _CardBox:
    """What belongs to one card on the page."""

    def __init__(self, look: Look, card: SortCard, question: CategoriseQuestion) -> None:
        self.card = card
        self.picker = GroupPicker(look, question.groups, name=card.text)
        self.layout: QVBoxLayout = column(
            look,
            [paragraph(look, card.text, "body", "text"), self.picker],
            gap=10,
            margins=(16, 14, 16, 14),
        )
        self.box = PartBox(look, self.layout)


class CategoriseView(QuestionView[CategoriseQuestion]):
    """Cards one below another, each with its groups to choose from.

    Tab goes from card to card; within a card the groups are radio buttons: Space or Enter
    chooses, and from a chosen one the arrow keys choose on. A number key puts the current
    card (the one with the focus, or else the first that is not sorted) into that group and
    goes on to the next that is not sorted.
    """

    def __init__(self, look: Look, question: CategoriseQuestion, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        self._boxes = {
            card.id: _CardBox(look, card, question) for card in arranged(question.cards, order)
        }
        self._current = next(iter(self._boxes), "")
        self._hint = paragraph(look, _("Choose a group for every card; the number keys do it too."))
        self.setLayout(column(look, [self._hint, *(b.box for b in self._boxes.values())], gap=10))
        for card_id, each in self._boxes.items():
            each.picker.picked.connect(lambda _group, part=card_id: self._on_picked(part))
            each.picker.focused.connect(lambda part=card_id: self._make_current(part))
        self._make_current(self._current)

    def pickers(self) -> dict[str, GroupPicker]:
        """The choice of each card, by card id, as shown."""
        return {card_id: each.picker for card_id, each in self._boxes.items()}

    def response(self) -> Json:
        placed: dict[str, Json] = {
            card_id: each.picker.value()
            for card_id, each in self._boxes.items()
            if each.picker.value()
        }
        return placed or None

    def show_response(self, response: Json) -> None:
        placed = response if isinstance(response, dict) else {}
        for card_id, each in self._boxes.items():
            group = placed.get(card_id)
            each.picker.choose(group if isinstance(group, str) else "")
        self._make_current(self._next_open(self._current))

    def first_focus(self) -> QWidget:
        return self._boxes[self._next_open(next(iter(self._boxes)))].picker.stop()

    def _make_current(self, card_id: str) -> None:
        self._current = card_id
        if not self.is_locked:
            for part, each in self._boxes.items():
                each.box.dress(CURRENT if part == card_id else PLAIN)

    def _next_open(self, at: str) -> str:
        """The first unsorted card at or after this one, then from the top; else this one."""
        ids = list(self._boxes)
        place = ids.index(at)
        around = ids[place:] + ids[:place]
        return next((part for part in around if not self._boxes[part].picker.value()), at)

    def _on_picked(self, card_id: str) -> None:
        if not self.is_locked:
            self._make_current(card_id)
            self.response_changed.emit()

    # ── keys

    def take_key(self, event: QKeyEvent) -> bool:
        place = digit_key(event)
        if self.is_locked or place is None or place >= len(self.question.groups):
            return False
        group = self.question.groups[place]
        each = self._boxes[self._focused_card() or self._next_open(self._current)]
        each.picker.choose(group.id)
        words = _("{card}: {group}").format(card=each.card.text, group=group.text)
        announce(each.picker, words)
        following = self._next_open(each.card.id)
        self._boxes[following].picker.stop().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._make_current(following)
        self.response_changed.emit()
        return True

    def _focused_card(self) -> str | None:
        for card_id, each in self._boxes.items():
            if any(cell.hasFocus() for cell in each.picker.cells().values()):
                return card_id
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._enter_chooses(event) and not self.take_key(event):
            super().keyPressEvent(event)

    def _enter_chooses(self, event: QKeyEvent) -> bool:
        cell = self.focusWidget()
        if self.is_locked or event.key() not in ENTER or not isinstance(cell, GroupCell):
            return False
        if cell.isChecked():
            return False
        cell.click()
        return True

    # ── after grading

    def show_grade(self, grade: Grade, *, reveal: bool) -> None:
        self.is_locked = True
        self._hint.hide()
        for each in self._boxes.values():
            each.box.dress(PLAIN)
            for cell in each.picker.cells().values():
                cell.lock()
            if reveal:
                self._mark(grade, each)

    def _mark(self, grade: Grade, each: _CardBox) -> None:
        card, picker = each.card, each.picker
        verdict = verdict_on(grade, card.id)
        texts = {group.id: group.text for group in self.question.groups}
        words = {
            "right": _("Right group"),
            "wrong": _("Wrong group; it belongs to: {group}"),
            "missed": _("Not sorted; it belongs to: {group}"),
        }
        word = words[verdict].format(group=texts[card.group])
        reason = reason_for(grade, card.id)
        each.box.dress(DRESSES[verdict])
        each.layout.addWidget(VerdictLine(self.look, verdict, word, reason))
        chosen = picker.value()
        for group, cell in picker.cells().items():
            name = _("{card}: {group}").format(card=card.text, group=texts[group])
            if group == chosen:
                told = lines(name, your_choice(), word, reason)
                cell.show_verdict("right" if verdict == "right" else "wrong", told)
            elif group == card.group:
                cell.show_verdict("missed", lines(name, _("Right group"), reason))
