"""A quiz: begun, answered, explained, left, resumed, handed in and taken again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.exceptions import capture_exceptions

from app.learning.grading import Grade
from app.progress.events import Event
from app.progress.store import Store
from app.ui.route import HOME
from app.ui.steps.base import Foot
from app.ui.steps.quiz_question import QuestionPanel
from app.ui.widgets.sheet import ActionBar
from tests.ui.conftest import OpenApp
from tests.ui.courses import FILL_IN, MULTI, SINGLE, TRUE_FALSE, quiz, small_course, text
from tests.ui.person import Key, Person

# The keys that answer the four questions of the small quiz rightly, in its order.
RIGHT = {"q-code": "b", "q-long": "2", "q-gap": "code", "q-signs": "ab"}
WRONG = {"q-code": "a", "q-long": "1", "q-gap": "door", "q-signs": "c"}


Take = Callable[..., Person]


@pytest.fixture
def take(app_in: OpenApp, tmp_path: Path) -> Take:
    """`take(questions, feedback=…)`: somebody before that quiz."""

    def open_quiz(*questions: str, **options: object) -> Person:
        chosen = "".join(questions or (SINGLE, TRUE_FALSE, FILL_IN, MULTI))
        course = small_course(tmp_path / "course", text(60), quiz(chosen, **options))
        me = app_in(course)
        me.open_lesson("first", "quiz")
        return me

    return open_quiz


def asked(me: Person) -> str:
    panel = me.quiz.panel
    return panel.question.id if panel is not None else ""


def answer(me: Person, keys: dict[str, str] = RIGHT) -> None:
    me.keys(keys[asked(me)])


def stored(tmp_path: Path) -> list[Event]:
    """What another program finds in the file at this moment."""
    store = Store.open(tmp_path / "data" / "learner.db", now_ms=0).store
    try:
        (who,) = store.learners()
        return store.events(who.id)
    finally:
        store.close()


# ── before it begins


def test_a_quiz_says_what_awaits(take: Take) -> None:
    me = take(draw=2, attempts=3, feedback="end")
    assert me.sees("2 questions")
    assert me.sees("A new selection each time.")
    assert me.sees("60 % are needed to pass.")
    assert me.sees("Explanations come at the end; until then you can go back and change.")
    assert me.sees("3 attempts.")
    assert me.sees("There is no time limit")


# ── explained at once


def test_check_waits_for_an_answer(take: Take) -> None:
    me = take()
    me.press("Start the quiz")
    assert not me.button("Check").isEnabled()
    me.keys(Key.Key_Right)
    assert asked(me) == "q-code"
    assert not me.sees("Not quite")
    me.keys("b")
    assert me.button("Check").isEnabled()


def test_a_wrong_answer_is_explained_with_reason_and_source(take: Take) -> None:
    me = take(SINGLE)
    me.press("Start the quiz")
    answer(me, WRONG)
    me.press("Check")
    assert me.sees("Not quite")
    assert me.sees("Then it is theirs.")
    assert me.sees("It is a key.")
    assert me.sees("From: Notes of a careful neighbour")
    assert "Your choice, which is wrong" in me.button("A. Send it").accessibleName()


def test_an_answer_once_checked_stays(take: Take, tmp_path: Path) -> None:
    me = take(SINGLE, TRUE_FALSE)
    me.press("Start the quiz")
    answer(me, WRONG)
    me.keys(Key.Key_Return)
    me.keys("b")
    me.point_at(me.button("B. Keep it"))
    panel = me.quiz.panel
    assert panel is not None
    assert panel.response() == "give"
    answers = [event for event in stored(tmp_path) if event.verb == "answered"]
    assert [event.response for event in answers] == ["give"]


def test_enter_twice_in_a_row_hands_on_one_answer(take: Take, tmp_path: Path) -> None:
    me = take(SINGLE, TRUE_FALSE)
    me.press("Start the quiz")
    answer(me)
    me.keys(Key.Key_Return, Key.Key_Return)
    assert asked(me) == "q-long"
    assert sum(event.verb == "answered" for event in stored(tmp_path)) == 1


def test_part_of_the_points_for_part_of_the_answer(take: Take) -> None:
    me = take(MULTI)
    me.press("Start the quiz")
    me.keys("a")
    me.press("Check")
    assert me.sees("Partly right: 50 %")
    me.press("See the result")
    assert me.sees("Not passed yet")
    assert me.sees("50 %")


def test_read_it_in_the_lesson_leads_to_the_place_and_back(take: Take) -> None:
    me = take(SINGLE, TRUE_FALSE)
    me.press("Start the quiz")
    answer(me, WRONG)
    me.press("Check")
    me.press("Read it in the lesson")
    assert me.where[2] == "reading"
    scroller = me.lesson_page.scroller
    assert scroller is not None
    bar = scroller.verticalScrollBar()
    assert bar.value() > 0.8 * bar.maximum() > 100
    me.press("Continue")
    assert asked(me) == "q-code"
    assert me.sees("Not quite")


def test_a_right_answer_sends_nobody_back_to_the_lesson(take: Take) -> None:
    me = take(SINGLE)
    me.press("Start the quiz")
    answer(me)
    me.press("Check")
    assert me.sees("That is right")
    assert not me.has_button("Read it in the lesson")


def test_the_hint_comes_with_h_and_is_written_down(take: Take, tmp_path: Path) -> None:
    me = take(SINGLE)
    me.press("Start the quiz")
    assert not me.sees("Whose key is it?")
    me.keys("h")
    assert me.sees("Whose key is it?")
    assert [event.object for event in stored(tmp_path) if event.verb == "hinted"] == [
        "first/quiz/q-code"
    ]


def test_h_typed_into_a_blank_is_a_letter(take: Take) -> None:
    me = take(FILL_IN.replace("        why:", "        hint: Not now\n        why:", 1))
    me.press("Start the quiz")
    me.keys("hh")
    assert not me.sees("Not now")
    panel = me.quiz.panel
    assert panel is not None
    assert panel.response() == {"what": "hh"}


# ── told only what is kept


def test_feedback_is_shown_only_for_an_answer_that_is_in_the_file(
    take: Take, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[list[str]] = []
    show_grade, show_foot = QuestionPanel.show_grade, ActionBar.show_foot

    def graded(panel: QuestionPanel, grade: Grade, *, reveal: bool) -> None:
        kept.append([e.object for e in stored(tmp_path) if e.verb == "answered"])
        show_grade(panel, grade, reveal=reveal)

    def footed(bar: ActionBar, foot: Foot) -> None:
        if foot.sheet is not None:
            kept.append([e.object for e in stored(tmp_path) if e.verb == "answered"])
        show_foot(bar, foot)

    monkeypatch.setattr(QuestionPanel, "show_grade", graded)
    monkeypatch.setattr(ActionBar, "show_foot", footed)
    me = take(SINGLE)
    me.press("Start the quiz")
    answer(me)
    me.press("Check")
    assert len(kept) >= 2
    assert all(answers == ["first/quiz/q-code"] for answers in kept)


def test_a_bug_on_the_way_to_the_file_shows_no_feedback(
    take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = take(SINGLE)
    me.press("Start the quiz")
    answer(me)

    def fails(*_: object) -> None:
        raise RuntimeError("not written")

    monkeypatch.setattr(me.app.opened.store, "append", fails)
    with capture_exceptions() as raised:
        me.press("Check")
    assert [str(error) for _kind, error, _trace in raised] == ["not written"]
    assert not me.sees("That is right")


# ── explained at the end


def test_until_handed_in_nothing_is_told_and_everything_can_be_changed(take: Take) -> None:
    me = take(SINGLE, TRUE_FALSE, feedback="end")
    me.press("Start the quiz")
    answer(me, WRONG)
    me.press("Next question")
    answer(me)
    assert not me.sees("Not quite")
    assert not me.sees("Then it is theirs.")
    me.press("Back")
    panel = me.quiz.panel
    assert panel is not None
    assert panel.response() == "give"
    answer(me)
    me.press("Next question")
    panel = me.quiz.panel
    assert panel is not None
    assert panel.response() is False
    me.press("Hand in")
    assert me.sees("Passed")
    assert me.sees("2 of 2 questions wholly right")


def test_what_is_left_open_is_said_before_handing_in(take: Take) -> None:
    me = take(SINGLE, TRUE_FALSE, FILL_IN, feedback="end")
    me.press("Start the quiz")
    answer(me)
    me.press("Next question")
    me.press("Next question")
    assert me.sees("2 questions are still open.")
    answer(me)
    assert me.sees("1 question is still open.")
    me.press("Hand in")
    assert me.sees("2 of 3 questions wholly right")


def test_each_question_can_be_looked_at_again_after_handing_in(take: Take) -> None:
    me = take(SINGLE, TRUE_FALSE, feedback="end")
    me.press("Start the quiz")
    answer(me, WRONG)
    me.press("Next question")
    answer(me)
    me.press("Hand in")
    me.press("1. Somebody wants your code. What now? Not right")
    assert me.sees("Not quite")
    assert me.sees("Then it is theirs.")
    me.keys("b")
    panel = me.quiz.panel
    assert panel is not None
    assert panel.response() == "give"
    me.press("Dark theme")
    assert asked(me) == "q-code"
    assert me.sees("Not quite")
    me.press("Back to the result")
    assert me.sees("Question by question")


def test_without_feedback_only_the_result_is_told(take: Take) -> None:
    me = take(SINGLE, TRUE_FALSE, feedback="none")
    me.press("Start the quiz")
    answer(me, WRONG)
    me.press("Next question")
    answer(me)
    me.press("Hand in")
    assert me.sees("Not passed yet")
    assert me.sees("50 %")
    assert not me.sees("Question by question")
    assert not me.sees("Then it is theirs.")


# ── drawn and limited


def test_as_many_questions_are_asked_as_are_drawn(take: Take) -> None:
    me = take(draw=2)
    me.press("Start the quiz")
    seen = []
    for _question in range(2):
        seen.append(asked(me))
        answer(me)
        me.keys(Key.Key_Return, Key.Key_Return)
    assert len(set(seen)) == 2
    assert me.sees("2 of 2 questions wholly right")


def test_attempts_are_counted_and_then_used_up(take: Take) -> None:
    me = take(SINGLE, attempts=2)
    me.press("Start the quiz")
    answer(me, WRONG)
    me.keys(Key.Key_Return, Key.Key_Return)
    assert me.sees("1 attempt left.")
    me.press("Try again")
    answer(me)
    me.keys(Key.Key_Return, Key.Key_Return)
    assert me.sees("0 attempts left.")
    assert me.sees("Passed")
    assert not me.has_button("Try again")


def test_a_better_attempt_counts_and_a_worse_one_takes_nothing_away(take: Take) -> None:
    me = take(SINGLE)
    for keys in (RIGHT, WRONG):
        me.press("Start the quiz" if keys is RIGHT else "Try again")
        answer(me, keys)
        me.keys(Key.Key_Return, Key.Key_Return)
    me.press("Continue")
    assert me.sees("Done · best 100 %")


# ── left and resumed


def test_a_draft_is_there_after_a_restart(take: Take) -> None:
    me = take(FILL_IN, MULTI)
    me.press("Start the quiz")
    me.keys("ke")
    me.leave()
    me = take(FILL_IN, MULTI)
    panel = me.quiz.panel
    assert panel is not None
    assert panel.response() == {"what": "ke"}
    assert not me.sees("Not quite")


def test_an_explained_question_is_still_explained_after_a_restart(take: Take) -> None:
    me = take(SINGLE, TRUE_FALSE)
    me.press("Start the quiz")
    answer(me, WRONG)
    me.press("Check")
    me.leave()
    me = take(SINGLE, TRUE_FALSE)
    assert asked(me) == "q-code"
    assert me.sees("Not quite")
    me.press("Continue")
    assert asked(me) == "q-long"


@pytest.mark.parametrize("restarts", [False, True])
def test_a_finished_quiz_shows_its_result_when_one_comes_back(take: Take, restarts: bool) -> None:
    me = take(SINGLE)
    me.press("Start the quiz")
    answer(me)
    me.keys(Key.Key_Return, Key.Key_Return)
    if restarts:
        me.leave()
        me = take(SINGLE)
    else:
        me.app.window.go(HOME)
        me.open_lesson("first", "quiz")
    assert me.sees("Passed")
    assert me.has_button("Try again")
    me.press("1. Somebody wants your code.")
    assert me.sees("That is right")


def test_a_question_whose_answer_the_teacher_changed_is_asked_again(take: Take) -> None:
    me = take(SINGLE, TRUE_FALSE)
    me.open_lesson("first", "reading")
    me.press("Continue")
    me.press("Start the quiz")
    for _question in range(2):
        answer(me)
        me.keys(Key.Key_Return, Key.Key_Return)
    me.leave()
    me = take(SINGLE, TRUE_FALSE.replace("answer: false", "answer: true"))
    me.app.window.go(HOME)
    assert "Look again" in me.button("Lesson 1:").accessibleName()
    me.press("Lesson 1:")
    assert me.where == ("lesson", "first", "quiz")
    assert me.has_button("Try again")
    assert me.sees("The teacher has changed a question since. Please look at it again.")
    assert me.sees("Changed since")


def test_after_the_last_question_the_keyboard_is_where_one_goes_on(
    app_in: OpenApp, tmp_path: Path
) -> None:
    me = app_in(small_course(tmp_path / "course", text(), quiz(SINGLE)))
    me.open_lesson("first", "quiz")
    me.key(Key.Key_Return)
    me.key(Key.Key_A)
    me.key(Key.Key_Return)
    me.key(Key.Key_Return)
    assert me.quiz.panel is None
    assert me.window.focusWidget() is me.lesson_page.bar.primary
