"""All step types, in one table: a new type adds a file and a line here."""

from __future__ import annotations

from app.content.spec.common import StepType, step_fields
from app.content.spec.fields import ByType, Record
from app.content.spec.steps import checklist, faq, link_game, quiz, scenario, text

STEP_TYPES: dict[str, StepType] = {
    "text": text.TYPE,
    "faq": faq.TYPE,
    "checklist": checklist.TYPE,
    "scenario": scenario.TYPE,
    "quiz": quiz.TYPE,
    "link-game": link_game.TYPE,
}

STEP = ByType(
    name="step",
    types={name: type_.record for name, type_ in STEP_TYPES.items()},
    base=Record(name="step", fields=step_fields(""), id_prefix="step-", is_open=True),
)
