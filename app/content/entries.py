"""What a list of lessons needs to know: titles, steps and meaning hashes, without the lessons.

Apart from `models` so that Home, which shows no more than this, starts quickly; for the same
reason named tuples: making six dataclasses takes 4 ms. All are made with their fields' names.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading inside prose: its anchor (as `answer_in: step#anchor` names it) and its words."""

    anchor: str
    text: str
    level: int


class Prose(NamedTuple):
    """Markdown a teacher wrote, beside the safe HTML made from it."""

    source: str = ""
    html: str = ""
    headings: tuple[Heading, ...] = ()


class Skill(NamedTuple):
    """Something a learner gets better at, across lessons."""

    id: str
    title: str


class StepEntry(NamedTuple):
    """What a list of lessons shows of a step, without opening the lesson."""

    id: str
    type: str
    title: str
    questions: int = 0
    pass_percent: int | None = None  # of a graded step that has one
    attempts: int | None = None  # None: without limit


class LessonEntry(NamedTuple):
    """What Home shows of a lesson. A broken lesson has no steps and says why in the report."""

    stem: str  # file name without .yaml
    id: str
    title: str
    version: int = 1
    summary: str = ""
    minutes: int | None = None
    steps: tuple[StepEntry, ...] = ()
    is_broken: bool = False
    meanings: Mapping[str, str] = MappingProxyType({})  # "step/question" → meaning hash


class CourseInfo(NamedTuple):
    """course.yaml, in one language."""

    id: str
    version: int
    title: str
    language: str  # the course's own
    languages: tuple[str, ...]
    summary: str = ""
    lessons: tuple[str, ...] = ()
    skills: tuple[Skill, ...] = ()
    welcome: Prose = Prose()
    closing: Prose = Prose()
    license: str = ""
    authors: tuple[str, ...] = ()
