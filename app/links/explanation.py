"""Every answer explained on the link itself: who owns it, how it deceives, why it is genuine.

Values only, in the language in use; whoever draws them needs no knowledge of links. Spans
count in the link's text and come from the same reader that the lens uses.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from app.i18n import _, mark
from app.links.anatomy import dissect
from app.links.brands import Brand, Brands
from app.links.lookalikes import skeleton, spots
from app.links.rounds import Round
from app.links.tricks.parts import Truth, to_ascii
from app.links.tricks.table import TRICKS, recognise
from app.links.values import Anatomy, Evidence, SpanOf
from app.links.wordings import Pressure

MarkOf = Literal["owner", "trick"]


class Mark(NamedTuple):
    """A place on the link that is to be shown up: the owner, or where the trick is."""

    what: MarkOf
    span: SpanOf


class Step(NamedTuple):
    """Letters of the official name beside those of the link.

    `what` is same, other, extra (only in the link) or lacking (only in the official name).
    """

    what: str
    official: str
    seen: str


class Difference(NamedTuple):
    """The two names letter by letter."""

    official: str
    seen: str
    steps: tuple[Step, ...]


class Explanation(NamedTuple):
    """All there is to say about one link after an answer; empty where it does not apply.

    `headline` says who owns it, `trick` and `title` which trick it is, `sentences` what that
    means or why the link is genuine, `pressure` what pushed in the message, `https` why the
    scheme proves nothing, `next_step` what to do.
    """

    text: str
    truth: Truth
    owner: str | None
    owner_span: SpanOf | None
    marks: tuple[Mark, ...]
    headline: str
    trick: str | None
    title: str
    sentences: tuple[str, ...]
    difference: Difference | None
    pressure: str
    https: str
    next_step: str
    official: tuple[str, ...]


_PRESSURES: dict[Pressure, str] = {
    "hurry": mark("The message hurries you. Whoever leaves you no time wants you not to look."),
    "gain": mark("The message promises much for little. A prize is no proof of anything."),
    "fear": mark("The message frightens you. Look the matter up in the App you opened yourself."),
    "secrecy": mark("The message wants to be kept secret. What is right can be shown to others."),
    "guilt": mark("The message plays on your good nature. Helping is fine, after looking."),
}
_LEAST_ALIKE = 0.6  # of the official name's letters
_HTTPS = mark(
    "https only means that nobody listens on the way. Anyone gets it for nothing, swindlers too."
)
_HTTP = mark("http means that the way is not encrypted; it says nothing about who owns the site.")

_GENUINE = {
    "odd-name": mark("{owner} does not look like {brand}, yet it is on {brand}'s official list."),
    "short": mark("{host} makes {brand}'s own short links; where one leads shows only inside."),
    "at-or-port": mark(
        "Signs such as @ or a port look odd, but the owner that follows or comes before is right."
    ),
    "other-letters": mark(
        "Capitals, full-width or Chinese letters to the left of the owner change nothing."
    ),
    "long-left": mark(
        "However long the left side is: everything under {owner} was named by its owner."
    ),
    "long-tail": mark("Long rows of numbers after the name are for counting shares, nothing more."),
    "http": mark("Only http, but the owner is right: the way is open to listeners, that is all."),
}
_WANTS = {
    "money": mark("It wants money before anything is given. No real help costs an advance."),
    "code": mark("It wants a code from your phone. With it somebody else signs in as you."),
    "install": mark(
        "It wants you to install a package from nowhere, against your phone's warning."
    ),
    "screen": mark("It wants to see your screen: your codes and balances stand on it."),
    "account": mark("It wants your account. Whatever is done with it is done in your name."),
    "security": mark("It wants your phone's protection switched off. Nothing honest needs that."),
    "secrecy": mark("It wants you to keep it from your family. That is how people are isolated."),
    "identity": mark("Somebody says he is another. Ask him by the old way, or in person."),
    "outside": mark("It leads away from the platform, where nobody protects your payment."),
    "details": mark("It asks for details about you. Ask what they are for, and give no more."),
    "nothing": mark("No money, no code, nothing to install: helping like this is fine."),
}


def explain(dealt: Round, brands: Brands) -> Explanation:
    """The explanation of a dealt round."""
    if dealt.asks == "demand":
        return _of_demand(dealt)
    shown = dealt.shown.zh if dealt.trick == "text-differs" else None
    return explain_link(
        dealt.url,
        brands,
        truth=dealt.truth,
        brand=dealt.brand,
        trick=dealt.trick,
        shown=shown,
        pressure=dealt.pressure,
        sort=dealt.sort,
    )


def explain_link(
    url: str,
    brands: Brands,
    *,
    truth: Truth,
    brand: str | None,
    trick: str | None = None,
    shown: str | None = None,
    pressure: Pressure | None = None,
    sort: str = "",
) -> Explanation:
    """The explanation of any link, dealt or written by hand, whose truth is known.

    `brand` is the one that the message claims. Without `trick` the first that is found on the
    link is named.
    """
    anatomy = dissect(url)._replace(shown=shown) if "://" in url and url[0] != "#" else None
    claimed = brands.by_id.get(brand) if brand else None
    if anatomy is None or anatomy.host is None:
        return _without_owner(url, truth, claimed, pressure)
    evidence = _evidence(recognise(anatomy, brands), trick)
    owner_span = anatomy.spans.get("owner")
    marks = [Mark("owner", owner_span)] if owner_span else []
    if evidence is not None and truth != "genuine" and evidence.trick != "text-differs":
        marks.append(Mark("trick", evidence.span))
    named = trick or (evidence.trick if evidence and truth != "genuine" else None)
    words = _Words(anatomy, evidence, claimed, anatomy.host)
    sentences = _why_genuine(words, sort) if truth == "genuine" else words.of_trick(named)
    return Explanation(
        text=url,
        truth=truth,
        owner=anatomy.owner,
        owner_span=owner_span,
        marks=tuple(marks),
        headline=words.headline(truth),
        trick=named,
        title=_(TRICKS[named].title) if named else "",
        sentences=sentences,
        difference=words.difference() if truth == "fake" and _is_spelt(named) else None,
        pressure=_(_PRESSURES[pressure]) if pressure else "",
        https=_(_HTTPS) if anatomy.scheme != "http" else _(_HTTP),
        next_step=_next_step(truth),
        official=claimed.owners if claimed else (),
    )


def _is_spelt(trick: str | None) -> bool:
    """Whether a trick lies in the letters of the owner, so that they are worth comparing."""
    return trick is None or TRICKS[trick].family in ("slips", "letters", "endings")


class _Words:
    """What the sentences are filled with."""

    def __init__(
        self, anatomy: Anatomy, evidence: Evidence | None, brand: Brand | None, host: str
    ) -> None:
        self.anatomy, self.evidence, self.brand, self.host = anatomy, evidence, brand, host
        start, end = evidence.span if evidence else anatomy.spans.get("owner", anatomy.span)
        self.seen = anatomy.text[start:end]
        self.official = (
            evidence.official
            if evidence and evidence.official
            else (brand.owners[0] if brand else "")
        )

    def name(self) -> str:
        """The brand's name in the language in use."""
        if self.brand is None:
            return ""
        return _("{en} ({zh})").format(zh=self.brand.zh, en=self.brand.en)

    def headline(self, truth: Truth) -> str:
        owner, brand = self.anatomy.owner, self.name()
        if truth == "genuine":
            return _("This link belongs to {owner}, which is on the official list.").format(
                owner=owner
            )
        if truth == "cannot_tell":
            return _("This link belongs to {owner}; it does not show who is behind it.").format(
                owner=owner
            )
        if not brand:
            return _("This link belongs to {owner}, which is not on the official list.").format(
                owner=owner
            )
        return _("This link belongs to {owner}, not on the official list of {brand}.").format(
            owner=owner, brand=brand
        )

    def of_trick(self, trick: str | None) -> tuple[str, ...]:
        if trick is None:
            return ()
        filled = _(TRICKS[trick].sentence).format(
            seen=self.seen,
            official=self.official,
            owner=self.anatomy.owner,
            code=self.anatomy.host,
        )
        return (filled,)

    def difference(self) -> Difference | None:
        """Owner and official name letter by letter; None if they have too little in common."""
        owner = self.anatomy.owner or ""
        label = owner.partition(".")[0]
        seen = self._as_seen(label)
        official = self.official
        plain = f"{skeleton(seen)}.{owner.partition('.')[2]}"
        if self.anatomy.is_ip or not official or _is_far(plain, official):
            return None
        name, ending = official.partition(".")[::2]
        if seen != name and owner.partition(".")[2] != ending:
            # Two other endings side by side would drown the letters that matter.
            return _laid_side_by_side(name, seen)
        return _laid_side_by_side(official, f"{seen}.{owner.partition('.')[2]}")

    def _as_seen(self, label: str) -> str:
        host = self.anatomy.host_unicode or ""
        if not label.startswith("xn--"):
            return label
        for each in host.split("."):
            if not each.isascii() and to_ascii(each) == label:
                return each
        return label


