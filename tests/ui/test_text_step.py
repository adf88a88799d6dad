"""Reading: what stands there, how long it takes, and that going on is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ui.route import HOME
from app.ui.steps.text import reading_minutes
from tests.ui.conftest import OpenApp
from tests.ui.courses import CHECKLIST, small_course, text
from tests.ui.person import Key


@pytest.mark.parametrize(
    ("words", "minutes"), [("", 1), ("字" * 300, 1), ("字" * 750, 2), ("word " * 600, 3)]
)
def test_reading_takes_about_so_long(words: str, minutes: int) -> None:
    assert reading_minutes(words) == minutes


def test_the_first_step_says_what_the_lesson_is_for(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), CHECKLIST))
    me.press("Start learning")
    assert me.sees("After this lesson you can\nStay calm")
    assert me.sees("From: Notes of a careful neighbour")
    me.press("Continue")
    assert not me.sees("After this lesson you can")


def test_a_text_counts_as_read_once_one_goes_on(app_in: OpenApp, tmp_path: Path) -> None:
    course = small_course(tmp_path / "course", text(), CHECKLIST)
    me = app_in(course)
    me.press("Start learning")
    me.keys(Key.Key_Escape)
    assert me.sees("0 of 2 steps done")
    me.keys(Key.Key_Return, Key.Key_Return)
    me.app.window.go(HOME)
    assert me.sees("1 of 2 steps done")
    me.leave()
    me = app_in(course)
    assert me.sees("1 of 2 steps done")
    me.press("Continue")
    assert me.where[2] == "habits"


def test_the_last_step_leads_to_the_summary_and_back_leads_home(
    app_in: OpenApp, tmp_path: Path
) -> None:
    me = app_in(small_course(tmp_path / "course", text()))
    me.press("Start learning")
    me.press("Back")
    assert me.where[0] == "home"
    me.press("Continue")
    me.press("Continue")
    assert me.where[0] == "lesson-summary"
    assert me.sees("Lesson done")
    me.press("Go Home")
    assert me.sees("You have done every lesson")


def test_a_link_into_a_text_shows_that_heading(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(60)))
    me.open_lesson("first", "reading")
    scroller = me.lesson_page.scroller
    assert scroller is not None
    assert scroller.verticalScrollBar().value() == 0
    me.lesson_page._open_place("reading#later-things")
    me.settle()
    scroller = me.lesson_page.scroller
    assert scroller is not None
    bar = scroller.verticalScrollBar()
    assert bar.value() > 0.8 * bar.maximum() > 100


def test_the_place_in_a_text_is_kept_in_another_look(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(60)))
    me.open_lesson("first", "reading")
    me.keys(Key.Key_PageDown, Key.Key_PageDown)
    scroller = me.lesson_page.scroller
    assert scroller is not None
    before = scroller.verticalScrollBar().value()
    me.press("Dark theme")
    scroller = me.lesson_page.scroller
    assert scroller is not None
    assert abs(scroller.verticalScrollBar().value() - before) <= 2
