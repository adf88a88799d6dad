"""How many rounds a simulated learner needs: by the game's own choices, or in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle

from app.content.level_list import load_levels
from app.learning.game import Ask, Dealt, Game
from app.learning.game_plan import GamePlan, plan_free, plan_level
from app.learning.skill import History
from app.links.levels import Level
from app.paths import built_in_course
from tests.simulation.learners import HIDDEN, POOL, SimulatedLearner, time_of

GOAL = 2.0  # d′ on the weakest trick
GIVEN_UP = 30_000  # rounds
_LOOK_EVERY = 10  # rounds


def built_in_levels() -> tuple[Level, ...]:
    """The owner levels of the built-in course, all their rounds dealt."""
    found = load_levels(built_in_course(), "zh-CN")[0]
    assert found is not None
    owner = (level for level in found.levels if level.judge == "owner")
    return tuple(level._replace(by_hand=()) for level in owner)


def deal(ask: Ask) -> Dealt[str]:
    """A round without a link: the learner only meets its trick."""
    return Dealt("", ask.truth, ask.trick)


def rounds_until_goal(seed: int, *, adaptive: bool, levels: Sequence[Level]) -> int:
    """Rounds until d′ is at least 2 on whichever trick is then the weakest.

    Both ways begin with one pass through the levels. After it, adaptive play is the game's free
    play, and the fixed order the same levels again and again.
    """
    learner = SimulatedLearner(seed)
    history = History(skills={})
    rounds = 0
    for plan in _plans(levels, seed, adaptive):
        game = Game.begin(_now(plan, rounds), history, pool=POOL)
        while not game.is_over:
            dealt = game.next_round(deal)
            assert isinstance(dealt, Dealt)
            game = game.after(learner.play(dealt.truth, dealt.trick, time_of(rounds)))
            rounds += 1
            if rounds % _LOOK_EVERY == 0 and learner.weakest(time_of(rounds))[1] >= GOAL:
                return rounds
        history = game.history
        if rounds >= GIVEN_UP:
            return rounds
    raise AssertionError("the plans never end")


def _plans(levels: Sequence[Level], seed: int, adaptive: bool) -> Iterator[GamePlan]:
    for number, level in enumerate(levels if adaptive else cycle(levels)):
        yield plan_level(level, seed * 1_000 + number, 0, hidden=tuple(HIDDEN))
    number = 0
    while True:
        number += 1
        yield plan_free(seed * 1_000 + 500 + number, 0)


def _now(plan: GamePlan, rounds: int) -> GamePlan:
    return replace(plan, begun_ms=time_of(rounds))
