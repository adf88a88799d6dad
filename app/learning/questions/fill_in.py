"""Filling blanks in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.meaning_hash import normalised
from app.content.models import Blank, FillInQuestion
from app.learning.grade import Grade, Reason, Trouble, reasons_in_order
from app.learning.questions.kind import Kind, score_for, share
from app.learning.questions.placed import read_mapping
from app.progress.events import Json

Filled = Mapping[str, str]


def _read(question: FillInQuestion, response: Json) -> tuple[Filled, Trouble | None]:
    return read_mapping(response, {blank.id: None for blank in question.blanks})


def _grade(question: FillInQuestion, filled: Filled) -> Grade:
    """All: every blank right. Partial: share of blanks right. Source: design/learning.md."""
    parts = {b.id: b.id in filled and _is_accepted(b, filled[b.id]) for b in question.blanks}
    caught = [
        Reason(blank.id, _caught(blank, filled[blank.id]), "caught")
        for blank in question.blanks
        if blank.id in filled and not parts[blank.id]
    ]
    return Grade(
        score=score_for(
            question.scoring,
            is_whole=all(parts.values()),
            partial=share(sum(parts.values()), len(parts)),
        ),
        parts=parts,
        missed=tuple(blank.id for blank in question.blanks if blank.id not in filled),
        reasons=reasons_in_order(caught, general=question.why),
    )


def _is_accepted(blank: Blank, typed: str) -> bool:
    return normalised(typed) in {normalised(accepted) for accepted in blank.accept}


def _caught(blank: Blank, typed: str) -> str:
    said = normalised(typed)
    return next((catch.why for catch in blank.catch if normalised(catch.when) == said), "")


def _right(question: FillInQuestion) -> Json:
    return {blank.id: next(iter(blank.accept), "") for blank in question.blanks}


def _told(question: FillInQuestion, filled: Filled) -> list[str | bool]:
    return [filled.get(blank.id, "") for blank in question.blanks] if filled else []


def _movable(question: FillInQuestion) -> tuple[str, ...]:
    return ()


kind = Kind(read=_read, grade=_grade, right=_right, told=_told, movable=_movable, shown="as-typed")
