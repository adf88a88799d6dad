"""The order question: the items stand in the right order; the learner gets them mixed."""

from __future__ import annotations

from typing import Any

from app.content.models import OrderItem, OrderQuestion
from app.content.parts import Part
from app.content.rules.meaning import check_order
from app.content.spec.common import QuestionType, question_fields, scoring_field
from app.content.spec.fields import Record, an_id, parts, required, text
from app.i18n import mark

_ITEM = Record(
    name="item",
    id_prefix="item-",
    fields=(
        an_id(mark("The item's id.")),
        required(text("text", mark("What is put in order."))),
        text("why", mark("Why it stands here.")),
    ),
)


def _build(part: Part, common: dict[str, Any]) -> OrderQuestion:
    items = tuple(
        OrderItem(id=item.id, text=item.values["text"], why=item.values.get("why") or "")
        for item in part.values["items"]
    )
    return OrderQuestion(**common, items=items, scoring=part.values.get("scoring") or "all")


def _meaning(part: Part) -> str:
    return " ".join(item.id for item in part.values["items"])


TYPE = QuestionType(
    record=Record(
        name="question",
        id_prefix="question-",
        fields=question_fields(
            "order",
            required(parts("items", mark("The items, in the right order."), _ITEM)),
            scoring_field(),
        ),
    ),
    check=check_order,
    build=_build,
    meaning=_meaning,
)
