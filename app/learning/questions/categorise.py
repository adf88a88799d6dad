"""Sorting cards into groups."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.models import CategoriseQuestion
from app.learning.grade import Grade, Trouble
from app.learning.questions.kind import Kind
from app.learning.questions.placed import Part, grade_placed, read_mapping
from app.progress.events import Json

Sorted = Mapping[str, str]


def _read(question: CategoriseQuestion, response: Json) -> tuple[Sorted, Trouble | None]:
    groups = {group.id for group in question.groups}
    return read_mapping(response, {card.id: groups for card in question.cards})


def _grade(question: CategoriseQuestion, placed: Sorted) -> Grade:
    parts = [Part(card.id, card.group, card.why) for card in question.cards]
    return grade_placed(parts, placed, scoring=question.scoring, general=question.why)


def _right(question: CategoriseQuestion) -> Json:
    return {card.id: card.group for card in question.cards}


def _told(question: CategoriseQuestion, placed: Sorted) -> list[str | bool]:
    texts = {group.id: group.text for group in question.groups}
    return [
        f"{card.text} → {texts[placed[card.id]]}" for card in question.cards if card.id in placed
    ]


def _movable(question: CategoriseQuestion) -> tuple[str, ...]:
    return tuple(card.id for card in question.cards)


kind = Kind(read=_read, grade=_grade, right=_right, told=_told, movable=_movable, shown="shuffled")
