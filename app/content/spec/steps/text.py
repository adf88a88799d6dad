"""The text step: something to read."""

from __future__ import annotations

from app.content.models import TextStep
from app.content.parts import Part
from app.content.spec.common import MakeProse, StepType, no_rules, step_fields, step_values
from app.content.spec.fields import Record, markdown, required
from app.i18n import mark


def _build(part: Part, prose: MakeProse) -> TextStep:
    return TextStep(**step_values(part), body=prose(part.values["body"]))


TYPE = StepType(
    record=Record(
        name="step",
        id_prefix="step-",
        fields=step_fields(
            "text",
            required(markdown("body", mark("The text, in Markdown, best written as a | block."))),
        ),
    ),
    check=no_rules,
    build=_build,
)
