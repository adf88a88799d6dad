"""What this app is, what it does with data, and the licence of everything in it."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import __version__, paths
from app.i18n import _, mark
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.art import Logo
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, beside, column, holder, row
from app.ui.widgets.surfaces import Surface

# name shown → (licence, distribution whose own texts are shown, or a file of ours)
_PARTS = (
    ("识链 Shilian", "Apache-2.0", "file:LICENSE"),
    (mark("The lessons"), "CC BY-SA 4.0", "file:lessons/LICENSE"),
    ("Noto Sans SC", "SIL OFL 1.1", "file:assets/fonts/NotoSansSC-LICENSE.txt"),
    ("Noto Sans", "SIL OFL 1.1", "file:assets/fonts/NotoSans-LICENSE.txt"),
    ("JetBrains Mono", "SIL OFL 1.1", "file:assets/fonts/JetBrainsMono-LICENSE.txt"),
    ("Qt for Python (PySide6)", "LGPL-3.0", "file:assets/licences/LGPL-3.0.txt"),
    ("Shiboken6", "LGPL-3.0", "file:assets/licences/LGPL-3.0.txt"),
    (mark("The licence that LGPL-3.0 builds on"), "GPL-3.0", "file:assets/licences/GPL-3.0.txt"),
    ("PyYAML", "MIT", "PyYAML"),
    ("Markdown", "BSD-3-Clause", "Markdown"),
    ("nh3", "MIT", "nh3"),
    ("can-ada", "MIT", "can-ada"),
    ("publicsuffixlist", "MPL-2.0", "publicsuffixlist"),
    ("idna", "BSD-3-Clause", "idna"),
    ("fsrs", "MIT", "fsrs"),
    ("typing-extensions", "PSF-2.0", "typing-extensions"),
    ("zxing-cpp", "Apache-2.0", "zxing-cpp"),
    ("Python", "PSF-2.0", "file:assets/licences/Python.txt"),
    ("SQLite", mark("Public domain"), ""),
)


class AboutPage(Page):
    """The app in a few sentences, and a list of its parts."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        title, detail = surroundings.seal_words()
        words = [
            _("Shilian teaches how to take part in shopping help groups without being robbed."),
            _("It works wholly offline. What you answer stays in one file on this computer."),
            _("Network: {title}. {detail}.").format(title=title, detail=detail),
            _("The lessons are safety education, not legal advice."),
        ]
        version = _("Version {version}").format(version=__version__)
        name = column(
            look,
            [
                Label(look, "识链 Shilian", "h2", wraps=True),
                Label(look, version, "small", "text2", wraps=True),
            ],
        )
        head = beside(look, Logo(look, 52), name, gap=14)
        parts: list[Part] = [head, *(Label(look, each, wraps=True) for each in words)]
        intro = Surface(look, column(look, parts, gap=8, margins=(20, 16, 20, 16)))
        lines: list[QWidget] = [Label(look, _("Parts and their licences"), "h3", wraps=True)]
        self._first: Button | None = None
        for part, licence, source in _PARTS:
            lines.append(self._line(_(part), _(licence), source))
        parts_card = Surface(look, column(look, list(lines), gap=4, margins=(20, 16, 20, 16)))
        self.lay_out(holder(column(look, [intro, 14, parts_card])), _("About and licences"))

    def _line(self, part: str, licence: str, source: str) -> QWidget:
        look = self.look
        parts: list[QWidget] = [Label(look, licence, "small", "text2")]
        if source:
            read = Button(
                look,
                _("Read"),
                "ghost",
                is_dense=True,
                name=_("Licence of {part}").format(part=part),
            )
            read.clicked.connect(lambda: self.wants.emit(Route("licence", part, licence, source)))
            self._first = self._first or read
            parts.append(read)
        words = Label(look, part, wraps=True)
        return Aside(look, words, Flow(look, parts, gap=12), least_px=150)

    def first_focus(self) -> QWidget | None:
        return self._first


class LicencePage(Page):
    """The full text of one licence."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._back = Button(look, _("Back"), "tonal", icon="left", is_dense=True)
        self._back.clicked.connect(lambda: self.wants_back.emit())
        text = Label(look, licence_text(route.detail), "small", "text2", wraps=True)
        card = Surface(look, column(look, [text], margins=20))
        parts: list[Part] = [row(look, [self._back, "stretch"]), 12, card]
        self.lay_out(holder(column(look, parts)), f"{route.lesson} · {route.step}")

    def first_focus(self) -> QWidget | None:
        return self._back


def licence_text(source: str) -> str:
    """The licence's own words: of one of our files, or as a package brings them along."""
    kind, _colon, name = source.partition(":")
    if kind == "file":
        file = paths.assets_folder().parent / name
        texts = [file]
    else:
        try:
            package = metadata.distribution(source)
        except metadata.PackageNotFoundError:
            texts = []
        else:
            texts = [
                Path(str(package.locate_file(each)))
                for each in package.files or ()
                if "licen" in each.name.lower() or "copying" in each.name.lower()
            ]
    read = []
    for file in texts:
        try:
            read.append(file.read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
    if not read:
        return _("The text lies in the package itself; it could not be read here.")
    return "\n\n".join(read)
