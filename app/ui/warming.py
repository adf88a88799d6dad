"""Loads what a learner opens next while Home is being looked at, a little at a time."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

_MODULES = (
    "app.content.models",
    "app.ui.pages.lesson",
    "app.ui.steps.text",
    "app.ui.steps.quiz",
    "app.ui.questions.table",
    "app.ui.steps.scenario",
    "app.ui.steps.checklist",
    "app.ui.steps.faq",
    "app.ui.pages.lesson_summary",
    "app.ui.steps.link_game",
    "app.ui.pages.links",
    "app.ui.pages.game",
    "zxingcpp",
    "fsrs",
    "app.ui.pages.results",
    "PySide6.QtSvg",
)
_PAUSE_MS = 30  # between two pieces, so that a key pressed meanwhile is heard at once


class Warming(QObject):
    """Imports one module per turn of the event loop, then opens the lessons of the cache."""

    def __init__(self, open_lessons: list[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._left: list[Callable[[], object]] = [
            *(lambda name=name: import_module(name) for name in _MODULES),
            *open_lessons,
        ]
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._next)

    @property
    def is_done(self) -> bool:
        """Everything is loaded."""
        return not self._left

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest for when it is needed."""
        self._timer.stop()

    def _next(self) -> None:
        if not self._left:
            self._timer.stop()
            return
        self._left.pop(0)()
