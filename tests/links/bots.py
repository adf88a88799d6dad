"""Players who follow a rule instead of reading links: what they get is what the rule gives away."""

from __future__ import annotations

import random
from collections.abc import Callable
from statistics import NormalDist

from app.links.score import Truth

Answer = tuple[Truth, float]  # what is said, and how sure
Bot = Callable[[Truth], Answer]

_NORMAL = NormalDist()


def always(said: Truth, confidence: float) -> Bot:
    """Says the same of every link."""
    return lambda truth: (said, confidence)


def guessing(seed: int) -> Bot:
    """Any of the three answers, as sure as it happens."""
    luck = random.Random(seed)
    return lambda truth: (
        luck.choice(("genuine", "fake", "cannot_tell")),
        luck.uniform(0.5, 1),
    )


def half_sure(seed: int) -> Bot:
    """Guesses, and knows that it does: the best that guessing can be."""
    luck = random.Random(seed)
    return lambda truth: (luck.choice(("genuine", "fake", "cannot_tell")), 0.5)


def observer(d_prime: float, criterion: float, seed: int) -> Bot:
    """The observer of signal detection: fakes look suspicious by d′ more than genuine links.

    "Fake" is said above the criterion, which is counted from half way. The confidence is the true
    probability of being right, for fakes and genuine links that come equally often.
    """
    luck = random.Random(seed)

    def answer(truth: Truth) -> Answer:
        middle = {"fake": d_prime / 2, "genuine": -d_prime / 2, "cannot_tell": 0.0}[truth]
        seen = luck.gauss(middle, 1)
        as_fake = _NORMAL.pdf(seen - d_prime / 2)
        p_fake = as_fake / (as_fake + _NORMAL.pdf(seen + d_prime / 2))
        said: Truth = "fake" if seen > criterion else "genuine"
        return said, max(0.5, p_fake if said == "fake" else 1 - p_fake)

    return answer
