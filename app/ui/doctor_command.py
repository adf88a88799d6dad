"""`shilian doctor`: whether this system is fit for the app, and what it has."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from app import __version__, paths
from app.i18n import _, mark
from app.sandbox import seal

ABOUT = mark("Shows versions, fonts, where data lies and what keeps the app off the network.")
EXAMPLE = "shilian doctor --json"

_PACKAGES = ("PySide6-Essentials", "PyYAML", "Markdown", "nh3")
_PROBE = "识链助力群Aa1lI0O"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what `doctor` understands."""
    parser.add_argument("--json", action="store_true", help=_("one JSON document"))


def run(arguments: argparse.Namespace) -> int:
    """0 if the app can be used here, 1 if not."""
    found = _examine()
    if arguments.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        for line in _in_words(found):
            print(line)
    return 0 if not found["problems"] else 1


def _examine() -> dict[str, Any]:
    problems: list[str] = []
    fonts = _fonts(problems)
    return {
        "shilian": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": _versions(problems),
        "fonts": fonts,
        "course": str(paths.built_in_course()),
        "data": _folder(paths.data_folder(), problems),
        "cache": _folder(paths.cache_folder(), []),
        "history": _history(problems),
        "network": _network(),
        "problems": problems,
    }


def _versions(problems: list[str]) -> dict[str, str]:
    found = {}
    for package in _PACKAGES:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            found[package] = ""
            problems.append(_("{package} is not installed.").format(package=package))
    return found


def _fonts(problems: list[str]) -> dict[str, bool]:
    """Family → whether it has every character of a probe."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtGui import QGuiApplication, QRawFont
    except ImportError as error:
        problems.append(_("Qt cannot be loaded: {reason}").format(reason=error))
        return {}
    qt = QGuiApplication.instance() or QGuiApplication(["shilian"])
    from app.ui.theme import fonts
    from app.ui.theme.look import Look

    fonts.load_text_faces()
    fonts.load_mono_faces()
    found = {}
    for family, role, probe in (
        (fonts.TEXT_FAMILY, "body", _PROBE),
        (fonts.MONO_FAMILY, "mono", "Aa1lI0O://"),
    ):
        face = QRawFont.fromFont(Look().font(role))
        whole = face.familyName() == family and all(
            face.supportsCharacter(ord(character)) for character in probe
        )
        found[family] = whole
        if not whole:
            problems.append(_("The font {family} could not be loaded.").format(family=family))
    del qt
    return found


def _folder(folder: Path, problems: list[str]) -> dict[str, Any]:
    nearest = folder
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    writable = os.access(nearest, os.W_OK)
    if not writable:
        problems.append(_("{folder} cannot be written.").format(folder=folder))
    return {"path": str(folder), "exists": folder.exists(), "writable": writable}


def _history(problems: list[str]) -> dict[str, Any]:
    from app.progress.inspection import open_read

    seen = open_read(paths.data_folder() / "learner.db")
    if seen.flaws:
        problems.append(_("The file with your progress is damaged; the next start mends it."))
    return {
        "path": str(seen.path),
        "exists": seen.exists,
        "bytes": seen.size_bytes,
        "learners": seen.learners,
        "events": seen.events,
        "copies": [str(copy) for copy in seen.copies],
        "flaws": list(seen.flaws),
    }


def _network() -> dict[str, str]:
    held = seal()
    return {"by": held.by, "reason": held.reason}


def _in_words(found: dict[str, Any]) -> list[str]:
    network = found["network"]
    by = {
        "kernel": _("the system's kernel refuses every way to the network"),
        "python": _("the app itself refuses to make connections"),
    }.get(network["by"], _("nothing but the app's own habits"))
    lines = [
        f"识链 Shilian {found['shilian']} · Python {found['python']} · {found['system']}",
        " · ".join(f"{name} {version}" for name, version in found["packages"].items()),
        _("Fonts: {fonts}").format(
            fonts=", ".join(name for name, ok in found["fonts"].items() if ok)
        ),
        _("Course: {path}").format(path=found["course"]),
        _("Your progress: {file}").format(file=found["history"]["path"]),
        _("Cache: {path}").format(path=found["cache"]["path"]),
        _("Off the network: {by}. {reason}").format(by=by, reason=network["reason"]).strip(),
    ]
    if found["problems"]:
        lines += [f"× {problem}" for problem in found["problems"]]
    else:
        lines.append(_("✓ Everything needed is here."))
    return lines
