"""`new` starts files that pass `check`, and never overwrites one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.check import check, targets
from app.content.new import new_course, new_lesson
from app.errors import ShilianError
from tests.content.courses import COURSE, TODAY, make_course


def errors(folder: Path) -> list[str]:
    found = check(targets([folder]), today=TODAY, built_in=folder, cache_folder=None)
    return [i.code for one in found for i in one.issues if i.severity == "error"]


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_a_new_course_with_a_new_lesson_passes_check(tmp_path, language):
    written = new_course("my-course", tmp_path, language)
    assert [path.name for path in written] == ["01-start.yaml", "course.yaml"]
    folder = tmp_path / "my-course"
    new_lesson("second", folder, language, TODAY)
    assert errors(folder) == []
    assert "  - 01-start\n  - 02-second\n" in (folder / "course.yaml").read_text("utf-8")


@pytest.mark.parametrize(("language", "word"), [("zh-CN", "备注"), ("en", "notes for teachers")])
def test_starting_files_explain_themselves(tmp_path, language, word):
    for path in new_course("c", tmp_path, language):
        assert word in path.read_text("utf-8")
        assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=./")


def test_a_lesson_speaks_its_courses_language(tmp_path):
    new_course("c", tmp_path, "en")
    path, _ = new_lesson("two", tmp_path / "c", "zh-CN", TODAY)
    assert "language: en\n" in path.read_text("utf-8")


@pytest.mark.parametrize(
    "listed",
    [
        "lessons:\n  - 01-first\n  - 02-second\n",
        "lessons:\n- 01-first\n- 02-second   # 备注\n",
        "lessons: [01-first, 02-second]\n",
        "lessons:\r\n  - 01-first\r\n  - 02-second\r\n",
    ],
)
def test_the_lesson_is_listed_whatever_the_layout(tmp_path, listed):
    course = COURSE.replace("lessons:\n  - 01-first\n  - 02-second\n", listed)
    folder = make_course(tmp_path, course=course)
    new_lesson("third", folder, "zh-CN", TODAY)
    assert errors(folder) == []
    text = (folder / "course.yaml").read_bytes().decode()
    assert "03-third" in text
    assert ("# 备注" in listed) == ("# 备注" in text)


def test_nothing_is_overwritten(tmp_path):
    new_course("c", tmp_path, "en")
    before = {path: path.read_bytes() for path in (tmp_path / "c").iterdir() if path.is_file()}
    with pytest.raises(ShilianError):
        new_course("c", tmp_path, "zh-CN")
    with pytest.raises(ShilianError):
        new_lesson("start", tmp_path / "c", "en", TODAY)
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("identity", ["", "A", "1a", "a b", "../x", "x" * 41, "课"])
def test_a_bad_id_is_refused_in_words(tmp_path, identity):
    with pytest.raises(ShilianError) as told:
        new_course(identity, tmp_path, "en")
    assert "my-lesson" in told.value.next_step
    assert list(tmp_path.iterdir()) == []


def test_a_retired_id_is_refused(tmp_path):
    folder = make_course(tmp_path, course=COURSE + "retired: [gone]\n")
    with pytest.raises(ShilianError, match="retired"):
        new_lesson("gone", folder, "zh-CN", TODAY)


def test_a_lesson_needs_a_whole_course_around_it(tmp_path):
    with pytest.raises(ShilianError, match=r"course\.yaml"):
        new_lesson("x", tmp_path, "en", TODAY)
    folder = make_course(tmp_path / "broken", course="title: [")
    with pytest.raises(ShilianError, match="errors"):
        new_lesson("x", folder, "en", TODAY)
    assert not list(folder.glob("*x.yaml"))
