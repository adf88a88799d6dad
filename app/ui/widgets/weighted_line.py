"""A checklist item's words: what it says, how much it weighs, and why, painted as one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box
from app.ui.widgets.surfaces import TONES


class WeightedLine(QWidget):
    """`level` is (words, tone, icon) of the chip at the right of the text."""

    def __init__(self, look: Look, text: str, why: str, level: tuple[str, str, str]) -> None:
        super().__init__()
        self._look = look
        self._text = text
        self._why = why
        self._level = level
        self.setAccessibleName(f"{text} ({level[0]}) {why}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _chip_width(self) -> int:
        look = self._look
        words = look.metrics("micro-strong").horizontalAdvance(self._level[0])
        return words + look.icon_px(14) + look.space(5 + 18) + 1

    def _heights(self, width: int) -> tuple[int, int]:
        look = self._look
        room = width - self._chip_width() - look.space(10)
        text = look.wrapped_height("strong", self._text, room)
        return text, look.wrapped_height("small", self._why, width)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + self._look.space(3)

    def sizeHint(self) -> QSize:
        width = self._look.space(340)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(140), self._look.space(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        text, why = self._heights(self.width())
        top = (self.height() - text - why - look.space(3)) // 2
        chip = self._chip_width()
        room = self.width() - chip - look.space(10)
        box = QRect(0, top, room, text)
        draw_wrapped(painter, look.font("strong"), look.color("text"), box, self._text)
        below = QRect(0, top + text + look.space(3), self.width(), why)
        draw_wrapped(painter, look.font("small"), look.color("text2"), below, self._why)
        self._paint_chip(painter, QRectF(self.width() - chip, top, chip, look.space(24)))

    def _paint_chip(self, painter: QPainter, box: QRectF) -> None:
        look = self._look
        words, tone, icon = self._level
        fill, ink = TONES[tone]
        least = look.metrics("micro-strong").height() + look.space(4)
        box.setHeight(max(box.height(), least))
        rounded_box(painter, box, box.height() / 2, look.color(fill))
        edge = look.icon_px(14)
        left = look.space(9)
        at = QRectF(box.left() + left, box.center().y() - edge / 2, edge, edge)
        paint_icon(painter, icon, at, look.color(ink), stroke=2.2)
        painter.setFont(look.font("micro-strong"))
        painter.setPen(look.color(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box.adjusted(left + edge + look.space(5), 0, 0, 0), flags, words)
