"""A real QR code on white, as on a poster; dark themes change nothing about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _
from app.links.qr import QUIET, modules_of
from app.ui.theme.look import Look

_EDGE_PX = 168


class QrCode(QWidget):
    """The code of a text, with the quiet zone it needs to be read by any phone."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        rows = modules_of(text)
        side = len(rows) + 2 * QUIET
        picture = QImage(side, side, QImage.Format.Format_RGB32)
        picture.fill(QColor("#FFFFFF"))
        dark = QColor("#101420").rgb()
        for y, row in enumerate(rows, start=QUIET):
            for x, is_dark in enumerate(row, start=QUIET):
                if is_dark:
                    picture.setPixel(x, y, dark)
        self._picture = picture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("A QR code for practice. Scan it to read what it says."))

    def sizeHint(self) -> QSize:
        # Whole pixels for each module: scaled by anything else it would blur.
        side = self._picture.width()
        module = max(2, round(self._look.space(_EDGE_PX) / side))
        return QSize(module * side, module * side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(QRect(0, 0, self.width(), self.height()), self._picture)
        painter.end()


def grey_of(picture: QImage) -> tuple[bytes, int, int]:
    """A picture as grey bytes without gaps, with its width and height, for `read_codes`."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, step = grey.width(), grey.height(), grey.bytesPerLine()
    held = bytes(grey.constBits())
    rows = (held[y * step : y * step + width] for y in range(height))
    return b"".join(rows), width, height
