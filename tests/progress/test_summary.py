"""Standings follow from the events, whatever order they come in."""

from __future__ import annotations

import random
from functools import reduce
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.progress.events import Event
from app.progress.store import Store
from app.progress.summary import NOTHING, fold, join, score_of
from tests.progress.builders import NOON, add, event, opened, uid

VERBS = (
    "started",
    "viewed",
    "read",
    "answered",
    "chose",
    "flagged",
    "ticked",
    "finished",
    "hinted",
)


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Events of two learners in two lessons, with meanings that change and clocks that jump."""
    numbers = draw(st.lists(st.integers(1, 200), unique=True, max_size=25))
    return [
        event(
            number,
            uid(draw(st.integers(1001, 1002))),
            draw(st.sampled_from(VERBS)),
            time_ms=NOON + draw(st.integers(-(10**9), 10**9)),
            session=uid(draw(st.integers(300, 303))),
            object=draw(st.sampled_from(["a", "a/s", "a/s/q", "a/t", "b/s", "b/s/q"])),
            meaning=draw(st.sampled_from(["", "m1", "m2"])),
            content_version=draw(st.integers(0, 3)),
            result=draw(
                st.one_of(
                    st.none(),
                    st.builds(lambda s: {"score": s}, st.sampled_from([0, 0.25, 1, True])),
                )
            ),
            duration_ms=draw(st.integers(0, 5000)),
        )
        for number in numbers
    ]


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_folding_does_not_matter(events: list[Event], dice: random.Random) -> None:
    same = [e for e in events if e.object == "a/s"]
    by_meaning = {m: [e for e in same if e.meaning == m] for m in ("", "m1", "m2")}
    kept = {m: reduce(fold, some, NOTHING) for m, some in by_meaning.items() if some}
    shuffled = {m: dice.sample(by_meaning[m], len(by_meaning[m])) for m in kept}
    again = {m: reduce(fold, some, NOTHING) for m, some in shuffled.items()}
    assert again == kept
    if kept:
        mixed = list(kept.values())
        dice.shuffle(mixed)
        assert reduce(join, mixed) == reduce(join, kept.values())


def everything(store: Store) -> list[object]:
    return [
        (store.standings(one), store.place(one), store.place(one, "a"), store.totals(one))
        for one in (uid(1001), uid(1002))
    ]


@pytest.fixture
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("history")


def store_of(*batches: list[Event]) -> Store:
    store = Store.open(Path("/dev/null/no"), now_ms=NOON).store  # nowhere: quick, in memory
    for number, name in ((1001, "one"), (1002, "two")):
        store.add_learner(name, NOON + number, 0)
    with store.reading() as connection:
        from app.progress.ledger import write_events

        for batch in batches:
            write_events(connection, batch)
    return store


@given(histories(), st.integers(0, 25))
def test_kept_in_step_is_the_same_as_made_anew(events: list[Event], cut: int) -> None:
    step_by_step = store_of(*([e] for e in events))
    at_once = store_of(events[cut:], events[:cut])
    expected = everything(step_by_step)
    assert everything(at_once) == expected
    step_by_step.rebuild()
    assert everything(step_by_step) == expected
    for store in (step_by_step, at_once):
        store.close()


def test_a_standing_tells_tries_scores_and_when(tmp_path: Path) -> None:
    store = opened(tmp_path / "h.db")
    me = add(store).id
    for number, score in enumerate((0, 1, 0.5), 1):
        store.append(event(number, me, result={"score": score}, content_version=number))
    standing = store.standings(me)["risk-basics/quiz/q1"]
    assert (standing.attempts, standing.right, standing.wrong) == (3, 1, 2)
    assert (standing.last_score, standing.best_score) == (0.5, 1)
    assert (standing.last_ms, standing.content_version) == (NOON + 3, 3)
    assert not standing.done


def test_scores_of_an_older_meaning_do_not_count_with_those_of_the_new(tmp_path: Path) -> None:
    store = opened(tmp_path / "h.db")
    me = add(store).id
    store.append(event(1, me, meaning="old"))
    store.append(event(2, me, meaning="new", result={"score": 0}))
    store.append(event(3, me, "viewed", meaning="", result=None))
    standing = store.standings(me)["risk-basics/quiz/q1"]
    assert standing.meaning == "new"
    assert (standing.attempts, standing.best_score) == (1, 0)
    assert standing.last_ms == NOON + 3


def test_reading_and_finishing_make_a_step_done(tmp_path: Path) -> None:
    store = opened(tmp_path / "h.db")
    me = add(store).id
    store.append(event(1, me, "read", object="l/text", meaning="", result=None))
    store.append(event(2, me, "started", object="l/quiz", meaning="", result=None))
    standings = store.standings(me)
    assert standings["l/text"].done
    assert not standings["l/quiz"].done
    store.append(event(3, me, "finished", object="l/quiz", meaning="", result={"score": 0.8}))
    assert store.standings(me)["l/quiz"].done
    assert store.standings(me)["l/quiz"].last_score == 0.8


@pytest.mark.parametrize(
    ("result", "score"),
    [
        ({"score": 2}, 1),
        ({"score": -1}, 0),
        ({"score": "1"}, None),
        ({"score": True}, None),
        ([], None),
    ],
)
def test_only_numbers_are_scores(result: object, score: float | None) -> None:
    assert score_of(event(1, "x", result=result)) == score
