"""Lists and groups written in brackets: [a, b] and {id: a, text: b}."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.content.positions import brief
from app.content.slips.lines import KEYS, Slip
from app.content.slips.quotes import closing_quote, find_bad_escape

if TYPE_CHECKING:
    from app.content.slips.walk import Walk

MAX_DEPTH = 20
"""How deep lists and groups may be nested in one file. Lessons need nine."""

_SIGN = re.compile(r"[\[\]{},，、\"'#\n]")
_ITEM = re.compile(r"\s*([@`%&*!|>]|[?:-](?=\s))(\S*)")
_KEY_SLIP = re.compile(r"\s*([A-Za-z_][A-Za-z0-9_.-]*)(?:[ \t]*(：)|(:)(?=[^\s,\]}]))")
_COMMA_THEN_KEY = re.compile(r"\s*[A-Za-z_][A-Za-z0-9_.-]*\s*[:：]")
_REFERENCE = re.compile(r"[A-Za-z0-9_-]+[,\]}]*\Z")
_BLANKS = re.compile(r"[ \t]*")
_CLOSER = {"[": "]", "{": "}"}


def read_flow(walk: Walk, start: int) -> int | None:
    """Read the brackets that open at `start`; the offset behind them, or None if they stay open."""
    return _Flow(walk, start).read()


class _Flow:
    __slots__ = ("at", "closers", "slips", "start", "text", "walk")

    def __init__(self, walk: Walk, start: int) -> None:
        self.walk = walk
        self.text = walk.text
        self.slips = walk.slips
        self.start = start
        self.at = start
        self.closers: list[str] = []

    def read(self) -> int | None:
        text = self.text
        is_entry_start = True
        while True:
            match = _SIGN.search(text, self.at)
            if match is None or len(self.slips) >= self.walk.limit:
                self._note_unclosed()
                return None
            sign = match.group()
            between = text[self.at : match.start()]
            is_entry_start = is_entry_start and not between.strip()
            # `{key: "…"}`: a value begins like an entry does
            at_start = is_entry_start or between.rstrip().endswith(":")
            here = match.start()
            self.at = here + 1
            if sign in "\"'":
                if at_start and not self._skip_quoted(here):
                    return None
                is_entry_start = False
            elif sign == "#":
                if here > 0 and text[here - 1].isspace():
                    end = text.find("\n", here)
                    self.at = len(text) if end < 0 else end
            elif sign == "\n":
                if self._leaves_brackets(here + 1):
                    self._note_unclosed()
                    return None
            elif sign in "[{":
                if len(self.closers) >= MAX_DEPTH:
                    self._note("E128", here, here + 1, limit=MAX_DEPTH)
                    return None
                self.closers.append(_CLOSER[sign])
                is_entry_start = True
                self._check_entry()
            elif sign in "]}":
                if self.closers.pop() != sign:
                    self._note_unclosed()
                    return None
                if not self.closers:
                    return self.at
                is_entry_start = False
            elif sign == ",":
                is_entry_start = True
                self._check_entry()
            elif self.closers[-1] == "]" or _COMMA_THEN_KEY.match(text, here + 1):
                blanks = _BLANKS.match(text, here + 1)
                end = blanks.end() if blanks else here + 1
                self._note("E116", here, here + 1, (here, end, ", "), sign=sign)
                is_entry_start = True

    def _note_unclosed(self) -> None:
        line_end = self.text.find("\n", self.start)
        end = len(self.text) if line_end < 0 else line_end
        sign = self.text[self.start]
        quote = brief(self.text[self.start : end])
        self._note("E117", self.start, self.start + 1, None, sign=sign, text=quote)

    def _skip_quoted(self, here: int) -> bool:
        outer = self.walk.outline.columns[-1]
        close = closing_quote(self.text, here, outer)
        if close is None:
            quote = self.text[here]
            self._note("E110", here, here + 1, quote=quote, text=brief(self.text[here : here + 40]))
            return False
        escape = find_bad_escape(self.text, here, close) if self.text[here] == '"' else None
        if escape:
            self._note("E115", *escape, text=self.text[escape[0] : escape[1]])
        self.at = close + 1
        return True

    def _leaves_brackets(self, line_start: int) -> bool:
        """Whether a line stands too far left to be inside, so that a bracket was forgotten."""
        blanks = _BLANKS.match(self.text, line_start)
        at = blanks.end() if blanks else line_start
        if at >= len(self.text):
            return True
        if self.text[at] in "\n]},#":
            return False
        return at - line_start <= self.walk.outline.columns[-1]

    def _check_entry(self) -> None:
        """What stands at the start of an entry: signs of YAML's own, a key with a slip."""
        text = self.text
        odd = _ITEM.match(text, self.at)
        if odd:
            sign, rest = odd[1], odd[2]
            at = odd.start(1)
            code = "E108"
            if sign in "&*" and _REFERENCE.match(rest):
                code = "E112"
            elif sign == "!" and rest[:1].isascii() and rest[:1].isalpha():
                code = "E113"
            self._note(code, at, at + 1, sign=sign, text=brief(sign + rest))
        if self.closers[-1] != "}":
            return
        slip = _KEY_SLIP.match(text, self.at)
        if slip and slip[2]:
            self._note(
                "E103", slip.start(2), slip.end(2), (slip.end(1), slip.end(), ": "), key=slip[1]
            )
        elif slip and slip[1] in KEYS:
            colon = slip.start(3)
            self._note("E104", colon, colon + 1, (colon, colon + 1, ": "), key=slip[1])

    def _note(
        self,
        code: str,
        start: int,
        end: int,
        fix: tuple[int, int, str] | None = None,
        **values: str | int,
    ) -> None:
        self.slips.append(Slip(code, start, end, values, fix))
