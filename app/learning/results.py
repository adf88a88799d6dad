"""What somebody's link rounds say of them: everything the results page shows, as one value.

Owner rounds and demand rounds are told apart throughout. Nothing is said from fewer than 20
fakes and 20 genuine links; a form of 12 + 12 is compared with another form and with nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import fsum
from typing import NamedTuple

from app.learning.choosing import Trick, weakest
from app.learning.forms import FORMS, Change, Form, change
from app.learning.game_plan import plan_from_json
from app.learning.rounds import PlayedRound, played_round
from app.learning.skill import NEW, History, Skill, skill_name
from app.links.calibration import Calibration, with_confidence
from app.links.discrimination import (
    LEAST,
    LEAST_IN_FORM,
    Discrimination,
    Interval,
    Tally,
    discrimination,
    tally,
    wilson,
)
from app.links.rates import Measured, Rate, TooFew, TrickRate, measure
from app.links.score import Judged, loss, within
from app.progress.events import Event

LEAST_TO_RANK = 5  # links of a trick or kind before it is called weak or strong


class Block(NamedTuple):
    """Rounds in a row: as many as it takes to have 20 fakes and 20 genuine links among them.

    `first` and `last` count the owner rounds from 1.
    """

    first: int
    last: int
    right: int
    share: Interval

    @property
    def rounds(self) -> int:
        """How many rounds are in it."""
        return self.last - self.first + 1


class Sureness(NamedTuple):
    """The calibration curve, and what is known of its two figures.

    `brier` is the mean loss; its interval takes for granted only that losses lie within 0…1, and
    so is rather too wide. `excess` is the mean confidence less the share right, −1…1.
    """

    curve: Calibration
    brier: Interval
    excess: Interval
    stated: float  # mean confidence, 0.5…1
    right: float  # share right of these answers, 0…1


class Demands(NamedTuple):
    """Rounds that asked for the demand. `harmful` and `harmless`: shares called harmful."""

    right: Rate
    harmful: Rate
    harmless: Rate


class TakenForm(NamedTuple):
    """One of the parallel tests, with all of its 12 + 12 links judged."""

    form: Form
    time_ms: int  # of its last round
    found: Discrimination


class Comparison(NamedTuple):
    """What changed from the first form taken to a later one."""

    earlier: TakenForm
    later: TakenForm
    change: Change


class Results(NamedTuple):
    """Everything at once. `rounds` are all that were judged, oldest first.

    `tricks` come weakest first, `kinds` (of genuine links) those most suspected first, but
    what was met fewer than five times last. `hidden` is the share
    of the links nobody can tell that were called so, None without such links. `weakest` is the
    trick to drill, "" if none can be.
    """

    rounds: tuple[PlayedRound, ...]
    counts: Tally  # of the owner rounds
    measured: Measured | TooFew
    sureness: Sureness | None
    blocks: tuple[Block, ...]
    tricks: tuple[TrickRate, ...]
    kinds: tuple[Rate, ...]
    hidden: Rate | None
    demand_counts: Tally
    demands: Demands | TooFew
    forms: tuple[TakenForm, ...]
    comparisons: tuple[Comparison, ...]
    weakest: str

    @property
    def owner_rounds(self) -> int:
        """How many rounds asked for the owner."""
        return sum(one.judge == "owner" for one in self.rounds)

    @property
    def demand_rounds(self) -> int:
        """How many rounds asked for the demand."""
        return len(self.rounds) - self.owner_rounds


def results(events: Iterable[Event], pool: Sequence[Trick], now_ms: int) -> Results:
    """The results of one learner's events, in any order, each counted once. Never raises.

    `pool` are the tricks that can be dealt: only these can be drilled.
    """
    once = {event.id: event for event in events}
    ordered = [once[event_id] for event_id in sorted(once)]
    told = [(event.session, one) for event in ordered if (one := played_round(event)) is not None]
    rounds = tuple(one for _session, one in told)
    owner = [one for one in rounds if one.judge == "owner"]
    judged = [one.judged for one in owner]
    demands = [one.judged for one in rounds if one.judge == "demand"]
    measured = measure(judged)
    forms = _forms(ordered, told)
    return Results(
        rounds=rounds,
        counts=tally(judged),
        measured=measured,
        sureness=_sureness(measured, judged),
        blocks=tuple(blocks(judged)),
        tricks=_tricks(measured),
        kinds=_kinds(measured),
        hidden=_hidden(judged),
        demand_counts=tally(demands),
        demands=_demands(demands),
        forms=forms,
        comparisons=tuple(
            Comparison(forms[0], one, change(forms[0].found, one.found)) for one in forms[1:]
        ),
        weakest=_weakest(owner, pool, now_ms) if isinstance(measured, Measured) else "",
    )


def blocks(judged: Sequence[Judged]) -> Iterator[Block]:
    """The rounds cut into blocks that are large enough to set beside each other.

    What is left over at the end has too few links as yet, and belongs to no block.
    """
    first = 0
    fakes = genuine = right = 0
    for number, one in enumerate(judged, start=1):
        fakes += one.truth == "fake"
        genuine += one.truth == "genuine"
        right += one.is_right
        if fakes >= LEAST and genuine >= LEAST:
            yield Block(first + 1, number, right, wilson(right, number - first))
            first = number
            fakes = genuine = right = 0


def _sureness(measured: Measured | TooFew, judged: Sequence[Judged]) -> Sureness | None:
    curve = measured.calibration if isinstance(measured, Measured) else None
    if curve is None:
        return None
    told = with_confidence(judged)
    right = wilson(sum(one.is_right for one in told), len(told))
    stated = fsum(within(one.confidence) for one in told) / len(told)
    losses = fsum(loss(one.said, one.confidence, one.truth) for one in told)
    return Sureness(
        curve=curve,
        brier=wilson(losses, len(told)),
        excess=Interval(stated - right.value, stated - right.high, stated - right.low),
        stated=stated,
        right=right.value,
    )


def _tricks(measured: Measured | TooFew) -> tuple[TrickRate, ...]:
    if not isinstance(measured, Measured):
        return ()
    return tuple(sorted(measured.tricks, key=lambda one: one.rate.links < LEAST_TO_RANK))


def _kinds(measured: Measured | TooFew) -> tuple[Rate, ...]:
    if not isinstance(measured, Measured):
        return ()
    return tuple(sorted(measured.kinds, key=lambda one: one.links < LEAST_TO_RANK))


def _hidden(judged: Sequence[Judged]) -> Rate | None:
    hidden = [one for one in judged if one.truth == "cannot_tell"]
    if not hidden:
        return None
    return Rate("", len(hidden), wilson(sum(one.is_right for one in hidden), len(hidden)))


def _demands(judged: Sequence[Judged]) -> Demands | TooFew:
    counts = tally(judged)
    if not counts.has_at_least(LEAST):
        return TooFew(max(0, LEAST - counts.fakes), max(0, LEAST - counts.genuine))
    right = sum(one.is_right for one in judged)
    return Demands(
        right=Rate("", len(judged), wilson(right, len(judged))),
        harmful=Rate("", counts.fakes, wilson(counts.hits, counts.fakes)),
        harmless=Rate("", counts.genuine, wilson(counts.false_alarms, counts.genuine)),
    )


def _forms(
    ordered: Sequence[Event], told: Sequence[tuple[str, PlayedRound]]
) -> tuple[TakenForm, ...]:
    """The forms that were taken whole, in the order of their ends; of each the first time."""
    sittings: dict[str, Form] = {}
    for event in ordered:
        plan = plan_from_json(event.response) if event.verb == "started" else None
        if plan is not None and plan.mode == "form" and plan.level in FORMS:
            sittings.setdefault(event.session, plan.level)
    held: dict[str, list[PlayedRound]] = {}
    for session, one in told:
        if session in sittings and one.judge == "owner":
            held.setdefault(session, []).append(one)
    whole: dict[Form, TakenForm] = {}
    for session, rounds in held.items():
        found = discrimination(tally(one.judged for one in rounds), least=LEAST_IN_FORM)
        if found is not None:
            taken = TakenForm(sittings[session], max(one.time_ms for one in rounds), found)
            known = whole.setdefault(taken.form, taken)
            if taken.time_ms < known.time_ms:
                whole[taken.form] = taken
    return tuple(sorted(whole.values(), key=lambda one: (one.time_ms, one.form)))


def _weakest(owner: Iterable[PlayedRound], pool: Sequence[Trick], now_ms: int) -> str:
    # Only the skills are needed: a whole History would copy its sets with every round.
    skills: dict[str, Skill] = {}
    for one in owner:
        name = skill_name(one)
        if name:
            skills[name] = skills.get(name, NEW).after(one)
    fakes = [trick for trick in pool if trick.truth == "fake"]
    return next(iter(weakest(fakes, History(skills=skills), now_ms)), "")
