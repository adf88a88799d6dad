"""Putting items in the right order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from app.content.models import OrderItem, OrderQuestion
from app.learning.grade import Grade, Reason, Trouble, reasons_in_order
from app.learning.questions.kind import Kind, score_for
from app.progress.events import Json

Ordered = tuple[str, ...]


def _read(question: OrderQuestion, response: Json) -> tuple[Ordered, Trouble | None]:
    if response is None or response == []:
        return (), "not-answered"
    if not isinstance(response, list):
        return (), "wrong-shape"
    ordered = tuple(each for each in response if isinstance(each, str))
    if len(set(ordered)) < len(response):
        return (), "wrong-shape"
    known = {item.id for item in question.items}
    if not set(ordered) <= known:
        return (), "unknown-part"
    if len(ordered) < len(known):
        # A list with holes has no order yet: unlike blanks, nothing of it can be graded.
        return (), "incomplete"
    return ordered, None


def _grade(question: OrderQuestion, ordered: Ordered) -> Grade:
    """All: the exact order. Partial: (length of the longest run − 1) / (n − 1).

    The run (design/learning.md) is the longest row of items that stand in the right order
    relative to each other, neighbours or not: one item out of place costs one share. Those
    in the run are marked as placed right; a single item is no run.
    """
    places = {item.id: place for place, item in enumerate(question.items)}
    run = longest_run([places[each] for each in ordered])
    in_run = {question.items[place].id for place in run} if _is_run(run, places) else set()
    steps = len(places) - 1
    return Grade(
        score=score_for(
            question.scoring,
            is_whole=bool(places) and len(run) == len(places),
            partial=max(0, len(run) - 1) / steps if steps > 0 else 0.0,
        ),
        parts={item.id: item.id in in_run for item in question.items},
        missed=() if ordered else tuple(places),
        reasons=reasons_in_order(
            [_reason(item, item.id in in_run or not ordered) for item in question.items],
            general=question.why,
        ),
    )


def longest_run(places: Sequence[int]) -> list[int]:
    """The longest rising subsequence of distinct numbers; of several, that with the lowest end.

    Patience sorting (Fredman 1975), O(n log n).
    """
    ends: list[int] = []  # ends[k]: lowest number on which a run of k + 1 can end
    before: dict[int, int | None] = {}
    for place in places:
        position = bisect_left(ends, place)
        before[place] = ends[position - 1] if position else None
        ends[position : position + 1] = [place]
    run: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        run.append(last)
        last = before[last]
    return run[::-1]


def _is_run(run: list[int], places: dict[str, int]) -> bool:
    return len(run) > 1 or len(run) == len(places)


def _reason(item: OrderItem, is_placed: bool) -> Reason:
    return Reason(item.id, item.why, "right" if is_placed else "wrong")


def _right(question: OrderQuestion) -> Json:
    return [item.id for item in question.items]


def _told(question: OrderQuestion, ordered: Ordered) -> list[str | bool]:
    texts = {item.id: item.text for item in question.items}
    return [texts[each] for each in ordered]


def _movable(question: OrderQuestion) -> tuple[str, ...]:
    return tuple(item.id for item in question.items)


kind = Kind(
    read=_read, grade=_grade, right=_right, told=_told, movable=_movable, shown="always-mixed"
)
