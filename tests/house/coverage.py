"""Keeps the table of what the course covers: each point, where it is taught, what asks it.

python -m tests.house.coverage            says what is wrong
python -m tests.house.coverage --update   writes docs/coverage.md anew

Made from the `seed:` marks of lessons, steps and questions. Points stand in `seed_points.yaml`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from app.content.catalog import Course, open_course
from app.content.models import Lesson, QuizStep
from app.paths import built_in_course

ROOT = Path(__file__).resolve().parent.parent.parent
TABLE = ROOT / "docs/coverage.md"
UPDATE = "run: python -m tests.house.coverage --update"

_plain = yaml.safe_load((Path(__file__).with_name("seed_points.yaml")).read_text("utf-8"))
POINTS: Mapping[str, str] = _plain["points"]
NOT_ASKED: frozenset[str] = frozenset(_plain["not_asked"])

HEAD = """\
# What the course covers

The course is made from two short articles. This table lists their points, the lessons and steps
that teach each of them, and the questions that ask it. It is made from the `seed:` marks in the
lessons; do not edit it by hand ({update}).

A lesson's own mark, "(all of it)", says what the lesson as a whole is about.
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of the course that covers a point; `part` is empty for a whole lesson."""

    lesson: str  # file stem
    part: str
    is_question: bool


def marks(course: Course) -> Iterator[tuple[str, Mark]]:
    """Every mark of the course's lessons, in the order of the course. Broken ones have none."""
    for entry in course.lessons:
        if not entry.is_broken:
            yield from _marks_of(course.lesson(entry.id), entry.stem)


def _marks_of(lesson: Lesson, stem: str) -> Iterator[tuple[str, Mark]]:
    for point in lesson.seed:
        yield point, Mark(stem, "", False)
    for step in lesson.steps:
        if not isinstance(step, QuizStep):
            for point in step.seed:
                yield point, Mark(stem, step.id, False)
            continue
        for question in step.questions:
            for point in question.seed:
                yield point, Mark(stem, question.id, True)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Where each point is taught and asked."""

    by_point: Mapping[str, tuple[Mark, ...]]

    @property
    def strangers(self) -> set[str]:
        """Marks that are no points."""
        return set(self.by_point) - set(POINTS)

    @property
    def not_taught(self) -> set[str]:
        """Points that no step teaches: a mark on a lesson or a question alone does not."""
        return {
            point
            for point in POINTS
            if not any(one.part and not one.is_question for one in self._marks(point))
        }

    @property
    def not_asked(self) -> set[str]:
        """Points that no question asks, though one should."""
        return {
            point
            for point in POINTS
            if point not in NOT_ASKED and not any(one.is_question for one in self._marks(point))
        }

    def _marks(self, point: str) -> tuple[Mark, ...]:
        return self.by_point.get(point, ())

    def table(self) -> str:
        """The text of docs/coverage.md."""
        rows = [
            f"| {point} | {words} | {self._said(point, False)} | {self._said(point, True)} |"
            for point, words in POINTS.items()
        ]
        head = HEAD.format(update="`python -m tests.house.coverage --update` writes it")
        lines = ["| point | in short | taught in | asked by |", "|---|---|---|---|", *rows]
        return f"{head}\n" + "\n".join(lines) + "\n"

    def _said(self, point: str, is_question: bool) -> str:
        lessons: dict[str, list[str]] = {}
        for one in self._marks(point):
            if one.is_question == is_question:
                lessons.setdefault(one.lesson, []).append(one.part or "(all of it)")
        if not lessons:
            return "*in words only*" if is_question and point in NOT_ASKED else "–"
        return "<br>".join(f"{stem}: {', '.join(parts)}" for stem, parts in lessons.items())


def coverage(folder: Path) -> Coverage:
    """What the course in this folder covers."""
    found: dict[str, list[Mark]] = {}
    # The day decides only which sources are old, which is nothing to this table.
    for point, mark in marks(open_course(folder, "", None, date.min)):
        found.setdefault(point, []).append(mark)
    return Coverage({point: tuple(each) for point, each in found.items()})


def main() -> int:
    """Writes the table, or says whether it is today's; 1 if it is not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--update", action="store_true")
    made = coverage(built_in_course())
    if parser.parse_args().update:
        TABLE.write_text(made.table(), "utf-8", newline="\n")
    for words, points in (
        ("not taught by any step", made.not_taught),
        ("not asked by any question", made.not_asked),
        ("no such point", made.strangers),
    ):
        if points:
            print(f"{words}: {' '.join(in_order(points))}")
    if not TABLE.is_file() or TABLE.read_text("utf-8") != made.table():
        print(f"{TABLE.relative_to(ROOT).as_posix()}: not up to date; {UPDATE}")
        return 1
    return 1 if made.strangers else 0


def in_order(points: set[str]) -> list[str]:
    """Points as people count them, S9 before S10."""
    return sorted(points, key=lambda point: (len(point), point))


if __name__ == "__main__":
    sys.exit(main())
