"""A lesson half read: every group of keys with its values, and the place each came from.

`Part` stands between YAML and the frozen values of `models`: the rules look at parts,
because a part still knows its line and column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content.issues import Issue, Span
from app.content.positions import brief as brief

if TYPE_CHECKING:
    from app.content.spec.fields import Record


def span_of(node: Node) -> Span:
    """Where a node stands; of a group of keys or a block of lines, where it begins.

    A block's own end mark lies at the start of whatever follows it, which would point at
    the wrong thing.
    """
    start, end = node.start_mark, node.end_mark
    if isinstance(node, MappingNode) and node.value and not node.flow_style:
        first = node.value[0][0]
        if isinstance(first, ScalarNode):
            start, end = first.start_mark, first.end_mark
    if end.line > start.line:
        return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def span_within(node: ScalarNode, offset: int, length: int, found: Findings) -> Span:
    """Where a stretch of a text's value stands in the file.

    Exact for text on one line and for `|` blocks (there with the file's text at hand; without
    it the usual indentation is taken); for other text the whole of it.
    """
    start, text = node.start_mark, node.value
    if node.style == "|":
        before = text.rfind("\n", 0, offset) + 1
        end = text.find("\n", before)
        index = start.line + 1 + text.count("\n", 0, offset)
        whole = text[before:] if end < 0 else text[before:end]
        indent = found.line(index).find(whole) if whole else -1
        column = (indent if indent >= 0 else 0) + offset - before + 1
        last = min(offset + length, before + len(whole)) - before
        return Span(index + 1, column, index + 1, column + max(1, last - (offset - before)))
    on_one_line = start.line == node.end_mark.line
    quotes = 1 if node.style in ("'", '"') else 0
    if on_one_line and node.end_mark.column - start.column == len(text) + 2 * quotes:
        column = start.column + quotes + offset + 1
        return Span(start.line + 1, column, start.line + 1, column + length)
    return span_of(node)


class Part:
    """One group of keys that has been read.

    `values` holds, by key, what could be read: text, number, tuple of texts, Part or list
    of Parts; None where the value was wrong (an issue says so). `id` is the part's own id
    or a provisional one; `has_id` tells which.
    """

    __slots__ = ("has_id", "id", "node", "record", "values")

    def __init__(self, record: Record, node: MappingNode, values: dict[str, Any]) -> None:
        self.record = record
        self.node = node
        self.values = values
        self.id: str = values.get("id") or ""
        self.has_id = self.id != ""

    def place(self, key: str) -> Node:
        """The node of this key's value, or the part itself if it has no such key."""
        for key_node, value_node in self.node.value:
            if key_node.value == key:
                return value_node  # type: ignore[no-any-return]
        return self.node

    def key_place(self, key: str) -> Node:
        """The node of the key itself, or the part if it has no such key."""
        for key_node, _ in self.node.value:
            if key_node.value == key:
                return key_node  # type: ignore[no-any-return]
        return self.node

    def entries(self, key: str) -> Iterator[tuple[str, Node]]:
        """Every text of a list of texts, with its node."""
        texts = self.values.get(key)
        node = self.place(key)
        if texts and isinstance(node, SequenceNode):
            yield from zip(texts, node.value, strict=True)

    def parts(self, key: str) -> Sequence[Part]:
        """The parts listed under this key; none if the key is missing or wrong."""
        return self.values.get(key) or ()


#: A file with more issues than this is not a lesson with slips in it; the rest is left out.
MOST_ISSUES = 1_000
#: To look for what was meant takes time: from here on nothing is suggested any more.
MOST_SUGGESTIONS = 50


class Findings:
    """The issues of one file, in the order they were found; at most `MOST_ISSUES`."""

    __slots__ = ("_lines", "_suggestions", "_text", "issues", "nameless", "shown")

    def __init__(self, shown: str, text: str = "") -> None:
        self.shown = shown
        self._text = text
        self._lines: list[str] | None = None
        self._suggestions = 0
        self.issues: list[Issue] = []
        self.nameless: list[Part] = []  # those that got a provisional id

    def add(self, code: str, at: Node | Span, **values: str | int) -> None:
        """Notes an issue at this place."""
        if self.is_full:
            return
        span = at if isinstance(at, Span) else span_of(at)
        self.issues.append(Issue(code, self.shown, span, values))

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that nothing more is noted."""
        return len(self.issues) >= MOST_ISSUES

    def near(self, word: str, words: Iterable[str]) -> str:
        """The one of `words` that was probably meant, or an empty text."""
        self._suggestions += 1
        if self._suggestions > MOST_SUGGESTIONS:
            return ""
        return near(word, list(islice(words, 100)))

    def line(self, index: int) -> str:
        """A line of the file, counted from 0; empty if the file's text was not given."""
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines[index] if index < len(self._lines) else ""


def name_parts(parts: Sequence[Part], found: Findings) -> None:
    """Gives provisional ids to the parts without one, and notes ids that stand twice.

    The parts are all those that must not share an id. A provisional id is the record's
    prefix and the part's number among its like: `step-1`, `s2`.
    """
    taken: dict[str, Part] = {}
    nameless = False
    for part in parts:
        own = part.id
        if not own:
            nameless = True
        elif own not in taken:
            taken[own] = part
        elif part.has_id or taken[own].has_id:
            first = taken[own]
            found.add("E209", part.place("id"), id=own, line=span_of(first.place("id")).line)
    if not nameless:
        return
    numbers: dict[str, int] = {}
    for part in parts:
        prefix = part.record.id_prefix
        number = numbers[prefix] = numbers.get(prefix, 0) + 1
        if not part.id:
            # An id that is there but wrong has its own issue, and is not to be stamped.
            if "id" not in part.values:
                found.nameless.append(part)
            while f"{prefix}{number}" in taken:
                number += 1
            numbers[prefix] = number
            part.id = f"{prefix}{number}"
            taken[part.id] = part


def is_blank(node: Node) -> bool:
    """Whether nothing but white space stands here."""
    return isinstance(node, ScalarNode) and not node.value.strip()


def near(word: str, words: Sequence[str]) -> str:
    """The one of `words` that was probably meant, or an empty text."""
    # Long strangers are nobody's slip, and comparing them would take long.
    if len(word) > 60:
        return ""
    # Only files with slips need it.
    from difflib import get_close_matches

    found = get_close_matches(word, words, n=1, cutoff=0.6)
    return found[0] if found else ""


def name_lesson(lesson: Part, found: Findings) -> None:
    """Names all steps and questions of a lesson, which must not share ids."""
    named: list[Part] = []
    for step in lesson.parts("steps"):
        named.append(step)
        if step.record.name == "step" and "questions" in step.values:
            named.extend(step.parts("questions"))
    name_parts(named, found)
