"""Links as they may be shown and copied: nothing unseen in them, and nothing to click."""

from __future__ import annotations

import re

from app.links.hosts import BIDI, CONTROL, INVISIBLE
from app.links.values import Anatomy

_UNSEEN = re.compile(f"[{INVISIBLE}{BIDI}{CONTROL}\t\n\r\x0b\x0c\x85\u2028\u2029\ud800-\udfff]")

_DOT = re.compile(r"(?<!\[)\.(?!\])")
# In the order in which they stand in a link.
_DISARMED = (
    ("scheme", re.compile("(?i:tt)"), "xx"),
    ("user_info", _DOT, "[.]"),
    ("host", _DOT, "[.]"),
)


def visible(text: str) -> str:
    """The text with every character that nobody sees written out: `pin⟨U+200B⟩duoduo`."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def defanged(anatomy: Anatomy) -> str:
    """The link so that no program opens it: `hxxps://pinduodo[.]com/s`, unseen signs visible.

    What is no web link loses only its `://`.
    """
    text = anatomy.text
    if anatomy.host is None:
        return visible(text).replace("://", "[:]//")
    pieces: list[str] = []
    at = 0
    for name, pattern, instead in _DISARMED:
        low, high = anatomy.spans.get(name, (at, at))
        pieces += (text[at:low], pattern.sub(instead, text[low:high]))
        at = high
    return visible("".join([*pieces, text[at:]]))
