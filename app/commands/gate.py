"""`shilian gate`: whether anything but the owner tells genuine links from fake ones."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.commands.bar import Bar
from app.commands.deal import built_in_brands
from app.content.brand_list import BRANDS_FILE, load_brands
from app.content.catalog import open_course
from app.content.level_list import load_levels
from app.content.models import LinkGameStep
from app.i18n import _, mark
from app.links.brands import Brands
from app.links.deal import deal
from app.links.gate import LEAST_TO_JUDGE, Gate, Link, links_of, measure
from app.links.score import truth_named

ABOUT = mark(
    "Sends links through the leak gate: no folk rule may tell genuine from fake, only the owner."
)
EXAMPLE = "shilian gate --n 4000 --seed 1"

_SHOWN_PAIRS = 5
_LANGUAGE = "zh-CN"  # links are the same in every language


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `gate` understands."""
    parser.add_argument(
        "path",
        nargs="*",
        metavar="PATH",
        help=_("course folders, lessons or levels.yaml, whose own links are measured"),
    )
    parser.add_argument(
        "--n", type=int, default=4000, metavar="N", help=_("how many rounds to deal")
    )
    parser.add_argument(
        "--seed", default="1", metavar="S", help=_("the same seed deals the same rounds")
    )
    parser.add_argument("--json", action="store_true", help=_("write one JSON document"))


def run(arguments: argparse.Namespace) -> int:
    """0 if the gate is passed, 1 if not, 2 for a path that is not there or a number below 1."""
    paths = [Path(each) for each in arguments.path]
    for path in paths:
        if not path.exists():
            print(_("There is no {path}.").format(path=path), file=sys.stderr)
            return 2
    if arguments.n < 1:
        print(_("--n cannot be below 1."), file=sys.stderr)
        return 2
    brands = _brands(paths)
    if paths:
        links = [link for path in paths for link in written_links(path)]
    else:
        rounds = deal(brands, arguments.seed, arguments.n)
        links = links_of(Bar(arguments.n).over(rounds))
    gate = measure(links, brands)
    if arguments.json:
        json.dump(as_json(gate), sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print("\n".join(_lines(gate)))
    if not gate.is_enough:
        print(
            _(
                "Too few links to judge folk rules by: it takes {n} genuine and {n} fake ones. "
                "Only their owners were checked."
            ).format(n=LEAST_TO_JUDGE),
            file=sys.stderr,
        )
    return 0 if gate.is_passed else 1


def as_json(gate: Gate) -> dict[str, object]:
    """The gate as `shilian gate --json` writes it."""
    return {
        "passed": gate.is_passed,
        "enough": gate.is_enough,
        "genuine": gate.genuine,
        "fake": gate.fake,
        "strict": gate.strict,
        "rules": [
            {
                "id": each.feature,
                "title": _(each.title),
                "hit_rate": round(each.hit_rate, 4),
                "false_alarm_rate": round(each.false_alarm_rate, 4),
                "d_prime": round(each.d_prime, 4),
                "auc": round(each.auc, 4),
                "passed": each.holds,
            }
            for each in gate.rules
        ],
        "pairs": [{"rules": [one, other], "auc": round(auc, 4)} for one, other, auc in gate.pairs],
    }


def _brands(paths: list[Path]) -> Brands:
    """The official list beside the first path; the built-in one where there is none."""
    for path in paths[:1]:
        folder = path if path.is_dir() else path.parent
        own = load_brands(folder)[0] if (folder / BRANDS_FILE).is_file() else None
        if own is not None:
            return own
    return built_in_brands()


def written_links(path: Path) -> Iterator[Link]:
    """The links written by hand in a course, a lesson or levels.yaml; owner rounds only."""
    folder, stem = (path, "") if path.is_dir() else (path.parent, path.stem)
    if stem in ("", "levels"):
        levels, _issues = load_levels(folder, _LANGUAGE)
        for level in levels.levels if levels else ():
            if level.judge == "owner":
                for each in level.by_hand:
                    yield from _link(each.url, each.brand, each.truth)
    if stem == "levels":
        return
    # In the course's own language: links are the same in every other.
    course = open_course(folder, "", None, date.today())
    for entry in course.lessons:
        if entry.is_broken or (stem and entry.stem != stem):
            continue
        for step in course.lesson(entry.id).steps:
            if isinstance(step, LinkGameStep) and step.judge == "owner":
                for link in step.links:
                    yield from _link(link.url, link.brand, truth_named(link.verdict))


def _link(url: str, brand: str, truth: str) -> Iterator[Link]:
    if url and truth != "cannot_tell":
        yield Link(url, brand or None, truth == "fake")


def _lines(gate: Gate) -> Iterator[str]:
    yield _("{genuine} genuine and {fake} fake links").format(genuine=gate.genuine, fake=gate.fake)
    head = f"{'':<20} {'H':>6} {'F':>6} {'d′':>7} {'AUC':>6}"
    yield head
    for each in gate.rules:
        verdict = "" if each.holds else _("  too telling")
        yield (
            f"{each.feature:<20} {each.hit_rate:>6.3f} {each.false_alarm_rate:>6.3f}"
            f" {each.d_prime:>+7.2f} {each.auc:>6.3f}{verdict}"
        )
    for one, other, auc in gate.pairs[:_SHOWN_PAIRS]:
        yield _("{one} with {other}: AUC {auc}").format(one=one, other=other, auc=f"{auc:.3f}")
    yield _("reading the owner alone: right on {share} %").format(share=f"{gate.strict * 100:g}")
    yield _("The gate is passed.") if gate.is_passed else _("The gate is not passed.")
