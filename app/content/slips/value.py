"""A close look at what stands behind a key or a dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.content.positions import brief
from app.content.slips.flow import read_flow
from app.content.slips.lines import FREE_TEXT, Slip
from app.content.slips.quotes import closing_quote, find_bad_escape, quoted
from app.content.slips.structure import Pending

if TYPE_CHECKING:
    from app.content.slips.walk import Walk

_BLANKS = re.compile(r"[ \t]*")
_HEADER = re.compile(r"[|>](?:[+-]?([1-9])?|([1-9])[+-])[ \t]*(?:(?<=[ \t])#.*)?\Z")
_REFERENCE = re.compile(r"[&*][A-Za-z0-9_-]+(?=\s|\Z)")
_TAG = re.compile(r"![!<A-Za-z]\S*")
_HASHTAG = re.compile(r"#[^\s#]+#")
_IN_TEXT = re.compile(r":(?=\s|\Z)|(?<=\s)#")
_DEEPER = re.compile(r"\n(?:[ \t]*\n)*( *)[^\s#]")
_PLAIN_WORD = re.compile(r"[A-Za-z0-9_.:+/-]+")
_AFTER_QUOTE = re.compile(r"[ \t]*(?:(?<=[ \t])#[^\n]*)?(?=\n|\Z)")


def read_value(walk: Walk, key: str | None, at: int, end: int) -> int:
    """Read the value that begins at or after `at`; where the next line to read begins.

    `key` is None for a list item's own text.
    """
    return _Value(walk, key, at, end).read()


class _Value:
    __slots__ = ("at", "end", "key", "text", "walk")

    def __init__(self, walk: Walk, key: str | None, at: int, end: int) -> None:
        self.walk = walk
        self.text = walk.text
        self.key = key
        blanks = _BLANKS.match(self.text, at, end)
        self.at = blanks.end() if blanks else at
        self.end = at + len(self.text[at:end].rstrip())

    def read(self) -> int:
        outline = self.walk.outline
        if self.at >= self.end:
            outline.pending = Pending.OPEN
            return self._next_line(self.end)
        char = self.text[self.at]
        after = self.text[self.at + 1] if self.at + 1 < self.end else " "
        outline.pending = Pending.SHUT
        if char == "#":
            return self._comment(after)
        if char in "\"'":
            return self._quoted_text(char)
        if char in "[{":
            return self._flow()
        if char in "|>｜＞":
            return self._block(char)
        if (char in "&*!" and self._refused(char)) or self._starts_oddly(char, after):
            return self._next_line(self.end)
        return self._plain()

    @property
    def is_free_text(self) -> bool:
        """Whether people read this value, so that anything may be meant as text."""
        return self.key is not None and self.key.rpartition(".")[2] in FREE_TEXT

    def _comment(self, after: str) -> int:
        """`key: # …`: a note on the key, or a text that nobody will see."""
        is_parent = self._deeper_follows()
        if after != " " and (self.is_free_text or self.key is None or not is_parent):
            is_tag = _HASHTAG.match(self.text, self.at, self.end)
            self._note("E107", self.at, self.end, self._all_quoted() if is_tag else None)
        elif self.is_free_text and not is_parent:
            self._note("E107", self.at, self.end, None)
        self.walk.outline.pending = Pending.OPEN
        return self._next_line(self.end)

    def _quoted_text(self, quote: str) -> int:
        text, at = self.text, self.at
        close = closing_quote(text, at, self.walk.outline.columns[-1])
        if close is None:
            self._note("E110", at, at + 1, None, quote=quote)
            return self._next_line(self.end)
        if quote == '"' and (escape := find_bad_escape(text, at, close)):
            start, stop = escape
            inner = text[at + 1 : close]
            # Certain only where every backslash can have been meant as a backslash alone.
            is_certain = close == self.end - 1 and not re.search(r'\\[\\"xuU]', inner)
            fix = self._all_quoted(inner) if is_certain else None
            self._note("E115", start, stop, fix, text=text[start:stop])
        if not _AFTER_QUOTE.match(text, close + 1):
            if close < self.end:
                self._note("E111", close, close + 1, self._all_quoted(), quote=quote)
            else:
                self._note("E110", at, at + 1, None, quote=quote)
            return self._next_line(max(close, self.end))
        if close > self.end:
            self._note("W101", at, self.end, None)
        return self._next_line(max(close, self.end))

    def _flow(self) -> int:
        text, at, end = self.text, self.at, self.end
        if self.is_free_text:
            self._odd_start()
            return self._next_line(end)
        closed_on_line = text.find("]" if text[at] == "[" else "}", at, end)
        tail = text[closed_on_line + 1 : end].strip() if closed_on_line >= 0 else ""
        goes_on_as_text = tail and tail[0] not in "#]},，、:" and text[closed_on_line + 1] != ","
        is_bare_name = (
            text[at] == "{"
            and closed_on_line == end - 1
            and not re.search(r"[:：{]", text[at + 1 : end])
        )
        if (goes_on_as_text and not _is_inner(text, at, closed_on_line)) or (
            is_bare_name and text[at + 1 : closed_on_line].strip()
        ):
            self._odd_start()
            return self._next_line(end)
        stop = read_flow(self.walk, at)
        if stop is None:
            return self._next_line(end)
        if not _AFTER_QUOTE.match(text, stop):
            self._odd_start()
        return self._next_line(max(stop, end))

    def _block(self, char: str) -> int:
        value = self.text[self.at : self.end]
        header = _HEADER.match(value)
        if header:
            digit = header[1] or header[2]
            outer = max(self.walk.outline.columns[-1], 0)
            start = self._next_line(self.end)
            return self.walk.skip_block(start, outer + int(digit) if digit else 0)
        if char in "｜＞":
            if len(value) == 1 and self._deeper_follows():
                fix = (self.at, self.end, "|" if char == "｜" else ">")
                self._note("E132", self.at, self.end, fix)
                return self.walk.skip_block(self._next_line(self.end))
            return self._plain()
        if self._deeper_follows():
            self._note("E109", self.at, self.end, None, sign=char)
            return self.walk.skip_block(self._next_line(self.end))
        self._odd_start()
        return self._next_line(self.end)

    def _refused(self, char: str) -> bool:
        """An anchor, an alias or a tag: YAML's own signs, which lessons do without."""
        pattern, code = (_TAG, "E113") if char == "!" else (_REFERENCE, "E112")
        match = pattern.match(self.text, self.at, self.end)
        if match is None:
            self._odd_start()
        else:
            self._note(code, self.at, match.end(), None, text=brief(match.group()))
            if match.end() == self.end:
                self.walk.outline.pending = Pending.OPEN
        return True

    def _starts_oddly(self, char: str, after: str) -> bool:
        if char == "-" and after.isspace():
            if self.key is not None and not self.is_free_text:
                self._note("E126", self.at, self.end, None, key=self.key)
                return True
        elif char not in "@`%,]}" and not (char in "?:" and after.isspace()):
            return False
        self._odd_start()
        return True

    def _plain(self) -> int:
        text, at, end = self.text, self.at, self.end
        self.walk.outline.pending = Pending.TEXT
        match = _IN_TEXT.search(text, at, end)
        if match is None:
            return self._next_line(end)
        spot = match.start()
        if text[spot] == ":":
            self._note("E106", spot, spot + 1, self._all_quoted())
        elif self.is_free_text or not _PLAIN_WORD.fullmatch(text[at:spot].rstrip()):
            # Closed by another the sign belongs to the words (#口令#), else it may be a note.
            fix = self._all_quoted() if _HASHTAG.match(text, spot, end) else None
            self._note("E107", spot, end, fix, text=brief(text[spot:end]))
        return self._next_line(end)

    # ── shared ───────────────────────────────────────────────────────────────

    def _odd_start(self) -> None:
        char = self.text[self.at]
        self._note("E108", self.at, self.at + 1, self._all_quoted(), sign=char)

    def _all_quoted(self, content: str | None = None) -> tuple[int, int, str] | None:
        """The mend that keeps every character: the whole text in quotation marks."""
        if self._deeper_follows():
            return None
        text = self.text[self.at : self.end] if content is None else content
        return self.at, self.end, quoted(text)

    def _deeper_follows(self) -> bool:
        match = _DEEPER.match(self.text, self._line_end(self.end))
        return match is not None and len(match[1]) > self.walk.outline.columns[-1]

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def _next_line(self, at: int) -> int:
        return self._line_end(at) + 1

    def _note(
        self, code: str, start: int, end: int, fix: tuple[int, int, str] | None, **values: str | int
    ) -> None:
        values.setdefault("text", brief(self.text[self.at : self.end]))
        self.walk.slips.append(Slip(code, start, end, values, fix))


def _is_inner(text: str, at: int, close: int) -> bool:
    """Whether more brackets open than close up to here, so that this one closes an inner list."""
    part = text[at : close + 1]
    return part.count("[") + part.count("{") > part.count("]") + part.count("}")
