"""Is somebody as often right as they are sure? Confidence beside the share that was right.

The curve: A. H. Murphy and R. L. Winkler, "Reliability of subjective probability forecasts",
Applied Statistics 26, 1977, folded to 0.5…1 because the answer itself says on which side.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple

from app.links.discrimination import LEAST, Interval, tally, wilson
from app.links.score import Judged, loss, within

#: From 50 % up to, not including, 60 %, and so on; the last group holds 90 % to 100 %.
EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Group(NamedTuple):
    """The answers given with about the same confidence.

    `confidence` is their mean, 0.5…1; `right` the share that was right, with its Wilson interval.
    """

    low: float
    high: float
    answers: int
    confidence: float
    right: Interval


class Calibration(NamedTuple):
    """`overconfidence` is the mean confidence less the share right, −1…1: above 0, too sure.

    `brier` is the mean loss, 0…1: 0 is perfect, 0.25 what "half sure" always gets. Groups without
    answers are left out.
    """

    answers: int
    groups: tuple[Group, ...]
    overconfidence: float
    brier: float


def with_confidence(judged: Iterable[Judged]) -> list[Judged]:
    """The answers that a confidence was stated with, and that could be right."""
    return [one for one in judged if "cannot_tell" not in (one.said, one.truth)]


def calibration(judged: Iterable[Judged], *, least: int = LEAST) -> Calibration | None:
    """The curve of all answers with a confidence; None from fewer than `least` fakes or genuine.

    "Can't tell" states no confidence, and where nothing can be told nobody can be right: both
    are left out.
    """
    told = with_confidence(judged)
    if not tally(told).has_at_least(least):
        return None
    count = len(told)
    sure = fsum(within(one.confidence) for one in told)
    return Calibration(
        answers=count,
        groups=_groups(told),
        overconfidence=(sure - sum(one.is_right for one in told)) / count,
        brier=fsum(loss(one.said, one.confidence, one.truth) for one in told) / count,
    )


def _groups(told: list[Judged]) -> tuple[Group, ...]:
    held: list[list[Judged]] = [[] for _ in EDGES[1:]]
    for one in told:
        # A slider's 0.6 may come as 0.59999: to the hundredth it is what the learner saw.
        percent = round(100 * within(one.confidence))
        held[min(percent // 10 - 5, len(held) - 1)].append(one)
    return tuple(
        Group(
            low=EDGES[number],
            high=EDGES[number + 1],
            answers=len(group),
            confidence=fsum(within(one.confidence) for one in group) / len(group),
            right=wilson(sum(one.is_right for one in group), len(group)),
        )
        for number, group in enumerate(held)
        if group
    )
