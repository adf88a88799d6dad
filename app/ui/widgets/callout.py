"""A sentence that must not be overlooked, in a tinted box with an icon."""

from __future__ import annotations

from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import beside
from app.ui.widgets.surfaces import Surface


class Callout(Surface):
    """`tone` as in Surface: honey for "please look", info for a hint."""

    def __init__(self, look: Look, words: str, *, tone: str = "honey", icon: str = "again") -> None:
        ink = {"honey": "honey_text", "info": "info"}[tone]
        mark = IconLabel(look, icon, ink, 20)
        text = Label(look, words, "body", wraps=True)
        super().__init__(
            look, beside(look, mark, text, margins=(14, 10, 14, 10)), tone, radius="md"
        )
