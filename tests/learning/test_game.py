"""A sitting of the link game: levels first, then free play, and going on where one stopped."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.learning.choosing import EASIEST, HARDEST
from app.learning.game import Ask, Dealt, Game, passed_levels
from app.learning.game_plan import GamePlan, Slot, plan_free, plan_from_json, plan_level
from app.learning.rounds import PlayedRound, played_round, played_rounds
from app.learning.skill import History
from app.links.levels import HandRound, Level, LevelList
from app.links.score import Truth
from app.progress.events import Event
from tests.learning.builders import event
from tests.simulation.learners import HIDDEN, POOL, SimulatedLearner, time_of

NEW = History(skills={})
BY_HAND = (
    HandRound("a", "fake", "why", url="https://a.example/"),
    HandRound("b", "genuine", "why", url="https://lepinji.example/"),
)
LEVEL = Level("one", "One", tricks=("swap", "combo", "short-link"), rounds=20, by_hand=BY_HAND)


def deal(ask: Ask) -> Dealt[str]:
    """A link that only this question gets."""
    link = f"https://{ask.trick or 'own'}-{ask.seed}.example/"
    owner = f"{ask.trick}-{ask.seed}.example" if ask.truth == "fake" else "lepinji.example"
    return Dealt(link, ask.truth, ask.trick, brand="lepinji", owner=owner, link=link)


class Sitting:
    """Plays a game and writes down its events, as the window would."""

    def __init__(self, game: Game, step: str = "free", session: str = "one") -> None:
        self.game, self.step, self.session = game, step, session
        self.events: list[Event] = [self._event("started", "", game.plan.to_json())]

    def play(self, said: Truth | None = None, confidence: float = 0.9) -> PlayedRound:
        """The next round, answered rightly unless something else is said."""
        one = self.game.next_round(deal)
        assert one is not None
        told = self.game.judge(one, said or one.truth, confidence, time_ms=self.game.number)
        self.events.append(
            self._event(
                "answered",
                f"/{self.game.part}",
                told.response_json(),
                result=told.result_json(),
                confidence=told.stated_confidence,
                time_ms=told.time_ms,
            )
        )
        self.game = self.game.after(told)
        return told

    def finish(self) -> None:
        while not self.game.is_over:
            self.play()
        self.events.append(self._event("finished", "", None, result=self.game.result_json()))

    def _event(self, verb, part, response, **more):
        path = f"links/{self.step}{part}"
        return event(verb, path, response, session=self.session, **more)


def free(seed: int = 5, before: History = NEW, session: str = "one") -> Sitting:
    return Sitting(Game.begin(plan_free(seed, 0), before, pool=POOL), session=session)


# ── the plan ─────────────────────────────────────────────────────────────────


@given(st.integers(0, 2**60))
def test_a_level_is_balanced_and_holds_its_own_links(seed):
    plan = plan_level(LEVEL, seed, 0, tuple(HIDDEN))
    truths = Counter(slot.truth for slot in plan.slots)
    assert len(plan.slots) == 20
    assert truths == {"fake": 9, "genuine": 9, "cannot_tell": 2}
    assert {slot.by_hand for slot in plan.slots} == {"", "a", "b"}
    dealt = Counter(slot.trick for slot in plan.slots if slot.trick)
    assert dealt == {"swap": 4, "combo": 4, "short-link": 2}
    assert plan_from_json(plan.to_json()) == plan


def test_levels_without_hidden_tricks_are_all_genuine_and_fake():
    level = Level("l", "L", tricks=("swap",), rounds=15)
    plans = [plan_level(level, seed, 0) for seed in range(20)]
    shares = {Counter(slot.truth for slot in plan.slots)["fake"] for plan in plans}
    assert shares == {7, 8}  # the odd one is nobody's in particular


def test_a_level_all_by_hand_is_played_whole_and_mixed():
    level = Level("h", "H", judge="demand", rounds=2, by_hand=BY_HAND)
    orders = {tuple(s.by_hand for s in plan_level(level, seed, 0).slots) for seed in range(20)}
    assert orders == {("a", "b"), ("b", "a")}


def test_free_play_is_balanced_and_mixed_anew_each_time():
    plans = [plan_free(seed, 0) for seed in range(30)]
    for plan in plans:
        truths = Counter(slot.truth for slot in plan.slots)
        assert truths == {"fake": 9, "genuine": 9, "cannot_tell": 2}
    assert len({plan.slots for plan in plans}) == 30


@pytest.mark.parametrize(
    "harm",
    [
        {"seed": "1"},
        {"mode": "film"},
        {"judge": None},
        {"slots": [["fake"]]},
        {"slots": [["safe", "", "", ""]]},
        {"slots": None},
        {"tricks": "swap"},
        {"begun_ms": True},
    ],
)
def test_a_damaged_plan_is_no_plan(harm):
    assert plan_from_json({**plan_free(1, 0).to_json(), **harm}) is None
    assert plan_from_json(list(harm)) is None


# ── playing ──────────────────────────────────────────────────────────────────


def test_the_open_round_is_the_same_however_often_it_is_asked_for():
    sitting = free()
    for _ in range(6):
        assert sitting.game.next_round(deal) == sitting.game.next_round(deal)
        sitting.play()


def test_no_link_comes_twice_and_no_fake_owner_within_two_hundred_rounds():
    history, asked = NEW, []
    for number in range(15):
        sitting = free(seed=number, before=history, session=str(number))
        while not sitting.game.is_over:
            ask = sitting.game.ask
            assert ask is not None
            told = sitting.play()
            assert told.link not in ask.avoid_links
            asked.append((ask, told))
        history = sitting.game.history
    last, _told = asked[-1]
    owners = [told.owner for _ask, told in asked[-201:-1] if told.truth == "fake"]
    assert last.avoid_owners == frozenset(owners)
    assert len(last.avoid_links) == len(asked) - 1


def test_a_teachers_round_and_a_dealt_one_are_both_judged():
    sitting = Sitting(Game.begin(plan_level(LEVEL, 3, 0, tuple(HIDDEN)), NEW, level=LEVEL))
    links = {sitting.play().link for _ in range(20)}
    assert {"https://a.example/", "https://lepinji.example/"} <= links
    assert sitting.game.next_round(deal) is None
    assert sitting.game.score.is_passed


def test_a_round_that_the_teacher_took_away_is_dealt_instead():
    plan = plan_level(LEVEL, 3, 0, tuple(HIDDEN))
    game = Game.begin(plan, NEW, level=LEVEL._replace(by_hand=()), pool=POOL)
    while not game.is_over:
        one = game.next_round(deal)
        assert isinstance(one, Dealt)
        game = game.after(game.judge(one, "fake", 1.0, time_ms=0))
    assert game.number == 20


def test_cannot_tell_takes_no_confidence():
    sitting = free()
    told = sitting.play("cannot_tell", confidence=0.95)
    assert told.stated_confidence is None
    assert sitting.events[-1].confidence is None


def test_a_sitting_is_passed_only_at_its_end():
    sitting = free()
    for _ in range(19):
        sitting.play(confidence=1.0)
    assert sitting.game.score.mean > 4
    assert not sitting.game.score.is_passed
    sitting.play(confidence=1.0)
    assert sitting.game.score.is_passed


def test_a_lessons_own_few_links_are_passed_by_their_share():
    level = Level("s", "S", rounds=2, by_hand=BY_HAND)
    for said, mark, is_passed in ((None, 80, True), ("fake", 80, False), ("fake", 50, True)):
        plan = plan_level(level, 1, 0)
        sitting = Sitting(Game.begin(plan, NEW, level=level, pass_percent=mark))
        sitting.play(said)
        sitting.play(said)
        assert sitting.game.score.is_passed is is_passed


# ── going on ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("stop", [0, 1, 7, 19])
def test_going_on_finds_the_very_same_round(stop):
    first = free(session="s1")
    first.finish()
    before = History.of(played_rounds(first.events, "owner"))
    second = free(seed=9, before=before, session="s2")
    for number in range(stop):
        second.play("genuine" if number % 3 == 0 else None)
    events = [*first.events, *second.events]
    resumed = Game.resume("free", reversed(events), pool=POOL)
    assert resumed is not None
    assert resumed.number == stop
    assert resumed.next_round(deal) == second.game.next_round(deal)
    assert resumed == second.game


def test_events_told_twice_and_strangers_change_nothing():
    sitting = free()
    for _ in range(3):
        sitting.play()
    strange = event("answered", "links/free/r4", {"said": "?"}, session="one", result={})
    resumed = Game.resume("free", [*sitting.events, *sitting.events, strange], pool=POOL)
    assert resumed == sitting.game
    assert Game.resume("other", sitting.events) is None
    assert Game.resume("free", []) is None


def test_the_two_kinds_of_round_are_kept_apart():
    plan = replace(plan_free(1, 0), judge="demand", slots=(Slot("fake", "no-link-bait"),))
    demand = Sitting(Game.begin(plan, NEW), session="d")
    demand.finish()
    owner = free(session="o")
    owner.finish()
    events = [*demand.events, *owner.events]
    assert len(list(played_rounds(events, "demand"))) == 1
    assert len(list(played_rounds(events, "owner"))) == 20
    later = Sitting(free(session="x").game, session="x")
    resumed = Game.resume("free", [*events, *later.events], session="x", pool=POOL)
    assert resumed is not None
    assert "no-link-bait" not in resumed.before.skills
    assert resumed.before.rounds == 20


def test_a_round_comes_back_from_its_event_as_it_was():
    sitting = Sitting(Game.begin(plan_level(LEVEL, 3, 0, tuple(HIDDEN)), NEW, level=LEVEL))
    for number in range(20):
        told = sitting.play(("fake", "genuine", "cannot_tell")[number % 3], 0.7)
        assert played_round(sitting.events[-1]) == told
        score = told.result_json()["score"]
        assert isinstance(score, float)
        assert 0 <= score <= 1


def test_passed_levels_are_read_from_the_history():
    sitting = Sitting(Game.begin(plan_level(LEVEL, 3, 0, tuple(HIDDEN)), NEW, level=LEVEL), "one")
    sitting.finish()
    assert passed_levels(sitting.events) == {"one"}
    assert passed_levels(sitting.events[:-1]) == frozenset()
    levels = LevelList((LEVEL, LEVEL._replace(id="two")))
    advised = levels.next_open(passed_levels(sitting.events))
    assert advised is not None
    assert advised.id == "two"
    assert levels.next_open(["one", "two"]) is None


# ── what a learner meets ─────────────────────────────────────────────────────


@settings(max_examples=5, deadline=None)
@given(st.integers(1_000, 1_999))
def test_free_play_is_neither_hopeless_nor_dull(seed):
    """The mean expected share of each sitting, as the game reckons it, after a warming up."""
    learner, history = SimulatedLearner(seed), NEW
    rounds, means = 0, []
    for number in range(12):
        plan = plan_free(seed + number, time_of(rounds))
        game = Game.begin(plan, history, pool=POOL)
        while not game.is_over:
            one = game.next_round(deal)
            assert isinstance(one, Dealt)
            game = game.after(learner.play(one.truth, one.trick, time_of(rounds)))
            rounds += 1
        history = game.history
        means.append(sum(game.expected) / len(game.expected))
    assert all(HARDEST - 0.07 <= mean <= EASIEST + 0.05 for mean in means[2:]), means


def test_a_drill_deals_only_its_tricks():
    plan = plan_free(4, 0, tricks=("swap", "combo", "short-link"))
    assert isinstance(plan, GamePlan)
    sitting = Sitting(Game.begin(plan, NEW, pool=POOL))
    sitting.finish()
    met = {told.trick for told in sitting.game.played}
    assert met == {"", "swap", "combo", "short-link"}
