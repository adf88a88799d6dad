"""Shares one below another: a name, how many of how many, and a bar with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.links.discrimination import Interval
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

_LEAST_NAME_PX = 110


class BarRow(NamedTuple):
    """One bar; `total` says how many of how many.

    `is_marked` puts a sign before the name; `is_pale` is for too few to say much.
    """

    name: str
    total: str
    share: Interval
    is_marked: bool = False
    is_pale: bool = False


class Bars(QWidget):
    """All bars have the same scale: 0 to 100 %."""

    def __init__(self, look: Look, rows: Sequence[BarRow], spoken: str) -> None:
        super().__init__()
        self._look = look
        self._rows = list(rows)
        self.setAccessibleName(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _mark(self, row: BarRow) -> int:
        return self._look.icon_px(15) + self._look.space(5) if row.is_marked else 0

    def _total_width(self, row: BarRow) -> int:
        return self._look.metrics("small").horizontalAdvance(row.total) + self._look.space(12)

    def _is_narrow(self, width: int) -> bool:
        """The numbers stand below the names, because these would be torn to pieces."""
        widest = max((self._total_width(row) for row in self._rows), default=0)
        return width - widest < self._look.column_px(_LEAST_NAME_PX)

    def _name_width(self, row: BarRow, width: int) -> int:
        beside = 0 if self._is_narrow(width) else self._total_width(row)
        return max(width - beside - self._mark(row), self._look.space(60))

    def _words_height(self, row: BarRow, width: int) -> int:
        below = self._look.metrics("small").height() if self._is_narrow(width) else 0
        name = self._look.wrapped_height("small", row.name, self._name_width(row, width))
        return name + below

    def _row_height(self, row: BarRow, width: int) -> int:
        return self._words_height(row, width) + self._look.space(5 + 8)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        gaps = self._look.space(12) * max(len(self._rows) - 1, 0)
        return sum(self._row_height(row, width) for row in self._rows) + gaps

    def sizeHint(self) -> QSize:
        width = self._look.column_px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(140), self._look.space(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = 0
        for row in self._rows:
            self._paint_row(painter, row, top)
            top += self._row_height(row, self.width()) + self._look.space(12)

    def _paint_row(self, painter: QPainter, row: BarRow, top: int) -> None:
        look = self._look
        high = self._words_height(row, self.width())
        left = self._mark(row)
        if row.is_marked:
            edge = look.icon_px(15)
            box = QRectF(0, top + (look.metrics("small").height() - edge) / 2, edge, edge)
            paint_icon(painter, "flag", box, look.color("brand"), stroke=2.2)
        ink = look.color("text2" if row.is_pale else "text")
        font = look.font("small-strong" if row.is_marked else "small")
        words = QRect(left, top, self._name_width(row, self.width()), high + 2)
        draw_wrapped(painter, font, ink, words, row.name)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text2"))
        line = look.metrics("small").height()
        if self._is_narrow(self.width()):
            total = QRect(0, top + high - line, self.width(), line)
            painter.drawText(total, Qt.AlignmentFlag.AlignLeft, row.total)
        else:
            total = QRect(0, top, self.width(), line)
            painter.drawText(total, Qt.AlignmentFlag.AlignRight, row.total)
        thick = look.space(8)
        self._paint_bar(painter, row, QRectF(0, top + high + look.space(5), self.width(), thick))

    def _paint_bar(self, painter: QPainter, row: BarRow, box: QRectF) -> None:
        look = self._look
        radius = box.height() / 2
        edge = look.color("border_strong") if look.contrast else None
        rounded_box(painter, box, radius, look.color("surface3"), edge)
        full = QRectF(box)
        full.setWidth(box.width() * row.share.value)
        if full.width() > 0:
            full.setWidth(max(full.width(), box.height()))
        fill = look.color("brand_line" if row.is_pale else "brand")
        low, high = box.width() * row.share.low + 1, box.width() * row.share.high - 1
        # Beside the bar in the colour of words; on it only the end, or the bar would look hollow.
        painter.setPen(QPen(look.color("text"), 1.6))
        if high > full.right():
            painter.drawLine(QLineF(full.right(), box.center().y(), high, box.center().y()))
            painter.drawLine(QLineF(high, box.top() + 1, high, box.bottom() - 1))
        if full.width() > 0:
            rounded_box(painter, full, radius, fill)
        end = "text" if row.is_pale or not full.contains(low, box.center().y()) else "on_brand"
        painter.setPen(QPen(look.color(end), 1.6))
        painter.drawLine(QLineF(low, box.top() + 1, low, box.bottom() - 1))
