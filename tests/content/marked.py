"""Lessons with the expected issues marked: `▸E202▸` before the character it points at."""

from __future__ import annotations

import re
from datetime import date
from textwrap import dedent, indent

import yaml

from app.content.issues import Issue
from app.content.models import Lesson
from app.content.reading import Surroundings, read_lesson

TODAY = date(2026, 11, 22)

_MARK = re.compile(r"▸([EW]\d{3})▸")

HEAD = """\
format: 1
id: lesson
version: 1
language: zh-CN
title: 一课
"""


def lesson_of(steps: str, head: str = HEAD) -> str:
    """A lesson with these steps."""
    return head + "steps:\n" + indent(dedent(steps).strip("\n"), "  ") + "\n"


def quiz_of(questions: str, head: str = HEAD) -> str:
    """A lesson with one quiz of these questions."""
    quiz = "- id: quiz\n  type: quiz\n  title: 测验\n  questions:\n"
    return lesson_of(quiz + indent(dedent(questions).strip("\n"), "    "), head)


def unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The lesson without its marks, and code, line and column of each."""
    lines, expected = [], []
    for number, line in enumerate(marked.split("\n"), 1):
        while found := _MARK.search(line):
            expected.append((found[1], number, found.start() + 1))
            line = line[: found.start()] + line[found.end() :]
        lines.append(line)
    return "\n".join(lines), sorted(expected, key=lambda one: (one[1], one[2], one[0]))


def surroundings(text: str = "") -> Surroundings:
    """A course that knows the skill `url` and two languages."""
    return Surroundings(
        today=TODAY, skills=frozenset({"url"}), languages=("zh-CN", "en"), text=text
    )


def read(text: str) -> tuple[Lesson | None, list[Issue]]:
    """The lesson of a text."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return read_lesson(node, "lesson.yaml", surroundings(text))


def places(issues: list[Issue]) -> list[tuple[str, int, int]]:
    """Code, line and column of each issue."""
    return [(one.code, one.span.line, one.span.column) for one in issues]