def _laid_side_by_side(official: str, seen: str) -> Difference:
    return Difference(official, seen, tuple(Step(*each) for each in spots(official, seen)))


def _is_far(seen: str, official: str) -> bool:
    """Whether laying the names side by side would show nothing but noise."""
    # The endings are left out: `.com` is common to too many.
    name, label = official.partition(".")[0], seen.partition(".")[0]
    same = sum(len(one) for what, one, _other in spots(name, label) if what == "same")
    return same < len(name) * _LEAST_ALIKE


def _evidence(found: tuple[Evidence, ...], trick: str | None) -> Evidence | None:
    for each in found:
        if each.trick == trick:
            return each
    return next((each for each in found if each.trick != "http-only"), None) if not trick else None


def _why_genuine(words: _Words, sort: str) -> tuple[str, ...]:
    owner, brand = words.anatomy.owner, words.name()
    said = [
        _("{brand} owns {owner}; whatever stands before that, with a dot, is its own too.").format(
            brand=brand, owner=owner
        )
        if brand
        else _("{owner} is on the official list.").format(owner=owner)
    ]
    if sort in _GENUINE:
        said.append(_(_GENUINE[sort]).format(owner=owner, brand=brand, host=words.host))
    said.append(_("A genuine link can still carry a harmful demand: look at what is wanted."))
    return tuple(said)


