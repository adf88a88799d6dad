"""The risk checklist: counting, the gauge, advice, going on after a break."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.learning.checklist import Checklist, TickAnswer, tick_answers
from app.progress.events import Event
from tests.learning import builders as b

PATH = "lesson/check"
advice = ((5, "Well done."), (3, "Good start."), (0, "Learn first."))
levels = ("high", "high", "medium", "medium", "high")
whole = b.checklist(*levels, advice=advice)  # type: ignore[arg-type]


def ticked(answers: str, step: object = whole) -> Checklist:
    """`y`, `n`, `?` for each item in turn, `.` for one left open."""
    words: dict[str, TickAnswer] = {"y": "yes", "n": "no", "?": "unsure"}
    checklist = Checklist.begin(step)  # type: ignore[arg-type]
    for number, sign in enumerate(answers, start=1):
        if sign in words:
            checklist = checklist.tick(f"i{number}", words[sign])
    return checklist


@pytest.mark.parametrize(
    ("answers", "safe", "gauge", "text"),
    [
        ("yyyyy", 5, 0, "Well done."),
        ("nnnnn", 0, 100, "Learn first."),
        # weights 3 3 2 2 3: one high item missing is 3 of 13
        ("nyyyy", 4, 100 * 3 / 13, "Good start."),
        ("yy?yn", 3, 100 * 5 / 13, "Good start."),
        ("?????", 0, 100, "Learn first."),
        ("yy...", 2, 100 * 7 / 13, "Learn first."),
    ],
)
def test_result(answers: str, safe: int, gauge: float, text: str) -> None:
    result = ticked(answers).result
    assert result.safe_count == safe
    assert result.gauge == pytest.approx(gauge)
    assert result.advice == text
    assert result.to_json() == {"safe_count": safe, "gauge": pytest.approx(gauge)}


def test_where_no_is_the_safe_answer() -> None:
    step = b.checklist("high", "low", safe="i1")
    assert ticked("ny", step).result.gauge == 0
    assert [each.item for each in ticked("yy", step).result.reasons] == ["i1"]


def test_reasons_weightiest_first_with_their_share_of_the_whole() -> None:
    step = b.checklist("low", "medium", "high", "high")  # 1 + 2 + 3 + 3
    result = ticked("nn?y", step).result
    assert [(each.item, each.answer, each.why) for each in result.reasons] == [
        ("i3", "unsure", "why 3"),
        ("i2", "no", "why 2"),
        ("i1", "no", "why 1"),
    ]
    assert [each.percent for each in result.reasons] == pytest.approx([100 / 3, 200 / 9, 100 / 9])
    assert [each.item for each in result.top_reasons(2)] == ["i3", "i2"]


def test_without_advice_or_items_nothing_breaks() -> None:
    assert ticked("n", b.checklist("high")).result.advice == ""
    empty = Checklist.begin(b.checklist()).result
    assert (empty.gauge, empty.reasons) == (0, ())


def test_complete_when_every_item_has_an_answer() -> None:
    assert not ticked("yyyy.").is_complete
    assert ticked("yyyy.").answered_count == 4
    assert ticked("yyyy?").is_complete


def test_an_answer_can_be_changed_also_when_the_result_was_seen() -> None:
    assert ticked("nyyyy").finish().tick("i1", "yes").result.gauge == 0
    assert ticked("y").tick("no-such-item", "yes") == ticked("y")


@given(st.lists(st.sampled_from("yn?."), min_size=5, max_size=5), st.lists(st.integers(0, 4)))
def test_reasons_add_up_to_the_gauge(signs: list[str], safe: list[int]) -> None:
    step = b.checklist(*levels, safe=" ".join(f"i{n + 1}" for n in safe))  # type: ignore[arg-type]
    result = ticked("".join(signs), step).result
    assert 0 <= result.gauge <= 100
    assert sum(each.percent for each in result.reasons) == pytest.approx(result.gauge)
    assert result.safe_count + len(result.reasons) == 5


@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from(tick_answers)), max_size=10),
    st.booleans(),
    st.integers(0, 1000),
)
def test_resuming_at_any_moment_gives_the_live_checklist(
    ticks: list[tuple[int, TickAnswer]], ends: bool, mix: int
) -> None:
    live = Checklist.begin(whole)
    told: list[Event] = [
        b.event("ticked", f"{PATH}/i1", "yes", session="other"),
        b.event("ticked", f"{PATH}/i1", "yes", learner="wang"),
        b.event("ticked", "lesson/quiz/i1", "yes"),
        b.event("started", PATH),
        b.event("ticked", f"{PATH}/i1", "perhaps"),
        b.event("ticked", f"{PATH}/i1", ["yes"]),
        b.event("ticked", f"{PATH}/gone", "yes"),
    ]
    for number, answer in ticks:
        live = live.tick(f"i{number}", answer)
        told.append(b.event("ticked", f"{PATH}/i{number}", answer))
    if ends:
        live = live.finish()
        told.append(b.event("finished", PATH))
    mixed = told * 2
    random.Random(mix).shuffle(mixed)
    assert Checklist.resume(whole, mixed) == live


def test_no_events_a_fresh_checklist() -> None:
    assert Checklist.resume(whole, []) == Checklist.begin(whole)
