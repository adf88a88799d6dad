"""A page that scrolls up and down, with a thin bar in the look's colours."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box


class ThinScrollBar(QScrollBar):
    """A scroll bar without arrows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look

    def sizeHint(self) -> QSize:
        return QSize(12, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        span = self.maximum() - self.minimum()
        if span <= 0:
            return
        length = max(self.height() * self.pageStep() / (span + self.pageStep()), 26.0)
        top = (self.height() - length) * (self.value() - self.minimum()) / span
        tone = "border_strong" if self.underMouse() or self.isSliderDown() else "surface3"
        if self._look.contrast:
            tone = "border_strong"
        box = QRectF(3, top + 2, self.width() - 6, length - 4)
        rounded_box(painter, box, 3, self._look.color(tone))


class ScrollPage(QScrollArea):
    """Scrolls its content vertically only; the content is as wide as the page."""

    def __init__(self, look: Look, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Window and viewport share one colour, so nothing needs to be see-through. (Asking for
        # the viewport would make PySide load every kind of widget, which takes 16 ms.)
        self.setVerticalScrollBar(ThinScrollBar(look))
        self.setWidget(content)

    def reveal(self, widget: QWidget) -> None:
        """Scroll just far enough that a widget inside can be seen."""
        self.ensureWidgetVisible(widget, 0, 24)
