"""Each rule of good teaching bites: a small good lesson, spoiled in one place at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.courses import TODAY
from tests.course import choices, prose, report, rules
from tests.course.taught import TaughtCourse, Text, read

COURSE = """\
format: 1
id: small
version: 1
title: 小课
language: zh-CN
languages: [zh-CN, en]
lessons: [01-small]
skills:
  - {id: url, title: 读链接}
"""

HEAD = """\
format: 1
id: small
version: 1
language: zh-CN
title: 小课
minutes: 10
goals: [一, 二, 三]
sources:
  - {id: book, title: 一本书, checked: 2026-11-01}
steps:
  - id: read
    type: text
    title: 先读
    image: images/one.svg
    alt: 一扇门
    body: |
      ## 第一节
      主人写在最右边。拿不准，就自己打开 App。要报警，拨 110。

      - 乐拼集是 https://m.lepinji.example/a?id=123456789
  - id: ask
    type: faq
    title: 问答
    entries:
      - {id: e, q: 谁的？, a: 看主人。}
  - id: quiz
    type: quiz
    title: 测验
    draw: 8
    questions:
"""

SINGLE = """\
      - id: q-{number}
        type: single
        answer_in: read#第一节
        text: 第 {number} 题？
        options:
{options}"""

REST = """\
      - id: q-many
        type: multi
        answer_in: ask
        text: 哪些？
        options:
          - {id: a, wrong: 甲甲, why: 因为}
          - {id: b, right: 乙乙, why: 因为}
          - {id: c, right: 丙丙, why: 因为}
      - id: q-true
        type: true-false
        answer_in: read
        text: 对吗？
        answer: 错
        why: 因为
      - id: q-gap
        type: fill-in
        answer_in: read
        text: 看【who】。
        why: 因为
        blanks:
          - id: who
            accept: [主人]
            catch: [{when: 锁, why: 锁不是}]
      - id: q-row
        type: order
        answer_in: read
        text: 排一排
        items:
          - {id: a, text: 停, why: 因为}
          - {id: b, text: 看, why: 因为}
      - id: q-pair
        type: match
        answer_in: read
        text: 连一连
        pairs:
          - {id: a, left: 甲, goes_with: 乙, why: 因为}
          - {id: b, left: 丙, goes_with: 丁, why: 因为}
      - id: q-sort
        type: categorise
        answer_in: read
        text: 分一分
        groups: [{id: g, text: 真}, {id: h, text: 假}]
        cards:
          - {id: a, text: 甲, group: g, why: 因为}
          - {id: b, text: 乙, group: h, why: 因为}
