"""The figures of the results page: each with its picture, its table and its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.i18n import _, ngettext
from app.learning.results import LEAST_TO_RANK, Block, Results, Sureness
from app.learning.results_words import (
    called,
    kind_title,
    number,
    numbers_between,
    own_d_prime,
    percent,
    percents_between,
    trend_said,
    trick_title,
)
from app.links.discrimination import Discrimination
from app.links.rates import Rate
from app.ui.plots.bars import BarRow, Bars
from app.ui.plots.blocks import Blocks
from app.ui.plots.curves import Curves
from app.ui.plots.figure import Figure
from app.ui.plots.sureness import SurenessPlot
from app.ui.theme.look import Look
from app.ui.widgets.labels import Label

_MOST_BARS = 6
_MOST_SPOKEN = 12


def curves_figure(look: Look, found: Discrimination) -> Figure:
    """How far apart genuine and fake lie for this learner."""
    counts = found.tally
    spoken = _(
        "Two bell curves: genuine links at the left, fakes at the right, {distance} apart "
        "({between}). The line from which you say “fake” lies at {line} ({line_between}); "
        "0 is half way."
    ).format(
        distance=number(found.d_prime.value),
        between=numbers_between(found.d_prime),
        line=number(found.criterion.value),
        line_between=numbers_between(found.criterion),
    )
    heading = [_("Figure"), _("Value"), _("95 % interval")]
    rows = [
        [_("d′: how far apart"), number(found.d_prime.value), numbers_between(found.d_prime)],
        [
            _("c: where you say “fake”"),
            number(found.criterion.value),
            numbers_between(found.criterion),
        ],
        [_("Fakes called fake"), _of(counts.hits, counts.fakes), "–"],
        [_("Genuine links called fake"), _of(counts.false_alarms, counts.genuine), "–"],
    ]
    notes = [
        _(
            "The less the curves overlap, the better you tell them apart. The pale bar is the "
            "95 % interval; n = {fakes} fakes and {genuine} genuine links."
        ).format(fakes=counts.fakes, genuine=counts.genuine),
    ]
    title = _("How far apart are genuine and fake for you?")
    return Figure(look, "curves", title, Curves(look, found, spoken), (heading, rows), notes=notes)


def blocks_figure(look: Look, blocks: Sequence[Block]) -> Figure:
    """The share right, block by block."""
    heading = [_("Links"), _("Right"), _("Share"), _("95 % interval")]
    rows = [
        [
            _("{first} to {last}").format(first=one.first, last=one.last),
            _("{count} of {total}").format(count=one.right, total=one.rounds),
            percent(one.share.value),
            percents_between(one.share),
        ]
        for one in blocks
    ]
    title = _("Right answers, block by block")
    spoken = _spoken(
        title,
        [
            _("block {number}: {share} ({between})").format(
                number=place, share=percent(one.share.value), between=percents_between(one.share)
            )
            for place, one in enumerate(blocks, start=1)
        ],
    )
    picture = Blocks(look, [one.share for one in blocks], spoken)
    return Figure(
        look,
        "blocks",
        title,
        picture,
        (heading, rows),
        notes=[_("Dashed: half right, about what tossing a coin brings.")],
        facts=[
            _("A block takes as many links as it needs for 20 fakes and 20 genuine ones."),
            trend_said(tuple(blocks)),
        ],
    )


def sureness_figure(look: Look, found: Sureness) -> Figure:
    """Confidence beside the share right."""
    heading = [_("You said"), _("Answers"), _("Were right"), _("95 % interval")]
    groups = found.curve.groups
    rows = [
        [
            _("{low} to {high} %").format(low=round(100 * one.low), high=round(100 * one.high)),
            str(one.answers),
            percent(one.right.value),
            percents_between(one.right),
        ]
        for one in groups
    ]
    title = _("As sure as you are right?")
    spoken = _spoken(
        title,
        [
            _("{said} sure, {right} right ({between}), n = {n}").format(
                said=percent(one.confidence),
                right=percent(one.right.value),
                between=percents_between(one.right),
                n=one.answers,
            )
            for one in groups
        ],
    )
    notes = [
        _(
            "Across: how sure you were. Up: how often you were right. On the dashed line the two "
            "agree; below it you were too sure. n = {n} answers with a confidence."
        ).format(n=found.curve.answers),
    ]
    facts = [
        _(
            "Brier score {brier} ({between}): 0 is perfect, 0.25 is what “half sure” always gets."
        ).format(brier=number(found.brier.value), between=numbers_between(found.brier)),
    ]
    picture = SurenessPlot(look, found.curve, spoken)
    return Figure(look, "sureness", title, picture, (heading, rows), notes=notes, facts=facts)


def tricks_figure(look: Look, found: Results, foot: Sequence[QWidget]) -> Figure:
    """How often each trick was seen through, weakest first; `foot` has the way to drill."""
    heading = [_("Trick"), _("Seen through"), _("Share"), _("95 % interval"), _("Its own d′")]
    rows = [
        [
            trick_title(one.rate.name),
            called(one.rate),
            percent(one.rate.share.value),
            percents_between(one.rate.share),
            own_d_prime(one),
        ]
        for one in found.tricks
    ]
    title = _("Which tricks you see through")
    notes = []
    if len(found.tricks) > _MOST_BARS:
        notes.append(
            _("The weakest {n} of {total}; the table has all.").format(
                n=_MOST_BARS, total=len(found.tricks)
            )
        )
    # The one to drill is always shown, also if it was met too seldom to be called the weakest.
    shown = [
        one
        for place, one in enumerate(found.tricks)
        if place < _MOST_BARS or one.rate.name == found.weakest
    ]
    if any(_is_pale(one.rate) for one in shown):
        notes.append(_pale_note())
    facts = []
    if found.weakest:
        facts.append(
            _("Most worth drilling, by what you know and may have forgotten: {trick}.").format(
                trick=trick_title(found.weakest)
            )
        )
    bars = [
        BarRow(
            trick_title(one.rate.name),
            called(one.rate),
            one.rate.share,
            is_marked=one.rate.name == found.weakest,
            is_pale=_is_pale(one.rate),
        )
        for one in shown
    ]
    picture = _bars(look, title, bars, _("No trick has a name yet in what you have played."))
    numbers = (heading, rows)
    return Figure(look, "tricks", title, picture, numbers, notes=notes, facts=facts, foot=foot)


def kinds_figure(look: Look, kinds: Sequence[Rate]) -> Figure:
    """How often genuine links of each kind were called fake."""
    heading = [_("Kind of genuine link"), _("Called fake"), _("Share"), _("95 % interval")]
    rows = [
        [kind_title(one.name), called(one), percent(one.share.value), percents_between(one.share)]
        for one in kinds
    ]
    title = _("Genuine links that you took for fakes")
    count = sum(one.links for one in kinds)
    words = ngettext(
        "n = {n} genuine link. Shorter bars are better here.",
        "n = {n} genuine links. Shorter bars are better here.",
        count,
    )
    bars = [
        BarRow(kind_title(one.name), called(one), one.share, is_pale=_is_pale(one)) for one in kinds
    ]
    empty = _("Of the genuine links you have met, none is of a known kind.")
    return Figure(
        look,
        "kinds",
        title,
        _bars(look, title, bars, empty),
        (heading, rows),
        notes=[_pale_note()] if any(_is_pale(one) for one in kinds) else [],
        facts=[words.format(n=count)] if kinds else [],
    )


def _bars(look: Look, title: str, rows: Sequence[BarRow], empty: str) -> QWidget:
    if not rows:
        return Label(look, empty, "body", "text2", wraps=True)
    spoken = _spoken(
        title,
        [
            _("{name}: {count} ({between})").format(
                name=row.name, count=row.total, between=percents_between(row.share)
            )
            for row in rows
        ],
    )
    return Bars(look, rows, spoken)


def _spoken(title: str, facts: Sequence[str]) -> str:
    """A figure's name with its numbers; of many, the last ones, and where the others are."""
    said = _("; ").join(facts[-_MOST_SPOKEN:])
    if len(facts) > _MOST_SPOKEN:
        said += ". " + _("The table has all {n}.").format(n=len(facts))
    return _("{title}: {said}").format(title=title, said=said)


def _of(count: float, total: int) -> str:
    return _("{count} of {total}").format(count=f"{count:.1f}".removesuffix(".0"), total=total)


def _is_pale(one: Rate) -> bool:
    return one.links < LEAST_TO_RANK


def _pale_note() -> str:
    return _("Pale: met fewer than {least} times, which says little.").format(least=LEAST_TO_RANK)
