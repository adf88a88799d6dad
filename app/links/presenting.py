"""A round as it comes into a chat, in one language, whether it was dealt or written by hand."""

from __future__ import annotations

from typing import NamedTuple
from zlib import crc32

from app.links.brands import Brands
from app.links.explanation import Explanation, Mark, demand_headline, explain, explain_link
from app.links.levels import HandRound
from app.links.messages import SENDERS, Kind
from app.links.rounds import Round
from app.links.score import Judge
from app.links.text import find_links


class Presented(NamedTuple):
    """What is seen of a round before it is judged.

    `words` is the bubble's text, in it the link where it stands bare. `title` is that of a card,
    a poster or a mini program, and `foot` the address under it as the message gives it, which
    may be another than `url`: that is where it really leads ("" where there is no link).
    """

    sender: str
    words: str
    kind: Kind
    title: str
    foot: str
    url: str
    judge: Judge

    @property
    def is_elsewhere(self) -> bool:
        """Whether the message shows another address than the one it leads to."""
        if self.kind != "text":
            return bool(self.foot) and self.foot != self.url
        shows_link = next(find_links(self.words), None) is not None
        return bool(self.url) and shows_link and self.url not in self.words


def present(one: Round | HandRound, judge: Judge, language: str) -> Presented:
    """The round as this language tells it."""
    if isinstance(one, HandRound):
        return _by_hand(one, judge, language)
    shown = one.shown.in_language(language)
    said = one.message.said.in_language(language)
    title = one.message.title.in_language(language)
    has_card = one.kind in ("card", "qr", "mini_program")
    # Where a card shows an address of its own, that is what stands under it.
    foot = shown if shown != title else one.url
    return Presented(
        sender=one.message.sender.in_language(language),
        words=said if has_card else _with_shown(one.text.in_language(language), one.url, shown),
        kind=one.kind,
        title=(title or shown) if has_card else "",
        foot=foot if one.kind == "card" else "",
        url=one.url,
        judge=judge,
    )


def _with_shown(line: str, url: str, shown: str) -> str:
    """The line with what is shown in the link's place."""
    if not url or shown in (line, "") or shown in line:
        return line
    return line.replace(url, shown)


def _by_hand(one: HandRound, judge: Judge, language: str) -> Presented:
    sender = SENDERS[crc32(one.id.encode()) % len(SENDERS)].in_language(language)
    shows_link = next(find_links(one.shown), None) is not None
    has_card = one.carrier in ("card", "qr", "mini_program")
    title = one.shown if has_card and not shows_link else ""
    line = one.message
    if not has_card and one.url and one.url not in one.message:
        line = f"{one.message} {one.shown or one.url}".strip()
    return Presented(
        sender=sender,
        words="" if has_card and not title else line,
        kind=one.carrier,
        title=(title or one.message) if has_card else "",
        foot=(one.shown if shows_link else one.url) if one.carrier == "card" else "",
        url=one.url,
        judge=judge,
    )


def explain_round(one: Round | HandRound, judge: Judge, brands: Brands) -> Explanation:
    """What there is to say about a round once it is judged, in the language in use.

    Of a round by hand the teacher's own reason comes first.
    """
    if isinstance(one, Round):
        return explain(one, brands)
    if judge == "demand" or not one.url:
        return _of_demand(one, brands)
    told = explain_link(
        one.url,
        brands,
        truth=one.truth,
        brand=one.brand or None,
        trick=one.trick or None,
        shown=one.shown or None,
    )
    return told._replace(sentences=(one.why, *told.sentences))


def _of_demand(one: HandRound, brands: Brands) -> Explanation:
    """A demand by hand: what it wants decides, and whose link it carries is told besides."""
    carried = explain_link(one.url, brands, truth="cannot_tell", brand=None) if one.url else None
    marks: tuple[Mark, ...] = carried.marks[:1] if carried and carried.owner else ()
    return Explanation(
        text=one.url or one.message,
        truth=one.truth,
        owner=carried.owner if carried else None,
        owner_span=carried.owner_span if carried else None,
        marks=marks,
        headline=demand_headline(one.truth),
        trick=one.trick or None,
        title="",
        sentences=(one.why,),
        difference=None,
        pressure="",
        https="",
        next_step="",
        official=(),
    )
