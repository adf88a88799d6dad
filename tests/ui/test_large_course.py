"""A course too large to read while the window waits."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from app.content.catalog import Course, open_course
from app.ui import application
from tests.ui.conftest import OpenApp
from tests.ui.courses import lesson, text, write_course


def large_course(folder: Path, count: int = 20) -> Path:
    return write_course(
        folder,
        *(lesson(text(), lesson_id=f"number-{n}", title=f"Lesson {n}") for n in range(count)),
    )


def test_home_shows_how_far_the_reading_is_and_then_the_lessons(
    app_in: OpenApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHILIAN_CACHE", str(tmp_path / "cold"))
    may_read = Event()

    def open_slowly(*arguments: Any, **options: Any) -> Course:
        if "at_once" not in options:
            may_read.wait(10)
        return open_course(*arguments, **options)

    monkeypatch.setattr(application, "open_course", open_slowly)
    course = large_course(tmp_path / "course")
    me = app_in(course)
    assert not me.app.learner.course.is_read
    assert me.sees("Reading the lessons…")
    may_read.set()
    me.wait_for(lambda: me.app.learner.course.is_read, "the course")
    assert len(me.app.learner.entries) == 20
    assert me.has_button("Lesson 20: Lesson 19.")
    me.leave()
    me = app_in(course)
    assert me.app.learner.course.is_read, "the second time it comes from the cache"


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    course = large_course(tmp_path / "course", 3)
    told: list[tuple[int, int]] = []
    open_course(
        course,
        "en",
        None,
        date(2026, 11, 22),
        on_progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(0, 3), (1, 3), (2, 3)]
