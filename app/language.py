"""Which language to speak: the one asked for, else the one saved, else the system's."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from app.i18n import DEFAULT_LANGUAGE, LANGUAGES

_LARGEST_SETTINGS = 1_000_000  # bytes; a settings file is a few hundred


def known(name: str) -> str:
    """The language of ours that a name means (`zh`, `zh_CN.UTF-8`, `en-GB`), or an empty string."""
    first = name.replace("_", "-").partition(".")[0].partition("-")[0].lower()
    return next((language for language in LANGUAGES if language.partition("-")[0] == first), "")


def choose(asked: str, settings_file: Path, environment: Mapping[str, str]) -> str:
    """The language to speak. Each name that is not one of ours is passed over."""
    return (
        known(asked)
        or known(saved(settings_file))
        or known(of_system(environment))
        or DEFAULT_LANGUAGE
    )


def saved(settings_file: Path) -> str:
    """The language saved in the settings, or an empty string."""
    try:
        with settings_file.open("rb") as stream:
            settings = json.loads(stream.read(_LARGEST_SETTINGS))
    except (OSError, ValueError, RecursionError):
        return ""
    language = settings.get("language", "") if isinstance(settings, dict) else ""
    return language if isinstance(language, str) else ""


def of_system(environment: Mapping[str, str]) -> str:
    """What the system says of its user's language, as it names it; may be empty."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    if sys.platform == "win32":
        import ctypes

        # The low ten bits are the language, whatever the country (WinNT.h, PRIMARYLANGID).
        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return {0x04: "zh", 0x09: "en"}.get(primary, "")
    return environment.get("LANGUAGE", "")
