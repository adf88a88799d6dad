"""Translations: what they cover, what they miss, and whether they are up to date."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.catalog import open_course
from app.content.check import check, targets
from app.content.fingerprint import fingerprint, is_fingerprint
from tests.content.courses import LESSON, TODAY, TRANSLATION, make_course


def issues_of(folder: Path, name: str) -> list[tuple[str, int, dict]]:
    """(code, line, values) of every issue in one file of a course."""
    found = {
        one.shown: one.issues
        for one in check(targets([folder]), today=TODAY, built_in=folder, cache_folder=None)
    }
    issues = found[f"{folder.as_posix()}/{name}"]
    return [(issue.code, issue.span.line, dict(issue.values)) for issue in issues]


def codes(folder: Path, name: str = "01-first.en.yaml") -> list[str]:
    return [code for code, _, _ in issues_of(folder, name)]


FIRST = TRANSLATION.format(id="first")


def stamped(text: str, **stamps: str) -> str:
    lines = [f"  {path.replace('__', '.')}: {stamp}\n" for path, stamp in stamps.items()]
    return f"{text}of:\n{''.join(lines)}"


def test_a_translated_lesson_speaks_the_other_language(tmp_path):
    lesson = open_course(make_course(tmp_path), "en", None, TODAY).lesson("first")
    assert lesson.language == "en"
    assert lesson.title == "The first lesson"
    gap = lesson.step("quiz").questions[1]
    assert gap.text == "Do not open 【what】 that you cannot place."
    assert gap.blanks[0].accept == ("links", "link")


def test_what_is_not_translated_stays_in_the_courses_own_language(tmp_path):
    lesson = open_course(make_course(tmp_path), "en", None, TODAY).lesson("first")
    assert lesson.steps[0].title == "正文"
    assert lesson.step("quiz").questions[0].options[0].text == "不交钱"


def test_an_answer_counts_in_both_languages(tmp_path):
    folder = make_course(tmp_path)
    own = open_course(folder, "zh-CN", None, TODAY).entry("first")
    other = open_course(folder, "en", None, TODAY).entry("first")
    assert own.meanings
    assert own.meanings == other.meanings


def test_missing_texts_are_counted_and_the_first_ones_named(tmp_path):
    found = issues_of(make_course(tmp_path), "01-first.en.yaml")
    values = next(values for code, _, values in found if code == "W501")
    assert values["paths"].startswith("intro.title, intro.body, quiz.title")
    # 2 steps' titles, body, 2 options' text and why, the gap's why
    assert values["count"] == 8


def test_an_empty_text_is_not_translated_yet(tmp_path):
    empty = FIRST.replace("Which one is safest?", '""')
    folder = make_course(tmp_path, **{"01__first_dot_en": empty})
    found = issues_of(folder, "01-first.en.yaml")
    assert next(v for c, _, v in found if c == "W501")["count"] == 9
    lesson = open_course(folder, "en", None, TODAY).lesson("first")
    assert lesson.step("quiz").questions[0].text == "哪个最稳妥？"


def test_a_changed_original_makes_its_translation_stale(tmp_path):
    text = stamped(FIRST, title=fingerprint("第一课"))
    folder = make_course(tmp_path, **{"01__first_dot_en": text})
    assert "W502" not in codes(folder)
    original = folder / "01-first.yaml"
    changed = original.read_text("utf-8").replace("title: 第一课", "title: 第一课，改过")
    original.write_text(changed, "utf-8")
    stale = [one for one in issues_of(folder, "01-first.en.yaml") if one[0] == "W502"]
    assert stale == [("W502", 5, {"path": "title", "line": 6, "original": "01-first.yaml"})]


def test_a_translation_without_fingerprint_cannot_be_called_up_to_date(tmp_path):
    found = issues_of(make_course(tmp_path), "01-first.en.yaml")
    assert next(v for c, _, v in found if c == "W504")["count"] == 4


def test_a_path_that_leads_nowhere_is_a_warning_with_a_guess(tmp_path):
    text = FIRST + "  quiz/q-won.text: What?\n  nothing/like/this.at-all-here: x\n"
    found = issues_of(make_course(tmp_path, **{"01__first_dot_en": text}), "01-first.en.yaml")
    assert ("W506", 9, {"path": "quiz/q-won.text", "meant": "quiz/q-one.text"}) in found
    assert [line for code, line, _ in found if code == "W503"] == [10]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("No blank at all.", ["E508"]),
        ("Two 【what】 and 【what】.", ["E509"]),
        ("Another 【that】.", ["E508", "E509"]),
        ("Mind the 【what】.", []),
    ],
)
def test_blanks_must_be_those_of_the_original(tmp_path, sentence, expected):
    text = FIRST.replace("Do not open 【what】 that you cannot place.", sentence)
    folder = make_course(tmp_path, **{"01__first_dot_en": text})
    assert [code for code in codes(folder) if code.startswith("E")] == expected


def test_a_sentence_with_wrong_blanks_falls_back_to_the_original(tmp_path):
    text = FIRST.replace("【what】", "")
    folder = make_course(tmp_path, **{"01__first_dot_en": text})
    lesson = open_course(folder, "en", None, TODAY).lesson("first")
    assert lesson.step("quiz").questions[1].text == "不点来历不明的【what】。"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("for: first", "for: other", "E505"),
        ("language: en", "language: fr", "E506"),
        ("format: 1", "format: 2", "E504"),
        ("for: first\n", "", "E503"),
        ("text:", "texts:", "E502"),
        ("  title: The first lesson", "  title: [a, b]", "E507"),
        ("[links, link]", "links", "E514"),
    ],
)
def test_a_head_that_does_not_fit_is_an_error(tmp_path, old, new, code):
    folder = make_course(tmp_path, **{"01__first_dot_en": FIRST.replace(old, new)})
    assert code in codes(folder)


def test_a_translation_into_a_language_the_course_does_not_have(tmp_path):
    text = FIRST.replace("language: en", "language: fr")
    folder = make_course(tmp_path, **{"01__first_dot_fr": text})
    assert "E510" in codes(folder, "01-first.fr.yaml")


def test_a_translation_into_the_originals_own_language(tmp_path):
    text = FIRST.replace("language: en", "language: zh-CN")
    folder = make_course(tmp_path, **{"01__first_dot_zh__CN": text})
    assert "E511" in codes(folder, "01-first.zh-CN.yaml")


def test_a_translation_of_nothing(tmp_path):
    folder = make_course(tmp_path, **{"09__gone_dot_en": FIRST})
    assert codes(folder, "09-gone.en.yaml") == ["E512"]


def test_a_lesson_without_its_translation_is_told(tmp_path):
    folder = make_course(tmp_path)
    assert "W507" in codes(folder, "02-second.yaml")
    assert "W507" not in codes(folder, "01-first.yaml")


def test_a_rule_broken_by_the_translation_alone_is_told_at_the_translation(tmp_path):
    match = """\
      - id: q-match
        type: match
        text: 连一连
        why: 见正文
        pairs:
          - {id: fee, left: 甲, goes_with: 骗钱, why: 一}
          - {id: page, left: 乙, goes_with: 盗号, why: 二}
