"""A blank to type into, as a gap in a sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from app.learning.grading import LONGEST_TEXT
from app.ui.questions.verdict import CURRENT, DRESSES, Dress, Verdict, paint_box
from app.ui.theme import tokens
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look

_EMPTY = Dress("surface", "border_strong")
ROLE = "read"


class BlankField(QLineEdit):
    """One blank, painted from the look. `hint` is shown while it is empty."""

    def __init__(self, look: Look, *, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._verdict: Verdict | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(LONGEST_TEXT)
        self.setFont(look.font(ROLE))
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        palette = look.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        self.setPalette(palette)
        self._set_margins()

    def show_verdict(self, verdict: Verdict) -> None:
        """Mark the blank: a sign at its end, a line solid or dashed."""
        self._verdict = verdict
        self._set_margins()
        self.update()

    def _set_margins(self) -> None:
        side = self._look.space(8)
        sign = self._sign_edge() + self._look.space(4) if self._verdict else 0
        self.setTextMargins(side, 0, side + sign, 0)

    def _sign_edge(self) -> int:
        return self._look.icon_px(16)

    def wanted_height(self) -> int:
        """At least the smallest comfortable target."""
        look = self._look
        return max(look.space(tokens.TARGET_PX["min"] + 4), look.metrics(ROLE).height() + 12)

    def wanted_width(self) -> int:
        """Wide enough for what stands in it."""
        margins = self.textMargins()
        words = self.fontMetrics().horizontalAdvance(self.text())
        return words + margins.left() + margins.right() + 10

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        dress = CURRENT if self.hasFocus() and not self.isReadOnly() else _EMPTY
        if self._verdict:
            dress = DRESSES[self._verdict]
        paint_box(painter, look, QRectF(self.rect()), dress, "sm")
        if self._verdict:
            edge = self._sign_edge()
            left = self.width() - edge - look.space(8)
            at = QRectF(left, (self.height() - edge) / 2, edge, edge)
            paint_icon(painter, dress.icon, at, look.color(dress.ink), stroke=2.4)
        painter.end()
        super().paintEvent(event)
