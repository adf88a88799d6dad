"""A folder of results that can be thrown away: what reading a course came to, kept for next time.

Plain JSON, one file per result. A file that is old, damaged or cannot be written is as good
as none: the result is worked out again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from app import __version__

try:  # The module behind hashlib's own blake2b, without the 2 ms that OpenSSL takes to load.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

Json = Any

_NO_DEFAULT = object()
_CLASS = ""  # the key that names a value's class: no id and no field is empty
_LARGEST = 50_000_000  # bytes


class Cache:
    """Results by name, each with the key it was made for. Never raises for a bad disk or file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, name: str) -> tuple[str, Json] | None:
        """The key and the result stored under this name, or None."""
        try:
            with (self._folder / name).open("rb") as stream:
                content = stream.read(_LARGEST)
        except OSError:
            return None
        head, _, body = content.partition(b"\n")
        key, _, told = head.decode("ascii", "replace").partition(" ")
        if told != digest(body):
            return None
        try:
            return key, json.loads(body)
        except (ValueError, RecursionError):
            return None

    def write(self, name: str, key: str, value: Json) -> None:
        """Stores a result, in place of the earlier one. If the disk says no, nothing is stored."""
        body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        write_quietly(self._folder / name, f"{key} {digest(body)}\n".encode() + body)


def digest(*parts: bytes | str, size: int = 16) -> str:
    """A hash of all parts as hex digits, two per byte of `size`; "ab" is not "a", "b"."""
    hashed = blake2b(digest_size=size)
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        hashed.update(b"%d:" % len(content))
        hashed.update(content)
    return hashed.hexdigest()


def write_quietly(path: Path, content: bytes) -> None:
    """Puts the file in place at one stroke, or leaves all as it was."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError:
        try:
            temporary.unlink(missing_ok=True)
        except OSError:
            return


def code_stamp() -> str:
    """Changes with every change of the code that reads courses, even without a new version."""
    stamps = [__version__]
    folders = [os.path.dirname(os.path.abspath(__file__))]  # noqa: PTH100, PTH120 (start path)
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.name.endswith(".py"):
                        seen = entry.stat()
                        stamps.append(f"{entry.name} {seen.st_size} {seen.st_mtime_ns}")
                    elif not entry.name.startswith(("_", ".")) and entry.is_dir():
                        folders.append(entry.path)
        except OSError:
            stamps.append("unreadable")
    return digest(*sorted(stamps), size=8)


# ── values as JSON ───────────────────────────────────────────────────────────


def to_json(value: object) -> Json:
    """A value made of our frozen classes, tuples and plain values, as JSON can hold it."""
    if _has_fields(type(value)):
        plain: dict[str, Json] = {_CLASS: type(value).__name__}
        for name, default in _fields_of(type(value)).items():
            own = getattr(value, name)
            if default is _NO_DEFAULT or own != default:
                plain[name] = to_json(own)
        return plain
    if isinstance(value, Mapping):
        return {str(key): to_json(own) for key, own in value.items()}
    if isinstance(value, tuple | list):
        return [to_json(own) for own in value]
    return value


def from_json(plain: Json, classes: Mapping[str, type]) -> Any:
    """The value that `to_json` was given. Lists come back as tuples.

    Raises KeyError for a class not in `classes`, TypeError for fields it does not have.
    """
    if isinstance(plain, dict):
        made = {key: from_json(own, classes) for key, own in plain.items() if key != _CLASS}
        return classes[plain[_CLASS]](**made) if _CLASS in plain else made
    if isinstance(plain, list):
        return tuple([from_json(own, classes) for own in plain])
    return plain


def classes_of(modules: Iterable[object]) -> dict[str, type]:
    """The classes with fields that the modules define, by name."""
    return {
        name: found
        for module in modules
        for name, found in vars(module).items()
        if isinstance(found, type) and _has_fields(found)
    }


def _has_fields(kind: type) -> bool:
    """Whether this is one of our classes: a dataclass or a named tuple."""
    return hasattr(kind, "__dataclass_fields__") or hasattr(kind, "_field_defaults")


def _fields_of(kind: Any) -> dict[str, object]:
    """The fields by name, with their defaults. (dataclasses is not imported to start with.)"""
    if issubclass(kind, tuple):
        return {name: kind._field_defaults.get(name, _NO_DEFAULT) for name in kind._fields}
    from dataclasses import MISSING, fields

    return {
        field.name: _NO_DEFAULT if field.default is MISSING else field.default
        for field in fields(kind)
    }
