"""`shilian new`: a commented starting file for a course or a lesson."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from app.content.folder import COURSE_FILE
from app.content.new import new_course, new_lesson
from app.errors import ShilianError
from app.i18n import _, mark

ABOUT = mark("Starts a course or a lesson with a commented file that passes `shilian check`.")
EXAMPLE = "shilian new lesson shared-parcels --into my-course"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `new` understands."""
    parser.add_argument(
        "kind", choices=["course", "lesson"], metavar="course|lesson", help=_("what to start")
    )
    parser.add_argument(
        "id", metavar="ID", help=_("its id: small letters, digits and hyphens, such as my-lesson")
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="DIR",
        help=_("the folder to put it in; of a lesson, the course's folder"),
    )


def run(arguments: argparse.Namespace) -> int:
    """0; a name that is taken, a bad id or a full disk are told by the caller, with 1."""
    if arguments.kind == "course":
        written = new_course(arguments.id, arguments.into or Path(), arguments.lang)
    else:
        folder = arguments.into or _course_here()
        written = new_lesson(arguments.id, folder, arguments.lang, date.today())
    for path in written:
        print(path.as_posix())
    return 0


def _course_here() -> Path:
    """This folder, if it holds a course: no other is changed without being named."""
    if Path(COURSE_FILE).is_file():
        return Path()
    raise ShilianError(
        _("There is no course in this folder."),
        next_step=_("Name the course's folder: --into my-course."),
    )
