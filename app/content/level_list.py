"""levels.yaml as plain values for the game, in the learner's language, or what must be mended."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast

from yaml.nodes import MappingNode, Node, ScalarNode

from app.content.issues import Issue
from app.content.parts import Findings, Part
from app.content.rules.links import LinkRules
from app.content.rules.meaning import check_verdicts
from app.content.source import parse, read_text
from app.content.spec.paths import read_root, text_paths, with_texts
from app.content.translation import original_of, read_overlay, usable_texts
from app.links.gate import Link
from app.links.lens import Lens
from app.links.levels import Carrier, HandRound, Level, LevelList
from app.links.score import LEAST_TO_PASS, truth_named

LEVELS_FILE = "levels.yaml"

_BOTH = {"owner": ("genuine", "fake"), "demand": ("fine", "harmful")}


def load_levels(
    folder: Path,
    language: str,
    *,
    tricks: Collection[str] | None = None,
    lens: Lens | None = None,
) -> tuple[LevelList | None, list[Issue]]:
    """The levels of a course folder in this language, and all issues of levels.yaml.

    Texts without a translation are the file's own. None if there is no such file, or if there
    is any error in it. `tricks` are the ids there are, `lens` judges the links and knows the
    brands; None: not checked.
    """
    path = folder / LEVELS_FILE
    node, issues, text = _node(path)
    if node is None:
        return None, issues
    levels, more = read_levels(node, path.as_posix(), text, tricks=tricks, lens=lens)
    if levels is None or language == _value(node, "language"):
        return levels, [*issues, *more]
    translated = _translated(folder / f"levels.{language}.yaml", node)
    in_language = read_levels(translated, path.as_posix())[0] if translated is not None else None
    return in_language or levels, [*issues, *more]


def read_levels(
    node: Node,
    shown: str,
    text: str = "",
    *,
    tricks: Collection[str] | None = None,
    lens: Lens | None = None,
) -> tuple[LevelList | None, list[Issue]]:
    """The levels from their nodes, and all issues at once; None if there is any error.

    `shown` is the file's name in the issues, `text` the file's text, if it is at hand.
    """
    found = Findings(shown, text)
    part = read_root(node, "levels", found)
    if part is not None:
        rules = LinkRules(lens, tricks)
        links: list[Link] = []
        for level in part.parts("levels"):
            _check_level(level, found)
            links += rules.check_links(level, found)
        # All levels together: in one alone there are too few links to say anything.
        rules.check_leaks(links, part.key_place("levels"), found)
    issues = sorted(found.issues, key=lambda issue: (issue.span.line, issue.span.column))
    if part is None or any(issue.severity == "error" for issue in issues):
        return None, issues
    return LevelList(tuple(map(_level, part.parts("levels")))), issues


def level_ids(folder: Path) -> tuple[str, ...] | None:
    """The ids of a course folder's levels, in their order; None if they cannot be read."""
    node = _node(folder / LEVELS_FILE)[0]
    part = read_root(node, "levels", Findings("")) if node is not None else None
    return None if part is None else tuple(level.id for level in part.parts("levels"))


def _node(path: Path) -> tuple[Node | None, list[Issue], str]:
    text, issues = read_text(path, path.as_posix())
    if text is None:
        return None, issues, ""
    node, more = parse(text, path.as_posix())
    issues = [*issues, *more]
    return (None if any(one.severity == "error" for one in issues) else node), issues, text


def _translated(path: Path, node: Node) -> Node | None:
    """The levels' node with the translation's texts; None without a translation to be used."""
    if not path.is_file():
        return None
    overlay_node, _issues, _text = _node(path)
    overlay = read_overlay(overlay_node, path.name)[0] if overlay_node is not None else None
    if overlay is None:
        return None
    paths = list(text_paths(node, "levels"))
    original = original_of(_value(node, "id"), path.name, _value(node, "language"), paths)
    return with_texts(node, usable_texts(overlay, original), "levels")


def _value(node: Node, key: str) -> str:
    for key_node, value_node in node.value if isinstance(node, MappingNode) else ():
        if key_node.value == key and isinstance(value_node, ScalarNode):
            return str(value_node.value)
    return ""


# ── rules ────────────────────────────────────────────────────────────────────


def _check_level(level: Part, found: Findings) -> None:
    values = level.values
    links = level.parts("links")
    dealt = bool(values.get("tricks"))
    if not dealt and not links:
        found.add("E423", level.node)
        return
    if dealt != ("rounds" in values):
        missing = "rounds" if dealt else "tricks"
        found.add("E424", level.key_place("tricks" if dealt else "rounds"), key=missing)
    check_verdicts(level, found)
    if dealt or any(link.values.get("verdict") is None for link in links):
        return
    if len(links) < LEAST_TO_PASS:
        place = level.key_place("links")
        found.add("E425", place, number=len(links), least=LEAST_TO_PASS)
    there = {link.values["verdict"] for link in links}
    for word in _BOTH[values.get("judge") or "owner"]:
        if word not in there:
            found.add("E426", level.key_place("links"), verdict=word)


# ── values ───────────────────────────────────────────────────────────────────


def _level(part: Part) -> Level:
    values = part.values
    by_hand = tuple(map(_hand_round, part.parts("links")))
    return Level(
        id=part.id,
        title=values["title"],
        rule=values.get("rule") or "",
        judge=values.get("judge") or "owner",
        tricks=_texts(values.get("tricks") or ()),
        rounds=values.get("rounds") or len(by_hand),
        by_hand=by_hand,
    )


def _hand_round(part: Part) -> HandRound:
    values = part.values
    return HandRound(
        id=part.id,
        truth=truth_named(values["verdict"]),
        why=values["why"],
        message=values.get("message") or "",
        url=values.get("url") or "",
        shown=values.get("shown") or "",
        carrier=cast(Carrier, (values.get("carrier") or "text").replace("-", "_")),
        brand=values.get("brand") or "",
        trick=values.get("trick") or "",
    )


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)
