"""Confidence beside the share that was right: on the diagonal the two are the same."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from app.learning.results_words import percent
from app.links.calibration import Calibration
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
_TICKS = (0.5, 0.75, 1.0)


class SurenessPlot(Plot):
    """One point per group of answers, the larger the more answers are in it."""

    def __init__(self, look: Look, curve: Calibration, spoken: str) -> None:
        super().__init__(look, spoken, _HIGH_PX)
        self._groups = curve.groups

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        foot = look.metrics("micro").height() + look.space(10)
        low = lowest_of([group.right for group in self._groups])
        scale = paint_scale(painter, look, QRectF(self.rect()), low, foot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(dashed(look.color("text2")))
        painter.drawLine(
            QPointF(self._x(scale, 0.5), scale.y(0.5)), QPointF(self._x(scale, 1), scale.y(1))
        )
        points = []
        for group in self._groups:
            x = self._x(scale, group.confidence)
            paint_interval(painter, look, scale, x, group.right)
            points.append(QPointF(x, scale.y(group.right.value)))
        paint_points(painter, look, points, grow=0.6)
        most = max(group.answers for group in self._groups)
        for group, point in zip(self._groups, points, strict=True):
            paint_point(painter, look, point, 0.7 + 0.7 * sqrt(group.answers / most))
        self._paint_ticks(painter, scale)

    def _x(self, scale: Scale, confidence: float) -> float:
        # A little room at both ends, so that nothing stands on the numbers of the scale.
        edge = self.look.space(14)
        field = scale.field
        return field.left() + edge + (field.width() - 2 * edge) * (confidence - 0.5) / 0.5

    def _paint_ticks(self, painter: QPainter, scale: Scale) -> None:
        look = self.look
        metrics = look.metrics("micro")
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("text2"))
        room = self._x(scale, 1) - self._x(scale, 0.5)
        is_narrow = room < 2 * metrics.horizontalAdvance(percent(1)) + look.space(24)
        for tick in _TICKS[:: 2 if is_narrow else 1]:
            words = percent(tick)
            wide = metrics.horizontalAdvance(words) + 2
            left = min(self._x(scale, tick) - wide / 2, self.width() - wide)
            top = scale.field.bottom() + look.space(8)
            box = QRectF(left, top, wide, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, words)
