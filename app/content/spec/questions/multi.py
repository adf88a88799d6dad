"""The multi question: one option or more is right."""

from __future__ import annotations

from typing import Any

from app.content.models import MultiQuestion
from app.content.parts import Part
from app.content.rules.meaning import check_multi
from app.content.spec.common import QuestionType, question_fields, scoring_field
from app.content.spec.fields import Record
from app.content.spec.options import build_options, options_field, options_meaning


def _build(part: Part, common: dict[str, Any]) -> MultiQuestion:
    return MultiQuestion(
        **common, options=build_options(part), scoring=part.values.get("scoring") or "all"
    )


TYPE = QuestionType(
    record=Record(
        name="question",
        id_prefix="question-",
        fields=question_fields("multi", options_field(), scoring_field()),
    ),
    check=check_multi,
    build=_build,
    meaning=options_meaning,
)
