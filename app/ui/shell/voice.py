"""Says something to screen readers that no control says by itself.

Windows and macOS have announcements for this. On Linux readers know them only since 2024: Orca 43
of Debian 12 passes them over. What every Orca reads is a changed description of the control that
has the keyboard, so there the words become its description until the keyboard moves on.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_SETTLE_MS = 600  # the reader first says where the keyboard went, or it would say this twice


class Voice(QObject):
    """Made for one window. What is said in one go is joined and said once."""

    def __init__(self, window: QWidget, *, by_description: bool = sys.platform == "linux") -> None:
        super().__init__(window)
        self._window = window
        self._by_description = by_description
        self._words: list[str] = []
        self._holder: QWidget | None = None  # whose description was lent to words
        self._own = ""  # and what it was before
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self.say_now)
        application = QApplication.instance()
        if by_description and isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def say(self, words: str, is_urgent: bool) -> None:
        """Say this, at once or when the reader has time."""
        if not words:
            return
        if self._by_description:
            if is_urgent:
                self._words.clear()  # what was to be said is no longer of interest
            self._words.append(words)
            self._timer.start()
            return
        event = QAccessibleAnnouncementEvent(self._window, words)
        politeness = QAccessible.AnnouncementPoliteness
        event.setPoliteness(politeness.Assertive if is_urgent else politeness.Polite)
        QAccessible.updateAccessibility(event)

    def say_now(self) -> None:
        """What waits to be said becomes the description of what has the keyboard."""
        self._timer.stop()
        target = QApplication.focusWidget() or self._window
        name = target.accessibleName()
        words = "\n".join(each for each in dict.fromkeys(self._words) if each != name)
        self._words.clear()
        self._give_back()
        if words:
            self._holder, self._own = target, target.accessibleDescription()
            target.setAccessibleDescription(words)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._holder is not None and new is not self._holder:
            self._give_back()

    def _give_back(self) -> None:
        if self._holder is not None and isValid(self._holder):
            self._holder.setAccessibleDescription(self._own)
        self._holder = None
