"""The words in which the lesson format is written down: fields, records, kinds of value.

A `Record` is a group of `key: value` lines, a `Field` one of those keys. The reader, the
JSON Schemas and the list of translatable texts are all made from these tables, so that a
field is written down once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal[
    "text",  # one text, as typed
    "markdown",  # one text with Markdown in it
    "id",  # an id: small letters, digits, hyphens
    "word",  # one of a few words
    "whole",  # a whole number
    "number",  # a number, perhaps with a decimal point
    "date",  # YYYY-MM-DD
    "image",  # a picture's path inside the course folder
    "texts",  # a list of texts
    "part",  # one group of keys
    "parts",  # a list of groups
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a record.

    `low` and `high` bound a number, or the length of a list. `shown` says that a learner
    sees the text, so that it can be translated; `as_one` that a list is translated as one
    piece; `under_key` that the key itself stands in the overlay path (`skills/url.title`).
    """

    key: str
    kind: Kind
    about: str
    is_required: bool = False
    shown: bool = False
    words: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    of: Record | ByType | None = None
    as_one: bool = False
    under_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A group of keys.

    `id_prefix` makes the provisional id of an entry without one (`step-1`); empty: entries
    have no ids. `id_from` names the number that stands in for an id (`advice-5`).
    `is_open`: keys it does not know are passed over in silence.
    """

    name: str
    fields: tuple[Field, ...]
    id_prefix: str = ""
    id_from: str = ""
    is_open: bool = False
    by_key: Mapping[str, Field] = field(init=False)
    required: tuple[str, ...] = field(init=False)
    shown_keys: frozenset[str] = field(init=False)
    part_keys: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        def put(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        put("by_key", {f.key: f for f in self.fields})
        put("required", tuple(f.key for f in self.fields if f.is_required))
        put("shown_keys", frozenset(f.key for f in self.fields if f.shown))
        put("part_keys", tuple(f.key for f in self.fields if f.kind in ("part", "parts")))


@dataclass(frozen=True, slots=True, kw_only=True)
class ByType:
    """A record whose keys depend on what its `type:` says; `base` is read if that is unknown."""

    name: str
    types: Mapping[str, Record]
    base: Record


def required(one: Field) -> Field:
    """The same field, without which the record is not whole."""
    return replace(one, is_required=True)


def text(key: str, about: str) -> Field:
    """A text that learners see."""
    return Field(key=key, kind="text", about=about, shown=True)


def hidden_text(key: str, about: str) -> Field:
    """A text that no learner sees: a name, an address, a mark."""
    return Field(key=key, kind="text", about=about)


def markdown(key: str, about: str) -> Field:
    """A long text that learners see."""
    return Field(key=key, kind="markdown", about=about, shown=True)


def an_id(about: str) -> Field:
    """The record's own id. A draft may go without."""
    return Field(key="id", kind="id", about=about)


def word(key: str, about: str, *words: str) -> Field:
    """One of a few words."""
    return Field(key=key, kind="word", about=about, words=words)


def whole(key: str, about: str, low: int, high: int) -> Field:
    """A whole number from `low` to `high`."""
    return Field(key=key, kind="whole", about=about, low=low, high=high)


def number(key: str, about: str, low: int, high: int) -> Field:
    """A number from `low` to `high`."""
    return Field(key=key, kind="number", about=about, low=low, high=high)


def date(key: str, about: str) -> Field:
    """A day, written YYYY-MM-DD."""
    return Field(key=key, kind="date", about=about)


def image(key: str, about: str) -> Field:
    """A picture of the course folder."""
    return Field(key=key, kind="image", about=about)


def texts(key: str, about: str, *, low: int = 0) -> Field:
    """A list of texts that learners see, translated one by one."""
    return Field(key=key, kind="texts", about=about, shown=True, low=low)


def texts_as_one(key: str, about: str, *, low: int = 0) -> Field:
    """A list of texts that is translated as a whole."""
    return Field(key=key, kind="texts", about=about, shown=True, low=low, as_one=True)


def hidden_texts(key: str, about: str, *, low: int = 0) -> Field:
    """A list of texts that no learner sees."""
    return Field(key=key, kind="texts", about=about, low=low)


def part(key: str, about: str, of: Record) -> Field:
    """One group of keys."""
    return Field(key=key, kind="part", about=about, of=of)


def parts(
    key: str, about: str, of: Record | ByType, *, low: int = 1, under_key: bool = False
) -> Field:
    """A list of groups, at least `low` of them."""
    return Field(key=key, kind="parts", about=about, of=of, low=low, under_key=under_key)
