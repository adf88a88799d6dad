"""Translations: files that lie over a lesson and say each of its texts in another language.

`NAME.en.yaml` beside `NAME.yaml` names texts by their path of ids. With each stands the
fingerprint of the text it was made from, so that a change of the original is noticed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content.fingerprint import fingerprint
from app.content.issues import Issue, Span
from app.content.parts import Findings

Text = str | tuple[str, ...]

FORMAT = "1"
KEYS = ("format", "for", "language", "text", "of")

_BLANK = re.compile(r"【([a-z][a-z0-9-]{0,39})】")
_NAMED_IN_SUMMARY = 3

# A guess compares a path with every other; a hostile file has thousands that lead nowhere.
_MOST_GUESSES = 20
_MOST_COMPARED = 1_000
_LONGEST_GUESS = 120


@dataclass(frozen=True, slots=True)
class Original:
    """What a translation belongs to: its id, its texts by path, and where each stands."""

    id: str
    shown: str  # the file's name
    language: str
    texts: Mapping[str, Text]
    lines: Mapping[str, int]


@dataclass(slots=True)
class Overlay:
    """A translation file that has been read: its texts by path, and where all of it stands."""

    texts: dict[str, Text] = field(default_factory=dict)
    places: dict[str, Node] = field(default_factory=dict)  # path → its text
    keys: dict[str, Node] = field(default_factory=dict)  # path → the path itself
    stamps: dict[str, str] = field(default_factory=dict)
    stamp_places: dict[str, Node] = field(default_factory=dict)
    top: dict[str, tuple[Node, Node]] = field(default_factory=dict)  # key → (key, value)

    @property
    def filled(self) -> dict[str, Text]:
        """The texts that hold something; an empty one is not translated yet."""
        return {path: text for path, text in self.texts.items() if _is_filled(text)}


def original_of(
    identity: str, shown: str, language: str, paths: Mapping[str, Node] | Sequence[tuple[str, Node]]
) -> Original:
    """The original's texts, from the paths of its node."""
    pairs = list(paths.items() if isinstance(paths, Mapping) else paths)
    return Original(
        id=identity,
        shown=shown,
        language=language,
        texts={path: text_of(node) for path, node in pairs},
        lines={path: node.start_mark.line + 1 for path, node in pairs},
    )


def text_of(node: Node) -> Text:
    """What a node of text, or of a list of texts, says."""
    if isinstance(node, SequenceNode):
        return tuple(one.value for one in node.value if isinstance(one, ScalarNode))
    return str(node.value)


def read_overlay(node: Node, shown: str) -> tuple[Overlay | None, list[Issue]]:
    """The translation in a file's node, and what is wrong with its form."""
    found = Findings(shown)
    if not isinstance(node, MappingNode):
        found.add("E501", node)
        return None, found.issues
    overlay = Overlay()
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, ScalarNode) else ""
        if key in KEYS:
            overlay.top.setdefault(key, (key_node, value_node))
        else:
            found.add("E502", key_node, key=_brief(key))
    for key in ("text", "of"):
        if key in overlay.top and not _is_empty(overlay.top[key][1]):
            value = overlay.top[key][1]
            if isinstance(value, MappingNode):
                _read_lines(key, value, overlay, found)
            else:
                found.add("E513", value, key=key)
    return overlay, found.issues


def _read_lines(key: str, lines: MappingNode, overlay: Overlay, found: Findings) -> None:
    for path_node, value in lines.value:
        if not isinstance(path_node, ScalarNode):
            found.add("E513", path_node, key=key)
        elif key == "of":
            stamp = value.value if isinstance(value, ScalarNode) else ""
            overlay.stamps.setdefault(path_node.value, stamp.strip())
            overlay.stamp_places.setdefault(path_node.value, value)
        elif isinstance(value, MappingNode) or not _holds_text(value):
            found.add("E507", value, path=_brief(path_node.value))
        elif path_node.value not in overlay.texts:
            overlay.texts[path_node.value] = text_of(value)
            overlay.places[path_node.value] = value
            overlay.keys[path_node.value] = path_node


