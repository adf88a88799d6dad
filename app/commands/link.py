"""`shilian link`: every link of a text, taken apart, with whom it belongs to."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from app import paths
from app.content.brand_list import load_brands
from app.errors import ShilianError
from app.i18n import _, mark
from app.links.lens import MOST_LINKS, Lens, Reading
from app.links.shown import defanged, visible
from app.links.values import Judgement

ABOUT = mark("Takes every link of a text apart and says to whom it belongs. Opens nothing.")
EXAMPLE = 'shilian link "https://pinduoduo.com.zhuli-help.example/s"'

VERDICTS = {
    "official": mark("on the official list"),
    "imitates": mark("imitates another's name"),
    "unlisted": mark("not on the official list"),
    "cannot_tell": mark("cannot be told from the link"),
    "unreadable": mark("no readable link"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `link` understands."""
    parser.add_argument(
        "text",
        nargs="+",
        metavar="TEXT",
        help=_("the text with the links in it; - reads texts from the standard input, one a line"),
    )
    parser.add_argument(
        "--json", action="store_true", help=_("write JSON: a list, or with - a list for each line")
    )


def run(arguments: argparse.Namespace) -> int:
    """0 whatever was found."""
    lens = _lens()
    for text in _texts(arguments.text):
        reading = lens.read(text)
        if arguments.json:
            told = [as_json(one) for one in reading.judgements]
            print(json.dumps(told, ensure_ascii=False))
        else:
            print("\n".join(_lines(reading)))
        if reading.is_cut:
            print(
                _("The text is very long: only its beginning, or its first {n} links, were read.")
                .format(n=MOST_LINKS),
                file=sys.stderr,
            )  # fmt: skip
    return 0


def as_json(judgement: Judgement) -> dict[str, object]:
    """One link as `shilian link --json` writes it.

    `text` is the link as it stands in the text given, `span` where it stands there. Without a
    host (links into Apps, codes) `host`, `host_unicode` and `owner` are null.
    """
    anatomy = judgement.anatomy
    return {
        "text": anatomy.text,
        "span": list(anatomy.span),
        "url": anatomy.url,
        "scheme": anatomy.scheme,
        "user_info": anatomy.user_info,
        "host": anatomy.host,
        "host_unicode": anatomy.host_unicode,
        "owner": anatomy.owner,
        "subdomain": anatomy.subdomain,
        "port": anatomy.port,
        "path": anatomy.path,
        "query": anatomy.query,
        "fragment": anatomy.fragment,
        "verdict": judgement.verdict,
        "brand": judgement.brand,
        "tricks": judgement.tricks,
        "reasons": list(judgement.reasons),
    }


def _lens() -> Lens:
    folder = paths.built_in_course()
    brands, issues = load_brands(folder)
    if brands is None:
        first = issues[0].code if issues else ""
        raise ShilianError(
            _("The official list {path} cannot be read ({code}).").format(
                path=folder / "brands.yaml", code=first
            ),
            next_step=_("Install Shilian again, or mend the list."),
        )
    return Lens(brands)


def _texts(given: list[str]) -> Iterator[str]:
    if given != ["-"]:
        yield " ".join(given)
        return
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").removesuffix("\n").removesuffix("\r")


def _lines(reading: Reading) -> Iterator[str]:
    """The words for one text; links stand in them so that a terminal makes none to click."""
    for judgement in reading.judgements:
        anatomy = judgement.anatomy
        if anatomy.trouble == "no_link":
            yield from judgement.reasons
            continue
        yield defanged(anatomy)
        verdict = _(VERDICTS[judgement.verdict])
        if anatomy.owner:
            said = _("belongs to {owner}: {verdict}").format(owner=anatomy.owner, verdict=verdict)
            yield f"  {said}"
        else:
            yield f"  {verdict}"
        for reason in judgement.reasons:
            yield f"  · {visible(reason)}"
