"""Which trick comes next: the one that needs it most, mixed with its like, and never too hard.

Tricks that are alike are dealt in turns, so that they are told apart and not only recognised
(D. Rohrer, "Interleaving helps students distinguish among similar concepts", Educational
Psychology Review 24, 2012). What a learner may expect to get right is kept at 55 to 85 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from app.learning.shuffle import shuffled
from app.learning.skill import GENUINE, History
from app.links.score import Truth

EASIEST, HARDEST = 0.85, 0.55  # expected share of right answers
APART = 2  # other tricks before one comes back

_DUE = 0.05  # what being due adds to a trick's need
_UNKNOWN = 0.7  # what not knowing adds, per standard deviation of the belief
_ALIKE = 0.03  # what being like the last trick adds


class Trick(Protocol):
    """A trick that can be dealt: the tricks of `app.links` are such.

    Tricks of one family are alike. `truth` is that of a link made by it.
    """

    @property
    def id(self) -> str: ...

    @property
    def family(self) -> str: ...

    @property
    def truth(self) -> Truth: ...


class Choice(NamedTuple):
    """A trick, and how probable it is that the learner sees through it, 0…1."""

    trick: str
    expected: float


def choose_trick(
    pool: Sequence[Trick],
    truth: Truth,
    history: History,
    recent: Sequence[float],
    now_ms: int,
    seed: int,
) -> Choice:
    """The next trick with this truth.

    `recent` are the expected shares of the rounds just dealt in this sitting. As long as their
    mean lies within bounds, the neediest trick comes: little known, due, or hardly met. When
    they were too hard the neediest of those comes that bring the mean back up; when they
    were too easy, the hardest. For a genuine link the trick is "", and so it is if the pool has
    none of this truth.
    """
    if truth == "genuine":
        return Choice("", history.skill(GENUINE).expected(now_ms))
    of_truth = {trick.id: trick for trick in pool if trick.truth == truth}
    if not of_truth:
        return Choice("", 0.5)
    apart = min(APART, len(of_truth) - 1)
    just_met = set(history.tricks[len(history.tricks) - apart :]) if apart else set()
    # In an order of its own, so that equal needs are not always met in the table's order.
    names = [name for name in shuffled(of_truth, seed, "choose") if name not in just_met]
    expected = {name: history.skill(name).expected(now_ms) for name in names}
    mean = sum(recent) / len(recent) if recent else (EASIEST + HARDEST) / 2
    if mean > EASIEST:
        name = min(names, key=lambda each: expected[each])
        return Choice(name, expected[name])
    if mean < HARDEST:
        # None easy enough: the easiest there is.
        names = [each for each in names if expected[each] > HARDEST] or [
            max(names, key=lambda each: expected[each])
        ]
    family = _family_of_last(pool, history)

    def need(name: str) -> float:
        skill = history.skill(name)
        alike = bool(family) and of_truth[name].family == family
        return (
            1
            - expected[name]
            + _DUE * skill.is_due(now_ms)
            + _UNKNOWN * float(skill.variance**0.5)
            + _ALIKE * alike
        )

    name = max(names, key=need)
    return Choice(name, expected[name])


def weakest(pool: Sequence[Trick], history: History, now_ms: int, count: int = 1) -> list[str]:
    """The tricks met so far that are known least, weakest first; for "drill my weakest trick"."""
    met = [trick.id for trick in pool if history.skill(trick.id).rounds]
    return sorted(met, key=lambda name: (history.skill(name).expected(now_ms), name))[:count]


def drill(pool: Sequence[Trick], trick: str, history: History, now_ms: int) -> tuple[Trick, ...]:
    """The part of the pool to drill one trick with: it, its like, and what cannot be told.

    Its like are the three of its family that are known least, so that it is told apart.
    """
    family = next((one.family for one in pool if one.id == trick), "")
    alike = [
        one for one in pool if one.family == family and one.id != trick and one.truth == "fake"
    ]
    near = sorted(alike, key=lambda one: (history.skill(one.id).expected(now_ms), one.id))[:3]
    wanted = {trick, *(one.id for one in near)}
    return tuple(one for one in pool if one.id in wanted or one.truth == "cannot_tell")


def _family_of_last(pool: Sequence[Trick], history: History) -> str:
    if not history.tricks:
        return ""
    return next((one.family for one in pool if one.id == history.tricks[-1]), "")
