"""What fill-in, match and categorise share: each part gets one thing put to it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import NamedTuple

from app.learning.grade import Grade, Reason, Trouble, reasons_in_order
from app.learning.questions.kind import score_for, share
from app.progress.events import Json


class Part(NamedTuple):
    """Something to be placed: where it belongs, and why."""

    id: str
    place: str
    why: str


def read_mapping(
    response: Json, places: Mapping[str, Container[str] | None]
) -> tuple[dict[str, str], Trouble | None]:
    """The placed parts of a response of the shape `{part: place}`.

    `places` maps each part to the places it may be put to (None: any text). An empty place
    counts as not placed.
    """
    if response is None:
        return {}, "not-answered"
    if not isinstance(response, dict):
        return {}, "wrong-shape"
    placed: dict[str, str] = {}
    for part, place in response.items():
        if part not in places:
            return {}, "unknown-part"
        if place is None or (isinstance(place, str) and not place.strip()):
            continue
        if not isinstance(place, str):
            return {}, "wrong-shape"
        allowed = places[part]
        if allowed is not None and place not in allowed:
            return {}, "unknown-part"
        placed[part] = place
    if len(placed) == len(places):
        return placed, None
    return placed, "incomplete" if placed else "not-answered"


def grade_placed(
    parts: Iterable[Part], placed: Mapping[str, str], *, scoring: str, general: str
) -> Grade:
    """All: everything placed right. Partial: share placed right. Source: design/learning.md."""
    every = tuple(parts)
    marks = {part.id: placed.get(part.id) == part.place for part in every}
    return Grade(
        score=score_for(
            scoring,
            is_whole=all(marks.values()),
            partial=share(sum(marks.values()), len(marks)),
        ),
        parts=marks,
        missed=tuple(part.id for part in every if part.id not in placed),
        reasons=reasons_in_order(
            [
                Reason(part.id, part.why, "right" if marks[part.id] else "wrong")
                for part in every
                if part.id in placed
            ],
            [Reason(part.id, part.why, "right") for part in every if part.id not in placed],
            general=general,
        ),
    )
