"""All judged rounds as one table for spreadsheets: CSV in UTF-8, harmless to open.

Links stand in it as they are copied everywhere: defanged, with nothing unseen in them. A cell
that a spreadsheet would take for a formula is made plain text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime, tzinfo
from pathlib import Path

from app.errors import ShilianError
from app.i18n import _
from app.learning.results_words import kind_title, trick_title
from app.learning.rounds import PlayedRound
from app.links.anatomy import dissect
from app.links.score import Judge, Truth, loss
from app.links.shown import defanged, visible

#: Before UTF-8 text, so that spreadsheets do not take it for a local encoding.
_MARK = "\ufeff"
# As OWASP, "CSV Injection", lists them, and their full-width twins; `visible` writes out tabs and
# line breaks.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def table(rounds: Sequence[PlayedRound], zone: tzinfo | None = None) -> list[list[str]]:
    """The heading and one line per round, oldest first; times where the learner is."""
    heading = [
        _("Number"),
        _("Time"),
        _("Asked for"),
        _("Truth"),
        _("Answer"),
        _("Right (1) or not (0)"),
        _("Confidence (0.5 to 1)"),
        _("Loss (0 to 1)"),
        _("Trick"),
        _("Kind of genuine link"),
        _("Brand"),
        _("Owner"),
        _("Link (made unusable)"),
        _("Pointed at the owner (1) or not (0)"),
    ]
    return [heading, *(_line(place, one, zone) for place, one in enumerate(rounds, start=1))]


def csv_text(rounds: Sequence[PlayedRound], zone: tzinfo | None = None) -> str:
    """The table as the content of a file."""
    held = io.StringIO()
    csv.writer(held, lineterminator="\r\n").writerows(table(rounds, zone))
    return _MARK + held.getvalue()


def save(rounds: Sequence[PlayedRound], to: Path) -> int:
    """Writes the file, whole or not at all; how many rounds are in it. Raises ShilianError."""
    fresh = to.with_name(f".{to.name}.new")
    try:
        fresh.write_bytes(csv_text(rounds).encode("utf-8"))
        fresh.replace(to)
    except (OSError, ValueError) as error:
        _remove(fresh)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise ShilianError(
            _("Your results cannot be written to {path} ({reason}).").format(
                path=to, reason=reason
            ),
            safe=_("Nothing is lost: they are still here."),
            next_step=_("Choose another folder, or close the file if it is open elsewhere."),
        ) from error
    return len(rounds)


def harmless(cell: str) -> str:
    """The cell so that no spreadsheet runs it: what would be a formula gets a ' before it."""
    shown = visible(cell)
    return f"'{shown}" if shown.lstrip(" ").startswith(_FORMULA) else shown


def _line(place: int, one: PlayedRound, zone: tzinfo | None) -> list[str]:
    sure = "" if one.said == "cannot_tell" else f"{one.confidence:.2f}"
    pointed = "" if one.pointed is None else str(int(one.pointed))
    cells = [
        str(place),
        datetime.fromtimestamp(one.time_ms / 1000, zone).strftime("%Y-%m-%d %H:%M:%S"),
        _("the owner") if one.judge == "owner" else _("the demand"),
        _word(one.truth, one.judge),
        _word(one.said, one.judge),
        str(int(one.is_right)),
        sure,
        f"{loss(one.said, one.confidence, one.truth):.4f}",
        trick_title(one.trick) if one.trick else "",
        kind_title(one.kind) if one.kind else "",
        one.brand,
        one.owner.replace(".", "[.]"),
        defanged(dissect(one.link)) if one.link else "",
        pointed,
    ]
    return [harmless(cell) for cell in cells]


def _word(verdict: Truth, judge: Judge) -> str:
    if judge == "demand":
        return {
            "genuine": _("fine"),
            "fake": _("harmful"),
            "cannot_tell": _("check first"),
        }[verdict]
    return {"genuine": _("genuine"), "fake": _("fake"), "cannot_tell": _("can't tell")}[verdict]


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return  # the folder cannot be written: then there is no half file in it either
