"""The true-false question: is the sentence true?"""

from __future__ import annotations

from typing import Any

from app.content.models import TrueFalseQuestion
from app.content.parts import Part
from app.content.spec.common import QuestionType, no_rules, question_fields
from app.content.spec.fields import Record, required, word
from app.i18n import mark

_TRUE = ("对", "true", "True", "TRUE")


def _is_true(part: Part) -> bool:
    return part.values["answer"] in _TRUE


def _build(part: Part, common: dict[str, Any]) -> TrueFalseQuestion:
    return TrueFalseQuestion(**common, answer=_is_true(part))


def _meaning(part: Part) -> str:
    return "true" if _is_true(part) else "false"


TYPE = QuestionType(
    record=Record(
        name="question",
        id_prefix="question-",
        fields=question_fields(
            "true-false",
            required(
                word("answer", mark("Whether the sentence is true."), "对", "错", "true", "false")
            ),
        ),
    ),
    check=no_rules,
    build=_build,
    meaning=_meaning,
)
