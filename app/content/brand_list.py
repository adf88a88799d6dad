"""brands.yaml as plain values for the lens and the game, or what must be mended in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import Node

from app.content.issues import Issue
from app.content.parts import Findings, Part, brief
from app.content.source import parse, read_text
from app.content.spec.paths import read_root
from app.links.brands import Brand, Brands

BRANDS_FILE = "brands.yaml"

_LABEL = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?=.{{1,253}}\Z)(?:{_LABEL}\.)+{_LABEL}").fullmatch
_PLACE = re.compile(rf"((?:{_LABEL}\.)+{_LABEL})(?:/[!-~]*)?").fullmatch
_SPELLING = re.compile(_LABEL).fullmatch
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*").fullmatch

_PLACES = ("carriers", "redirectors", "hosted_pages", "short_links", "others")
_FITS = {"spelled": _SPELLING, "short_names": _SPELLING, "app_schemes": _SCHEME}
_OWN_HOSTS = ("owners", "short_links", "hosts", "never_fake")


def load_brands(folder: Path) -> tuple[Brands | None, list[Issue]]:
    """The official list of a course folder, and all its issues.

    None if there is no such file, or if there is any error in it.
    """
    path = folder / BRANDS_FILE
    text, issues = read_text(path, path.as_posix())
    if text is None:
        return None, issues
    node, more = parse(text, path.as_posix())
    issues = [*issues, *more]
    if node is None or any(issue.severity == "error" for issue in issues):
        return None, issues
    brands, more = read_brands(node, path.as_posix(), text)
    return brands, [*issues, *more]


def read_brands(node: Node, shown: str, text: str = "") -> tuple[Brands | None, list[Issue]]:
    """The official list from its nodes, and all its issues at once; None if there is any error.

    `shown` is the file's name in the issues, `text` the file's text, if it is at hand.
    """
    found = Findings(shown, text)
    part = read_root(node, "brands", found)
    if part is not None:
        _check(part, found)
    issues = sorted(found.issues, key=lambda issue: (issue.span.line, issue.span.column))
    if part is None or any(issue.severity == "error" for issue in issues):
        return None, issues
    return _build(part), issues


# ── rules ────────────────────────────────────────────────────────────────────


def _check(root: Part, found: Findings) -> None:
    for key in _PLACES:
        for text, place in root.entries(key):
            if not _PLACE(text):
                found.add("E401", place, text=brief(text))
    anyones = {
        text
        for key in ("hosted_pages", "short_links", "redirectors")
        for text in root.values.get(key) or ()
    }
    seen: dict[str, tuple[str, int]] = {}
    for brand in root.parts("brands"):
        _check_brand(brand, anyones, seen, found)


def _check_brand(
    brand: Part, anyones: set[str], seen: dict[str, tuple[str, int]], found: Findings
) -> None:
    own = set(brand.values.get("owners") or ()) | set(brand.values.get("short_links") or ())
    for key in _OWN_HOSTS:
        for text, place in brand.entries(key):
            if not _HOST(text):
                found.add("E401", place, text=brief(text))
            elif key == "hosts" and not any(name in own for name in _and_above(text)):
                found.add("E404", place, text=brief(text))
            elif key != "never_fake" and any(name in anyones for name in _and_above(text)):
                found.add("E402", place, text=brief(text))
    for key in ("owners", "spelled", "short_names", "app_schemes"):
        for text, place in brand.entries(key):
            fits = _FITS.get(key)
            if fits is not None and not fits(text):
                found.add("E405", place, text=brief(text))
            name = f"{key == 'app_schemes'} {text}"
            first = seen.setdefault(name, (brand.id, place.start_mark.line + 1))
            if first[0] != brand.id:
                found.add("E403", place, text=brief(text), id=first[0], line=first[1])


def _and_above(host: str) -> Iterator[str]:
    """A host and every domain above it."""
    while host:
        yield host
        host = host.partition(".")[2]


# ── values ───────────────────────────────────────────────────────────────────


def _build(root: Part) -> Brands:
    def places(key: str) -> tuple[str, ...]:
        return tuple(root.values.get(key) or ())

    brands = tuple(_brand(one) for one in root.parts("brands"))
    return Brands(
        brands=brands,
        carriers=places("carriers"),
        redirectors=places("redirectors"),
        hosted=places("hosted_pages"),
        shorteners=places("short_links"),
        others=places("others"),
        checked=min(one.checked for one in brands),
    )


def _brand(part: Part) -> Brand:
    values = part.values

    def texts(key: str) -> tuple[str, ...]:
        return tuple(values.get(key) or ())

    return Brand(
        id=part.id,
        zh=values["zh"],
        en=values["en"],
        pinyin=values["pinyin"],
        owners=texts("owners"),
        short_hosts=texts("short_links"),
        hosts=texts("hosts"),
        app_schemes=texts("app_schemes"),
        labels=texts("spelled"),
        abbreviations=texts("short_names"),
        han_names=(values["zh"], *texts("also_called")),
        never_fake=texts("never_fake"),
        source=values["source"],
        checked=values["checked"],
        is_invented=values.get("invented") == "yes",
        trade=values.get("trade") or "shop",
    )
