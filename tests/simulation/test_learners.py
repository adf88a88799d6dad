"""The simulated learners follow their rules, and the game's choices help them."""

from __future__ import annotations

from statistics import fmean, stdev

import pytest

from app.learning.review import DAY_MS
from tests.simulation.learners import DIFFICULTY, GENUINE, SimulatedLearner, time_of
from tests.simulation.playing import built_in_levels, rounds_until_goal


def test_they_are_as_able_as_the_design_says():
    from math import log

    thetas = []
    for seed in range(1_000, 1_100):
        learner = SimulatedLearner(seed)
        for name, (_family, delta) in DIFFICULTY.items():
            p_right = learner.p_right(name, 0)
            thetas.append(log(p_right / (1 - p_right)) + delta)
    assert fmean(thetas) == pytest.approx(0.5, abs=0.05)
    assert stdev(thetas) == pytest.approx(1.0, abs=0.05)


def test_an_explained_round_teaches_and_time_takes_away():
    learner = SimulatedLearner(1_001)
    before = learner.p_right("swap", 0)
    learner.play("fake", "swap", 0)
    taught = learner.p_right("swap", 0)
    later = learner.p_right("swap", 90 * DAY_MS)
    assert before < later < taught
    assert learner.p_right("combo", 0) == SimulatedLearner(1_001).p_right("combo", 0)


def test_the_same_seed_is_the_same_learner():
    one, other = (SimulatedLearner(1_002) for _ in range(2))
    told = [
        [learner.play("fake", "swap", time_of(n)) for n in range(30)] for learner in (one, other)
    ]
    assert told[0] == told[1]
    assert one.d_prime("swap", 0) == other.d_prime("swap", 0)
    assert one.p_right(GENUINE, 0) != SimulatedLearner(1_003).p_right(GENUINE, 0)


def test_the_games_choices_beat_a_fixed_order():
    """A few of the building seeds; the bench takes a thousand others."""
    levels = built_in_levels()
    seeds = range(1_000, 1_012)
    adaptive = sum(rounds_until_goal(seed, adaptive=True, levels=levels) for seed in seeds)
    fixed = sum(rounds_until_goal(seed, adaptive=False, levels=levels) for seed in seeds)
    assert adaptive <= 2 / 3 * fixed
