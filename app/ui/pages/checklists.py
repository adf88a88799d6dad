"""The risk checklists of all lessons, to be used at any time and outside of the lessons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.content.models import ChecklistStep
from app.i18n import _
from app.ui.learner import Learner
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.steps.checklist_panel import ChecklistPanel
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder
from app.ui.widgets.segmented import Segment, Segmented
from app.ui.widgets.state_card import state_card


class ChecklistsPage(Page):
    """One checklist at a time; which one is part of the route."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        found = [
            (entry.id, step.id, step.title)
            for entry in learner.entries
            for step in entry.steps
            if step.type == "checklist" and not entry.is_broken
        ]
        self.panel: ChecklistPanel | None = None
        title = _("Risk checklist")
        if not found:
            empty = state_card(
                look,
                "list",
                "brand",
                _("No checklist in this course"),
                _("A teacher can add one to any lesson."),
                [(_("Go Home"), "primary", lambda: self.wants.emit(HOME))],
            )
            self.lay_out(empty, title)
            return
        lessons = [each[0] for each in found]
        # Without a wish: the lesson that is about checklists, not one that has one by the way.
        usual = max(found, key=lambda each: lessons.count(each[0]))
        chosen = next((each for each in found if each[:2] == (route.lesson, route.step)), usual)
        lesson = learner.lesson(chosen[0])
        step = lesson.step(chosen[1])
        assert isinstance(step, ChecklistStep)
        parts: list[Part] = []
        if len(found) > 1:
            segments = [Segment(f"{a}/{b}", name) for a, b, name in found]
            tabs = Segmented(look, segments, f"{chosen[0]}/{chosen[1]}", name=_("Which checklist"))
            tabs.picked.connect(self._open)
            parts += [tabs, 14]
        if step.intro:
            parts += [Label(look, step.intro, "body", "text2", wraps=True), 12]
        self.panel = ChecklistPanel(look, learner, lesson, step)
        self.panel.announced.connect(self.announced)
        parts.append(self.panel)
        self.lay_out(
            holder(column(look, parts)),
            step.title,
            _("Does not count for the course. Your answers stay on this computer."),
        )

    def _open(self, path: str) -> None:
        lesson, _slash, step = path.partition("/")
        # Later, since Qt is still busy with the key that picked.
        QTimer.singleShot(0, partial(self.wants.emit, Route("checklists", lesson, step)))

    def first_focus(self) -> QWidget | None:
        return self.panel.first_focus() if self.panel is not None else None

    def leave(self) -> None:
        if self.panel is not None:
            self.panel.finish()
