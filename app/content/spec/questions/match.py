"""The match question: what goes with what."""

from __future__ import annotations

from typing import Any

from app.content.models import MatchQuestion, Pair
from app.content.parts import Part
from app.content.rules.meaning import check_match
from app.content.spec.common import QuestionType, question_fields, scoring_field
from app.content.spec.fields import Record, an_id, parts, required, text, texts
from app.i18n import mark

_PAIR = Record(
    name="pair",
    id_prefix="pair-",
    fields=(
        an_id(mark("The pair's id.")),
        required(text("left", mark("One side."))),
        required(text("goes_with", mark("Its partner."))),
        text("why", mark("Why they go together.")),
    ),
)


def _build(part: Part, common: dict[str, Any]) -> MatchQuestion:
    values = part.values
    pairs = tuple(
        Pair(
            id=pair.id,
            left=pair.values["left"],
            goes_with=pair.values["goes_with"],
            why=pair.values.get("why") or "",
        )
        for pair in values["pairs"]
    )
    return MatchQuestion(
        **common,
        pairs=pairs,
        extra=values.get("extra") or (),
        scoring=values.get("scoring") or "all",
    )


def _meaning(part: Part) -> str:
    # Each left side's partner is named by the pair's own id, so that wording stays out.
    return " ".join(sorted(f"{pair.id}={pair.id}" for pair in part.values["pairs"]))


TYPE = QuestionType(
    record=Record(
        name="question",
        id_prefix="question-",
        fields=question_fields(
            "match",
            required(parts("pairs", mark("What goes with what."), _PAIR)),
            texts("extra", mark("Partners that belong to nothing.")),
            scoring_field(),
        ),
    ),
    check=check_match,
    build=_build,
    meaning=_meaning,
)
