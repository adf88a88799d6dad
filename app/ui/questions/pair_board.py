"""Two columns of rows that belong together, side by side where there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.questions.option_row import OptionRow
from app.ui.questions.paragraph import paragraph
from app.ui.theme.look import Look

_SIDE_BY_SIDE_PX = 600  # at 100 %: below this the second column goes under the first


class PairBoard(QWidget):
    """A heading and rows at the left, a heading and rows at the right.

    Lines between them show the pairs once more for the eye; the rows themselves say it in
    words, and without room for two columns there are no lines.
    """

    def __init__(
        self,
        look: Look,
        left: tuple[str, Sequence[OptionRow]],
        right: tuple[str, Sequence[OptionRow]],
    ) -> None:
        super().__init__()
        self._look = look
        self._left = self._column(*left)
        self._right = self._column(*right)
        self._links: Mapping[int, int] = {}
        self._marked: Mapping[int, str] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _column(self, heading: str, rows: Sequence[OptionRow]) -> list[QWidget]:
        parts: list[QWidget] = [paragraph(self._look, heading, "small-strong")]
        parts += rows
        for part in parts:
            part.setParent(self)
        return parts

    def link(self, links: Mapping[int, int], colors: Mapping[int, str]) -> None:
        """Draw lines: row of the left → row of the right, and the colour token of each."""
        self._links, self._marked = links, colors
        self.update()

    def flow_again(self) -> None:
        """A row's height has changed."""
        self._place()
        self.updateGeometry()
        self.update()

    def is_side_by_side(self, width: int) -> bool:
        """Whether this width has room for two columns."""
        return width >= self._look.column_px(_SIDE_BY_SIDE_PX)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width)[1]

    def sizeHint(self) -> QSize:
        width = self._look.column_px(_SIDE_BY_SIDE_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(160), self._look.space(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for part, box in self._flow(self.width())[0]:
            part.setGeometry(box)

    def _flow(self, width: int) -> tuple[list[tuple[QWidget, QRect]], int]:
        look = self._look
        if not self.is_side_by_side(width):
            above, height = self._stacked(self._left, 0, 0, width)
            below, total = self._stacked(self._right, 0, height + look.space(16), width)
            return above + below, total
        gap = look.space(56)
        across = (width - gap) // 2
        left, left_height = self._stacked(self._left, 0, 0, across)
        right, right_height = self._stacked(self._right, width - across, 0, across)
        return left + right, max(left_height, right_height)

    def _stacked(
        self, parts: list[QWidget], left: int, top: int, width: int
    ) -> tuple[list[tuple[QWidget, QRect]], int]:
        gap = self._look.space(8)
        placed: list[tuple[QWidget, QRect]] = []
        for part in parts:
            height = part.heightForWidth(width)
            placed.append((part, QRect(left, top, width, height)))
            top += height + gap
        return placed, top - gap

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.is_side_by_side(self.width()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, to in self._links.items():
            # The first of each column is its heading.
            start, end = self._left[at + 1].geometry(), self._right[to + 1].geometry()
            pen = QPen(self._look.color(self._marked.get(at, "border_strong")), 2)
            if self._marked.get(at) == "bad":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPath(_curve(start, end))


def _curve(start: QRect, end: QRect) -> QPainterPath:
    one = QPointF(start.right() + 2, start.center().y())
    two = QPointF(end.left() - 1, end.center().y())
    middle = (one.x() + two.x()) / 2
    path = QPainterPath(one)
    path.cubicTo(QPointF(middle, one.y()), QPointF(middle, two.y()), two)
    return path
