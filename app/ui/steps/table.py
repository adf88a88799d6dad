"""Which view shows which step type. A new type adds a line; each is imported when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from app.content.models import Lesson, Step
from app.ui.learner import Learner
from app.ui.steps.base import StepView
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look

_VIEWS = {
    "text": ("app.ui.steps.text", "TextView"),
    "faq": ("app.ui.steps.faq", "FaqView"),
    "checklist": ("app.ui.steps.checklist", "ChecklistView"),
    "scenario": ("app.ui.steps.scenario", "ScenarioView"),
    "quiz": ("app.ui.steps.quiz", "QuizView"),
    "link-game": ("app.ui.steps.link_game", "LinkGameView"),
}


def view_of(
    look: Look, learner: Learner, lesson: Lesson, step: Step, surroundings: Surroundings
) -> StepView[Any]:
    """The view of a step. Raises KeyError for a type that has none."""
    module, name = _VIEWS[step.type]
    view: StepView[Any] = getattr(import_module(module), name)(
        look, learner, lesson, step, surroundings
    )
    return view
