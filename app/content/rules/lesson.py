"""Rules about the lesson as a whole: everything that names something else must find it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from yaml.nodes import ScalarNode

from app.content.entries import Heading
from app.content.parts import Findings, Part, brief, span_of, span_within
from app.content.pictures import path_trouble
from app.content.prose import outline
from app.content.rules import teaching

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?").fullmatch
# Bounded and possessive, so that no text takes longer than its length. What is longer than
# this is no picture of ours.
_MARKDOWN_PICTURE = re.compile(
    r"!\[([^\[\]\n]{0,300}+)\]"
    r"(?:\(\s{0,9}+<?([^)<>\s]{0,300}+)>?[^)\n]{0,300}+\)|\[([^\]\n]{0,300}+)\])?"
)
_REFERENCE = re.compile(r"^[ ]{0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s<>]+)", re.MULTILINE)


PictureTrouble = Callable[[str], str | None]
CheckGame = Callable[[Part, Findings], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a lesson is read against.

    `skills` are the ids the course knows, None if there is no course; `languages` the
    course's, empty if unknown. `picture_trouble` gives the code of what is wrong with a
    picture's path, or None (`pictures.picture_checker` makes one that looks at the files).
    `text` is the file itself: with it, places inside `|` blocks are exact to the column.
    `meanings` gives meaning hashes by "step/question" that are taken over instead of being
    worked out: a translated lesson has those of the lesson it translates. `check_game` looks
    at the links of a link game; None: nobody does.
    """

    today: date
    skills: frozenset[str] | None = None
    languages: tuple[str, ...] = ()
    picture_trouble: PictureTrouble = path_trouble
    text: str = ""
    meanings: Mapping[str, str] = field(default_factory=dict)
    check_game: CheckGame | None = None


class Names:
    """What the parts of one lesson may name: its sources, its steps and their headings."""

    def __init__(self, lesson: Part) -> None:
        self.sources = dict.fromkeys(source.id for source in lesson.parts("sources"))
        self.steps = {step.id: step for step in lesson.parts("steps")}
        self._headings: dict[str, tuple[Heading, ...]] = {}

    def headings(self, step_id: str) -> tuple[Heading, ...]:
        """The headings of this step's texts."""
        if step_id not in self._headings:
            self._headings[step_id] = tuple(_headings(self.steps[step_id]))
        return self._headings[step_id]


def language_trouble(code: str) -> str | None:
    """The code of what is wrong with a language code, or None."""
    return None if _LANGUAGE(code) else "E169"


def check_lesson(lesson: Part, around: Surroundings, found: Findings) -> None:
    """What holds for the lesson's head."""
    language = lesson.values.get("language")
    if language is not None:
        if not _LANGUAGE(language):
            found.add("E169", lesson.place("language"), text=brief(language))
        elif around.languages and language not in around.languages:
            found.add(
                "E229",
                lesson.place("language"),
                text=language,
                languages=", ".join(around.languages),
            )
    teaching.check_sources(lesson, around.today, found)
    if lesson.values.get("retired"):
        _check_retired(lesson, found)
    if found.nameless:
        found.add("W209", found.nameless[0].node, number=len(found.nameless))


def check_step(step: Part, names: Names, around: Surroundings, found: Findings) -> None:
    """What holds for every step: its source, its picture, its Markdown."""
    values = step.values
    if values.get("source") is not None:
        _check_source(step, names, found)
    if "image" in values:
        _check_picture(step, around, found)
    if "body" in values:
        check_markdown(step, "body", around.picture_trouble, found)
    for entry in values.get("entries") or ():
        check_markdown(entry, "a", around.picture_trouble, found)
        if entry.values.get("source") is not None:
            _check_source(entry, names, found)


def check_question(question: Part, names: Names, around: Surroundings, found: Findings) -> None:
    """What holds for every question: its source, skill, picture and the place of its answer."""
    values = question.values
    if values.get("source") is not None:
        _check_source(question, names, found)
    if "image" in values:
        _check_picture(question, around, found)
    skill = values.get("skill")
    if skill is not None and around.skills is not None and skill not in around.skills:
        known = sorted(around.skills)
        found.add(
            "E212",
            question.place("skill"),
            id=brief(skill),
            meant=found.near(skill, known) or ", ".join(known[:8]) or "–",
        )
    if values.get("answer_in") is not None:
        _check_answer_place(question, names, found)


