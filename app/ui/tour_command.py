"""`shilian tour`: walks the real app as a learner would and writes a picture of every screen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from app.content.folder import COURSE_FILE
from app.errors import ShilianError
from app.i18n import _, mark

ABOUT = mark("Walks through the real app as a learner would, and writes a picture of every screen.")
EXAMPLE = "shilian tour --out pictures --langs zh en --themes light dark --scales 1 1.5"

_SIZE = (1280, 800)
_LANGUAGES = {"zh": "zh-CN", "zh-CN": "zh-CN", "en": "en"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `tour` understands."""
    parser.add_argument("--out", metavar="DIR", required=True, help=_("where the pictures go"))
    parser.add_argument(
        "--course", type=Path, metavar="DIR", help=_("another course than the built-in one")
    )
    parser.add_argument(
        "--langs",
        nargs="+",
        choices=sorted(_LANGUAGES),
        default=["zh"],
        metavar="zh|en",
        help=_("languages"),
    )
    parser.add_argument(
        "--themes",
        nargs="+",
        choices=("light", "dark"),
        default=["light"],
        metavar="light|dark",
        help=_("themes"),
    )
    parser.add_argument(
        "--scales",
        nargs="+",
        type=float,
        choices=(1.0, 1.25, 1.5, 2.0),
        default=[1.0],
        metavar="1|1.25|1.5|2",
        help=_("text sizes"),
    )


def run(arguments: argparse.Namespace) -> int:
    """0 when all pictures are written."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from app.ui.application import Application
    from app.ui.tour.walk import Walk

    out = Path(arguments.out)
    course: Path | None = arguments.course
    if course is not None and not (course / COURSE_FILE).is_file():
        raise ShilianError(
            _("There is no course in {folder}.").format(folder=course),
            next_step=_("Name the folder that course.yaml lies in."),
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as trouble:
        raise ShilianError(
            _("{folder} cannot be made: {reason}").format(folder=out, reason=trouble.strerror),
            next_step=_("Name another folder with --out."),
        ) from trouble
    qt = QApplication.instance() or QApplication(["shilian", "-style", "Fusion"])
    walks = [
        (_LANGUAGES[language], theme, scale)
        for language in arguments.langs
        for theme in arguments.themes
        for scale in arguments.scales
    ]
    written = 0
    for number, (language, theme, scale) in enumerate(walks):
        folder = out / f"{language}-{theme}-{round(100 * scale)}"
        folder.mkdir(exist_ok=True)

        def keep(name: str, app: Application, folder: Path = folder, number: int = number) -> None:
            nonlocal written
            written += 1
            file = folder / f"{name}.png"
            if not app.window.grab().save(str(file)):
                raise ShilianError(_("{file} cannot be written.").format(file=file))
            if sys.stderr.isatty():
                text = f"\r{number + 1}/{len(walks)} {file.name:60.60}"
                print(text, end="", file=sys.stderr)

        Walk(language, theme, scale, _SIZE, keep, course).run()
    if sys.stderr.isatty():
        print(file=sys.stderr)
    print(_("{n} pictures in {folder}").format(n=written, folder=out.resolve()))
    del qt
    return 0
