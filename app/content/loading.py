"""Reads the files of one course folder: course.yaml, lessons, and their translations.

The working side of the catalogue and of `check`. It brings in YAML and all the rules, so a
start that finds everything in the cache does without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode

from app.content import folder as course_folder
from app.content.entries import CourseInfo, LessonEntry, Prose, StepEntry
from app.content.folder import COURSE_FILE, Unit
from app.content.issues import Issue, Span
from app.content.models import Lesson, QuizStep, Step
from app.content.parts import brief, near, span_of
from app.content.pictures import picture_checker
from app.content.prose import outline
from app.content.reading import Surroundings, has_errors, read_course, read_lesson
from app.content.source import parse, read_string, read_text
from app.content.spec.paths import RootKind, text_paths, with_texts
from app.content.translated import translated_lesson
from app.content.translation import (
    Original,
    original_of,
    read_overlay,
    span_at_start,
    usable_texts,
)

if TYPE_CHECKING:
    from app.content.course_links import CourseLinks

_LONGEST_TITLE = 200

MakeProse = Callable[[str], Prose]


class SourceFile:
    """One YAML file: its text and its node, either of them None if there is too much wrong."""

    __slots__ = ("issues", "node", "shown", "text")

    def __init__(self, path: Path, shown: str, content: bytes | None = None) -> None:
        self.shown = shown
        self.node: Node | None = None
        if content is None:
            self.text, self.issues = read_text(path, shown)
        else:
            self.text, self.issues = read_string(content, shown)
        if self.text is not None:
            self.node, slips = parse(self.text, shown)
            self.issues = [*self.issues, *slips]


class CourseFolder:
    """A course folder to read from. `shown` is how the issues name it.

    `info` is course.yaml in its own language; where that is missing or broken it is made up
    from what lies in the folder, so that the lessons can be used all the same. `stand_in` is
    the folder of a course to read against where this one has none, `links_from` that of an
    official list and of levels where this one has none.
    """

    def __init__(
        self,
        path: Path,
        shown: str,
        today: date,
        stand_in: Path | None = None,
        links_from: Path | None = None,
    ) -> None:
        self.path = path
        self.shown = shown
        self.today = today
        self.units = {unit.stem: unit for unit in course_folder.units(path)}
        self.at_hand: Mapping[str, bytes | None] = {}  # files read already, by name
        self.course_node: Node | None = None
        self.has_own_course = stand_in is None
        info: CourseInfo | None
        info, self.issues = self._read_info()
        if stand_in is not None:
            info = CourseFolder(stand_in, str(stand_in), today).info
        self.is_broken = info is None
        self.info: CourseInfo = info or self._made_up_info()
        self._picture_trouble = picture_checker(path)
        self._links_from = links_from

    @cached_property
    def links(self) -> CourseLinks:
        """What the course knows of links. Most courses never ask, so it is brought in here."""
        from app.content.course_links import CourseLinks

        return CourseLinks(self.path, self._links_from)

    def name(self, file_name: str) -> str:
        """How the issues name a file of this folder."""
        return f"{self.shown}/{file_name}" if self.shown not in ("", ".") else file_name

    def around(self, text: str) -> Surroundings:
        """What a lesson with this text is read against."""
        return Surroundings(
            today=self.today,
            skills=None if self.is_broken else frozenset(s.id for s in self.info.skills),
            languages=() if self.is_broken else self.info.languages,
            picture_trouble=self._picture_trouble,
            text=text,
            check_game=lambda step, found: self.links.rules.check_game(step, found),
        )

    def source(self, file_name: str) -> SourceFile:
        """One of the folder's files, read."""
        return SourceFile(self.path / file_name, self.name(file_name), self.at_hand.get(file_name))

    def info_in(self, language: str, prose: MakeProse) -> CourseInfo:
        """course.yaml in this language, with its texts rendered; its own where there is none."""
        info = self.info
        unit = self.units.get("course")
        overlay_name = unit.translation(language) if unit and not self.is_broken else None
        if overlay_name and self.course_node is not None:
            node = self._translated(self.course_node, overlay_name, "course", info.id)
            if node is not None:
                info = read_course(node, COURSE_FILE)[0] or info
        return info._replace(welcome=prose(info.welcome.source), closing=prose(info.closing.source))

    def lesson(
        self, stem: str, language: str, prose: MakeProse
    ) -> tuple[Lesson | None, list[Issue]]:
        """A lesson in this language, and what is wrong with its file.

        Texts without a translation are the original's. None if there are errors.
        """
        unit = self.units.get(stem)
        if unit is None or not unit.has_file:
            return None, [self.missing_lesson(stem)]
        source = self.source(unit.file_name)
        if source.node is None or source.text is None or has_errors(source.issues):
            return None, source.issues
        around = self.around(source.text)
        overlay_name = unit.translation(language)
        if overlay_name is None:
            lesson, issues = read_lesson(source.node, source.shown, around, prose)
            return lesson, [*source.issues, *issues]
        own, issues = read_lesson(source.node, source.shown, around, outline)
        issues = [*source.issues, *issues]
        if own is None:
            return None, issues
        node = self._translated(source.node, overlay_name, "lesson", own.id)
        lesson = None
        if node is not None and language != own.language:
            # An answer given in one language counts in the other: same key, same meaning.
            known = replace(around, meanings=meanings_of(own), check_game=None)
            lesson, _ = read_lesson(node, source.shown, known, prose)
        if lesson is None:
            return read_lesson(source.node, source.shown, around, prose)[0], issues
        return replace(lesson, language=language), issues

    def original(self, node: Node, kind: RootKind, shown: str, identity: str = "") -> Original:
        """What the translations of this node are compared with."""
        return original_of(
            identity or _value(node, "id"),
            shown,
            _value(node, "language"),
            list(text_paths(node, kind)),
        )

    def title(self, stem: str) -> str:
        """The title of a lesson, even of a broken one if it can be made out; else empty."""
        unit = self.units.get(stem)
        node = self.source(unit.file_name).node if unit and unit.has_file else None
        return _value(node, "title").strip()[:_LONGEST_TITLE] if node is not None else ""

    def course_issues(self) -> list[Issue]:
        """What is wrong with course.yaml, and with its list of lessons."""
        listed = () if self.is_broken else dict.fromkeys(self.info.lessons)
        missing = [
            self.missing_lesson(stem)
            for stem in listed
            if stem not in self.units or not self.units[stem].has_file
        ]
        issues = [*self.issues, *missing]
        return sorted(issues, key=lambda issue: (issue.span.line, issue.span.column))

    def missing_lesson(self, stem: str) -> Issue:
        """The issue that a lesson is listed without a file."""
        listed = _entry(self.course_node, "lessons", stem)
        span = span_of(listed) if listed is not None else span_at_start()
        misnamed = course_folder.misnamed(self.path).get(stem)
        if misnamed is not None:
            values = {"stem": brief(stem), "name": brief(misnamed)}
            return Issue("E524", self.name(COURSE_FILE), span, values)
        known = [unit.stem for unit in self.units.values() if unit.is_lesson and unit.has_file]
        meant = near(stem, known)
        code = "E521" if meant else "E520"
        return Issue(code, self.name(COURSE_FILE), span, {"stem": brief(stem), "meant": meant})

    def double_id(self, stem: str, earlier_stem: str) -> Issue:
        """The issue that two lessons have one id; it stands at the second."""
        places = [id_place(self.source(f"{one}.yaml").node) for one in (stem, earlier_stem)]
        return double_id(
            self.name(f"{stem}.yaml"), *places[0], self.name(f"{earlier_stem}.yaml"), places[1][1]
        )

    def unlisted(self, unit: Unit) -> bool:
        """True of a lesson that course.yaml does not list."""
        return (
            self.has_own_course
            and not self.is_broken
            and unit.is_lesson
            and unit.stem not in self.info.lessons
        )

    def _translated(
        self, node: Node, overlay_name: str, kind: RootKind, identity: str
    ) -> Node | None:
        source = self.source(overlay_name)
        if source.node is None:
            return None
        overlay, _ = read_overlay(source.node, source.shown)
        if overlay is None:
            return None
        original = self.original(node, kind, overlay_name, identity)
        texts = usable_texts(overlay, original)
        return translated_lesson(node, texts) if kind == "lesson" else with_texts(node, texts, kind)

    def _read_info(self) -> tuple[CourseInfo | None, list[Issue]]:
        if not (self.path / COURSE_FILE).is_file():
            return None, [Issue("E523", self.name(COURSE_FILE), span_at_start())]
        source = self.source(COURSE_FILE)
        if source.node is None:
            return None, source.issues
        self.course_node = source.node
        info, issues = read_course(source.node, source.shown)
        issues = [*source.issues, *issues]
        return (None if has_errors(issues) else info), issues

    def _made_up_info(self) -> CourseInfo:
        name = self.path.resolve().name
        stems = [unit.stem for unit in self.units.values() if unit.is_lesson and unit.has_file]
        language = _value(self.course_node, "language")
        title = _value(self.course_node, "title")
        language = language or "zh-CN"
        return CourseInfo(
            id=name,
            version=1,
            title=title or name,
            language=language,
            languages=(language,),
            lessons=tuple(stems),
        )


