"""The app's own marks: the two chain links, and the chain across the continue card."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from app.ui.theme import tokens
from app.ui.theme.look import Look

_INK_LIGHT = QColor("#2F5BC0")
_INK_DEEP = QColor("#1A3577")
_WHITE = QColor("#FFFFFF")
_HONEY = QColor("#F5B942")


def paint_logo(painter: QPainter, box: QRectF) -> None:
    """One white and one honey link, hooked into each other, on ink blue."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    gradient = QLinearGradient(box.topLeft(), box.bottomRight())
    gradient.setColorAt(0, _INK_LIGHT)
    gradient.setColorAt(1, _INK_DEEP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(box, box.width() * 0.24, box.width() * 0.24)
    painter.translate(box.center())
    painter.rotate(-40)
    unit = box.width() / 40
    _link(painter, QPointF(-6 * unit, 0), unit, _WHITE)
    _link(painter, QPointF(6 * unit, 0), unit, _HONEY)
    painter.restore()


def _link(painter: QPainter, centre: QPointF, unit: float, color: QColor) -> None:
    pen = QPen(color, 3.4 * unit)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(centre.x() - 9 * unit, centre.y() - 5.5 * unit, 18 * unit, 11 * unit)
    painter.drawRoundedRect(box, 5.5 * unit, 5.5 * unit)


class Logo(QWidget):
    """The app's mark; decoration, without a name."""

    def __init__(self, look: Look, size: float = 38, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        edge = look.icon_px(size)
        self.setFixedSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_logo(QPainter(self), QRectF(self.rect()))


class Hero(QFrame):
    """The one strongly coloured card of a page: ink blue with a chain running off its corner."""

    def __init__(self, look: Look, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        gradient = QLinearGradient(box.topLeft(), box.bottomRight())
        gradient.setColorAt(0, QColor("#2A52B4"))
        gradient.setColorAt(1, QColor("#16306E"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        radius = tokens.RADIUS["lg"] + 2
        painter.drawRoundedRect(box, radius, radius)
        if box.width() < self._look.space(520):
            return
        painter.setClipRect(self.rect())
        self._paint_chain(painter, box)

    def _paint_chain(self, painter: QPainter, box: QRectF) -> None:
        painter.translate(box.right() - 250, box.bottom() - 8)
        painter.rotate(-30)
        for n in range(6):
            color = QColor(_HONEY if n % 2 == 0 else _WHITE)
            color.setAlphaF(0.42 if n % 2 == 0 else 0.16)
            pen = QPen(color, 10)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(n * 58 - 20, -19, 88, 38), 19, 19)
