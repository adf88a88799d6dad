"""A changed key changes the meaning hash; wording, typos and order do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content import models as m
from app.content.meaning_hash import meaning_hash, normalised
from tests.content.marked import quiz_of, read

SINGLE = (
    "- {id: q, type: single, text: 问, options: "
    "[{id: a, right: 甲, why: 因}, {id: b, wrong: 乙, why: 因}, {id: c, wrong: 丙, why: 因}]}"
)
MULTI = SINGLE.replace("single", "multi")
TRUE_FALSE = "- {id: q, type: true-false, text: 问, answer: 错}"
FILL_IN = (
    "- {id: q, type: fill-in, text: 【a】【b】, "
    "blanks: [{id: a, accept: [链接, URL]}, {id: b, accept: [钱]}]}"
)
ORDER = (
    "- {id: q, type: order, text: 问, "
    "items: [{id: a, text: 甲}, {id: b, text: 乙}, {id: c, text: 丙}]}"
)
MATCH = (
    "- {id: q, type: match, text: 问, "
    "pairs: [{id: a, left: 甲, goes_with: 一}, {id: b, left: 乙, goes_with: 二}], extra: [三]}"
)
CATEGORISE = (
    "- {id: q, type: categorise, text: 问, groups: [{id: g, text: 可}, {id: h, text: 否}], "
    "cards: [{id: a, text: 甲, group: g}, {id: b, text: 乙, group: h}]}"
)


def _hash(question: str) -> str:
    lesson, _ = read(quiz_of(question))
    assert lesson is not None
    quiz = lesson.steps[0]
    assert isinstance(quiz, m.QuizStep)
    return quiz.questions[0].meaning_hash


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        (SINGLE, "right: 甲", "right: 甲甲甲"),
        (SINGLE, "text: 问", "text: 再问, hint: 想想, points: 5, tags: [新], difficulty: hard"),
        (
            SINGLE,
            "{id: b, wrong: 乙, why: 因}, {id: c, wrong: 丙, why: 因}",
            "{id: c, wrong: 丙}, {id: b, wrong: 乙}",
        ),
        (MULTI, "why: 因", "why: 别的"),
        (MULTI, "text: 问", "text: 问, scoring: partial"),
        (TRUE_FALSE, "错", "false"),
        (FILL_IN, "[链接, URL]", "[' ｕｒｌ。', 链接]"),
        (
            FILL_IN,
            "{id: a, accept: [链接, URL]}",
            "{id: a, accept: [链接, URL], catch: [{when: 图, why: 因}]}",
        ),
        (ORDER, "text: 乙", "text: 乙乙"),
        (MATCH, "goes_with: 一", "goes_with: 壹"),
        (MATCH, "extra: [三]", "extra: [三, 四]"),
        (CATEGORISE, "text: 可", "text: 可以"),
    ],
)
def test_wording_keeps_credit(question: str, old: str, new: str) -> None:
    assert old in question
    assert _hash(question.replace(old, new)) == _hash(question)


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        (
            SINGLE,
            "{id: a, right: 甲, why: 因}, {id: b, wrong",
            "{id: a, wrong: 甲, why: 因}, {id: b, right",
        ),
        (SINGLE, ", {id: c, wrong: 丙, why: 因}", ""),
        (SINGLE, "type: single", "type: multi"),
        (MULTI, "id: b, wrong", "id: b, right"),
        (TRUE_FALSE, "错", "对"),
        (TRUE_FALSE, "answer: 错", "answer: 错, meaning: 2"),
        (FILL_IN, "[链接, URL]", "[链接]"),
        (
            FILL_IN,
            "[{id: a, accept: [链接, URL]}, {id: b, accept: [钱]}]",
            "[{id: b, accept: [链接, URL]}, {id: a, accept: [钱]}]",
        ),
        (ORDER, "{id: a, text: 甲}, {id: b, text: 乙}", "{id: b, text: 乙}, {id: a, text: 甲}"),
        (MATCH, "]", ", {id: c, left: 丙, goes_with: 四}]"),
        (CATEGORISE, "甲, group: g", "甲, group: h"),
    ],
)
def test_another_key_asks_again(question: str, old: str, new: str) -> None:
    assert old in question
    assert _hash(question.replace(old, new, 1)) != _hash(question)


def test_the_hash_of_a_key_never_changes_between_versions() -> None:
    # Learners' answers on disk hang on it.
    assert meaning_hash("true-false", "false", 1) == "c074d496772e8d69"
    assert _hash(TRUE_FALSE) == meaning_hash("true-false", "false", 1)


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("  链接 。", "链接"),
        ("ＵＲＬ", "url"),
        ("“百分百成功”！", "百分百成功"),
        ("a   b\tc", "a b c"),
        ("100%成功", "100%成功"),
        ("不，给", "不,给"),
        ("？", "?"),
        ("", ""),
    ],
)
def test_answers_are_compared_without_their_dress(typed: str, compared: str) -> None:
    assert normalised(typed) == compared


@given(st.text())
def test_comparing_twice_changes_nothing_more(answer: str) -> None:
    assert normalised(normalised(answer)) == normalised(answer)
