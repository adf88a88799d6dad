"""All question types, in one table: a new type adds a file and a line here."""

from __future__ import annotations

from app.content.meaning_hash import meaning_hash
from app.content.models import Question
from app.content.parts import Part
from app.content.spec.common import QuestionType, picture_of, question_fields
from app.content.spec.fields import ByType, Record
from app.content.spec.questions import (
    categorise,
    fill_in,
    match,
    multi,
    order,
    single,
    true_false,
)

QUESTION_TYPES: dict[str, QuestionType] = {
    "single": single.TYPE,
    "multi": multi.TYPE,
    "true-false": true_false.TYPE,
    "fill-in": fill_in.TYPE,
    "order": order.TYPE,
    "match": match.TYPE,
    "categorise": categorise.TYPE,
}

QUESTION = ByType(
    name="question",
    types={name: type_.record for name, type_ in QUESTION_TYPES.items()},
    base=Record(name="question", fields=question_fields(""), id_prefix="question-", is_open=True),
)


def build_question(part: Part) -> Question:
    """The question's frozen value, with its meaning hash."""
    values = part.values
    type_ = QUESTION_TYPES[values["type"]]
    points = values.get("points")
    common = {
        "id": part.id,
        "type": values["type"],
        "text": values["text"],
        "tags": values.get("tags") or (),
        "skill": values.get("skill") or "",
        "hint": values.get("hint") or "",
        "why": values.get("why") or "",
        "picture": picture_of(values) if "image" in values else None,
        "points": 1.0 if points is None else points,
        "source": values.get("source") or "",
        "seed": values.get("seed") or (),
        "difficulty": values.get("difficulty") or "medium",
        "answer_in": values.get("answer_in") or "",
        "meaning": values.get("meaning") or 1,
        "meaning_hash": meaning_hash(
            values["type"], type_.meaning(part), values.get("meaning") or 1
        ),
    }
    return type_.build(part, common)
