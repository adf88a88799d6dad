"""Cards beside the chain of lessons on Home."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.surfaces import Surface

if TYPE_CHECKING:
    from app.content.entries import Prose
    from app.ui.widgets.pictures import CoursePictures


def links_card(look: Look, go: Callable[[], object]) -> QWidget:
    """The way to the link game; what is next there is read only when it is opened."""
    button = Button(look, _("Spot the fake link"), "tonal", is_dense=True)
    button.clicked.connect(lambda: go())
    words = _("Links that never come twice, each explained. A few minutes now and then keep it.")
    parts: list[Part] = [
        card_head(look, "link", _("Practise with links")),
        6,
        Label(look, words, "small", "text2", wraps=True),
        10,
        Flow(look, [button]),
    ]
    return Surface(look, column(look, parts, margins=(18, 16, 18, 16)))


def prose_card(look: Look, prose: Prose, pictures: CoursePictures) -> QWidget:
    """What a teacher wrote for all who come, or for all who are through."""
    from app.ui.widgets.reading import ReadingColumn

    reading = ReadingColumn(look, prose, pictures, "body")
    return Surface(look, column(look, [reading], margins=(22, 18, 22, 18)))


def card_head(look: Look, icon: str, title: str) -> QWidget:
    """An icon and what the card is about."""
    words = Label(look, title, "h3", wraps=True)
    inner = beside(look, IconLabel(look, icon, "brand", 20), words)
    return holder(inner)
