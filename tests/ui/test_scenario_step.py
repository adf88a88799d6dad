"""A group chat: decided, marked, looked back at, taken another way, left and resumed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.progress.store import Store
from app.ui.route import HOME, Route
from app.ui.steps.base import Foot
from app.ui.steps.scenario import ScenarioView
from app.ui.widgets.chat import Bubble
from app.ui.widgets.progress import Meter
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.sheet import ActionBar
from tests.ui.conftest import OpenApp
from tests.ui.courses import SCENARIO, small_course, text
from tests.ui.person import Key, Person

Enter = Callable[..., Person]
HURRY = "Sweet says: Only three minutes left!"
WEATHER = "Li says: The weather is fine."


@pytest.fixture
def enter(app_in: OpenApp, tmp_path: Path) -> Enter:
    """Somebody before the chat, or in it as it was left."""

    def open_chat(width: int = 1280) -> Person:
        course = small_course(tmp_path / "course", text(), SCENARIO)
        me = app_in(course, size=(width, 800))
        me.open_lesson("first", "chat")
        return me

    return open_chat


def view(me: Person) -> ScenarioView:
    shown = me.lesson_page.view
    assert isinstance(shown, ScenarioView)
    return shown


def deeds(tmp_path: Path, *verbs: str) -> list[tuple[str, object]]:
    """What another program finds in the file: of these verbs, object and response."""
    store = Store.open(tmp_path / "data" / "learner.db", now_ms=0).store
    try:
        (who,) = store.learners()
        return [(e.object, e.response) for e in store.events(who.id) if e.verb in verbs]
    finally:
        store.close()


def test_before_the_chat_one_hears_what_it_is(enter: Enter) -> None:
    me = enter()
    assert me.sees("Everybody in it is invented, and no link can be opened.")
    assert not me.sees("Only three minutes left!")
    me.keys(Key.Key_Return)
    assert me.sees("Only three minutes left!")
    assert me.sees("Decision 1 of at most 2")


def test_a_choice_is_judged_with_its_reason(enter: Enter) -> None:
    me = enter()
    me.press("Enter the chat")
    me.keys("1")
    assert me.sees("Risky")
    assert me.sees("Nobody knows where it leads.")
    assert not me.has_button("2. ")
    me.press("Continue")
    assert me.sees("Decision 2 of at most 2")
    assert me.sees("You: Tap and see")


def test_all_the_way_to_a_bad_ending_and_another_way_back(enter: Enter) -> None:
    me = enter()
    me.press("Enter the chat")
    me.keys("1", Key.Key_Return, "1")
    assert me.sees("Unsafe")
    me.press("Look back")
    assert me.sees("This time harm was done")
    assert me.sees("The money is gone. Call 110.")
    assert me.sees("Safer: Stop here")
    again = [each for each in me.buttons() if each.text() == "Try another way from here"]
    assert len(again) == 2
    me.click(again[1])
    assert me.sees("Decision 2 of at most 2")
    me.keys("2")
    me.press("Look back")
    assert me.sees("You came out of it safely")


def test_the_same_chat_can_be_played_again(enter: Enter) -> None:
    me = enter()
    me.press("Enter the chat")
    me.keys("2", Key.Key_Return)
    assert me.sees("You came out of it safely")
    me.press("Play again")
    assert me.sees("Decision 1 of at most 2")
    me.keys("1", Key.Key_Return, "2", Key.Key_Return)
    me.press("Continue")
    assert me.where[0] == "lesson-summary"
    assert me.sees("Lesson done") or me.sees("1 of 2 steps done")


# ── signals


def test_marks_are_counted_against_what_there_was_to_notice(enter: Enter) -> None:
    me = enter()
    me.press("Enter the chat")
    me.press(HURRY)
    me.press(WEATHER)
    assert me.button(HURRY).accessibleName().endswith("Marked as suspicious")
    me.keys("1", Key.Key_Return, "2", Key.Key_Return)
    assert me.sees("1 of 2 noticed")
    words = me.words()
    assert "Hurry is made\nnoticed" in words
    assert "Money is wanted\nmissed" in words
    assert "A thing that never comes up\ndid not come up" in words
    assert "You marked “The weather is fine.”. There was nothing wrong with it." in words


def test_a_message_is_marked_with_the_keyboard_too(enter: Enter, tmp_path: Path) -> None:
    me = enter()
    me.press("Enter the chat")
    me.tab_to(HURRY)
    me.keys("m")
    assert me.button(HURRY).isChecked()
    me.keys("m")
    assert not me.button(HURRY).isChecked()
    flags = deeds(tmp_path, "flagged")
    assert flags == [("first/chat/hello/s1", True), ("first/chat/hello/s1", False)]


def test_marks_and_decisions_are_there_after_a_restart(enter: Enter) -> None:
    me = enter()
    me.press("Enter the chat")
    me.press(HURRY)
    me.keys("1", Key.Key_Return)
    me.leave()
    me = enter()
    assert me.button(HURRY).isChecked()
    assert me.sees("Decision 2 of at most 2")
    assert me.sees("You: Tap and see")
    me.keys("2", Key.Key_Return)
    assert me.sees("1 of 2 noticed")
    me.leave()
    me = enter()
    assert me.sees("You came out of it safely")
    assert me.sees("1 of 2 noticed")


def test_a_chat_only_looked_at_is_not_under_way(enter: Enter) -> None:
    me = enter()
    me.app.window.go(Route("scenarios"))
    assert me.has_button("Enter the chat: The egg group")
    me.press("Enter the chat: The egg group")
    me.press("Enter the chat")
    me.app.window.go(Route("scenarios"))
    assert me.sees("Under way")
    me.press("Continue: The egg group")
    me.keys("2")
    me.app.window.go(Route("scenarios"))
    assert me.sees("Played")
    assert me.has_button("Look back or play again: The egg group")


def test_the_end_of_a_chat_is_reached_once_however_often_one_comes_back(
    enter: Enter, tmp_path: Path
) -> None:
    me = enter()
    me.press("Enter the chat")
    me.keys("2", Key.Key_Return)
    me.app.window.go(HOME)
    me.open_lesson("first", "chat")
    assert me.sees("You came out of it safely")
    assert len(deeds(tmp_path, "finished")) == 1


def test_a_consequence_is_shown_only_once_the_decision_is_in_the_file(
    enter: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[list[tuple[str, object]]] = []
    show_foot = ActionBar.show_foot

    def footed(bar: ActionBar, foot: Foot) -> None:
        if foot.sheet is not None:
            kept.append(deeds(tmp_path, "chose"))
        show_foot(bar, foot)

    monkeypatch.setattr(ActionBar, "show_foot", footed)
    me = enter()
    me.press("Enter the chat")
    me.keys("1")
    assert kept
    assert all(chosen == [("first/chat/hello", "go")] for chosen in kept)


# ── beside the chat


def side(me: Person) -> ScrollPage | None:
    found = view(me)._side
    return found if found is not None and found.isVisibleTo(me.window) else None


def test_how_things_stand_is_beside_the_chat_and_follows_it(enter: Enter) -> None:
    me = enter()
    me.press("Enter the chat")
    assert side(me) is not None
    assert not me.has_button("How things stand")
    assert me.sees("Account\ngood 100")
    me.press(HURRY)
    assert me.sees("Sweet: Only three minutes left!")
    me.keys("1", Key.Key_Return)
    assert me.sees("Account\nfair 60")
    me.keys("1")
    assert me.sees("Wallet\nfair 40")


def test_in_a_narrow_window_it_is_one_press_away(enter: Enter) -> None:
    me = enter(width=640)
    me.press("Enter the chat")
    assert not me.sees("Account\ngood 100")
    me.press("How things stand")
    assert me.sees("Account\ngood 100")
    meter = next(each for each in me.of_type(Meter) if each.accessibleName().startswith("Account"))
    assert me.can_see(meter)
    me.keys(Key.Key_Space)
    assert not me.sees("Account\ngood 100")
    assert me.can_see(me.button("1. Tap and see"))


def test_the_newest_message_can_be_seen(enter: Enter, qtbot: QtBot) -> None:
    me = enter(width=640)
    me.window.resize(640, 520)
    me.press("Enter the chat")
    me.keys("1", Key.Key_Return)
    newest = me.button("Sweet says: Now pay 300.")
    assert isinstance(newest, Bubble)
    assert me.can_see(newest)


@pytest.mark.parametrize("name", ["Dark theme", "Text size"])
def test_another_look_keeps_the_chat_where_it_is(enter: Enter, name: str) -> None:
    me = enter()
    me.press("Enter the chat")
    me.press(HURRY)
    me.keys("1")
    me.press(name)
    assert me.button(HURRY).isChecked()
    assert me.sees("Risky")
    assert me.sees("Nobody knows where it leads.")


def test_a_mark_made_at_the_very_end_is_there_after_a_restart(enter: Enter) -> None:
    me = enter()
    me.press("Enter the chat")
    me.keys("1", Key.Key_Return, "2")
    me.press(HURRY)
    me.leave()
    me = enter()
    assert me.sees("1 of 2 noticed")
