"""The card with the magnifier on it: the link, what can be done with it, what its parts are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _, mark
from app.links.explanation import Difference, Mark
from app.links.shown import visible
from app.links.values import Anatomy, SpanOf
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import beside, column, holder, row
from app.ui.widgets.letters import Letters
from app.ui.widgets.magnifier import Magnifier, anatomy_of
from app.ui.widgets.surfaces import Chip, Surface

# What each part is worth knowing for, in the order told.
_LEGEND = {
    "owner": (mark("Owner"), mark("Only this tells whose the link is.")),
    "subdomain": (mark("Branch"), mark("The owner may write anything here, famous names too.")),
    "user_info": (mark("Before the @"), mark("Only a user's name: it leads nowhere.")),
    "path": (mark("Page"), mark("Anything may stand behind the slash.")),
    "query": (mark("Parameters"), mark("Anything may stand behind the question mark.")),
}


class Glass(QWidget):
    """`pointed` as the magnifier's; `helped` when the learner asked to see the parts."""

    pointed = Signal(object, bool)
    helped = Signal()

    def __init__(
        self,
        look: Look,
        url: str,
        *,
        can_point: bool,
        can_help: bool = True,
        anatomy: Anatomy | None = None,
        has_title: bool = True,
        has_keys: bool = True,
        names: tuple[str, ...] = (),
        is_code: bool = False,
        is_elsewhere: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self.anatomy = anatomy if is_code else anatomy or anatomy_of(url)
        self._official = names
        self._names_shown: QWidget | None = None
        has_owner = self.has_owner
        self.magnifier = Magnifier(
            look, url, can_point=can_point and has_owner, anatomy=self.anatomy
        )
        self.magnifier.pointed.connect(self.pointed)
        self.letters: Letters | None = None
        self.help_button: Button | None = None
        head: list[QWidget | str] = [
            IconLabel(look, "search", "brand", 20),
            Label(look, _("Where it really leads") if is_elsewhere else _("Magnifier"), "h3"),
        ]
        self._layout = column(look, [self.magnifier])
        if has_title:
            self._layout.insertLayout(0, row(look, [*head, "stretch"], gap=8))
            self._layout.insertSpacing(1, look.space(6))
        self._below = column(look, [])
        self._layout.addLayout(self._below)
        buttons: list[QWidget] = []
        if can_point and has_owner:
            self._layout.insertSpacing(2, look.space(2))
            words = _("Which part is the owner? Click it, or press its number.")
            self._ask = Label(look, words, "small", "text2", wraps=True)
            self._layout.insertWidget(2, self._ask)
        if has_owner and can_help:
            self.help_button = Button(
                look, _("Show the parts (H)"), "ghost", icon="bulb", is_dense=True
            )
            self.help_button.clicked.connect(self.help)
            buttons.append(self.help_button)
        if has_owner:
            words = _("Letter by letter (L)") if has_keys else _("Letter by letter")
            self.letters_button = Button(look, words, "ghost", icon="text", is_dense=True)
            self.letters_button.clicked.connect(self.toggle_letters)
            buttons.append(self.letters_button)
        if names:
            official = Button(look, _("Official names (O)"), "ghost", icon="list", is_dense=True)
            official.clicked.connect(self.toggle_names)
            buttons.append(official)
        self.buttons = buttons
        if buttons:
            self._layout.addWidget(Flow(look, buttons, gap=6))
        card = Surface(look, column(look, [self._layout], margins=(20, 14, 20, 12)))
        self.setLayout(column(look, [card]))

    @property
    def has_owner(self) -> bool:
        """There is an owner to be seen."""
        return self.anatomy is not None and self.anatomy.owner is not None

    # ── what the learner asks for

    def help(self) -> None:
        """Show the parts, because the learner asked."""
        if self.help_button is None or self.magnifier.is_revealed:
            return
        self.show_parts()
        self.helped.emit()

    def show_parts(self) -> None:
        """Colour the parts and say what they are."""
        if not self.has_owner:
            return
        self.magnifier.reveal()
        self._add_legend()
        if self.help_button is not None:
            self.help_button.hide()

    def toggle_letters(self) -> None:
        """Show the host letter by letter, or put it away again."""
        if self.letters is not None:
            self.letters.setVisible(self.letters.isHidden())
            return
        if self.anatomy is None:
            return
        host = self.anatomy.host_unicode or self.anatomy.host or ""
        self.letters = Letters(self._look, visible(host) if not host.isprintable() else host)
        self._below.addSpacing(self._look.space(6))
        self._below.addWidget(self.letters)
        if self.anatomy.host and self.anatomy.host != host:
            self._note(_("Browsers compare it as {host}").format(host=self.anatomy.host))

    def toggle_names(self) -> None:
        """Show the names on the official list of the brand that is claimed, or hide them."""
        if not self._official:
            return
        if self._names_shown is None:
            look = self._look
            words = _("On its official list: {names}").format(names=", ".join(self._official))
            shown = Label(look, words, "mono", wraps=True)
            inner = column(look, [shown], margins=(14, 10, 14, 10))
            self._names_shown = Surface(look, inner, "inset", radius="md")
            self._below.addSpacing(look.space(6))
            self._below.addWidget(self._names_shown)
        else:
            self._names_shown.setVisible(self._names_shown.isHidden())

    # ── after the answer

    def reveal(
        self,
        marks: Iterable[Mark],
        pointed: SpanOf | None,
        difference: Difference | None,
        *,
        has_legend: bool = False,
    ) -> None:
        """Show all there is to see on the link; the legend is for who sees it the first time."""
        self.magnifier.reveal(marks, pointed)
        if has_legend:
            self._add_legend(most=2)
        if difference is not None:
            self._below.addSpacing(self._look.space(8))
            self._below.addWidget(Letters(self._look, difference.seen, difference))
            if self.anatomy is not None and self.anatomy.host != self.anatomy.host_unicode:
                self._note(_("Browsers compare it as {host}").format(host=self.anatomy.host))

    def _note(self, words: str) -> None:
        self._below.addWidget(Label(self._look, words, "small", "text2", wraps=True))

    def _add_legend(self, most: int = 5) -> None:
        look = self._look
        shown = [part for part in _LEGEND if part in self.magnifier.parts_shown()]
        self._below.addSpacing(look.space(4))
        for part in shown[:most]:
            name, words = _LEGEND[part]
            chip = Chip(look, _(name), "honey" if part == "owner" else "mute")
            line = beside(look, chip, Label(look, _(words), "small", "text2", wraps=True), gap=8)
            self._below.addWidget(holder(line))
