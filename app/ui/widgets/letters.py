"""A name letter by letter, each with its code; beside the official one, where they differ."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _
from app.links.explanation import Difference
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box


@dataclass(frozen=True, slots=True)
class _Cell:
    """A place in both names; an empty letter where one of them has none."""

    official: str
    seen: str
    is_same: bool


class Letters(QWidget):
    """One row of letters, or two where there is an official name to compare with.

    Which letters differ is told by a frame and a sign, not by colour alone.
    """

    def __init__(self, look: Look, seen: str, difference: Difference | None = None) -> None:
        super().__init__()
        self._look = look
        self._two = difference is not None
        self._cells = _cells(seen, difference)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_spoken(seen, difference))

    # ── geometry

    @property
    def _cell_width(self) -> int:
        look = self._look
        code = look.text_width("micro", "0000")
        return max(code, look.text_width("mono", "m")) + look.space(6)

    @property
    def _letter_height(self) -> int:
        return self._look.metrics("mono").height() + self._look.space(6)

    @property
    def _row_height(self) -> int:
        look = self._look
        code = look.metrics("micro").height()
        return self._letter_height * (2 if self._two else 1) + code + look.space(8)

    def _lead(self) -> int:
        """Room for the words before the rows."""
        if not self._two:
            return 0
        words = max(self._look.text_width("micro", each) for each in (_("Official"), _("Here")))
        return words + self._look.space(10)

    def _per_row(self, width: int) -> int:
        return max((width - self._lead()) // self._cell_width, 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = -(-len(self._cells) // self._per_row(width))
        return max(rows, 1) * self._row_height

    def sizeHint(self) -> QSize:
        width = self._look.space(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._lead() + self._cell_width * 4, self._row_height)

    # ── painting

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        per_row, lead = self._per_row(self.width()), self._lead()
        for start in range(0, len(self._cells), per_row):
            top = start // per_row * self._row_height
            if self._two:
                self._paint_words(painter, top)
            for number, cell in enumerate(self._cells[start : start + per_row]):
                left = lead + number * self._cell_width
                rows = (cell.official, cell.seen) if self._two else (cell.seen,)
                for line, letter in enumerate(rows):
                    y = top + line * self._letter_height
                    self._paint_letter(
                        painter, cell, letter, left, y, is_seen=line == len(rows) - 1
                    )
                code = " ".join(f"{ord(each):X}" for each in cell.seen) or "–"
                painter.setFont(look.font("micro"))
                painter.setPen(look.color("text3" if cell.is_same else "bad"))
                y = top + len(rows) * self._letter_height
                box = QRectF(left, y, self._cell_width, look.metrics("micro").height())
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, code)

    def _paint_words(self, painter: QPainter, top: int) -> None:
        look = self._look
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("text2"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        for line, words in enumerate((_("Official"), _("Here"))):
            y = top + line * self._letter_height
            painter.drawText(QRectF(0, y, self._lead(), self._letter_height), flags, words)

    def _paint_letter(
        self, painter: QPainter, cell: _Cell, letter: str, left: int, top: int, *, is_seen: bool
    ) -> None:
        look = self._look
        box = QRectF(left + 1, top + 1, self._cell_width - 2, self._letter_height - 2)
        stands_out = self._two and not cell.is_same and is_seen
        rounded_box(
            painter,
            box,
            4,
            look.color("bad_soft" if stands_out else "surface"),
            look.color("bad" if stands_out else "border"),
            width=1.6 if stands_out else 1,
        )
        painter.setFont(look.font("mono"))
        painter.setPen(look.color("bad" if stands_out else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter or "·")


def _cells(seen: str, difference: Difference | None) -> list[_Cell]:
    if difference is None:
        return [_Cell("", letter, is_same=True) for letter in seen]
    cells: list[_Cell] = []
    for step in difference.steps:
        if step.what == "same":
            cells += [
                _Cell(one, other, is_same=True)
                for one, other in zip(step.official, step.seen, strict=False)
            ]
            continue
        longest = max(len(step.official), len(step.seen))
        for at in range(longest):
            cells.append(_Cell(step.official[at : at + 1], step.seen[at : at + 1], is_same=False))
    return cells


def _spoken(seen: str, difference: Difference | None) -> str:
    if difference is None:
        return _("Letter by letter: {letters}").format(letters=" ".join(seen))
    told: list[str] = []
    for step in difference.steps:
        if step.what == "other":
            told.append(
                _("{seen} instead of {official}").format(**_codes(step.seen, step.official))
            )
        elif step.what == "extra":
            told.append(_("{seen} too many").format(**_codes(step.seen, step.official)))
        elif step.what == "lacking":
            told.append(_("{official} is lacking").format(**_codes(step.seen, step.official)))
    start = _("Official: {official}. Here: {seen}.").format(
        official=difference.official, seen=difference.seen
    )
    return " ".join([start, "; ".join(told)])


def _codes(seen: str, official: str) -> dict[str, str]:
    return {"seen": _with_code(seen), "official": _with_code(official)}


def _with_code(letters: str) -> str:
    """Letters as they are read out; what is no ordinary letter with its code."""
    return " ".join(each if each.isascii() else f"{each} (U+{ord(each):04X})" for each in letters)