def _check_source(part: Part, names: Names, found: Findings) -> None:
    name = part.values["source"]
    if name not in names.sources:
        meant = found.near(name, names.sources) or ", ".join(islice(names.sources, 8))
        code = "E211" if meant else "E213"
        found.add(code, part.place("source"), id=brief(name), meant=meant)


def _check_picture(part: Part, around: Surroundings, found: Findings) -> None:
    path = part.values["image"]
    if path is None:
        return
    code = around.picture_trouble(path)
    if code:
        found.add(code, part.place("image"), text=brief(path))
    if not part.values.get("alt"):
        found.add("W205", part.place("image"), text=brief(path))


def check_markdown(part: Part, key: str, picture_trouble: PictureTrouble, found: Findings) -> None:
    """Pictures and paragraphs of one Markdown text."""
    text = part.values.get(key)
    if not text:
        return
    teaching.check_paragraphs(part, key, found)
    if "![" in text:
        node = part.place(key)
        if isinstance(node, ScalarNode):
            _check_markdown_pictures(node, picture_trouble, found)


def _check_markdown_pictures(
    node: ScalarNode, picture_trouble: PictureTrouble, found: Findings
) -> None:
    text = node.value
    references: dict[str, str] | None = None
    for match in _MARKDOWN_PICTURE.finditer(text):
        path = match[2]
        if path is None:
            if references is None:
                references = {one[1].lower(): one[2] for one in _REFERENCE.finditer(text)}
            path = references.get((match[3] or match[1]).lower())
            if path is None:
                continue
        span = span_within(node, match.start(), match.end() - match.start(), found)
        code = picture_trouble(path)
        if code:
            found.add(code, span, text=brief(path))
        if not match[1].strip():
            found.add("W205", span, text=brief(path))


def _check_answer_place(question: Part, names: Names, found: Findings) -> None:
    """`answer_in` names a step, and perhaps one of its headings by words or by anchor."""
    place: str = question.values["answer_in"]
    step_id, sign, heading = place.partition("#")
    if step_id not in names.steps:
        found.add(
            "E214",
            question.place("answer_in"),
            id=brief(step_id),
            meant=found.near(step_id, names.steps) or ", ".join(islice(names.steps, 8)),
        )
        return
    if not sign:
        return
    wanted = heading.strip()
    headings = names.headings(step_id)
    if not any(wanted in (one.anchor, one.text.strip()) for one in headings):
        words = [one.text for one in headings]
        found.add(
            "E224" if words else "E226",
            question.place("answer_in"),
            id=brief(wanted),
            step=step_id,
            meant=found.near(wanted, words) or brief(", ".join(words[:6])),
        )


def _headings(step: Part) -> Iterator[Heading]:
    for part, key in ((step, "body"), *((entry, "a") for entry in step.parts("entries"))):
        text = part.values.get(key)
        if text:
            yield from outline(text).headings


def _check_retired(lesson: Part, found: Findings) -> None:
    lines = {text: span_of(node).line for text, node in lesson.entries("retired")}
    for path, part in _named(lesson):
        if path in lines and part.has_id:
            found.add("E210", part.place("id"), id=path, line=lines[path])


def _named(lesson: Part) -> Iterator[tuple[str, Part]]:
    """Every part with an id, as `retired` names it: steps and questions bare, others below them."""
    for step in lesson.parts("steps"):
        yield step.id, step
        for question in step.parts("questions"):
            yield question.id, question
            yield from _inner(question, question.id)
        yield from _inner(step, step.id)


def _inner(part: Part, path: str) -> Iterator[tuple[str, Part]]:
    for key in part.record.part_keys:
        entries = part.values.get(key)
        if key == "questions" or not isinstance(entries, list):
            continue
        for entry in entries:
            if entry.record.id_prefix:
                inner = f"{path}/{entry.id}"
                yield inner, entry
                yield from _inner(entry, inner)
