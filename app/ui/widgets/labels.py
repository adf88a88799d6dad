"""Text on a page: one label class, its font and colour named by role."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
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
