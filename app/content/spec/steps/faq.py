"""The faq step: questions that people ask, and their answers."""

from __future__ import annotations

from app.content.models import FaqEntry, FaqStep
from app.content.parts import Part
from app.content.spec.common import MakeProse, StepType, no_rules, step_fields, step_values
from app.content.spec.fields import Record, an_id, hidden_text, markdown, parts, required, text
from app.i18n import mark

_ENTRY = Record(
    name="entry",
    id_prefix="entry-",
    fields=(
        an_id(mark("The entry's id.")),
        required(text("q", mark("The question, as people ask it."))),
        required(markdown("a", mark("The answer, in Markdown."))),
        hidden_text("source", mark("The id of one of this lesson's sources.")),
    ),
)


def _build(part: Part, prose: MakeProse) -> FaqStep:
    values = part.values
    return FaqStep(
        **step_values(part),
        intro=values.get("intro") or "",
        entries=tuple(
            FaqEntry(
                id=entry.id,
                q=entry.values["q"],
                a=prose(entry.values["a"]),
                source=entry.values.get("source") or "",
            )
            for entry in values["entries"]
        ),
    )


TYPE = StepType(
    record=Record(
        name="step",
        id_prefix="step-",
        fields=step_fields(
            "faq",
            text("intro", mark("A sentence above the questions.")),
            required(parts("entries", mark("The questions and their answers."), _ENTRY)),
        ),
    ),
    check=no_rules,
    build=_build,
)
