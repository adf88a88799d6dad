"""Text on a page: one label class, its font and colour named by role."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.theme import icons
from app.ui.theme.look import Look


class Label(QLabel):
    """Plain text, never rich: what a lesson says is shown as it was typed.

    `role` is a text role of the look, `color` a token; `wraps` lets it break lines.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: str = "body",
        color: str = "text",
        *,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(role))
        self.paint_in(color)
        if wraps:
            self.setWordWrap(True)
            policy = self.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def paint_in(self, color: str) -> None:
        """Use another colour token."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(color))
        self.setPalette(palette)


class ShortLabel(Label):
    """One line that ends in … where it has no room; the whole text is spoken, and is the tip."""

    def __init__(
        self, look: Look, text: str, role: str = "body", color: str = "text", *, most_px: int
    ) -> None:
        super().__init__(look, text, role, color)
        self._ink = color
        self._most = look.column_px(most_px)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(min(wanted, self._most), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(40), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.color(self._ink))
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, words)


class IconLabel(QLabel):
    """An icon that only decorates: screen readers pass over it."""

    def __init__(
        self,
        look: Look,
        name: str,
        color: str = "text2",
        size: float = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        picture = icons.pixmap(look, name, color, size, self.devicePixelRatioF())
        self.setPixmap(picture)
        edge = look.icon_px(size)
        self.setFixedSize(QSize(edge, edge))
