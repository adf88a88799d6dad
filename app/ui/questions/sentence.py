"""A paragraph with fields standing in it: words and fields flow and break together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, QTextBoundaryFinder
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.questions.blank_field import ROLE, BlankField
from app.ui.theme.look import Look

# Stands for a field in the text; Unicode's line breaking (UAX 14) knows it as an object.
_OBJECT = "\ufffc"
_Run = str | BlankField


class _Chunk(NamedTuple):
    """What must stay on one line, such as a field and the comma after it."""

    runs: tuple[_Run, ...]
    ends_line: bool


class _Placed(NamedTuple):
    """Where a run stands; of a text, `box` is its line."""

    run: _Run
    box: QRect


class Sentence(QWidget):
    """Shows `pieces` as one paragraph. All fields are equally wide, so that none gives its
    answer away; one in which more is typed grows, up to a whole line.
    """

    def __init__(self, look: Look, pieces: Sequence[_Run], *, field_width: int) -> None:
        super().__init__()
        self._look = look
        self._field_width = field_width
        self._fields = [piece for piece in pieces if isinstance(piece, BlankField)]
        self._chunks = _chunks(pieces)
        self._placed: list[_Placed] = []
        self._flowed: dict[int, tuple[list[_Placed], int]] = {}
        self._flowed_with: tuple[tuple[int, int], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for field in self._fields:
            field.setParent(self)
            field.textChanged.connect(lambda _text: self.flow_again())

    def flow_again(self) -> None:
        """Place everything anew: a field has become wider."""
        height = self.height()
        self._place()
        if self.heightForWidth(self.width()) != height:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width)[1]

    def sizeHint(self) -> QSize:
        width = self._look.column_px(600)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        # As narrow as may be: a wider field is squeezed into the line.
        return QSize(self._look.space(120), self._words_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._look.font(ROLE))
        painter.setPen(self._look.color("text"))
        metrics = self._look.metrics(ROLE)
        for placed in self._placed:
            if isinstance(placed.run, str):
                top = placed.box.top() + (placed.box.height() - metrics.height()) // 2
                painter.drawText(QPoint(placed.box.left(), top + metrics.ascent()), placed.run)

    def _place(self) -> None:
        self._placed, _height = self._flow(self.width())
        for run, box in self._placed:
            if isinstance(run, BlankField):
                run.setGeometry(box)

    def _words_height(self) -> int:
        return round(self._look.metrics(ROLE).height() * 1.1)

    def _width_of(self, run: _Run, line: int) -> int:
        if isinstance(run, str):
            return self._look.text_width(ROLE, run)
        return min(max(self._field_width, run.wanted_width()), line)

    def _flow(self, width: int) -> tuple[list[_Placed], int]:
        """Every run with its place in a paragraph of this width, and the paragraph's height.

        Layouts ask the same again and again, so it is kept until a field wants another size.
        """
        sizes = tuple((each.wanted_width(), each.wanted_height()) for each in self._fields)
        if sizes != self._flowed_with:
            self._flowed_with, self._flowed = sizes, {}
        found = self._flowed.get(width)
        if found is None:
            found = self._flowed[width] = self._flow_anew(width)
        return found

    def _flow_anew(self, width: int) -> tuple[list[_Placed], int]:
        placed: list[_Placed] = []
        top, gap = 0, self._look.space(6)
        for line in self._lines(width):
            height = max([self._words_height(), *(_height_of(run) for run, _x, _w in line)])
            for run, left, across in line:
                own = height if isinstance(run, str) else run.wanted_height()
                placed.append(_Placed(run, QRect(left, top + (height - own) // 2, across, own)))
            top += height + gap
        return placed, max(top - gap, 0)

    def _lines(self, width: int) -> list[list[tuple[_Run, int, int]]]:
        """The lines of the paragraph; of every run its left edge and its width."""
        lines: list[list[tuple[_Run, int, int]]] = [[]]
        left, breath = 0, self._look.space(4)
        for chunk in self._chunks:
            whole = sum(self._width_of(_trimmed(run), width) for run in chunk.runs)
            breaths = 2 * breath * sum(isinstance(run, BlankField) for run in chunk.runs)
            if left and left + whole + breaths > width:
                lines.append([])
                left = 0
            for run in chunk.runs:
                aside = breath if isinstance(run, BlankField) else 0
                for piece in self._cut(run, width):
                    across = self._width_of(piece, width)
                    if left and left + aside + self._width_of(_trimmed(piece), width) > width:
                        lines.append([])
                        left = 0
                    left += aside if left else 0
                    lines[-1].append((piece, left, across))
                    left += across + aside
            if chunk.ends_line:
                lines.append([])
                left = 0
        return lines if lines[-1] else lines[:-1]

    def _cut(self, run: _Run, width: int) -> list[_Run]:
        """The run itself, or its signs one by one if it is wider than a line."""
        if isinstance(run, str) and self._width_of(_trimmed(run), width) > width:
            return list(run)
        return [run]


def _height_of(run: _Run) -> int:
    return 0 if isinstance(run, str) else run.wanted_height()


def _trimmed(run: _Run) -> _Run:
    return run.rstrip() if isinstance(run, str) else run


def _chunks(pieces: Sequence[_Run]) -> list[_Chunk]:
    """The paragraph cut wherever a line may break."""
    fields = [piece for piece in pieces if isinstance(piece, BlankField)]
    text = "".join(
        piece.replace(_OBJECT, "") if isinstance(piece, str) else _OBJECT for piece in pieces
    )
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in UTF-16
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    chunks: list[_Chunk] = []
    start, next_field = 0, 0
    while (end := finder.toNextBoundary()) >= 0:
        words = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        start = end
        runs: list[_Run] = []
        for place, part in enumerate(words.rstrip("\r\n").split(_OBJECT)):
            if place:
                runs.append(fields[next_field])
                next_field += 1
            if part:
                runs.append(part)
        chunks.append(_Chunk(tuple(runs), ends_line=words.endswith(("\n", "\r"))))
    return chunks