def _asked(step: Step) -> int:
    """How many questions one sitting asks."""
    if not isinstance(step, QuizStep):
        return 0
    return min(step.draw or len(step.questions), len(step.questions))


def entry_of(stem: str, lesson: Lesson) -> LessonEntry:
    """What the list of lessons shows of a lesson."""
    return LessonEntry(
        stem=stem,
        id=lesson.id,
        version=lesson.version,
        title=lesson.title,
        summary=lesson.summary,
        minutes=lesson.minutes,
        steps=tuple(
            StepEntry(
                id=step.id,
                type=step.type,
                title=step.title,
                questions=_asked(step),
                pass_percent=step.pass_percent if isinstance(step, QuizStep) else None,
                attempts=step.attempts if isinstance(step, QuizStep) else None,
            )
            for step in lesson.steps
        ),
        meanings=meanings_of(lesson),
    )


def meanings_of(lesson: Lesson) -> dict[str, str]:
    """The meaning hash of each question, by "step/question"."""
    return {
        f"{step.id}/{question.id}": question.meaning_hash
        for step in lesson.steps
        if isinstance(step, QuizStep)
        for question in step.questions
    }


def double_id(shown: str, identity: str, span: Span, other: str, other_span: Span) -> Issue:
    """The issue that this lesson has the id of another one."""
    return Issue("E522", shown, span, {"id": identity, "other": other, "line": other_span.line})


def id_place(node: Node | None) -> tuple[str, Span]:
    """A lesson's id and where it stands; empty, and the file's start, if it has none."""
    if isinstance(node, MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == "id" and isinstance(value_node, ScalarNode):
                return str(value_node.value), span_of(value_node)
    return "", span_at_start()


def _value(node: Node | None, key: str) -> str:
    """The text under a top key, or an empty one."""
    if isinstance(node, MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == key and isinstance(value_node, ScalarNode):
                return str(value_node.value)
    return ""


def _entry(node: Node | None, key: str, text: str) -> Node | None:
    """The entry of a top list that says this, or None."""
    if isinstance(node, MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == key and isinstance(value_node.value, list):
                for one in value_node.value:
                    if isinstance(one, ScalarNode) and one.value == text:
                        return one
    return None
