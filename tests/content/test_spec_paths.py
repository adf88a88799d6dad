"""Every text a learner sees has a path, and a translation is put in place by it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from yaml.nodes import Node, ScalarNode, SequenceNode

from app.content import models as m
from app.content.reading import read_lesson
from app.content.spec import text_paths, with_texts
from tests.content.marked import lesson_of, surroundings

EXAMPLE = (Path(__file__).parent / "data/risk-basics.example.yaml").read_text(encoding="utf-8")


def _node(text: str) -> Node:
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("title", "潜在风险与防范措施"),
        ("goals.1", "说得出助力群的三类主要风险"),
        ("sources/seed.title", "拼多多助力群（种子文章）「潜在风险与防范措施」一节"),
        ("self-check/no-fee.why", "高额入群费是最常见的骗钱入口。"),
        ("self-check/advice-5.text", "做得很好，保持每月复查一次。"),
        ("alt-chat/hello/s1.text", "新人欢迎！先点这个链接领 50 元，需要登录一下。"),
        ("alt-chat/hello/s1.who", "群主"),
        ("alt-chat/hello/open-main.text", "用主账号点开看看"),
        (
            "alt-chat/paid.text",
            "群主收款后把你移出了群。补救：保存转账记录，向平台举报，必要时报警。",
        ),
        ("quiz/q-fee/a.right", "不交钱，退出该群并举报"),
        ("quiz/q-fee.hint", "想想“高额入群费”和“保证”这两个词。"),
        ("quiz/q-blank/what.catch.1.why", "图片也要小心，但原文说的是能点开的那种东西。"),
        ("quiz/q-match.extra.1", "信息泄露"),
        ("quiz/q-match/fee.goes_with", "骗钱"),
        ("quiz/q-sort/ok.text", "可以发"),
        ("quiz/q-sort/card.text", "从 App 内分享的砍价卡片"),
        ("link-game/l-apk.shown", "助力加速器，装了必成功"),
    ],
)
def test_a_text_is_found_under_its_path(path: str, text: str) -> None:
    node = dict(text_paths(_node(EXAMPLE), "lesson"))[path]
    assert isinstance(node, ScalarNode)
    assert node.value == text


def test_accept_is_one_whole_list() -> None:
    node = dict(text_paths(_node(EXAMPLE), "lesson"))["quiz/q-blank/what.accept"]
    assert isinstance(node, SequenceNode)
    assert [one.value for one in node.value] == ["链接", "网址"]


def test_no_path_stands_twice_and_every_chinese_text_has_one() -> None:
    root = _node(EXAMPLE)
    found = list(text_paths(root, "lesson"))
    assert len({path for path, _ in found}) == len(found)
    # What no learner sees: tags, and the keys of true-false.
    hidden = {"付费陷阱", "防范动作", "账号安全", "补救", "识别", "错"}
    covered: set[int] = set()
    for _, node in found:
        covered |= {id(one) for one in _scalars(node)}
    uncovered = {
        one.value
        for one in _scalars(root)
        if id(one) not in covered and any("\u4e00" <= sign <= "\u9fff" for sign in one.value)
    }
    assert uncovered == hidden


def _scalars(node: Node) -> list[ScalarNode]:
    if isinstance(node, ScalarNode):
        return [node]
    inner = (
        node.value
        if isinstance(node, SequenceNode)
        else [one for pair in node.value for one in pair]
    )
    return [scalar for one in inner for scalar in _scalars(one)]


def test_cards_and_signals_have_paths() -> None:
    node = _node(
        lesson_of(
            "- id: s\n  type: scenario\n  title: 字\n  group: 群\n  scenes:\n"
            "    - id: a\n      says:\n        - {id: m, who: 甲, text: 嗨, signal: rush, "
            "card: {title: 卡, text: 小字, url: u}}\n"
            "      choices: [{id: c, text: 去, verdict: safe, why: 因, go: b}]\n"
            "    - {id: b, end: safe, text: 完}\n"
            "  signals: [{id: rush, text: 催你快点}]"
        )
    )
    paths = [path for path, _ in text_paths(node, "lesson")]
    assert paths == [
        "title",
        *("s.title", "s.group", "s/a/m.who", "s/a/m.text", "s/a/m.card.title", "s/a/m.card.text"),
        *("s/a/c.text", "s/a/c.why", "s/b.text", "s/rush.text"),
    ]


def test_a_course_has_paths() -> None:
    node = _node("title: 课\nskills: [{id: url, title: 网址}]\nwelcome: 你好\nlicense: CC\n")
    assert [path for path, _ in text_paths(node, "course")] == [
        "title",
        "skills/url.title",
        "welcome",
    ]


def test_texts_are_put_in_place_and_the_original_stays() -> None:
    node = _node(EXAMPLE)
    translated = with_texts(
        node,
        {
            "title": "Risks",
            "goals.2": "Say no",
            "quiz/q-fee/a.right": "Do not pay",
            "quiz/q-blank/what.accept": ["link", "url", "address"],
            "nowhere/at.all": "lost",
        },
    )
    lesson, _ = read_lesson(translated, "x", surroundings())
    assert lesson is not None
    assert (lesson.title, lesson.goals[1]) == ("Risks", "Say no")
    quiz = lesson.step("quiz")
    assert isinstance(quiz, m.QuizStep)
    single, fill_in = quiz.questions[0], quiz.questions[3]
    assert isinstance(single, m.SingleQuestion)
    assert isinstance(fill_in, m.FillInQuestion)
    assert single.options[0].text == "Do not pay"
    assert single.options[1].text == "先交一半试试"
    assert fill_in.blanks[1].accept == ("link", "url", "address")
    before, _ = read_lesson(node, "x", surroundings())
    assert before is not None
    assert before.title == "潜在风险与防范措施"
