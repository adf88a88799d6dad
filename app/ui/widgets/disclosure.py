"""A line that opens: a question, and below it the answer once asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.layouts import column, holder
from app.ui.widgets.surfaces import Surface


class _Line(QPushButton):
    """The question itself, as a button that opens and closes."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        self._words = text
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._say)
        self._say(False)

    def _say(self, is_open: bool) -> None:
        words = _("{question} (open)") if is_open else _("{question} (closed)")
        self.setAccessibleName(words.format(question=self._words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _inner(self, width: int) -> int:
        return width - self._look.space(18 + 18 + 12) - self._look.icon_px(18)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._look.wrapped_height("strong", self._words, self._inner(width))
        return max(words + self._look.space(26), self._look.space(48))

    def sizeHint(self) -> QSize:
        width = self._look.space(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(160), self._look.space(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        width = self._inner(self.width())
        height = look.wrapped_height("strong", self._words, width)
        top = (self.height() - height) // 2
        ink = look.color("brand" if self.isChecked() or self.underMouse() else "text")
        box = QRect(look.space(18), top, width, height + 2)
        draw_wrapped(painter, look.font("strong"), ink, box, self._words)
        edge = look.icon_px(18)
        at = QRectF(self.width() - look.space(18) - edge, (self.height() - edge) / 2, edge, edge)
        icon = "chevron-down" if self.isChecked() else "chevron"
        paint_icon(painter, icon, at, look.color("text3"))


class Disclosure(Surface):
    """A question and its answer; the answer is built when it is first opened."""

    toggled = Signal(bool)

    def __init__(self, look: Look, question: str, make_answer: Callable[[], QWidget]) -> None:
        super().__init__(look, None, "card", radius="md")
        self._make_answer = make_answer
        self._answer: QWidget | None = None
        self.line = _Line(look, question)
        self.line.toggled.connect(self._on_toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.line)

    def is_open(self) -> bool:
        """Whether the answer can be seen."""
        return self.line.isChecked()

    def open(self, is_open: bool = True) -> None:
        """Show or hide the answer."""
        self.line.setChecked(is_open)

    def _on_toggled(self, is_open: bool) -> None:
        if self._answer is None:
            inner = column(self._look, [self._make_answer()], margins=(18, 0, 18, 16))
            self._answer = holder(inner)
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._answer)
        self._answer.setVisible(is_open)
        self.set_kind("chosen" if is_open else "card")
        self.toggled.emit(is_open)
