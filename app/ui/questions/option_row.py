"""A row that can be chosen until the answer is checked, and says how it came out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.questions.arranged import ENTER
from app.ui.questions.verdict import Verdict
from app.ui.theme.look import Look
from app.ui.widgets.choice_row import ChoiceRow

# Keys whose meaning the view around decides; Qt's buttons would move the focus themselves.
_LEFT_TO_THE_VIEW = ENTER | {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class OptionRow(ChoiceRow):
    """A choice row that can be locked.

    A locked row keeps its place in the Tab order, so that marks and reasons can be read
    with the keyboard alone. Without `is_tick` a chosen row stays chosen when pressed again.
    """

    focused = Signal()

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
        super().__init__(
            look, text, badge, is_tick=is_tick, trailing_icon=trailing_icon, parent=parent
        )
        self._is_locked = False
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # as high as its words, no more
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def lock(self) -> None:
        """Keep the row as it is from now on."""
        self._is_locked = True
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_verdict(self, verdict: Verdict, note: str, reason: str, spoken: str = "") -> None:
        """Mark the row. `spoken` replaces the note for screen readers, who see no sign."""
        self.show_mark(verdict, reason, note)
        if spoken:
            self.setAccessibleName("  ".join(self._spoken_parts(spoken, reason)))

    def _spoken_parts(self, spoken: str, reason: str) -> list[str]:
        first = f"{self._badge}. {self.words()}" if self._badge else self.words()
        return [part for part in (first, spoken, reason) if part]

    # ── a note beside the words, or below them where it would leave them less than 12 signs

    def _note_is_below(self, width: int) -> bool:
        return bool(self._note) and super()._text_width(width) < 12 * self._look.px("body")

    def _note_height(self) -> int:
        return self._look.space(24) + self._look.metrics("micro").height() // 8

    def _text_width(self, width: int) -> int:
        if self._note_is_below(width):
            return width - self._text_left() - self._look.space(16)
        return super()._text_width(width)

    def height_for(self, width: int) -> int:
        below = self._note_height() + self._look.space(8) if self._note_is_below(width) else 0
        return super().height_for(width) + below

    def _paint_words(self, painter: QPainter) -> None:
        painter.save()
        if self._note_is_below(self.width()):
            painter.translate(0, -(self._note_height() + self._look.space(8)) / 2)
        super()._paint_words(painter)
        painter.restore()

    def _paint_trailing(self, painter: QPainter) -> None:
        painter.save()
        if self._note_is_below(self.width()):
            right = self.width() - self._look.space(14)
            across = super()._note_width() - self._look.space(14)
            down = (self.height() - self._note_height()) / 2 - self._look.space(16)
            painter.translate(self._text_left() - (right - across), down)
        super()._paint_trailing(painter)
        painter.restore()

    # ── state

    def nextCheckState(self) -> None:
        if not self._is_locked:
            self.setChecked(not self.isChecked() if self._is_tick else True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEFT_TO_THE_VIEW:
            event.ignore()
            return
        super().keyPressEvent(event)
