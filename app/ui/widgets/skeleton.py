"""The shape of a list that is still to come; it does not move."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

_WIDTHS = (0.62, 0.88, 0.74, 0.55)


class Skeleton(QWidget):
    """Grey bars where lines will stand; decoration, without a name."""

    def __init__(self, look: Look, rows: int) -> None:
        super().__init__()
        self._look = look
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.space(300), self._rows * self._look.space(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = self._look.space(34)
        for number in range(self._rows):
            width = self.width() * _WIDTHS[number % len(_WIDTHS)]
            box = QRectF(0, number * step, width, self._look.space(16))
            rounded_box(painter, box, 6, self._look.color("surface2"))
