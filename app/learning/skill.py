"""What the rounds so far say about a learner: how well each trick is known, and what was shown.

Everything follows from the rounds alone, oldest first; the owner rounds and the demand rounds
of one learner make two histories that know nothing of each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from app.learning.review import Memory, retrievability, reviewed
from app.learning.rounds import PlayedRound

OWNERS_KEPT = 200  # rounds within which no fake owner comes back
GENUINE = "genuine"  # the skill of knowing a genuine link for one

# A newcomer is right a little more often than not; nobody knows how far the tricks differ.
_FIRST_MEAN, _FIRST_VARIANCE = 0.2, 0.7
# Every round is explained, so it is taken to teach: a little, and the less the more is known.
_TAUGHT = 0.15
# Knowledge moves while one plays, so an old answer never settles the matter.
_DRIFT = 0.005


class Skill(NamedTuple):
    """How well one trick is known: log-odds of being right, with its variance, and its memory."""

    mean: float = _FIRST_MEAN
    variance: float = _FIRST_VARIANCE
    rounds: int = 0
    memory: Memory | None = None

    def after(self, played: PlayedRound) -> Skill:
        """The skill after one more round.

        One step of the Rasch model's likelihood on a Gaussian belief, as in M. E. Glickman,
        "Parameter estimation in large dynamic paired comparison experiments", Applied
        Statistics 48, 1999. "Can't tell" of a genuine or fake link counts as half.
        """
        expected = _logistic(self.mean)
        variance = 1 / (1 / (self.variance + _DRIFT) + expected * (1 - expected))
        return Skill(
            mean=self.mean + variance * (played.score - expected) + _TAUGHT * (1 - expected),
            variance=variance,
            rounds=self.rounds + 1,
            memory=reviewed(self.memory, played) if played.trick else None,
        )

    def expected(self, now_ms: int) -> float:
        """The probability of being right now, 0…1: what is forgotten falls back to guessing."""
        fresh = _logistic(self.mean)
        if self.memory is None or fresh <= 0.5:
            return fresh
        return 0.5 + (fresh - 0.5) * retrievability(self.memory, now_ms)

    def is_due(self, now_ms: int) -> bool:
        """Whether it is time to see the trick again."""
        return self.memory is not None and self.memory.due_ms <= now_ms


NEW = Skill()


@dataclass(frozen=True, slots=True)
class History:
    """Rounds of one kind, folded. `fake_owners` are those of the last 200 rounds, oldest first.

    An owner is empty where a round had no fake.
    """

    skills: Mapping[str, Skill]
    fake_owners: tuple[str, ...] = ()
    links: frozenset[str] = frozenset()
    tricks: tuple[str, ...] = ()  # of the last rounds that had one
    rounds: int = 0

    @classmethod
    def of(cls, rounds: Iterable[PlayedRound]) -> History:
        """The history of these rounds, oldest first."""
        history = cls(skills={})
        for one in rounds:
            history = history.after(one)
        return history

    def after(self, played: PlayedRound) -> History:
        """The history with one more round."""
        name = skill_name(played)
        owner = played.owner if played.truth == "fake" else ""
        return History(
            skills={**self.skills, name: self.skill(name).after(played)} if name else self.skills,
            fake_owners=(*self.fake_owners, owner)[-OWNERS_KEPT:],
            links=self.links | {played.link} if played.link else self.links,
            tricks=(*self.tricks, played.trick)[-4:] if played.trick else self.tricks,
            rounds=self.rounds + 1,
        )

    def skill(self, name: str) -> Skill:
        """What is known of this skill; of one never met, what is supposed of everybody."""
        return self.skills.get(name, NEW)

    def due(self, now_ms: int) -> list[str]:
        """The tricks to see again now, the least sure first."""
        waiting = [name for name, skill in self.skills.items() if skill.is_due(now_ms)]
        return sorted(waiting, key=lambda name: (self.skills[name].expected(now_ms), name))


def skill_name(played: PlayedRound) -> str:
    """Which skill a round trains: its trick, or to know what is genuine."""
    return played.trick or (GENUINE if played.truth == "genuine" else "")


def _logistic(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))
