"""Hands and eyes for a walk through the app: finds controls by the names people hear."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

_PATIENCE_S = 10.0


class Robot:
    """Uses one window as a person would: by name, with mouse or keyboard."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    # ── waiting

    def settle(self, rounds: int = 6) -> None:
        """Let everything that is due happen: layouts, timers at zero, deletions."""
        for _round in range(rounds):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait_for(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so. Raises LookupError after ten seconds."""
        end = time.monotonic() + _PATIENCE_S
        while not is_so():
            if time.monotonic() > end:
                raise LookupError(f"waited in vain for {what}")
            self.settle(1)
            time.sleep(0.005)
        self.settle()

    # ── finding

    def buttons(self) -> list[QAbstractButton]:
        """Everything that can be pressed and seen, in the order it was made."""
        found = self.window.findChildren(QAbstractButton)
        return [each for each in found if each.isVisibleTo(self.window)]

    def button(self, name: str) -> QAbstractButton:
        """The button whose name begins so. Raises LookupError if there is none."""
        named = [each for each in self.buttons() if each.accessibleName().startswith(name)]
        exact = [each for each in named if each.accessibleName() == name]
        for each in [*exact, *named]:
            return each
        known = [each.accessibleName() for each in self.buttons()]
        raise LookupError(f"no button “{name}” among {known}")

    def has_button(self, name: str) -> bool:
        """Whether such a button can be seen."""
        return any(each.accessibleName().startswith(name) for each in self.buttons())

    def of_type(self, kind: type[Any]) -> list[Any]:
        """All visible widgets of a class."""
        found = self.window.findChildren(kind)
        return [each for each in found if each.isVisibleTo(self.window)]

    # ── doing

    def press(self, name: str) -> None:
        """Click the button of this name."""
        self.click(self.button(name))

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def key(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key wherever the keyboard is; it comes in by the window, as from a person."""
        handle = self.window.windowHandle()
        if handle is not None:
            QTest.keyClick(handle, key, modifiers)
        self.settle()

    def type_into(self, field: QLineEdit, text: str) -> None:
        """Type a text into a field."""
        field.setFocus()
        field.setText(text)
        self.settle()
