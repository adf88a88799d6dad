"""A row of choices of which one is taken: 是 / 否 / 不清楚, light / dark / system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme import tokens
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box
from app.ui.widgets.surfaces import TONES


class Segment(NamedTuple):
    """One choice: its value, its word, and how it looks when taken."""

    value: str
    text: str
    tone: str = "brand"
    icon: str = ""


class _SegmentButton(QRadioButton):
    """A radio button drawn as a cell of the row, so that screen readers know it as one."""

    def __init__(self, look: Look, segment: Segment, parent: QWidget) -> None:
        super().__init__(segment.text, parent)
        self._look = look
        self._segment = segment
        self.setFont(look.font("small-strong"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        look = self._look
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self._segment.text) + 2 * look.space(13)
        if self._segment.icon:
            width += look.icon_px(15) + look.space(6)
        height = max(look.space(tokens.TARGET_PX["min"]), metrics.height() + 10)
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        ink = look.color("text")
        left = float(self.width() - self._content_width()) / 2
        if self.isChecked():
            fill, tone_ink = TONES[self._segment.tone]
            ink = look.color(tone_ink)
            box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            rounded_box(painter, box, 7, look.color(fill), ink, width=1.5)
            if self._segment.icon:
                edge = look.icon_px(15)
                at = QRectF(left, (self.height() - edge) / 2, edge, edge)
                paint_icon(painter, self._segment.icon, at, ink, stroke=2.2)
                left += edge + look.space(6)
        elif self.underMouse() and self.isEnabled():
            box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            rounded_box(painter, box, 7, look.color("surface2"))
        painter.setFont(self.font())
        painter.setPen(ink if self.isEnabled() else look.color("text3"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(round(left), 0, 0, 0), flags, self._segment.text)

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self._segment.text)
        if self.isChecked() and self._segment.icon:
            width += self._look.icon_px(15) + self._look.space(6)
        return width


class Segmented(QWidget):
    """One of several values; ← → move between them, each is a radio button by name."""

    picked = Signal(str)

    def __init__(
        self,
        look: Look,
        segments: Sequence[Segment],
        value: str = "",
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self._buttons: dict[str, _SegmentButton] = {}
        self._group = QButtonGroup(self)
        for segment in segments:
            button = _SegmentButton(look, segment, self)
            button.setAccessibleName(_("{name}: {value}").format(name=name, value=segment.text))
            button.setChecked(segment.value == value)
            self._group.addButton(button)
            layout.addWidget(button)
            self._buttons[segment.value] = button
            button.clicked.connect(lambda _checked, v=segment.value: self.picked.emit(v))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """The value taken, or an empty string."""
        return next((v for v, button in self._buttons.items() if button.isChecked()), "")

    def take(self, value: str) -> None:
        """Take a value without a signal; an empty string takes none."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == value)
        self._group.setExclusive(True)

    def buttons(self) -> list[QRadioButton]:
        """The cells, for focus order."""
        return list(self._buttons.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded_box(
            QPainter(self),
            QRectF(self.rect()),
            10,
            self._look.color("surface"),
            self._look.color("border_strong"),
        )
