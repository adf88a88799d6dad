"""Gate 3: who can tell is found out, and who follows a rule never passes a level."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

import pytest

from app.content.level_list import load_levels
from app.learning.game import Game
from app.learning.game_plan import plan_free, plan_level
from app.learning.skill import History
from app.links.discrimination import discrimination, tally
from app.links.score import Judged
from app.paths import built_in_course
from tests.links.bots import Bot, always, guessing, half_sure, observer
from tests.simulation.learners import HIDDEN, POOL
from tests.simulation.playing import deal

LEVELS = load_levels(built_in_course(), "zh-CN")[0]
SURE = (0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0)


def played(bot: Bot, game: Game) -> Game:
    """The sitting, played to its end."""
    time_ms = 0
    while not game.is_over:
        one = game.next_round(deal)
        assert one is not None
        said, confidence = bot(one.truth)
        time_ms += 1_000
        game = game.after(game.judge(one, said, confidence, time_ms=time_ms))
    return game


def sittings(seed: int) -> list[Game]:
    """Every built-in level, and one sitting of free play, freshly planned by this seed."""
    assert LEVELS is not None
    new = History(skills={})
    plans = [(plan_level(level, seed, 0, tuple(HIDDEN)), level) for level in LEVELS.levels]
    levels = [Game.begin(plan, new, level=level, pool=POOL) for plan, level in plans]
    return [*levels, Game.begin(plan_free(seed, 0), new, pool=POOL)]


@pytest.mark.parametrize("confidence", SURE)
@pytest.mark.parametrize("said", ["fake", "genuine", "cannot_tell"])
def test_who_always_says_the_same_never_passes(said, confidence):
    for seed in range(4):
        for game in sittings(seed):
            over = played(always(said, confidence), game)
            assert over.is_over
            assert not over.score.is_passed, over.plan.level


def test_who_guesses_and_knows_it_never_passes():
    for seed in range(30):
        for number, game in enumerate(sittings(seed)):
            assert not played(half_sure(seed * 100 + number), game).score.is_passed


def test_who_guesses_loses_points_and_passes_by_luck_alone_hardly_ever():
    """Of 14 to 20 rounds luck passes about one level in a thousand; never one after another."""
    overs = [
        played(guessing(seed * 100 + number), game)
        for seed in range(100)
        for number, game in enumerate(sittings(seed))
    ]
    assert fmean(over.score.mean for over in overs) < -1
    passed = [over.score.is_passed for over in overs]
    assert sum(passed) <= 0.004 * len(passed)
    assert not any(one and following for one, following in pairwise(passed))


def test_who_reads_links_passes():
    """The rule must not keep out those who can: d′ 4 and honest confidence pass nearly always."""
    passed = [
        played(observer(4, 0, seed), game).score.is_passed
        for seed in range(3)
        for game in sittings(seed)[:10]
    ]
    assert fmean(passed) > 0.8


@pytest.mark.parametrize("criterion", [-0.5, 0.0, 0.5])
@pytest.mark.parametrize("d_prime", [0.0, 1.0, 2.0, 3.0])
def test_known_players_are_recovered(d_prime, criterion):
    """Mean of 60 players, each judged on about 180 fakes and 180 genuine links of free play."""
    found = []
    for seed in range(60):
        bot = observer(d_prime, criterion, seed)
        told: list[Judged] = []
        for sitting in range(20):
            slots = plan_free(seed * 100 + sitting, 0).slots
            told += (Judged(slot.truth, *bot(slot.truth)) for slot in slots)
        one = discrimination(tally(told))
        assert one is not None
        found.append(one)
    assert abs(fmean(one.d_prime.value for one in found) - d_prime) <= 0.1
    assert abs(fmean(one.criterion.value for one in found) - criterion) <= 0.1


def test_players_who_differ_only_in_suspicion_differ_only_in_the_criterion():
    slots = [slot for seed in range(30) for slot in plan_free(seed, 0).slots]
    found = []
    for criterion in (-0.8, 0.8):
        bot = observer(1.5, criterion, 5)
        one = discrimination(tally(Judged(slot.truth, *bot(slot.truth)) for slot in slots))
        assert one is not None
        found.append(one)
    suspicious, trusting = found
    assert suspicious.d_prime.overlaps(trusting.d_prime)
    assert suspicious.criterion.high < trusting.criterion.low
