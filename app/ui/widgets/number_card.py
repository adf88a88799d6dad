"""A figure on a card: what it is, its value, how sure it is, and what it means."""

from __future__ import annotations

from app.learning.results_words import Said
from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column
from app.ui.widgets.surfaces import Surface

_ICONS = {"ok": "check", "info": "info", "warn": "triangle"}


class NumberCard(Surface):
    """The sign before the sentence says the same as its colour."""

    def __init__(self, look: Look, said: Said) -> None:
        mark = IconLabel(look, _ICONS[said.tone], said.tone, 18)
        ink = said.tone if said.tone != "info" else "text"
        parts: list[Part] = [
            Label(look, said.title, "small", "text2", wraps=True),
            Label(look, said.value, "display", wraps=True),
            Label(look, said.interval, "small", "text2", wraps=True),
            8,
            beside(look, mark, Label(look, said.meaning, "small", ink, wraps=True), gap=8),
            "stretch",
        ]
        super().__init__(look, column(look, parts, margins=(18, 14, 18, 16)))
        self.setAccessibleName(said.title)
