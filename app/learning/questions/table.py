"""The question types there are: a new one is a file beside this and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from app.content.models import Question
from app.learning.questions import (
    categorise,
    fill_in,
    match,
    multi,
    order,
    single,
    true_false,
)
from app.learning.questions.kind import AnyKind

kinds: Mapping[str, AnyKind] = {
    "single": single.kind,
    "multi": multi.kind,
    "true-false": true_false.kind,
    "fill-in": fill_in.kind,
    "order": order.kind,
    "match": match.kind,
    "categorise": categorise.kind,
}


def kind_of(question: Question) -> AnyKind:
    """The type of this question. Raises KeyError for a type that no file here teaches."""
    return kinds[question.type]
