"""A row of choices of which one is taken: 是 / 否 / 不清楚, light / dark / system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from app.i18n import _
from app.ui.theme import tokens
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.flow import Placing
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

    def height_at(self, width: int) -> int:
        """How high the cell is at this width."""
        wished = self.sizeHint()
        if width >= wished.width():
            return wished.height()
        words = self._look.wrapped_height("small-strong", self._segment.text, self._room(width))
        return max(wished.height(), words + 12)

    def _room(self, width: int) -> int:
        sign = self._look.icon_px(15) + self._look.space(6) if self._segment.icon else 0
        return max(width - 2 * self._look.space(13) - sign, 1)

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
        if self.width() < self.sizeHint().width():
            room = self._room(self.width())
            high = look.wrapped_height("small-strong", self._segment.text, room)
            place = QRect(round(max(left, look.space(13))), (self.height() - high) // 2, room, high)
            draw_wrapped(painter, self.font(), ink, place, self._segment.text)
            return
        painter.setFont(self.font())
        painter.setPen(ink if self.isEnabled() else look.color("text3"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect().adjusted(round(left), 0, 0, 0), flags, self._segment.text)

    def _content_width(self) -> int:
        width = QFontMetrics(self.font()).horizontalAdvance(self._segment.text)
        if self.isChecked() and self._segment.icon:
            width += self._look.icon_px(15) + self._look.space(6)
        return width


class Segmented(Placing):
    """One of several values; ← → move between them, each is a radio button by name.

    The cells stand side by side, or one below another where there is no room.
    """

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
        self._buttons: dict[str, _SegmentButton] = {}
        self._group = QButtonGroup(self)
        for segment in segments:
            button = _SegmentButton(look, segment, self)
            button.setAccessibleName(_("{name}: {value}").format(name=name, value=segment.text))
            button.setChecked(segment.value == value)
            self._group.addButton(button)
            self._buttons[segment.value] = button
            button.clicked.connect(lambda _checked, v=segment.value: self.picked.emit(v))
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        cells = list(self._buttons.values())
        wished = [cell.sizeHint() for cell in cells]
        placed: list[tuple[QWidget, QRect]] = []
        if sum(size.width() for size in wished) + 2 <= width:
            left = 1
            for cell, size in zip(cells, wished, strict=True):
                placed.append((cell, QRect(QPoint(left, 1), size)))
                left += size.width()
            return placed
        top = 1
        for cell in cells:
            high = cell.height_at(width - 2)
            placed.append((cell, QRect(1, top, width - 2, high)))
            top += high
        return placed

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + 1

    def sizeHint(self) -> QSize:
        wished = [cell.sizeHint() for cell in self._buttons.values()]
        width = sum(size.width() for size in wished)
        return QSize(width + 2, max((size.height() for size in wished), default=0) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.space(110)), self.sizeHint().height())

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
