"""All questions and answers of the course, with one search over them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.content.models import FaqEntry, FaqStep
from app.i18n import _
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.steps.faq import FaqList
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.state_card import state_card


class QuestionsPage(Page):
    """The faq steps of all lessons, in the course's order."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        entries: list[tuple[FaqEntry, str]] = []
        for lesson_entry in learner.entries:
            if lesson_entry.is_broken or all(s.type != "faq" for s in lesson_entry.steps):
                continue
            lesson = learner.lesson(lesson_entry.id)
            for step in lesson.steps:
                if isinstance(step, FaqStep):
                    entries += [(each, lesson.source_title(each.source)) for each in step.entries]
        self._list: FaqList | None = None
        title = _("Common questions")
        if entries:
            self._list = FaqList(look, entries, surroundings)
            self.lay_out(self._list, title, _("What people ask most, answered in plain words."))
        else:
            empty = state_card(
                look,
                "question",
                "brand",
                _("No questions in this course"),
                _("A teacher can add some to any lesson."),
                [(_("Go Home"), "primary", lambda: self.wants.emit(HOME))],
            )
            self.lay_out(empty, title)

    def first_focus(self) -> QWidget | None:
        return self._list.search if self._list is not None else None

    def place(self) -> Json:
        if self._list is None:
            return super().place()
        return {"list": self._list.place(), "scroll": super().place()}

    def show_place(self, place: Json) -> None:
        if self._list is not None and isinstance(place, dict):
            self._list.show_place(place.get("list"))
            super().show_place(place.get("scroll"))
