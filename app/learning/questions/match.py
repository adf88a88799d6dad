"""Finding the partner of each thing. Some partners may belong to nothing (`extra-1`, …)."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.models import MatchQuestion
from app.learning.grade import Grade, Trouble
from app.learning.questions.kind import Kind
from app.learning.questions.placed import Part, grade_placed, read_mapping
from app.progress.events import Json

Matched = Mapping[str, str]


def partners(question: MatchQuestion) -> dict[str, str]:
    """Partner id → its text: those of the pairs first, then `extra-1`, `extra-2`, …"""
    texts = {pair.id: pair.goes_with for pair in question.pairs}
    for number, text in enumerate(question.extra, start=1):
        texts[f"extra-{number}"] = text
    return texts


def _read(question: MatchQuestion, response: Json) -> tuple[Matched, Trouble | None]:
    known = partners(question)
    return read_mapping(response, {pair.id: known for pair in question.pairs})


def _grade(question: MatchQuestion, matched: Matched) -> Grade:
    parts = [Part(pair.id, pair.id, pair.why) for pair in question.pairs]
    return grade_placed(parts, matched, scoring=question.scoring, general=question.why)


def _right(question: MatchQuestion) -> Json:
    return {pair.id: pair.id for pair in question.pairs}


def _told(question: MatchQuestion, matched: Matched) -> list[str | bool]:
    texts = partners(question)
    return [f"{p.left} → {texts[matched[p.id]]}" for p in question.pairs if p.id in matched]


def _movable(question: MatchQuestion) -> tuple[str, ...]:
    return tuple(partners(question))


kind = Kind(
    read=_read, grade=_grade, right=_right, told=_told, movable=_movable, shown="always-mixed"
)
