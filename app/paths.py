"""Where things lie on this machine: what is learned, what is cached, and what came with the app.

Follows each system's own custom. `SHILIAN_DATA` and `SHILIAN_CACHE` name other folders.
Nothing is created here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Where a learner's history and settings are kept."""
    named = os.environ.get("SHILIAN_DATA", "")
    if named:
        return Path(named).absolute()
    if sys.platform == "win32":
        return _folder_named("LOCALAPPDATA", "~/AppData/Local") / "Shilian"
    if sys.platform == "darwin":
        return _home() / "Library/Application Support/Shilian"
    return _folder_named("XDG_DATA_HOME", "~/.local/share") / "shilian"


def cache_folder() -> Path:
    """Where things are kept that may be thrown away at any time."""
    named = os.environ.get("SHILIAN_CACHE", "")
    if named:
        return Path(named).absolute()
    if sys.platform == "win32":
        return _folder_named("LOCALAPPDATA", "~/AppData/Local") / "Shilian" / "Cache"
    if sys.platform == "darwin":
        return _home() / "Library/Caches/Shilian"
    return _folder_named("XDG_CACHE_HOME", "~/.cache") / "shilian"


def log_folder() -> Path:
    """Where the log file is written; inside the data folder if that one was named."""
    if os.environ.get("SHILIAN_DATA", ""):
        return data_folder() / "logs"
    if sys.platform == "win32":
        return _folder_named("LOCALAPPDATA", "~/AppData/Local") / "Shilian" / "Logs"
    if sys.platform == "darwin":
        return _home() / "Library/Logs/Shilian"
    return _folder_named("XDG_STATE_HOME", "~/.local/state") / "shilian" / "log"


def settings_file() -> Path:
    """The choices made in the app, as JSON; `language` is one of them."""
    return data_folder() / "settings.json"


def built_in_course() -> Path:
    """The course that came with the app."""
    return _ROOT / "lessons"


def assets_folder() -> Path:
    """Fonts, icons, pictures and the catalogues of words."""
    return _ROOT / "assets"


def _folder_named(variable: str, otherwise: str) -> Path:
    """The folder a system variable names; relative ones are ignored, as XDG asks."""
    named = Path(os.environ.get(variable, ""))
    if named.is_absolute():
        return named
    return _home() / otherwise.removeprefix("~/")


def _home() -> Path:
    # Path.home() raises where no home is known; a folder beside the app still lets it open.
    home = Path(os.path.expanduser("~"))  # noqa: PTH111
    return home if home.is_absolute() else _ROOT
