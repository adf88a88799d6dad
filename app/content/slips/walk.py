"""Goes through a file line by line, keeping in mind which lists and keys are open."""

from __future__ import annotations

import re

from app.content.slips.line import read_line
from app.content.slips.lines import (
    BLANK,
    BLOCK,
    DASH,
    FLOW,
    FREE_TEXT,
    INDENT,
    ITEM,
    KEY,
    LINE,
    OPEN,
    PLAIN,
    Slip,
)
from app.content.slips.structure import Outline, Pending

_NOT_BLANK = re.compile(r"[^ \n]")


class Walk:
    """One pass over one text. `slips` and `blocks` hold what it found."""

    __slots__ = ("blocks", "has_begun", "has_marker", "limit", "outline", "slips", "text")

    def __init__(self, text: str, limit: int) -> None:
        self.text = text
        self.limit = limit
        self.slips: list[Slip] = []
        self.blocks: list[tuple[int, int]] = []
        self.outline = Outline(self.slips)
        self.has_begun = False
        self.has_marker = False

    def run(self) -> None:
        """Read the whole text, or as much as yields `limit` slips."""
        text = self.text
        match_line = LINE.match
        outline = self.outline
        columns = outline.columns
        kinds = outline.kinds
        open_, plain, shut = Pending.OPEN, Pending.TEXT, Pending.SHUT
        at = 0
        size = len(text)
        while at < size:
            match = match_line(text, at)
            kind = match.lastindex if match else 0
            if match is None or (kind == FLOW and match[KEY] in FREE_TEXT):
                at = read_line(self, at)
                if len(self.slips) >= self.limit:
                    return
                continue
            content = match.end(INDENT)
            dash_end = match.end(DASH)
            end = match.end() + 1
            if kind == BLANK:
                at = end if dash_end < 0 else read_line(self, at)
                continue
            column = content - at
            if dash_end >= 0:
                if columns[-1] > column and columns[-2] == column and kinds[-2] == "list":
                    # The next item of a list: by far the most frequent case, so without a call.
                    columns.pop()
                    kinds.pop()
                    outline.has_strayed = False
                else:
                    outline.place(content, column, "list")
                if kind is not None and kind < ITEM:
                    columns.append(dash_end - at)
                    kinds.append("keys")
            elif kind is not None and kind >= ITEM:
                at = read_line(self, at)
                continue
            elif columns[-1] != column or kinds[-1] != "keys":
                outline.place(content, column, "keys")
            if kind in (PLAIN, ITEM):
                outline.pending = plain
            elif kind == OPEN:
                outline.pending = open_
            else:
                outline.pending = shut
            at = self.skip_block(end) if kind == BLOCK else end
        if len(self.slips) > self.limit:
            del self.slips[self.limit :]

    def skip_block(self, start: int, indent: int = 0) -> int:
        """Where the block text ends whose header stands on the line before `start`.

        `indent`: the first line's indentation if the header says it, else it is looked for.
        """
        text = self.text
        outer = self.outline.columns[-1] + 1
        first = _NOT_BLANK.search(text, start)
        if first is None:
            return len(text)
        line_start = text.rfind("\n", 0, first.start()) + 1
        found = first.start() - line_start
        if found < outer:
            return line_start
        indent = indent or found
        if line_start > start:
            self._check_empty_start(start, line_start, found)
        end = self._end_of_block(line_start, indent)
        while end < len(text):
            body = _NOT_BLANK.search(text, end)
            # The text goes on, further left than it began: YAML takes these lines for keys.
            if body is None or body.start() - end < outer or body.group() == "#":
                break
            column = body.start() - end
            fix = (end, end + column, " " * indent)
            self.slips.append(
                Slip("E127", end + column, end + column + 1, {"columns": indent}, fix)
            )
            end = self._end_of_block(end, outer)
        self.blocks.append((line_start, end))
        return end

    def _end_of_block(self, start: int, indent: int) -> int:
        """The start of the first line that is not blank and stands left of `indent`."""
        text = self.text
        at = start
        pad = " " * indent
        while True:
            newline = text.find("\n", at)
            if newline < 0:
                return len(text)
            at = newline + 1
            if text.startswith(pad, at):
                continue
            rest = _NOT_BLANK.search(text, at)
            if rest is None:
                return len(text)
            line_start = text.rfind("\n", 0, rest.start()) + 1
            if line_start == at or rest.start() - line_start < indent:
                return line_start
            at = line_start

    def _check_empty_start(self, start: int, end: int, indent: int) -> None:
        """Spaces on an empty first line count as indentation: the text falls out of its block."""
        at = start
        while at < end:
            newline = self.text.index("\n", at)
            if newline - at > indent:
                self.slips.append(Slip("E131", at, newline, {}, (at, newline, "")))
                return
            at = newline + 1
