"""What a sitting asks: the same everywhere, evenly mixed, and mended when the lesson changes."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.learning.plan import plan, plan_from_json
from app.learning.shuffle import shuffled, shuffled_apart
from app.progress.events import Json
from tests.learning import builders as b

GOLDEN: Json = {
    "seed": 7,
    "questions": ["q5", "q2", "q1", "q3", "q6"],
    "orders": {
        "q5": ["a", "b", "d", "c"],
        "q2": ["a", "b", "d", "c"],
        "q1": ["a", "b", "c"],
        "q6": ["page", "extra-1", "bot", "fee"],
    },
}
whole = b.quiz(shuffle="both", draw=5)


def test_a_plan_is_the_same_on_every_machine() -> None:
    """Pinned: if this changes, sittings begun before an update would be dealt anew."""
    made = plan(whole, seed=7)
    assert made.to_json() == GOLDEN


def test_pinned_orders() -> None:
    assert shuffled("abcdef", 1, "q") == tuple("cdbefa")
    assert shuffled("abcdef", 2**70, "q") == tuple("dfaecb")


@given(st.lists(st.text(max_size=4), unique=True, max_size=8), st.integers(), st.data())
def test_the_order_depends_on_the_ids_alone(
    names: list[str], seed: int, data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations(names))
    order = shuffled(names, seed, "x")
    assert shuffled(mixed, seed, "x") == order
    assert sorted(order) == sorted(names)
    gone = names[:1]
    assert shuffled([n for n in names if n not in gone], seed, "x") == tuple(
        each for each in order if each not in gone
    )


def test_every_order_is_about_equally_likely() -> None:
    """Chi-squared over the 24 orders of four; 49.7 is the 0.1 % point for 23 degrees."""
    rounds = 4800
    seen = Counter(shuffled("abcd", seed, "q") for seed in range(rounds))
    assert set(seen) == set(permutations("abcd"))
    expected = rounds / 24
    assert sum((count - expected) ** 2 / expected for count in seen.values()) < 49.7


def test_each_question_is_drawn_about_equally_often() -> None:
    step = b.quiz(draw=3)
    seen = Counter(each for seed in range(2100) for each in plan(step, seed).questions)
    assert len(seen) == 7
    assert all(abs(count - 900) < 100 for count in seen.values())


@given(st.integers(0, 8), st.integers())
def test_what_must_not_stand_in_order_never_does(count: int, seed: int) -> None:
    names = [f"n{number}" for number in range(count)]
    order = shuffled_apart(names, seed, "x")
    assert sorted(order) == names
    assert list(order) != names or count < 3


def test_of_two_either_may_come_first() -> None:
    """Always turned round would give the answer away."""
    seen = Counter(shuffled_apart(["a", "b"], seed, "x") for seed in range(400))
    assert min(seen["a", "b"], seen["b", "a"]) > 150


def test_equal_ids_do_not_hang() -> None:
    assert shuffled_apart(["a", "a"], 1, "x") == ("a", "a")


@pytest.mark.parametrize(
    ("shuffle", "questions_move", "options_move"),
    [
        ("none", False, False),
        ("options", False, True),
        ("questions", True, False),
        ("both", True, True),
    ],
)
def test_shuffle_mixes_what_it_names(
    shuffle: str, questions_move: bool, options_move: bool
) -> None:
    step = b.quiz(shuffle=shuffle)
    plans = [plan(step, seed) for seed in range(12)]
    typed = tuple(question.id for question in step.questions)
    assert any(each.questions != typed for each in plans) == questions_move
    for question_id, parts in (("q1", "abc"), ("q2", "abcd"), ("q7", ("card", "phone", "code"))):
        is_moved = any(each.order_of(question_id) != tuple(parts) for each in plans)
        assert is_moved == options_move


@pytest.mark.parametrize("shuffle", ["none", "options", "questions", "both"])
def test_order_and_match_are_never_shown_solved(shuffle: str) -> None:
    step = b.quiz(shuffle=shuffle)
    for seed in range(50):
        made = plan(step, seed)
        assert made.order_of("q5") != tuple("abcd")
        assert made.order_of("q6") != ("fee", "page", "bot", "extra-1")
        assert sorted(made.order_of("q6")) == ["bot", "extra-1", "fee", "page"]


def test_true_false_and_fill_in_have_no_order() -> None:
    made = plan(b.quiz(shuffle="both"), 3)
    assert made.order_of("q3") == ()
    assert made.order_of("q4") == ()


@pytest.mark.parametrize(("draw", "asked"), [(None, 7), (3, 3), (7, 7), (99, 7), (0, 1)])
def test_draw(draw: int | None, asked: int) -> None:
    step = b.quiz(draw=draw)
    made = plan(step, 5)
    assert len(made.questions) == len(set(made.questions)) == asked
    # Without a shuffle of questions, the drawn ones stay in the lesson's order.
    assert list(made.questions) == sorted(made.questions)


@given(st.integers(), st.sampled_from([None, 1, 4, 7]), st.sampled_from(["none", "both"]))
def test_a_stored_plan_comes_back_the_same(seed: int, draw: int | None, shuffle: str) -> None:
    step = b.quiz(draw=draw, shuffle=shuffle)
    made = plan(step, seed)
    assert plan_from_json(step, json.loads(json.dumps(made.to_json()))) == made


def test_a_vanished_question_is_left_out() -> None:
    made = plan(b.quiz(shuffle="both"), 7)
    fewer = b.quiz(*b.quiz().questions[1:], shuffle="both")
    mended = plan_from_json(fewer, made.to_json())
    assert mended.questions == tuple(each for each in made.questions if each != "q1")
    assert mended.orders == {key: held for key, held in made.orders.items() if key != "q1"}


def test_a_vanished_question_of_a_draw_is_replaced() -> None:
    made = plan(b.quiz(draw=3), 7)
    gone = made.questions[0]
    fewer = b.quiz(*(q for q in b.quiz().questions if q.id != gone), draw=3)
    mended = plan_from_json(fewer, made.to_json())
    assert mended.questions[:2] == made.questions[1:]
    assert len(set(mended.questions)) == 3
    assert gone not in mended.questions


def test_an_added_question_is_asked_at_the_end_unless_drawn() -> None:
    made = plan(b.quiz(), 7)
    more = b.quiz(b.single("new"), *b.quiz().questions)
    assert plan_from_json(more, made.to_json()).questions == (*made.questions, "new")
    drawn = plan(b.quiz(draw=3), 7)
    assert plan_from_json(replace(more, draw=3), drawn.to_json()).questions == drawn.questions


def test_a_changed_option_gets_that_question_a_fresh_order() -> None:
    made = plan(b.quiz(b.multi(), b.order("o")), 7)
    changed = b.quiz(b.multi(right="abd", wrong="ce"), b.order("o"))
    mended = plan_from_json(changed, made.to_json())
    assert sorted(mended.order_of("q")) == list("abcde")
    assert mended.order_of("o") == made.order_of("o")
    # The options that stayed keep their places relative to each other.
    assert tuple(each for each in mended.order_of("q") if each != "e") == made.order_of("q")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["q1", "a", "q5", "zz"]),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(
            st.sampled_from(["seed", "questions", "orders", "q1", "q5", "q6"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(json_values)
def test_any_stored_plan_becomes_a_whole_one(stored: Json) -> None:
    step = b.quiz()
    mended = plan_from_json(step, stored, seed=3)
    assert sorted(mended.questions) == [f"q{number}" for number in range(1, 8)]
    assert {key: sorted(held) for key, held in mended.orders.items()} == {
        key: sorted(held) for key, held in plan(step, 3).orders.items()
    }


def test_what_cannot_be_read_is_dealt_anew() -> None:
    step = b.quiz(shuffle="both")
    assert plan_from_json(step, "nonsense", seed=4) == plan(step, 4)
    assert plan_from_json(step, {"seed": 9}, seed=4) == plan(step, 9)
    assert plan_from_json(step, {"seed": True}, seed=4) == plan(step, 4)


def test_a_question_stored_twice_is_asked_once() -> None:
    mended = plan_from_json(b.quiz(), {"seed": 1, "questions": ["q2", "q2", "q1"]})
    assert mended.questions == ("q2", "q1", "q3", "q4", "q5", "q6", "q7")
