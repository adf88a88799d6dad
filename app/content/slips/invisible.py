"""Characters nobody sees: they make two texts look alike that are not, or turn words around."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from app.content.slips.lines import Slip

_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = frozenset("\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")  # some scripts need them: never removed unasked


def code_point(char: str) -> str:
    """A character's number as people write it: U+200B."""
    return f"U+{ord(char):04X}"


def is_harmful(char: str) -> bool:
    """Whether a character must not stand in any text at all, however it got there."""
    return char not in "\n\t" and bool(_ODD.match(char))


def find_forbidden(text: str) -> list[Slip]:
    """Control characters and halves of a character: no file may hold them."""
    if not _ODD.search(text):
        return []
    return _one_a_line(text, _CONTROL, "E009") + _one_a_line(text, _SURROGATE, "E010")


def without_forbidden(text: str) -> str:
    """The same text, each forbidden character replaced, so that every position stays."""
    text = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def find_invisible(text: str, blocks: list[tuple[int, int]], limit: int) -> list[Slip]:
    """Everything invisible, one report a line and kind.

    `blocks` are the stretches of block text, in order: zero-width characters are left alone there.
    """
    first = _ODD.search(text)
    if first is None:
        return []
    slips = find_forbidden(text)
    starts = [start for start, _ in blocks]
    seen: set[tuple[str, int]] = set()
    for match in _ODD.finditer(text, first.start()):
        at = match.start()
        char = text[at]
        code = _warning(text, at)
        if code is None:
            continue
        if code == "W103":
            index = bisect_right(starts, at) - 1
            if index >= 0 and at < blocks[index][1]:
                continue
        line_start = text.rfind("\n", 0, at) + 1
        if (code, line_start) in seen:
            continue
        seen.add((code, line_start))
        fix = None if char in _JOINERS else (at, at + 1, " " if char in _LINE_ENDS else "")
        slips.append(Slip(code, at, at + 1, {"code": code_point(char)}, fix))
        if len(slips) >= limit:
            break
    return slips


def _warning(text: str, at: int) -> str | None:
    char = text[at]
    if char in _LINE_ENDS:
        return "W102"
    if char in _BIDI:
        return "W104"
    if _CONTROL.match(char) or _SURROGATE.match(char) or _joins_emoji(text, at):
        return None
    return "W103"


def _joins_emoji(text: str, at: int) -> bool:
    """Whether this is the joiner inside an emoji such as a family or a flag."""
    if text[at] != "\u200d" or not 0 < at < len(text) - 1:
        return False
    before = text[at - 1]
    # Variation selectors and skin tones stand between the picture and the joiner.
    is_picture = before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk")
    after = text[at + 1]
    return is_picture and unicodedata.category(after) in ("So", "Sm", "Cn")


def _one_a_line(text: str, pattern: re.Pattern[str], code: str) -> list[Slip]:
    slips: list[Slip] = []
    at = 0
    while len(slips) < 20 and (match := pattern.search(text, at)):
        start = match.start()
        slips.append(Slip(code, start, start + 1, {"code": code_point(match.group())}))
        at = text.find("\n", start)
        if at < 0:
            break
    return slips
