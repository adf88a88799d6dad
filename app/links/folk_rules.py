"""Rules of thumb by which people judge links, as numbers: none of them may work in the game.

Each feature is a number of a link; a folk rule says "fake" above (or below) some value of it.
The strict reader looks at the owner alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from app.i18n import mark
from app.links.brands import Brand, Brands


class Seen(NamedTuple):
    """What a folk rule looks at: the link's text and what the message claims."""

    url: str
    host: str  # as written, without user-info and port
    path: str
    query: str
    words: tuple[str, ...]  # spellings of the brand that the message names


class Feature(NamedTuple):
    """One thing that can be counted on a link. `is_rule`: yes or no, judged by d′ too."""

    id: str
    title: str
    value: Callable[[Seen], float]
    is_rule: bool


_CUT = re.compile(r"[/\\?#]")
_DOTS = re.compile(r"[.。．｡]")


def seen(url: str, brand: Brand | None) -> Seen:
    """What the eye takes from a link, without knowing how a browser reads it."""
    rest = url.partition("://")[2] or url
    found = _CUT.search(rest)
    authority, tail = (rest[: found.start()], rest[found.start() :]) if found else (rest, "")
    path, _, query = tail.partition("?")
    host = authority.rpartition("@")[2].partition(":")[0]
    return Seen(url, host, path.partition("#")[0], query, words_of(brand) if brand else ())


def words_of(brand: Brand) -> tuple[str, ...]:
    """All spellings that people know of a brand: its own, and its official names' labels."""
    labels = (owner.partition(".")[0] for owner in brand.owners)
    return tuple(dict.fromkeys((*brand.labels, *labels)))


def strict_reader(brands: Brands, host: str | None) -> bool:
    """True for genuine: the owner is on the official list. The one rule that works."""
    return host is not None and brands.brand_of(host) is not None


def _count(pattern: str) -> Callable[[str], int]:
    return lambda text: len(re.findall(pattern, text))


_HYPHENS, _DIGITS = _count("-"), _count("[0-9]")


def _starts(link: Seen) -> float:
    rest = link.url.partition("://")[2].lower()
    for lead in ("www.", "m.", "mobile."):
        rest = rest.removeprefix(lead)
    return float(rest.startswith(link.words)) if link.words else 0.0


def _anywhere(link: Seen) -> float:
    lower = link.url.lower()
    return float(any(word in lower for word in link.words))


def _is_common_ending(link: Seen) -> float:
    return float(_DOTS.sub(".", link.host).lower().rsplit(".", 1)[-1] in ("com", "cn"))


FEATURES: tuple[Feature, ...] = (
    Feature("starts-with-brand", mark("Begins with the brand"), _starts, True),
    Feature("brand-anywhere", mark("Has the brand in it"), _anywhere, True),
    Feature("https", mark("Begins with https"), lambda x: float(x.url[:5] == "https"), True),
    Feature("common-ending", mark("Ends in .com or .cn"), _is_common_ending, True),
    Feature("has-parameters", mark("Has something after ?"), lambda x: float(x.query != ""), True),
    Feature("length", mark("Length of the link"), lambda x: len(x.url), False),
    Feature("host-length", mark("Length of the host"), lambda x: len(x.host), False),
    Feature("hyphens", mark("Hyphens"), lambda x: _HYPHENS(x.url), False),
    Feature("host-hyphens", mark("Hyphens in the host"), lambda x: _HYPHENS(x.host), False),
    Feature("dots", mark("Dots"), lambda x: len(_DOTS.findall(x.url)), False),
    Feature("host-dots", mark("Dots in the host"), lambda x: len(_DOTS.findall(x.host)), False),
    Feature("digits", mark("Digits"), lambda x: _DIGITS(x.url), False),
    Feature("host-digits", mark("Digits in the host"), lambda x: _DIGITS(x.host), False),
    Feature("path-depth", mark("Slashes in the path"), lambda x: x.path.count("/"), False),
)


def values_of(links: Sequence[Seen]) -> Mapping[str, list[float]]:
    """Every feature of every link: feature → its values in the links' order."""
    return {each.id: [each.value(link) for link in links] for each in FEATURES}
