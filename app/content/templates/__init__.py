"""The starting files that `shilian new` writes, in each language we have."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

_MODULES = {"zh": "chinese", "en": "english"}


@dataclass(frozen=True, slots=True)
class Templates:
    """Texts of files; `{id}`, `{stem}` and `{language}` are put in by whoever writes them."""

    language: str
    course: str
    lesson: str


def of(language: str) -> Templates:
    """The templates in this language; Chinese for any that we do not have."""
    name = _MODULES.get(language.partition("-")[0].lower(), "chinese")
    found = import_module(f"app.content.templates.{name}").TEMPLATES
    assert isinstance(found, Templates)
    return found
