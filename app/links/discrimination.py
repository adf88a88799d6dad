"""How well somebody tells genuine links from fake ones, apart from how suspicious they are.

Signal detection: sensitivity d′ and criterion c, after D. M. Green and J. A. Swets, "Signal
Detection Theory and Psychophysics", 1966. A hit is "fake" said of a fake, a false alarm "fake"
said of a genuine link; "can't tell" counts as half of either.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, pi, sqrt
from statistics import NormalDist
from typing import NamedTuple

from app.links.score import Judged

LEAST = 20  # fakes, and as many genuine links, before d′ is printed or anything drawn
LEAST_IN_FORM = 12  # of each in a short form, whose interval is shown beside another form's

_Z95 = NormalDist().inv_cdf(0.975)
_z = NormalDist().inv_cdf


class Interval(NamedTuple):
    """An estimate and its 95 % interval."""

    value: float
    low: float
    high: float

    def overlaps(self, other: Interval) -> bool:
        """Whether the two intervals have a value in common."""
        return self.low <= other.high and other.low <= self.high


class Tally(NamedTuple):
    """Answers counted; half counts come from "can't tell". Links without a truth are left out."""

    fakes: int = 0
    genuine: int = 0
    hits: float = 0.0  # of the fakes
    false_alarms: float = 0.0  # of the genuine

    @property
    def hit_rate(self) -> float:
        """0…1, log-linear: (hits + 0.5) / (fakes + 1), so that it is never 0 or 1.

        M. J. Hautus, "Corrections for extreme proportions and their biasing effects on
        estimated values of d′", Behavior Research Methods 27, 1995.
        """
        return (self.hits + 0.5) / (self.fakes + 1)

    @property
    def false_alarm_rate(self) -> float:
        """0…1, corrected in the same way."""
        return (self.false_alarms + 0.5) / (self.genuine + 1)

    def has_at_least(self, least: int) -> bool:
        """Whether there are that many fakes and that many genuine links."""
        return self.fakes >= least and self.genuine >= least


class Discrimination(NamedTuple):
    """d′: how far apart genuine and fake are for this learner; 0 is guessing, 2 is good.

    c: the criterion; negative means inclined to say "fake", positive to say "genuine".
    """

    tally: Tally
    d_prime: Interval
    criterion: Interval


def tally(judged: Iterable[Judged]) -> Tally:
    """Counts owner rounds. The caller leaves demand rounds out: they are reported apart."""
    fakes = genuine = 0
    hits = false_alarms = 0.0
    for one in judged:
        said_fake = {"fake": 1.0, "cannot_tell": 0.5, "genuine": 0.0}[one.said]
        if one.truth == "fake":
            fakes += 1
            hits += said_fake
        elif one.truth == "genuine":
            genuine += 1
            false_alarms += said_fake
    return Tally(fakes, genuine, hits, false_alarms)


def tally_of_trick(judged: Iterable[Judged], trick: str) -> Tally:
    """The fakes of one trick, against all genuine links of the same period."""
    return tally(one for one in judged if one.truth != "fake" or one.trick == trick)


def d_prime(counts: Tally) -> float:
    """z(H) − z(F), with the corrected rates; of any number of answers, also none (0)."""
    return _z(counts.hit_rate) - _z(counts.false_alarm_rate)


def criterion(counts: Tally) -> float:
    """−(z(H) + z(F)) / 2."""
    return -(_z(counts.hit_rate) + _z(counts.false_alarm_rate)) / 2


def discrimination(counts: Tally, *, least: int = LEAST) -> Discrimination | None:
    """d′ and c with their intervals; None from fewer than `least` fakes or genuine links.

    Intervals: V. Gourevitch and E. Galanter, "A significance test for one parameter isosensitivity
    functions", Psychometrika 32, 1967: var(d′) = H(1−H)/(n_f φ(z(H))²) + F(1−F)/(n_g φ(z(F))²),
    with the corrected rates; var(c) is a quarter of it. Halves make them a little too wide.
    """
    if not counts.has_at_least(least):
        return None
    variance = _variance(counts.hit_rate, counts.fakes) + _variance(
        counts.false_alarm_rate, counts.genuine
    )
    half = _Z95 * sqrt(variance)
    sensitivity, bias = d_prime(counts), criterion(counts)
    return Discrimination(
        tally=counts,
        d_prime=Interval(sensitivity, sensitivity - half, sensitivity + half),
        criterion=Interval(bias, bias - half / 2, bias + half / 2),
    )


def wilson(successes: float, trials: int) -> Interval:
    """A share with its 95 % interval, all 0…1; without trials (0.5, 0, 1).

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    Journal of the American Statistical Association 22, 1927.
    """
    if trials <= 0:
        return Interval(0.5, 0.0, 1.0)
    share = min(max(successes / trials, 0.0), 1.0)
    squared = _Z95**2
    scale = 1 + squared / trials
    centre = (share + squared / (2 * trials)) / scale
    half = _Z95 * sqrt(share * (1 - share) / trials + squared / (4 * trials**2)) / scale
    # Rounding must not put the share itself outside of its interval.
    return Interval(share, min(max(0.0, centre - half), share), max(min(1.0, centre + half), share))


def _variance(rate: float, count: int) -> float:
    height = exp(-(_z(rate) ** 2) / 2) / sqrt(2 * pi)
    return rate * (1 - rate) / (count * height**2)
