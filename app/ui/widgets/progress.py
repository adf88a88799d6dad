"""How far one is: segments of a lesson, meters. Each says its numbers to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box


class Segments(QWidget):
    """One segment per step: done is filled, the current one outlined and half filled.

    `on_ink` draws for a coloured background (the continue card).
    """

    def __init__(
        self,
        look: Look,
        count: int,
        current: int,
        done: frozenset[int] = frozenset(),
        *,
        on_ink: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._on_ink = on_ink
        self.setMinimumWidth(look.space(100))
        self.setFixedHeight(look.space(14))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_at(count, current, done)

    def show_at(self, count: int, current: int, done: frozenset[int]) -> None:
        """Show `current` (from 0; −1 for none) of `count`, with the finished ones."""
        self._count, self._current, self._done = count, current, done
        if current >= 0:
            words = _("Step {current} of {count}").format(current=current + 1, count=count)
        else:
            words = _("{done} of {count} steps done").format(done=len(done), count=count)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._count <= 0:
            return
        look = self._look
        painter = QPainter(self)
        gap = 5.0
        width = (self.width() - gap * (self._count - 1)) / self._count
        height = look.space(8)
        top = (self.height() - height) / 2
        empty = look.color("surface3")
        full = look.color("brand")
        if self._on_ink:
            empty = look.color("on_brand")
            empty.setAlphaF(0.35)
            full = look.color("honey")
        for n in range(self._count):
            box = QRectF(n * (width + gap), top, width, height)
            rounded_box(painter, box, height / 2, full if n in self._done else empty)
            if n == self._current:
                if n not in self._done:
                    half = QRectF(box.left(), box.top(), max(box.width() * 0.5, height), height)
                    rounded_box(painter, half, height / 2, full)
                edge = box.adjusted(-1.5, -2.5, 1.5, 2.5)
                rounded_box(painter, edge, height / 2 + 2, None, full, width=1.5)


class Meter(QWidget):
    """A bar from 0 to 100 in one tone; the words beside it carry the number."""

    def __init__(
        self,
        look: Look,
        percent: float,
        tone: str = "brand",
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._tone = tone
        self._label = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_percent(percent, tone)

    def show_percent(self, percent: float, tone: str) -> None:
        """Show another value, 0…100."""
        self._percent = min(max(percent, 0.0), 100.0)
        self._tone = tone
        self.setAccessibleName(
            _("{name}: {percent} of 100").format(name=self._label, percent=round(self._percent))
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.space(120), self._look.space(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        radius = self.height() / 2
        rounded_box(painter, QRectF(self.rect()), radius, look.color("surface3"))
        width = self.width() * self._percent / 100
        if width > 0:
            box = QRectF(0, 0, max(width, self.height()), self.height())
            rounded_box(painter, box, radius, look.color(self._tone))
