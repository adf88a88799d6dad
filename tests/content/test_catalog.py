"""A course as the app opens it: good lessons and broken ones side by side, and the cache."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.content.cache import Cache, classes_of, from_json, to_json
from app.content.catalog import open_course
from tests.content.courses import COURSE, LESSON, TODAY, make_course

ROOT = Path(__file__).resolve().parents[2]


def test_the_chain_of_lessons_is_there_at_once(tmp_path):
    course = open_course(make_course(tmp_path), "zh-CN", None, TODAY)
    assert [entry.id for entry in course.lessons] == ["first", "second"]
    entry = course.entry("first")
    assert (entry.stem, entry.version, entry.title) == ("01-first", 2, "第一课")
    assert [(s.id, s.type, s.questions) for s in entry.steps] == [
        ("intro", "text", 0),
        ("quiz", "quiz", 2),
    ]
    assert set(entry.meanings) == {"quiz/q-one", "quiz/q-gap"}
    assert course.info.welcome.html == "<p><strong>欢迎</strong>！</p>"
    assert course.info.skills[0].title == "看懂链接"


def test_a_lesson_opens_whole_with_its_prose_rendered(tmp_path):
    lesson = open_course(make_course(tmp_path), "zh-CN", None, TODAY).lesson("first")
    assert "<p>先读一读。</p>" in lesson.steps[0].body.html
    assert lesson.steps[0].body.headings[0].anchor == "第一节"


def test_a_lesson_that_is_not_there_is_a_key_error(tmp_path):
    with pytest.raises(KeyError):
        open_course(make_course(tmp_path), "zh-CN", None, TODAY).lesson("nope")


BROKEN = {
    "a slip": "format: 1\n\tid: first\n",
    "a rule": LESSON.format(id="first", title="坏").replace("right: 不交钱", "wrong: 不交钱"),
    "nothing": "",
    "bytes": "\x00\x01",
    "a list": "- a\n",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_lesson_says_why_and_leaves_the_others_working(tmp_path, text):
    course = open_course(make_course(tmp_path, **{"01__first": text}), "zh-CN", None, TODAY)
    broken, whole = course.lessons
    assert broken.is_broken
    assert [issue.code[0] for issue in course.issues("01-first")].count("E") >= 1
    assert course.lesson(whole.id).title == "第二课"
    with pytest.raises(KeyError):
        course.lesson(broken.id)


def test_a_broken_lesson_is_shown_under_its_title_if_it_has_one(tmp_path):
    course = open_course(
        make_course(tmp_path, **{"01__first": BROKEN["a rule"]}), "zh-CN", None, TODAY
    )
    assert course.lessons[0].title == "坏"


def test_a_listed_lesson_without_a_file_is_broken(tmp_path):
    folder = make_course(tmp_path)
    (folder / "01-first.yaml").unlink()
    course = open_course(folder, "zh-CN", None, TODAY)
    assert [entry.is_broken for entry in course.lessons] == [True, False]
    assert [issue.code for issue in course.issues("01-first")] == ["E520"]
    assert [issue.code for issue in course.course_issues()] == ["E520"]


def test_two_lessons_with_one_id_leave_the_first_working(tmp_path):
    twin = LESSON.format(id="first", title="又一个")
    course = open_course(make_course(tmp_path, **{"02__second": twin}), "zh-CN", None, TODAY)
    assert [entry.is_broken for entry in course.lessons] == [False, True]
    assert course.lesson("first").title == "第一课"
    issue = course.issues("02-second")[0]
    assert (issue.code, issue.values["line"]) == ("E522", 3)


@pytest.mark.parametrize("text", [None, "", "title: [", "format: 9\n", "\x00", "- a"])
def test_a_broken_course_file_still_opens_the_lessons(tmp_path, text):
    folder = make_course(tmp_path, course=text or "")
    if text is None:
        (folder / "course.yaml").unlink()
    course = open_course(folder, "zh-CN", None, TODAY)
    assert course.is_broken
    assert course.course_issues()
    assert course.lesson("first").title == "第一课"
    assert [entry.stem for entry in course.lessons] == ["01-first", "02-second"]


def test_a_folder_that_is_not_there_opens_empty(tmp_path):
    course = open_course(tmp_path / "nowhere", "zh-CN", None, TODAY)
    assert course.is_broken
    assert course.lessons == ()


# ── cache ────────────────────────────────────────────────────────────────────


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


@pytest.fixture
def folder(tmp_path):
    return make_course(tmp_path / "course")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_cached_course_is_the_same_course(folder, cache, language):
    cold = open_course(folder, language, cache, TODAY)
    lesson = cold.lesson("first")
    warm = open_course(folder, language, cache, TODAY)
    assert (warm.info, warm.lessons, warm.is_broken) == (cold.info, cold.lessons, False)
    assert warm.lesson("first") == lesson


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "seen"),
    [
        ("01-first.yaml", "第一课", "改了课", lambda c: c.lesson("first").title),
        ("02-second.yaml", "先读一读", "改了正文", lambda c: c.lesson("second").steps[0].body.html),
        ("course.yaml", "演示课程", "改了课程", lambda c: c.info.title),
        ("course.yaml", "  - 02-second\n", "", lambda c: len(c.lessons)),
        ("course.yaml", "id: links", "id: other", lambda c: c.lessons[0].is_broken),
    ],
)
def test_any_change_of_a_file_is_seen_at_once(folder, cache, name, old, new, seen):
    before = open_course(folder, "zh-CN", cache, TODAY)
    was = seen(before)
    before.lesson("first")
    edit(folder / name, old, new)
    after = open_course(folder, "zh-CN", cache, TODAY)
    assert seen(after) != was


def test_a_changed_translation_is_seen_at_once(folder, cache):
    open_course(folder, "en", cache, TODAY).lesson("first")
    edit(folder / "01-first.en.yaml", "The first lesson", "Lesson one")
    course = open_course(folder, "en", cache, TODAY)
    assert course.entry("first").title == course.lesson("first").title == "Lesson one"


def test_a_picture_that_went_is_seen_at_once(tmp_path, cache):
    text = LESSON.format(id="first", title="图").replace(
        "    title: 正文\n", "    title: 正文\n    image: images/a.svg\n    alt: 图\n"
    )
    folder = make_course(tmp_path / "course", **{"01__first": text})
    picture = folder / "images" / "a.svg"
    picture.parent.mkdir()
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    assert not open_course(folder, "zh-CN", cache, TODAY).lessons[0].is_broken
    picture.unlink()
    assert open_course(folder, "zh-CN", cache, TODAY).lessons[0].is_broken


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: b"\xff" * 100,
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"first", b"fixed"),
        lambda content: b"x" + content,
        lambda content: b"[" * 100_000,
    ],
)
def test_a_damaged_cache_is_made_anew(folder, cache, tmp_path, damage):
    course = open_course(folder, "zh-CN", cache, TODAY)
    course.lesson("first")
    files = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert len(files) == 2
    for path in files:
        path.write_bytes(damage(path.read_bytes()))
    again = open_course(folder, "zh-CN", cache, TODAY)
    assert again.lessons == course.lessons
    assert again.lesson("first") == course.lesson("first")


def test_a_cache_of_another_make_is_passed_over(folder, cache, tmp_path):
    course = open_course(folder, "zh-CN", cache, TODAY)
    index = next((tmp_path / "cache").rglob("index*"))
    key = index.read_text("utf-8").split(" ")[0]
    name = index.relative_to(tmp_path / "cache").as_posix()
    for plain in ([], {"lessons": 3}, {"lessons": [["k", {"": "Path"}]], "info": {}}, None):
        cache.write(name, key, plain)
        assert open_course(folder, "zh-CN", cache, TODAY).lessons == course.lessons


def test_a_cache_that_cannot_be_written_changes_nothing(folder, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("x", "utf-8")
    course = open_course(folder, "zh-CN", Cache(in_the_way), TODAY)
    assert course.lesson("first").title == "第一课"


def test_every_value_of_a_lesson_comes_back_from_json(folder):
    from app.content import models

    lesson = open_course(folder, "zh-CN", None, TODAY).lesson("first")
    plain = json.loads(json.dumps(to_json(lesson)))
    assert from_json(plain, classes_of([models])) == lesson


def test_json_makes_no_other_classes():
    from app.content import models

    with pytest.raises(KeyError):
        from_json({"": "Popen", "args": "x"}, classes_of([models]))


HEAVY = ("yaml", "markdown", "nh3", "app.content.models", "app.content.reading")


def test_a_warm_start_loads_neither_yaml_nor_markdown_nor_rules(folder, tmp_path):
    script = (
        "import sys; from pathlib import Path; from datetime import date\n"
        "from app.content.cache import Cache; from app.content.catalog import open_course\n"
        "course = open_course(Path(sys.argv[1]), 'zh-CN', Cache(Path(sys.argv[2])), "
        f"date({TODAY.year}, {TODAY.month}, {TODAY.day}))\n"
        "print(len(course.lessons), *[name for name in sys.argv[3:] if name in sys.modules])"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", script, str(folder), str(tmp_path / "cache"), *HEAVY],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ).stdout.split()
        for _ in range(2)
    ]
    assert "yaml" in said[0]
    assert said[1] == ["2"]


def test_an_old_course_id_stays_out_of_another_course(tmp_path, cache):
    one = make_course(tmp_path / "one")
    other = make_course(tmp_path / "other", course=COURSE.replace("演示课程", "另一门"))
    assert open_course(one, "zh-CN", cache, TODAY).info.title == "演示课程"
    assert open_course(other, "zh-CN", cache, TODAY).info.title == "另一门"
    assert open_course(one, "zh-CN", cache, TODAY).info.title == "演示课程"
