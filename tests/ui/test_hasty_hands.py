"""Heavy and hasty hands: a key held down, a double click, a look changed in mid-air."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.pages.lens import LensPage
from app.ui.route import Route
from tests.ui.conftest import OpenApp
from tests.ui.courses import quiz, small_course, text
from tests.ui.person import ALT, Key, Person


def hold(me: Person, key: Key, letters: str = "", repeats: int = 12) -> None:
    """A key that stays down: one press, then repeats, as a window system sends them."""
    handle = me.window.windowHandle()
    for number in range(repeats):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(
                kind, key, Qt.KeyboardModifier.NoModifier, letters, autorep=number > 0
            )
            QApplication.sendEvent(handle, event)
        me.settle()


def double_click(me: Person, widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton)
    me.settle()


def test_enter_held_down_turns_one_page_only(app_in: OpenApp) -> None:
    me = app_in()
    me.button("Start learning").setFocus()
    hold(me, Key.Key_Return)
    assert me.where == ("lesson", "how-it-works", "what")
    assert not me.app.learner.standing("how-it-works/what").done


def test_a_letter_held_down_answers_nothing_more(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), quiz()))
    me.open_lesson("first", "quiz")
    me.press("Start the quiz")
    first = me.quiz.panel
    hold(me, Key.Key_A, "a")
    assert me.quiz.panel is first


def test_a_double_click_goes_on_once(app_in: OpenApp) -> None:
    me = app_in()
    me.app.window.go(Route("lesson", "risks", "four-kinds"))
    me.settle()
    double_click(me, me.lesson_page.bar.primary)
    assert me.lesson_page.index == 1


def test_a_double_click_on_check_leaves_the_feedback_standing(
    app_in: OpenApp, tmp_path: Path
) -> None:
    me = app_in(small_course(tmp_path / "course", text(), quiz()))
    me.open_lesson("first", "quiz")
    me.press("Start the quiz")
    me.keys("b")
    double_click(me, me.lesson_page.bar.primary)
    assert me.quiz.foot().sheet is not None


def test_the_text_size_key_can_be_pressed_twice(app_in: OpenApp) -> None:
    me = app_in()
    me.button("Text size").setFocus()
    me.keys(Key.Key_Space, Key.Key_Space)
    assert me.app.settings.scale == 1.5
    assert me.focused() == "Text size"


def test_arrows_go_on_in_the_settings(app_in: OpenApp) -> None:
    me = app_in()
    me.app.window.go(Route("settings"))
    me.button("Theme: As the system").setFocus()
    me.keys(Key.Key_Right)
    me.keys(Key.Key_Right)
    assert me.app.settings.text("theme") == "dark"
    assert me.focused() == "Theme: Dark"


def test_a_look_into_the_lesson_has_a_way_back(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(40), quiz()))
    me.open_lesson("first", "quiz")
    me.press("Start the quiz")
    me.keys("a", Key.Key_Return)
    asked = me.quiz.panel.question.id if me.quiz.panel else ""
    me.press("Read it in the lesson")
    assert me.where == ("lesson", "first", "reading")
    me.key(Key.Key_Left, ALT)
    assert me.where == ("lesson", "first", "quiz")
    assert me.quiz.panel is not None
    assert me.quiz.panel.question.id == asked
    me.press("Read it in the lesson")
    me.press("Back to the question")
    assert me.quiz.panel.question.id == asked


def test_escape_leads_back_from_every_page(app_in: OpenApp) -> None:
    me = app_in()
    for page in ("help", "keys", "settings", "about", "learners", "checklists", "questions"):
        me.app.window.go(Route(page))
        me.settle()
        me.keys(Key.Key_Escape)
        assert me.where[0] == "home", page


def test_a_chat_opened_from_the_list_leads_back_to_it(app_in: OpenApp) -> None:
    me = app_in()
    me.app.window.go(Route("scenarios"))
    me.settle()
    me.press("Enter the chat")
    assert me.where[0] == "lesson"
    me.keys(Key.Key_Escape)
    assert me.where[0] == "scenarios"


def test_a_key_held_down_types_on_in_the_lens(app_in: OpenApp) -> None:
    me = app_in()
    me.app.window.go(Route("lens"))
    me.settle()
    assert me.focused() == "The message with the link"
    hold(me, Key.Key_A, "a", repeats=5)
    hold(me, Key.Key_Return, "\r", repeats=2)
    page = me.on(LensPage)
    assert page.field.toPlainText() == "aaaaa\n\n"
    assert me.page is page


def test_a_rail_that_turns_narrow_keeps_the_keyboard(app_in: OpenApp) -> None:
    me = app_in(size=(1200, 800))
    rail = me.window.rail
    assert rail is not None
    rail.section_buttons[3].setFocus()
    before = me.focused()
    me.window.resize(900, 800)
    me.settle()
    assert me.window.rail is not rail
    assert me.focused() == before
