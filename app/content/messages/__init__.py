"""The words of every issue: one table per family, joined here.

Each family module has `MESSAGES: dict[code, Message]` with English templates, marked
for the catalogue; Chinese stands in assets/locale. Values are named: `{name}`; `{folder}`,
where the file lies, is always there for `help`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.content.issues import Issue

FAMILIES = (
    "files",
    "punctuation",
    "structure",
    "meaning",
    "scenario",
    "brands",
    "levels",
    "teaching",
    "translations",
)

Translate = Callable[[str], str]

#: Values that are themselves texts of the catalogue; all others stand in the file as they are.
_SPOKEN = frozenset({"feature", "second"})


@dataclass(frozen=True, slots=True)
class Message:
    """`what` happened (one sentence), and `help`: how to mend it (one imperative sentence)."""

    what: str
    help: str


def table() -> dict[str, Message]:
    """All messages by code."""
    every: dict[str, Message] = {}
    for family in FAMILIES:
        every.update(import_module(f"app.content.messages.{family}").MESSAGES)
    return every


def say(issue: Issue, translate: Translate, messages: dict[str, Message]) -> tuple[str, str]:
    """The issue's two sentences in the language of `translate`."""
    message = messages[issue.code]
    values = {
        name: translate(str(value)) if name in _SPOKEN else value
        for name, value in issue.values.items()
    }
    if "{folder}" in message.help:
        folder = Path(issue.path).parent.as_posix()
        values["folder"] = f'"{folder}"' if " " in folder else folder
    return (
        translate(message.what).format_map(values),
        translate(message.help).format_map(values),
    )
