"""What painted figures have in common: a name with the numbers, a scale in per cent, points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.learning.results_words import percent
from app.links.discrimination import Interval
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

_POINT = 5.0  # radius in design pixels
_STEP = 0.2  # between two lines of the scale


class Plot(QWidget):
    """A figure of `high_px` design pixels or up to twice that. `spoken` says all that it shows."""

    def __init__(self, look: Look, spoken: str, high_px: int) -> None:
        super().__init__()
        self.look = look
        self._high = look.column_px(high_px)
        self.setAccessibleName(spoken)
        self.setMaximumHeight(2 * self._high)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def sizeHint(self) -> QSize:
        return QSize(self.look.column_px(280), self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.space(140), self._high)


class Scale(NamedTuple):
    """The field of a plot whose height stands for shares from `low` to 1."""

    field: QRectF
    low: float

    def y(self, share: float) -> float:
        """How far down a share lies."""
        return self.field.bottom() - self.field.height() * (share - self.low) / (1 - self.low)


def lowest_of(intervals: Sequence[Interval]) -> float:
    """Where a scale of shares begins, so that 50 % and every interval stand on it."""
    lowest = min((one.low for one in intervals), default=0.5)
    return next(low for low in (0.4, 0.2, 0.0) if low <= lowest)


def paint_scale(painter: QPainter, look: Look, box: QRectF, low: float, foot: float) -> Scale:
    """Lines at every 20 %, their numbers at the left; `foot` pixels are left free below."""
    metrics = look.metrics("micro")
    wide = metrics.horizontalAdvance(percent(1.0)) + look.space(8)
    half = metrics.height() / 2
    field = box.adjusted(wide, half, -half, -foot)
    scale = Scale(field, low)
    painter.setFont(look.font("micro"))
    for step in range(round((1 - low) / _STEP) + 1):
        share = low + step * _STEP
        y = scale.y(share)
        painter.setPen(QPen(look.color("border"), 1))
        painter.drawLine(QLineF(field.left(), y, field.right(), y))
        painter.setPen(look.color("text2"))
        words = QRectF(box.left(), y - half, wide - look.space(8), 2 * half)
        painter.drawText(
            words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent(share)
        )
    return scale


def paint_interval(painter: QPainter, look: Look, scale: Scale, x: float, one: Interval) -> None:
    """A 95 % interval as a pale upright bar."""
    wide = look.space(8)
    top, bottom = scale.y(one.high), scale.y(one.low)
    box = QRectF(x - wide / 2, top, wide, max(bottom - top, wide))
    edge = look.color("border_strong") if look.contrast else None
    rounded_box(painter, box, wide / 2, look.color("brand_line"), edge)


def paint_points(painter: QPainter, look: Look, points: Sequence[QPointF], grow: float = 1) -> None:
    """The line through the points, and the points on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("brand"), 2.2))
    painter.drawPolyline(QPolygonF(list(points)))
    for point in points:
        paint_point(painter, look, point, grow)


def paint_point(painter: QPainter, look: Look, point: QPointF, grow: float = 1) -> None:
    """One point: a ring that stands out on its interval."""
    radius = look.space(_POINT) * grow
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("brand"), 2.4))
    painter.setBrush(look.color("surface"))
    painter.drawEllipse(point, radius, radius)


def dashed(color: QColor, width: float = 1.4) -> QPen:
    """A pen for lines to compare with."""
    pen = QPen(color, width)
    pen.setDashPattern([5.0, 4.0])
    return pen