"""


def single(number: int, longest: int = -1, right: int | None = None) -> str:
    """A question with three options; the right one stands where its number says."""
    right = number % 3 if right is None else right
    options = "".join(
        f"          - {{id: {'abc'[place]}, {'right' if place == right else 'wrong'}: "
        f"{'甲乙丙'[place]}{'长' * (place == longest)}好, why: 因为}}\n"
        for place in range(3)
    )
    return SINGLE.format(number=number, options=options)


GOOD = HEAD + "".join(single(number) for number in range(12)) + REST


def made(folder: Path, lesson: str, english: str = "") -> TaughtCourse:
    """A course of this lesson, read."""
    (folder / "images").mkdir()
    (folder / "images/one.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8"
    )
    (folder / "course.yaml").write_text(COURSE, "utf-8")
    (folder / "01-small.yaml").write_text(lesson, "utf-8")
    if english:
        head = "format: 1\nfor: small\nlanguage: en\ntext:\n"
        (folder / "01-small.en.yaml").write_text(head + english, "utf-8")
    return read(folder, TODAY)


def breaches(course: TaughtCourse) -> dict[str, list[str]]:
    """What every rule finds, without the rules that find nothing."""
    found = {title: list(rule(course)) for title, rule in rules.COURSE.items()}
    for taught in course.lessons:
        found |= {title: list(rule(taught, course)) for title, rule in rules.LESSON.items()}
    # The little course is not translated, which is all that `check` has to say.
    found.pop("nothing for `check` to say")
    return {title: told for title, told in found.items() if told}


def test_the_good_lesson_keeps_every_rule(tmp_path):
    course = made(tmp_path, GOOD)
    assert breaches(course) == {}
    assert course.broken == ()


WHOLE = "minutes, goals, sources, something to do"
PLACE = "answers stand in the lesson"
WHY = "a why for every answer"
LONG = "长" * 30

SPOILED = {
    "too long a lesson": (WHOLE, "minutes: 10", "minutes: 16"),
    "too short a lesson": (WHOLE, "minutes: 10", "minutes: 7"),
    "no minutes": (WHOLE, "minutes: 10\n", ""),
    "two goals": (WHOLE, "[一, 二, 三]", "[一, 二]"),
    "a source nobody checked": (WHOLE, ", checked: 2026-11-01", ""),
    "nothing to take part in": (
        WHOLE,
        "type: faq\n    title: 问答\n    entries:\n      - {id: e, q: 谁的？, a: 看主人。}",
        "type: text\n    title: 问答\n    body: 看主人。",
    ),
    "few questions asked": ("a quiz large enough", "draw: 8", "draw: 7"),
    "few to draw from": ("a quiz large enough", "draw: 8", "draw: 13"),
    "no picture": ("pictures with words", "    image: images/one.svg\n    alt: 一扇门\n", ""),
    "a picture without words": ("pictures with words", "    alt: 一扇门\n", ""),
    "an option without a why": (WHY, "right: 乙乙, why: 因为", "right: 乙乙"),
    "a sentence without a why": (WHY, "answer: 错\n        why: 因为", "answer: 错"),
    "an item without a why": (WHY, "text: 停, why: 因为", "text: 停"),
    "a pair without a why": (WHY, "goes_with: 乙, why: 因为", "goes_with: 乙"),
    "a card without a why": (WHY, "group: g, why: 因为", "group: g"),
    "a gap without a why": (WHY, "看【who】。\n        why: 因为", "看【who】。"),
    "a question answered nowhere": (PLACE, "        answer_in: ask\n", ""),
    "a question answered in the quiz": (PLACE, "answer_in: ask", "answer_in: quiz"),
    "a long sentence": ("sentences", "主人写在最右边。", f"{LONG}，{LONG}。"),
    "long sentences": (
        "sentences",
        "主人写在最右边。拿不准，就自己打开 App。要报警，拨 110。",
        f"{LONG}。" * 6,
    ),
    "a strange host": ("hosts", "m.lepinji.example", "m.lepinji.com"),
    "a host in a link": ("hosts", "?id=123456789", "?url=https://hb99.top/a"),
    "a host without a scheme": ("hosts", "看主人。", "看 hb99.top。"),
    "a host that no learner sees": ("hosts", "checked: 2026-11-01", "url: https://a.top/b"),
    "an address": ("hosts", "https://m.lepinji.example", "http://8.8.8.8"),
    "a mobile telephone": ("telephone numbers", "拨 110", "拨 13800138000"),
    "a mobile telephone in groups": ("telephone numbers", "拨 110", "拨 138 0013 8000"),
    "a town's telephone": ("telephone numbers", "拨 110", "拨 021-61234567"),
    "a firm's telephone": ("telephone numbers", "拨 110", "打 400-820-8820"),
    "a bank's telephone": ("telephone numbers", "拨 110", "问 95588"),
    "another short number": ("telephone numbers", "拨 110", "拨打 119"),
    "an option for all": ("no “all of the above”", "wrong: 甲甲", "wrong: 以上都对"),
    "an option for none": ("no “all of the above”", "wrong: 甲甲", "wrong: 都不对"),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_spoiled_lesson_breaks_its_rule(tmp_path, name):
    title, old, new = SPOILED[name]
    assert old in GOOD
    course = made(tmp_path, GOOD.replace(old, new, 1))
    assert course.broken == ()
    found = breaches(course)
    # The host that no learner sees stands in place of a source's date, which is missed too.
    assert set(found) - {WHOLE} == {title} - {WHOLE}
    assert found[title]


def test_a_picture_may_be_described_at_length(tmp_path):
    assert breaches(made(tmp_path, GOOD.replace("alt: 一扇门", f"alt: {LONG}，{LONG}。"))) == {}


def test_a_link_game_is_no_slip(tmp_path):
    game = """\
  - id: game
    type: link-game
    title: 玩
    links:
      - {id: a, url: "https://m.lepinji.example/a", verdict: genuine, brand: lepinji, why: 是}
