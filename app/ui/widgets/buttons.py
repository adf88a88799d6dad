"""Buttons, painted from the look: a real QPushButton keeps keyboard, role and name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme import tokens
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

# kind → (fill, fill under the pointer, fill pressed, text, border); "" is none
_KINDS = {
    "primary": ("brand", "brand_hover", "brand_press", "on_brand", ""),
    "tonal": ("brand_soft", "brand_soft", "brand_line", "brand", ""),
    "plain": ("surface2", "surface3", "surface3", "text", ""),
    "outline": ("surface", "surface", "surface2", "text", "border_strong"),
    "ghost": ("", "surface2", "surface3", "text2", ""),
    "nav": ("", "surface2", "surface3", "text2", ""),
    "danger": ("bad_soft", "bad_soft", "bad_line", "bad", "bad_line"),
    "on-ink": ("on_ink", "ink_hover", "ink_hover", "ink", ""),
    "help": ("honey_soft", "honey_soft", "warn_line", "honey_text", "warn_line"),
}

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Button(QPushButton):
    """A button with an optional icon before the text, or after it (`icon_after`).

    `kind`: primary, tonal, plain, outline, ghost, nav, danger, help. `is_dense` makes it
    36 px high instead of 44. Without text it is square and needs `name` for screen readers.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "plain",
        *,
        icon: str = "",
        icon_after: bool = False,
        is_dense: bool = False,
        name: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        # Not QPushButton(text, parent): to see that it is no icon, PySide would load the icons.
        super().__init__(parent)
        self.setText(text)
        self._look = look
        self._kind = kind
        self._icon = icon
        self._icon_after = icon_after
        self._is_dense = is_dense
        self._is_current = False
        self.setAccessibleName(name or text)
        if tip or (not text and name):
            self.setToolTip(tip or name)
        role = "small-strong" if is_dense else "strong"
        self._role = "body" if kind == "nav" else role
        self.setFont(look.font(self._role))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        across = QSizePolicy.Policy.Preferred if kind == "nav" else QSizePolicy.Policy.Maximum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: str) -> None:
        """Change how prominent the button is."""
        self._kind = kind
        self.update()

    def set_current(self, is_current: bool) -> None:
        """In a list of places: this is where one is. Spoken, and shown by colour and weight."""
        self._is_current = is_current
        self.setAccessibleDescription(_("You are here") if is_current else "")
        self.update()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
            return
        if event.key() in _ARROWS and self._kind != "nav":
            # To Qt they mean the next button; on our pages they scroll, or lead to the next step.
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click is one click: what a button means may change with the first."""
        event.accept()

    def _height(self) -> int:
        target = tokens.TARGET_PX["min" if self._is_dense else "comfortable"]
        return max(self._look.space(target), self._look.metrics(self._role).height() + 12)

    def sizeHint(self) -> QSize:
        height = self._height()
        if not self.text():
            return QSize(height, height)
        width = self._look.text_width(self._role, self.text())
        width += 2 * self._look.space(12 if self._is_dense else 18)
        if self._icon:
            width += self._look.icon_px(18) + self._look.space(8)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # ── where there is no room for one line (app.ui.widgets.flow)

    def least_size(self) -> QSize:
        """As narrow as the button may become: its words then stand on several lines."""
        wished = self.sizeHint()
        return QSize(min(wished.width(), self._look.space(110)), wished.height())

    def height_at(self, width: int) -> int:
        """How high the button is at this width."""
        wished = self.sizeHint()
        if not self.text() or width >= wished.width():
            return wished.height()
        words = self._look.wrapped_height(self._role, self.text(), self._room(width))
        return max(wished.height(), words + self._look.space(14))

    def _room(self, width: int) -> int:
        """What a width leaves for the words."""
        look = self._look
        icon = look.icon_px(18) + look.space(8) if self._icon else 0
        return max(width - 2 * look.space(12) - icon, 1)

    def _paint_lines(self, painter: QPainter, color: QColor) -> None:
        look = self._look
        edge, left, room = look.icon_px(18), look.space(12), self._room(self.width())
        high = look.wrapped_height(self._role, self.text(), room)
        at = left + (edge + look.space(8) if self._icon and not self._icon_after else 0)
        box = QRect(at, (self.height() - high) // 2, room, high + 2)
        draw_wrapped(painter, self.font(), color, box, self.text())
        if self._icon:
            side = self.width() - left - edge if self._icon_after else left
            middle = QRectF(side, (self.height() - edge) / 2, edge, edge)
            paint_icon(painter, self._icon, middle, color)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        fill, hover, press, ink, border = _KINDS[self._kind]
        if self._kind == "nav" and self._is_current:
            fill = hover = press = "brand_soft"
            ink = "brand"
        if self.isDown():
            fill = press
        elif self.underMouse() and self.isEnabled():
            fill = hover
        if not self.isEnabled():
            fill, ink, border = "surface2", "text3", ""
        painter = QPainter(self)
        radius = look.space(tokens.RADIUS["md"] - 2)
        rounded_box(
            painter,
            QRectF(self.rect()),
            radius,
            look.color(fill) if fill else None,
            look.color(border) if border else None,
            width=1.5,
        )
        self._paint_face(painter, ink)

    def _paint_face(self, painter: QPainter, ink: str) -> None:
        look = self._look
        color = look.color(ink)
        edge = look.icon_px(20 if not self.text() else 18)
        middle = self.height() / 2
        if not self.text():
            box = QRectF((self.width() - edge) / 2, middle - edge / 2, edge, edge)
            paint_icon(painter, self._icon, box, color)
            return
        if self._kind != "nav" and self.width() < self.sizeHint().width():
            self._paint_lines(painter, color)
            return
        font = self.font()
        if self._kind == "nav" and self._is_current:
            font = look.font("strong")
        painter.setFont(font)
        painter.setPen(color)
        gap = look.space(8)
        words = QFontMetrics(font).horizontalAdvance(self.text())
        total = words + (edge + gap if self._icon else 0)
        left = (self.width() - total) / 2
        if self._kind == "nav":
            left = look.space(14)
            gap = look.space(12)
        text_left = left
        if self._icon and not self._icon_after:
            paint_icon(painter, self._icon, QRectF(left, middle - edge / 2, edge, edge), color)
            text_left = left + edge + gap
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        box_text = QRect(round(text_left), 0, words + 4, self.height())
        painter.drawText(box_text, flags | Qt.TextFlag.TextSingleLine, self.text())
        if self._icon and self._icon_after:
            box = QRectF(text_left + words + gap, middle - edge / 2, edge, edge)
            paint_icon(painter, self._icon, box, color)
