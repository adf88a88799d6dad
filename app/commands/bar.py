"""A progress bar for commands that deal or measure: shown on a terminal, after a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

_PATIENCE_S = 1.0
_WIDTH = 30
_EVERY = 256  # things between two looks at the clock


class Bar:
    """Counts what goes by towards a total known beforehand."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._is_wanted = sys.stderr.isatty()
        self._start_s = time.monotonic()
        self._drawn = ""

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """The things, one by one; the bar follows and goes away at the end."""
        try:
            for number, thing in enumerate(things):
                yield thing
                if self._is_wanted and number % _EVERY == 0:
                    self._show(number)
        finally:
            if self._drawn:
                print(f"\r{' ' * len(self._drawn)}\r", end="", file=sys.stderr, flush=True)

    def _show(self, done: int) -> None:
        if time.monotonic() - self._start_s < _PATIENCE_S:
            return
        filled = _WIDTH * done // max(self._total, 1)
        drawn = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{self._total}"
        if drawn != self._drawn:
            self._drawn = drawn
            print(f"\r{drawn}", end="", file=sys.stderr, flush=True)
