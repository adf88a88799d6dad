"""The link game outside of lessons: one task, played in the same frame as a lesson's step."""

from __future__ import annotations

from typing import Any

from app.content.models import Lesson, LinkGameStep, Step
from app.i18n import _
from app.learning.game_tasks import PLACE, task_named
from app.ui.learner import Learner
from app.ui.pages.lesson import LessonPage
from app.ui.route import Route
from app.ui.steps.base import StepView
from app.ui.steps.link_game import LinkGameView
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look

LINKS = Route("links")


class GamePage(LessonPage):
    """The task that the route's detail names: `level:owner`, `free`, `drill:swap`, `form:A`, …"""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        self.task = task_named(route.detail, learner.links.levels, learner.links.passed)
        super().__init__(look, learner, route, surroundings)

    @property
    def _leave_words(self) -> str:
        return _("Leave the game (Esc). Your place is kept.")

    def _lesson_of(self, route: Route) -> Lesson:
        step = LinkGameStep(id=self.task.id, type="link-game", title=self.task.title)
        return Lesson(
            id=PLACE,
            version=1,
            language=self.learner.language,
            title=_("Spot the fake link"),
            steps=(step,),
        )

    @property
    def _origin(self) -> Route:
        return LINKS

    def _view_of(self, step: Step) -> StepView[Any]:
        assert isinstance(step, LinkGameStep)
        return LinkGameView(
            self.look, self.learner, self.lesson, step, self.surroundings, self.task
        )

    def _note_place(self, step: Step) -> None:
        """Home's "Continue" leads into lessons, not here."""

    @property
    def is_left_by_going_on(self) -> bool:
        return True

    def _show_foot(self) -> None:
        super()._show_foot()
        view = self.view
        assert isinstance(view, LinkGameView)
        rounds = view.rounds
        if rounds is None:
            self._segments.show_at(0, -1, frozenset())
            self._count.setText("")
        else:
            count, at, played = rounds
            self._segments.show_at(count, at, played)
            self._count.setText(f"{at + 1} / {count}")
        self.spoken_title = self.task.title
