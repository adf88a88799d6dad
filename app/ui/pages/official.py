"""The official list to look names up in: whose a name certainly is, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext, sentences
from app.links.anatomy import dissect
from app.links.brands import Brand, Brands
from app.links.hosts import unicode_of
from app.links.text import find_links
from app.links.values import Anatomy
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder
from app.ui.widgets.narrowing import Line, NarrowingList

_NAMES_IN_TITLE = 2


class OfficialList(NarrowingList):
    """A line for each platform. A link or a whole name is looked up as the lens does it: a name
    that is only part of an official one, as duo.com of pinduoduo.com, is nobody's here.
    """

    def __init__(self, look: Look, brands: Brands, language: str) -> None:
        self._brands = brands
        lines = [
            Line(
                brand.id,
                _title(brand, language),
                _searched(brand),
                partial(_inside, look, brand, language),
            )
            for brand in brands.brands
        ]
        super().__init__(
            look,
            lines,
            name=_("Search the official list"),
            hint=_("Search: a platform, a name, or a whole link"),
            count=lambda n: ngettext("{n} platform", "{n} platforms", n).format(n=n),
        )

    def fitting(self, typed: str) -> Callable[[Line], bool]:
        link = link_in(typed)
        if link is None or link.host is None:
            return super().fitting(typed)
        owner = self._brands.standing(link.host, link.path).brand
        return lambda line: line.id == owner

    def nothing(self, typed: str) -> str:
        link = link_in(typed)
        name = typed if link is None else link.owner or link.host or typed
        return sentences(
            _("“{name}” is not on the list.").format(name=name),
            _("That proves nothing yet: the list is short, and the link lens can say more."),
        )


class OfficialPage(Page):
    """The whole list with a search; from here to the lens and to the game."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        brands = learner.links.brands
        self.names = OfficialList(look, brands, learner.language)
        lens = Button(look, _("Open the link lens"), "tonal", icon="search", is_dense=True)
        lens.clicked.connect(self._open_lens)
        play = Button(look, _("Spot the fake link"), "tonal", icon="link", is_dense=True)
        play.clicked.connect(lambda: self.wants.emit(Route("links")))
        words = sentences(
            _("Checked on {date}.").format(date=brands.checked or "–"),
            _("What is missing here may still be genuine; look for it inside the App."),
        )
        parts: list[Part] = [
            self.names,
            12,
            Label(look, words, "small", "text3", wraps=True),
            8,
            Flow(look, [lens, play], gap=8),
        ]
        self.lay_out(
            holder(column(look, parts)),
            _("Official names"),
            _("Each of these names, and everything before it with a dot, belongs to the platform."),
        )

    def _open_lens(self) -> None:
        """A link that was being looked up goes along."""
        typed = self.names.search.text()
        self.wants.emit(Route("lens", detail=typed if link_in(typed) else ""))

    def first_focus(self) -> QWidget | None:
        return self.names.search

    def place(self) -> Json:
        return {"list": self.names.place(), "scroll": super().place()}

    def show_place(self, place: Json) -> None:
        if isinstance(place, dict):
            self.names.show_place(place.get("list"))
            super().show_place(place.get("scroll"))


def link_in(typed: str) -> Anatomy | None:
    """The first link or whole name in what was typed; None if these are only words."""
    found = next(find_links(typed), None)
    return dissect(typed[found.start : found.end]) if found is not None else None


def shown(host: str) -> str:
    """A name as people see it, and as browsers compare it where that is another."""
    seen = unicode_of(host)
    return host if seen == host else f"{seen} ({host})"


def _title(brand: Brand, language: str) -> str:
    name, other = (brand.en, brand.zh) if language == "en" else (brand.zh, brand.en)
    whole = name if name == other else f"{name} ({other})"
    names = [unicode_of(each) for each in brand.owners[:_NAMES_IN_TITLE]]
    more = " …" if len(brand.owners) > _NAMES_IN_TITLE else ""
    return _("{title}: {words}").format(title=whole, words=", ".join(names) + more)


def _searched(brand: Brand) -> str:
    hosts = (*brand.owners, *brand.short_hosts, *brand.hosts)
    return "\n".join(
        (
            *(brand.zh, brand.en, brand.pinyin, *brand.han_names, *brand.labels),
            *(*brand.abbreviations, *brand.app_schemes, *hosts, *map(unicode_of, hosts)),
        )
    )


def _inside(look: Look, brand: Brand, language: str) -> QWidget:
    """All its names, and where they come from."""
    parts: list[Part] = []
    if brand.is_invented:
        words = _("Made up for the lessons: there is no such platform.")
        parts += [Label(look, words, "body", "warn", wraps=True), 8]
    for title, names in (
        (_("Its own"), brand.owners),
        (_("Its short links"), brand.short_hosts),
        (_("Met in messages"), brand.hosts),
        (_("Links into its App begin with"), tuple(f"{each}://" for each in brand.app_schemes)),
    ):
        if names:
            label = Label(look, "\n".join(map(shown, names)), "mono", wraps=True)
            label.setAccessibleName(f"{title}: {', '.join(map(shown, names))}")
            parts += [Label(look, title, "small-strong", "text2", wraps=True), 2, label, 10]
    source = _("From: {source}").format(source=brand.source)
    checked = _("Checked on {date}.").format(date=brand.checked)
    parts.append(Label(look, sentences(source, checked), "micro", "text3", wraps=True))
    return holder(column(look, parts))
