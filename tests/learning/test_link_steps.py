"""A link-game step of a lesson becomes a level that can be played."""

from __future__ import annotations

import pytest

from app.content.models import GameLink, LinkGameStep
from app.learning.game_plan import plan_level
from app.learning.link_steps import level_of
from app.links.levels import HandRound, Level, LevelList

OWN = (
    GameLink(id="a", url="https://a.example/", verdict="fake", why="why", trick="swap"),
    GameLink(id="b", url="https://lepinji.example/", verdict="genuine", why="why", shown="Help me"),
)
LEVELS = LevelList(
    (Level("one", "One", tricks=("swap",), rounds=20, by_hand=(HandRound("h", "fake", "why"),)),)
)


def step(**more: object) -> LinkGameStep:
    return LinkGameStep(id="game", type="link-game", title="Spot it", **more)  # type: ignore[arg-type]


def test_a_step_with_its_own_links_plays_just_these():
    level = level_of(step(links=OWN), LEVELS)
    assert [one.id for one in level.by_hand] == ["a", "b"]
    assert [one.truth for one in level.by_hand] == ["fake", "genuine"]
    assert [one.carrier for one in level.by_hand] == ["text", "card"]
    assert len(plan_level(level, 1, 0).slots) == 2


def test_rounds_are_dealt_besides_its_own_links():
    level = level_of(step(links=OWN, tricks=("combo",), rounds=6), LEVELS)
    assert len(plan_level(level, 1, 0).slots) == 8
    assert len(plan_level(level_of(step(tricks=("combo",)), LEVELS), 1, 0).slots) == 10


def test_a_step_that_names_a_level_is_that_level():
    assert level_of(step(level="one"), LEVELS) is LEVELS.levels[0]
    with pytest.raises(KeyError):
        level_of(step(level="two"), LEVELS)


def test_a_step_that_adds_to_a_level_is_no_longer_it():
    level = level_of(step(level="one", links=OWN, rounds=7), LEVELS)
    assert (level.id, level.rounds, level.tricks) == ("", 10, ("swap",))
    assert [one.id for one in level.by_hand] == ["a", "b", "h"]


def test_demands_of_a_lesson_are_judged_as_such():
    own = (GameLink(id="d", url="", verdict="check-first", why="why", message="Join?"),)
    level = level_of(step(judge="demand", links=own), LEVELS)
    assert (level.judge, level.by_hand[0].truth) == ("demand", "cannot_tell")
