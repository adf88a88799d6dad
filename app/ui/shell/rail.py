"""The rail at the left of the navigation shell: where to go, and what holds on this machine."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import _, mark
from app.ui.route import HOME, Route
from app.ui.theme.look import Look
from app.ui.widgets.art import Logo
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.surfaces import Bar, Surface


class Section(NamedTuple):
    """A place in the rail. Pages that belong to it light it up."""

    route: Route
    icon: str
    title: str
    pages: tuple[str, ...] = ()


SECTIONS = (
    Section(HOME, "home", mark("Learn"), ("home", "lesson", "lesson-summary", "broken")),
    Section(Route("links"), "link", mark("Spot the fake link"), ("links", "game")),
    Section(Route("results"), "chart", mark("My results"), ("results",)),
    Section(Route("lens"), "search", mark("Link lens"), ("lens", "official")),
    Section(Route("checklists"), "list", mark("Risk checklist"), ("checklists",)),
    Section(Route("scenarios"), "chat", mark("Group chats"), ("scenarios",)),
    Section(Route("questions"), "question", mark("Common questions"), ("questions",)),
)
HELP = Route("help")

WIDE_PX = 224
NARROW_PX = 72


class Rail(QWidget):
    """Sections, the way to help, the offline badge, and four small switches."""

    wants = Signal(object)  # Route
    theme_pressed = Signal()
    text_size_pressed = Signal()
    language_pressed = Signal()

    def __init__(
        self, look: Look, page: str, *, is_narrow: bool, badge: tuple[str, str], learner_name: str
    ) -> None:
        super().__init__()
        self._look = look
        self._is_narrow = is_narrow
        self.section_buttons: list[Button] = []
        parts: list[Part] = [self._head(), 18]
        for section in SECTIONS:
            button = self._nav(section.title, section.icon)
            button.set_current(page in section.pages)
            button.clicked.connect(lambda _=False, route=section.route: self.wants.emit(route))
            self.section_buttons.append(button)
            parts.append(button)
        parts += ["stretch", self._help_button(), 4, self._badge(*badge), 4]
        parts.append(self._switches(learner_name))
        margins = (14, 22, 14, 16) if not is_narrow else (10, 22, 10, 16)
        inner = ScrollPage(look, holder(column(look, parts, gap=6, margins=margins)))
        # In a low window, or with large text, the rail scrolls; a bar would cost it its width.
        inner.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = Bar(look, column(look, [inner]), edge="right")
        self.setLayout(column(look, [bar]))
        width = NARROW_PX if is_narrow else WIDE_PX
        self.setFixedWidth(look.column_px(width) if not is_narrow else look.space(width))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def light(self, page: str) -> None:
        """Show which section a page belongs to."""
        for button, section in zip(self.section_buttons, SECTIONS, strict=True):
            button.set_current(page in section.pages)

    def _head(self) -> QWidget:
        logo = Logo(self._look)
        if self._is_narrow:
            return holder(row(self._look, ["stretch", logo, "stretch"]))
        name = Label(self._look, _("Shilian"), "h2")
        motto = Label(self._look, _("See through every link"), "micro", "text3")
        words = column(self._look, [name, motto], gap=0)
        return holder(row(self._look, [logo, holder(words), "stretch"], gap=10))

    def _nav(self, title: str, icon: str) -> Button:
        words = _(title)
        text = "" if self._is_narrow else words
        return Button(self._look, text, "nav", icon=icon, name=words)

    def _help_button(self) -> QWidget:
        words = _("It has happened to me")
        text = "" if self._is_narrow else words
        button = Button(self._look, text, "help", icon="phone", name=words, is_dense=True)
        button.setToolTip(_("What to do when it has happened (F9)"))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.wants.emit(HELP))
        return button

    def _badge(self, title: str, detail: str) -> QWidget:
        look = self._look
        if self._is_narrow:
            mark_only = IconLabel(look, "shield", "ok", 22)
            mark_only.setToolTip(f"{title}\n{detail}")
            mark_only.setAccessibleName(f"{title}. {detail}")
            return holder(row(look, ["stretch", mark_only, "stretch"]))
        words = column(
            look,
            [
                Label(look, title, "small", wraps=True),
                Label(look, detail, "micro", "text3", wraps=True),
            ],
        )
        inner = row(
            look,
            [IconLabel(look, "shield", "ok", 20), holder(words)],
            gap=10,
            margins=(10, 9, 10, 9),
        )
        inner.setStretch(1, 1)
        return Surface(look, inner, "inset", radius="md")

    def _switches(self, learner_name: str) -> QWidget:
        look = self._look
        theme = Button(
            look,
            kind="ghost",
            icon="sun" if look.dark else "moon",
            is_dense=True,
            name=_("Light theme") if look.dark else _("Dark theme"),
        )
        theme.clicked.connect(lambda: self.theme_pressed.emit())
        size = Button(look, kind="ghost", icon="text", is_dense=True, name=_("Text size"))
        size.clicked.connect(lambda: self.text_size_pressed.emit())
        language = Button(
            look, kind="ghost", icon="globe", is_dense=True, name=_("Language: 中文 / English")
        )
        language.clicked.connect(lambda: self.language_pressed.emit())
        settings = Button(
            look, kind="ghost", icon="gear", is_dense=True, name=_("Settings (Ctrl+,)")
        )
        settings.clicked.connect(lambda: self.wants.emit(Route("settings")))
        who = Button(
            look,
            kind="ghost",
            icon="person",
            is_dense=True,
            name=_("Learner: {name}").format(name=learner_name),
        )
        who.clicked.connect(lambda: self.wants.emit(Route("learners")))
        buttons: list[QWidget] = [who, theme, size, language, settings]
        if self._is_narrow:
            lines = [row(look, ["stretch", button, "stretch"]) for button in buttons]
            return holder(column(look, list(lines), gap=0))
        return holder(row(look, [*buttons, "stretch"], gap=0))
