"""All tricks in one table. A new trick adds a file, or a unit in one, and is joined in here."""

from __future__ import annotations

from collections.abc import Mapping

from app.links.brands import Brands
from app.links.tricks import message, notation, placement, scripts, spelling, strangers
from app.links.tricks.parts import Need, Sight, Trick
from app.links.values import Anatomy, Evidence

#: Every trick under its id, in the order in which evidence is reported.
TRICKS: Mapping[str, Trick] = {
    trick.id: trick
    for trick in (
        *placement.TRICKS,
        *spelling.TRICKS,
        *scripts.TRICKS,
        *notation.TRICKS,
        *message.TRICKS,
        *strangers.TRICKS,
    )
}


def _needing(need: Need) -> tuple[Trick, ...]:
    return tuple(trick for trick in TRICKS.values() if trick.needs == need)


_BY_NAME = _needing("name")
_TO_THE_LEFT = _needing("left")
_BEFORE_AT = _needing("user_info")
_BEHIND = _needing("tail")
_SHOWN = _needing("shown")
_LISTED = _needing("listed")
_ALWAYS = _needing("always")
_SPLIT, _HYPHENS = TRICKS["split-dot"], TRICKS["hyphen-dots"]
_HTTP = TRICKS["http-only"]
_WWW = ("www",)
_IP = (TRICKS["ip-host"], TRICKS["numeric-host"])
_BY_LETTERS = tuple(trick for trick in _ALWAYS if trick not in (_SPLIT, _HYPHENS, _HTTP, *_IP))


def recognise(anatomy: Anatomy, brands: Brands) -> tuple[Evidence, ...]:
    """Every trick found on a link, what deceives before what is only a note.

    An official owner, or a name the brand could own as well, is never said to deceive.
    Each recogniser is asked only where the link has what it looks for: most have nothing.
    """
    if anatomy.host is None or anatomy.trouble:
        return ()
    sight = Sight(anatomy, brands)
    asked: list[Trick] = []
    if anatomy.user_info:
        asked += _BEFORE_AT
    if anatomy.is_ip:
        asked += _IP
    else:
        near = sight.near
        if sight.labels and sight.labels != _WWW:
            if sight.left:
                asked += _TO_THE_LEFT
            if sight.cut:
                asked.append(_SPLIT)
        if near:
            asked += _BY_NAME
            if near[0].how == "hyphen":
                asked.append(_SPLIT)
        if "-" in anatomy.host:
            asked.append(_HYPHENS)
    if "." in anatomy.path or "." in anatomy.query or "." in anatomy.fragment:
        asked += _BEHIND
    if anatomy.shown:
        asked += _SHOWN
    # Everyday letters alone cannot hold any of the tricks of script and notation.
    text = anatomy.text
    if not text.isascii() or "xn--" in anatomy.host or "%" in text or "\\" in text:
        asked += _BY_LETTERS
    if sight.known:
        asked += _LISTED
    if anatomy.scheme == "http":
        asked.append(_HTTP)
    found = [evidence for trick in asked for evidence in trick.find(sight)]
    if not found:
        return ()
    if sight.is_listed:
        return tuple(each for each in found if not each.deceives)
    found.sort(key=lambda each: not each.deceives)
    return tuple(found)
