"""The results in words: each figure with its interval, and one sentence on what it means."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import NamedTuple

from app.i18n import _, mark, ngettext
from app.learning.forms import number_of
from app.learning.results import Block, Comparison, Demands, Results, Sureness, TakenForm
from app.links.discrimination import LEAST, Interval, Tally
from app.links.rates import Measured, Rate, TrickRate
from app.links.tricks.table import TRICKS

GOOD_D_PRIME = 2.0

_KINDS = {
    "plain": mark("Nothing odd about it"),
    "http": mark("Only http"),
    "at-or-port": mark("With @ or a port"),
    "short": mark("The brand's own short link"),
    "other-letters": mark("Capitals or other letters"),
    "odd-name": mark("A name one does not expect"),
    "long-left": mark("Much before the owner"),
    "long-tail": mark("A long tail of letters and numbers"),
}


class Said(NamedTuple):
    """A figure as it is shown. `tone` is ok, info or warn: how good the news is."""

    title: str
    value: str
    interval: str
    meaning: str
    tone: str = "info"


# ── figures


def number(value: float) -> str:
    """With two decimals and a proper minus; never "−0.00"."""
    text = f"{value:.2f}"
    return text.lstrip("-") if float(text) == 0 else text.replace("-", "−")


def percent(share: float) -> str:
    """A share, 0…1."""
    return _("{percent} %").format(percent=round(100 * share))


def numbers_between(interval: Interval) -> str:
    """The interval's ends, with two decimals."""
    return _("{low} to {high}").format(low=number(interval.low), high=number(interval.high))


def percents_between(interval: Interval) -> str:
    """The interval's ends, as percentages."""
    low, high = round(100 * interval.low), round(100 * interval.high)
    return _("{low} to {high} %").format(low=low, high=high)


def called(rate: Rate) -> str:
    """How many of how many; half counts come from "can't tell"."""
    count = f"{rate.share.value * rate.links:.1f}".removesuffix(".0")
    return _("{count} of {total}").format(count=count, total=rate.links)


def day(time_ms: int, zone: tzinfo | None = None) -> str:
    """The date where the learner is, or in another time zone."""
    return datetime.fromtimestamp(time_ms / 1000, zone).strftime("%Y-%m-%d")


def _in_interval(words: str) -> str:
    return _("95 % interval {between}").format(between=words)


# ── the four figures


def d_prime_said(found: Interval) -> Said:
    """How far apart genuine and fake are."""
    if found.high < 0:
        meaning = _("Genuine and fake are taken for each other. Look for the owner first.")
        tone = "warn"
    elif found.low <= 0:
        meaning, tone = _("Guessing could have led to these answers too."), "info"
    elif found.value >= GOOD_D_PRIME:
        meaning, tone = _("You tell them apart well."), "ok"
    else:
        meaning, tone = _("You do better than guessing (0). From 2 on it is good."), "ok"
    return Said(
        _("How well you tell genuine from fake (d′)"),
        number(found.value),
        _in_interval(numbers_between(found)),
        meaning,
        tone,
    )


def criterion_said(found: Interval) -> Said:
    """Which way one leans when in doubt."""
    if found.high < 0:
        meaning, tone = _("Inclined to suspect: genuine links are doubted as well."), "warn"
    elif found.low > 0:
        meaning, tone = _("Inclined to trust: fakes slip through."), "warn"
    else:
        meaning, tone = _("Balanced: no more suspicion than trust that could be seen."), "ok"
    return Said(
        _("Which way you lean (c)"),
        number(found.value),
        _in_interval(numbers_between(found)),
        meaning,
        tone,
    )


def accuracy_said(found: Interval, rounds: int) -> Said:
    """The share right of all links."""
    right = round(found.value * rounds)
    words = ngettext(
        "{right} of {n} link judged rightly.", "{right} of {n} links judged rightly.", rounds
    )
    return Said(
        _("Right answers"),
        percent(found.value),
        _in_interval(percents_between(found)),
        words.format(right=right, n=rounds),
        "ok" if found.low > 0.5 else "info",
    )


def sureness_said(found: Sureness | None) -> Said:
    """Whether one is as often right as one says."""
    title = _("How honest your confidence is (Brier)")
    if found is None:
        few = _(
            "{least} fakes and {least} genuine links judged with a confidence are needed; "
            "“can't tell” has none."
        ).format(least=LEAST)
        return Said(title, "–", _("not enough answers yet"), few)
    facts = {"stated": percent(found.stated), "right": percent(found.right)}
    if found.excess.low > 0:
        words, tone = _("Too sure: you say {stated} and are right {right} of the time."), "warn"
    elif found.excess.high < 0:
        words = _("You know more than you think: you say {stated} and are right {right}.")
        tone = "info"
    else:
        words, tone = _("As sure as you are right: you say {stated} and are right {right}."), "ok"
    return Said(
        title,
        number(found.brier.value),
        _in_interval(numbers_between(found.brier)),
        words.format(**facts),
        tone,
    )


