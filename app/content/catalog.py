"""A course as the app uses it: its lessons side by side, whole ones and broken ones.

Opening a course that has not changed reads one small file from the cache, and neither YAML
nor the rules; a lesson is read when it is opened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.content import entries
from app.content.cache import Cache, classes_of, code_stamp, digest, from_json, to_json
from app.content.entries import CourseInfo, LessonEntry
from app.content.folder import COURSE_FILE, OTHER_FILES, Unit, content_of, pictures_stamp, units

if TYPE_CHECKING:
    from app.content.issues import Issue
    from app.content.loading import CourseFolder
    from app.content.models import Lesson


class Course:
    """A course folder, in one language. Lessons are opened one by one."""

    def __init__(
        self,
        folder: Path,
        language: str,
        info: CourseInfo,
        lessons: tuple[LessonEntry, ...],
        *,
        is_broken: bool,
        is_read: bool,
        shelf: _Shelf,
        today: date,
    ) -> None:
        self.folder = folder
        self.language = language
        self.info = info
        self.lessons = lessons
        self.is_broken = is_broken  # course.yaml is missing or has errors
        self.is_read = is_read  # False: still to be opened, see `open_course`
        self._shelf = shelf
        self._today = today
        self._opened: dict[str, Lesson] = {}
        self._source: CourseFolder | None = None

    def entry(self, lesson_id: str) -> LessonEntry:
        """What Home shows of this lesson. Raises KeyError if there is none."""
        for entry in self.lessons:
            if entry.id == lesson_id:
                return entry
        raise KeyError(lesson_id)

    def lesson(self, lesson_id: str) -> Lesson:
        """The whole lesson. Raises KeyError if there is none, or if it is broken."""
        opened = self._opened.get(lesson_id)
        if opened is not None:
            return opened
        entry = self.entry(lesson_id)
        if entry.is_broken:
            raise KeyError(lesson_id)
        lesson = self._shelf.lesson(entry.stem)
        if lesson is None:
            from app.content.prose import renderer

            lesson, _ = self._files().lesson(entry.stem, self.language, renderer())
            if lesson is None or lesson.id != lesson_id:
                raise KeyError(lesson_id)  # the file was changed while the course was open
            self._shelf.put_lesson(entry.stem, lesson)
        self._opened[lesson_id] = lesson
        return lesson

    def issues(self, stem: str) -> list[Issue]:
        """What is wrong with the lesson of this file name, errors first seen first.

        Raises KeyError if the course has no such lesson.
        """
        if all(entry.stem != stem for entry in self.lessons):
            raise KeyError(stem)
        from app.content.prose import outline

        files = self._files()
        lesson, found = files.lesson(stem, self.language, outline)
        for entry in self.lessons:
            if lesson and entry.id == lesson.id and entry.stem != stem:
                return [files.double_id(stem, entry.stem), *found]
        return found

    def course_issues(self) -> list[Issue]:
        """What is wrong with course.yaml itself."""
        return self._files().course_issues()

    def _files(self) -> CourseFolder:
        if self._source is None:
            from app.content.loading import CourseFolder

            self._source = CourseFolder(self.folder, str(self.folder), self._today)
        return self._source


def open_course(
    folder: Path,
    language: str,
    cache: Cache | None,
    today: date,
    *,
    on_progress: Progress | None = None,
    at_once: int | None = None,
) -> Course:
    """The course in this folder. Never raises: a broken one opens with what is whole in it.

    Texts without a translation into `language` are in the course's own. `on_progress(done,
    all)` hears of each lesson read. With `at_once`, a course that is not in the cache and has
    more lessons than that is given back unread (`is_read` is False), for the caller to open
    it again where it may take its time.
    """
    folder = folder.absolute()
    shelf = _Shelf(folder, language, cache)
    index = shelf.index()
    is_read = True
    if index is None and at_once is not None and _lessons_in(folder) > at_once:
        index = (CourseInfo(id="", version=1, title="", language=language, languages=()), (), False)
        is_read = False
    elif index is None:
        index = _build_index(folder, language, shelf, today, on_progress)
        shelf.put_index(index)
    info, lessons, is_broken = index
    return Course(
        folder,
        language,
        info,
        lessons,
        is_broken=is_broken,
        is_read=is_read,
        shelf=shelf,
        today=today,
    )


def _lessons_in(folder: Path) -> int:
    return sum(unit.is_lesson for unit in units(folder))


Progress = Callable[[int, int], None]
_Index = tuple[CourseInfo, tuple[LessonEntry, ...], bool]


class _Shelf:
    """The cached results of one course in one language, and the keys they are valid under."""

    def __init__(self, folder: Path, language: str, cache: Cache | None) -> None:
        self._cache = cache
        self._language = language
        self._place = digest(str(folder), size=8)
        self._old: dict[str, Any] = {}
        if cache is None:
            return
        self._units = {unit.stem: unit for unit in units(folder)}
        self._digests = {
            name: digest(content_of(f"{folder}/{name}") or b"")
            for unit in self._units.values()
            for name in _names_read(unit, language)
        }
        common = ("course", *_course_digests(self._digests), pictures_stamp(folder))
        self._common = digest(code_stamp(), language, *common)
        own_names = sorted(f"{name} {told}" for name, told in self._digests.items())
        self._key = digest(self._common, *own_names)

    def index(self) -> _Index | None:
        """The course's index, if nothing changed since it was made."""
        if self._cache is None:
            return None
        found = self._cache.read(self._name("index"))
        if found is None:
            return None
        key, plain = found
        try:
            if key != self._key:
                self._old = dict(plain["lessons"])
                return None
            known = classes_of([entries])
            lessons = tuple(from_json(entry, known) for _, entry in plain["lessons"])
            return from_json(plain["info"], known), lessons, bool(plain["is_broken"])
        except (KeyError, TypeError, ValueError, AttributeError):
            self._old = {}
            return None

    def put_index(self, index: _Index) -> None:
        """Keeps the index for next time."""
        if self._cache is None:
            return
        info, lessons, is_broken = index
        plain = {
            "info": to_json(info),
            "lessons": [[self.lesson_key(entry.stem), to_json(entry)] for entry in lessons],
            "is_broken": is_broken,
        }
        self._cache.write(self._name("index"), self._key, plain)

    def old_entry(self, stem: str) -> LessonEntry | None:
        """The entry of a lesson that has not changed, from an index that otherwise has."""
        plain = self._old.get(self.lesson_key(stem))
        try:
            entry = from_json(plain, classes_of([entries])) if plain else None
        except (KeyError, TypeError, ValueError):
            return None
        return entry if isinstance(entry, LessonEntry) and not entry.is_broken else None

    def lesson(self, stem: str) -> Lesson | None:
        """The whole lesson, if it is cached and unchanged."""
        found = self._cache.read(self._name(stem)) if self._cache else None
        if found is None or found[0] != self.lesson_key(stem):
            return None
        from app.content import models

        try:
            lesson = from_json(found[1], classes_of([models]))
        except (KeyError, TypeError, ValueError):
            return None
        return lesson if isinstance(lesson, models.Lesson) else None

    def put_lesson(self, stem: str, lesson: Lesson) -> None:
        """Keeps a whole lesson for next time."""
        if self._cache is not None:
            self._cache.write(self._name(stem), self.lesson_key(stem), to_json(lesson))

    def lesson_key(self, stem: str) -> str:
        """Changes with everything that the reading of this lesson depends on."""
        if self._cache is None:
            return ""
        unit = self._units.get(stem)
        names = _names_read(unit, self._language) if unit else ()
        return digest(self._common, stem, *(self._digests.get(name, "") for name in names))

    def _name(self, what: str) -> str:
        short = what if what == "index" else digest(what, size=8)
        return f"courses/{self._place}/{short}.{digest(self._language, size=4)}.json"


def _names_read(unit: Unit, language: str) -> tuple[str, ...]:
    own = (unit.file_name,) if unit.has_file else ()
    translation = unit.translation(language)
    return (*own, translation) if translation else own


def _course_digests(digests: Mapping[str, str]) -> tuple[str, ...]:
    """Those of the files that every lesson is read against; link games by the last two."""
    around = ("course.", *(f"{stem}." for stem in OTHER_FILES))
    return tuple(told for name, told in sorted(digests.items()) if name.startswith(around))


def _build_index(
    folder: Path, language: str, shelf: _Shelf, today: date, on_progress: Progress | None
) -> _Index:
    from app.content.loading import CourseFolder, entry_of
    from app.content.prose import outline, renderer

    files = CourseFolder(folder, str(folder), today)
    found: dict[str, LessonEntry] = {}
    stems = list(dict.fromkeys(files.info.lessons))
    for number, stem in enumerate(stems):
        if on_progress is not None:
            on_progress(number, len(stems))
        entry = shelf.old_entry(stem)
        if entry is None:
            lesson, _ = files.lesson(stem, language, outline)
            entry = entry_of(stem, lesson) if lesson else None
        if entry is None or entry.id in found:
            # Under its file's name, since ids must differ. A lesson's id has no dot.
            title = files.title(stem) or stem
            entry = LessonEntry(stem=stem, id=f"{stem}.yaml", title=title, is_broken=True)
        found[entry.id] = entry
    return files.info_in(language, renderer()), tuple(found.values()), files.is_broken


__all__ = ["COURSE_FILE", "Course", "open_course"]
