"""What lies in a course folder: which files are lessons, translations, or neither.

Names only; nothing is read here, and no other library is needed.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

COURSE_FILE = "course.yaml"
#: How a lesson's file is called by mistake: Windows hides .txt, and some editors write .yml.
MISNAMED = (".yaml.txt", ".yml", ".YAML", ".txt")
OTHER_FILES = ("brands", "levels")  # stems of files that are no lessons
PICTURES = "images"

_READ_ONLY = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
)
_LARGEST = 2 * 1024 * 1024  # bytes; readers refuse files half as large
_MOST_PICTURES = 10_000


class Unit:
    """One file in the course's own language, with its translations: (language, file name).

    No dataclass, because every start of the app makes this class anew.
    """

    __slots__ = ("has_file", "stem", "translations")

    def __init__(
        self, stem: str, has_file: bool, translations: tuple[tuple[str, str], ...] = ()
    ) -> None:
        self.stem = stem
        self.has_file = has_file
        self.translations = translations

    @property
    def file_name(self) -> str:
        """The name of the file in the course's own language."""
        return f"{self.stem}.yaml"

    @property
    def is_lesson(self) -> bool:
        """False of course.yaml, brands.yaml and levels.yaml."""
        return self.stem != "course" and self.stem not in OTHER_FILES

    def translation(self, language: str) -> str | None:
        """The file name of the translation into this language, or None."""
        return dict(self.translations).get(language)


def units(folder: Path) -> list[Unit]:
    """The files of a folder, each with its translations, in the order of their names.

    A folder that cannot be read has none.
    """
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []
    return _grouped(name for name in names if name.endswith(".yaml"))


def misnamed(folder: Path) -> dict[str, str]:
    """Files that look like lessons by another ending: their names by the stem they would have."""
    found: dict[str, str] = {}
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if entry.is_file())
    except OSError:
        return found
    for ending in reversed(MISNAMED):
        found |= {name.removesuffix(ending): name for name in names if name.endswith(ending)}
    return found


def split_name(file_name: str) -> tuple[str, str]:
    """(stem, language) of a file's name; the language is empty if it is no translation's name."""
    whole = file_name.removesuffix(".yaml")
    stem, _, language = whole.rpartition(".")
    return (stem, language) if stem and _is_language(language) else (whole, "")


def content_of(path: str) -> bytes | None:
    """A file's bytes, as far as a reader would take them; None if they cannot be had.

    Only ordinary files are read: a pipe or a device in the folder must not hold us up.
    """
    try:
        handle = os.open(path, _READ_ONLY)
    except (OSError, ValueError):
        return None
    try:
        seen = os.fstat(handle)
        if not stat.S_ISREG(seen.st_mode):
            return None
        # Not simply the limit: so much room would be made anew for every file.
        return os.read(handle, min(seen.st_size + 1, _LARGEST))
    except OSError:
        return None
    finally:
        os.close(handle)


def pictures_stamp(folder: Path) -> str:
    """Changes whenever a picture comes, goes, or changes its size or its time."""
    seen: list[str] = []
    folders = [str(folder / PICTURES)]
    while folders and len(seen) < _MOST_PICTURES:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        what = entry.stat()
                        seen.append(f"{entry.path} {what.st_size} {what.st_mtime_ns}")
        except OSError:
            seen.append("unreadable")
    return "\n".join(sorted(seen))


def _is_language(word: str) -> bool:
    """Whether this looks like a language code: `en`, `zh-CN`, `zh-Hans-CN`."""
    first, *others = word.split("-")
    return (
        word.isascii()
        and first.isalpha()
        and first.islower()
        and len(first) in (2, 3)
        and all(part.isalnum() and 2 <= len(part) <= 8 for part in others)
    )


def _grouped(names: Iterable[str]) -> list[Unit]:
    own: set[str] = set()
    translated: dict[str, list[tuple[str, str]]] = {}
    for name in names:
        stem, language = split_name(name)
        if language:
            translated.setdefault(stem, []).append((language, name))
        else:
            own.add(stem)
    # With the dot, so that a lesson and its translations stand together in the order of paths.
    stems = sorted(own | translated.keys(), key=lambda stem: f"{stem}.")
    return [Unit(stem, stem in own, tuple(sorted(translated.get(stem, ())))) for stem in stems]
