"""Every broken lesson gives exactly its issues, each at its line and column."""

from __future__ import annotations

import pytest

from app.content.messages import meaning, say, scenario, structure
from tests.content import broken
from tests.content.marked import places, read, unmarked

EVERY = {**broken.STRUCTURE, **broken.MEANING, **broken.SCENARIO}


@pytest.mark.parametrize("name", EVERY)
def test_a_broken_lesson_gives_exactly_its_issues(name: str) -> None:
    text, expected = unmarked(EVERY[name])
    lesson, issues = read(text)
    assert places(issues) == expected
    assert (lesson is None) == any(code[0] == "E" for code, _, _ in expected)


@pytest.mark.parametrize("name", EVERY)
def test_every_issue_can_be_said(name: str) -> None:
    messages = {**structure.MESSAGES, **meaning.MESSAGES, **scenario.MESSAGES}
    for issue in read(unmarked(EVERY[name])[0])[1]:
        if issue.severity == "error":
            for sentence in say(issue, str, messages):
                assert "{" not in sentence.replace("`{", "")


def test_every_error_has_a_broken_lesson() -> None:
    codes = {*structure.MESSAGES, *meaning.MESSAGES, *scenario.MESSAGES}
    shown = {code for text in EVERY.values() for code, _, _ in unmarked(text)[1]}
    # Those of course.yaml and of picture files have tests of their own.
    elsewhere = {"E240", "E241", "E242", "E253", "E255", "E256", "E257", "E258", "E260"}
    assert codes - elsewhere == {code for code in shown if code[0] == "E"}


def test_all_errors_are_told_at_once() -> None:
    text = (
        "▸E158▸format: 1\nid: ▸E163▸X\nlanguage: zh-CN\ntitle: 一\n"
        "▸E151▸sumary: 二\nsteps: ▸E154▸三\n"
    )
    plain, expected = unmarked(text)
    lesson, issues = read(plain)
    assert lesson is None
    assert places(issues) == expected


def test_a_duplicate_names_both_places() -> None:
    _, issues = read(unmarked(broken.MEANING["option id twice"])[0])
    assert (issues[0].span.line, issues[0].values["line"]) == (17, 16)
