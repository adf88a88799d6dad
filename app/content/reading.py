"""From a file's YAML nodes to a lesson's or a course's frozen values, or to what must be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from yaml.nodes import Node

from app.content.issues import Issue
from app.content.models import (
    CourseInfo,
    Lesson,
    Prose,
    Question,
    QuizStep,
    Skill,
    Source,
    Step,
)
from app.content.parts import Findings, Part, brief
from app.content.pictures import path_trouble
from app.content.prose import outline
from app.content.rules import teaching
from app.content.rules.lesson import (
    Names,
    PictureTrouble,
    Surroundings,
    check_lesson,
    check_markdown,
    check_question,
    check_step,
    language_trouble,
)
from app.content.spec.paths import read_root
from app.content.spec.questions import QUESTION_TYPES
from app.content.spec.steps import STEP_TYPES

__all__ = ["Surroundings", "inspect_lesson", "is_publishable", "read_course", "read_lesson"]

MakeProse = Callable[[str], Prose]


def read_lesson(
    node: Node, shown: str, around: Surroundings, prose: MakeProse = outline
) -> tuple[Lesson | None, list[Issue]]:
    """The lesson, and all its issues at once, in the file's order.

    None if there is any error; warnings alone do not keep a lesson from being used.
    `shown` is the file's name in the issues. `prose` makes Markdown into what the window
    shows; left out, only its headings are found.
    """
    part, issues = inspect_lesson(node, shown, around)
    if part is None or has_errors(issues):
        return None, issues
    return _build_lesson(part, prose, around), issues


def inspect_lesson(node: Node, shown: str, around: Surroundings) -> tuple[Part | None, list[Issue]]:
    """The same without making the lesson's values: enough for a check, and quicker.

    The part is None if the file is no group of keys; it may be full of gaps if there are
    errors.
    """
    found = Findings(shown, around.text)
    lesson = read_root(node, "lesson", found)
    if lesson is not None:
        _apply_rules(lesson, around, found)
    return lesson, _sorted(found.issues)


def read_course(
    node: Node,
    shown: str,
    prose: MakeProse = outline,
    picture_trouble: PictureTrouble = path_trouble,
    text: str = "",
) -> tuple[CourseInfo | None, list[Issue]]:
    """course.yaml, and all its issues at once; None if there is any error.

    The arguments mean what they mean for a lesson (`read_lesson`, `Surroundings`).
    """
    found = Findings(shown, text)
    course = read_root(node, "course", found)
    if course is not None:
        _check_course(course, picture_trouble, found)
    issues = _sorted(found.issues)
    if course is None or has_errors(issues):
        return None, issues
    return _build_course(course, prose), issues


def has_errors(issues: Sequence[Issue]) -> bool:
    """Whether one of the issues keeps the file from being used."""
    return any(not issue.code.startswith("W") for issue in issues)


def is_publishable(issues: Sequence[Issue]) -> bool:
    """Whether a lesson with these issues may be published: no errors, and all ids stamped."""
    return not any(not issue.code.startswith("W") or issue.code == "W209" for issue in issues)


def _sorted(issues: list[Issue]) -> list[Issue]:
    if len(issues) > 1:
        issues.sort(key=lambda issue: (issue.span.line, issue.span.column, issue.code))
    return issues


# ── rules ────────────────────────────────────────────────────────────────────


def _apply_rules(lesson: Part, around: Surroundings, found: Findings) -> None:
    names = Names(lesson)
    for step in lesson.parts("steps"):
        check_step(step, names, around, found)
        type_name = step.values.get("type")
        if type_name is None:
            continue
        STEP_TYPES[type_name].check(step, found)
        if type_name == "link-game" and around.check_game is not None:
            around.check_game(step, found)
        questions = step.values.get("questions")
        if not questions:
            continue
        for question in questions:
            check_question(question, names, around, found)
            type_name = question.values.get("type")
            if type_name is not None:
                QUESTION_TYPES[type_name].check(question, found)
                teaching.check_question(question, found)
        teaching.check_quiz(step, found)
    check_lesson(lesson, around, found)


def _check_course(course: Part, picture_trouble: PictureTrouble, found: Findings) -> None:
    values = course.values
    seen: dict[str, int] = {}
    for stem, place in course.entries("lessons"):
        if stem in seen:
            found.add("E240", place, text=brief(stem), line=seen[stem])
        elif not _is_file_stem(stem):
            found.add("E242", place, text=brief(stem))
        else:
            seen[stem] = place.start_mark.line + 1
    languages = values.get("languages") or ()
    for code, place in course.entries("languages"):
        if language_trouble(code):
            found.add("E169", place, text=brief(code))
    language = values.get("language")
    if language is not None:
        if language_trouble(language):
            found.add("E169", course.place("language"), text=brief(language))
        elif languages and language not in languages:
            found.add("E241", course.place("languages"), text=language)
    for key in ("welcome", "closing"):
        check_markdown(course, key, picture_trouble, found)


def _is_file_stem(stem: str) -> bool:
    """Whether this is the plain name of a file in the course folder, without its ending."""
    return (
        not stem.endswith((".yaml", ".yml"))
        and not stem.startswith(".")
        and not any(sign in stem for sign in '/\\:*?"<>|\0')
        and stem == stem.strip()
        and len(stem) <= 100
    )


# ── values ───────────────────────────────────────────────────────────────────


def _build_lesson(part: Part, prose: MakeProse, around: Surroundings) -> Lesson:
    values = part.values
    steps = [STEP_TYPES[one.values["type"]].build(one, prose) for one in values["steps"]]
    if around.meanings:
        steps = [_with_meanings(step, around) for step in steps]
    return Lesson(
        id=part.id,
        version=values["version"],
        language=values["language"],
        title=values["title"],
        summary=values.get("summary") or "",
        minutes=values.get("minutes"),
        goals=values.get("goals") or (),
        sources=tuple(
            Source(
                id=one.id,
                title=one.values["title"],
                url=one.values.get("url") or "",
                checked=one.values.get("checked") or "",
            )
            for one in values.get("sources") or ()
        ),
        steps=tuple(steps),
        seed=values.get("seed") or (),
    )


def _with_meanings(step: Step, around: Surroundings) -> Step:
    if not isinstance(step, QuizStep):
        return step

    def with_meaning(question: Question) -> Question:
        known = around.meanings.get(f"{step.id}/{question.id}")
        return replace(question, meaning_hash=known) if known else question

    return replace(step, questions=tuple(map(with_meaning, step.questions)))


def _build_course(part: Part, prose: MakeProse) -> CourseInfo:
    values: dict[str, Any] = part.values
    return CourseInfo(
        id=part.id,
        version=values["version"],
        title=values["title"],
        language=values["language"],
        languages=values.get("languages") or (values["language"],),
        summary=values.get("summary") or "",
        lessons=values["lessons"],
        skills=tuple(
            Skill(id=one.id, title=one.values["title"]) for one in values.get("skills") or ()
        ),
        welcome=prose(values.get("welcome") or ""),
        closing=prose(values.get("closing") or ""),
        license=values.get("license") or "",
        authors=values.get("authors") or (),
    )
