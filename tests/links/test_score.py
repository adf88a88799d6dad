"""Points reward honest confidence, and a level cannot be passed by always saying the same."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links.score import (
    HIGHEST,
    LOWEST,
    Judged,
    level_score,
    loss,
    p_fake,
    points,
    truth_named,
    truth_of,
)

TRUTHS = ("genuine", "fake", "cannot_tell")
shares = st.floats(0, 1)
confidences = st.floats(0.5, 1)


@pytest.mark.parametrize(
    ("said", "confidence", "truth", "worth"),
    [
        ("fake", 0.5, "fake", 0),
        ("genuine", 0.5, "fake", 0),
        ("fake", 1, "fake", 10),
        ("genuine", 1, "genuine", 10),
        ("fake", 1, "genuine", -30),
        ("genuine", 1, "fake", -30),
        ("fake", 0.8, "fake", 10 - 40 * 0.04),
        ("cannot_tell", 0.9, "fake", 0),
        ("cannot_tell", 0.9, "genuine", 0),
        ("cannot_tell", 0.5, "cannot_tell", 5),
        ("fake", 0.5, "cannot_tell", 0),
        ("genuine", 1, "cannot_tell", -10),
        ("fake", 0.8, "cannot_tell", -40 * 0.09),
    ],
)
def test_a_round_is_worth_what_the_rule_says(said, confidence, truth, worth):
    assert points(said, confidence, truth) == pytest.approx(worth)


def _expected(stated: float, fake: float, hidden: float) -> float:
    """Expected points of stating this P(fake), for somebody who believes these shares."""
    said = "fake" if stated >= 0.5 else "genuine"
    sure = max(stated, 1 - stated)
    chances = {"fake": fake, "genuine": 1 - fake - hidden, "cannot_tell": hidden}
    return math.fsum(chance * points(said, sure, truth) for truth, chance in chances.items())


@given(belief=shares, stated=shares)
def test_expected_points_are_highest_at_honest_confidence(belief, stated):
    assert _expected(belief, belief, 0) >= _expected(stated, belief, 0) - 1e-9


@given(fake=shares, hidden=shares, stated=shares)
def test_so_they_are_where_some_links_cannot_be_told(fake, hidden, stated):
    """What cannot be told counts half as fake."""
    fake *= 1 - hidden
    honest = fake + hidden / 2
    assert _expected(honest, fake, hidden) >= _expected(stated, fake, hidden) - 1e-9


@given(belief=shares, step=st.floats(0.02, 0.5))
def test_nothing_else_is_as_good_as_honest(belief, step):
    for stated in (belief - step, belief + step):
        if 0 <= stated <= 1:
            assert _expected(belief, belief, 0) > _expected(stated, belief, 0)


@given(said=st.sampled_from(TRUTHS), confidence=confidences, truth=st.sampled_from(TRUTHS))
def test_a_miss_costs_what_a_false_alarm_costs(said, confidence, truth):
    other = {"fake": "genuine", "genuine": "fake", "cannot_tell": "cannot_tell"}
    mirrored = points(other[said], confidence, other[truth])
    assert points(said, confidence, truth) == pytest.approx(mirrored)


@given(said=st.sampled_from(TRUTHS), confidence=st.floats(), truth=st.sampled_from(TRUTHS))
def test_no_confidence_leaves_the_scale(said, confidence, truth):
    assert LOWEST <= points(said, confidence, truth) <= HIGHEST
    assert 0 <= loss(said, confidence, truth) <= 1
    assert 0 <= p_fake(said, confidence) <= 1


@pytest.mark.parametrize(
    ("verdict", "claims", "truth"),
    [
        ("official", True, "genuine"),
        ("official", False, "genuine"),
        ("imitates", False, "fake"),
        ("unlisted", True, "fake"),
        ("unlisted", False, None),
        ("cannot_tell", True, "cannot_tell"),
        ("unreadable", True, None),
    ],
)
def test_the_lens_decides_what_is_true(verdict, claims, truth):
    assert truth_of(verdict, claims_brand=claims) == truth


def test_demands_and_owners_are_scored_alike():
    assert [truth_named(word) for word in ("fine", "harmful", "check-first")] == list(TRUTHS)
    assert [truth_named(word) for word in ("genuine", "fake", "cannot-tell")] == list(TRUTHS)
    with pytest.raises(KeyError):
        truth_named("safe")


def _rounds(right: int, wrong: int, confidence: float = 1.0) -> list[Judged]:
    told = [Judged(TRUTHS[n % 2], TRUTHS[n % 2], confidence) for n in range(right)]
    return told + [Judged(TRUTHS[n % 2], TRUTHS[(n + 1) % 2], confidence) for n in range(wrong)]


def test_a_level_is_passed_at_four_points_over_ten_rounds():
    assert level_score(_rounds(10, 0)).is_passed
    assert not level_score(_rounds(9, 0)).is_passed  # too few
    assert level_score(_rounds(17, 3)).is_passed  # 10 − 40·0.15 = 4
    assert not level_score(_rounds(16, 3)).is_passed
    assert not level_score(_rounds(10, 0, confidence=0.6)).is_passed  # right, but hardly sure


def test_a_level_needs_both_kinds_of_truth():
    only_fakes = [Judged("fake", "fake", 1.0)] * 10
    assert not level_score(only_fakes).is_passed
    assert level_score([*only_fakes[1:], Judged("genuine", "genuine", 1.0)]).is_passed


def test_no_rounds_are_no_score():
    score = level_score([])
    assert (score.rounds, score.mean, score.share_right, score.is_passed) == (0, 0, 0, False)
