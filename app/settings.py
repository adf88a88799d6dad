"""The choices made in the app: language, theme, text size, motion, contrast, who learns.

One small JSON file. A damaged or foreign one counts as empty, and what this version does
not know is kept as it is, so that a newer version's choices survive an older one.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

_DEFAULTS = {
    "language": "",  # empty: as the system
    "theme": "system",  # system, light, dark
    "contrast": "system",  # system, on, off
    "motion": "system",  # system, on, off
    "learner": "",
    "course": "",  # empty: the built-in one
}
_CHOICES = {
    "theme": ("system", "light", "dark"),
    "contrast": ("system", "on", "off"),
    "motion": ("system", "on", "off"),
}
_SCALES = (1.0, 1.25, 1.5, 2.0)
_LARGEST = 1_000_000


class Settings:
    """What was chosen; `on_trouble` hears the OSError of a choice that could not be saved."""

    def __init__(self, file: Path, on_trouble: Callable[[OSError], None] | None = None) -> None:
        self._file = file
        self._on_trouble = on_trouble
        self._values = _read(file)

    def text(self, name: str) -> str:
        """A choice by its name; its default where none, or none that we know, was made."""
        value = self._values.get(name)
        if not isinstance(value, str) or (name in _CHOICES and value not in _CHOICES[name]):
            return _DEFAULTS[name]
        return value

    @property
    def scale(self) -> float:
        """The text size: 1.0, 1.25, 1.5 or 2.0."""
        value = self._values.get("scale")
        return float(value) if isinstance(value, int | float) and value in _SCALES else 1.0

    def choose(self, name: str, value: str | float) -> None:
        """Make a choice and save it. It holds in this run even if it cannot be saved."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        try:
            _write(self._file, self._values)
        except OSError as trouble:
            if self._on_trouble is not None:
                self._on_trouble(trouble)


def _read(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as stream:
            values = json.loads(stream.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _write(file: Path, values: dict[str, object]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(file.name + ".new")
    with fresh.open("w", encoding="utf-8") as stream:
        json.dump(values, stream, ensure_ascii=False, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
