"""Links that other links carry in their parameters, plain or percent-encoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from app.links.anatomy import dissect
from app.links.text import find_links
from app.links.values import Anatomy

# A parameter that holds a link without its scheme is believed only under such a name.
_LINK_KEY = re.compile(r"url|uri|link|target|href|redirect|goto|jump", re.IGNORECASE)
_WEB = re.compile(r"(?:https?|hxxps?):[/\\]{2}", re.IGNORECASE)
_MAY_CARRY = re.compile(r"https?(?:[:：]|%3a|%253a)|url|uri|link|target|href|goto", re.IGNORECASE)
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+|.", re.DOTALL)

_MOST_PARAMETERS = 40
_MOST_ROUNDS = 3  # of percent-encoding, one inside the other
_LONGEST = 4_000


class _Decoded(NamedTuple):
    """A text, and for each of its characters (and its end) where that stood before."""

    text: str
    places: tuple[int, ...]


def carried_by(outer: Anatomy) -> Iterator[Anatomy]:
    """The links that stand in the query or fragment of a link, as links of the text given.

    Their `text` is as it stands there, percent signs and all; `spans` count in it.
    """
    text = outer.text
    for part in ("query", "fragment"):
        low, high = outer.spans.get(part, (0, 0))
        if low == high or not _MAY_CARRY.search(text, low, high):
            continue
        at = low
        for parameter in text[low:high].split("&", _MOST_PARAMETERS)[:_MOST_PARAMETERS]:
            key, equals, value = parameter.partition("=")
            if not equals:
                key, value = "", parameter
            inner = _link_in(key, value, at + len(parameter) - len(value), outer.span[0])
            if inner is not None:
                yield inner
            at += len(parameter) + 1


def _link_in(key: str, value: str, at: int, start: int) -> Anatomy | None:
    """The link that this value is, or None; `at` is the value's place in the outer link."""
    if not 4 <= len(value) <= _LONGEST:
        return None
    decoded = _Decoded(value, tuple(range(len(value) + 1)))
    for _ in range(_MOST_ROUNDS):
        if _WEB.match(decoded.text):
            break
        if "%" not in decoded.text:
            break
        decoded = _once(decoded)
    if not _WEB.match(decoded.text) and not _LINK_KEY.search(key):
        return None
    found = next(find_links(decoded.text), None)
    if found is None or found.start or found.sort not in ("web", "name"):
        return None
    inner = dissect(decoded.text[: found.end], 0, found.sort)
    return _moved(inner, value, decoded.places, start + at)


def _once(before: _Decoded) -> _Decoded:
    """One round of percent-decoding. What is no UTF-8 stays as it is written."""
    signs: list[str] = []
    places: list[int] = []
    for match in _ENCODED.finditer(before.text):
        written, at = match[0], match.start()
        if len(written) == 1:
            signs.append(written)
            places.append(before.places[at])
            continue
        raw = unquote_to_bytes(written)
        try:
            read = raw.decode("utf-8")
        except UnicodeDecodeError:
            read = ""
        if not read:
            signs.extend(written)
            places.extend(before.places[at : at + len(written)])
        for sign in read:
            signs.append(sign)
            places.append(before.places[at])
            at += 3 * len(sign.encode("utf-8"))
    return _Decoded("".join(signs), (*places, before.places[-1]))


def _moved(inner: Anatomy, value: str, places: tuple[int, ...], start: int) -> Anatomy:
    """The anatomy with its spans as they stand in the value before decoding."""
    end = places[len(inner.text)]
    spans = {name: (places[low], places[high]) for name, (low, high) in inner.spans.items()}
    return inner._replace(text=value[:end], span=(start, start + end), spans=spans)
