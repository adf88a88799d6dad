"""What screen readers hear: every step, question and feedback, on every system, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.shell.voice import Voice
from tests.ui.conftest import OpenApp
from tests.ui.courses import CHECKLIST, FILL_IN, SCENARIO, SINGLE, quiz, small_course, text
from tests.ui.game_player import answer, enter, question
from tests.ui.person import Key


@pytest.fixture
def two(qtbot: QtBot):
    """A window with two buttons, the first of which has the keyboard."""
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QPushButton("First", window), QPushButton("Second", window)
    first.setAccessibleDescription("Its own")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    first.setFocus()
    return window, first, second


def test_on_linux_it_becomes_the_description_until_the_keyboard_moves(two) -> None:
    window, first, second = two
    voice = Voice(window, by_description=True)
    voice.say("Right.", False)
    voice.say("Because.", False)
    voice.say("Right.", False)
    voice.say_now()
    assert first.accessibleDescription() == "Right.\nBecause."
    second.setFocus()
    assert first.accessibleDescription() == "Its own"
    voice.say("Next.", False)
    voice.say_now()
    assert second.accessibleDescription() == "Next."
    second.deleteLater()


def test_what_is_urgent_goes_before_what_waits_and_names_are_not_said_twice(two) -> None:
    window, first, _second = two
    first.setAccessibleName("A message")
    voice = Voice(window, by_description=True)
    voice.say("Long story.", False)
    voice.say("Wrong.", True)
    voice.say("A message", False)
    voice.say("", False)
    voice.say_now()
    assert first.accessibleDescription() == "Wrong."


def test_it_waits_until_the_reader_has_said_where_the_keyboard_is(two, qtbot: QtBot) -> None:
    window, first, second = two
    voice = Voice(window, by_description=True)
    voice.say("Done.", False)
    second.setFocus()
    assert first.accessibleDescription() == "Its own"
    qtbot.waitUntil(lambda: second.accessibleDescription() == "Done.")


def test_elsewhere_it_is_an_announcement(two, monkeypatch: pytest.MonkeyPatch) -> None:
    window, first, _second = two
    told = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.message(), event.type())),
    )
    Voice(window, by_description=False).say("Right.", True)
    assert told == [("Right.", QAccessible.Event.Announcement)]
    assert first.accessibleDescription() == "Its own"


# ── what is said, through the real window


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(Voice, "say", lambda _self, words, _urgent: said.append(words))
    return said


def test_a_text_is_read_out_when_it_comes(
    app_in: OpenApp, tmp_path: Path, heard: list[str]
) -> None:
    me = app_in(small_course(tmp_path / "course", CHECKLIST, text()))
    me.open_lesson("first", "habits")
    me.lesson_page.go_to(1)
    assert heard[-1].startswith("Step 2 of 2: What to look at\n")
    assert "A short beginning." in heard[-1]
    assert "Later things" in heard[-1]
    assert "<" not in heard[-1]


def test_a_quiz_says_what_it_is_then_each_question_and_what_became_of_it(
    app_in: OpenApp, tmp_path: Path, heard: list[str]
) -> None:
    me = app_in(small_course(tmp_path / "course", text(), quiz(SINGLE)))
    me.open_lesson("first", "quiz")
    assert "\n1 question\n" in heard[-1]
    assert "There is no time limit" in heard[-1]
    me.press("Start the quiz")
    panel = me.quiz.panel
    assert panel is not None
    assert heard[-1].startswith("Question 1 of 1: ")
    assert panel.question.text in heard[-1]
    wrong = next(each for each in me.buttons() if "Send it" in each.accessibleName())
    me.press(wrong.accessibleName())
    me.press("Check")
    assert heard[-1].startswith("Not quite: Then it is theirs.")


def test_the_gaps_of_a_question_are_not_read_as_brackets(
    app_in: OpenApp, tmp_path: Path, heard: list[str]
) -> None:
    me = app_in(small_course(tmp_path / "course", text(), quiz(FILL_IN)))
    me.open_lesson("first", "quiz")
    me.press("Start the quiz")
    assert heard[-1] == "Question 1 of 1: Fill in the blanks\nA (blank) is a key."


def test_a_chat_says_its_messages(app_in: OpenApp, tmp_path: Path, heard: list[str]) -> None:
    me = app_in(small_course(tmp_path / "course", SCENARIO))
    me.open_lesson("first", me.app.learner.entries[0].steps[0].id)
    me.key(Key.Key_Return)
    assert " says: " in heard[-1]


def test_a_round_of_the_game_is_said_and_explained(app_in: OpenApp, heard: list[str]) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    assert heard[-1] == question(me).phone.spoken
    answer(me, rightly=False)
    assert heard[-1].startswith("You said: ")
    assert "\nYou were 75 % sure: " in heard[-1], "a pause behind the verdict"
    me.press("Dark theme")
    assert me.lesson_page.spoken().startswith("You said: ")


def test_the_windows_title_names_the_page_in_every_language(app_in: OpenApp) -> None:
    me = app_in()
    assert me.window.windowTitle() == "Hello"
    me.key(Key.Key_F9)
    assert me.window.windowTitle() == "It has happened: what to do now"
    me.app.speak("zh-CN")
    assert me.window.windowTitle() == "出事了，现在怎么办"
