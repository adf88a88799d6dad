"""Columns and rows without ceremony."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from app.ui.theme.look import Look

# A widget, a nested layout, a fixed gap in design pixels, or "stretch".
Part = QWidget | QLayout | int | str
Margins = int | tuple[int, int, int, int]
L = TypeVar("L", bound=QBoxLayout)


def column(look: Look, parts: Sequence[Part], *, gap: int = 0, margins: Margins = 0) -> QVBoxLayout:
    """Parts one below another; `gap` and `margins` (left, top, right, bottom) in design pixels."""
    return _filled(QVBoxLayout(), look, parts, gap, margins)


def row(look: Look, parts: Sequence[Part], *, gap: int = 0, margins: Margins = 0) -> QHBoxLayout:
    """Parts side by side."""
    return _filled(QHBoxLayout(), look, parts, gap, margins)


def _filled(layout: L, look: Look, parts: Sequence[Part], gap: int, margins: Margins) -> L:
    layout.setSpacing(look.space(gap))
    sides = (margins,) * 4 if isinstance(margins, int) else margins
    layout.setContentsMargins(*(look.space(side) for side in sides))
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif isinstance(part, int):
            layout.addSpacing(look.space(part))
        else:
            layout.addStretch(1)
    return layout


def beside(
    look: Look,
    leading: QWidget,
    body: QWidget | QLayout,
    trailing: Sequence[QWidget] = (),
    *,
    gap: int = 10,
    margins: Margins = 0,
) -> QHBoxLayout:
    """An icon or number at the top left, the words beside it as wide as can be, then the rest."""
    layout = row(look, [leading, body, *trailing], gap=gap, margins=margins)
    layout.setStretch(1, 1)
    layout.setAlignment(leading, Qt.AlignmentFlag.AlignTop)
    return layout


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout and let them go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def centred(look: Look, inner: QWidget, *, width: float) -> QHBoxLayout:
    """A reading column: at most `width` design pixels wide, in the middle."""
    inner.setMaximumWidth(look.column_px(width))
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addStretch(1)
    layout.addWidget(inner, 1000)
    layout.addStretch(1)
    return layout


def holder(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A plain widget around a layout."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    return widget
