"""Warnings about teaching: where they stand, and that good lessons get none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import yaml

from app.content.reading import read_lesson
from tests.content.marked import (
    HEAD,
    lesson_of,
    places,
    quiz_of,
    read,
    surroundings,
    unmarked,
)

_BODY = "- id: t\n  type: text\n  title: 字\n  body: |\n"


def _single(name: str, *options: str) -> str:
    lines = "".join(f"    - {{id: o{n}, {one}, why: 因}}\n" for n, one in enumerate(options))
    return f"- id: {name}\n  type: single\n  text: 问\n  options:\n{lines}"


def _sources(checked: str) -> str:
    return lesson_of(
        "- {id: t, type: text, title: 字, body: 文}",
        HEAD + f"sources:\n  - {{id: s, title: 书, checked: {checked}}}\n",
    )


CASES = {
    "right option without why": quiz_of(
        "- id: q\n  type: single\n  text: 问\n  options:\n"
        "    - ▸W201▸id: a\n      right: 甲\n    - {id: b, wrong: 乙, why: 因}"
    ),
    "true or false without a why": quiz_of(
        "- ▸W216▸id: q\n  type: true-false\n  text: 问\n  answer: 错"
    ),
    "right option longest": quiz_of(_single("q", "right: ▸W202▸很长的答案", "wrong: 短")),
    "as long is not longer": quiz_of(_single("q", "right: 两字", "wrong: 两个")),
    "longest in a third is chance": quiz_of(
        _single("q", "right: 很长", "wrong: 短")
        + _single("r", "wrong: 很长", "right: 短")
        + _single("s", "right: 短", "wrong: 很长")
    ),
    "all of the above": quiz_of(
        _single("q", "right: 甲", "wrong: ▸W203▸以上都对", "wrong: 以上楼梯")
    ),
    "none of the above": quiz_of(_single("q", "right: short", "wrong: ▸W203▸None of the above")),
    "以上说法都不正确": quiz_of(_single("q", "right: 甲乙", "wrong: ▸W203▸以上说法都不正确")),
    "one position": quiz_of(
        "".join(_single(q, "right: 甲", "wrong: 乙乙", "wrong: 丙") for q in "qrs")
    ).replace("questions:", "▸W204▸questions:"),
    "two of a position are no pattern": quiz_of(
        "".join(_single(q, "right: 甲", "wrong: 乙乙", "wrong: 丙") for q in "qr")
    ),
    "different positions": quiz_of(
        "".join(_single(q, "right: 甲", "wrong: 乙乙") for q in "qr")
        + _single("s", "wrong: 乙乙", "right: 甲")
    ),
    "picture without alt": lesson_of(
        "- {id: t, type: text, title: 字, body: 文, image: ▸W205▸images/a.svg}"
    ),
    "picture in Markdown without alt": lesson_of(
        _BODY + "    看\n\n    图：▸W205▸![](images/a.svg)"
    ),
    "long paragraph": lesson_of(_BODY + "    短\n\n    ▸W206▸" + "字" * 181 + "\n\n    短"),
    "long paragraph over two lines": lesson_of(
        _BODY + "    ▸W206▸" + "字" * 100 + "\n    " + "字" * 100
    ),
    "180 characters are fine": lesson_of(_BODY + "    " + "字" * 180 + "\n\n    " + "字" * 180),
    "a list is many paragraphs": lesson_of(_BODY + ("    - " + "字" * 100 + "\n") * 3),
    "a table is none": lesson_of(_BODY + ("    | " + "字" * 100 + " |\n") * 3),
    "source of a year ago": _sources("2025-11-22"),
    "source of more than a year ago": _sources("▸W207▸2025-11-21"),
    "source of tomorrow": _sources("▸W208▸2026-11-23"),
    "ids missing": lesson_of(
        "- ▸W209▸type: text\n  title: 字\n  body: 文\n- {type: text, title: 字, body: 文}"
    ),
    "advice that nobody gets": lesson_of(
        "- id: c\n  type: checklist\n  title: 字\n"
        "  items: [{id: a, text: 甲, level: high, why: 因}]\n"
        "  advice: [{at_least: 0, text: 好}, {at_least: ▸W211▸2, text: 更好}]"
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_warning_stands_where_it_belongs(name: str) -> None:
    text, expected = unmarked(CASES[name])
    lesson, issues = read(text)
    assert lesson is not None
    assert places(issues) == expected


def test_a_leap_day_is_a_year_old_on_the_day_before() -> None:
    node = yaml.compose(_sources("2023-02-28"), Loader=yaml.CSafeLoader)
    around = replace(surroundings(), today=date(2024, 2, 29))
    assert read_lesson(node, "x", around)[1] == []
