"""Long work beside the window: the daily copy of the history, and what else takes a second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal

from app.errors import ShilianError


class Work(QThread):
    """One function in a thread of its own; `came_to` has its result, `failed` its ShilianError.

    The function may emit `advanced` to say how far it is.
    """

    came_to = Signal(object)
    failed = Signal(object)
    advanced = Signal(int, int)  # done, all

    def __init__(self, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do
        self.finished.connect(self.deleteLater)

    def run(self) -> None:
        """In the thread."""
        try:
            result = self._do()
        except ShilianError as trouble:
            self.failed.emit(trouble)
        else:
            self.came_to.emit(result)


def copy_in_background(history: Path, now_ms: int, parent: QObject) -> Work:
    """Make today's verified copy of the history, if there is none yet."""

    def copy() -> object:
        from app.progress.copies import make_daily_copy

        return make_daily_copy(history, now_ms)

    work = Work(copy, parent)
    work.start()
    return work
