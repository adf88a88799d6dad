"""The single question: exactly one option is right."""

from __future__ import annotations

from typing import Any

from app.content.models import SingleQuestion
from app.content.parts import Part
from app.content.rules.meaning import check_single
from app.content.spec.common import QuestionType, question_fields
from app.content.spec.fields import Record
from app.content.spec.options import build_options, options_field, options_meaning


def _build(part: Part, common: dict[str, Any]) -> SingleQuestion:
    return SingleQuestion(**common, options=build_options(part))


TYPE = QuestionType(
    record=Record(
        name="question",
        id_prefix="question-",
        fields=question_fields("single", options_field()),
    ),
    check=check_single,
    build=_build,
    meaning=options_meaning,
)
