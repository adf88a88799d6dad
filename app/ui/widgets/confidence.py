"""How sure one is, 50 to 100 %: a real slider, painted, with its number beside it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from app.i18n import _
from app.ui.theme.look import Look
from app.ui.widgets.flow import Aside
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column
from app.ui.widgets.painting import rounded_box

LEAST, MOST, STEP = 50, 100, 5


class SureSlider(QSlider):
    """50…100 in steps of 5."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setRange(LEAST, MOST)
        self.setSingleStep(STEP)
        self.setPageStep(2 * STEP)
        self.setValue(75)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("How sure are you?"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.space(240), self._look.space(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(120), self._look.space(30))

    def _inset(self) -> int:
        return self._look.space(11)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere goes there, and the handle follows the mouse."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def _follow(self, event: QMouseEvent) -> None:
        room = max(self.width() - 2 * self._inset(), 1)
        share = min(max((event.position().x() - self._inset()) / room, 0.0), 1.0)
        self.setValue(LEAST + STEP * round(share * (MOST - LEAST) / STEP))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset, middle = self._inset(), self.height() / 2
        room = self.width() - 2 * inset
        at = inset + room * (self.value() - LEAST) / (MOST - LEAST)
        high = look.space(7)
        is_on = self.isEnabled()
        track = QRectF(inset, middle - high / 2, room, high)
        rounded_box(painter, track, high / 2, look.color("surface3"), look.color("border_strong"))
        full = QRectF(inset, middle - high / 2, at - inset, high)
        if is_on and full.width() > 1:
            rounded_box(painter, full, high / 2, look.color("brand"))
        radius = look.space(10)
        ring = look.color("brand" if is_on else "border_strong")
        knob = QRectF(QPointF(at - radius, middle - radius), QPointF(at + radius, middle + radius))
        rounded_box(painter, knob, radius, look.color("surface"), ring, width=3)


class Confidence(QWidget):
    """The slider, its number, and what the number means in words."""

    changed = Signal(float)  # 0.5…1

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.slider = SureSlider(look)
        self._words = Label(look, _("How sure are you?"), "small")
        self._number = Label(look, "", "small-strong", "brand")
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = Aside(look, self._words, self._number, least_px=90)
        self.setLayout(column(look, [head, self.slider], gap=0))
        self.slider.valueChanged.connect(self._on_change)
        self._show()

    @property
    def value(self) -> float:
        """0.5…1."""
        return self.slider.value() / 100

    def set_value(self, value: float) -> None:
        """Show another value, 0.5…1."""
        self.slider.setValue(round(value * 100))

    def step(self, direction: int) -> None:
        """One step more (1) or less (−1) sure."""
        self.slider.setValue(self.slider.value() + direction * STEP)

    def set_asked(self, *, is_asked: bool) -> None:
        """“Can't tell” takes no confidence."""
        self.slider.setEnabled(is_asked)
        self._show()

    def _on_change(self, _value: int) -> None:
        self._show()
        self.changed.emit(self.value)

    def _show(self) -> None:
        value = self.slider.value()
        if not self.slider.isEnabled():
            words = _("not asked here")
        elif value < 60:
            words = _("{percent} % · a guess")
        elif value < 80:
            words = _("{percent} % · rather sure")
        elif value < MOST:
            words = _("{percent} % · very sure")
        else:
            words = _("{percent} % · certain")
        told = words.format(percent=value)
        self._number.setText(told)
        self._number.updateGeometry()
        self.slider.setAccessibleDescription(told)
