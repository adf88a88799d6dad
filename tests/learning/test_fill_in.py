"""Typed answers: what is the same, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.models import Blank, FillInQuestion
from app.learning.grading import grade


def is_accepted(typed: str, accepted: str) -> bool:
    blank = Blank(id="b", accept=("something else", accepted))
    question = FillInQuestion(id="q", type="fill-in", text="【b】", blanks=(blank,))
    return grade(question, {"b": typed}).is_right


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("  链接 ", "链接"),
        ("链接。", "链接"),
        ("“链接”", "链接"),
        ("ＡＰＰ", "app"),
        ("Straße", "STRASSE"),
        ("two   words", "two\u3000words"),
        ("（１００％成功）！", "100%成功"),
        ("。 链接 ，", "链接"),
        ("①", "1"),
        (" ？ ", "?"),
    ],
)
def test_same_answer(typed: str, accepted: str) -> None:
    assert is_accepted(typed, accepted)
    assert is_accepted(accepted, typed)


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("链 接", "链接"),
        ("不链接", "链接"),
        ("1.10", "110"),
        ("a-b", "ab"),
        ("", "链接"),
        ("。", "链接"),
        ("。", "？"),
    ],
)
def test_another_answer(typed: str, accepted: str) -> None:
    assert not is_accepted(typed, accepted)


@given(st.text(alphabet="ab链，。！ -", min_size=1))
def test_space_and_punctuation_around_change_nothing(typed: str) -> None:
    if any(character in "ab链" for character in typed):
        assert is_accepted(f" “{typed}”。", typed)
