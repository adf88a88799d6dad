"""The pieces of a link that can be pointed at as its owner: all names in it; one is right.

Names stand not only in the host: before an @, in the path, behind a question mark. All are cut
out by the same rule, so that where to point is not told by what can be pointed at.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.links.suffixes import is_ending, owner_of
from app.links.tricks.parts import to_ascii
from app.links.values import Anatomy, SpanOf

_PARTS = ("scheme", "user_info", "host", "port", "path", "query", "fragment")
_WORDS = re.compile(r"%[0-9A-Fa-f]{2}|[^/?#&=@:\\%]+|.", re.DOTALL)
_DOTS = re.compile(r"[.。．｡]")


class Piece(NamedTuple):
    """A stretch of the link's text. `part` is where it belongs; only names can be pointed at."""

    span: SpanOf
    part: str
    is_name: bool
    is_owner: bool = False


def pieces_of(anatomy: Anatomy) -> tuple[Piece, ...]:
    """The whole text cut into pieces, in order and without gaps.

    Exactly one is the owner, unless the link has none.
    """
    text, owner = anatomy.text, anatomy.spans.get("owner")
    pieces: list[Piece] = []
    at = 0
    for part in _PARTS:
        low, high = anatomy.spans.get(part, (0, 0))
        if low == high or low < at:
            continue
        if low > at:
            # `://` goes with the scheme, `@` with what stands before it.
            before = pieces[-1].part if pieces and part in ("user_info", "host") else part
            _join(pieces, Piece((at, low), before, is_name=False))
        span = (low, high)
        found = _of_host(text, span, owner) if part == "host" else _of_other(text, span, part)
        for piece in found:
            _join(pieces, piece)
        at = high
    if at < len(text):
        _join(pieces, Piece((at, len(text)), "path", is_name=False))
    return tuple(pieces)


def _of_host(text: str, span: SpanOf, owner: SpanOf | None) -> list[Piece]:
    """The host: names to the left of the owner, and the owner in one piece."""
    if owner is None:
        return [Piece(span, "host", is_name=False)]
    left = (span[0], owner[0])
    pieces = _names(text, left, "subdomain") if left[0] < left[1] else []
    pieces.append(Piece(owner, "owner", is_name=True, is_owner=True))
    if owner[1] < span[1]:
        pieces.append(Piece((owner[1], span[1]), "host", is_name=False))
    return pieces


def _of_other(text: str, span: SpanOf, part: str) -> list[Piece]:
    if part in ("scheme", "port"):
        return [Piece(span, part, is_name=False)]
    pieces: list[Piece] = []
    for word in _WORDS.finditer(text, *span):
        if _looks_like_a_name(word[0]):
            pieces += _names(text, word.span(), part)
        else:
            _join(pieces, Piece(word.span(), part, is_name=False))
    return pieces


def _names(text: str, span: SpanOf, part: str) -> list[Piece]:
    """Every name in a run of labels, found from the right, as browsers read."""
    low, end = span
    found: list[Piece] = []
    while low < end:
        start = _last_name(text, low, end)
        if start < end:
            found.append(Piece((start, end), part, is_name=True))
        if start > low:
            found.append(Piece((start - 1, start), part, is_name=False))
        end = start - 1
    pieces: list[Piece] = []
    for piece in reversed(found):
        _join(pieces, piece)
    return pieces


def _last_name(text: str, low: int, high: int) -> int:
    """Where the last name of a run begins: the owner it would have, or else its last label."""
    dots = [dot.start() for dot in _DOTS.finditer(text, low, high)]
    host = _plain(text[low:high])
    if dots and host and is_ending(host.rpartition(".")[2]):
        labels = owner_of(host).count(".") + 1
        return dots[-labels] + 1 if labels <= len(dots) else low
    return dots[-1] + 1 if dots else low


def _plain(name: str) -> str:
    try:
        return to_ascii(name)
    except (ValueError, UnicodeError):
        return ""


def _looks_like_a_name(word: str) -> bool:
    parts = _DOTS.split(word)
    return len(parts) > 1 and is_ending(parts[-1].lower())


def _join(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece; what is no name becomes one with what is none before it."""
    last = pieces[-1] if pieces else None
    if last and not (last.is_name or piece.is_name) and last.part == piece.part:
        pieces[-1] = last._replace(span=(last.span[0], piece.span[1]))
    else:
        pieces.append(piece)
