"""All keys on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _, mark
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.surfaces import KeyCap, Surface

_GROUPS = (
    (
        mark("Everywhere"),
        (
            (("Ctrl+1 … 7",), mark("The sections in the rail")),
            (("F9",), mark("It has happened to me")),
            (("F6",), mark("From rail to content to action bar")),
            (("Ctrl+,",), mark("Settings")),
            (("Alt+←",), mark("Back")),
            (("F1",), mark("This page")),
            (("Tab", "Shift+Tab"), mark("To the next or previous control")),
        ),
    ),
    (
        mark("In a lesson"),
        (
            (("Enter",), mark("Check, or continue")),
            (("←", "→"), mark("One step back or on")),
            (("A … Z", "1 … 9"), mark("Choose an answer, or a reply in a chat")),
            (("H",), mark("Hint")),
            (("Alt+↑", "Alt+↓"), mark("Move an item when putting in order")),
            (("M",), mark("Mark a chat message as suspicious")),
            (("Esc",), mark("Leave; your place is kept")),
        ),
    ),
    (
        mark("Spot the fake link"),
        (
            (("J", "F"), mark("Genuine or fake; fine or harmful")),
            ((mark("Space"),), mark("Can't tell; check first")),
            (("←", "→"), mark("Less or more sure")),
            (("1 … 9",), mark("Point at a name as the owner")),
            (("H",), mark("Show the parts of the link")),
            (("L",), mark("Look at it letter by letter")),
            (("S",), mark("Scan the code on a poster")),
            (("O",), mark("Official names of the platform it claims to be")),
            (("Enter",), mark("Confirm, or go on")),
        ),
    ),
)


class KeysPage(Page):
    """Lists of keys and what they do."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._back = Button(look, _("Back"), "tonal", icon="left", is_dense=True)
        self._back.clicked.connect(lambda: self.wants_back.emit())
        parts: list[Part] = []
        for title, lines in _GROUPS:
            inner: list[Part] = [Label(look, _(title), "h3", wraps=True), 8]
            for keys, words in lines:
                caps = Flow(look, [KeyCap(look, _(key)) for key in keys], gap=6)
                box = Aside(look, Label(look, _(words), wraps=True), caps)
                box.setAccessibleName(
                    _("{keys}: {words}").format(keys=" / ".join(map(_, keys)), words=_(words))
                )
                inner += [box, 6]
            parts += [Surface(look, column(look, inner, margins=(20, 16, 20, 12))), 14]
        parts.append(holder(row(look, [self._back, "stretch"])))
        self.lay_out(holder(column(look, parts)), _("Keys"))

    def first_focus(self) -> QWidget | None:
        return self._back
