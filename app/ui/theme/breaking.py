"""Text broken into lines, as Chinese and English rules ask."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


def wrapped_height(font: QFont, text: str, width: int) -> int:
    """How high a text stands when broken to this width; 0 for no text."""
    if not text:
        return 0
    metrics = QFontMetrics(font)
    if "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return metrics.height()
    return _laid_out(font, text, width)[1]


def draw_wrapped(painter: QPainter, font: QFont, color: QColor, box: QRect, text: str) -> None:
    """A text broken to the width of `box`, from its top."""
    painter.setPen(color)
    _laid_out(font, text, box.width())[0].draw(painter, QPointF(box.topLeft()))


def _laid_out(font: QFont, text: str, width: int) -> tuple[QTextLayout, int]:
    """Lines broken as Chinese and English rules ask: no comma begins one, no word is torn.

    `QPainter.drawText` can either tear words anywhere or let long ones stick out.
    """
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
        line = layout.createLine()
    layout.endLayout()
    return layout, ceil(height)
