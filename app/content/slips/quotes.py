"""Quotation marks: where they close, what may stand between them, and how to add them."""

from __future__ import annotations

import re

from app.content.slips.invisible import is_harmful

_STOP = re.compile(r'["\\\n]')
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([nrt \"/\\\n])|.?)", re.DOTALL
)
_LEAD = re.compile(r"[ \t]*")


def quoted(text: str) -> str:
    """The text in the quotation marks that change nothing in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def closing_quote(text: str, start: int, outer: int) -> int | None:
    """Where the quotation mark at `start` is closed.

    None if it is not, or only after a line that stands no deeper than column `outer`
    (counted from 0): such a line begins something new, so the mark was forgotten.
    """
    quote = text[start]
    at = start + 1
    while True:
        if quote == '"':
            match = _STOP.search(text, at)
            stop = match.start() if match else -1
        else:
            stop = _first(text, at)
        if stop < 0:
            return None
        char = text[stop]
        if char == "\\":
            at = stop + 1 if text[stop + 1 : stop + 2] == "\n" else stop + 2
        elif char == "\n":
            lead = _LEAD.match(text, stop + 1)
            content = lead.end() if lead else stop + 1
            if content < len(text) and text[content] != "\n" and content - stop - 1 <= outer:
                return None
            at = stop + 1
        elif quote == "'" and text[stop + 1 : stop + 2] == "'":
            at = stop + 2
        else:
            return stop


def _first(text: str, at: int) -> int:
    """The next apostrophe or line end."""
    quote = text.find("'", at)
    newline = text.find("\n", at, quote if quote >= 0 else len(text))
    return newline if newline >= 0 else quote


def find_bad_escape(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first backslash between double marks that YAML refuses, or that hides a character."""
    at = text.find("\\", start, end)
    while at >= 0:
        match = _ESCAPE.match(text, at, end)
        if match is None:
            return at, at + 1
        number = match[1] or match[2] or match[3]
        if number is None:
            if match[4] is None:
                return at, match.end()
        elif int(number, 16) > 0x10FFFF or is_harmful(chr(int(number, 16))):
            return at, match.end()
        at = text.find("\\", match.end(), end)
    return None
