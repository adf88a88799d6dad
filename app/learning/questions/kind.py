"""What every question type must be able to do; `table` joins the types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from app.content.models import Question
from app.learning.grade import Grade, Trouble
from app.progress.events import Json

Q = TypeVar("Q", bound=Question)
A = TypeVar("A")

Shown = Literal["as-typed", "shuffled", "always-mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[Q, A]):
    """A question type.

    `read` makes a typed answer of a response; what cannot be read gives an empty answer and
    the trouble, never an exception. `grade` takes any answer `read` can give. `right` is the
    response that scores 1. `told` puts an answer in words for the history.
    `movable` names the parts shown in an order of their own; `shown` says when that order is
    mixed: never, when the quiz says so, or always, because the order as typed is the answer.
    """

    read: Callable[[Q, Json], tuple[A, Trouble | None]]
    grade: Callable[[Q, A], Grade]
    right: Callable[[Q], Json]
    told: Callable[[Q, A], list[str | bool]]
    movable: Callable[[Q], tuple[str, ...]]
    shown: Shown


AnyKind = Kind[Any, Any]


def share(right: int, of: int) -> float:
    """How much was right, 0…1. Where there is nothing to do, all of it is right."""
    return right / of if of else 1.0


def score_for(scoring: str, *, is_whole: bool, partial: float) -> float:
    """The score under `scoring: all` or `partial`. Source: design/learning.md, "Questions"."""
    if is_whole:
        return 1.0
    return partial if scoring == "partial" else 0.0
