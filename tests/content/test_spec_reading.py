"""The worked example becomes values, and nothing a file may hold makes the reader fail."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from app.content import models as m
from app.content.reading import is_publishable, read_course, read_lesson
from app.content.spec import text_paths, with_texts
from tests.content.marked import HEAD, lesson_of, places, quiz_of, read, surroundings, unmarked

EXAMPLE = (Path(__file__).parent / "data/risk-basics.example.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def example() -> m.Lesson:
    lesson, _ = read(EXAMPLE)
    assert lesson is not None
    return lesson


def test_the_worked_example_has_no_errors() -> None:
    _, issues = read(EXAMPLE)
    # The messages of its scenario have no ids yet, and link games come later.
    assert [issue.code for issue in issues] == ["W209"]


def test_the_example_becomes_its_steps(example: m.Lesson) -> None:
    assert [(step.id, type(step)) for step in example.steps] == [
        ("intro", m.TextStep),
        ("faq", m.FaqStep),
        ("self-check", m.ChecklistStep),
        ("alt-chat", m.ScenarioStep),
        ("link-game", m.LinkGameStep),
        ("quiz", m.QuizStep),
    ]
    assert (example.version, example.minutes, len(example.goals)) == (3, 12, 3)
    assert example.source_title("seed").startswith("拼多多助力群")


def test_the_example_becomes_its_questions(example: m.Lesson) -> None:
    quiz = example.step("quiz")
    assert isinstance(quiz, m.QuizStep)
    assert (quiz.pass_percent, quiz.attempts, quiz.shuffle, quiz.draw) == (80, 3, "options", None)
    single, multi, true_false, fill_in, order, match, categorise = quiz.questions
    assert isinstance(single, m.SingleQuestion)
    assert [option.is_right for option in single.options] == [True, False, False, False]
    assert isinstance(multi, m.MultiQuestion)
    assert (multi.scoring, multi.points, multi.difficulty) == ("partial", 1.0, "medium")
    assert isinstance(true_false, m.TrueFalseQuestion)
    assert true_false.answer is False
    assert isinstance(fill_in, m.FillInQuestion)
    assert fill_in.blanks[1].accept == ("链接", "网址")
    assert fill_in.blanks[1].catch[0].when == "图片"
    assert isinstance(order, m.OrderQuestion)
    assert [item.id for item in order.items] == ["stop", "lock", "auth", "tell"]
    assert isinstance(match, m.MatchQuestion)
    assert (match.pairs[0].goes_with, match.extra) == ("骗钱", ("信息泄露",))
    assert isinstance(categorise, m.CategoriseQuestion)
    assert categorise.cards[0].group == "ok"


def test_the_example_becomes_its_scenario_and_advice(example: m.Lesson) -> None:
    scenario = example.step("alt-chat")
    assert isinstance(scenario, m.ScenarioStep)
    assert scenario.start == "hello"
    assert [saying.id for saying in scenario.scene("hello").says] == ["s1", "s2"]
    assert scenario.scene("good-end").end == "safe"
    checklist = example.step("self-check")
    assert isinstance(checklist, m.ChecklistStep)
    assert [advice.at_least for advice in checklist.advice] == [5, 3, 0]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("no", "no"),
        ("012345", "012345"),
        ("12:30", "12:30"),
        ("1.10", "1.10"),
        ("2024-01-01", "2024-01-01"),
    ],
)
def test_texts_stay_as_typed(typed: str, kept: str) -> None:
    lesson, issues = read(lesson_of(f"- {{id: t, type: text, title: {typed}, body: 文}}"))
    assert lesson is not None
    assert (lesson.steps[0].title, issues) == (kept, [])


@pytest.mark.parametrize(
    ("typed", "truth"), [("对", True), ("错", False), ("true", True), ("False", False)]
)
def test_true_false_takes_both_languages(typed: str, truth: bool) -> None:
    lesson, _ = read(quiz_of(f"- {{id: q, type: true-false, text: 问, answer: {typed}}}"))
    assert lesson is not None
    quiz = lesson.steps[0]
    assert isinstance(quiz, m.QuizStep)
    assert isinstance(quiz.questions[0], m.TrueFalseQuestion)
    assert quiz.questions[0].answer is truth


def test_a_draft_gets_provisional_ids_that_avoid_those_in_use() -> None:
    lesson, issues = read(
        lesson_of(
            "- {type: text, title: 一, body: 文}\n"
            "- {id: step-1, type: text, title: 二, body: 文}\n"
            "- {type: text, title: 三, body: 文}"
        )
    )
    assert lesson is not None
    assert [step.id for step in lesson.steps] == ["step-2", "step-1", "step-4"]
    assert not is_publishable(issues)


def test_answer_in_finds_a_heading_by_words_and_by_anchor() -> None:
    for place in ("t", "t#三类 风险", "t#三类-风险"):
        _, issues = read(
            lesson_of(
                "- {id: t, type: text, title: 字, body: '# 三类 风险'}\n"
                "- id: quiz\n  type: quiz\n  title: 字\n  questions:\n"
                "    - {id: q, type: true-false, text: 问, answer: 错, why: 因, "
                f"answer_in: '{place}'}}"
            )
        )
        assert issues == []


def test_every_step_takes_a_picture_and_a_source() -> None:
    lesson, issues = read(
        lesson_of(
            "- {id: t, type: text, title: 字, body: 文, image: images/a.svg, alt: 图, source: s}",
            HEAD + "sources: [{id: s, title: 书, checked: 2026-01-01}]\n",
        )
    )
    assert issues == []
    assert lesson is not None
    assert lesson.steps[0].picture == m.Picture(path="images/a.svg", alt="图")


def test_known_meanings_are_taken_over() -> None:
    text = quiz_of("- {id: q, type: true-false, text: 问, answer: 错}")
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    around = replace(surroundings(), meanings={"quiz/q": "known"})
    lesson, _ = read_lesson(node, "x", around)
    assert lesson is not None
    quiz = lesson.steps[0]
    assert isinstance(quiz, m.QuizStep)
    assert quiz.questions[0].meaning_hash == "known"


# ── course.yaml ──────────────────────────────────────────────────────────────

COURSE = """\
format: 1
id: course
version: 1
title: 课程
language: zh-CN
languages: [zh-CN, en]
lessons: [01-one, 02-two]
skills: [{id: url, title: 看懂网址}]
welcome: |
  # 欢迎
