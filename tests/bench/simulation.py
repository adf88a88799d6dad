"""Do the game's choices pay? Rounds until d′ ≥ 2 on the weakest trick, beside a fixed order.

A thousand simulated learners (seeds 5000–5999; those from 1000 to 1999 were used to build it).
The rules they follow stand in `tests/simulation/learners.py`.
"""

from __future__ import annotations

from statistics import fmean, quantiles

from tests.bench.rows import Row
from tests.simulation.playing import built_in_levels, rounds_until_goal

SEEDS = range(5_000, 6_000)
AT_MOST = 2 / 3


def measure() -> list[Row]:
    """The mean of all learners, and the learner whom the choices help least but one in ten."""
    levels = built_in_levels()
    adaptive = [rounds_until_goal(seed, adaptive=True, levels=levels) for seed in SEEDS]
    fixed = [rounds_until_goal(seed, adaptive=False, levels=levels) for seed in SEEDS]
    shares = [one / other for one, other in zip(adaptive, fixed, strict=True)]
    return [
        Row(
            name="rounds to d′ ≥ 2 on the weakest trick, and in fixed order",
            unit="r",
            measured=fmean(adaptive),
            floor=fmean(fixed),
            aim=AT_MOST,
        ),
        Row(
            name="its share of the fixed order, learner by learner, mean",
            unit="%",
            measured=100 * fmean(shares),
            aim=100 * AT_MOST,
        ),
        Row(
            name="the same, nine learners in ten need at most",
            unit="%",
            measured=100 * quantiles(shares, n=10)[-1],
        ),
    ]
