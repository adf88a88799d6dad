"""Questions and answers: opened, searched, found by a link, read without being carried away."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ui.route import HOME, Route
from app.ui.steps.faq import FaqList
from app.ui.widgets.disclosure import Disclosure
from tests.ui.conftest import OpenApp
from tests.ui.courses import FAQ, small_course, text
from tests.ui.person import Key, Person

CODE = "May I pass a code on?"
LONG = "Is a long link a fake?"


@pytest.fixture
def me(app_in: OpenApp, tmp_path: Path) -> Person:
    person = app_in(small_course(tmp_path / "course", FAQ, text()))
    person.open_lesson("first", "asked")
    return person


def search(me: Person, words: str) -> None:
    field = me.of_type(FaqList)[0].search
    field.setFocus()
    field.selectAll()
    me.keys(Key.Key_Delete)
    me.keys(words)


def shown(me: Person) -> list[str]:
    return [each.line.accessibleName().rpartition(" (")[0] for each in me.of_type(Disclosure)]


def test_answers_open_and_close(me: Person) -> None:
    assert not me.sees("A code is a key.")
    me.press(CODE)
    assert me.sees("No. A code is a key.")
    assert me.sees("From: Notes of a careful neighbour")
    assert me.button(CODE).accessibleName() == f"{CODE} (open)"
    me.press(CODE)
    assert not me.sees("A code is a key.")
    assert me.button(CODE).accessibleName() == f"{CODE} (closed)"


def test_answers_open_with_the_keyboard(me: Person) -> None:
    me.tab_to(LONG)
    me.keys(Key.Key_Return)
    assert me.sees("Length says nothing.")


@pytest.mark.parametrize(
    ("words", "found"),
    [("", [CODE, LONG]), ("LENGTH", [LONG]), ("key code", [CODE]), ("no", [CODE, LONG])],
)
def test_the_search_looks_into_questions_and_answers(
    me: Person, words: str, found: list[str]
) -> None:
    search(me, words)
    assert shown(me) == found


def test_a_search_without_a_find_says_what_to_do(me: Person) -> None:
    search(me, "umbrella")
    assert shown(me) == []
    assert me.sees("Nothing found for “umbrella”. Try a shorter word.")
    search(me, "fake")
    assert me.sees("1 answer")


def test_enter_in_the_search_does_not_leave_the_step(me: Person) -> None:
    search(me, "fake")
    me.keys(Key.Key_Return)
    assert me.where[2] == "asked"
    assert shown(me) == [LONG]
    me.keys(Key.Key_Return)
    assert me.sees("Length says nothing.")


@pytest.mark.parametrize("name", ["Dark theme", "Text size"])
def test_another_look_keeps_what_is_typed_and_open(me: Person, name: str) -> None:
    me.press(CODE)
    search(me, "code")
    me.press(name)
    assert shown(me) == [CODE]
    assert me.sees("No. A code is a key.")


def test_going_on_counts_it_as_read(me: Person) -> None:
    me.press("Continue")
    me.app.window.go(HOME)
    assert me.sees("1 of 2 steps done")


def test_a_link_to_an_entry_opens_it(me: Person) -> None:
    me.lesson_page._open_place("asked#long")
    me.settle()
    assert me.sees("Length says nothing.")


def test_all_questions_of_the_course_are_on_one_page(me: Person) -> None:
    me.app.window.go(Route("questions"))
    assert shown(me) == [CODE, LONG]
    assert me.focused() == "Search questions and answers"
    me.keys("length")
    assert shown(me) == [LONG]
