"""One event or learner as plain JSON, and the strict way back for what comes from outside."""

from __future__ import annotations

import json
import math
import unicodedata
from typing import NoReturn, get_args

from app.progress.events import Event, Json, Verb
from app.progress.uuid7 import parts

LINE_LIMIT = 1 << 20  # bytes of one event as JSON; the largest real ones have a few thousand
NAME_LIMIT = 40  # characters
_PATH_LIMIT = 500
_DEPTH_LIMIT = 32
_BIGGEST = 1 << 63  # no whole number we store is bigger
_LONGEST_MS = 1 << 40  # 34 years at one question: more is a mistake
# 2200-01-01: an id from the end of time would leave no room for ids after it.
_LATEST_MS = 7_258_118_400_000
_VERBS = get_args(Verb)
_WHOLE = {
    "time_ms": _LATEST_MS,
    "content_version": 1 << 31,
    "duration_ms": _LONGEST_MS,
}
_FIELDS = frozenset(Event._fields) - {"learner"}


def plain(event: Event) -> dict[str, Json]:
    """An event as JSON, without its learner."""
    return {
        "id": event.id,
        "time_ms": event.time_ms,
        "session": event.session,
        "verb": event.verb,
        "object": event.object,
        "content_version": event.content_version,
        "meaning": event.meaning,
        "response": event.response,
        "result": event.result,
        "confidence": event.confidence,
        "duration_ms": event.duration_ms,
    }


def event_of(learner: str, found: object) -> Event:
    """The event that `plain` gave. ValueError, naming the field, for anything else."""
    if not isinstance(found, dict) or found.keys() != _FIELDS:
        raise ValueError("an event has exactly the fields " + ", ".join(sorted(_FIELDS)))
    for name, most in _WHOLE.items():
        _whole(name, found[name], most)
    for name in ("id", "session"):
        _id(name, found[name])
    if found["verb"] not in _VERBS:
        raise ValueError("verb")
    text_of("object", found["object"], _PATH_LIMIT)
    if found["meaning"] != "":
        text_of("meaning", found["meaning"], _PATH_LIMIT)
    sure = found["confidence"]
    if sure is not None and not (_is_number(sure) and 0 <= sure <= 1):
        raise ValueError("confidence")
    for name in ("response", "result"):
        check_json(name, found[name])
    return Event(learner=learner, **found)


def check_json(name: str, value: object, depth: int = 0) -> None:
    """ValueError if a value is no JSON, holds NaN or infinity, or is nested deeper than 32."""
    if depth > _DEPTH_LIMIT:
        raise ValueError(f"{name}: nested too deeply")
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise ValueError(name)
        for part in value.values():
            check_json(name, part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            check_json(name, part, depth + 1)
    elif not (value is None or isinstance(value, str | bool) or _is_number(value)):
        raise ValueError(name)


def text_of(name: str, value: object, most: int) -> str:
    """A text of 1 to `most` characters without control characters or halves of letters."""
    if (
        not isinstance(value, str)
        or not 0 < len(value) <= most
        or any(unicodedata.category(letter) in ("Cc", "Cs") for letter in value)
    ):
        raise ValueError(name)
    return value


def tidy_name(name: str) -> str:
    """A learner's name as it is stored: one line, single spaces. ValueError if nothing is left."""
    letters = unicodedata.normalize("NFC", name)
    kept = "".join(
        " " if unicodedata.category(letter)[0] == "Z" or letter in "\t\n\r" else letter
        for letter in letters
        if unicodedata.category(letter) not in ("Cc", "Cs", "Cf", "Co") or letter in "\t\n\r"
    )
    return text_of("name", " ".join(kept.split()), NAME_LIMIT)


def parse_line(line: bytes) -> object:
    """One line of JSON. ValueError for anything that is not plain, finite JSON in UTF-8."""
    try:
        return json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < _BIGGEST if isinstance(value, int) else math.isfinite(value)


def _whole(name: str, value: object, most: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
        raise ValueError(name)
    return value


def learner_of(found: object) -> tuple[str, str, int, dict[str, Json]]:
    """Id, name, time made and settings of a learner from outside; ValueError naming the field."""
    if not isinstance(found, dict) or found.keys() != {"id", "name", "made_ms", "settings"}:
        raise ValueError("learner")
    if not isinstance(found["name"], str) or not isinstance(found["settings"], dict):
        raise ValueError("learner")
    check_json("settings", found["settings"])
    return (
        _id("learner", found["id"]),
        tidy_name(found["name"][: NAME_LIMIT * 4]),
        _whole("made_ms", found["made_ms"], _LATEST_MS),
        found["settings"],
    )


def _id(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(name)
    if parts(value)[0] > _LATEST_MS:
        raise ValueError(name)
    return value
