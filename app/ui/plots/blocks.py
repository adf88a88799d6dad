"""The share right, block by block, with its interval and the line of half right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from app.learning.results_words import percent
from app.links.discrimination import Interval
from app.ui.plots.plot import (
    Plot,
    Scale,
    dashed,
    lowest_of,
    paint_interval,
    paint_point,
    paint_points,
    paint_scale,
)
from app.ui.theme.look import Look

_HIGH_PX = 220
_HALF = 0.5


class Blocks(Plot):
    """One point per block, oldest first. A single point has no line: it shows no trend."""

    def __init__(self, look: Look, shares: Sequence[Interval], spoken: str) -> None:
        super().__init__(look, spoken, _HIGH_PX)
        self._shares = list(shares)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        metrics = look.metrics("micro")
        foot = metrics.height() + look.space(10)
        box = QRectF(self.rect())
        scale = paint_scale(painter, look, box, lowest_of(self._shares), foot)
        half = scale.y(_HALF)
        painter.setPen(dashed(look.color("text2")))
        painter.drawLine(QLineF(scale.field.left(), half, scale.field.right(), half))
        step = scale.field.width() / max(len(self._shares), 1)
        places = [scale.field.left() + step * (n + 0.5) for n in range(len(self._shares))]
        for x, one in zip(places, self._shares, strict=True):
            paint_interval(painter, look, scale, x, one)
        points = [
            QPointF(x, scale.y(one.value)) for x, one in zip(places, self._shares, strict=True)
        ]
        # So many blocks that their points would touch: only the line, and the last point.
        if step > look.space(14):
            paint_points(painter, look, points)
        else:
            paint_points(painter, look, points, grow=0.4)
            paint_point(painter, look, points[-1])
        self._paint_last(painter, scale, points[-1])
        self._paint_numbers(painter, places, step, scale.field.bottom() + look.space(8))

    def _paint_last(self, painter: QPainter, scale: Scale, point: QPointF) -> None:
        look = self.look
        words = percent(self._shares[-1].value)
        metrics = look.metrics("small-strong")
        wide, high = metrics.horizontalAdvance(words) + 2, metrics.height()
        left = min(point.x() - wide / 2, self.width() - wide)
        top = max(scale.y(self._shares[-1].high) - high - look.space(2), 0)
        painter.setFont(look.font("small-strong"))
        painter.setPen(look.color("text"))
        painter.drawText(QRectF(left, top, wide, high), Qt.AlignmentFlag.AlignHCenter, words)

    def _paint_numbers(
        self, painter: QPainter, places: Sequence[float], step: float, top: float
    ) -> None:
        look = self.look
        metrics = look.metrics("micro")
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("text2"))
        wide = metrics.horizontalAdvance(str(len(places))) + look.space(8)
        every = max(1, -(-wide // max(int(step), 1)))
        for number, x in enumerate(places, start=1):
            is_shown = (len(places) - number) % every == 0  # counted from the last, which matters
            if is_shown:
                box = QRectF(x - wide, top, 2 * wide, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, str(number))
