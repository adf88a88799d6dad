"""Whatever lies in the history, a view takes it without a fault and gives a readable answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.learning.grading import grade, response_trouble
from app.progress.events import Json
from app.ui.questions.table import view_of
from app.ui.theme.look import Look
from tests.ui.questions.conftest import ORDERS, QUESTIONS, RIGHT, TYPES

_WORDS = "keep send stop look ask tell rush money extra-1 word pack fine never what app gone"
_ids = st.sampled_from(["", *_WORDS.split()])
_simple = st.none() | st.booleans() | st.integers() | _ids
_drafts = _simple | st.lists(_simple, max_size=6) | st.dictionaries(_ids, _simple, max_size=6)


@pytest.mark.parametrize("kind", TYPES)
@given(draft=_drafts, order=st.lists(_ids, max_size=5, unique=True))
def test_any_draft_becomes_a_readable_answer(
    qapp: QApplication, kind: str, draft: Json, order: list[str]
) -> None:
    question = QUESTIONS[kind]
    view = view_of(Look(), question, tuple(order))
    try:
        view.show_response(draft)
        given_back = view.response()
        assert response_trouble(question, given_back) in (None, "not-answered", "incomplete")
        view.show_response(given_back)
        assert view.response() == given_back
        view.show_grade(grade(question, given_back), reveal=True)
    finally:
        view.deleteLater()


@pytest.mark.parametrize("kind", TYPES)
def test_a_right_answer_survives_another_order(qapp: QApplication, kind: str) -> None:
    question = QUESTIONS[kind]
    view = view_of(Look(), question, tuple(reversed(ORDERS.get(kind, ()))))
    view.show_response(RIGHT[kind])
    assert grade(question, view.response()).is_right
    view.deleteLater()
