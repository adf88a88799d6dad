"""A half-round gauge from low to high risk; its words say the same as its needle."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme.look import Look

LOW_BELOW = 34.0
HIGH_FROM = 67.0


def zone(percent: float) -> tuple[str, str, str]:
    """What a gauge value is called: (words, tone, icon)."""
    if percent < LOW_BELOW:
        return _("Low risk"), "ok", "shield"
    if percent < HIGH_FROM:
        return _("Medium risk"), "warn", "triangle"
    return _("High risk"), "bad", "octagon"


class Gauge(QWidget):
    """Shows 0…100 on an arc of three zones; None while there is nothing to show."""

    def __init__(self, look: Look, percent: float | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._percent = percent
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_percent(percent)

    def show_percent(self, percent: float | None) -> None:
        """Show another value."""
        self._percent = percent
        if percent is None:
            self.setAccessibleName(_("Risk: not known yet"))
        else:
            words = _("{zone}: {percent} of 100")
            self.setAccessibleName(words.format(zone=zone(percent)[0], percent=round(percent)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.space(220), self._look.space(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot = look.metrics("micro").height() + 4
        radius = min((self.width() - 30) / 2, self.height() - foot - 14)
        centre = QPointF(self.width() / 2, radius + 10)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        thick = max(radius * 0.14, 9)
        for start, end, tone in ((0, 33, "ok"), (34, 66, "honey"), (67, 100, "bad")):
            pen = QPen(look.color(tone if self._percent is not None else "surface3"), thick)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            inner = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
            painter.drawArc(
                inner, round((180 - start * 1.8) * 16), -round((end - start) * 1.8 * 16)
            )
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("text2"))
        bottom = QRectF(0, centre.y() + 4, self.width(), foot)
        left = bottom.adjusted(centre.x() - radius - 6, 0, 0, 0)
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft, _("Low"))
        right = bottom.adjusted(0, 0, -(self.width() - centre.x() - radius - 6), 0)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight, _("High"))
        painter.setFont(look.font("display"))
        painter.setPen(look.color("text"))
        words = "–" if self._percent is None else str(round(self._percent))
        middle = QRectF(box.left(), centre.y() - radius * 0.42, box.width(), radius * 0.42 + 6)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, words)
        if self._percent is not None:
            self._paint_needle(painter, centre, radius - thick - 4)

    def _paint_needle(self, painter: QPainter, centre: QPointF, length: float) -> None:
        angle = math.pi * (1 - (self._percent or 0.0) / 100)
        tip = QPointF(centre.x() + length * math.cos(angle), centre.y() - length * math.sin(angle))
        root = QPointF(
            centre.x() + length * 0.55 * math.cos(angle),
            centre.y() - length * 0.55 * math.sin(angle),
        )
        pen = QPen(self._look.color("text"), 3.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(root, tip)