def figures(found: Results) -> tuple[Said, ...]:
    """The four figures; none from too few answers."""
    measured = found.measured
    if not isinstance(measured, Measured):
        return ()
    return (
        d_prime_said(measured.discrimination.d_prime),
        accuracy_said(measured.accuracy, found.owner_rounds),
        criterion_said(measured.discrimination.criterion),
        sureness_said(found.sureness),
    )


# ── how many


def judged_so_far(found: Results) -> str:
    """How many links were judged, and what they were."""
    count = found.owner_rounds
    hidden = count - found.counts.fakes - found.counts.genuine
    words = ngettext(
        "{n} link judged: {fakes} fake, {genuine} genuine, {hidden} that nobody can tell.",
        "{n} links judged: {fakes} fake, {genuine} genuine, {hidden} that nobody can tell.",
        count,
    )
    return words.format(
        n=count, fakes=found.counts.fakes, genuine=found.counts.genuine, hidden=hidden
    )


def still_needed(counts: Tally) -> str:
    """What it takes before anything can be said."""
    if not counts.fakes and not counts.genuine:
        return _(
            "{least} fakes and {least} genuine links are needed before the figures mean anything."
        ).format(least=LEAST)
    return _(
        "{least} fakes and {least} genuine links are needed; you have judged "
        "{fakes} and {genuine}. From fewer, chance would be mistaken for skill."
    ).format(least=LEAST, fakes=counts.fakes, genuine=counts.genuine)


# ── tricks, kinds, blocks


def trick_title(trick: str) -> str:
    """What a trick is called; a teacher's own word for one that is not in the table."""
    known = TRICKS.get(trick)
    return _(known.title) if known is not None else trick


def kind_title(kind: str) -> str:
    """What a kind of genuine link is called."""
    return _(_KINDS[kind]) if kind in _KINDS else kind


def own_d_prime(rate: TrickRate) -> str:
    """A trick's own d′ with its interval, or how many of its fakes are still needed."""
    if rate.discrimination is None:
        needed = max(1, LEAST - rate.rate.links)
        return ngettext("{n} more needed", "{n} more needed", needed).format(n=needed)
    found = rate.discrimination.d_prime
    return _("{value} ({between})").format(
        value=number(found.value), between=numbers_between(found)
    )


def trend_said(blocks: tuple[Block, ...]) -> str:
    """What the blocks say together: the first beside the last, by their intervals."""
    if len(blocks) < 2:
        return _("From the second block on they can be compared.")
    first, last = blocks[0].share, blocks[-1].share
    if first.overlaps(last):
        return _("First and last block differ no more than chance could make them.")
    if last.value > first.value:
        return _("In the last block you were right more often than in the first.")
    return _("In the last block you were right less often than in the first. Practice helps.")


# ── demands, hidden links, forms


def demand_said(found: Results) -> Said:
    """The rounds that asked what a message wants."""
    title = _("Demands: would you do it?")
    if not isinstance(found.demands, Demands):
        counts = found.demand_counts
        words = _(
            "{least} harmful and {least} harmless demands are needed; you have judged "
            "{fakes} and {genuine}."
        ).format(least=LEAST, fakes=counts.fakes, genuine=counts.genuine)
        return Said(title, "–", _("not enough answers yet"), words)
    shares = found.demands
    meaning = _("Harmful ones seen: {harmful}. Harmless ones suspected: {harmless}.").format(
        harmful=called(shares.harmful), harmless=called(shares.harmless)
    )
    return Said(
        title,
        percent(shares.right.share.value),
        _in_interval(percents_between(shares.right.share)),
        meaning,
        "ok" if shares.right.share.low > 0.5 else "info",
    )


def hidden_said(hidden: Rate) -> Said:
    """The links that nobody can tell: who says so is right."""
    return Said(
        _("Links that nobody can tell"),
        called(hidden),
        _in_interval(percents_between(hidden.share)),
        _("How often you said “can't tell”. Here that is right: open the App yourself."),
    )


def form_said(taken: TakenForm, zone: tzinfo | None = None) -> str:
    """One form with its figure and interval."""
    found = taken.found.d_prime
    return _("Test {form}, {day}: d′ {value} ({between})").format(
        form=number_of(taken.form),
        day=day(taken.time_ms, zone),
        value=number(found.value),
        between=numbers_between(found),
    )


def comparison_said(one: Comparison) -> str:
    """What changed between two forms."""
    found = one.change.difference
    return _("From test {earlier} to test {later}: {value} ({between}).").format(
        earlier=number_of(one.earlier.form),
        later=number_of(one.later.form),
        value=("+" if number(found.value)[0] != "−" else "") + number(found.value),
        between=numbers_between(found),
    )


def first_form_said(taken: TakenForm, zone: tzinfo | None = None) -> str:
    """A form that nothing can be compared with as yet: no figure is printed."""
    return _(
        "Test {form} was taken on {day}. What changes shows once another test lies beside it."
    ).format(form=number_of(taken.form), day=day(taken.time_ms, zone))
