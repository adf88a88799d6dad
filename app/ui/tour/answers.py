"""Answers for the walk: the right one, and one that is wrong but complete."""

from __future__ import annotations

from app.content.models import (
    CategoriseQuestion,
    FillInQuestion,
    MatchQuestion,
    MultiQuestion,
    OrderQuestion,
    Question,
    SingleQuestion,
    TrueFalseQuestion,
)
from app.learning.grading import right_response
from app.progress.events import Json


def wrong_response(question: Question) -> Json:
    """A complete answer that is not wholly right."""
    if isinstance(question, SingleQuestion):
        return next(each.id for each in question.options if not each.is_right)
    if isinstance(question, MultiQuestion):
        wrong: list[Json] = [each.id for each in question.options if not each.is_right]
        return [*wrong[:1], question.options[0].id] if wrong else [question.options[0].id]
    if isinstance(question, TrueFalseQuestion):
        return not question.answer
    if isinstance(question, FillInQuestion):
        return {blank.id: blank.catch[0].when if blank.catch else "…?" for blank in question.blanks}
    if isinstance(question, OrderQuestion):
        return [each.id for each in reversed(question.items)]
    if isinstance(question, MatchQuestion):
        ids = [each.id for each in question.pairs]
        return dict(zip(ids, [*ids[1:], ids[0]], strict=True))
    if isinstance(question, CategoriseQuestion):
        groups = [each.id for each in question.groups]
        return {
            card.id: groups[(groups.index(card.group) + 1) % len(groups)] if n % 2 else card.group
            for n, card in enumerate(question.cards)
        }
    return right_response(question)
