"""The group chats of all lessons in one list, to play at any time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.learner import Learner
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.state_card import state_card
from app.ui.widgets.surfaces import Chip, Surface


class ScenariosPage(Page):
    """Each chat with its lesson and how it came out."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._first: Button | None = None
        parts: list[Part] = []
        for entry in learner.entries:
            for step in entry.steps:
                if step.type == "scenario" and not entry.is_broken:
                    parts += [self._chat(entry.id, entry.title, step.id, step.title), 10]
        if not parts:
            parts.append(
                state_card(
                    look,
                    "chat",
                    "brand",
                    _("No group chats in this course"),
                    _("A teacher can add one to any lesson."),
                    [(_("Go Home"), "primary", lambda: self.wants.emit(HOME))],
                )
            )
        self.lay_out(
            holder(column(look, parts)),
            _("Group chats"),
            _("Made-up chats in which you decide. Nobody is harmed, and every ending teaches."),
        )

    def _chat(self, lesson_id: str, lesson_title: str, step_id: str, title: str) -> QWidget:
        look = self.look
        path = f"{lesson_id}/{step_id}"
        standing = self.learner.standing(path)
        is_open = bool(self.learner.session(path))
        words, tone, icon = _("New"), "mute", ""
        action = _("Enter the chat")
        if is_open:
            words, tone, icon, action = _("Under way"), "brand", "play", _("Continue")
        elif standing.done:
            words, tone, icon = _("Played"), "ok", "check"
            action = _("Look back or play again")
        button = Button(
            look,
            action,
            "tonal",
            is_dense=True,
            name=_("{action}: {title}").format(action=action, title=title),
        )
        target = Route("lesson", lesson_id, step_id, "scenarios")
        button.clicked.connect(lambda: self.wants.emit(target))
        self._first = self._first or button
        text = column(
            look,
            [
                Label(look, title, "h3", wraps=True),
                Label(
                    look,
                    _("From the lesson “{title}”").format(title=lesson_title),
                    "small",
                    "text2",
                    wraps=True,
                ),
            ],
        )
        rest = Flow(look, [Chip(look, words, tone, icon=icon), button], gap=14)
        body = Aside(look, holder(text), rest)
        mark = IconLabel(look, "chat", "brand", 26)
        return Surface(look, beside(look, mark, body, gap=14, margins=(18, 14, 14, 14)))

    def first_focus(self) -> QWidget | None:
        return self._first
