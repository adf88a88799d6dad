"""A sitting of the link game: which round comes next, what was judged, and what came of it.

The dealer is a function given from outside, so nothing here makes links. Every step is a new
value; nothing here writes anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, TypeVar

from app.learning.choosing import Trick, choose_trick
from app.learning.game_plan import GamePlan, Slot, hand_round, plan_from_json
from app.learning.rounds import PlayedRound, played_round, played_rounds
from app.learning.sittings import events_of_sitting
from app.learning.skill import History, skill_name
from app.links.levels import HandRound, Level
from app.links.score import LEAST_TO_PASS, Judge, LevelScore, Truth, level_score, within
from app.progress.events import Event, Json

STEADY = 9  # rounds over which the expected share is kept within bounds

R = TypeVar("R")


class Ask(NamedTuple):
    """What the dealer is asked for. `trick` and `brand` are "" where it may choose.

    No owner of `avoid_owners` may be a fake's, and no link of `avoid_links` may come again.
    """

    truth: Truth
    trick: str
    judge: Judge
    seed: int
    brand: str = ""
    avoid_owners: frozenset[str] = frozenset()
    avoid_links: frozenset[str] = frozenset()


class Dealt(NamedTuple, Generic[R]):
    """A dealt round, with what the history keeps of it. `shown` is the dealer's own value.

    `kind` says what sort of genuine link it is; `owner` and `link` may be empty.
    """

    shown: R
    truth: Truth
    trick: str = ""
    kind: str = ""
    brand: str = ""
    owner: str = ""
    link: str = ""


Deal = Callable[[Ask], Dealt[R]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """One sitting. `before` is all that was played before it, of the same kind of round.

    `pool` are the tricks that can be dealt, `expected` what could be expected of each round
    played, `pass_percent` the mark of a lesson's own links that are too few for a level.
    """

    plan: GamePlan
    before: History
    level: Level | None = None
    pool: tuple[Trick, ...] = ()
    pass_percent: int = 80
    history: History
    played: tuple[PlayedRound, ...] = ()
    expected: tuple[float, ...] = ()

    @classmethod
    def begin(
        cls,
        plan: GamePlan,
        before: History,
        *,
        level: Level | None = None,
        pool: Sequence[Trick] = (),
        pass_percent: int = 80,
    ) -> Game:
        """A new sitting. The caller stores `plan.to_json()` with the `started` event."""
        return cls(
            plan=plan,
            before=before,
            level=level,
            pool=_narrowed(pool, plan.tricks),
            pass_percent=pass_percent,
            history=before,
        )

    @classmethod
    def resume(
        cls,
        step_id: str,
        events: Iterable[Event],
        *,
        session: str = "",
        level: Level | None = None,
        pool: Sequence[Trick] = (),
        pass_percent: int = 80,
    ) -> Game | None:
        """The sitting as these events left it; None if none of them started one.

        `events` are one learner's, from all lessons, in any order: what was played elsewhere
        before is needed to choose as before. Without `session` the latest sitting of the step is
        meant. The round that was open comes again with the very same link.
        """
        told = list(events)
        of_sitting = events_of_sitting(step_id, told, session=session, deeds={"started"})
        started = next((each.event for each in of_sitting if each.event.verb == "started"), None)
        plan = plan_from_json(started.response) if started else None
        if started is None or plan is None:
            return None
        earlier = (
            event for event in told if event.session != started.session and event.id < started.id
        )
        before = History.of(played_rounds(earlier, plan.judge))
        game = cls.begin(plan, before, level=level, pool=pool, pass_percent=pass_percent)
        for event, part in of_sitting:
            one = played_round(event)
            if one is not None and part == game.part and not game.is_over:
                game = game.after(one)
        return game

    # ── the next round ──────────────────────────────────────────────────────

    @property
    def number(self) -> int:
        """How many rounds were played."""
        return len(self.played)

    @property
    def part(self) -> str:
        """The last part of the object path of the round to come: r1, r2, …"""
        return f"r{self.number + 1}"

    @property
    def is_over(self) -> bool:
        """Whether all rounds of the plan were played."""
        return self.number >= len(self.plan.slots)

    @property
    def by_hand(self) -> HandRound | None:
        """The round to come, if a teacher wrote it."""
        return None if self.is_over else hand_round(self.level, self.plan.slots[self.number])

    @property
    def ask(self) -> Ask | None:
        """What to ask the dealer for; None if the round is written by hand, or all were played."""
        if self.is_over or self.by_hand is not None:
            return None
        slot = self.plan.slots[self.number]
        return Ask(
            truth=slot.truth,
            trick=slot.trick or self._choice(slot),
            judge=self.plan.judge,
            seed=self._seed,
            brand=slot.brand,
            avoid_owners=frozenset(filter(None, self.history.fake_owners)),
            avoid_links=self.history.links,
        )

    def next_round(self, deal: Deal[R]) -> HandRound | Dealt[R] | None:
        """The round to come, the same however often it is asked for; None after the last."""
        ask = self.ask
        return self.by_hand if ask is None else deal(ask)

    @property
    def _seed(self) -> int:
        text = f"{self.plan.seed}/{self.plan.mode}/{self.plan.level}/{self.number}".encode()
        return int.from_bytes(hashlib.blake2b(text, digest_size=7).digest(), "big")

    def _choice(self, slot: Slot) -> str:
        recent = self.expected[-STEADY:]
        now_ms = self.plan.begun_ms
        return choose_trick(self.pool, slot.truth, self.history, recent, now_ms, self._seed).trick

    # ── judging ─────────────────────────────────────────────────────────────

    def judge(
        self,
        one: HandRound | Dealt[R],
        said: Truth,
        confidence: float,
        *,
        pointed: bool | None = None,
        owner: str = "",
        time_ms: int,
    ) -> PlayedRound:
        """The round as judged, for the `answered` event and for `after`.

        `confidence` is kept within 0.5…1. `owner` is that of a round by hand, if it has one.
        """
        if isinstance(one, HandRound):
            link = one.url or one.message
            facts = Dealt(one, one.truth, one.trick, "", one.brand, owner, link)
            return self._judged(facts, said, confidence, pointed, time_ms)
        return self._judged(one, said, confidence, pointed, time_ms)

    def _judged(
        self, facts: Dealt[R], said: Truth, confidence: float, pointed: bool | None, time_ms: int
    ) -> PlayedRound:
        return PlayedRound(
            truth=facts.truth,
            said=said,
            confidence=0.5 if said == "cannot_tell" else within(confidence),
            judge=self.plan.judge,
            trick=facts.trick,
            kind=facts.kind,
            brand=facts.brand,
            owner=facts.owner,
            link=facts.link,
            pointed=pointed,
            time_ms=time_ms,
        )

    def after(self, played: PlayedRound) -> Game:
        """The sitting with this round played."""
        skill = self.history.skill(skill_name(played))
        return replace(
            self,
            history=self.history.after(played),
            played=(*self.played, played),
            expected=(*self.expected, skill.expected(self.plan.begun_ms)),
        )

    # ── what came of it ─────────────────────────────────────────────────────

    @property
    def score(self) -> LevelScore:
        """Of the rounds played so far; passed only once all were.

        A level, and any sitting of at least ten rounds, is passed by points. A lesson's own
        links, where they are fewer, are passed by the share that was right.
        """
        found = level_score(one.judged for one in self.played)
        is_passed = found.is_passed
        if self.plan.mode == "level" and len(self.plan.slots) < LEAST_TO_PASS:
            is_passed = round(100 * found.share_right, 6) >= self.pass_percent
        return found._replace(is_passed=is_passed and self.is_over and self.number > 0)

    def result_json(self) -> dict[str, Json]:
        """The `result` of the `finished` event. `points` is the mean of a round."""
        found = self.score
        return {
            "score": found.share_right,
            "passed": found.is_passed,
            "points": round(found.mean, 6),
            "rounds": found.rounds,
            "level": self.plan.level,
        }


def passed_levels(events: Iterable[Event]) -> frozenset[str]:
    """The ids of the levels that one learner has passed at least once."""
    results = (event.result for event in events if event.verb == "finished")
    return frozenset(
        level
        for result in results
        if isinstance(result, dict)
        and result.get("passed") is True
        and isinstance(level := result.get("level"), str)
        and level
    )


def _narrowed(pool: Sequence[Trick], tricks: Sequence[str]) -> tuple[Trick, ...]:
    """The pool of a drill: its tricks alone."""
    if not tricks:
        return tuple(pool)
    return tuple(trick for trick in pool if trick.id in tricks)
