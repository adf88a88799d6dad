"""levels.yaml as plain values for the game, in the learner's language, or what must be mended."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast

from yaml.nodes import MappingNode, Node, ScalarNode

from app.content.issues import Issue
from app.content.parts import Findings, Part, brief, is_blank
from app.content.source import parse, read_text
from app.content.spec.paths import read_root, text_paths, with_texts
from app.content.translation import original_of, read_overlay, usable_texts
from app.links.anatomy import dissect_found
from app.links.lens import Lens
from app.links.levels import Carrier, HandRound, Level, LevelList
from app.links.score import LEAST_TO_PASS, Judge, truth_named, truth_of
from app.links.suffixes import RESERVED
from app.links.text import find_links
from app.links.values import Anatomy

LEVELS_FILE = "levels.yaml"

_WORDS: dict[Judge, tuple[str, ...]] = {
    "owner": ("genuine", "fake", "cannot-tell"),
    "demand": ("fine", "harmful", "check-first"),
}
# What each verdict of the lens would be called in a level.
_SEEN = {
    "official": "genuine",
    "imitates": "fake",
    "unlisted": "fake (with `brand:`)",
    "cannot_tell": "cannot-tell",
    "unreadable": "-",
}
# RFC 5737 and RFC 3849: addresses that belong to nobody.
_DOCUMENTATION = tuple(
    map(
        ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
    )
)


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
        for level in part.parts("levels"):
            _check_level(level, lens, found)
            _check_names(level, "trick", tricks, found)
            brands = None if lens is None else [brand.id for brand in lens.brands.brands]
            _check_names(level, "brand", brands, found)
    issues = sorted(found.issues, key=lambda issue: (issue.span.line, issue.span.column))
    if part is None or any(issue.severity == "error" for issue in issues):
        return None, issues
    return LevelList(tuple(map(_level, part.parts("levels")))), issues


def is_nobodys(host: str) -> bool:
    """Whether a host, as browsers compare it, is a name or an address kept for examples."""
    if host.rpartition(".")[2] in RESERVED:
        return True
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return any(address in network for network in _DOCUMENTATION)


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


def _check_level(level: Part, lens: Lens | None, found: Findings) -> None:
    values = level.values
    judge: Judge = values.get("judge") or "owner"
    links = level.parts("links")
    dealt = bool(values.get("tricks"))
    if not dealt and not links:
        found.add("E423", level.node)
        return
    if dealt != ("rounds" in values):
        missing = "rounds" if dealt else "tricks"
        found.add("E424", level.key_place("tricks" if dealt else "rounds"), key=missing)
    for link in links:
        _check_link(link, judge, lens, found)
    if dealt or any(link.values.get("verdict") is None for link in links):
        return
    if len(links) < LEAST_TO_PASS:
        place = level.key_place("links")
        found.add("E425", place, number=len(links), least=LEAST_TO_PASS)
    there = {link.values["verdict"] for link in links}
    for word in _WORDS[judge][:2]:
        if word not in there:
            found.add("E426", level.key_place("links"), verdict=word)


def _check_link(link: Part, judge: Judge, lens: Lens | None, found: Findings) -> None:
    values = link.values
    verdict, url = values.get("verdict"), values.get("url")
    if verdict is not None and verdict not in _WORDS[judge]:
        words = " / ".join(_WORDS[judge])
        found.add("E233", link.place("verdict"), text=verdict, words=words)
    needed = "url" if judge == "owner" else "message"
    if needed not in values:
        found.add("E158", link.node, key=needed, name="link")
    elif values[needed] is None and is_blank(link.place(needed)):
        found.add("E159", link.key_place(needed), key=needed, name="link")
    if judge == "demand" or not url:
        return
    anatomy = _anatomy(url)
    if anatomy is None or anatomy.owner is None or anatomy.host is None:
        found.add("E421", link.place("url"), text=brief(url))
    elif verdict == "fake" and not is_nobodys(anatomy.host):
        found.add("E420", link.place("url"), owner=anatomy.owner)
    elif verdict in _WORDS["owner"] and lens is not None:
        seen = lens.read_link(url).verdict
        if truth_of(seen, claims_brand=bool(values.get("brand"))) != truth_named(verdict):
            found.add("E427", link.place("verdict"), verdict=verdict, seen=_SEEN[seen])


def _anatomy(url: str) -> Anatomy | None:
    """The link taken apart; None if the text is anything but one link."""
    link = next(find_links(url), None)
    if link is None or (link.start, link.end) != (0, len(url)):
        return None
    return dissect_found(url, link)


def _check_names(level: Part, key: str, known: Collection[str] | None, found: Findings) -> None:
    if known is None:
        return
    named = list(level.entries("tricks")) if key == "trick" else []
    for link in level.parts("links"):
        if link.values.get(key):
            named.append((link.values[key], link.place(key)))
    for name, place in named:
        if name not in known:
            meant = found.near(name, known) or next(iter(sorted(known)), "–")
            found.add("E422", place, kind=key, id=brief(name), meant=meant)


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
