"""Which view shows which question type: a new type is a file beside this and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.content.models import Question
from app.ui.questions.base import QuestionView
from app.ui.questions.categorise import CategoriseView
from app.ui.questions.fill_in import FillInView
from app.ui.questions.match import MatchView
from app.ui.questions.multi import MultiView
from app.ui.questions.order import OrderView
from app.ui.questions.single import SingleView
from app.ui.questions.true_false import TrueFalseView
from app.ui.theme.look import Look

views: Mapping[str, type[QuestionView[Any]]] = {
    "single": SingleView,
    "multi": MultiView,
    "true-false": TrueFalseView,
    "fill-in": FillInView,
    "order": OrderView,
    "match": MatchView,
    "categorise": CategoriseView,
}


def view_of(look: Look, question: Question, order: tuple[str, ...]) -> QuestionView[Any]:
    """A new view of this question. Raises KeyError for a type that has none."""
    return views[question.type](look, question, order)
