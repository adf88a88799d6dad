"""A lesson's node with its texts in another language, and with its pointers still pointing.

`answer_in: step#heading` names a heading by its words. In a translation the heading at the
same place has other words, so the pointer is turned to those.
"""

from __future__ import annotations

from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content.entries import Heading
from app.content.prose import outline
from app.content.spec.paths import text_paths, with_texts
from app.content.translation import Text

_Pointers = dict[str, str]  # `step#heading` → the same place in the translation


def translated_lesson(node: Node, texts: Mapping[str, Text]) -> Node:
    """A copy of the lesson's node in which these texts stand in place of its own."""
    translated = with_texts(node, texts)
    if translated is node:
        return node
    pointers = _pointers(node, translated)
    return _turned(translated, pointers) if pointers else translated


def _pointers(own: Node, other: Node) -> _Pointers:
    """Where each heading of the original has gone.

    A text with more headings, or fewer, than its original cannot be paired off: a pointer
    into it is cut back to its step.
    """
    pointers: _Pointers = {}
    others = _headings(other)
    for path, headings in _headings(own).items():
        step = path.partition("/")[0].partition(".")[0]
        partners = others.get(path, [])
        is_paired = len(partners) == len(headings)
        for index, heading in enumerate(headings):
            partner = partners[index] if is_paired else None
            # The first of two headings with the same words is the one that is meant.
            pointers.setdefault(
                f"{step}#{heading.text}", f"{step}#{partner.text}" if partner else step
            )
            pointers.setdefault(
                f"{step}#{heading.anchor}", f"{step}#{partner.anchor}" if partner else step
            )
    return pointers


def _headings(node: Node) -> dict[str, list[Heading]]:
    """The headings of each long text that has some, by its path."""
    return {
        path: list(outline(text.value).headings)
        for path, text in text_paths(node, "lesson")
        if isinstance(text, ScalarNode) and "#" in text.value and path.endswith((".body", ".a"))
    }


def _turned(node: Node, pointers: _Pointers) -> Node:
    if isinstance(node, MappingNode):
        pairs = [(key, _turned_value(key, value, pointers)) for key, value in node.value]
        if all(new[1] is old[1] for new, old in zip(pairs, node.value, strict=True)):
            return node
        return MappingNode(node.tag, pairs, node.start_mark, node.end_mark, node.flow_style)
    if isinstance(node, SequenceNode):
        entries = [_turned(one, pointers) for one in node.value]
        if all(new is old for new, old in zip(entries, node.value, strict=True)):
            return node
        return SequenceNode(node.tag, entries, node.start_mark, node.end_mark, node.flow_style)
    return node


def _turned_value(key: Node, value: Node, pointers: _Pointers) -> Node:
    if key.value != "answer_in" or not isinstance(value, ScalarNode):
        return _turned(value, pointers)
    step, mark, heading = value.value.partition("#")
    place = pointers.get(f"{step}{mark}{heading.strip()}")
    if place is None or place == value.value:
        return value
    return ScalarNode(value.tag, place, value.start_mark, value.end_mark, value.style)
