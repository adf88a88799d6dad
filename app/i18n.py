"""Words on screen: English in the code, Chinese from the catalogue.

`use()` is called by the composition roots alone; everybody else calls `_`.
"""

from __future__ import annotations

import gettext
from pathlib import Path

LANGUAGES = ("zh-CN", "en")
DEFAULT_LANGUAGE = "zh-CN"

_LOCALE_FOLDER = Path(__file__).resolve().parent.parent / "assets" / "locale"
_current: gettext.NullTranslations = gettext.NullTranslations()


def translations(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; English, and any language we do not have, is the source text."""
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(
        "shilian", _LOCALE_FOLDER, [language.replace("-", "_")], fallback=True
    )


def use(language: str) -> None:
    """Speak this language from now on."""
    global _current
    _current = translations(language)


def _(message: str) -> str:
    """The message in the language in use."""
    return _current.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """The message for this count, in the language in use."""
    return _current.ngettext(singular, plural, n)


def mark(message: str) -> str:
    """Marks a text for the catalogue without translating it here."""
    return message


def sentences(*parts: str) -> str:
    """Sentences one after the other: with a space between, but not behind Chinese punctuation."""
    said = ""
    for part in parts:
        if part:
            said += part if not said or said[-1] in "。！？；：”）" else f" {part}"
    return said
