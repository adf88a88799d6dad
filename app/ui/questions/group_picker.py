"""Choosing one of two to four groups: cells that stand side by side and wrap where they must."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from app.content.models import Group
from app.i18n import _
from app.ui.questions.arranged import ENTER
from app.ui.questions.verdict import DRESSES, Dress, Verdict, paint_box
from app.ui.theme import tokens
from app.ui.theme.breaking import draw_wrapped, wrapped_height
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_FREE = Dress("surface", "border_strong", ink="text2")
_UNDER_POINTER = Dress("surface2", "border_strong", ink="text2")
_TAKEN = Dress("brand_soft", "brand", 2.0, ink="brand")


class GroupCell(QRadioButton):
    """One group: a true radio button, so that arrows and screen readers know it."""

    focused = Signal()

    def __init__(self, look: Look, number: int, group: Group, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._number = str(number)
        self._words = group.text
        self._verdict: Verdict | None = None
        self._is_locked = False
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def lock(self) -> None:
        """Keep the choice as it is from now on."""
        self._is_locked = True
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_verdict(self, verdict: Verdict, name: str) -> None:
        """Mark the cell and say so in its name."""
        self._verdict = verdict
        self.setAccessibleName(name)
        self.update()

    def _words_left(self) -> int:
        look = self._look
        number = look.metrics("micro").horizontalAdvance(self._number)
        return look.space(12) + look.icon_px(16) + look.space(8) + number + look.space(8)

    def wanted_size(self, width: int) -> QSize:
        """The cell's size in a line of this width: as wide as its words, or the whole line."""
        look = self._look
        left, right = self._words_left(), look.space(14)
        words = look.metrics("small-strong").horizontalAdvance(self._words) + 2
        across = min(left + words + right, width)
        high = look.wrapped_height("small-strong", self._words, across - left - right)
        least = look.space(tokens.TARGET_PX["min"] + 4)
        return QSize(across, max(least, high + look.space(16)))

    def sizeHint(self) -> QSize:
        return self.wanted_size(self._look.space(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def nextCheckState(self) -> None:
        if not self._is_locked:
            super().nextCheckState()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.key() in _ARROWS and not self._is_locked:
            # At the last cell too: on the page, → would check the answer.
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        dress = self._dress()
        paint_box(painter, look, QRectF(self.rect()), dress, "sm")
        edge = look.icon_px(16)
        sign = QRectF(look.space(12), (self.height() - edge) / 2, edge, edge)
        if self._verdict:
            # The right group that was not chosen is still a right one: a check, dashed.
            name = "check" if self._verdict == "missed" else dress.icon
            paint_icon(painter, name, sign, look.color(dress.ink), stroke=2.4)
        else:
            self._paint_dot(painter, sign, dress)
        number_left = round(sign.right()) + look.space(8)
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("text3" if dress is not _TAKEN else "brand"))
        line = QRect(number_left, 0, self.width(), self.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._number)
        font, left = look.font("small-strong"), self._words_left()
        width = self.width() - left - look.space(14)
        high = wrapped_height(font, self._words, width)
        box = QRect(left, (self.height() - high) // 2, width, high + 2)
        draw_wrapped(painter, font, look.color("text"), box, self._words)

    def _dress(self) -> Dress:
        if self._verdict:
            return DRESSES[self._verdict]
        if self.isChecked():
            return _TAKEN
        return _UNDER_POINTER if self.underMouse() and not self._is_locked else _FREE

    def _paint_dot(self, painter: QPainter, box: QRectF, dress: Dress) -> None:
        pen = painter.pen()
        pen.setColor(self._look.color(dress.border))
        pen.setWidthF(1.8)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color(dress.ink))
            inset = box.width() * 0.28
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


Flow = tuple[list[tuple[GroupCell, QRect]], int]


class GroupPicker(QWidget):
    """All groups for one card; Tab stops once, the arrow keys go on from there."""

    picked = Signal(str)
    focused = Signal()

    def __init__(self, look: Look, groups: Sequence[Group], *, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self._cells: dict[str, GroupCell] = {}
        self._flows: dict[int, Flow] = {}
        self._buttons = QButtonGroup(self)
        for number, group in enumerate(groups, start=1):
            told = _("{card}: {group}").format(card=name, group=group.text)
            cell = GroupCell(look, number, group, told, self)
            cell.clicked.connect(lambda _checked, value=group.id: self.picked.emit(value))
            cell.focused.connect(self.focused)
            if self._cells:
                # One stop for all; Qt sees to it itself as soon as one is chosen.
                cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._buttons.addButton(cell)
            self._cells[group.id] = cell
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def cells(self) -> dict[str, GroupCell]:
        """The cells by group id."""
        return dict(self._cells)

    def value(self) -> str:
        """The group chosen, or an empty text."""
        return next((group for group, cell in self._cells.items() if cell.isChecked()), "")

    def choose(self, group: str) -> None:
        """Choose a group; an empty text chooses none."""
        self._buttons.setExclusive(False)
        for value, cell in self._cells.items():
            cell.setChecked(value == group)
        self._buttons.setExclusive(True)

    def stop(self) -> QWidget:
        """Where Tab stops: the group chosen, or the first."""
        cells = list(self._cells.values())
        return next((cell for cell in cells if cell.isChecked()), cells[0])

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(width)[1]

    def sizeHint(self) -> QSize:
        width = self._look.space(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(120), self._look.space(tokens.TARGET_PX["min"]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for cell, box in self._flow(self.width())[0]:
            cell.setGeometry(box)

    def _flow(self, width: int) -> Flow:
        """Where the cells stand at a width, and how high that is: the same, however marked."""
        flow = self._flows.get(width)
        if flow is None:
            flow = self._flows[width] = self._laid_out(width)
        return flow

    def _laid_out(self, width: int) -> Flow:
        gap = self._look.space(8)
        placed: list[tuple[GroupCell, QRect]] = []
        left = top = line_height = 0
        for cell in self._cells.values():
            size = cell.wanted_size(width)
            if left and left + size.width() > width:
                left, top, line_height = 0, top + line_height + gap, 0
            placed.append((cell, QRect(QPoint(left, top), size)))
            left += size.width() + gap
            line_height = max(line_height, size.height())
        return placed, top + line_height
