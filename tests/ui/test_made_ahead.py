"""The next step is made while one is read: it is the right one, and nobody can tell."""

from __future__ import annotations

from pathlib import Path

from app.ui.pages.lesson import LessonPage
from app.ui.tidying import Tidying
from tests.ui.conftest import OpenApp
from tests.ui.courses import CHECKLIST, FAQ, small_course, text
from tests.ui.person import Key, Person


def read_a_while(me: Person) -> LessonPage:
    page = me.lesson_page
    me.wait_for(lambda: page._ahead is not None, "the next step to be made")
    return page


def test_the_step_made_ahead_is_the_one_that_is_shown(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), FAQ, CHECKLIST))
    me.open_lesson("first", "reading")
    page = read_a_while(me)
    assert page._ahead is not None
    made = page._ahead[1]
    me.key(Key.Key_Return)
    assert page.view is made
    assert me.where[2] == "asked"
    assert me.sees("May I pass a code on?")
    assert me.can_see(page.view)


def test_going_elsewhere_drops_it(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), FAQ, CHECKLIST))
    me.open_lesson("first", "asked")
    page = read_a_while(me)
    me.key(Key.Key_Left)
    assert me.where[2] == "reading"
    assert me.sees("A short beginning.")
    assert page._ahead is None


def test_it_fits_a_window_that_was_made_narrower_meanwhile(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), FAQ, CHECKLIST))
    me.open_lesson("first", "reading")
    page = read_a_while(me)
    me.app.window.resize(600, 700)
    me.settle()
    me.key(Key.Key_Return)
    assert page.view.width() <= 600
    assert me.can_see(page.view)


def test_making_it_is_no_visit(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), FAQ))
    me.open_lesson("first", "reading")
    read_a_while(me)
    place = me.app.learner.place()
    assert place is not None
    assert place.step == "reading"
    assert me.app.learner.standing("first/asked").last_ms == 0


def test_after_the_last_step_nothing_is_made(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), FAQ))
    me.open_lesson("first", "asked")
    me.lesson_page._make_ahead()
    assert me.lesson_page._ahead is None


def test_garbage_is_collected_between_events_only(app_in: OpenApp) -> None:
    import gc

    me = app_in()
    tidying = Tidying(me.app)
    tidying.begin()
    try:
        assert not gc.isenabled()
        loops = []
        for _each in range(6_000):
            loop: list[object] = []
            loop.append(loop)
            loops.append(loop)
        before = gc.get_count()[0]
        del loops, loop
        tidying._tidy()
        assert gc.get_count()[0] < before
    finally:
        tidying.stop()
        gc.unfreeze()
    assert gc.isenabled()
