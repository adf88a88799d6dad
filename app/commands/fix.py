"""`shilian fix`: stamps ids and fingerprints, mends what is certain, keeps comments and layout."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from app.content.edits import put_in_place
from app.content.fix import Fixed, Wishes, fix
from app.content.report import TextReport
from app.errors import ShilianError
from app.i18n import _, mark, ngettext

ABOUT = mark(
    "Stamps missing ids and the fingerprints of translations, and mends what is certain. "
    "Comments and layout stay as they are."
)
EXAMPLE = "shilian fix lessons --dry-run"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `fix` understands."""
    parser.add_argument("path", nargs="+", metavar="PATH", help=_("course folders or single files"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("show what would change, and write nothing")
    )
    parser.add_argument(
        "--add-missing",
        action="store_true",
        help=_("add an empty line for every text that is not translated yet"),
    )
    parser.add_argument(
        "--reviewed",
        action="store_true",
        help=_("stamp outdated translations too: you have gone over them"),
    )


def run(arguments: argparse.Namespace) -> int:
    """0 if all went well, 1 if a file could not be read or written, 2 for a missing path."""
    wishes = Wishes(add_missing=arguments.add_missing, reviewed=arguments.reviewed)
    for name in arguments.path:
        if not Path(name).exists():
            print(_("There is no {path}.").format(path=name), file=sys.stderr)
            return 2
    failed = touched = False
    for name in dict.fromkeys(arguments.path):
        for fixed in fix(Path(name), Path(name).as_posix(), wishes, date.today()):
            touched = touched or fixed.is_changed or bool(fixed.refused)
            try:
                failed = not _settle(fixed, is_dry=arguments.dry_run) or failed
            except ShilianError as error:
                # The other files can still be mended.
                print(error.what, error.safe, f"→ {error.next_step}", sep="\n", file=sys.stderr)
                failed = True
    if not touched:
        # Not among the diffs, which may go into a file.
        words = _("There was nothing to change. `shilian check` tells what else is to be mended.")
        print(words, file=sys.stderr)
    return 1 if failed else 0


def _settle(fixed: Fixed, *, is_dry: bool) -> bool:
    """Writes one file, or shows its diff. False if it has to be mended by hand first."""
    if fixed.is_changed:
        if is_dry:
            sys.stdout.write(fixed.diff())
        else:
            put_in_place(fixed.path, fixed.after.encoded(), fixed.shown)
            print(f"{fixed.shown}: {_done(fixed)}")
    if fixed.refused:
        TextReport(sys.stdout).add(fixed.refused)
    return not fixed.refused


def _done(fixed: Fixed) -> str:
    counts = (
        (fixed.mends, ngettext("{n} slip mended", "{n} slips mended", fixed.mends)),
        (fixed.ids, ngettext("{n} id stamped", "{n} ids stamped", fixed.ids)),
        (
            fixed.fingerprints,
            ngettext("{n} fingerprint set", "{n} fingerprints set", fixed.fingerprints),
        ),
        (
            fixed.added,
            ngettext("{n} line to translate added", "{n} lines to translate added", fixed.added),
        ),
    )
    return _(", ").join(words.format(n=n) for n, words in counts if n)
