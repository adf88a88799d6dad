"""The categorise question: which card belongs to which group."""

from __future__ import annotations

from typing import Any

from app.content.models import CategoriseQuestion, Group, SortCard
from app.content.parts import Part
from app.content.rules.meaning import check_cards
from app.content.spec.common import QuestionType, question_fields, scoring_field
from app.content.spec.fields import Record, an_id, hidden_text, parts, required, text
from app.i18n import mark

_GROUP = Record(
    name="group",
    id_prefix="group-",
    fields=(
        an_id(mark("The group's id: cards name it.")),
        required(text("text", mark("The group's name."))),
    ),
)
_CARD = Record(
    name="card",
    id_prefix="card-",
    fields=(
        an_id(mark("The card's id.")),
        required(text("text", mark("What is sorted."))),
        required(hidden_text("group", mark("The id of the group it belongs to."))),
        text("why", mark("Why it belongs there.")),
    ),
)


def _build(part: Part, common: dict[str, Any]) -> CategoriseQuestion:
    values = part.values
    groups = tuple(Group(id=group.id, text=group.values["text"]) for group in values["groups"])
    cards = tuple(
        SortCard(
            id=card.id,
            text=card.values["text"],
            group=card.values["group"],
            why=card.values.get("why") or "",
        )
        for card in values["cards"]
    )
    return CategoriseQuestion(
        **common, groups=groups, cards=cards, scoring=values.get("scoring") or "all"
    )


def _meaning(part: Part) -> str:
    return " ".join(sorted(f"{card.id}>{card.values['group']}" for card in part.values["cards"]))


TYPE = QuestionType(
    record=Record(
        name="question",
        id_prefix="question-",
        fields=question_fields(
            "categorise",
            required(parts("groups", mark("The groups."), _GROUP)),
            required(parts("cards", mark("The cards to sort."), _CARD)),
            scoring_field(),
        ),
    ),
    check=check_cards,
    build=_build,
    meaning=_meaning,
)
