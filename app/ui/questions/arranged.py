"""Parts of a question in the order the plan wants them shown, with the key of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class HasId(Protocol):
    """Anything that an order can name."""

    @property
    def id(self) -> str: ...


P = TypeVar("P", bound=HasId)

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WITH_OTHER_KEYS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def arranged(parts: Sequence[P], order: Sequence[str]) -> list[P]:
    """The parts as `order` has them; those it does not name come last, as typed."""
    places = {part_id: place for place, part_id in enumerate(order)}
    return sorted(parts, key=lambda part: places.get(part.id, len(places)))


def letter(place: int) -> str:
    """The letter of a part: A for 0; after Z the part's number."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


def digit_key(event: QKeyEvent) -> int | None:
    """The place that a digit key names: 0 for the key 1; None for any other key."""
    text = event.text()
    if event.modifiers() & _WITH_OTHER_KEYS or len(text) != 1 or text not in "123456789":
        return None
    return int(text) - 1


def letter_key(event: QKeyEvent) -> int | None:
    """The place that a letter key names: 0 for A; None for any other key."""
    text = event.text().upper()
    if event.modifiers() & _WITH_OTHER_KEYS or len(text) != 1 or not "A" <= text <= "Z":
        return None
    return ord(text) - ord("A")
