"""`shilian check`: all issues of all lessons, in one run."""

from __future__ import annotations

import argparse
import gc
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.content.check import Target, check, targets
from app.i18n import _, mark, ngettext

if TYPE_CHECKING:
    from app.content.report import Report

ABOUT = mark("Finds everything that is wrong in lessons, and says how to mend it.")
EXAMPLE = "shilian check lessons --format text"

_FORMATS = ("text", "json", "github")
_PATIENCE_S = 1.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `check` understands."""
    parser.add_argument(
        "path",
        nargs="*",
        metavar="PATH",
        help=_("course folders or single files; the built-in course if left out"),
    )
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        default="text",
        metavar="text|json|github",
        help=_("how to show the issues"),
    )
    parser.add_argument("--strict", action="store_true", help=_("let warnings fail the run too"))
    parser.add_argument(
        "--no-cache", action="store_true", help=_("look at every file anew, even unchanged ones")
    )


def run(arguments: argparse.Namespace) -> int:
    """0 without errors (with `--strict` without warnings), 1 with some, 2 for a missing path."""
    try:
        wanted = targets([Path(path) for path in arguments.path]) or [_built_in()]
    except FileNotFoundError as error:
        print(_("There is no {path}.").format(path=error.args[0]), file=sys.stderr)
        return 2
    # Nodes and issues hold no cycles: a run without the collector is quicker, and no larger.
    gc.disable()
    try:
        return _run(arguments, wanted)
    finally:
        gc.enable()


def _run(arguments: argparse.Namespace, wanted: list[Target]) -> int:
    report = None
    lessons = errors = warnings = 0
    bar = _Bar()
    for checked in check(
        wanted,
        today=date.today(),
        built_in=paths.built_in_course(),
        cache_folder=None if arguments.no_cache else paths.cache_folder(),
        progress=bar.show,
    ):
        lessons += checked.is_lesson
        if not checked.issues:
            continue
        for issue in checked.issues:
            if issue.severity == "error":
                errors += 1
            else:
                warnings += 1
        if report is None:
            report = _report(arguments.format)
        bar.clear()
        report.add(checked.issues)
    bar.clear()
    if report is None and arguments.format == "json":
        report = _report(arguments.format)
    if report is not None:
        report.finish(lessons=lessons, errors=errors, warnings=warnings)
    sys.stdout.flush()
    if arguments.format == "text":
        print(_counts(lessons, errors, warnings), file=sys.stderr)
    return 1 if errors or (arguments.strict and warnings) else 0


def _report(form: str) -> Report:
    # Imported with the first issue: a clean run needs no words for issues.
    from app.content.report import FORMS

    return FORMS[form](sys.stdout)


def _built_in() -> Target:
    """The built-in course, named from here if it lies below this folder."""
    folder = paths.built_in_course()
    try:
        shown = folder.relative_to(Path.cwd())
    except (ValueError, OSError):
        shown = folder
    return Target(folder, shown.as_posix())


def _counts(lessons: int, errors: int, warnings: int) -> str:
    return _("{lessons}: {errors}, {warnings}.").format(
        lessons=ngettext("{n} lesson", "{n} lessons", lessons).format(n=lessons),
        errors=ngettext("{n} error", "{n} errors", errors).format(n=errors),
        warnings=ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
    )


class _Bar:
    """A progress bar on a terminal, once a run has taken longer than a second."""

    _WIDTH = 30

    def __init__(self) -> None:
        self._is_wanted = sys.stderr.isatty()
        self._start_s = time.monotonic()
        self._drawn = ""

    def show(self, done: int, total: int) -> None:
        if not self._is_wanted or time.monotonic() - self._start_s < _PATIENCE_S:
            return
        filled = self._WIDTH * done // max(total, 1)
        drawn = f"[{'#' * filled}{'.' * (self._WIDTH - filled)}] {done}/{total}"
        if drawn != self._drawn:
            self._drawn = drawn
            print(f"\r{drawn}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._drawn:
            print(f"\r{' ' * len(self._drawn)}\r", end="", file=sys.stderr, flush=True)
            self._drawn = ""
