"""Which trick comes next."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.learning.choosing import EASIEST, HARDEST, choose_trick, drill, weakest
from app.learning.review import DAY_MS
from app.learning.rounds import PlayedRound
from app.learning.skill import History
from tests.simulation.learners import POOL, Met

THREE = (Met("swap", "spelling"), Met("combo", "spelling"), Met("ip-host", "address"))


def rounds_of(trick: str, right: int, wrong: int, at: int = 0) -> list[PlayedRound]:
    told = [PlayedRound("fake", "fake", 0.9, trick=trick, time_ms=at)] * right
    return told + [PlayedRound("fake", "genuine", 0.9, trick=trick, time_ms=at)] * wrong


def chosen(history: History, pool=THREE, recent=(), now_ms: int = 0, seed: int = 1) -> str:
    return choose_trick(pool, "fake", history, recent, now_ms, seed).trick


def test_the_least_known_trick_comes_first():
    history = History.of(
        [*rounds_of("swap", 9, 0), *rounds_of("ip-host", 9, 0), *rounds_of("combo", 2, 7)]
    )
    far = History(skills=history.skills)  # none of them just met
    assert chosen(far) == "combo"


def test_a_trick_never_comes_twice_in_a_row_and_its_like_come_between():
    history = History(skills={})
    met = []
    for number in range(40):
        trick = choose_trick(POOL, "fake", history, (), 0, number).trick
        met.append(trick)
        history = history.after(PlayedRound("fake", "genuine", 0.9, trick=trick))
    assert all(one != following for one, following in pairwise(met))
    assert all(met[n] != met[n + 2] for n in range(38))


def test_after_rounds_that_were_too_hard_an_easier_one_comes():
    history = History(
        skills=History.of(
            [*rounds_of("swap", 1, 9), *rounds_of("combo", 6, 3), *rounds_of("ip-host", 12, 0)]
        ).skills
    )
    assert chosen(history) == "swap"
    hard = choose_trick(THREE, "fake", history, (0.4,) * 5, 0, 1)
    assert hard.trick != "swap"
    assert hard.expected > HARDEST


def test_after_rounds_that_were_too_easy_the_hardest_comes():
    known = [*rounds_of("swap", 30, 0), *rounds_of("combo", 30, 0), *rounds_of("ip-host", 20, 6)]
    history = History(skills=History.of(known).skills)
    assert chosen(history, recent=(0.95,) * 5) == "ip-host"
    assert EASIEST < 0.95


def test_a_trick_long_unseen_is_expected_to_be_half_forgotten():
    history = History.of(rounds_of("swap", 12, 0))
    soon = history.skill("swap").expected(0)
    late = history.skill("swap").expected(300 * DAY_MS)
    assert 0.5 < late < soon - 0.05
    assert history.due(0) == []
    assert history.due(300 * DAY_MS) == ["swap"]


def test_what_cannot_be_told_is_asked_for_apart():
    choice = choose_trick(POOL, "cannot_tell", History(skills={}), (), 0, 1)
    assert choice.trick in {"short-link", "redirector", "hosted-form"}
    assert choose_trick(POOL, "genuine", History(skills={}), (), 0, 1).trick == ""
    assert choose_trick(THREE, "cannot_tell", History(skills={}), (), 0, 1).trick == ""


def test_the_weakest_trick_is_one_that_was_met():
    history = History.of([*rounds_of("swap", 5, 0), *rounds_of("combo", 0, 4)])
    assert weakest(THREE, history, 0) == ["combo"]
    assert weakest(THREE, History(skills={}), 0) == []


def test_a_drill_holds_the_trick_its_like_and_what_cannot_be_told():
    part = drill(POOL, "swap", History(skills={}), 0)
    fakes = [trick for trick in part if trick.truth == "fake"]
    assert "swap" in {trick.id for trick in fakes}
    assert len(fakes) == 4
    assert {trick.family for trick in fakes} == {"spelling"}
    assert {trick.id for trick in part} >= {"short-link", "redirector"}


@given(st.lists(st.tuples(st.integers(0, 29), st.booleans()), max_size=40), st.integers(0, 2**40))
def test_the_same_history_and_seed_choose_the_same(told, seed):
    rounds = [
        PlayedRound("fake", "fake" if is_right else "genuine", 0.8, trick=POOL[n].id)
        for n, is_right in told
    ]
    first, again = (chosen(History.of(rounds), POOL, seed=seed) for _ in range(2))
    assert first == again
    assert first in {trick.id for trick in POOL}


def test_newcomers_do_not_all_begin_with_the_same_trick():
    firsts = Counter(chosen(History(skills={}), POOL, seed=seed) for seed in range(60))
    assert len(firsts) > 10
