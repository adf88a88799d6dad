"""All issues of all files in one run, file by file, holding no more than one lesson at a time.

What was found is kept under a hash of everything it depends on, so that a second run over
unchanged files only reads and hashes them: neither YAML nor the rules are loaded.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.content.cache import code_stamp, digest, write_quietly
from app.content.folder import (
    COURSE_FILE,
    OTHER_FILES,
    Unit,
    content_of,
    misnamed,
    pictures_stamp,
    split_name,
    units,
)
from app.content.issues import Edit, Issue, Span

if TYPE_CHECKING:
    from app.content.loading import CourseFolder

Progress = Callable[[int, int], None]  # (files done, files in all)


@dataclass(frozen=True, slots=True)
class Checked:
    """The issues of one file, in its order."""

    shown: str
    issues: tuple[Issue, ...]
    is_lesson: bool  # False of course.yaml and of translations


@dataclass(frozen=True, slots=True)
class Target:
    """A course folder to check, all of it or one file (`only`)."""

    folder: Path
    shown: str
    only: str = ""


def targets(paths: Sequence[Path]) -> list[Target]:
    """What the paths name. Raises FileNotFoundError with the first that does not exist."""
    found = []
    for path in paths:
        if path.is_dir():
            found.append(Target(path, path.as_posix()))
        elif path.exists():
            found.append(Target(path.parent, path.parent.as_posix(), path.name))
        else:
            raise FileNotFoundError(path)
    return sorted(dict.fromkeys(found), key=lambda target: (target.shown, target.only))


def check(
    wanted: Sequence[Target],
    *,
    today: date,
    built_in: Path,
    cache_folder: Path | None,
    progress: Progress = lambda done, total: None,
) -> Iterator[Checked]:
    """Every file's issues, sorted by path, then by place.

    A single file is read with its folder's course around it, or with the course at `built_in`
    if its folder holds none.
    """
    work = [(target, _units_of(target)) for target in wanted]
    total = sum(len(found) for _, found in work)
    done = 0
    for target, found in work:
        run = _Run(target, today, built_in, cache_folder)
        for unit in found:
            yield from run.unit(unit)
            done += 1
            progress(done, total)
        run.close()


def _units_of(target: Target) -> list[Unit]:
    """The units to look at; of a single file just its own, reduced to that file."""
    found = units(target.folder)
    if not target.only:
        if not any(unit.stem == "course" and unit.has_file for unit in found):
            # So that its absence is reported, in its place.
            found.append(Unit("course", True))
            found.sort(key=lambda unit: f"{unit.stem}.")
        return found
    stem, language = split_name(target.only)
    unit = next((one for one in found if one.stem == stem), None)
    if unit is None:
        return [Unit(stem, True)]
    if language:
        return [Unit(stem, unit.has_file, ((language, target.only),))]
    return [unit]  # with its translations: whether there are any is one of the rules


class _Run:
    """One course folder being checked."""

    def __init__(
        self, target: Target, today: date, built_in: Path, cache_folder: Path | None
    ) -> None:
        self._target = target
        self._today = today
        self._built_in = built_in
        self._files: CourseFolder | None = None
        self._ids: dict[str, tuple[str, Span]] = {}
        common: tuple[bytes | str, ...] = (
            code_stamp(),
            today.isoformat(),
            target.shown,
            content_of(f"{target.folder}/{COURSE_FILE}") or b"",
            pictures_stamp(target.folder),
            *(_beside(target.folder, built_in, name) for name in OTHER_FILES),
            "\n".join(f"{unit.stem} {unit.has_file}" for unit in units(target.folder)),
            "\n".join(misnamed(target.folder).values()),
        )
        self._common = digest(*common)
        # One file alone is checked as quickly as its result would be found.
        keeps = cache_folder is not None and not target.only
        self._book = _Book(cache_folder, target) if keeps and cache_folder else None

    def unit(self, unit: Unit) -> Iterator[Checked]:
        names = [unit.file_name] if unit.has_file else []
        names += [name for _, name in unit.translations]
        key = ""
        contents: dict[str, bytes | None] = {}
        result = None
        if self._book is not None:
            folder = self._target.folder
            contents = {name: content_of(f"{folder}/{name}") for name in names}
            key = digest(self._common, *names, *(own or b"" for own in contents.values()))
            result = self._book.result(key)
        if result is None:
            result = self._inspect(unit, contents)
            if self._book is not None:
                self._book.add(key, result)
        identity, place, found = result
        # The original before its translations: that is where mending begins.
        for name in sorted(found, key=lambda name: (name != unit.file_name, name)):
            if self._target.only not in ("", name):
                continue
            shown = _shown(self._target, name)
            issues = [_issue(shown, plain) for plain in found[name]]
            is_lesson = unit.is_lesson and unit.has_file and name == unit.file_name
            if is_lesson and identity:
                issues += self._doubles(identity, shown, Span(*place))
            issues.sort(key=lambda issue: (issue.span.line, issue.span.column, issue.code))
            yield Checked(shown, tuple(issues), is_lesson)

    def close(self) -> None:
        if self._book is not None:
            self._book.close()

    def _inspect(self, unit: Unit, contents: Mapping[str, bytes | None]) -> _Result:
        from app.content.inspecting import inspect_unit
        from app.content.loading import CourseFolder

        if self._files is None:
            target = self._target
            around = self._built_in if target.only and not _has_course(target.folder) else None
            self._files = CourseFolder(
                target.folder, target.shown, self._today, around, self._built_in
            )
        self._files.at_hand = contents
        identity, place, found = inspect_unit(self._files, unit)
        spots = (place.line, place.column, place.end_line, place.end_column)
        return identity, spots, {name: list(map(_plain, own)) for name, own in found.items()}

    def _doubles(self, identity: str, shown: str, place: Span) -> list[Issue]:
        if identity not in self._ids:
            self._ids[identity] = (shown, place)
            return []
        other, other_place = self._ids[identity]
        values: dict[str, str | int] = {"id": identity, "other": other, "line": other_place.line}
        return [Issue("E522", shown, place, values)]


_Result = tuple[str, tuple[int, int, int, int], dict[str, list[Any]]]


class _Book:
    """What earlier runs found: one line per unit, its key and its result as JSON."""

    def __init__(self, cache_folder: Path, target: Target) -> None:
        place = digest(str(target.folder.absolute()), target.shown, size=8)
        self._path = cache_folder / "checks" / f"{place}.jsonl"
        self._known: dict[bytes, bytes] = {}
        try:
            content = self._path.read_bytes()
        except OSError:
            content = b""
        told, _, body = content.partition(b"\n")
        if told == digest(body).encode():
            for line in body.splitlines():
                key, _, result = line.partition(b" ")
                self._known[key] = result
        self._lines: list[bytes] = []
        self._is_new = len(self._known) == 0

    def result(self, key: str) -> _Result | None:
        """What was found under this key, or None."""
        line = self._known.get(key.encode())
        if line is None:
            self._is_new = True
            return None
        try:
            identity, place, found = json.loads(line)
            # Looked at here, where a line of another make can still be passed over.
            for plain in (one for own in found.values() for one in own):
                _issue("", plain)
            Span(*place)
        except (ValueError, TypeError, AttributeError, RecursionError):
            self._is_new = True
            return None
        self._lines.append(b"%s %s" % (key.encode(), line))
        return identity, place, found

    def add(self, key: str, result: _Result) -> None:
        """Notes a result for the next run."""
        self._lines.append(f"{key} {json.dumps(result, separators=(',', ':'))}".encode())

    def close(self) -> None:
        """Writes the book anew, if anything in it changed."""
        if self._is_new or len(self._lines) != len(self._known):
            body = b"\n".join(self._lines)
            write_quietly(self._path, digest(body).encode() + b"\n" + body)


def _plain(issue: Issue) -> list[Any]:
    return [issue.code, _spots(issue.span), dict(issue.values), _plain_edit(issue.fix)]


def _plain_edit(edit: Edit | None) -> list[Any] | None:
    return None if edit is None else [_spots(edit.span), edit.text]


def _spots(span: Span) -> list[int]:
    return [span.line, span.column, span.end_line, span.end_column]


def _issue(shown: str, plain: Any) -> Issue:
    code, spots, values, edit = plain
    fix = None if edit is None else Edit(Span(*edit[0]), edit[1])
    return Issue(code, shown, Span(*spots), values, fix)


def _shown(target: Target, name: str) -> str:
    return name if target.shown in ("", ".") else f"{target.shown}/{name}"


def _beside(folder: Path, built_in: Path, stem: str) -> bytes:
    """What link games are judged by: the folder's own file, else the built-in course's."""
    own = content_of(f"{folder}/{stem}.yaml")
    return (content_of(f"{built_in}/{stem}.yaml") if own is None else own) or b""


def _has_course(folder: Path) -> bool:
    return (folder / COURSE_FILE).is_file()
