"""The keys that all steps share, those that all questions share, and how they become values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.content.models import Picture, Prose, Question, Step
from app.content.parts import Findings, Part
from app.content.spec.fields import (
    Field,
    Record,
    an_id,
    hidden_text,
    hidden_texts,
    image,
    number,
    required,
    text,
    whole,
    word,
)
from app.i18n import mark

MakeProse = Callable[[str], Prose]

_picture = (
    image("image", mark("A picture from the course folder, such as images/share.svg.")),
    text("alt", mark("What the picture shows, for those who cannot see it.")),
)
_marks = (
    hidden_text("source", mark("The id of one of this lesson's sources.")),
    hidden_texts("seed", mark("The points of the fact base that this covers; never shown.")),
)


@dataclass(frozen=True, slots=True)
class StepType:
    """All there is to a step type: its keys, its own rules, and how it becomes a value."""

    record: Record
    check: Callable[[Part, Findings], None]
    build: Callable[[Part, MakeProse], Step]


@dataclass(frozen=True, slots=True)
class QuestionType:
    """All there is to a question type.

    `meaning` gives what an earlier answer hangs on, as a text (design: learning, meaning hash).
    """

    record: Record
    check: Callable[[Part, Findings], None]
    build: Callable[[Part, dict[str, Any]], Question]
    meaning: Callable[[Part], str]


def step_fields(type_name: str, *own: Field) -> tuple[Field, ...]:
    """The keys of a step of this type."""
    return (
        an_id(mark("The step's id: never change it once the lesson is in use.")),
        required(word("type", mark("What kind of step this is."), type_name)),
        required(text("title", mark("The step's title."))),
        *own,
        *_picture,
        *_marks,
    )


def question_fields(type_name: str, *own: Field) -> tuple[Field, ...]:
    """The keys of a question of this type."""
    return (
        an_id(mark("The question's id: never change it once the lesson is in use.")),
        required(word("type", mark("What kind of question this is."), type_name)),
        required(text("text", mark("The question itself."))),
        *own,
        text("hint", mark("A hint the learner may ask for.")),
        text("why", mark("The reason, shown after the answer.")),
        *_picture,
        hidden_texts("tags", mark("What the question is about, for teachers.")),
        hidden_text("skill", mark("The id of one of the course's skills.")),
        number("points", mark("How much the question counts; 1 if left out."), 0, 100),
        word("difficulty", mark("How hard it is."), "easy", "medium", "hard"),
        hidden_text("answer_in", mark("Where the lesson answers it: step-id or step-id#heading.")),
        whole("meaning", mark("Raise it by one when new words changed the sense."), 1, 9999),
        *_marks,
    )


def scoring_field() -> Field:
    """How an answer that is partly right counts."""
    return word("scoring", mark("all: right or not; partial: part of it counts."), "all", "partial")


def no_rules(part: Part, found: Findings) -> None:
    """For types whose form says it all."""


def picture_of(values: dict[str, Any]) -> Picture | None:
    """The picture named by `image` and `alt`."""
    path = values.get("image")
    return Picture(path=path, alt=values.get("alt") or "") if path else None


def step_values(part: Part) -> dict[str, Any]:
    """What every step has, ready for its class."""
    values = part.values
    return {
        "id": part.id,
        "type": values["type"],
        "title": values["title"],
        "seed": values.get("seed") or (),
        "picture": picture_of(values) if "image" in values else None,
        "source": values.get("source") or "",
    }