"""
    course = made(tmp_path, GOOD.replace("  - id: quiz\n", f"{game}  - id: quiz\n"))
    assert breaches(course) == {}
    assert {issue.code for issue in course.issues} == {"W507"}


def test_what_is_fine_stays_fine(tmp_path):
    fine = "2022 年有 86870 人，花了 12000 元；验证码六位数 482913。拨 96110。看 .com.cn 结尾。"
    course = made(tmp_path, GOOD.replace("主人写在最右边。", fine))
    assert breaches(course) == {}


def test_english_options_for_all_are_found(tmp_path):
    course = made(tmp_path, GOOD, "  quiz/q-many/a.wrong: None of these\n")
    assert breaches(course) == {"no “all of the above”": ["q-many/a: None of these"]}


def test_a_strange_number_in_a_translation_is_found(tmp_path):
    course = made(tmp_path, GOOD, "  ask/e.a: Call 95588.\n")
    (told,) = breaches(course)["telephone numbers"]
    assert told.startswith("01-small.en.yaml:5: the number 95588")


def test_the_longest_option_must_not_be_the_right_one(tmp_path):
    told = "".join(single(n, longest=n % 3 if n < 3 else -1) for n in range(12))
    course = made(tmp_path, HEAD + told + REST)
    title = "the right option is seldom the longest"
    assert breaches(course)[title][0].startswith("zh-CN: in 3 of 12")
    two = "".join(single(n, longest=n % 3 if n < 2 else -1) for n in range(12))
    folder = tmp_path / "two"
    folder.mkdir()
    assert breaches(made(folder, HEAD + two + REST)) == {}


def test_the_right_option_must_not_stand_in_one_place(tmp_path):
    told = "".join(single(n, right=1 if n < 5 else 2 * (n % 2)) for n in range(12))
    course = made(tmp_path, HEAD + told + REST)
    assert breaches(course) == {
        "the right option stands anywhere": [
            "in 5 of 12 single-choice questions the right option is number 2, at most 35%"
        ]
    }


def test_a_quiz_passed_by_taking_the_first_option_is_found(tmp_path):
    told = "".join(single(n, right=0 if n else 1) for n in range(12))
    course = made(tmp_path, HEAD + told + REST)
    found = breaches(course)["naive players"]
    assert any("takes the first option" in one for one in found)


def test_a_quiz_passed_by_taking_the_longest_option_is_found(tmp_path):
    told = "".join(single(n, longest=n % 3) for n in range(12))
    found = breaches(made(tmp_path, HEAD + told + REST))["naive players"]
    assert [one for one in found if "longest" in one]
    assert not [one for one in found if "first" in one]


def test_a_quiz_passed_by_being_careful_is_found(tmp_path):
    told = "".join(
        single(n).replace(": 甲好", ": 甲好, cautious: true") if n % 3 == 0 else single(n)
        for n in range(12)
    ).replace("right: 乙好", "right: 乙好, cautious: true")
    told = told.replace("right: 丙好", "right: 丙好, cautious: true")
    found = breaches(made(tmp_path, HEAD + told + REST))["naive players"]
    assert [one for one in found if "cautious" in one]


def test_players_are_given_the_better_of_two_ways():
    course_share = choices.share_of(choices.PLAYERS["first"], _quiz("[true, true, false]"))
    assert course_share == pytest.approx(2 / 3)


def _quiz(answers: str):
    from app.content.models import QuizStep, TrueFalseQuestion

    told = tuple(
        TrueFalseQuestion(id=f"q{n}", type="true-false", text="?", answer=word == "true", why="!")
        for n, word in enumerate(answers.strip("[]").split(", "))
    )
    return QuizStep(id="quiz", type="quiz", title="", questions=told)


# ── sentences ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("一。二！三？", ["一。", "二！", "三？"]),
        ("他说：“快点。”我不急。", ["他说：“快点。”", "我不急。"]),
        ("一句\n接着写。\n\n另一段", ["一句接着写。", "另一段"]),
        ("- 甲\n- 乙", ["甲", "乙"]),
        ("1. **停。** 不点", ["停。", "不点"]),
        ("> 注意：慢。", ["注意：慢。"]),
        ("# 头\n文", ["头", "文"]),
        ("| 甲 | 乙 |\n| --- | --- |\n| 丙。 | 丁 |", ["甲", "乙", "丙。", "丁"]),
        ("前![一幅图](images/a.svg)后", ["前后"]),
        ("真的吗……好", ["真的吗……", "好"]),
        ("Why? See https://a.example/b?c=1!", ["Why?", "See https://a.example/b?c=1!"]),
    ],
)
def test_sentences_are_found(markdown, expected):
    assert [one.words for one in prose.sentences(markdown)] == expected


def test_headings_and_tables_are_no_prose():
    told = prose.sentences("# 头\n| 甲 |\n文。")
    assert [one.is_prose for one in told] == [False, False, True]


def test_the_mean_counts_bodies_only():
    texts = [
        Text("f", 1, "a.body", "一二三四。\n\n## 头头头头头头\n二二二二二二。"),
        Text("f", 2, "a.why", "长" * 50),
    ]
    assert prose.mean_sentence(texts) == 6


# ── the report ───────────────────────────────────────────────────────────────


def test_a_folder_is_reported(tmp_path, capsys, monkeypatch):
    made(tmp_path, GOOD.replace("minutes: 10", "minutes: 20"))
    monkeypatch.setattr("sys.argv", ["report", str(tmp_path)])
    assert report.main() == 1
    said = capsys.readouterr().out
    assert "✗ minutes, goals, sources, something to do: minutes: 20, not 8 to 15" in said
    assert "W507" in said
    assert "questions: 18 of 150" in said


def test_one_lesson_is_reported_by_itself(tmp_path, capsys, monkeypatch):
    course = made(tmp_path, GOOD)
    assert course.around
    monkeypatch.setattr("sys.argv", ["report", str(tmp_path / "01-small.yaml")])
    report.main()
    said = capsys.readouterr().out
    assert "01-small" in said
    assert "of 150" not in said


def test_a_folder_that_is_not_there_is_told(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["report", str(tmp_path / "nowhere")])
    assert report.main() == 2
    assert "nowhere" in capsys.readouterr().err


def test_a_broken_lesson_is_reported(tmp_path, capsys, monkeypatch):
    made(tmp_path, GOOD.replace("title: 小课", "tilte: 小课"))
    monkeypatch.setattr("sys.argv", ["report", str(tmp_path)])
    assert report.main() == 1
    assert "01-small is broken" in capsys.readouterr().out
