"""Choosing all options that are right."""

from __future__ import annotations

from app.content.models import MultiQuestion
from app.learning.grade import Grade, Trouble, reasons_in_order
from app.learning.questions.kind import Kind, score_for
from app.learning.questions.single import option_reason
from app.progress.events import Json

Chosen = frozenset[str]
_nothing: Chosen = frozenset()


def _read(question: MultiQuestion, response: Json) -> tuple[Chosen, Trouble | None]:
    if response is None or response == []:
        return _nothing, "not-answered"
    if not isinstance(response, list):
        return _nothing, "wrong-shape"
    chosen = [each for each in response if isinstance(each, str)]
    if len(set(chosen)) < len(response):
        return _nothing, "wrong-shape"
    if not set(chosen) <= {option.id for option in question.options}:
        return _nothing, "unknown-part"
    return frozenset(chosen), None


def _grade(question: MultiQuestion, chosen: Chosen) -> Grade:
    """Partial: max(0, (right chosen − wrong chosen) / number of right); design/learning.md."""
    right = {option.id for option in question.options if option.is_right}
    gain = len(chosen & right) - len(chosen - right)
    missed = [o for o in question.options if o.is_right and o.id not in chosen]
    return Grade(
        score=score_for(
            question.scoring,
            is_whole=bool(chosen) and chosen == right,
            partial=max(0.0, gain / len(right)) if right else 0.0,
        ),
        parts={o.id: o.is_right for o in question.options if o.is_right or o.id in chosen},
        missed=tuple(option.id for option in missed),
        reasons=reasons_in_order(
            [option_reason(o) for o in question.options if o.id in chosen],
            [option_reason(o) for o in missed],
            general=question.why,
        ),
    )


def _right(question: MultiQuestion) -> Json:
    return [option.id for option in question.options if option.is_right]


def _told(question: MultiQuestion, chosen: Chosen) -> list[str | bool]:
    return [option.text for option in question.options if option.id in chosen]


def _movable(question: MultiQuestion) -> tuple[str, ...]:
    return tuple(option.id for option in question.options)


kind = Kind(read=_read, grade=_grade, right=_right, told=_told, movable=_movable, shown="shuffled")