"""
    text = FIRST + "  quiz/q-match/fee.left: same\n  quiz/q-match/page.left: same\n"
    folder = make_course(
        tmp_path,
        **{"01__first": LESSON.format(id="first", title="一") + match, "01__first_dot_en": text},
    )
    assert not [code for code in codes(folder, "01-first.yaml") if code.startswith("E")]
    errors = [
        (code, line)
        for code, line, _ in issues_of(folder, "01-first.en.yaml")
        if code.startswith("E")
    ]
    assert [line for _, line in errors] == [10]


POINTING = LESSON.format(id="first", title="一").replace(
    "        skill: links\n", "        skill: links\n        answer_in: intro#第一节\n"
)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("## Part one\n    Read first.", "intro#Part one"),
        ("## Two\n    ## headings", "intro"),
        ("None at all.", "intro"),
    ],
)
def test_a_pointer_to_a_heading_finds_the_translated_heading(tmp_path, body, place):
    text = FIRST + f"  intro.body: |\n    {body}\n"
    folder = make_course(tmp_path, **{"01__first": POINTING, "01__first_dot_en": text})
    assert [code for code in codes(folder) if code.startswith("E")] == []
    lesson = open_course(folder, "en", None, TODAY).lesson("first")
    assert lesson.title == "The first lesson"
    assert lesson.step("quiz").questions[0].answer_in == place


def test_the_course_itself_is_translated_and_checked(tmp_path):
    text = "format: 1\nfor: demo\nlanguage: en\ntext:\n  title: Demo\n  skills/links.title: Links\n"
    folder = make_course(tmp_path, course_dot_en=text)
    info = open_course(folder, "en", None, TODAY).info
    assert (info.title, info.skills[0].title) == ("Demo", "Links")
    assert info.welcome.html == "<p><strong>欢迎</strong>！</p>"
    assert set(codes(folder, "course.en.yaml")) == {"W501", "W504"}


@pytest.mark.parametrize("text", ["- a\n", "just words\n", "text: [a]\n", "text:\n  a: {b: c}\n"])
def test_a_file_of_another_shape_is_told_and_harms_nothing(tmp_path, text):
    folder = make_course(tmp_path, **{"01__first_dot_en": text})
    assert any(code.startswith("E5") for code in codes(folder))
    assert open_course(folder, "en", None, TODAY).lesson("first").title == "第一课"


# ── fingerprints ─────────────────────────────────────────────────────────────


def test_the_fingerprint_is_the_documented_hash():
    # BLAKE2b, four bytes, of "第一课" in UTF-8.
    assert fingerprint("第一课") == fingerprint("  第一课\n")
    assert is_fingerprint(fingerprint("第一课"))
    from hashlib import blake2b

    assert fingerprint("第一课") == blake2b("第一课".encode(), digest_size=4).hexdigest()


@given(st.text(), st.sampled_from([" ", "\n", "\r\n", "\t", "  \n"]))
def test_white_space_does_not_change_a_fingerprint(text, gap):
    words = text.split()
    assert fingerprint(gap.join(words)) == fingerprint(" ".join(words))


@given(st.lists(st.text(min_size=1), min_size=2, max_size=4))
def test_a_list_is_not_the_same_as_its_words_in_one_text(texts):
    assert is_fingerprint(fingerprint(texts))
    if all(text.split() for text in texts):
        assert fingerprint(texts) != fingerprint(" ".join(texts))
