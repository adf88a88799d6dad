"""The slips of a hand-written file, found in its text before YAML's own parser sees it.

YAML's messages mislead people who do not know YAML, and some slips it takes in silence
(` #` swallows the rest of a line). So every line is read here first, the way a teacher
meant it. A clean line costs one regular expression; only an odd one is looked at closely.
"""

from __future__ import annotations

from app.content.issues import Edit, Issue
from app.content.positions import Positions
from app.content.slips.invisible import find_invisible
from app.content.slips.lines import Slip
from app.content.slips.walk import Walk

MAX_LINE = 20_000
"""Characters in a line. More than this is no lesson, and would slow down every step."""

MAX_LINES = 20_000
"""In a file: eighty times a long lesson. Keeps the time for any file well below two seconds."""

MAX_ISSUES = 100
"""Per file: nobody reads more, and a hostile file must not make a million."""


def find(text: str, shown: str) -> list[Issue]:
    """Every slip in the text, in the file's order; `shown` is the file's name for messages."""
    slips = find_overlong(text)
    if not slips:
        walk = Walk(text, MAX_ISSUES)
        walk.run()
        slips = walk.slips
        slips += find_invisible(text, walk.blocks, MAX_ISSUES)
    return issues_of(slips, text, shown)


def find_overlong(text: str) -> list[Slip]:
    """The first line that is too long, or the first of too many lines, if there is one."""
    count = text.count("\n")
    if count > MAX_LINES:
        return [Slip("E014", 0, 0, {"count": count, "limit": MAX_LINES})]
    start = 0
    while len(text) - start > MAX_LINE:
        end = text.find("\n", start, start + MAX_LINE + 1)
        if end < 0:
            end = text.find("\n", start)
            length = (len(text) if end < 0 else end) - start
            return [Slip("E013", start, start, {"length": length, "limit": MAX_LINE})]
        # The furthest line end within reach: lines before it are short enough.
        start = text.rfind("\n", start, start + MAX_LINE + 1) + 1
    return []


def issues_of(slips: list[Slip], text: str, shown: str) -> list[Issue]:
    """Slips with offsets become issues with lines and columns."""
    if not slips:
        return []
    slips = sorted(slips, key=lambda slip: (slip.start, slip.code))[:MAX_ISSUES]
    positions = Positions(text)
    issues = []
    for slip in slips:
        fix = None
        if slip.fix is not None:
            start, end, new = slip.fix
            fix = Edit(positions.span(start, end), new)
        span = positions.span(slip.start, slip.end)
        issues.append(Issue(slip.code, shown, span, slip.values, fix))
    return issues
