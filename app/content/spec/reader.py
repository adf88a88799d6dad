"""Reads YAML nodes into parts by the tables, and notes everything that is not as they say.

The tables are turned into plain functions once, when the program starts to read lessons;
a course of a thousand lessons then costs little more than PyYAML itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content.parts import Findings, Part, brief, is_blank, name_parts
from app.content.pictures import path_trouble
from app.content.slips.lines import KEYS
from app.content.spec.fields import ByType, Field, Record

PartReader = Callable[[Node, Findings], Part | None]

#: Reads the value of one key. None: it is empty, or an issue says what is wrong with it.
_Read = Callable[[Node, Findings], Any]

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}").fullmatch
_WHOLE = re.compile(r"[+-]?[0-9]{1,9}").fullmatch
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,6})?").fullmatch
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch

# Other words for yes and no, with what each stands for where that is among the choices.
_YES, _NO = ("对", "true", "yes"), ("错", "false", "no")
_MEANT = {
    **dict.fromkeys(("正确", "真", "是", "√", "yes", "y", "true", "on", "对"), _YES),
    **dict.fromkeys(("不对", "不正确", "错误", "假", "否", "不是", "×"), _NO),
    **dict.fromkeys(("no", "n", "false", "off", "错"), _NO),
}


def part_reader(record: Record | ByType) -> PartReader:
    """The function that reads this record."""
    return _by_type_reader(record) if isinstance(record, ByType) else _record_reader(record)


def _record_reader(record: Record) -> PartReader:
    readers: dict[str, _Read] = {one.key: _field_reader(one) for one in record.fields}
    get_reader = readers.get
    required = record.required
    # Steps and questions are named for the whole lesson, so not here.
    scopes = _scopes(record)

    def read(node: Node, found: Findings) -> Part | None:
        if node.__class__ is not MappingNode:
            found.add("E155", node, name=record.name)
            return None
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            try:
                reader = get_reader(key_node.value)
            except TypeError:  # a list or a group of keys stands where the key should
                reader = None
            if reader is None:
                _note_stranger(record, key_node, found)
            else:
                values[key_node.value] = reader(value_node, found)
        for key in required:
            if values.get(key) is None:
                _note_missing(record, node, key, found)
        for scope in scopes:
            if len(scope) == 1:
                if entries := values.get(scope[0]):
                    name_parts(entries, found)
            else:
                name_parts([one for key in scope for one in values.get(key) or ()], found)
        part = Part(record, node, values)
        if record.id_from:
            part.id = f"{record.name}-{values.get(record.id_from)}"
        return part

    return read


def _scopes(record: Record) -> list[tuple[str, ...]]:
    """The lists of a record whose entries must not share ids, together or each for itself."""
    lists = [
        one
        for one in record.fields
        if one.kind == "parts"
        and isinstance(one.of, Record)
        and (one.of.id_prefix or one.of.id_from)
    ]
    apart: list[tuple[str, ...]] = [(one.key,) for one in lists if one.under_key]
    together = tuple(one.key for one in lists if not one.under_key)
    return [*apart, together] if together else apart


def _by_type_reader(by_type: ByType) -> PartReader:
    get_reader = {name: _record_reader(one) for name, one in by_type.types.items()}.get
    read_base = _record_reader(by_type.base)
    names = tuple(by_type.types)

    def read(node: Node, found: Findings) -> Part | None:
        if node.__class__ is not MappingNode:
            found.add("E155", node, name=by_type.name)
            return None
        for key_node, value_node in node.value:
            if key_node.value == "type":
                if value_node.__class__ is ScalarNode:
                    reader = get_reader(value_node.value)
                    if reader is not None:
                        return reader(node, found)
                    if value_node.value.strip():
                        _note_word("type", names, value_node, found)
                        break
                found.add("E159", key_node, key="type", name=by_type.name)
                break
        else:
            found.add("E158", node, key="type", name=by_type.name)
        # Without a type nobody knows which keys belong here: the rest is not judged.
        part = read_base(node, Findings(found.shown))
        if part is not None:
            part.values.pop("type", None)
        return part

    return read


def _field_reader(field: Field) -> _Read:
    if field.kind in ("text", "markdown"):
        return _text_reader(field)
    if field.kind == "texts":
        return _texts_reader(field)
    if field.kind == "word":
        return _word_reader(field)
    if field.kind in ("whole", "number"):
        return _number_reader(field)
    if field.kind == "parts":
        return _parts_reader(field)
    if field.kind == "part":
        assert field.of is not None
        return _part_reader(field, part_reader(field.of))
    return _pattern_reader(field)


def _text_reader(field: Field) -> _Read:
    key = field.key

    def read(node: Node, found: Findings) -> str | None:
        if node.__class__ is not ScalarNode:
            found.add("E153", node, key=key)
            return None
        text: str = node.value
        if not text or text.isspace():
            return None
        return text if text[-1] != "\n" else text.rstrip("\n")

    return read


def _texts_reader(field: Field) -> _Read:
    key, low = field.key, field.low

    def read(node: Node, found: Findings) -> tuple[str, ...] | None:
        if node.__class__ is not SequenceNode:
            _note_no_list(key, node, found)
            return None
        texts: list[str] = []
        for entry in node.value:
            if entry.__class__ is not ScalarNode:
                found.add("E153", entry, key=key)
            elif not entry.value or entry.value.isspace():
                found.add("E166", entry, key=key)
            else:
                texts.append(entry.value.rstrip("\n"))
        if len(node.value) < low:
            found.add("E167", node, key=key, low=low)
        return tuple(texts) if len(texts) == len(node.value) >= low else None

    return read


def _parts_reader(field: Field) -> _Read:
    assert field.of is not None
    key, low = field.key, field.low
    read_entry = part_reader(field.of)

    def read(node: Node, found: Findings) -> list[Part] | None:
        if node.__class__ is not SequenceNode:
            _note_no_list(key, node, found)
            return None
        if len(node.value) < low:
            found.add("E167", node, key=key, low=low)
            return None
        entries = []
        for entry in node.value:
            part = read_entry(entry, found)
            if part is not None:
                entries.append(part)
        return entries

    return read


def _part_reader(field: Field, read_part: PartReader) -> _Read:
    def read(node: Node, found: Findings) -> Part | None:
        if is_blank(node):
            return None
        return read_part(node, found)

    return read


def _word_reader(field: Field) -> _Read:
    key, words = field.key, field.words
    known = {word: word for word in words}

    def read(node: Node, found: Findings) -> str | None:
        if node.__class__ is not ScalarNode:
            found.add("E153", node, key=key)
            return None
        word = known.get(node.value) or known.get(node.value.strip().lower())
        if word is None and node.value.strip():
            _note_word(key, words, node, found)
        return word

    return read


def _number_reader(field: Field) -> _Read:
    key, low, high = field.key, field.low, field.high
    matches, make = (_WHOLE, int) if field.kind == "whole" else (_NUMBER, float)
    code = "E156" if field.kind == "whole" else "E157"

    def read(node: Node, found: Findings) -> float | None:
        if node.__class__ is not ScalarNode:
            found.add("E153", node, key=key)
            return None
        text = node.value
        if not text or text.isspace():
            return None
        if matches(text):
            value = make(text)
            if low <= value <= high:
                return value
        found.add(code, node, key=key, text=brief(text), low=low, high=high)
        return None

    return read


def _pattern_reader(field: Field) -> _Read:
    key = field.key
    trouble = {"id": _id_trouble, "date": _date_trouble, "image": path_trouble}[field.kind]

    def read(node: Node, found: Findings) -> str | None:
        if node.__class__ is not ScalarNode:
            found.add("E153", node, key=key)
            return None
        text: str = node.value
        if not text or text.isspace():
            return None
        code = trouble(text)
        if code is None:
            return text
        found.add(code, node, key=key, text=brief(text))
        return None

    return read


def _id_trouble(text: str) -> str | None:
    return None if _ID(text) else "E163"


def _date_trouble(text: str) -> str | None:
    if _DATE(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            return "E162"
        return None
    return "E162"


# ── only when something is wrong ─────────────────────────────────────────────


def _note_stranger(record: Record, key_node: Node, found: Findings) -> None:
    if record.is_open:
        return
    key = key_node.value
    if not isinstance(key, str):
        return  # `source` tells of it, as of keys that stand twice
    keys = tuple(record.by_key)
    meant = found.near(key, keys)
    if key in KEYS and not (key.startswith(meant) or meant.startswith(key)):
        meant = ""  # `options` in the wrong place is no slip of the finger for `points`
    if meant:
        found.add("E151", key_node, key=brief(key), meant=meant, name=record.name)
    else:
        found.add("E152", key_node, key=brief(key), name=record.name, keys=", ".join(keys))


def _note_missing(record: Record, node: Node, key: str, found: Findings) -> None:
    for key_node, value_node in node.value:
        if key_node.value == key:
            # A value that is there but wrong has its own issue already.
            if is_blank(value_node):
                found.add("E159", key_node, key=key, name=record.name)
            return
    found.add("E158", node, key=key, name=record.name)


def _note_no_list(key: str, node: Node, found: Findings) -> None:
    if not is_blank(node):
        found.add("E154", node, key=key)


def _note_word(key: str, words: tuple[str, ...], node: Node, found: Findings) -> None:
    text = node.value.strip()
    meant = next((word for word in _MEANT.get(text.casefold(), ()) if word in words), "")
    if not meant and text.removeprefix("不") not in words:  # 不对 is no slip of the pen for 对
        meant = found.near(text, words)
    if meant:
        found.add("E160", node, key=key, text=brief(text), meant=meant)
    else:
        found.add("E161", node, key=key, text=brief(text), words=" / ".join(words))
