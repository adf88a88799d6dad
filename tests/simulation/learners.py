"""Learners who exist only in figures: they see, guess, learn and forget by fixed rules.

The rules are those of the design, "Simulated learners": ability per trick θ ~ N(0.5, 1) in
logits, P(right) = logistic(θ − δ), each explained exposure adds 0.15·(1 − P), and what was added
fades by the FSRS-6 default forgetting curve. To know a genuine link for one is a skill like any
trick. A trick's d′ is z(P(right of its fakes)) + z(P(right of genuine links)): z(H) − z(F) with
the true rates in place of counted ones.
"""

from __future__ import annotations

import random
from math import exp
from statistics import NormalDist
from typing import NamedTuple

from app.learning.review import DAY_MS, Memory, retrievability, reviewed
from app.learning.rounds import PlayedRound
from app.links.score import Truth

GENUINE = "genuine"
_Z = NormalDist().inv_cdf

#: Every trick with its family and its difficulty δ in logits.
DIFFICULTY: dict[str, tuple[str, float]] = {
    "unrelated": ("placement", -0.8),
    "brand-subdomain": ("placement", 0.4),
    "hyphen-dots": ("placement", 0.3),
    "long-subdomain": ("placement", 0.6),
    "brand-path": ("placement", 0.0),
    "brand-query": ("placement", 0.1),
    "combo": ("spelling", 0.5),
    "abbreviation": ("spelling", 0.4),
    "omission": ("spelling", 0.2),
    "swap": ("spelling", 0.5),
    "doubling": ("spelling", 0.4),
    "keyboard": ("spelling", 0.0),
    "pinyin": ("spelling", 0.5),
    "split-dot": ("spelling", 0.3),
    "ascii-lookalike": ("spelling", 0.6),
    "other-suffix": ("spelling", 0.5),
    "glued-suffix": ("spelling", 0.2),
    "script-lookalike": ("notation", 1.0),
    "diacritic": ("notation", 0.6),
    "raw-punycode": ("notation", 0.2),
    "han-name": ("notation", 0.3),
    "user-info": ("notation", 0.8),
    "fake-port": ("notation", 0.9),
    "han-dot": ("notation", 0.6),
    "slash-lookalike": ("notation", 0.9),
    "percent-encoded": ("notation", 0.4),
    "ip-host": ("address", -0.5),
    "numeric-host": ("address", -0.3),
    "text-differs": ("card", 0.2),
    "qr": ("card", 0.4),
    "bidi": ("notation", 0.9),
}
HIDDEN = {"short-link": 0.2, "redirector": 0.5, "hosted-form": 0.4}  # nobody can see through


class Met(NamedTuple):
    """A trick as the game needs it."""

    id: str
    family: str = ""
    truth: Truth = "fake"


POOL = (
    *(Met(name, family) for name, (family, _delta) in DIFFICULTY.items()),
    *(Met(name, "hidden", "cannot_tell") for name in HIDDEN),
)


class SimulatedLearner:
    """One of them. The seed decides all abilities and all luck."""

    def __init__(self, seed: int) -> None:
        self._luck = random.Random(seed)
        deltas = {name: delta for name, (_family, delta) in DIFFICULTY.items()}
        self._start = {
            name: self._luck.gauss(0.5, 1.0) - delta
            for name, delta in {**deltas, **HIDDEN, GENUINE: 0.0}.items()
        }
        self._learned = dict.fromkeys(self._start, 0.0)
        self._memory: dict[str, Memory] = {}

    def p_right(self, name: str, now_ms: int) -> float:
        """The probability of being right about this trick, or about genuine links."""
        return 1 / (1 + exp(-self._start[name] - self._left(name, now_ms)))

    def d_prime(self, name: str, now_ms: int) -> float:
        """The true sensitivity for one trick."""
        return _Z(self.p_right(name, now_ms)) + _Z(self.p_right(GENUINE, now_ms))

    def weakest(self, now_ms: int) -> tuple[str, float]:
        """The trick with the lowest d′ now, and that d′."""
        name = min(DIFFICULTY, key=lambda each: self.p_right(each, now_ms))
        return name, self.d_prime(name, now_ms)

    def play(self, truth: Truth, trick: str, now_ms: int) -> PlayedRound:
        """Judges a round, is told why, and learns from it."""
        name = trick or GENUINE
        p_right = self.p_right(name, now_ms)
        is_right = self._luck.random() < p_right
        said = truth if is_right else _mistaken(truth)
        played = PlayedRound(truth, said, min(max(p_right, 0.5), 1.0), trick=trick, time_ms=now_ms)
        self._learned[name] += 0.15 * (1 - p_right)
        self._memory[name] = reviewed(self._memory.get(name), played)
        return played

    def _left(self, name: str, now_ms: int) -> float:
        memory = self._memory.get(name)
        if memory is None:
            return 0.0
        return self._learned[name] * retrievability(memory, now_ms)


def time_of(rounds: int, a_day: int = 20) -> int:
    """When the round after so many is played: twenty a day, half a minute each."""
    return rounds // a_day * DAY_MS + rounds % a_day * 30_000


def _mistaken(truth: Truth) -> Truth:
    return "genuine" if truth == "fake" else "fake"
