"""Spot the fake link: the levels in their order, and every other way to practise."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.content import messages
from app.content.issues import Issue
from app.i18n import _, sentences
from app.learning.forms import due_form
from app.learning.game_tasks import PLACE, form_title, forms_taken
from app.links.levels import Level
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.state_card import state_card
from app.ui.widgets.surfaces import Chip, Surface


class LinksPage(Page):
    """What to play next stands first; everything else can be played at any time."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._links = learner.links
        self._passed = self._links.passed
        self._first: Button | None = None
        parts: list[Part] = [self._next(), 18]
        if self._links.trouble is not None:
            parts = [self._trouble(self._links.trouble), 18, *parts]
        form = self._form_due()
        if form is not None:
            parts += [form, 18]
        parts += [Label(look, _("Practise as you like"), "h2", wraps=True), 8, *self._ways(), 18]
        levels = self._links.levels.levels
        if levels:
            parts += [Label(look, _("Levels"), "h2", wraps=True), 8]
            for number, level in enumerate(levels, start=1):
                parts += [self._level(number, level), 8]
        self.lay_out(
            holder(column(look, parts)),
            _("Spot the fake link"),
            _("Every link is made for you, and none of them opens. After each answer you see why."),
        )

    def _trouble(self, issue: Issue) -> QWidget:
        """The course's own levels or official list have a mistake in them."""
        what, mend = messages.say(issue, _, messages.table())
        place = _("{file}, line {line}, column {column}").format(
            file=Path(issue.path).name, line=issue.span.line, column=issue.span.column
        )
        title = _("This course's levels or official list cannot be read")
        words = sentences(
            _("You can go on practising with what comes with the app; your results are safe."),
            _("For the teacher:"),
            f"{place}: {what} {mend}",
        )
        return state_card(self.look, "triangle", "warn", title, words)

    # ── what comes next

    def _next(self) -> QWidget:
        look = self.look
        level = self._links.levels.next_open(self._passed)
        if level is None:
            title, rule, detail = _("Free play"), self._free_words(), "free"
        else:
            title, rule, detail = level.title, level.rule, f"level:{level.id}"
        action = _("Continue") if self._is_open(detail) else _("Play")
        button = self._play(action, title, detail, "primary")
        words = column(
            look,
            [
                Label(look, _("Next for you"), "small-strong", "brand", wraps=True),
                Label(look, title, "h2", wraps=True),
                Label(look, rule, "body", "text2", wraps=True),
            ],
            gap=3,
        )
        body = Aside(look, holder(words), button, least_px=260)
        card = column(look, [body], margins=(22, 18, 20, 18))
        return Surface(look, card, "chosen")

    def _free_words(self) -> str:
        due = len(self._links.history("owner").due(self.surroundings.now_ms()))
        if due:
            return _("Tricks due for another look: {n}.").format(n=due)
        return _("Links of every kind, chosen by what you find hard.")

    def _form_due(self) -> QWidget | None:
        """A test to take now, if one is due."""
        finished = self._links.finished_ms()
        levels = [one for one in self._links.levels.levels if one.judge == "owner"]
        trained = None
        if levels and all(one.id in self._passed for one in levels):
            passed_ms = self._links.passed_ms()
            trained = max(passed_ms[one.id] for one in levels)
        form = due_form(forms_taken(finished), trained, self.surroundings.now_ms())
        if form is None:
            return None
        words = _(
            "24 links without help, to see later what practice did. There is nothing to lose: "
            "the result is only for you."
        )
        return self._line("flag", form_title(form), words, f"form:{form}")

    # ── other ways

    def _ways(self) -> list[Part]:
        look = self.look
        lines: list[Part] = [
            self._line("again", _("Free play"), self._free_words(), "free"),
            8,
            self._line(
                "chat",
                _("Would you do what it asks?"),
                _("Messages that want something: fine, harmful, or to be checked first?"),
                "demands",
            ),
            8,
        ]
        lens = Button(look, _("Open the link lens"), "tonal", icon="search", is_dense=True)
        lens.clicked.connect(lambda: self.wants.emit(Route("lens")))
        results = Button(look, _("My results"), "tonal", icon="chart", is_dense=True)
        results.clicked.connect(lambda: self.wants.emit(Route("results")))
        names = Button(look, _("Official names"), "tonal", icon="list", is_dense=True)
        names.clicked.connect(lambda: self.wants.emit(Route("official")))
        lines.append(Flow(look, [lens, results, names], gap=8))
        return lines

    def _line(self, icon: str, title: str, words: str, detail: str) -> QWidget:
        look = self.look
        action = _("Continue") if self._is_open(detail) else _("Play")
        text = column(
            look,
            [
                Label(look, title, "h3", wraps=True),
                Label(look, words, "small", "text2", wraps=True),
            ],
        )
        body = Aside(look, holder(text), self._play(action, title, detail, "tonal"))
        mark = IconLabel(look, icon, "brand", 24)
        return Surface(look, beside(look, mark, body, gap=14, margins=(18, 12, 14, 12)))

    # ── levels

    def _level(self, number: int, level: Level) -> QWidget:
        look = self.look
        detail = f"level:{level.id}"
        words, tone, icon, action = _("New"), "mute", "", _("Play")
        if self._is_open(detail):
            words, tone, icon, action = _("Under way"), "brand", "play", _("Continue")
        elif level.id in self._passed:
            words, tone, icon, action = _("Passed"), "ok", "check", _("Once more")
        elif self.learner.standing(f"{PLACE}/level-{level.id}").done:
            words, tone, icon, action = _("Not passed yet"), "warn", "again", _("Once more")
        button = self._play(action, level.title, detail, "tonal")
        title = _("{number}. {title}").format(number=number, title=level.title)
        text = column(
            look,
            [
                Label(look, title, "h3", wraps=True),
                Label(look, level.rule, "small", "text2", wraps=True),
            ],
        )
        rest = Flow(look, [Chip(look, words, tone, icon=icon), button], gap=14)
        body = Aside(look, holder(text), rest)
        return Surface(look, column(look, [body], margins=(18, 12, 14, 12)))

    def _is_open(self, detail: str) -> bool:
        kind, _colon, name = detail.partition(":")
        task = f"{kind}-{name.lower()}" if name else kind
        return bool(self.learner.session(f"{PLACE}/{task}"))

    def _play(self, action: str, title: str, detail: str, kind: str) -> Button:
        name = _("{action}: {title}").format(action=action, title=title)
        button = Button(self.look, action, kind, icon="play", is_dense=kind != "primary", name=name)
        target = Route("game", detail=detail)
        button.clicked.connect(lambda: self.wants.emit(target))
        self._first = self._first or button
        return button

    def first_focus(self) -> QWidget | None:
        return self._first
