"""A checklist: answered, summed up, copied, answered again; never graded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from app.ui.route import HOME, Route
from tests.ui.conftest import OpenApp
from tests.ui.courses import CHECKLIST, small_course, text
from tests.ui.person import Key, Person

CODES = "I keep codes to myself"
DEVICES = "Strange devices are signed in"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return small_course(tmp_path / "course", CHECKLIST, text())


@pytest.fixture
def me(app_in: OpenApp, course: Path) -> Person:
    person = app_in(course)
    person.open_lesson("first", "habits")
    return person


def ticked(me: Person) -> list[str]:
    from app.ui.widgets.segmented import Segmented

    return [each.value() for each in me.of_type(Segmented)]


def test_the_result_follows_the_last_answer(me: Person) -> None:
    me.press(f"{CODES}: Yes")
    assert me.sees("1 of 2 answered")
    assert not me.sees("Well done.")
    me.press(f"{DEVICES}: No")
    assert me.sees("2 of 2 answered the safe way")
    assert me.sees("Well done.")


def test_what_weighs_most_comes_first(me: Person) -> None:
    me.press(f"{DEVICES}: Yes")
    me.press(f"{CODES}: Not sure")
    assert me.sees("0 of 2 answered the safe way")
    assert me.sees("Begin with the codes.")
    reasons = me.words().partition("What weighs most")[2]
    assert 0 <= reasons.index(CODES) < reasons.index(DEVICES)


def test_an_answer_can_be_changed_and_the_result_follows(me: Person) -> None:
    me.press(f"{DEVICES}: No")
    me.press(f"{CODES}: No")
    assert me.sees("1 of 2 answered the safe way")
    me.press(f"{CODES}: Yes")
    assert me.sees("2 of 2 answered the safe way")
    assert not me.sees("What weighs most")


def test_the_reminder_is_copied_with_what_to_do(me: Person) -> None:
    me.press(f"{DEVICES}: No")
    me.press(f"{CODES}: No")
    me.press("Copy as a reminder")
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines() == [
        "My habits",
        f"· {CODES}",
        "  A code is a key.",
        "Begin with the codes.",
    ]


def test_checking_again_begins_with_an_empty_list(me: Person) -> None:
    me.press(f"{DEVICES}: No")
    me.press(f"{CODES}: No")
    me.press("Check again")
    assert ticked(me) == ["", ""]
    assert me.focused() == f"{CODES}: Yes"
    me.press(f"{CODES}: Yes")
    me.press(f"{DEVICES}: No")
    assert me.sees("2 of 2 answered the safe way")


def test_by_keyboard_alone(me: Person) -> None:
    assert me.focused() == f"{CODES}: Yes"
    me.keys(Key.Key_Space)
    me.tab_to(f"{DEVICES}: ")
    me.keys(Key.Key_Space, Key.Key_Right)
    assert ticked(me) == ["yes", "no"]
    assert me.sees("Well done.")


def test_arrows_past_the_last_answer_do_not_leave_the_page(me: Person) -> None:
    me.keys(Key.Key_Space, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    assert me.where == ("lesson", "first", "habits")


def test_one_may_go_on_with_lines_left_open(me: Person) -> None:
    me.press(f"{CODES}: Yes")
    assert me.sees("1 still open. You can come back to them at any time.")
    me.press("Continue")
    assert me.where[2] == "reading"
    me.press("Back")
    assert ticked(me) == ["yes", ""]
    me.app.window.go(HOME)
    assert me.sees("1 of 2 steps done")


def test_half_a_list_is_there_after_a_restart(me: Person, app_in: OpenApp, course: Path) -> None:
    me.press(f"{CODES}: Not sure")
    me.leave()
    me = app_in(course)
    me.open_lesson("first", "habits")
    assert ticked(me) == ["unsure", ""]
    assert me.focused() == f"{DEVICES}: Yes"


def test_a_whole_list_is_there_after_a_restart(me: Person, app_in: OpenApp, course: Path) -> None:
    me.press(f"{CODES}: Yes")
    me.press(f"{DEVICES}: No")
    me.press("Continue")
    me.leave()
    me = app_in(course)
    me.app.window.go(Route("checklists"))
    assert ticked(me) == ["yes", "no"]
    assert me.sees("Well done.")
    me.app.window.go(HOME)
    assert me.sees("1 of 2 steps done")


def test_the_list_outside_of_the_lesson_is_the_same_one(me: Person) -> None:
    me.press(f"{CODES}: Yes")
    me.app.window.go(Route("checklists"))
    assert ticked(me) == ["yes", ""]
    me.press(f"{DEVICES}: Yes")
    me.open_lesson("first", "habits")
    assert ticked(me) == ["yes", "yes"]


@pytest.mark.parametrize("name", ["Dark theme", "Text size"])
def test_another_look_keeps_the_answers(me: Person, name: str) -> None:
    me.press(f"{CODES}: Not sure")
    me.press(name)
    assert ticked(me) == ["unsure", ""]


def test_each_of_several_lists_has_a_page(app_in: OpenApp) -> None:
    me = app_in()
    me.keys(Key.Key_2, held=None)
    me.app.window.go(Route("checklists"))
    tabs = [b.accessibleName() for b in me.buttons() if b.accessibleName().startswith("Which")]
    assert len(tabs) == 7
    me.press(tabs[-1])
    assert me.sees(tabs[-1].removeprefix("Which checklist: "))
    assert me.button(tabs[-1]).isChecked()
