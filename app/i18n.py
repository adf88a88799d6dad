"""Words on screen: English in the code, Chinese from the catalogue.

`use()` is called by the composition roots alone; everybody else calls `_`.
"""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

LANGUAGES = ("zh-CN", "en")
DEFAULT_LANGUAGE = "zh-CN"

_LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "assets" / "locale"
_CLOSE = tuple("。！？；：）")
_FIRST_CHINESE = "\u2e80"
_MAGIC = 0x950412DE  # of a little-endian catalogue: GNU gettext manual, "Format of GNU MO Files"


class Catalogue:
    """The texts of a `.mo` file, each decoded when it is first said.

    The standard library's reader decodes all of them at once: 5 ms of every start. One form for
    all numbers, as Chinese has it; a language with more needs the rule in its catalogue's head.
    """

    def __init__(self, content: bytes) -> None:
        """ValueError if this is no catalogue."""
        self._content = content
        self._said: dict[str, str] = {}
        try:
            magic, _, count, originals_at, self._texts_at = struct.unpack_from("<5I", content)
            table = struct.unpack_from(f"<{2 * count}I", content, originals_at)
        except struct.error as error:
            raise ValueError("too short for a catalogue") from error
        if magic != _MAGIC:
            raise ValueError("not a catalogue")
        self._numbers = {
            content[start : start + length]: number
            for number, (length, start) in enumerate(zip(table[::2], table[1::2], strict=True))
        }

    def text(self, original: str) -> str:
        """The text for an original; the original itself if there is none.

        An original with a plural is the two, one behind the other with a zero character between.
        """
        said = self._said.get(original)
        if said is None:
            said = self._said[original] = self._read(original)
        return said

    def _read(self, original: str) -> str:
        number = self._numbers.get(original.encode()) if original else None
        if number is None:
            return original
        try:
            length, start = struct.unpack_from("<2I", self._content, self._texts_at + 8 * number)
            return self._content[start : start + length].decode()
        except (struct.error, UnicodeDecodeError):
            return original


@cache
def catalogue(language: str) -> Catalogue | None:
    """The catalogue of a language; None for English, and for one we do not have or cannot read."""
    file = _LOCALE_FOLDER / language.replace("-", "_") / "LC_MESSAGES" / "shilian.mo"
    if language == "en":
        return None
    try:
        return Catalogue(file.read_bytes())
    except (OSError, ValueError):
        return None


_current: Catalogue | None = None


def use(language: str) -> None:
    """Speak this language from now on."""
    global _current
    _current = catalogue(language)


def _(message: str) -> str:
    """The message in the language in use."""
    return _current.text(message) if _current is not None else message


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message for this count, in the language in use."""
    if _current is None:
        return singular if n == 1 else plural
    said = _current.text(f"{singular}\0{plural}")
    return said if "\0" not in said else (singular if n == 1 else plural)


def mark(message: str) -> str:
    """Marks a text for the catalogue without translating it here."""
    return message


def sentences(*parts: str) -> str:
    """Sentences one after the other: with a space between, but not behind Chinese punctuation."""
    said = ""
    for part in parts:
        if part:
            # A closing quote is the same sign in both languages: what follows decides.
            is_close = said[-1:] in _CLOSE or (said[-1:] == "”" and part[0] >= _FIRST_CHINESE)
            said += part if not said or is_close else f" {part}"
    return said
