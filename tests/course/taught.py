"""A course read to be measured: its lessons in every language, and each text with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content.brand_list import load_brands
from app.content.catalog import open_course
from app.content.check import Target, check
from app.content.issues import Issue
from app.content.models import Lesson, Question, QuizStep
from app.content.source import parse
from app.content.spec.paths import text_paths
from app.links.brands import Brands
from app.links.lens import Lens
from app.paths import built_in_course


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a file. `path` is its overlay path, empty where no learner sees it."""

    file: str
    line: int
    path: str
    words: str

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}"

    @property
    def is_body(self) -> bool:
        """Whether this is prose to be read: the body of a text, the answer of a FAQ entry."""
        return self.path.endswith((".body", ".a"))


@dataclass(frozen=True, slots=True)
class Taught:
    """One lesson: its own form, the same in each other language, and all texts of its files."""

    stem: str
    own: Lesson
    others: tuple[Lesson, ...]
    texts: tuple[Text, ...]  # of the file in the course's language
    translated: tuple[Text, ...]  # of the overlays

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        return (self.own, *self.others)

    @property
    def quizzes(self) -> tuple[QuizStep, ...]:
        return quizzes_of(self.own)

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for quiz in self.quizzes for question in quiz.questions)


@dataclass(frozen=True, slots=True)
class TaughtCourse:
    """A whole course, or what is to be looked at of it."""

    folder: Path
    language: str
    lessons: tuple[Taught, ...]
    broken: tuple[str, ...]  # lessons that cannot be read
    issues: tuple[Issue, ...]  # what `shilian check` says
    around: tuple[Text, ...]  # the texts of course.yaml and levels.yaml
    lens: Lens

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for taught in self.lessons for question in taught.questions)


def quizzes_of(lesson: Lesson) -> tuple[QuizStep, ...]:
    """The quizzes of a lesson."""
    return tuple(step for step in lesson.steps if isinstance(step, QuizStep))


def read(folder: Path, today: date, only: str = "") -> TaughtCourse:
    """The course in this folder; with `only` just the lesson of this file stem."""
    target = Target(folder, folder.as_posix())
    issues = [
        issue
        for checked in check([target], today=today, built_in=built_in_course(), cache_folder=None)
        for issue in checked.issues
        if not only or Path(issue.path).name.partition(".")[0] == only
    ]
    opened = open_course(folder, "", None, today)
    language = opened.info.language
    others = [
        open_course(folder, each, None, today) for each in opened.info.languages if each != language
    ]
    lessons, broken = [], []
    for entry in opened.lessons:
        if only not in ("", entry.stem):
            continue
        if entry.is_broken:
            broken.append(entry.stem)
            continue
        own = opened.lesson(entry.id)
        lessons.append(
            Taught(
                stem=entry.stem,
                own=own,
                # Where there is no translation, a course gives the lesson as it is.
                others=tuple(
                    lesson
                    for lesson in (one.lesson(entry.id) for one in others)
                    if lesson.language != own.language
                ),
                texts=tuple(texts_of(folder, f"{entry.stem}.yaml")),
                translated=_translated(folder, entry.stem),
            )
        )
    around: tuple[Text, ...] = ()
    if not only:
        around = tuple(
            text
            for stem in ("course", "levels")
            if (folder / f"{stem}.yaml").is_file()
            for text in (*texts_of(folder, f"{stem}.yaml"), *_translated(folder, stem))
        )
    return TaughtCourse(
        folder,
        language,
        tuple(lessons),
        tuple(broken),
        tuple(issues),
        around,
        Lens(_brands(folder)),
    )


def texts_of(folder: Path, name: str) -> Iterator[Text]:
    """Every text of a file, seen by learners or not."""
    node, _ = parse((folder / name).read_text("utf-8-sig"), name)
    if node is None:
        return
    stem = name.removesuffix(".yaml")
    kind = "course" if stem == "course" else "levels" if stem == "levels" else "lesson"
    paths: dict[int, str] = {}
    for path, one in text_paths(node, kind):  # type: ignore[arg-type]
        for inner in one.value if isinstance(one, SequenceNode) else (one,):
            paths[id(inner)] = path
    for scalar in _scalars(node):
        yield Text(name, scalar.start_mark.line + 1, paths.get(id(scalar), ""), scalar.value)


def _translated(folder: Path, stem: str) -> tuple[Text, ...]:
    return tuple(
        text for path in sorted(folder.glob(f"{stem}.*.yaml")) for text in _overlay_texts(path)
    )


def _overlay_texts(path: Path) -> Iterator[Text]:
    node, _ = parse(path.read_text("utf-8-sig"), path.name)
    for key, value in node.value if isinstance(node, MappingNode) else ():
        if key.value == "text" and isinstance(value, MappingNode):
            for where, text in value.value:
                for scalar in _scalars(text):
                    yield Text(path.name, scalar.start_mark.line + 1, where.value, scalar.value)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    """The values of a file; its keys are none."""
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _scalars(value)
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _scalars(value)


def _brands(folder: Path) -> Brands:
    brands = load_brands(folder)[0] or load_brands(built_in_course())[0]
    assert brands is not None
    return brands
