"""A lesson file, a course.yaml and a translation, as tables."""

from __future__ import annotations

from app.content.spec.brands import BRANDS
from app.content.spec.fields import (
    Record,
    an_id,
    date,
    hidden_text,
    hidden_texts,
    markdown,
    parts,
    required,
    text,
    texts,
    whole,
)
from app.content.spec.levels import LEVELS
from app.content.spec.steps import STEP
from app.i18n import mark

FORMAT = 1

_SOURCE = Record(
    name="source",
    id_prefix="source-",
    fields=(
        required(an_id(mark("The source's id: name it after source."))),
        required(text("title", mark("The title learners see."))),
        hidden_text("url", mark("Where it can be read.")),
        date("checked", mark("The day it was last checked, YYYY-MM-DD.")),
    ),
)

LESSON = Record(
    name="lesson",
    fields=(
        required(whole("format", mark("The lesson format: 1."), FORMAT, FORMAT)),
        required(an_id(mark("The lesson's id: never change it once the lesson is in use."))),
        required(whole("version", mark("Counts up when the lesson changes."), 1, 999_999)),
        required(hidden_text("language", mark("The language it is written in, such as zh-CN."))),
        required(text("title", mark("The lesson's title."))),
        text("summary", mark("What it is about, in a sentence.")),
        whole("minutes", mark("How long it takes."), 1, 240),
        texts("goals", mark("What the learner can do afterwards.")),
        parts("sources", mark("Where its claims come from."), _SOURCE, low=0, under_key=True),
        required(parts("steps", mark("The steps, in order."), STEP)),
        hidden_texts(
            "retired", mark("Ids that are never used again: step, question or question/option.")
        ),
        hidden_texts("seed", mark("The points of the fact base that this covers; never shown.")),
    ),
)

_SKILL = Record(
    name="skill",
    id_prefix="skill-",
    fields=(
        required(an_id(mark("The skill's id: questions name it after skill."))),
        required(text("title", mark("The skill, in words a learner sees."))),
    ),
)

COURSE = Record(
    name="course",
    fields=(
        required(whole("format", mark("The course format: 1."), FORMAT, FORMAT)),
        required(an_id(mark("The course's id."))),
        required(whole("version", mark("Counts up when the course changes."), 1, 999_999)),
        required(text("title", mark("The course's title."))),
        required(hidden_text("language", mark("The course's own language, such as zh-CN."))),
        hidden_texts("languages", mark("All its languages, its own among them."), low=1),
        text("summary", mark("What it is about, in a sentence.")),
        required(hidden_texts("lessons", mark("The lessons' file names without .yaml, in order."))),
        parts("skills", mark("What the course trains."), _SKILL, low=0, under_key=True),
        markdown("welcome", mark("Shown at the start, in Markdown.")),
        markdown("closing", mark("Shown at the end, in Markdown.")),
        hidden_text("license", mark("Under which terms it may be passed on.")),
        hidden_texts("authors", mark("Who wrote it.")),
        hidden_texts("retired", mark("Ids of lessons and skills that are never used again.")),
    ),
)

#: Every kind of file that teachers write, apart from translations.
ROOTS: dict[str, Record] = {
    "lesson": LESSON,
    "course": COURSE,
    "brands": BRANDS,
    "levels": LEVELS,
}
