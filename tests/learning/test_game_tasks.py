"""What there is to play, and that the dealer gives just what a sitting asks for."""

from __future__ import annotations

import pytest

from app.content.level_list import load_levels
from app.learning.dealing import dealer, pool
from app.learning.game import Dealt, Game
from app.learning.game_tasks import forms_taken, task_named
from app.learning.skill import History
from app.links.rounds import REST_ROUNDS, bare
from app.links.tricks.table import TRICKS
from app.paths import built_in_course
from tests.links.official import built_in

LEVELS = load_levels(built_in_course(), "en")[0]
assert LEVELS is not None
NOW = 1_780_000_000_000
NEW = History(skills={})


def play(detail: str, seed: int = 3, history: History = NEW) -> tuple[Game, list]:
    """A sitting played to its end, and what was dealt."""
    task = task_named(detail, LEVELS, ())
    plan = task.plan(seed, NOW, history, built_in())
    game = Game.begin(plan, history, level=task.level, pool=pool())
    deal = dealer(built_in(), task.level.tricks if task.level else ())
    seen = []
    while not game.is_over:
        one = game.next_round(deal)
        assert game.next_round(deal) == one
        seen.append(one)
        game = game.after(game.judge(one, "fake", 0.9, time_ms=NOW + game.number))
    return game, seen


@pytest.mark.parametrize("level", [level.id for level in LEVELS.levels])
def test_every_level_can_be_played_and_deals_only_its_tricks(level):
    game, seen = play(f"level:{level}")
    assert len(seen) >= 10
    for one, slot in zip(seen, game.plan.slots, strict=True):
        if isinstance(one, Dealt):
            assert one.truth == slot.truth
            if slot.trick and game.plan.judge == "owner":
                assert one.trick == slot.trick


def test_free_play_never_shows_a_link_or_a_recent_owner_again():
    history, links, owners = NEW, [], []
    for seed in range(15):
        game, seen = play("free", seed, history)
        history = game.history
        links += [bare(one.link) for one in seen if one.truth == "fake"]
        owners += [one.owner if one.truth == "fake" else "" for one in seen]
    assert len(links) == len(set(links))
    for at, owner in enumerate(owners):
        assert not owner or owner not in owners[max(0, at - REST_ROUNDS) : at]


def test_a_drill_asks_for_its_trick_and_its_like():
    _game, seen = play("drill:swap")
    fakes = [one.trick for one in seen if one.truth == "fake"]
    assert "swap" in fakes
    assert {TRICKS[name].family for name in fakes} == {TRICKS["swap"].family}


def test_a_form_has_twelve_of_each():
    game, seen = play("form:A")
    assert game.plan.mode == "form"
    assert sum(one.truth == "fake" for one in seen) == 12
    assert sum(one.truth == "genuine" for one in seen) == 12


def test_demands_have_no_links():
    game, seen = play("demands")
    assert game.plan.judge == "demand"
    assert not any("://" in one.link for one in seen)
    assert len({one.link for one in seen}) == 10, "none comes twice while there are others"


@pytest.mark.parametrize("detail", ["", "level:gone", "drill:no-such", "form:Z", "drill:", ":::"])
def test_what_there_is_not_is_free_play(detail):
    assert task_named(detail, LEVELS, ()).id == "free"


def test_the_first_level_is_aided_until_it_is_passed():
    first, second = LEVELS.levels[:2]
    assert task_named(f"level:{first.id}", LEVELS, ()).is_aided
    assert not task_named(f"level:{first.id}", LEVELS, {first.id}).is_aided
    assert not task_named(f"level:{second.id}", LEVELS, ()).is_aided


def test_forms_are_known_by_their_tasks():
    assert forms_taken({"form-a": 5, "free": 7, "form-c": 9}) == {"A": 5, "C": 9}
