"""A close look at one odd line: its indentation, its dashes, its key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.content.positions import brief
from app.content.slips.lines import KEYS, Slip
from app.content.slips.structure import Pending
from app.content.slips.value import read_value

if TYPE_CHECKING:
    from app.content.slips.walk import Walk

#: What people type for a space: tab, full-width space, no-break space.
_SPACES = " \t\u3000\u00a0"
_INDENT = re.compile(f"[{_SPACES}]*")
#: How wide a tab may have looked to whoever typed it, the likeliest first.
_TAB_WIDTHS = (2, 4, 8)
_WIDE_DASH = "－—–•·‐−"
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_./-]*")
_IDENTIFIER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*")
_COLON = re.compile(r":(?=\s|\Z)")
_COMMENT = re.compile(r"(?<=\s)#")
_IN_TEXT = re.compile(r":(?=\s|\Z)|(?<=\s)#")


def read_line(walk: Walk, start: int) -> int:
    """Read the line that begins at `start`; where the next one to read begins."""
    text = walk.text
    end = text.find("\n", start)
    if end < 0:
        end = len(text)
    at, column = _indentation(walk, start, end)
    if at >= end or text[at] == "#":
        return end + 1
    if at == start and _is_marker(walk, at, end):
        return end + 1
    walk.has_begun = True
    return _Line(walk, at, end, column).read()


def _indentation(walk: Walk, start: int, end: int) -> tuple[int, int]:
    """Where the line's first character stands, and its column once tabs are spaces."""
    text = walk.text
    match = _INDENT.match(text, start, end)
    at = match.end() if match else start
    lead = text[start:at]
    column = at - start
    wrong = len(lead) - len(lead.lstrip(" "))
    if wrong != len(lead) or lead.strip(" "):
        lead = lead.replace("\u3000", "  ").replace("\u00a0", " ")
        spaces = _without_tabs(walk, lead, is_item=text.startswith("-", at))
        column = len(spaces)
        typed = text[start:at]
        code = "E101" if "\t" in typed else "E102"
        first = start + min(i for i, char in enumerate(typed) if char != " ")
        fix = (start, at, spaces if at < end else "")
        if at < end or typed.strip(" "):
            walk.slips.append(Slip(code, first, at, {}, fix))
    return at, column


def _without_tabs(walk: Walk, lead: str, *, is_item: bool) -> str:
    """The indentation with spaces for tabs, as wide as lets the line stand with others."""
    widths = [lead.replace("\t", " " * width) for width in _TAB_WIDTHS]
    for spaces in widths:
        if walk.outline.fits(len(spaces), "list" if is_item else "keys"):
            return spaces
    return widths[0]


def _is_marker(walk: Walk, at: int, end: int) -> bool:
    """Whether the line is `---`, `...` or a directive; only one leading `---` is fine."""
    line = walk.text[at:end]
    has_begun = walk.has_begun or walk.outline.columns[-1] >= 0
    if line.startswith("%") and not has_begun:
        walk.slips.append(Slip("E118", at, end, {"text": brief(line)}))
        return True
    if line[:3] not in ("---", "...") or line[3:4].strip():
        return False
    rest = line[3:].strip()
    is_first = line.startswith("---") and not has_begun and not walk.has_marker
    if not is_first or (rest and not rest.startswith("#")):
        walk.slips.append(Slip("E119", at, at + 3, {"text": line[:3]}))
    walk.has_marker = True
    return True


