"""Choosing one option of several."""

from __future__ import annotations

from app.content.models import Option, SingleQuestion
from app.learning.grade import Grade, Reason, Trouble, reasons_in_order
from app.learning.questions.kind import Kind
from app.progress.events import Json


def _read(question: SingleQuestion, response: Json) -> tuple[str, Trouble | None]:
    if response is None or response == "":
        return "", "not-answered"
    if not isinstance(response, str):
        return "", "wrong-shape"
    if all(option.id != response for option in question.options):
        return "", "unknown-part"
    return response, None


def _grade(question: SingleQuestion, chosen: str) -> Grade:
    is_right = any(option.is_right and option.id == chosen for option in question.options)
    # One right option is enough: where one was chosen, no other counts as missed.
    missed = [] if is_right else [o for o in question.options if o.is_right]
    marked = [o for o in question.options if o.id == chosen or o in missed]
    return Grade(
        score=1.0 if is_right else 0.0,
        parts={option.id: option.is_right for option in marked},
        missed=tuple(option.id for option in missed),
        reasons=reasons_in_order(
            [option_reason(o) for o in question.options if o.id == chosen],
            [option_reason(o) for o in missed],
            general=question.why,
        ),
    )


def option_reason(option: Option) -> Reason:
    """Why this option is right or wrong."""
    return Reason(option.id, option.why, "right" if option.is_right else "wrong")


def _right(question: SingleQuestion) -> Json:
    return next((option.id for option in question.options if option.is_right), None)


def _told(question: SingleQuestion, chosen: str) -> list[str | bool]:
    return [option.text for option in question.options if option.id == chosen]


def _movable(question: SingleQuestion) -> tuple[str, ...]:
    return tuple(option.id for option in question.options)


kind = Kind(read=_read, grade=_grade, right=_right, told=_told, movable=_movable, shown="shuffled")
