"""A row to choose: a letter, the text, and after the answer its reason beside it.

Painted as one button, so that a screen reader hears one thing: letter, text, state, reason.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme import tokens
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.kept_heights import KeptHeights
from app.ui.widgets.painting import rounded_box

Mark = Literal["none", "right", "wrong", "missed", "quiet"]

# mark → (fill, border, badge fill, badge ink, chip tone, chip icon)
_MARKS = {
    "right": ("ok_soft", "ok", "ok", "surface", "ok", "check"),
    "wrong": ("surface", "bad", "bad", "surface", "bad", "cross"),
    "missed": ("surface", "ok", "ok_soft", "ok", "ok", "check"),
}


class ChoiceRow(KeptHeights, QPushButton):
    """One option. `badge` is its key (A, 1 …); `is_tick` draws a box to tick."""

    def __init__(
        self,
        look: Look,
        text: str,
        badge: str = "",
        *,
        is_tick: bool = False,
        trailing_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._words = text
        self._badge = badge
        self._is_tick = is_tick
        self._trailing_icon = trailing_icon
        self._mark: Mark = "none"
        self._reason = ""
        self._note = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say()

    def words(self) -> str:
        """The option's text."""
        return self._words

    def show_mark(self, mark: Mark, reason: str = "", note: str = "") -> None:
        """After grading: how the row came out, its reason, and a short note at its right."""
        self._mark, self._reason, self._note = mark, reason, note
        self.forget_heights()
        self._say()
        self.updateGeometry()
        self.update()

    def _say(self) -> None:
        parts = [f"{self._badge}. {self._words}" if self._badge else self._words]
        if self._note:
            parts.append(self._note)
        if self._reason:
            parts.append(self._reason)
        self.setAccessibleName("  ".join(parts))

    # ── geometry

    def _text_left(self) -> int:
        return self._look.space(16) + (
            self._badge_edge() + self._look.space(14) if self._badge else 0
        )

    def _badge_edge(self) -> int:
        return max(self._look.space(30), self._look.metrics("strong").height() + 4)

    def _note_width(self) -> int:
        if self._note:
            words = self._look.text_width("micro-strong", self._note)
            return words + self._look.icon_px(14) + self._look.space(5 + 18 + 14)
        return self._look.icon_px(18) + self._look.space(12) if self._trailing_icon else 0

    def _text_width(self, width: int) -> int:
        return width - self._text_left() - self._note_width() - self._look.space(16)

    def height_for(self, width: int) -> int:
        look = self._look
        text_width = self._text_width(width)
        height = look.wrapped_height("body", self._words, text_width)
        if self._reason:
            height += look.space(4)
            height += look.wrapped_height("small", self._reason, text_width)
        return max(height + look.space(32), self._badge_edge() + look.space(26))

    def sizeHint(self) -> QSize:
        width = self._look.space(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(160), self._badge_edge() + self._look.space(20))

    # ── painting

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        fill, border, badge_fill, badge_ink = "surface", "border", "surface2", "text2"
        width, is_dashed = 1.5, False
        if self._mark in _MARKS:
            fill, border, badge_fill, badge_ink, _tone, _icon = _MARKS[self._mark]
            width, is_dashed = 2.0, self._mark in ("wrong", "missed")
        elif self.isChecked():
            fill, border, badge_fill, badge_ink = "brand_soft", "brand", "brand", "on_brand"
            width = 2.0
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            border = "border_strong"
            fill = "surface2" if self.isDown() else "surface"
        rounded_box(
            painter,
            QRectF(self.rect()),
            tokens.RADIUS["md"],
            look.color(fill),
            look.color(border),
            width=width,
            is_dashed=is_dashed,
        )
        if self._badge:
            self._paint_badge(painter, badge_fill, badge_ink)
        self._paint_words(painter)
        self._paint_trailing(painter)

    def _paint_badge(self, painter: QPainter, fill: str, ink: str) -> None:
        look = self._look
        edge = self._badge_edge()
        top = look.space(13)
        box = QRectF(look.space(16), top, edge, edge)
        radius = 5 if self._is_tick else tokens.RADIUS["sm"]
        border = look.color("border_strong") if self._is_tick and fill == "surface2" else None
        rounded_box(painter, box, radius, look.color(fill), border, width=1.5)
        if self._is_tick and self.isChecked():
            inner = box.adjusted(edge * 0.2, edge * 0.2, -edge * 0.2, -edge * 0.2)
            paint_icon(painter, "check", inner, look.color(ink), stroke=3)
            return
        painter.setFont(look.font("strong"))
        painter.setPen(look.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _paint_words(self, painter: QPainter) -> None:
        look = self._look
        left, width = self._text_left(), self._text_width(self.width())
        words = look.wrapped_height("body", self._words, width)
        reason = look.wrapped_height("small", self._reason, width)
        total = words + (reason + look.space(4) if reason else 0)
        top = (self.height() - total) // 2
        ink = look.color("text2" if self._mark == "quiet" else "text")
        draw_wrapped(
            painter, look.font("body"), ink, QRect(left, top, width, words + 4), self._words
        )
        if reason:
            box = QRect(left, top + words + look.space(4), width, reason + 4)
            draw_wrapped(painter, look.font("small"), look.color("text2"), box, self._reason)

    def _paint_trailing(self, painter: QPainter) -> None:
        look = self._look
        if self._note and self._mark in _MARKS:
            *_unused, tone, icon = _MARKS[self._mark]
            edge = look.icon_px(14)
            words = QFontMetrics(look.font("micro-strong")).horizontalAdvance(self._note)
            width = words + edge + look.space(5 + 18)
            height = look.space(24) + look.metrics("micro").height() // 8
            box = QRectF(
                self.width() - width - look.space(14), (self.height() - height) / 2, width, height
            )
            rounded_box(painter, box, height / 2, look.color(tone + "_soft"))
            at = QRectF(box.left() + look.space(9), box.center().y() - edge / 2, edge, edge)
            paint_icon(painter, icon, at, look.color(tone), stroke=2.4)
            painter.setFont(look.font("micro-strong"))
            painter.setPen(look.color(tone))
            painter.drawText(
                box.adjusted(look.space(14) + edge, 0, 0, 0),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                self._note,
            )
        elif self._trailing_icon:
            edge = look.icon_px(18)
            at = QRectF(
                self.width() - edge - look.space(14), (self.height() - edge) / 2, edge, edge
            )
            paint_icon(painter, self._trailing_icon, at, look.color("text3"))


def your_choice() -> str:
    """The note on a wrongly chosen row."""
    return _("Your choice")


def right_answer() -> str:
    """The note on a right row."""
    return _("Right answer")