def _next_step(truth: Truth) -> str:
    if truth == "genuine":
        return _("Opening the App yourself is the surest way all the same.")
    return _("Do not log in there. Open the App yourself and look for the offer in it.")


def _without_owner(
    url: str, truth: Truth, brand: Brand | None, pressure: Pressure | None
) -> Explanation:
    """A mini-program code or a code phrase: what it opens is settled inside the App."""
    said = (
        _("A mini-program's name is no identity: anyone may choose one that sounds official.")
        if url.startswith("#")
        else _("A code phrase hides where it leads; the App shows it only after opening.")
    )
    return Explanation(
        text=url,
        truth=truth,
        owner=None,
        owner_span=None,
        marks=(),
        headline=_("There is no owner to be seen here."),
        trick=None,
        title="",
        sentences=(said,),
        difference=None,
        pressure=_(_PRESSURES[pressure]) if pressure else "",
        https="",
        next_step=_next_step(truth),
        official=brand.owners if brand else (),
    )


def demand_headline(truth: Truth) -> str:
    """What a demand comes to, in one sentence."""
    if truth == "genuine":
        return _("Nothing here is asked that could harm you.")
    if truth == "fake":
        return _("What is asked here would harm you.")
    return _("This may be so or not: check it first in another way.")


def _of_demand(dealt: Round) -> Explanation:
    trick = TRICKS[dealt.trick] if dealt.trick else None
    said = [_(_WANTS[dealt.wants])]
    if trick is not None:
        said.append(_(trick.sentence))
    return Explanation(
        text=dealt.text.zh,
        truth=dealt.truth,
        owner=None,
        owner_span=None,
        marks=(),
        headline=demand_headline(dealt.truth),
        trick=dealt.trick,
        title=_(trick.title) if trick else "",
        sentences=tuple(said),
        difference=None,
        pressure=_(_PRESSURES[dealt.pressure]) if dealt.pressure else "",
        https="",
        next_step="",
        official=(),
    )
