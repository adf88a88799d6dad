"""Tricks are seen again when they begin to fade, and the same history gives the same days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from app.learning.review import (
    DAY_MS,
    Memory,
    due,
    forgetting,
    memories,
    retrievability,
    reviewed,
)
from app.learning.rounds import PlayedRound

NOON = 1_790_000_000_000


def right(trick: str = "swap", *, at: int = NOON, sure: float = 0.9) -> PlayedRound:
    return PlayedRound("fake", "fake", sure, trick=trick, time_ms=at)


def missed(trick: str = "swap", *, at: int = NOON) -> PlayedRound:
    return PlayedRound("fake", "genuine", 0.9, trick=trick, time_ms=at)


def days(memory: Memory) -> float:
    return (memory.due_ms - memory.last_ms) / DAY_MS


def test_what_is_known_comes_back_later_and_later():
    memory, waits = None, []
    at = NOON
    for _ in range(8):
        memory = reviewed(memory, right(at=at))
        waits.append(days(memory))
        at = memory.due_ms
    assert waits == sorted(waits)
    assert waits[-1] > 180  # past the six months after which training is known to be gone


def test_a_miss_brings_the_trick_back_at_once():
    known = reviewed(reviewed(None, right()), right(at=NOON + 600_000))
    forgot = reviewed(known, missed(at=known.due_ms))
    assert days(forgot) < 0.1
    assert forgot.stability_days < known.stability_days


@pytest.mark.parametrize(
    "weaker",
    [
        missed(),
        PlayedRound("fake", "cannot_tell", 0.5, trick="swap", time_ms=NOON),
        right(sure=0.55),
    ],
    ids=["missed", "cannot tell", "hardly sure"],
)
def test_only_who_saw_it_and_was_sure_knows_it(weaker):
    assert reviewed(None, weaker).stability_days < reviewed(None, right()).stability_days


def test_cannot_tell_is_right_where_nothing_could_be_told():
    said = PlayedRound("cannot_tell", "cannot_tell", trick="short-link", time_ms=NOON)
    assert reviewed(None, said)[:2] == reviewed(None, right())[:2]


def test_due_tricks_come_least_remembered_first():
    held = memories([missed("combo"), right("swap"), right("swap", at=NOON + 600_000)])
    assert due(held, NOON) == []
    assert due(held, NOON + 2 * 60_000) == ["combo"]
    assert due(held, NOON + 60 * DAY_MS) == ["combo", "swap"]


def test_rounds_without_a_trick_are_no_cards():
    assert memories([PlayedRound("genuine", "genuine", time_ms=NOON)]) == {}


@given(st.integers(0, 2_000), st.floats(0.1, 1_000))
def test_the_curve_is_the_librarys(elapsed, stability):
    then = datetime(2026, 1, 1, tzinfo=UTC)
    card = Card(card_id=1, stability=stability, due=then, last_review=then)
    theirs = Scheduler().get_card_retrievability(card, then + timedelta(days=elapsed))
    assert forgetting(elapsed, stability) == pytest.approx(theirs, rel=1e-9)


@given(
    st.lists(
        st.tuples(st.booleans(), st.floats(0.5, 1), st.integers(-(10**15), 10**15)),
        min_size=1,
        max_size=20,
    )
)
def test_any_history_gives_the_same_memory_each_time(told):
    """Also with clocks that run backwards, stand before 1970 or far in the future."""
    rounds = [
        PlayedRound("fake", "fake" if is_right else "genuine", sure, trick="swap", time_ms=at)
        for is_right, sure, at in told
    ]
    first = memories(rounds)
    assert first == memories(rounds)
    memory = first["swap"]
    assert memory.reviews == len(rounds)
    assert 1 <= memory.difficulty <= 10
    assert memory.due_ms > memory.last_ms
    assert 0 < retrievability(memory, memory.due_ms) <= 1
