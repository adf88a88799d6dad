"""A figure's numbers as a table of labels: each row can be reached with the keyboard and is spoken
whole, each value with its heading.

The table is one stop of the Tab key; ↑ and ↓ go from row to row. Where it is too narrow for its
columns, a row shows its name, and below it the headings with the values.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.theme.look import Look
from app.ui.widgets.flow import Placing
from app.ui.widgets.labels import Label
from app.ui.widgets.scroll import ScrollPage

_LEAST_NAME_PX = 110
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FigureTable(QWidget):
    """`heading` names the columns; the first cell of each row is its name."""

    def __init__(
        self, look: Look, name: str, heading: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        widths = _column_widths(look, [heading, *rows])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(_Line(look, heading, heading, widths, is_heading=True))
        self.rows = [_Row(look, self, heading, cells, widths) for cells in rows]
        for row in self.rows:
            layout.addWidget(row)
        if self.rows:
            self.rows[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def step(self, row: QWidget, by: int) -> bool:
        """The keyboard goes to a row further on: True if there is one."""
        at = next(number for number, one in enumerate(self.rows) if one is row) + by
        if not 0 <= at < len(self.rows):
            return False
        self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keep(self, row: QWidget) -> None:
        """Tab comes back to this row."""
        for one in self.rows:
            is_it = one is row
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_it else Qt.FocusPolicy.ClickFocus)


class _Line(Placing):
    """Cells in the table's columns, or below each other."""

    def __init__(
        self,
        look: Look,
        heading: Sequence[str],
        cells: Sequence[str],
        widths: Sequence[int],
        *,
        is_heading: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._widths = list(widths)
        self._is_heading = is_heading
        strong, plain = (
            ("micro-strong", "micro-strong") if is_heading else ("small-strong", "small")
        )
        color = "text2" if is_heading else "text"
        self._name = Label(look, cells[0], strong, color, wraps=True, parent=self)
        self._cells = [Label(look, cell, plain, color, parent=self) for cell in cells[1:]]
        for cell in self._cells:
            cell.setAlignment(Qt.AlignmentFlag.AlignRight)
        facts = [
            _("{heading}: {value}").format(heading=title, value=value)
            for title, value in zip(heading[1:], cells[1:], strict=True)
        ]
        self._facts = Label(
            look,
            "" if is_heading else _("; ").join(facts),
            "small",
            "text2",
            wraps=True,
            parent=self,
        )
        self._facts.hide()
        self.spoken = ". ".join([cells[0], *facts])

    def _is_narrow(self, width: int) -> bool:
        least = self._look.column_px(_LEAST_NAME_PX)
        return width < least + sum(self._widths) + self._gap() * len(self._widths)

    def _gap(self) -> int:
        return self._look.space(14)

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        pad = self._look.space(6)
        if self._is_narrow(width):
            high = self._name.heightForWidth(width)
            placed: list[tuple[QWidget, QRect]] = [(self._name, QRect(0, pad, width, high))]
            if self._facts.text():
                below = QRect(0, pad + high, width, self._facts.heightForWidth(width))
                placed.append((self._facts, below))
            return placed
        room = width - sum(self._widths) - self._gap() * len(self._widths)
        tall = max(self._name.heightForWidth(room), self._look.metrics("small").height())
        placed = [(self._name, QRect(0, pad, room, tall))]
        left = room
        for cell, wide in zip(self._cells, self._widths, strict=True):
            left += self._gap()
            placed.append((cell, QRect(left, pad, wide, cell.sizeHint().height())))
            left += wide
        return placed

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) + self._look.space(6)

    def _place(self) -> None:
        is_narrow = self._is_narrow(self.width())
        for cell in self._cells:
            cell.setVisible(not is_narrow)
        self._facts.setVisible(is_narrow and bool(self._facts.text()))
        super()._place()

    def sizeHint(self) -> QSize:
        width = self._look.column_px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(120), self._look.space(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = "border_strong" if self._is_heading else "border"
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._look.color(line))


class _Row(_Line):
    """A row that the keyboard can be on."""

    def __init__(
        self,
        look: Look,
        table: FigureTable,
        heading: Sequence[str],
        cells: Sequence[str],
        widths: Sequence[int],
    ) -> None:
        super().__init__(look, heading, cells, widths)
        self._table = table
        self.setAccessibleName(self.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._table.keep(self)
        above = self.parentWidget()
        while above is not None and not isinstance(above, ScrollPage):
            above = above.parentWidget()
        if above is not None:
            above.reveal(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()), 0)
        if not by or not self._table.step(self, by):
            event.ignore()


def _column_widths(look: Look, lines: Sequence[Sequence[str]]) -> list[int]:
    """Wide enough for every value of a column and its heading; the first takes what is left."""
    widths = []
    for column in range(1, len(lines[0])):
        title = look.metrics("micro-strong").horizontalAdvance(lines[0][column])
        values = [look.metrics("small").horizontalAdvance(line[column]) for line in lines[1:]]
        widths.append(max([title, *values]) + 2)
    return widths
