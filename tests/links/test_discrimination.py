"""d′, criterion and shares, with intervals that hold what they promise."""

from __future__ import annotations

import random
from statistics import NormalDist, fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links.discrimination import (
    Interval,
    Tally,
    criterion,
    d_prime,
    discrimination,
    tally,
    tally_of_trick,
    wilson,
)
from app.links.rates import Measured, TooFew, measure
from app.links.score import Judged

NORMAL = NormalDist()


def rates(d: float, c: float) -> tuple[float, float]:
    """The hit and false-alarm rates of an observer with this d′ and criterion."""
    return NORMAL.cdf(d / 2 - c), NORMAL.cdf(-d / 2 - c)


def drawn(luck: random.Random, d: float, c: float, each: int) -> Tally:
    hit, false_alarm = rates(d, c)
    hits = sum(luck.random() < hit for _ in range(each))
    return Tally(each, each, hits, sum(luck.random() < false_alarm for _ in range(each)))


def test_the_worked_example():
    """20 hits of 25, 5 false alarms of 25: H = 20.5/26, F = 5.5/26."""
    found = discrimination(Tally(25, 25, 20, 5))
    assert found is not None
    assert found.d_prime.value == pytest.approx(1.6022, abs=1e-3)
    assert found.criterion.value == pytest.approx(0, abs=1e-9)
    # var = 2 · 0.16679 / (25 · 0.28944²) = 0.15927
    assert found.d_prime.high - found.d_prime.value == pytest.approx(0.7822, abs=1e-3)
    assert found.criterion.high - found.criterion.value == pytest.approx(0.3911, abs=1e-3)


def test_cannot_tell_counts_half():
    counts = tally(
        [
            Judged("fake", "fake"),
            Judged("fake", "cannot_tell"),
            Judged("fake", "genuine"),
            Judged("genuine", "cannot_tell"),
            Judged("genuine", "fake"),
            Judged("cannot_tell", "fake"),
        ]
    )
    assert counts == Tally(fakes=3, genuine=2, hits=1.5, false_alarms=1.5)


def test_suspicion_alone_shows_in_the_criterion_only():
    suspicious = Tally(40, 40, 39, 39)
    trusting = Tally(40, 40, 1, 1)
    assert d_prime(suspicious) == pytest.approx(0)
    assert d_prime(trusting) == pytest.approx(0)
    assert criterion(suspicious) < -1.5
    assert criterion(trusting) > 1.5


@pytest.mark.parametrize(("fakes", "genuine"), [(19, 40), (40, 19), (0, 0)])
def test_nothing_is_said_from_too_few(fakes, genuine):
    assert discrimination(Tally(fakes, genuine, fakes, 0)) is None
    assert discrimination(Tally(12, 12, 10, 2), least=12) is not None


@given(st.integers(20, 300), st.integers(20, 300), st.floats(0, 1), st.floats(0, 1))
def test_every_count_gives_finite_figures_in_their_interval(fakes, genuine, hit, false_alarm):
    counts = Tally(fakes, genuine, round(2 * hit * fakes) / 2, round(2 * false_alarm * genuine) / 2)
    found = discrimination(counts)
    assert found is not None
    for estimate in (found.d_prime, found.criterion):
        assert -8 < estimate.low < estimate.value < estimate.high < 8


@pytest.mark.parametrize("each", [12, 20, 60])
@pytest.mark.parametrize(("d", "c"), [(0, 0), (1, -0.5), (1.5, 0.3), (2, 0), (2.5, 0)])
def test_the_intervals_hold_the_truth_as_often_as_they_say(each, d, c):
    luck = random.Random(f"{each} {d} {c}")
    found = [discrimination(drawn(luck, d, c, each), least=12) for _ in range(600)]
    held = [one for one in found if one is not None]
    right_d = fmean(one.d_prime.low <= d <= one.d_prime.high for one in held)
    right_c = fmean(one.criterion.low <= c <= one.criterion.high for one in held)
    # 600 draws of a true 95 % lie above 92.5 % but for one time in four hundred.
    assert right_d >= 0.925
    assert right_c >= 0.925


def test_single_figures_scatter_as_the_design_warns():
    """SD of an individual d′ near 0.43 from 20 + 20: hence no trend from fewer."""
    luck = random.Random(8)
    spread = stdev(d_prime(drawn(luck, 1.0, 0.0, 20)) for _ in range(2_000))
    assert 0.38 < spread < 0.46


@given(st.integers(1, 400), st.floats(0, 1))
def test_wilson_holds_the_share_and_stays_within_bounds(trials, share):
    found = wilson(share * trials, trials)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert found.low < found.high


def test_wilson_against_the_known_case():
    """15 of 20: 0.5313 to 0.8881 (Wilson without continuity correction)."""
    found = wilson(15, 20)
    assert (found.low, found.high) == (
        pytest.approx(0.5313, abs=1e-4),
        pytest.approx(0.8881, abs=1e-4),
    )
    assert wilson(0, 0) == Interval(0.5, 0.0, 1.0)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_wilson_holds_the_truth_as_often_as_it_says(share):
    luck = random.Random(f"wilson {share}")
    held = 0
    for _ in range(1_000):
        found = wilson(sum(luck.random() < share for _ in range(30)), 30)
        held += found.low <= share <= found.high
    assert held >= 925


def test_a_trick_is_measured_against_all_genuine_links():
    told = [Judged("fake", "fake", trick="swap"), Judged("fake", "genuine", trick="combo")]
    told += [Judged("genuine", "fake")] * 3
    assert tally_of_trick(told, "swap") == Tally(1, 3, 1, 3)


def _period(fakes: int, genuine: int) -> list[Judged]:
    told = [
        Judged("fake", "genuine" if n % 4 == 0 else "fake", 0.8, trick=("swap", "combo")[n % 2])
        for n in range(fakes)
    ]
    told += [
        Judged("genuine", "fake" if n % 5 == 0 else "genuine", 0.8, kind=("short", "plain")[n % 2])
        for n in range(genuine)
    ]
    return [*told, Judged("cannot_tell", "cannot_tell")]


def test_the_results_say_how_many_more_are_needed():
    assert measure(_period(12, 25)) == TooFew(fakes=8, genuine=0)
    assert measure([]) == TooFew(20, 20)


def test_the_results_are_whole_from_twenty_and_twenty():
    found = measure(_period(24, 20))
    assert isinstance(found, Measured)
    assert found.accuracy.value == pytest.approx((18 + 16 + 1) / 45)
    # Every missed fake was a swap; weakest first, and no d′ from 12 of its fakes.
    assert [one.rate.name for one in found.tricks] == ["swap", "combo"]
    assert found.tricks[0].rate.share.value == 0.5
    assert found.tricks[0].discrimination is None
    assert sum(rate.links for rate in found.kinds) == 20
    assert found.calibration is not None
