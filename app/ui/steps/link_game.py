"""A link-game step, which this version checks but does not play: said plainly, passed over."""

from __future__ import annotations

from app.content.models import Lesson, LinkGameStep
from app.i18n import _
from app.ui.learner import Learner
from app.ui.steps.base import Foot, StepView
from app.ui.steps.heading import step_head
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.layouts import column
from app.ui.widgets.state_card import state_card


class LinkGameView(StepView[LinkGameStep]):
    """Tells the learner that the step is left out, and goes on."""

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: LinkGameStep,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        card = state_card(
            look,
            "link",
            "info",
            _("This step is left out"),
            _(
                "It is a game with links, which this version of the app does not play. "
                "It does not count for the lesson: simply go on."
            ),
        )
        parts = step_head(look, lesson, step, surroundings)
        self.setLayout(column(look, [*parts, card]))

    def foot(self) -> Foot:
        return Foot(_("Continue"))
