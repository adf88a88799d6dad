"""Garbage is collected between events, in the window's own thread, and never in the midst of one.

Python would otherwise collect whenever enough was made: while a page is built, where it costs
milliseconds, or in a thread that works beside the window, where the widgets it finds must not be
deleted.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 400
_ENOUGH = 5_000  # objects made since the last time
_YOUNG_TIMES = 25  # collections of what is young before one of everything


class Tidying(QTimer):
    """From now on garbage is collected only here; `stop` gives it back to Python."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._young_times = 0
        self.setInterval(_EVERY_MS)
        self.timeout.connect(self._tidy)

    def begin(self) -> None:
        """What there is lives as long as the window: no use looking through it."""
        gc.freeze()
        gc.disable()
        self.start()

    def stop(self) -> None:
        """Collect as Python does."""
        super().stop()
        gc.enable()

    def _tidy(self) -> None:
        if gc.get_count()[0] < _ENOUGH:
            return
        self._young_times += 1
        gc.collect(2 if self._young_times % _YOUNG_TIMES == 0 else 1)
