"""Cards, insets, bars and chips: what content stands on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QWidget

from app.ui.theme import tokens
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

# kind → (fill, border)
_SURFACES = {
    "card": ("surface", "border"),
    "inset": ("surface2", ""),
    "ok": ("ok_soft", "ok_line"),
    "bad": ("bad_soft", "bad_line"),
    "warn": ("warn_soft", "warn_line"),
    "info": ("info_soft", "brand_line"),
    "honey": ("honey_soft", "warn_line"),
    "chosen": ("surface", "brand"),
}

TONES = {
    "brand": ("brand_soft", "brand"),
    "ok": ("ok_soft", "ok"),
    "bad": ("bad_soft", "bad"),
    "warn": ("warn_soft", "warn"),
    "info": ("info_soft", "info"),
    "honey": ("honey_soft", "honey_text"),
    "mute": ("surface2", "text2"),
}


class Surface(QFrame):
    """A rounded box with content: card, inset, ok, bad, warn, info, honey, chosen."""

    def __init__(
        self,
        look: Look,
        layout: QLayout | None = None,
        kind: str = "card",
        *,
        radius: str = "lg",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._radius = tokens.RADIUS[radius]
        if layout is not None:
            self.setLayout(layout)

    def set_kind(self, kind: str) -> None:
        """Change fill and border."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, border = _SURFACES[self._kind]
        rounded_box(
            QPainter(self),
            QRectF(self.rect()),
            self._radius,
            self._look.color(fill),
            self._look.color(border) if border else None,
        )


class Bar(QFrame):
    """A full-width strip with one line at an edge: `top`, `bottom`, `right` or none ("")."""

    def __init__(
        self, look: Look, layout: QLayout, *, edge: str = "", fill: str = "surface"
    ) -> None:
        super().__init__()
        self._look = look
        self._edge = edge
        self._fill = fill
        self._line = "border"
        self.setLayout(layout)

    def set_fill(self, fill: str, line: str) -> None:
        """Change the strip's colours."""
        self._fill, self._line = fill, line
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color(self._fill))
        line = self._look.color(self._line)
        if self._edge == "top":
            painter.fillRect(0, 0, self.width(), 1, line)
        elif self._edge == "bottom":
            painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        elif self._edge == "right":
            painter.fillRect(self.width() - 1, 0, 1, self.height(), line)


class Chip(QWidget):
    """A short word with a tinted background and an optional icon; tones as in TONES."""

    def __init__(
        self,
        look: Look,
        text: str,
        tone: str = "brand",
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._text = text
        self._tone = tone
        self._icon = icon
        self.setAccessibleName(text)
        self.setFont(look.font("micro-strong"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The word on the chip."""
        return self._text

    def set_text(self, text: str, tone: str | None = None, icon: str | None = None) -> None:
        """Change word, tone and icon."""
        self._text = text
        self._tone = self._tone if tone is None else tone
        self._icon = self._icon if icon is None else icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._text) + 2 * look.space(9)
        if self._icon:
            width += look.icon_px(14) + look.space(5)
        return QSize(width + 1, max(metrics.height() + look.space(4), look.space(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        fill, ink = TONES[self._tone]
        painter = QPainter(self)
        rounded_box(painter, QRectF(self.rect()), self.height() / 2, look.color(fill))
        left = look.space(9)
        if self._icon:
            edge = look.icon_px(14)
            box = QRectF(left, (self.height() - edge) / 2, edge, edge)
            paint_icon(painter, self._icon, box, look.color(ink), stroke=2.2)
            left += edge + look.space(5)
        painter.setFont(self.font())
        painter.setPen(look.color(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, self._text)


class KeyCap(QWidget):
    """A key's name as a small cap: a reminder for the eye, passed over by screen readers."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = text
        self.setFont(look.font("micro"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._text) + self._look.space(12)
        height = metrics.height() + self._look.space(5)
        return QSize(max(width, height), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        rounded_box(
            painter, QRectF(self.rect()), 5, look.color("surface"), look.color("border"), width=1.2
        )
        painter.setFont(self.font())
        painter.setPen(look.color("text3"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
