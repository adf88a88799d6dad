"""A teacher's file: its bytes as text, and its text as YAML nodes that know their place.

Every value stays text as typed: `no`, `012345` and `12:30` are what they look like.
Whatever the file holds, nothing is raised: what is wrong comes back as issues.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode

from app.content import slips
from app.content.encoding import decode, is_plain, read_bytes
from app.content.issues import Issue, Span
from app.content.positions import brief
from app.content.slips.flow import MAX_DEPTH
from app.content.slips.invisible import find_forbidden, without_forbidden
from app.content.slips.lines import Slip
from app.content.yaml_errors import translate

MAX_NODES = 50_000

# PyYAML without libyaml is slower, but reads the same.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_IS_C = _Base is not yaml.SafeLoader

_TEXT_TAG = "text"


class _Loader(_Base):  # type: ignore[misc]
    """YAML's reader with its guesses at types switched off, which saves a third of its time."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        return _TEXT_TAG

    def descend_resolver(self, node: object, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def read_text(path: Path, shown: str) -> tuple[str | None, list[Issue]]:
    """The file's text with plain line ends; None if there is no text to be had.

    `shown` is the file's name for messages. Positions of all later issues count in this text.
    """
    raw, slip = read_bytes(path)
    if raw is None:
        return None, [_unreadable(slip, shown)] if slip else []
    return read_string(raw, shown)


def read_string(content: str | bytes, shown: str) -> tuple[str | None, list[Issue]]:
    """The same for a file that is in memory already."""
    text, found = decode(content)
    if text is None:
        return None, [_unreadable(slip, shown) for slip in found]
    forbidden = [] if is_plain(content) else find_forbidden(text)
    issues = slips.issues_of(found + forbidden, text, shown)
    return (without_forbidden(text) if forbidden else text), issues


def _unreadable(slip: Slip, shown: str) -> Issue:
    """An issue of a file without text: its place, if it has one, was counted in the bytes."""
    line = int(slip.values.get("line", 1))
    column = int(slip.values.get("column", 1))
    return Issue(slip.code, shown, Span(line, column, line, column), slip.values)


def parse(text: str, shown: str) -> tuple[Node | None, list[Issue]]:
    """The text as YAML nodes, with everything that is wrong in it, each slip told once.

    With slips in it a text often still has nodes, so that the rules can go on; nodes on a
    line with an error may not be what the teacher meant.
    """
    issues = slips.find(text, shown)
    node, more = compose(text, shown)
    if any(issue.severity == "error" for issue in issues):
        # What YAML says of the same slip only misleads.
        codes = {issue.code for issue in issues}
        more = [issue for issue in more if issue.code in _OWN_CODES - codes]
    return node, sorted([*issues, *more], key=lambda issue: (issue.span.line, issue.span.column))


#: Found on the nodes alone: no slip in the text is the cause.
_OWN_CODES = frozenset({"E123", "E128", "E129"})


def compose(text: str, shown: str) -> tuple[Node | None, list[Issue]]:
    """The text as YAML nodes, or None and the reasons.

    Anchors, aliases, tags and merge keys are refused, depth and number of nodes bounded.
    """
    overlong = slips.find_overlong(text)
    if overlong:
        return None, slips.issues_of(overlong, text, shown)
    clean = _for_yaml(text)
    try:
        if not _is_tame(clean):
            refused = _scan(clean)
            if refused:
                return None, slips.issues_of([refused], text, shown)
        node = yaml.compose(clean, _Loader)
    except yaml.YAMLError as error:
        return None, slips.issues_of([translate(error, text)], text, shown)
    if node is None or node.value == "":
        return None, slips.issues_of([Slip("E011", 0, 0)], text, shown)
    found = _check(node)
    return (None if any(code != "E123" for code, *_ in found) else node), [
        Issue(code, shown, span, values) for code, span, values in found
    ]


def span_of(node: Node) -> Span:
    """Where a node stands. The end of a list or group is cut back to its own last line."""
    start, end = node.start_mark, node.end_mark
    if start is None or end is None:
        return Span(1, 1, 1, 1)
    if node.__class__ is not ScalarNode and end.line > start.line and end.column == 0:
        last = node.value[-1] if node.value else None
        while last is not None:
            inner = last[1] if isinstance(last, tuple) else last
            end = inner.end_mark
            last = inner.value[-1] if inner.__class__ is not ScalarNode and inner.value else None
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


# Sound only as upper bounds: brackets, columns and runs of dashes are all that nest.
_RUN = re.compile(r"[-?:][ \t]+[-?:][ \t]+[-?:][ \t]")
_REFERENCE = re.compile(r"(?<![^\s\[{,:?\-])[&*][0-9A-Za-z_-]")
_MAX_BRACKETS = 200
_FAR_RIGHT = "\n" + " " * 80
_TAME_SIZE = 100_000

# Line ends that editors do not show, but YAML obeys: as spaces they cannot shift any line.
_YAML_LINE_ENDS = str.maketrans({"\u2028": " ", "\u2029": " ", "\x85": " "})
_HAS_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def _for_yaml(text: str) -> str:
    if not _HAS_ODD.search(text):
        return text
    clean = without_forbidden(text.translate(_YAML_LINE_ENDS))
    return clean.replace("\ufeff", "\N{REPLACEMENT CHARACTER}")


def _is_tame(text: str) -> bool:
    """Whether a text certainly nests too little to overflow the stack and refers to nothing.

    PyYAML's composer recurses in C without a limit, so this has to be known before it runs.
    """
    return (
        _IS_C
        and len(text) < _TAME_SIZE
        and text.count("[") + text.count("{") < _MAX_BRACKETS
        and _FAR_RIGHT not in text
        and not _RUN.search(text)
        and not _may_refer(text, "&")
        and not _may_refer(text, "*")
    )


def _may_refer(text: str, sign: str) -> bool:
    """Whether this sign stands anywhere as it does before the name of an anchor or alias."""
    at = text.find(sign)
    while at >= 0:
        if _REFERENCE.match(text, at):
            return True
        at = text.find(sign, at + 1)
    return False


def _scan(text: str) -> Slip | None:
    """The first thing to refuse, read piece by piece, so that nothing can nest or multiply."""
    depth = pieces = 0
    for piece in yaml.scan(text, _Base):
        kind = piece.__class__
        mark = piece.start_mark
        at = mark.index
        if kind in _OPENERS:
            depth += 1
            if depth > MAX_DEPTH:
                return Slip("E128", at, at + 1, {"limit": MAX_DEPTH})
        elif kind in _CLOSERS:
            depth -= 1
        elif kind in _REFUSED:
            shown = brief(text[at : piece.end_mark.index])
            return Slip(_REFUSED[kind], at, piece.end_mark.index, {"text": shown})
        pieces += kind in _NODES
        # A node may make two pieces (a key's mark, and the key); the exact count comes later.
        if pieces > 2 * MAX_NODES:
            return Slip("E129", at, at + 1, {"limit": MAX_NODES})
    return None


_OPENERS = frozenset(
    {
        yaml.BlockSequenceStartToken,
        yaml.BlockMappingStartToken,
        yaml.FlowSequenceStartToken,
        yaml.FlowMappingStartToken,
    }
)
_CLOSERS = frozenset({yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken})
_REFUSED = {yaml.AnchorToken: "E112", yaml.AliasToken: "E112", yaml.TagToken: "E113"}
# Entries count as well: `- ` and `? ` without anything after them make empty nodes.
_NODES = _OPENERS | {
    yaml.ScalarToken,
    yaml.BlockEntryToken,
    yaml.FlowEntryToken,
    yaml.KeyToken,
}

_Finding = tuple[str, Span, dict[str, str | int]]


def _check(root: Node) -> list[_Finding]:
    """Depth, number of nodes, keys that stand twice, merge keys, tags."""
    found: list[_Finding] = []
    level = [root]
    depth = count = 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            return [("E128", span_of(level[0]), {"limit": MAX_DEPTH})]
        deeper: list[Node] = []
        for node in level:
            if node.tag != _TEXT_TAG:
                found.append(("E113", span_of(node), {"text": brief(str(node.tag))}))
            value = node.value
            if node.__class__ is MappingNode:
                seen: dict[str, Node] = {}
                for key, inner in value:
                    name = key.value
                    if name.__class__ is not str:
                        found.append(("E134", span_of(key), {}))
                        continue
                    if name in seen:
                        first = span_of(seen[name])
                        values: dict[str, str | int] = {
                            "key": brief(name),
                            "line": first.line,
                            "column": first.column,
                        }
                        found.append(("E123", span_of(key), values))
                    elif name == "<<" and key.style != "'" and key.style != '"':
                        found.append(("E114", span_of(key), {}))
                    seen[name] = key
                    if inner.value.__class__ is not str or inner.tag != _TEXT_TAG:
                        deeper.append(inner)
                count += 2 * len(value)
            elif value.__class__ is list:
                deeper += [
                    one for one in value if one.value.__class__ is not str or one.tag != _TEXT_TAG
                ]
                count += len(value)
        if count > MAX_NODES:
            return [("E129", span_of(root), {"limit": MAX_NODES})]
        level = deeper
    return found[: slips.MAX_ISSUES]
