"""A question in a list of results: how it came out, its words, and the way to look at it again."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.i18n import _
from app.ui.theme import tokens
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box


def outcome(score: float) -> tuple[str, str, str]:
    """A score in words, tone and icon."""
    if score >= 1:
        return _("Right"), "ok", "check"
    if score > 0:
        return _("Partly right"), "warn", "triangle"
    return _("Not right"), "bad", "cross"


class ResultRow(QPushButton):
    """Number, words and outcome; pressing it opens the question."""

    def __init__(
        self, look: Look, number: int, text: str, score: float, *, is_changed: bool = False
    ) -> None:
        super().__init__()
        self._look = look
        self._words = f"{number}. {text}"
        self._outcome, self._tone, self._icon = outcome(score)
        if is_changed:
            self._outcome, self._tone, self._icon = _("Changed since"), "honey_text", "again"
        self.setAccessibleName(f"{self._words} {self._outcome}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _text_width(self, width: int) -> int:
        look = self._look
        note = look.metrics("small-strong").horizontalAdvance(self._outcome)
        return width - look.space(16 + 12 + 12 + 14 + 8) - 2 * look.icon_px(20) - note

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = self._look
        words = look.wrapped_height("body", self._words, self._text_width(width))
        return max(words + look.space(22), look.space(48))

    def sizeHint(self) -> QSize:
        width = self._look.space(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(180), self._look.space(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        border = "border_strong" if self.underMouse() else "border"
        rounded_box(
            painter,
            QRectF(self.rect()),
            tokens.RADIUS["md"],
            look.color("surface"),
            look.color(border),
            width=1.2,
        )
        edge = look.icon_px(20)
        middle = self.height() / 2
        left = look.space(16)
        at = QRectF(left, middle - edge / 2, edge, edge)
        paint_icon(painter, self._icon, at, look.color(self._tone), stroke=2.4)
        width = self._text_width(self.width())
        height = look.wrapped_height("body", self._words, width)
        box = QRect(left + edge + look.space(12), round(middle - height / 2), width, height + 2)
        draw_wrapped(painter, look.font("body"), look.color("text"), box, self._words)
        chevron = QRectF(self.width() - look.space(14) - edge, middle - edge / 2, edge, edge)
        paint_icon(painter, "chevron", chevron, look.color("text3"))
        painter.setFont(look.font("small-strong"))
        painter.setPen(look.color(self._tone))
        note = QRect(0, 0, round(chevron.left()) - look.space(8), self.height())
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(note, flags, self._outcome)
