"""All that the results page says of somebody's rounds, from one place: figures or nothing.

Nothing comes from fewer than 20 fakes and 20 genuine links (design "Measuring the learner").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from app.links.calibration import Calibration, calibration
from app.links.discrimination import (
    LEAST,
    Discrimination,
    Interval,
    discrimination,
    tally,
    tally_of_trick,
    wilson,
)
from app.links.score import Judged


class Rate(NamedTuple):
    """Of so many `links` of one sort, the share that was called fake; "can't tell" counts half."""

    name: str  # the trick, or the kind of genuine link
    links: int
    share: Interval


class TrickRate(NamedTuple):
    """A trick's hit rate; its own d′ only from 20 of its fakes and 20 genuine links on."""

    rate: Rate
    discrimination: Discrimination | None


class Measured(NamedTuple):
    """What the owner rounds of one period say about a learner.

    `accuracy` is the share right of all rounds, also those where nothing could be told.
    `tricks` come weakest first, `kinds` with the most false alarms first.
    """

    accuracy: Interval
    discrimination: Discrimination
    calibration: Calibration | None
    tricks: tuple[TrickRate, ...]
    kinds: tuple[Rate, ...]


class TooFew(NamedTuple):
    """How many rounds are still wanting before anything may be said."""

    fakes: int
    genuine: int


def measure(judged: Sequence[Judged]) -> Measured | TooFew:
    """The figures of these owner rounds, or how many more are needed."""
    counts = tally(judged)
    found = discrimination(counts)
    if found is None:
        return TooFew(max(0, LEAST - counts.fakes), max(0, LEAST - counts.genuine))
    of_tricks = _rates((one for one in judged if one.truth == "fake"), lambda one: one.trick)
    of_kinds = _rates((one for one in judged if one.truth == "genuine"), lambda one: one.kind)
    return Measured(
        accuracy=wilson(sum(one.is_right for one in judged), len(judged)),
        discrimination=found,
        calibration=calibration(judged),
        tricks=tuple(
            TrickRate(rate, discrimination(tally_of_trick(judged, rate.name)))
            for rate in sorted(of_tricks, key=lambda rate: (rate.share.value, rate.name))
        ),
        kinds=tuple(sorted(of_kinds, key=lambda rate: (-rate.share.value, rate.name))),
    )


def _rates(judged: Iterable[Judged], name_of: Callable[[Judged], str]) -> list[Rate]:
    held: dict[str, list[Judged]] = {}
    for one in judged:
        if name_of(one):
            held.setdefault(name_of(one), []).append(one)
    return [
        Rate(name, len(some), wilson(_called_fake(some), len(some))) for name, some in held.items()
    ]


def _called_fake(judged: Iterable[Judged]) -> float:
    return sum({"fake": 1.0, "cannot_tell": 0.5, "genuine": 0.0}[one.said] for one in judged)
