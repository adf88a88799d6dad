"""Every text a learner sees, with the path under which a translation names it.

Ids joined by `/`, then `.field`: `quiz/q-fee/a.right`. Lists of plain text count from 1:
`goals.1`. See "Overlay paths" in the teachers' guide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content.parts import Findings, Part, name_lesson
from app.content.spec.fields import Field
from app.content.spec.lesson import ROOTS
from app.content.spec.reader import PartReader, part_reader

RootKind = Literal["lesson", "course", "brands", "levels"]
Text = str | Sequence[str]

_READERS: dict[str, PartReader] = {kind: part_reader(record) for kind, record in ROOTS.items()}


def read_root(node: Node, kind: RootKind, found: Findings) -> Part | None:
    """The file as parts, every one with an id; None if it is not a group of keys."""
    part = _READERS[kind](node, found)
    if part is not None and kind == "lesson":
        name_lesson(part, found)
    return part


def text_paths(node: Node, kind: RootKind) -> Iterator[tuple[str, ScalarNode | SequenceNode]]:
    """Every text a learner sees, in the file's order, with its overlay path.

    A list that is translated as a whole (`accept`) comes as one node, any other text as
    its own. What cannot be read is passed over: the reader reports it.
    """
    part = read_root(node, kind, Findings(""))
    return iter(()) if part is None else part_paths(part)


def part_paths(root: Part) -> Iterator[tuple[str, ScalarNode | SequenceNode]]:
    """The same for a file that has been read already."""
    return _walk(root, "", "")


def with_texts(node: Node, texts: Mapping[str, Text], kind: RootKind = "lesson") -> Node:
    """A copy of the file's node in which these texts stand in place of its own.

    Paths that lead nowhere are passed over. The given node is not changed; what stays the
    same is shared between the two.
    """
    swaps: dict[int, Node] = {}
    for path, old in text_paths(node, kind):
        new = texts.get(path)
        if new is None:
            continue
        if isinstance(old, SequenceNode) and not isinstance(new, str):
            entries = [_scalar(one, old) for one in new]
            swaps[id(old)] = SequenceNode(old.tag, entries, old.start_mark, old.end_mark)
        elif isinstance(old, ScalarNode) and isinstance(new, str):
            swaps[id(old)] = _scalar(new, old)
    return _swapped(node, swaps) if swaps else node


def _scalar(text: str, old: Node) -> ScalarNode:
    return ScalarNode("tag:yaml.org,2002:str", text, old.start_mark, old.end_mark, "'")


def _swapped(node: Node, swaps: Mapping[int, Node]) -> Node:
    swap = swaps.get(id(node))
    if swap is not None:
        return swap
    value: list[object]
    if isinstance(node, MappingNode):
        value = [(key, _swapped(one, swaps)) for key, one in node.value]
        same = all(new[1] is old[1] for new, old in zip(value, node.value, strict=True))  # type: ignore[index]
        made: type[MappingNode | SequenceNode] = MappingNode
    elif isinstance(node, SequenceNode):
        value = [_swapped(one, swaps) for one in node.value]
        same = all(new is old for new, old in zip(value, node.value, strict=True))
        made = SequenceNode
    else:
        return node
    if same:
        return node
    return made(node.tag, value, node.start_mark, node.end_mark, node.flow_style)


def _walk(part: Part, ids: str, field_path: str) -> Iterator[tuple[str, ScalarNode | SequenceNode]]:
    """`ids` is the path of ids so far, `field_path` what stands between it and the next key."""
    by_key = part.record.by_key
    seen: set[str] = set()
    for key_node, value_node in part.node.value:
        key = key_node.value
        if not isinstance(key, str) or key in seen or key not in by_key:
            continue
        seen.add(key)
        field = by_key[key]
        path = f"{ids}{field_path}.{key}" if ids or field_path else key
        if field.kind == "part":
            inner = part.values.get(key)
            if isinstance(inner, Part):
                yield from _walk(inner, ids, f"{field_path}.{key}")
        elif field.kind == "parts":
            for number, entry in enumerate(part.parts(key), 1):
                if entry.record.id_prefix or entry.record.id_from:
                    yield from _walk(entry, _joined(ids, field, entry.id), "")
                else:
                    yield from _walk(entry, ids, f"{field_path}.{key}.{number}")
        elif not field.shown:
            continue
        elif field.kind == "texts":
            yield from _list_paths(field, path, value_node)
        elif isinstance(value_node, ScalarNode) and value_node.value.strip():
            yield path, value_node


def _joined(ids: str, field: Field, own: str) -> str:
    name = f"{field.key}/{own}" if field.under_key else own
    return f"{ids}/{name}" if ids else name


def _list_paths(
    field: Field, path: str, node: Node
) -> Iterator[tuple[str, ScalarNode | SequenceNode]]:
    if not isinstance(node, SequenceNode):
        return
    if field.as_one:
        yield path, node
        return
    for number, entry in enumerate(node.value, 1):
        if isinstance(entry, ScalarNode) and entry.value.strip():
            yield f"{path}.{number}", entry
