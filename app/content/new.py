"""Starting files for a course and for a lesson: commented, small, and without errors."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content import templates
from app.content.edits import TypedText, insertion, load, put_in_place
from app.content.folder import COURSE_FILE, units
from app.content.issues import Edit, Span
from app.content.loading import CourseFolder, id_place
from app.content.parts import Findings
from app.content.source import parse
from app.content.spec.paths import read_root
from app.errors import ShilianError
from app.i18n import _

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
_NUMBERED = re.compile(r"(\d{2,4})-.+")


def new_course(identity: str, into: Path, language: str) -> list[Path]:
    """Starts a course in a folder of its own below `into`; gives the files written.

    Raises ShilianError if the id is not one, if the folder holds a course already, or if
    the disk refuses.
    """
    _require_id(identity)
    folder = into / identity
    _require_free(folder / COURSE_FILE)
    stem = "01-start"
    _require_free(folder / f"{stem}.yaml")
    texts = templates.of(language)
    course = texts.course.replace("{id}", identity).replace("{stem}", stem)
    lesson = texts.lesson.replace("{id}", "start").replace("{language}", texts.language)
    _make_folder(folder / "images")
    written = [folder / f"{stem}.yaml", folder / COURSE_FILE]
    put_in_place(written[0], lesson.encode(), written[0].as_posix())
    # Last, so that a course that is there names a lesson that is there.
    put_in_place(written[1], course.encode(), written[1].as_posix())
    return written


def new_lesson(identity: str, folder: Path, language: str, today: date) -> list[Path]:
    """Starts a lesson in a course folder and lists it in course.yaml; gives the files written.

    Its texts are in the course's own language where we have it, else in `language`. Its file
    gets the next number if the others have numbers. Raises ShilianError as `new_course` does,
    and if the folder holds no course, or one with errors.
    """
    _require_id(identity)
    course_path = folder / COURSE_FILE
    if not course_path.is_file():
        raise ShilianError(
            _("There is no course.yaml in {folder}.").format(folder=folder.as_posix()),
            next_step=_("Start a course with `shilian new course ID`, or name its folder."),
        )
    files = CourseFolder(folder, folder.as_posix(), today)
    typed = load(course_path)
    if files.is_broken or typed is None:
        raise ShilianError(
            _("{file} has errors.").format(file=course_path.as_posix()),
            safe=_("Nothing was changed."),
            next_step=_("Run `shilian check {folder}` first.").format(folder=folder.as_posix()),
        )
    _require_unused(identity, files)
    stem = _stem(identity, folder)
    path = folder / f"{stem}.yaml"
    _require_free(path)
    texts = templates.of(files.info.language or language)
    lesson = texts.lesson.replace("{id}", identity).replace("{language}", files.info.language)
    listed = _listed(typed, stem, course_path.as_posix())
    put_in_place(path, lesson.encode(), path.as_posix())
    put_in_place(course_path, listed.encoded(), course_path.as_posix())
    return [path, course_path]


def _stem(identity: str, folder: Path) -> str:
    found = [_NUMBERED.fullmatch(unit.stem) for unit in units(folder) if unit.is_lesson]
    numbers = [int(one[1]) for one in found if one]
    if not found or not numbers:
        return identity if found else f"01-{identity}"
    return f"{max(numbers) + 1:02}-{identity}"


def _listed(typed: TypedText, stem: str, shown: str) -> TypedText:
    """course.yaml with the lesson as the last in its list."""
    node, _issues = parse(typed.text.replace("\r\n", "\n"), shown)
    edit = _listing(node, stem, typed.text.count("\n") + 1)
    after = typed.with_edits([edit])
    again, _issues = parse(after.text.replace("\r\n", "\n"), shown)
    if stem not in _stems(again):
        raise ShilianError(
            _("The lesson could not be added to {file}.").format(file=shown),
            safe=_("Nothing was changed."),
            next_step=_("Write each lesson on its own line after `- ` and try again."),
        )
    return after


def _listing(node: Node | None, stem: str, rows: int) -> Edit:
    listed = _lessons(node)
    if listed is None or not listed.value:
        return insertion(rows, 1, f"lessons:\n  - {stem}\n")
    if listed.flow_style:
        last = listed.value[-1].end_mark
        place = Span(last.line + 1, last.column + 1, last.line + 1, last.column + 1)
        return Edit(place, f", {stem}")
    dash = listed.start_mark
    last = listed.value[-1].end_mark
    place = Span(last.line + 1, last.column + 1, last.line + 1, last.column + 1)
    return Edit(place, f"\n{' ' * dash.column}- {stem}")


def _lessons(node: Node | None) -> SequenceNode | None:
    if isinstance(node, MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == "lessons" and isinstance(value_node, SequenceNode):
                return value_node
    return None


def _stems(node: Node | None) -> list[str]:
    listed = _lessons(node)
    return [one.value for one in listed.value if isinstance(one, ScalarNode)] if listed else []


def _require_id(identity: str) -> None:
    if not _ID.fullmatch(identity):
        raise ShilianError(
            _("“{id}” cannot be an id.").format(id=identity),
            next_step=_("Use small letters, digits and hyphens, with a letter first: my-lesson."),
        )


def _require_unused(identity: str, files: CourseFolder) -> None:
    """No other lesson of the course may have the id, nor may it have been retired."""
    for unit in files.units.values():
        if unit.is_lesson and unit.has_file:
            taken, _place = id_place(files.source(unit.file_name).node)
            if taken == identity:
                raise ShilianError(
                    _("The lesson {file} has the id “{id}” already.").format(
                        file=files.name(unit.file_name), id=identity
                    ),
                    next_step=_("Choose another id."),
                )
    part = read_root(files.course_node, "course", Findings("")) if files.course_node else None
    if part is not None and identity in (part.values.get("retired") or ()):
        raise ShilianError(
            _("The id “{id}” was retired in this course.").format(id=identity),
            next_step=_("Choose another id."),
        )


def _require_free(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise ShilianError(
            _("There is a file {file} already.").format(file=path.as_posix()),
            safe=_("It was left as it is."),
            next_step=_("Choose another id."),
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ShilianError(
            _("The folder {folder} cannot be made: {reason}.").format(
                folder=folder.as_posix(), reason=error.strerror or type(error).__name__
            ),
            next_step=_("Choose a folder that you may write to."),
        ) from error
