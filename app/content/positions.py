"""Where in a file something stands: offsets become lines and columns only when needed."""

from __future__ import annotations

from bisect import bisect_right

from app.content.issues import Span


class Positions:
    """Turns offsets of one text into lines and columns, both counted from 1."""

    def __init__(self, text: str) -> None:
        starts = [0]
        at = text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at this offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` up to, not including, `end`."""
        return Span(*self.place(start), *self.place(max(start, end)))


def brief(text: str, limit: int = 32) -> str:
    """A text short enough to be quoted in a message, on one line and without odd characters."""
    line = " ".join(text.split())
    shown = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"
