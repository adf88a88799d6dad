"""Fields to type into, with the border of every other control."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from app.ui.theme import tokens
from app.ui.theme.icons import icon
from app.ui.theme.look import Look


class Field(QLineEdit):
    """One line of text; `name` is what a screen reader says."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        name: str,
        hint: str = "",
        leading_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(look.font("body"))
        self.setMinimumHeight(
            max(look.space(tokens.TARGET_PX["min"] + 4), look.metrics("body").height() + 14)
        )
        if leading_icon:
            self.addAction(
                QAction(icon(look, leading_icon, "text3", 18), "", self),
                QLineEdit.ActionPosition.LeadingPosition,
            )
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(name)  # a picture to the eye, a button to Qt
        self.dress("border_strong", "surface")

    def dress(self, border: str, fill: str) -> None:
        """Colour border and background: plain, right or wrong."""
        look = self._look
        self.setStyleSheet(
            f"QLineEdit {{ background: {look.hex(fill)}; color: {look.hex('text')};"
            f" border: 1.5px solid {look.hex(border)}; border-radius: 8px; padding: 2px 8px;"
            f" selection-background-color: {look.hex('brand')};"
            f" selection-color: {look.hex('on_brand')}; }}"
            f" QLineEdit:focus {{ border-color: {look.hex('brand')}; }}"
        )
