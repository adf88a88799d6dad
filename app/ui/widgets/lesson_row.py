"""One link of the course chain: a node, its two lines to the neighbours, and the lesson's card.

Painted as one button, so that Home is built from few widgets and a screen reader hears
number, title, how far along, and length in one sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.theme import tokens
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.kept_heights import KeptHeights
from app.ui.widgets.painting import rounded_box

GUTTER = 66  # design pixels left of the card


class LessonCard(NamedTuple):
    """What a row shows. `state` is new, current, done, again or broken; `share` is 0…1."""

    lesson: str
    title: str
    subtitle: str
    state: str
    chip: str = ""
    share: float = 0.0
    is_first: bool = False
    is_last: bool = False
    is_after_done: bool = False
    spoken: str = ""


# state → (chip fill, chip ink, chip icon)
_CHIPS = {
    "done": ("ok_soft", "ok", "check"),
    "current": ("brand_soft", "brand", "play"),
    "again": ("honey_soft", "honey_text", "again"),
    "broken": ("bad_soft", "bad", "triangle"),
    "new": ("surface2", "text2", ""),
}


class LessonRow(KeptHeights, QPushButton):
    """A lesson in the chain; pressing it opens the lesson."""

    def __init__(self, look: Look, card: LessonCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.card = card
        self.setAccessibleName(card.spoken or f"{card.title}. {card.subtitle}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _chip_width(self) -> int:
        if not self.card.chip:
            return 0
        look = self._look
        words = look.text_width("micro-strong", self.card.chip)
        icon = look.icon_px(14) + look.space(5) if _CHIPS[self.card.state][2] else 0
        return words + icon + look.space(18)

    def _room(self, width: int) -> int:
        """What a width leaves for the words and the chip beside them."""
        look = self._look
        side = look.space(16 + 16) + look.icon_px(18) + look.space(10)
        return width - look.space(GUTTER) - side

    def _chip_is_below(self, width: int) -> bool:
        """Where the chip would leave the title less than eight Chinese characters."""
        beside = self._room(width) - self._chip_width() - self._look.space(12)
        return bool(self.card.chip) and beside < 8 * self._look.px("h3")

    def _chip_height(self) -> int:
        return max(self._look.space(24), self._look.metrics("micro").height() + 4)

    def _text_width(self, width: int) -> int:
        room = self._room(width)
        if not self.card.chip or self._chip_is_below(width):
            return room
        return room - self._chip_width() - self._look.space(12)

    def height_for(self, width: int) -> int:
        look = self._look
        inner = self._text_width(width)
        words = look.wrapped_height("h3", self.card.title, inner)
        words += look.wrapped_height("small", self.card.subtitle, inner)
        if self._chip_is_below(width):
            words += self._chip_height() + look.space(6)
        return max(words + look.space(22), look.space(60)) + look.space(10)

    def sizeHint(self) -> QSize:
        width = self._look.space(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(GUTTER + 110), self._look.space(70))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._look.space(10)
        card = QRectF(
            self._look.space(GUTTER),
            0,
            self.width() - self._look.space(GUTTER),
            self.height() - gap,
        )
        self._paint_chain(painter, card.center().y())
        self._paint_card(painter, card)

    def _paint_chain(self, painter: QPainter, middle: float) -> None:
        look, card = self._look, self.card
        edge = look.space(40)
        left = look.space(10)
        centre = left + edge / 2
        done = card.state in ("done", "again")
        for is_above in (True, False):
            if (is_above and card.is_first) or (not is_above and card.is_last):
                continue
            strong = (is_above and card.is_after_done) or (not is_above and done)
            pen = QPen(look.color("brand" if strong else "border_strong"), 3 if strong else 1.5)
            painter.setPen(pen)
            top, bottom = (0.0, middle) if is_above else (middle, float(self.height()))
            for offset in (-5.5, 5.5):
                painter.drawLine(
                    round(centre + offset), round(top), round(centre + offset), round(bottom)
                )
        box = QRectF(left, middle - edge / 2, edge, edge)
        radius = edge * 0.3
        icon_edge = edge * 0.46
        icon_box = QRectF(centre - icon_edge / 2, middle - icon_edge / 2, icon_edge, icon_edge)
        if done:
            rounded_box(painter, box, radius, look.color("brand"))
            paint_icon(painter, "check", icon_box, look.color("on_brand"), stroke=2.6)
        elif card.state == "current":
            outer = box.adjusted(-3, -3, 3, 3)
            rounded_box(painter, outer, radius + 3, look.color("brand_soft"))
            rounded_box(painter, box, radius, look.color("surface"))
            pen = QPen(look.color("brand"), 4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            ring = box.adjusted(5, 5, -5, -5)
            painter.drawArc(ring, 90 * 16, -round(360 * 16 * max(card.share, 0.04)))
            inner = icon_box.adjusted(3, 3, -3, -3)
            paint_icon(painter, "play", inner, look.color("brand"), stroke=2.4)
        else:
            broken = card.state == "broken"
            tone = look.color("bad" if broken else "border_strong")
            rounded_box(
                painter, box, radius, look.color("surface"), tone, width=1.5, is_dashed=broken
            )
            icon = "triangle" if broken else "book"
            ink = look.color("bad" if broken else "text2")
            paint_icon(painter, icon, icon_box, ink)

    def _paint_card(self, painter: QPainter, box: QRectF) -> None:
        look, card = self._look, self.card
        border = "brand" if card.state == "current" else "border"
        if self.underMouse() and card.state != "current":
            border = "border_strong"
        fill = "surface2" if self.isDown() else "surface"
        rounded_box(
            painter,
            box,
            tokens.RADIUS["md"],
            look.color(fill),
            look.color(border),
            width=2 if card.state == "current" else 1.2,
        )
        left = round(box.left()) + look.space(16)
        width = self._text_width(self.width())
        title = look.wrapped_height("h3", card.title, width)
        below = look.wrapped_height("small", card.subtitle, width)
        is_below = self._chip_is_below(self.width())
        chip = self._chip_height() + look.space(6) if is_below else 0
        top = round(box.center().y() - (title + below + chip) / 2)
        draw_wrapped(
            painter,
            look.font("h3"),
            look.color("text"),
            QRect(left, top, width, title + 2),
            card.title,
        )
        draw_wrapped(
            painter,
            look.font("small"),
            look.color("text2"),
            QRect(left, top + title, width, below + 2),
            card.subtitle,
        )
        edge = look.icon_px(18)
        right = box.right() - look.space(14) - edge
        at = QRectF(right, box.center().y() - edge / 2, edge, edge)
        paint_icon(painter, "chevron", at, look.color("text3"))
        if is_below:
            foot = top + title + below + look.space(6) + self._chip_height() / 2
            self._paint_chip(painter, left + self._chip_width(), foot)
        elif card.chip:
            self._paint_chip(painter, right - look.space(10), box.center().y())

    def _paint_chip(self, painter: QPainter, right: float, middle: float) -> None:
        look = self._look
        fill, ink, icon = _CHIPS[self.card.state]
        width = self._chip_width()
        height = self._chip_height()
        box = QRectF(right - width, middle - height / 2, width, height)
        rounded_box(painter, box, height / 2, look.color(fill))
        left = look.space(9)
        if icon:
            edge = look.icon_px(14)
            at = QRectF(box.left() + left, middle - edge / 2, edge, edge)
            paint_icon(painter, icon, at, look.color(ink), stroke=2.4)
            left += edge + look.space(5)
        painter.setFont(look.font("micro-strong"))
        painter.setPen(look.color(ink))
        painter.drawText(
            box.adjusted(left, 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.card.chip,
        )
