"""The checklist step: what one already does; nothing is graded, the result stays here."""

from __future__ import annotations

from app.content.models import Advice, ChecklistItem, ChecklistStep
from app.content.parts import Part
from app.content.rules.meaning import check_advice
from app.content.spec.common import MakeProse, StepType, step_fields, step_values
from app.content.spec.fields import Record, an_id, parts, required, text, whole, word
from app.i18n import mark

_ITEM = Record(
    name="item",
    id_prefix="item-",
    fields=(
        an_id(mark("The item's id.")),
        required(text("text", mark("What one does or does not do."))),
        required(word("level", mark("How much it matters."), "high", "medium", "low")),
        required(text("why", mark("Why it matters."))),
        word("answer", mark("Which answer is the safe one; yes if left out."), "yes", "no"),
    ),
)
_ADVICE = Record(
    name="advice",
    id_from="at_least",
    fields=(
        required(whole("at_least", mark("From this many safe answers on."), 0, 999)),
        required(text("text", mark("What to tell the learner then."))),
    ),
)


def _build(part: Part, prose: MakeProse) -> ChecklistStep:
    values = part.values
    items = tuple(
        ChecklistItem(
            id=item.id,
            text=item.values["text"],
            level=item.values["level"],
            why=item.values["why"],
            safe_answer=item.values.get("answer") or "yes",
        )
        for item in values["items"]
    )
    advice = [
        Advice(at_least=entry.values["at_least"], text=entry.values["text"])
        for entry in values.get("advice") or ()
    ]
    advice.sort(key=lambda one: -one.at_least)
    return ChecklistStep(
        **step_values(part), intro=values.get("intro") or "", items=items, advice=tuple(advice)
    )


TYPE = StepType(
    record=Record(
        name="step",
        id_prefix="step-",
        fields=step_fields(
            "checklist",
            text("intro", mark("A sentence above the list.")),
            required(parts("items", mark("What is asked."), _ITEM)),
            parts("advice", mark("What to say, by the number of safe answers."), _ADVICE, low=0),
        ),
    ),
    check=check_advice,
    build=_build,
)
