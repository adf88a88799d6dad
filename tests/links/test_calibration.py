"""Confidence beside the share that was right."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links.calibration import Calibration, calibration
from app.links.score import Judged


def curve(told: list[Judged]) -> Calibration:
    found = calibration(told)
    assert found is not None
    return found


def answered(count: int, right: int, confidence: float) -> list[Judged]:
    """Half fake, half genuine; the first `right` of them right."""
    sides = ("fake", "genuine")
    return [
        Judged(sides[n % 2], sides[n % 2 if n < right else 1 - n % 2], confidence)
        for n in range(count)
    ]


def test_who_is_as_often_right_as_sure_is_calibrated():
    found = curve(answered(40, 30, 0.75))
    assert found.overconfidence == pytest.approx(0)
    (group,) = found.groups
    assert (group.low, group.high, group.answers) == (0.7, 0.8, 40)
    assert group.right.value == 0.75
    assert group.right.low < 0.75 < group.right.high


def test_too_sure_and_not_sure_enough_have_opposite_signs():
    assert curve(answered(40, 24, 0.95)).overconfidence == pytest.approx(0.35)
    assert curve(answered(40, 38, 0.55)).overconfidence == pytest.approx(-0.4)


def test_cannot_tell_states_no_confidence():
    told = answered(40, 40, 1.0)
    told += [Judged("fake", "cannot_tell", 1.0), Judged("cannot_tell", "fake", 1.0)]
    found = curve(told)
    assert found.answers == 40
    assert found.brier == 0


def test_nothing_from_too_few():
    assert calibration(answered(38, 30, 0.8)) is None
    assert calibration([Judged("fake", "fake", 0.8)] * 100) is None
    assert calibration(answered(24, 20, 0.8), least=12) is not None


@pytest.mark.parametrize(
    ("confidence", "low"), [(0.5, 0.5), (0.6, 0.6), (0.59999999, 0.6), (1, 0.9)]
)
def test_a_confidence_belongs_to_the_group_that_was_shown(confidence, low):
    assert curve(answered(40, 20, confidence)).groups[0].low == low


@given(st.lists(st.floats(0.5, 1), min_size=40, max_size=80))
def test_every_answer_is_in_one_group(confidences):
    sides = ("fake", "genuine")
    told = [Judged(sides[n % 2], "fake", sure) for n, sure in enumerate(confidences)]
    found = curve(told)
    assert sum(group.answers for group in found.groups) == found.answers == len(told)
    assert all(group.low - 0.01 <= group.confidence <= group.high + 0.01 for group in found.groups)
    assert 0 <= found.brier <= 1


def test_an_honest_player_is_found_honest():
    luck = random.Random(3)
    sides = ("fake", "genuine")
    told = []
    for n in range(4_000):
        sure = luck.uniform(0.5, 1)
        told.append(Judged(sides[n % 2], sides[n % 2 if luck.random() < sure else 1 - n % 2], sure))
    found = curve(told)
    assert abs(found.overconfidence) < 0.02
    assert all(
        group.right.low - 0.02 <= group.confidence <= group.right.high + 0.02
        for group in found.groups
    )
