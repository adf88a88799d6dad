"""The head of a step: what kind it is, its title, its picture, and on the first step the goals."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.content.models import Lesson, Step
from app.i18n import _, mark
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.pictures import PictureBox
from app.ui.widgets.surfaces import Chip, Surface

_KINDS = {
    "text": (mark("Reading"), "book"),
    "faq": (mark("Questions and answers"), "question"),
    "checklist": (mark("Self-check"), "list"),
    "scenario": (mark("Group chat"), "chat"),
    "quiz": (mark("Quiz"), "check"),
    "link-game": (mark("Spot the fake link"), "link"),
}


def kind_words(step_type: str) -> str:
    """The name of a step type."""
    return _(_KINDS[step_type][0])


def kind_icon(step_type: str) -> str:
    """The icon of a step type."""
    return _KINDS[step_type][1]


def step_head(
    look: Look,
    lesson: Lesson,
    step: Step,
    surroundings: Surroundings,
    chips: tuple[str, ...] = (),
) -> list[Part]:
    """The parts to put on top of a step, in order."""
    number = [each.id for each in lesson.steps].index(step.id) + 1
    words = _("Step {number} · {kind}").format(number=number, kind=kind_words(step.type))
    marks: list[QWidget] = [Chip(look, words, "brand", icon=kind_icon(step.type))]
    marks += [Chip(look, text, "mute") for text in chips]
    title = Label(look, step.title, "display", wraps=True)
    parts: list[Part] = [Flow(look, marks), 12, title, 8]
    if number == 1 and lesson.goals:
        parts += [goals_card(look, lesson), 14]
    if step.picture is not None:
        parts += [PictureBox(look, surroundings.pictures(), step.picture), 14]
    return parts


def goals_card(look: Look, lesson: Lesson) -> QWidget:
    """What the learner will be able to do after the lesson."""
    lines: list[QWidget] = [Label(look, _("After this lesson you can"), "small-strong", "text2")]
    for goal in lesson.goals:
        line = row(
            look,
            [IconLabel(look, "flag", "brand", 16), Label(look, goal, "body", wraps=True)],
            gap=10,
        )
        line.setStretch(1, 1)
        lines.append(holder(line))
    return Surface(
        look, column(look, list(lines), gap=6, margins=(18, 14, 18, 14)), "card", radius="md"
    )