class _Line:
    """One line under the magnifier: `at` moves from its first character to its value."""

    __slots__ = ("at", "column", "end", "has_dash", "text", "walk")

    def __init__(self, walk: Walk, at: int, end: int, column: int) -> None:
        self.walk = walk
        self.text = walk.text
        self.at = at
        self.end = end
        self.column = column
        self.has_dash = False

    def read(self) -> int:
        """Note the line's slips; where the next line to read begins."""
        self._read_dashes()
        outline = self.walk.outline
        if self.has_dash and (self.at >= self.end or self.text[self.at] == "#"):
            outline.pending = Pending.OPEN
            return self.end + 1
        key = self._read_key()
        if key is None:
            return self._read_loose_text()
        if self.has_dash:
            outline.push(self.column, "keys")
        return read_value(self.walk, key, self.at, self.end)

    # ── dashes ───────────────────────────────────────────────────────────────

    def _read_dashes(self) -> None:
        while self.at < self.end:
            width = self._dash()
            if not width:
                return
            self._place("list")
            self.has_dash = True
            match = _INDENT.match(self.text, self.at + width, self.end)
            gap_end = match.end() if match else self.at + width
            # Where a space is missing, the mend will bring one.
            self.column += max(gap_end - self.at, 2)
            self.at = gap_end

    def _dash(self) -> int:
        """How many characters the dash here has, mended or not; 0 if there is none."""
        text, at, end = self.text, self.at, self.end
        char = text[at]
        after = text[at + 1] if at + 1 < end else " "
        if char == "-":
            if after in _SPACES:
                match = _INDENT.match(text, at + 1, end)
                gap_end = match.end() if match else at + 1
                if text[at + 1 : gap_end].strip(" "):
                    fix = (at, gap_end, "- " if gap_end < end else "-")
                    self._note("E105", at + 1, gap_end, fix, text=brief(text[at:end]))
                return 1
            if after != "-" and not self.has_dash and not self._goes_on():
                self._note("E105", at, at + 1, (at, at + 1, "- "), text=brief(text[at:end]))
                return 1
        elif char in _WIDE_DASH and after != char and self._may_start_item():
            gap = 1 if at + 1 < end and after in _SPACES else 0
            self._note("E133", at, at + 1, (at, at + 1 + gap, "- "), text=char)
            return 1
        return 0

    def _may_start_item(self) -> bool:
        if self.has_dash or self._goes_on():
            return False
        return self.walk.outline.expects_item(self.column)

    def _place(self, kind: str) -> None:
        outline = self.walk.outline
        if self.has_dash:
            outline.push(self.column, "list" if kind == "list" else "keys")
        else:
            outline.place(self.at, self.column, "list" if kind == "list" else "keys")

    # ── key ──────────────────────────────────────────────────────────────────

    def _read_key(self) -> str | None:
        """The line's key, with `at` moved behind its colon; None if it has none."""
        text, at, end = self.text, self.at, self.end
        char = text[at]
        if char in "\"'":
            return self._quoted_key(char)
        if char == "?" and text[at + 1 : at + 2].strip() == "":
            return None
        if char in "#&*!|>%@`[{]},":
            return None
        word = _WORD.match(text, at, end)
        key = self._slipped_key(word.group(), word.end()) if word else None
        if key is None:
            key = self._plain_key()
        return key

    def _quoted_key(self, quote: str) -> str | None:
        text, at, end = self.text, self.at, self.end
        close = text.find(quote, at + 1, end)
        if close < 0:
            return None
        colon = _COLON.match(text, close + 1, end)
        if colon is None:
            return None
        return self._key(at + 1, close, colon.end())

    def _slipped_key(self, word: str, word_end: int) -> str | None:
        """A key whose colon is full-width, or stands without its space."""
        text, end = self.text, self.end
        match = _INDENT.match(text, word_end, end)
        colon = match.end() if match else word_end
        sign = text[colon : colon + 1] if colon < end else ""
        if sign not in ("：", ":") or not self._means_key(word):
            return None
        match = _INDENT.match(text, colon + 1, end)
        after = match.end() if match else colon + 1
        gap = text[colon + 1 : after]
        mended = ": " if after < end else ":"
        if sign == "：":
            self._note("E103", colon, colon + 1, (word_end, after, mended), key=word)
        elif after < end and gap.strip(" "):
            self._note("E104", colon + 1, after, (colon, after, mended), key=word)
        elif after < end and not gap:
            if text.startswith("//", after):
                return None
            self._note("E104", colon, colon + 1, (colon, colon + 1, mended), key=word)
        return self._key(self.at, word_end, after)

    def _means_key(self, word: str) -> bool:
        """Whether this word was meant as a key, not as the start of a text."""
        if word in KEYS:
            return not self._goes_on() or self.has_dash
        return not self.has_dash and self.walk.outline.has_keys_at(self.column)

    def _plain_key(self) -> str | None:
        """A key as YAML sees it: whatever stands before the first colon and space."""
        text, at, end = self.text, self.at, self.end
        colon = _COLON.search(text, at, end)
        if colon is None:
            return None
        comment = _COMMENT.search(text, at, end)
        if comment is not None and comment.start() < colon.start():
            return None
        name = text[at : colon.start()].strip()
        if not name:
            return None
        if self.has_dash and not _IDENTIFIER.fullmatch(name) and name != "<<":
            return None  # `- 注意: …` is a text with a colon in it
        if name == "<<":
            self._note("E114", at, colon.end(), None)
        return self._key(at, colon.start(), colon.end())

    def _key(self, start: int, end: int, value: int) -> str:
        if not self.has_dash:
            self._place("keys")
        self.at = value
        return self.text[start:end].strip()

    # ── neither ──────────────────────────────────────────────────────────────

    def _read_loose_text(self) -> int:
        """A line without a key: a list item's text, a text that goes on, or a stray."""
        outline = self.walk.outline
        if self.has_dash:
            return read_value(self.walk, None, self.at, self.end)
        at, end = self.at, self.end
        if not outline.is_deeper(self.column) or outline.columns[-1] < 0:
            return self._stray()
        if outline.pending is Pending.SHUT:
            return self._stray()
        if outline.pending is Pending.OPEN and self.text[at] in "[{\"'|>":
            return read_value(self.walk, None, at, end)
        if not outline.has_strayed:
            outline.has_strayed = True
            self._note("W101", at, end, None, text=brief(self.text[at:end]))
        if outline.pending is Pending.OPEN:
            return read_value(self.walk, None, at, end)
        odd = _IN_TEXT.search(self.text, at, end)
        if odd is not None:
            code = "E106" if odd.group() == ":" else "E107"
            shown = brief(self.text[at if code == "E106" else odd.start() : end])
            self._note(code, odd.start(), odd.end() if code == "E106" else end, None, text=shown)
        return end + 1

    def _stray(self) -> int:
        outline = self.walk.outline
        char = self.text[self.at]
        if char in "[{" and outline.columns[-1] < 0:
            return read_value(self.walk, None, self.at, self.end)
        if not outline.has_strayed:
            outline.has_strayed = True
            self._note("E122", self.at, self.end, None, text=brief(self.text[self.at : self.end]))
        return self.end + 1

    def _goes_on(self) -> bool:
        """Whether the line stands deeper than a text that is still going on."""
        outline = self.walk.outline
        return outline.pending is Pending.TEXT and outline.is_deeper(self.column)

    def _note(
        self, code: str, start: int, end: int, fix: tuple[int, int, str] | None, **values: str | int
    ) -> None:
        self.walk.slips.append(Slip(code, start, end, values, fix))
