"""A card for what is not as usual: what happened, what is safe, and at most two things to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, column, row
from app.ui.widgets.surfaces import Surface

Action = tuple[str, str, Callable[[], object]]  # words, kind of button, what it does


def state_card(
    look: Look, icon: str, tone: str, title: str, text: str, actions: Sequence[Action] = ()
) -> Surface:
    """An icon, a title, a few sentences, and the actions side by side."""
    head = row(look, [IconLabel(look, icon, tone, 30), "stretch"])
    parts: list[Part] = [head, 10, Label(look, title, "h2", wraps=True), 4]
    parts.append(Label(look, text, "body", "text2", wraps=True))
    if actions:
        buttons: list[QWidget] = []
        for words, kind, act in actions:
            button = Button(look, words, kind)
            button.clicked.connect(lambda _=False, act=act: act())
            buttons.append(button)
        parts += [14, Flow(look, buttons, gap=10)]
    card = Surface(look, column(look, parts, margins=24))
    card.setAccessibleName(title)
    return card