def check_overlay(
    overlay: Overlay,
    node: Node,
    shown: str,
    language: str,
    original: Original,
    languages: Sequence[str],
) -> list[Issue]:
    """What is wrong with a translation, compared with its original.

    `language` is what the file's name says, `languages` those of the course (empty if unknown).
    """
    found = Findings(shown)
    _check_head(overlay, node, language, original, languages, found)
    orphans = 0
    stale: list[str] = []
    unstamped: list[str] = []
    for path, text in overlay.texts.items():
        source = original.texts.get(path)
        if source is None:
            orphans += 1
            meant = _near(path, original.texts) if orphans <= _MOST_GUESSES else ""
            code = "W506" if meant else "W503"
            found.add(code, overlay.keys[path], path=_brief(path), meant=meant)
            continue
        if not _is_filled(text):
            continue
        if isinstance(text, str) is not isinstance(source, str):
            code = "E507" if isinstance(source, str) else "E514"
            found.add(code, overlay.places[path], path=_brief(path))
            continue
        _check_blanks(source, text, overlay.places[path], found)
        stamp = overlay.stamps.get(path)
        if stamp is None:
            unstamped.append(path)
        elif stamp != fingerprint(source):
            stale.append(path)
    for path in stale:
        found.add(
            "W502",
            overlay.keys[path],
            path=_brief(path),
            line=original.lines[path],
            original=original.shown,
        )
    text_key = overlay.top["text"][0] if "text" in overlay.top else node
    missing = missing_paths(overlay, original)
    if missing:
        found.add("W501", text_key, count=len(missing), paths=_some(missing))
    if unstamped:
        found.add("W504", text_key, count=len(unstamped), paths=_some(unstamped))
    return found.issues


def missing_paths(overlay: Overlay, original: Original) -> list[str]:
    """The paths of the original's texts that have no translation, in the original's order."""
    return [
        path
        for path, source in original.texts.items()
        if _is_filled(source) and not _is_filled(overlay.texts.get(path, ""))
    ]


def usable_texts(overlay: Overlay, original: Original) -> dict[str, Text]:
    """The translated texts that fit; all others fall back to the original.

    A sentence whose blanks differ from the original's is left out: it could not be answered.
    """
    return {
        path: text
        for path, text in overlay.filled.items()
        if path in original.texts
        and isinstance(text, str) is isinstance(original.texts[path], str)
        and _blanks(text) == _blanks(original.texts[path])
    }


def _check_head(
    overlay: Overlay,
    node: Node,
    language: str,
    original: Original,
    languages: Sequence[str],
    found: Findings,
) -> None:
    wanted = {"format": FORMAT, "for": original.id, "language": language}
    codes = {"format": "E504", "for": "E505", "language": "E506"}
    for key, value in wanted.items():
        if key not in overlay.top:
            found.add("E503", node, key=key, example=value)
            continue
        place = overlay.top[key][1]
        given = place.value if isinstance(place, ScalarNode) else ""
        if given != value:
            found.add(codes[key], place, given=_brief(given), wanted=value)
    if "text" not in overlay.top:
        found.add("E503", node, key="text", example="")
    place = overlay.top["language"][1] if "language" in overlay.top else node
    if language == original.language:
        found.add("E511", place, language=language)
    elif languages and language not in languages:
        found.add("E510", place, language=language)


def _check_blanks(source: Text, text: Text, place: Node, found: Findings) -> None:
    wanted, given = _blanks(source), _blanks(text)
    if wanted == given:
        return
    for blank in dict.fromkeys(wanted):
        if given.count(blank) < wanted.count(blank):
            found.add("E508", place, blank=blank)
    known = "".join(f"【{blank}】" for blank in wanted) or "—"
    for blank in dict.fromkeys(given):
        if given.count(blank) > wanted.count(blank):
            found.add("E509", place, blank=blank, known=known)


def _blanks(text: Text) -> list[str]:
    # Sorted: another language may well put them in another order.
    return sorted(_BLANK.findall(text)) if isinstance(text, str) else []


def _is_filled(text: Text) -> bool:
    if isinstance(text, str):
        return bool(text.strip())
    return any(one.strip() for one in text)


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.value.strip()


def _holds_text(node: Node) -> bool:
    if isinstance(node, SequenceNode):
        return all(isinstance(one, ScalarNode) for one in node.value)
    return isinstance(node, ScalarNode)


def _some(paths: Sequence[str]) -> str:
    named = ", ".join(_brief(path) for path in paths[:_NAMED_IN_SUMMARY])
    return f"{named}, …" if len(paths) > _NAMED_IN_SUMMARY else named


def _brief(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _near(path: str, paths: Mapping[str, object]) -> str:
    """The path that was probably meant, or an empty text."""
    if len(path) > _LONGEST_GUESS:
        return ""
    guesses = get_close_matches(path, list(paths)[:_MOST_COMPARED], n=1, cutoff=0.75)
    return guesses[0] if guesses else ""


def span_at_start() -> Span:
    """The first character of a file, for what concerns all of it."""
    return Span(1, 1, 1, 2)
