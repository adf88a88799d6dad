"""What a judgement of a link is worth: points that reward saying honestly how sure one is.

All formulas and numbers: design "Grading, scoring, measuring", section "Link rounds". The rule
is Brier's (G. W. Brier, "Verification of forecasts expressed in terms of probability",
Monthly Weather Review 78, 1950), turned into points.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import Literal, NamedTuple

from app.links.values import Verdict

#: What is true of a round. In demand rounds: fine, harmful, check first.
Truth = Literal["genuine", "fake", "cannot_tell"]
Judge = Literal["owner", "demand"]

LEAST_TO_PASS = 10  # rounds
PASS_MEAN = 4.0  # points a round
LOWEST, HIGHEST = -30.0, 10.0  # points a round

_OF_DEMAND: dict[str, Truth] = {"fine": "genuine", "harmful": "fake", "check-first": "cannot_tell"}
_OF_OWNER: dict[str, Truth] = {
    "genuine": "genuine",
    "fake": "fake",
    "cannot-tell": "cannot_tell",
    "cannot_tell": "cannot_tell",
}


class Judged(NamedTuple):
    """One round that was judged.

    `confidence` is 0.5…1 and means nothing where `said` is "cannot_tell". `trick` is that of a
    fake, `kind` says what sort of genuine link it was; either may be empty.
    """

    truth: Truth
    said: Truth
    confidence: float = 0.5
    trick: str = ""
    kind: str = ""

    @property
    def is_right(self) -> bool:
        return self.truth == self.said


def truth_named(word: str) -> Truth:
    """The truth that a lesson's or a learner's word stands for, in either kind of round.

    "fine" is to a demand what "genuine" is to an owner, "harmful" what "fake" is, "check-first"
    what "cannot-tell" is. Raises KeyError for any other word.
    """
    return _OF_OWNER.get(word) or _OF_DEMAND[word]


def truth_of(verdict: Verdict, *, claims_brand: bool) -> Truth | None:
    """The owner truth that follows from the lens's verdict; None: not to be used as a round.

    An owner nobody knows deceives only where the message says it is a brand's.
    """
    if verdict == "official":
        return "genuine"
    if verdict == "imitates" or (verdict == "unlisted" and claims_brand):
        return "fake"
    return "cannot_tell" if verdict == "cannot_tell" else None


def within(confidence: float) -> float:
    """A confidence kept within 0.5…1; what is no number counts as half sure."""
    return min(max(confidence, 0.5), 1.0) if confidence == confidence else 0.5


def p_fake(said: Truth, confidence: float) -> float:
    """The probability of "fake" that an answer states, 0…1."""
    if said == "cannot_tell":
        return 0.5
    sure = within(confidence)
    return sure if said == "fake" else 1.0 - sure


def loss(said: Truth, confidence: float, truth: Truth) -> float:
    """(P(fake) − truth)², 0…1; where nothing could be told the truth lies half way."""
    told = {"fake": 1.0, "genuine": 0.0, "cannot_tell": 0.5}[truth]
    return (p_fake(said, confidence) - told) ** 2


def points(said: Truth, confidence: float, truth: Truth) -> float:
    """Points of one round, −30…10.

    10 − 40·loss: half sure 0, wholly sure and right 10, wholly sure and wrong −30. "Can't tell"
    is worth 5 where nothing could be told and else 0; to be sure there costs 40·(p − 0.5)².
    """
    if truth == "cannot_tell":
        return 5.0 if said == "cannot_tell" else -40.0 * loss(said, confidence, truth)
    return 0.0 if said == "cannot_tell" else 10.0 - 40.0 * loss(said, confidence, truth)


class LevelScore(NamedTuple):
    """What the rounds of one sitting came to. `mean` is in points a round, 0 without rounds."""

    rounds: int
    right: int
    mean: float
    is_passed: bool

    @property
    def share_right(self) -> float:
        """0…1."""
        return self.right / self.rounds if self.rounds else 0.0


def level_score(judged: Iterable[Judged]) -> LevelScore:
    """Passed at a mean of 4 points over at least 10 rounds with genuine and fake among them."""
    told = list(judged)
    mean = fsum(points(one.said, one.confidence, one.truth) for one in told) / (len(told) or 1)
    truths = {one.truth for one in told}
    return LevelScore(
        rounds=len(told),
        right=sum(one.is_right for one in told),
        mean=mean,
        # Rounded, because ten times 0.4 must pass at 4.
        is_passed=len(told) >= LEAST_TO_PASS
        and {"genuine", "fake"} <= truths
        and round(mean, 9) >= PASS_MEAN,
    )
