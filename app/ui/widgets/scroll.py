"""A page that scrolls up and down, with a thin bar in the look's colours."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from app.progress.events import Json
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
    """Scrolls its content vertically only; the content is as wide as the page.

    ← and → end here, so that nobody leaves a page who only went past the last of some answers;
    with `passes_sideways` the page hears of them.
    """

    def __init__(self, look: Look, content: QWidget, *, passes_sideways: bool = False) -> None:
        super().__init__()
        self._passes_sideways = passes_sideways
        self._wanted: float | None = None  # a share of the way, until the layout is known
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinScrollBar(look))
        self.verticalScrollBar().rangeChanged.connect(self._go_where_wanted)
        # No brush for the ground, so that what lies below shows through the viewport. It is not
        # asked for itself: to name its exact kind PySide loads every kind of widget, which
        # takes 16 ms of the start.
        palette = self.palette()
        palette.setBrush(QPalette.ColorRole.Window, QBrush())
        self.setPalette(palette)
        self.setWidget(content)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if sideways and self._passes_sideways:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def place(self) -> Json:
        """How far down one is: the share of the way, 0…1, which holds at another text size too."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() > 0 else 0.0

    def return_to(self, place: Json) -> None:
        """Go to such a place, and stay there until the page is painted; 1.0 is the end.

        How high a page is, is known only once its layout has settled.
        """
        if isinstance(place, float):
            self._wanted = min(max(place, 0.0), 1.0)
            self._go_where_wanted()

    def _go_where_wanted(self) -> None:
        if self._wanted is not None:
            bar = self.verticalScrollBar()
            bar.setValue(round(self._wanted * bar.maximum()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Of the part that scrolls."""
        super().paintEvent(event)
        self._wanted = None

    def reveal(self, widget: QWidget) -> None:
        """Scroll just far enough that a widget inside can be seen."""
        self._wanted = None
        self.ensureWidgetVisible(widget, 0, 24)

    def reveal_at(self, widget: QWidget, above: int) -> None:
        """Scroll so that this many pixels of a widget are above the page's upper edge."""
        self._wanted = None
        inner = self.widget()
        if inner is not None:
            self.verticalScrollBar().setValue(widget.mapTo(inner, QPoint(0, above)).y())
