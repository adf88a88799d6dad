"""Every point of the two articles is taught and asked, and the table of it is today's."""

from __future__ import annotations

from pathlib import Path

from app.content.catalog import open_course
from app.paths import built_in_course
from tests.content.courses import LESSON, TODAY, make_course
from tests.house import coverage

BUILT_IN = coverage.coverage(built_in_course())


def test_the_table_is_todays():
    assert coverage.TABLE.read_text("utf-8") == BUILT_IN.table(), coverage.UPDATE


def test_there_are_seventy_one_points():
    assert list(coverage.POINTS) == [f"S{number}" for number in range(1, 72)]
    assert {"S1", "S2", "S55", "S71"} == coverage.NOT_ASKED


def test_every_mark_is_a_point():
    assert coverage.in_order(BUILT_IN.strangers) == []


def test_every_point_is_taught():
    assert BUILT_IN.not_taught == set()


def test_every_point_is_asked():
    assert BUILT_IN.not_asked == set()


# ── the table itself, on a small course ──────────────────────────────────────


def covered(tmp_path: Path, *changes: tuple[str, str]) -> coverage.Coverage:
    """What the small course covers after these changes to its first lesson."""
    text = LESSON.format(id="first", title="第一课")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return coverage.coverage(make_course(tmp_path / "course", **{"01__first": text}))


def test_without_marks_nothing_is_covered(tmp_path):
    found = covered(tmp_path)
    assert found.not_taught == set(coverage.POINTS)
    assert found.not_asked == set(coverage.POINTS) - coverage.NOT_ASKED


def test_a_step_teaches_and_a_question_asks(tmp_path):
    found = covered(
        tmp_path,
        ("type: text\n", "type: text\n    seed: [S9]\n"),
        ("skill: links\n", "skill: links\n        seed: [S10]\n"),
    )
    assert found.not_taught == set(coverage.POINTS) - {"S9"}
    assert "S10" not in found.not_asked
    assert "S9" in found.not_asked
    row = next(line for line in found.table().splitlines() if line.startswith("| S9 |"))
    assert row.endswith("| 01-first: intro | – |")


def test_neither_a_lessons_mark_nor_a_quizs_teaches(tmp_path):
    found = covered(
        tmp_path,
        ("steps:\n", "seed: [S3]\nsteps:\n"),
        ("type: quiz\n", "type: quiz\n    seed: [S4]\n"),
    )
    assert {"S3", "S4"} <= found.not_taught
    assert {"S3", "S4"} <= found.not_asked
    assert "| 01-first: (all of it) | – |" in found.table()


def test_a_mark_that_is_no_point_is_a_stranger(tmp_path):
    found = covered(tmp_path, ("type: text\n", "type: text\n    seed: [S72, s9]\n"))
    assert found.strangers == {"S72", "s9"}


def test_a_broken_lesson_covers_nothing(tmp_path):
    change = ("type: text\n", "type: text\n    seed: [S9]\n    tilte: 字\n")
    assert "S9" in covered(tmp_path, change).not_taught
    course = open_course(tmp_path / "course", "", None, TODAY)
    assert [entry.is_broken for entry in course.lessons] == [True, False]
