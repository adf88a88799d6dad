"""The edits that keep a translation file in order: fingerprints, and lines still to be filled."""

from __future__ import annotations

from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode

from app.content.edits import insertion
from app.content.fingerprint import fingerprint
from app.content.issues import Edit, Span
from app.content.translation import Original, Overlay, missing_paths

_INDENT = "  "


@dataclass(slots=True)
class OverlayEdits:
    """The edits, and how many fingerprints were set and how many empty lines added."""

    edits: list[Edit] = field(default_factory=list)
    fingerprints: int = 0
    added: int = 0


def overlay_edits(
    overlay: Overlay, original: Original, text: str, *, add_missing: bool, stamp_stale: bool
) -> OverlayEdits:
    """What to change in a translation file with this text.

    New translations are stamped. A stale one keeps its old fingerprint, since nobody has
    looked at it again, unless `stamp_stale` says that somebody has.
    """
    done = OverlayEdits()
    if add_missing:
        lines = [
            f"{path}: {_empty(original, path)}"
            for path in missing_paths(overlay, original)
            if path not in overlay.texts
        ]
        done.added = len(lines)
        _append(done, "text", lines, overlay, text)
    new: list[str] = []
    for path in overlay.filled:
        source = original.texts.get(path)
        if source is None:
            continue
        stamp = fingerprint(source)
        place = overlay.stamp_places.get(path)
        if place is None:
            new.append(f"{path}: {_quoted(stamp)}")
        elif overlay.stamps[path] == stamp:
            continue
        elif stamp_stale or not overlay.stamps[path]:
            done.edits.append(Edit(_value_span(place), _stamp_for(place, stamp)))
            done.fingerprints += 1
    done.fingerprints += len(new)
    _append(done, "of", new, overlay, text)
    return done


def starting_overlay(original: Original, language: str) -> str:
    """A translation file with an empty line for every text."""
    lines = [
        "# yaml-language-server: $schema=./translation.schema.json",
        "format: 1",
        f"for: {original.id}",
        f"language: {language}",
        "text:",
        *(f"{_INDENT}{path}: {_empty(original, path)}" for path in original.texts),
    ]
    return "\n".join(lines) + "\n"


def _append(done: OverlayEdits, key: str, lines: list[str], overlay: Overlay, text: str) -> None:
    """Adds lines below those that `key:` holds already, with their indentation."""
    if not lines:
        return
    rows = text.split("\n")
    block = overlay.top.get(key)
    if block is None:
        _append_block(done, [f"{key}:", *(_INDENT + line for line in lines)], rows)
        return
    key_node, value = block
    if isinstance(value, MappingNode) and value.flow_style:
        inner = ", ".join(lines)
        first = value.start_mark
        comma = ", " if value.value else ""
        done.edits.append(insertion(first.line + 1, first.column + 2, f"{inner}{comma}"))
        return
    if isinstance(value, MappingNode) and value.value:
        indent = " " * value.value[0][0].start_mark.column
        row = _last_row(value.value[-1][1], len(indent), rows)
    else:
        indent = " " * key_node.start_mark.column + _INDENT
        row = value.end_mark.line
    _insert_after(done, row, [indent + line for line in lines], rows)


def _append_block(done: OverlayEdits, lines: list[str], rows: list[str]) -> None:
    row = len(rows) - 1
    while row > 0 and not rows[row].strip():
        row -= 1
    _insert_after(done, row, lines, rows)


def _insert_after(done: OverlayEdits, row: int, lines: list[str], rows: list[str]) -> None:
    """Puts lines below this row (counted from 0); lines that end the file end with a line end."""
    added = "".join(f"{line}\n" for line in lines)
    if row + 1 < len(rows):
        done.edits.append(insertion(row + 2, 1, added))
    else:
        done.edits.append(insertion(row + 1, len(rows[row]) + 1, f"\n{added}"))


def _last_row(value: Node, indent: int, rows: list[str]) -> int:
    """The last row (from 0) that belongs to a value; the keys beside it stand at `indent`."""
    if not isinstance(value, ScalarNode):
        return _last_row(value.value[-1], indent, rows) if value.value else value.end_mark.line
    if value.style not in ("|", ">"):
        return value.end_mark.line
    last = row = value.start_mark.line
    for row in range(value.start_mark.line + 1, len(rows)):
        content = rows[row].strip()
        if not content:
            continue
        if len(rows[row]) - len(rows[row].lstrip(" ")) <= indent:
            break
        last = row
    return last


def _empty(original: Original, path: str) -> str:
    return '""' if isinstance(original.texts[path], str) else "[]"


def _stamp_for(place: Node, stamp: str) -> str:
    is_empty = isinstance(place, ScalarNode) and not place.value and not place.style
    return f" {_quoted(stamp)}" if is_empty else _quoted(stamp)


def _quoted(stamp: str) -> str:
    # Our reader takes every value as text; others would read 12345678 and 1234e567 as numbers.
    looks_like_number = stamp.isdigit() or stamp.replace("e", "", 1).isdigit()
    return f'"{stamp}"' if looks_like_number else stamp


def _value_span(node: Node) -> Span:
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
