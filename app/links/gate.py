"""The leak gate: nothing but the owner may tell genuine from fake links.

For each feature: how well a reader would do who judged by it alone (AUC, and d′ of the best
yes-or-no rule made of it), and for each two of them how well both together would do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from math import exp
from statistics import NormalDist, fmean, pstdev
from typing import NamedTuple

from app.links.anatomy import dissect
from app.links.brands import Brands
from app.links.folk_rules import FEATURES, Seen, seen, strict_reader, values_of
from app.links.rounds import Round

MOST_D_PRIME = 0.5
LEAST_AUC, MOST_AUC = 0.40, 0.60
MOST_PAIR_AUC = 0.65
LEAST_TO_JUDGE = 20  # links of each kind: with fewer every figure is mostly chance
#: Of each kind, for d′ to count too. In smaller sets a look that two links have and no other
#: has gives a d′ of 0.7, though who goes by it is right hardly more often than who guesses.
LEAST_FOR_D_PRIME = 100
_STEPS = 12  # of Newton's method: it settles within six

_z = NormalDist().inv_cdf


class Link(NamedTuple):
    """A link with what is true of it."""

    url: str
    brand: str | None
    is_fake: bool


class Measured(NamedTuple):
    """How well one feature tells fake from genuine.

    `hit_rate` and `false_alarm_rate` are those of the folk rule, "fake" on the side of the
    feature where fakes are the more frequent, cut at the value that tells them apart best.
    `links` is how many there were of the rarer kind.
    """

    feature: str
    title: str
    is_rule: bool
    hit_rate: float
    false_alarm_rate: float
    d_prime: float
    auc: float
    links: int

    @property
    def holds(self) -> bool:
        """Whether this feature stays within the bounds."""
        is_weak = abs(self.d_prime) <= MOST_D_PRIME or self.links < LEAST_FOR_D_PRIME
        return is_weak and LEAST_AUC <= self.auc <= MOST_AUC


class Gate(NamedTuple):
    """What the gate has found over `genuine` and `fake` links."""

    genuine: int
    fake: int
    rules: tuple[Measured, ...]
    pairs: tuple[tuple[str, str, float], ...]  # the two features and their AUC, worst first
    strict: float  # share of links on which the strict reader is right

    @property
    def is_enough(self) -> bool:
        """Whether there are links enough to judge folk rules by."""
        return min(self.genuine, self.fake) >= LEAST_TO_JUDGE

    @property
    def is_passed(self) -> bool:
        """The owner decides everywhere, and nothing else helps (where that can be said)."""
        if self.strict < 1.0 or not self.is_enough:
            return self.strict == 1.0
        return all(each.holds for each in self.rules) and all(
            auc <= MOST_PAIR_AUC for _, _, auc in self.pairs
        )


def links_of(rounds: Iterable[Round]) -> list[Link]:
    """The links of dealt owner rounds that are genuine or fake."""
    return [
        Link(each.url, each.brand, each.truth == "fake")
        for each in rounds
        if each.asks == "owner" and each.truth != "cannot_tell" and each.owner
    ]


def measure(links: Sequence[Link], brands: Brands) -> Gate:
    """Sends the links through the gate."""
    looked: list[Seen] = [
        seen(link.url, brands.by_id.get(link.brand) if link.brand else None) for link in links
    ]
    truth = [link.is_fake for link in links]
    values = values_of(looked)
    fakes = sum(truth)
    right = sum(strict_reader(brands, dissect(link.url).host) != link.is_fake for link in links)
    rules: tuple[Measured, ...] = ()
    pairs: list[tuple[str, str, float]] = []
    if 0 < fakes < len(links):
        rules = tuple(
            _measured(each.id, each.title, each.is_rule, values[each.id], truth)
            for each in FEATURES
        )
        pairs = sorted(_pairs(values, truth), key=lambda pair: -pair[2])
    return Gate(
        len(links) - fakes, fakes, rules, tuple(pairs), right / len(links) if links else 1.0
    )


def auc(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """The chance that a fake scores higher than a genuine link; ties count half.

    Mann and Whitney's U over all pairs (Hanley & McNeil 1982).
    """
    counts: dict[float, list[int]] = {}
    for score, is_fake in zip(scores, truth, strict=True):
        counts.setdefault(score, [0, 0])[is_fake] += 1
    below = won = 0.0
    for score in sorted(counts):
        genuine, fake = counts[score]
        won += fake * (below + genuine / 2)
        below += genuine
    fakes = sum(truth)
    return won / (fakes * (len(truth) - fakes))


def _measured(
    feature: str, title: str, is_rule: bool, values: Sequence[float], truth: Sequence[bool]
) -> Measured:
    area = auc(values, truth)
    side = 1 if area >= 0.5 else -1
    scores = [side * value for value in values]
    best = (0.0, 0.0, 0.0)
    for cut in _cuts(scores):
        hits = sum(score >= cut for score, fake in zip(scores, truth, strict=True) if fake)
        alarms = sum(score >= cut for score, fake in zip(scores, truth, strict=True) if not fake)
        found = _d_prime(hits, sum(truth), alarms, len(truth) - sum(truth))
        # The rule that is right most often; d′ alone would favour rare extremes.
        if found[0] - found[1] > best[0] - best[1]:
            best = found
    fakes = sum(truth)
    return Measured(feature, title, is_rule, *best, area, min(fakes, len(truth) - fakes))


def _cuts(scores: Sequence[float]) -> list[float]:
    """Where a rule could draw its line; at most some thirty places."""
    distinct = sorted(set(scores))[1:]
    step = max(len(distinct) // 30, 1)
    return distinct[::step]


def _d_prime(hits: int, fakes: int, alarms: int, genuine: int) -> tuple[float, float, float]:
    """Hit rate, false alarm rate, d′, log-linear as in Hautus 1995."""
    hit_rate, alarm_rate = (hits + 0.5) / (fakes + 1), (alarms + 0.5) / (genuine + 1)
    return hit_rate, alarm_rate, _z(hit_rate) - _z(alarm_rate)


def _pairs(
    values: Mapping[str, Sequence[float]], truth: Sequence[bool]
) -> list[tuple[str, str, float]]:
    scaled = {name: _scaled(each) for name, each in values.items()}
    wanted = [1.0 if each else 0.0 for each in truth]
    return [
        (one, other, auc(_combined(scaled[one], scaled[other], wanted), truth))
        for one, other in combinations(scaled, 2)
    ]


def _scaled(values: Sequence[float]) -> list[float]:
    middle, spread = fmean(values), pstdev(values) or 1.0
    return [(value - middle) / spread for value in values]


def _combined(
    first: Sequence[float], second: Sequence[float], wanted: Sequence[float]
) -> list[float]:
    """Scores of a logistic regression on two features (Newton's method, small ridge)."""
    a = b = c = 0.0
    rows = list(zip(first, second, wanted, strict=True))
    for _ in range(_STEPS):
        g0 = g1 = g2 = 0.0
        h00 = h01 = h02 = h11 = h12 = h22 = 0.0
        for x, y, want in rows:
            p = 1 / (1 + exp(-(a + b * x + c * y)))
            rest, weight = want - p, p * (1 - p)
            g0, g1, g2 = g0 + rest, g1 + rest * x, g2 + rest * y
            h00, h01, h02 = h00 + weight, h01 + weight * x, h02 + weight * y
            h11, h12, h22 = h11 + weight * x * x, h12 + weight * x * y, h22 + weight * y * y
        ridge = 1e-3 * len(rows)
        da, db, dc = _solved(h00, h01, h02, h11 + ridge, h12, h22 + ridge, g0, g1, g2)
        a, b, c = a + da, b + db, c + dc
        if abs(da) + abs(db) + abs(dc) < 1e-6:
            break
    return [b * x + c * y for x, y in zip(first, second, strict=True)]


def _solved(
    a: float, b: float, c: float, d: float, e: float, f: float, x: float, y: float, z: float
) -> tuple[float, float, float]:
    """Solves the symmetric system [[a b c] [b d e] [c e f]] · s = [x y z] (Cramer)."""
    whole = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d)
    return (
        (x * (d * f - e * e) - b * (y * f - e * z) + c * (y * e - d * z)) / whole,
        (a * (y * f - e * z) - x * (b * f - c * e) + c * (b * z - c * y)) / whole,
        (a * (d * z - y * e) - b * (b * z - y * c) + x * (b * e - d * c)) / whole,
    )
