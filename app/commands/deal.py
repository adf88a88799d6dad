"""`shilian deal`: rounds as the game would deal them, for whoever wants to look at them."""

from __future__ import annotations

import argparse
import json
import sys

from app import paths
from app.commands.bar import Bar
from app.content.brand_list import load_brands
from app.errors import ShilianError
from app.i18n import _, mark
from app.links.anatomy import dissect
from app.links.brands import Brands
from app.links.deal import deal
from app.links.rounds import Round, Wish
from app.links.shown import defanged, visible
from app.links.tricks.table import TRICKS

ABOUT = mark("Deals rounds of “spot the fake link” as the game would.")
EXAMPLE = "shilian deal --tricks swap,pinyin --n 5 --seed 1"

_TRUTHS = {
    "genuine": mark("genuine"),
    "fake": mark("fake"),
    "cannot_tell": mark("can't tell"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `deal` understands."""
    parser.add_argument(
        "--tricks", default="", metavar="A,B", help=_("only these tricks; all if left out")
    )
    parser.add_argument("--n", type=int, default=10, metavar="N", help=_("how many rounds"))
    parser.add_argument(
        "--seed", default="1", metavar="S", help=_("the same seed deals the same rounds")
    )
    parser.add_argument("--json", action="store_true", help=_("write one JSON document"))


def run(arguments: argparse.Namespace) -> int:
    """0; 2 for a trick there is not or a number below 0."""
    tricks = tuple(filter(None, arguments.tricks.split(",")))
    unknown = [each for each in tricks if each not in TRICKS]
    if unknown:
        print(
            _("There is no trick {names}. There are: {known}.").format(
                names=", ".join(unknown), known=", ".join(TRICKS)
            ),
            file=sys.stderr,
        )
        return 2
    if arguments.n < 0:
        print(_("--n cannot be below 0."), file=sys.stderr)
        return 2
    brands = built_in_brands()
    rounds = Bar(arguments.n).over(deal(brands, arguments.seed, arguments.n, wish=Wish(tricks)))
    if arguments.json:
        made = [as_json(each, arguments.lang) for each in rounds]
        json.dump(made, sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for each in rounds:
        print("\n".join(_lines(each, arguments.lang)))
    return 0


def built_in_brands() -> Brands:
    """The official list of the built-in course; raises ShilianError if it cannot be read."""
    brands, issues = load_brands(paths.built_in_course())
    if brands is None:
        raise ShilianError(
            _("The official list cannot be read: {reason}").format(
                reason=issues[0].code if issues else _("there is none")
            ),
            next_step=_("→ See {command} --help.").format(command="shilian check"),
        )
    return brands


def as_json(dealt: Round, lang: str) -> dict[str, object]:
    """One round as `shilian deal --json` writes it."""
    return {
        "id": dealt.id,
        "url": dealt.url,
        "shown": dealt.shown.in_language(lang),
        "message": dealt.text.in_language(lang),
        "kind": dealt.kind,
        "truth": dealt.truth,
        "brand": dealt.brand,
        "trick": dealt.trick,
        "owner": dealt.owner,
        "owner_span": list(dealt.owner_span) if dealt.owner_span else None,
    }


def _lines(dealt: Round, lang: str) -> list[str]:
    said = dealt.message.said.in_language(lang)
    lines = [f"[{dealt.kind}] {dealt.message.sender.in_language(lang)}: {said}"]
    shown = dealt.shown.in_language(lang)
    if shown != dealt.url:
        is_card = shown == dealt.message.title.in_language(lang)
        lines.append(f"  “{visible(shown) if is_card else _harmless(shown)}”")
    if dealt.url:
        lines.append(f"  {_harmless(dealt.url) if dealt.owner else visible(dealt.url)}")
    truth = _(_TRUTHS[dealt.truth])
    trick = _(TRICKS[dealt.trick].title) if dealt.trick else ""
    lines.append("  " + " · ".join(filter(None, (truth, dealt.owner, trick))))
    return lines


def _harmless(link: str) -> str:
    """A link so that no terminal makes it one to click."""
    return defanged(dissect(link))