"""


def _course(text: str) -> tuple[m.CourseInfo | None, list[Any]]:
    return read_course(yaml.compose(text, Loader=yaml.CSafeLoader), "course.yaml")


def test_a_course_becomes_its_values() -> None:
    course, issues = _course(COURSE)
    assert issues == []
    assert course is not None
    assert course.lessons == ("01-one", "02-two")
    assert course.skills == (m.Skill(id="url", title="看懂网址"),)
    assert course.welcome.headings[0].text == "欢迎"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("02-two]", "02-two, ▸E240▸01-one]"),
        ("02-two]", "▸E242▸../02-two]"),
        ("02-two]", "▸E242▸02-two.yaml]"),
        ("[zh-CN, en]", "▸E241▸[en]"),
        ("en]", "▸E169▸英文]"),
        ("看懂网址}", "看懂网址}, {id: ▸E209▸url, title: 又}"),
    ],
)
def test_a_broken_course_says_where(old: str, new: str) -> None:
    text, expected = unmarked(COURSE.replace(old, new))
    course, issues = _course(text)
    assert course is None
    assert places(issues) == expected


# ── whatever comes ───────────────────────────────────────────────────────────


def _all_nodes(node: Node) -> list[Node]:
    every, waiting = [], [node]
    while waiting:
        one = waiting.pop()
        every.append(one)
        if isinstance(one, MappingNode):
            waiting.extend(inner for pair in one.value for inner in pair)
        elif isinstance(one, SequenceNode):
            waiting.extend(one.value)
    return every


_TEXTS = ("", " ", "\n", "x", "9" * 20, "-1", "【】", "../a.png", "#", "a#b", "\ud800", "![](")


def _mutate(root: Node, dice: Random) -> None:
    """Drops, doubles, moves or empties one piece of the file."""
    nodes = _all_nodes(root)
    node, other = dice.choice(nodes), copy.deepcopy(dice.choice(nodes))
    marks = (node.start_mark, node.end_mark)
    if isinstance(node, ScalarNode):
        node.value = dice.choice(_TEXTS)
        return
    deed = dice.choice(["drop", "drop", "twice", "swap", "swap", "strange", "empty"])
    if deed == "empty":
        node.value = []
    elif deed == "strange" and isinstance(node, MappingNode):
        node.value.append((SequenceNode("t", [], *marks), ScalarNode("t", "x", *marks)))
    elif node.value:
        index = dice.randrange(len(node.value))
        if deed == "drop":
            del node.value[index]
        elif deed == "twice":
            node.value.append(node.value[index])
        elif isinstance(node, MappingNode):
            node.value[index] = (node.value[index][0], other)
        else:
            node.value[index] = other


@settings(max_examples=200)
@given(st.integers(0, 2**32), st.integers(1, 6))
def test_no_lesson_whatever_makes_the_reader_fail(seed: int, deeds: int) -> None:
    dice = Random(seed)
    root = yaml.compose(EXAMPLE, Loader=yaml.CSafeLoader)
    for _ in range(deeds):
        _mutate(root, dice)
    lesson, issues = read_lesson(root, "x.yaml", surroundings(EXAMPLE))
    assert (lesson is None) == any(issue.severity == "error" for issue in issues)
    assert all(issue.span.line >= 1 and issue.span.column >= 1 for issue in issues)
    paths = dict(text_paths(root, "lesson"))
    with_texts(root, dict.fromkeys(paths, "x"))
    read_course(root, "x.yaml")


@given(st.text(alphabet="abc:- [],{}\n\"'|#&*!%", max_size=60))
def test_no_yaml_whatever_makes_the_reader_fail(text: str) -> None:
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    if node is not None:
        lesson, issues = read_lesson(node, "x.yaml", surroundings(text))
        assert lesson is None
        assert issues
