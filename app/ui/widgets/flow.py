"""Rows that break: what does not fit beside goes below, so that large text fits a small window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button

_EVEN_FROM = 0.5  # of the highest part of a row


class Placing(QWidget):
    """A widget that places its parts itself, and is as high as they need at its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[int, list[tuple[QWidget, QRect]]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        """Each part and where it goes at this width."""
        return []

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _part, box in self._boxes_at(width)), default=0)

    def _boxes_at(self, width: int) -> list[tuple[QWidget, QRect]]:
        """The boxes, worked out once for each width until a part changes: layouts ask often."""
        found = self._kept.get(width)
        if found is None:
            found = self._kept[width] = self.boxes(width)
        return found

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        for part, box in self._boxes_at(self.width()):
            part.setGeometry(box)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a part has other words, or was hidden
            self._kept.clear()
            self._place()
            self.updateGeometry()
        return super().event(event)


class Flow(Placing):
    """Parts side by side as in a line of text: buttons, chips, short labels."""

    def __init__(self, look: Look, parts: Sequence[QWidget], *, gap: int = 8) -> None:
        super().__init__()
        self._gap = look.space(gap)
        self._parts = list(parts)
        for part in self._parts:
            part.setParent(self)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        placed: list[tuple[QWidget, QRect]] = []
        line: list[tuple[QWidget, QRect]] = []
        left = top = 0
        for part in self._shown():
            across = min(_wished(part).width(), max(width, 1))
            if line and left + across > width:
                top += _levelled(line, top, placed) + self._gap
                line, left = [], 0
            line.append((part, QRect(left, top, across, _height(part, across))))
            left += across + self._gap
        _levelled(line, top, placed)
        return placed

    def sizeHint(self) -> QSize:
        wished = [_wished(part) for part in self._shown()]
        width = sum(size.width() for size in wished) + self._gap * max(len(wished) - 1, 0)
        return QSize(width, max((size.height() for size in wished), default=0))

    def minimumSizeHint(self) -> QSize:
        least = [_least(part) for part in self._shown()]
        return QSize(
            max((size.width() for size in least), default=0),
            max((size.height() for size in least), default=0),
        )


class Aside(Placing):
    """Words, and beside them, at the right, what belongs to them; below where it is too narrow.

    `least_px` are the design pixels that the words are to keep beside the rest.
    """

    def __init__(
        self, look: Look, words: QWidget, rest: QWidget, *, least_px: int = 180, gap: int = 12
    ) -> None:
        super().__init__()
        self._words, self._rest = words, rest
        self._gap = look.space(gap)
        self._least = look.column_px(least_px)
        words.setParent(self)
        rest.setParent(self)

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        wished = _wished(self._rest).width()
        left = width - wished - self._gap
        if left >= max(self._least, _least(self._words).width()):
            tall = max(_height(self._words, left), _height(self._rest, wished))
            words = QRect(0, 0, left, _height(self._words, left))
            rest = QRect(width - wished, 0, wished, _height(self._rest, wished))
            words.moveTop((tall - words.height()) // 2)
            rest.moveTop((tall - rest.height()) // 2)
            return [(self._words, words), (self._rest, rest)]
        above = _height(self._words, width)
        across = min(wished, width)
        below = QRect(0, above + self._gap // 2, across, _height(self._rest, across))
        return [(self._words, QRect(0, 0, width, above)), (self._rest, below)]

    def sizeHint(self) -> QSize:
        rest = _wished(self._rest)
        width = self._least + self._gap + rest.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words, rest = _least(self._words), _least(self._rest)
        return QSize(max(words.width(), rest.width()), rest.height())


class Tiles(Placing):
    """Parts beside each other in rows of even height, as many as there is room for.

    `least_px` are the design pixels that a part needs, `most` how many stand in a row at most.
    `shares` divide the width of a row in which all stand beside each other; else all are equal.
    """

    def __init__(
        self,
        look: Look,
        parts: Sequence[QWidget],
        *,
        least_px: int,
        most: int,
        gap: int = 14,
        shares: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self._parts = list(parts)
        self._most = most
        self._gap = look.space(gap)
        self._least = look.column_px(least_px)
        self._shares = list(shares)
        for part in self._parts:
            part.setParent(self)

    def _columns(self, width: int) -> list[int]:
        """The widths of a row's columns. Rows are filled evenly: of four parts never three."""
        fit = (width + self._gap) // (self._least + self._gap)
        count = max(1, min(self._most, len(self._parts), fit))
        while len(self._parts) % count:
            count -= 1
        shares = self._shares if len(self._shares) == count else [1] * count
        room = width - self._gap * (count - 1)
        ends = [room * sum(shares[: n + 1]) // sum(shares) for n in range(count)]
        return [end - start for start, end in zip([0, *ends], ends, strict=False)]

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        columns = self._columns(width)
        placed: list[tuple[QWidget, QRect]] = []
        top = 0
        for first in range(0, len(self._parts), len(columns)):
            line = list(zip(self._parts[first:], columns, strict=False))
            tall = max(_height(part, across) for part, across in line)
            left = 0
            for part, across in line:
                own = _height(part, across)
                # Beside a part that is very much higher it would be mostly empty.
                high = tall if own >= _EVEN_FROM * tall else own
                placed.append((part, QRect(left, top, across, high)))
                left += across + self._gap
            top += tall + self._gap
        return placed

    def sizeHint(self) -> QSize:
        width = self._least * self._most + self._gap * (self._most - 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = [_least(part) for part in self._parts]
        return QSize(
            max((size.width() for size in least), default=0),
            max((size.height() for size in least), default=0),
        )


def _wished(part: QWidget) -> QSize:
    """The size hint within what the part allows."""
    return part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())


def _height(part: QWidget, width: int) -> int:
    if isinstance(part, Button):
        return part.height_at(width)
    if part.hasHeightForWidth():
        return max(part.heightForWidth(width), part.minimumHeight())
    return _wished(part).height()


def _least(part: QWidget) -> QSize:
    return part.least_size() if isinstance(part, Button) else part.minimumSizeHint()


def _levelled(
    line: list[tuple[QWidget, QRect]], top: int, placed: list[tuple[QWidget, QRect]]
) -> int:
    """Put a line's parts on one middle; its height."""
    tall = max((box.height() for _part, box in line), default=0)
    for part, box in line:
        box.moveTop(top + (tall - box.height()) // 2)
        placed.append((part, box))
    return tall
