"""A new learner goes through a whole lesson, stops in the middle, and comes back to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import pytest

from app import paths
from app.content.catalog import open_course
from app.content.models import QuizStep, ScenarioStep
from app.learning.plan import plan
from app.ui.route import Route
from app.ui.steps.scenario import ScenarioView
from tests.journeys.answering import answer_with_keys, answer_with_mouse
from tests.ui.conftest import OpenApp
from tests.ui.person import ALT, Key, Person

ALL_TYPES = {"single", "multi", "true-false", "fill-in", "order", "match", "categorise"}
LESSON = "how-it-works"


@dataclass(frozen=True)
class Hands:
    """A way to use the app."""

    answer: Callable[[Person], None]
    press: Callable[[Person, str], None]  # a button by its name
    decide: Callable[[Person, int], None]  # the choice of this number, from 1


def _tab_and_enter(me: Person, name: str) -> None:
    me.tab_to(name)
    me.keys(Key.Key_Return)


KEYBOARD = Hands(answer_with_keys, _tab_and_enter, lambda me, number: me.keys(str(number)))
MOUSE = Hands(
    answer_with_mouse,
    lambda me, name: me.point_at(me.button(name)),
    lambda me, number: me.point_at(me.button(f"{number}. ")),
)


@pytest.fixture(scope="module")
def seed(checked_lessons: object) -> int:
    """A seed with which the quiz of the lesson draws questions of all types."""
    course = open_course(paths.built_in_course(), "en", None, date(2026, 11, 22))
    step = course.lesson(LESSON).step("quiz")
    assert isinstance(step, QuizStep)
    types = {question.id: question.type for question in step.questions}
    return next(
        seed
        for seed in range(1000)
        if {types[each] for each in plan(step, seed).questions} == ALL_TYPES
    )


def through_texts(me: Person, hands: Hands, steps: Iterable[str]) -> None:
    """Read some steps and go on."""
    for step in steps:
        assert me.where == ("lesson", LESSON, step)
        hands.press(me, "Continue")


def through_chat(me: Person, hands: Hands) -> list[str]:
    """Live through the chat, as carefully as can be; the decisions taken."""
    view = me.lesson_page.view
    assert isinstance(view, ScenarioView)
    assert isinstance(view.step, ScenarioStep)
    taken: list[str] = []
    while not view.play.is_ended:
        choices = view.play.scene.choices
        number = next(n for n, each in enumerate(choices, start=1) if each.verdict == "safe")
        hands.decide(me, number)
        taken.append(choices[number - 1].id)
        assert me.sees(choices[number - 1].why)
        hands.press(me, "Look back" if view.play.is_ended else "Continue")
    return taken


@pytest.mark.parametrize("hands", [KEYBOARD, MOUSE], ids=["keyboard", "mouse"])
def test_a_new_learner_does_a_whole_lesson(app_in: OpenApp, seed: int, hands: Hands) -> None:
    me = app_in(seed=seed)
    hands.press(me, "Start learning")
    through_texts(me, hands, ["what", "why-invite", "strangers", "progress-bar"])
    hands.press(me, "Enter the chat")
    decisions = through_chat(me, hands)
    assert me.sees("You came out of it safely")
    hands.press(me, "Continue")
    hands.press(me, "Start the quiz")

    types: list[str] = []
    for number in range(1, 9):
        panel = me.quiz.panel
        assert panel is not None
        types.append(panel.question.type)
        assert me.sees(f"{number} / 8")
        hands.answer(me)
        if number == 4:
            me = restarted(me, app_in, hands)
        hands.press(me, "Check")
        assert me.sees("That is right"), panel.question.id
        hands.press(me, "Continue" if number < 8 else "See the result")
    assert set(types) == ALL_TYPES

    assert me.sees("Passed")
    assert me.sees("100 %")
    hands.press(me, "Continue")
    assert me.where == ("lesson-summary", LESSON, "")
    assert me.sees("Lesson done")
    assert me.sees("6 of 6 steps done")

    me.leave()
    me = app_in()
    assert me.sees("1 of 13 lessons done")
    assert me.sees("Done · 100 %")
    answers = 8 + len(decisions)
    assert me.sees(f"{answers} of {answers} answers wholly right")
    hands.press(me, "Start learning: Kinds of groups")


def restarted(me: Person, app_in: OpenApp, hands: Hands) -> Person:
    """The app is closed and opened again, in the middle of a question."""
    panel = me.quiz.panel
    assert panel is not None
    before = (me.where, panel.question.id, panel.response(), me.quiz.sitting)
    me.leave()
    me = app_in()
    hands.press(me, "Continue: ")
    panel = me.quiz.panel
    assert panel is not None
    assert (me.where, panel.question.id, panel.response(), me.quiz.sitting) == before
    return me


def test_a_long_text_can_be_read_to_its_end_with_keys(app_in: OpenApp) -> None:
    me = app_in()
    me.open_lesson("risks", "common-tricks")
    assert me.lesson_page.scroller is not None
    bar = me.lesson_page.scroller.verticalScrollBar()
    assert bar.maximum() > 0
    me.keys(Key.Key_PageDown)
    assert bar.value() > 0
    page = bar.value()
    me.keys(Key.Key_Down)
    assert page < bar.value() < 2 * page
    me.keys(Key.Key_End)
    assert bar.value() == bar.maximum()
    me.keys(Key.Key_Up, Key.Key_PageUp)
    assert bar.value() < bar.maximum() - page / 2
    me.keys(Key.Key_Home)
    assert bar.value() == 0


def test_a_licence_can_be_read_to_its_end_with_keys(app_in: OpenApp) -> None:
    me = app_in()
    me.app.window.go(Route("about"))
    me.press("Licence of 识链 Shilian")
    assert me.page.scroller is not None
    me.keys(Key.Key_End)
    bar = me.page.scroller.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


@pytest.mark.parametrize("name", ["Continue", "Back", "Text size", "Leave the lesson"])
def test_left_and_right_go_from_step_to_step_whatever_has_the_keyboard(
    app_in: OpenApp, name: str
) -> None:
    me = app_in()
    me.open_lesson(LESSON, "why-invite")
    me.tab_to(name)
    me.keys(Key.Key_Right)
    assert me.where[2] == "strangers"
    me.tab_to(name)
    me.keys(Key.Key_Left)
    assert me.where[2] == "why-invite"


def test_help_is_one_key_away_and_leads_back_to_the_same_question(
    app_in: OpenApp, seed: int
) -> None:
    me = app_in(seed=seed)
    me.open_lesson(LESSON, "quiz")
    me.keys(Key.Key_Return)
    answer_with_keys(me)
    panel = me.quiz.panel
    assert panel is not None
    before = (panel.question.id, panel.response())
    me.keys(Key.Key_F9)
    assert me.where[0] == "help"
    assert me.sees("110")
    me.keys(Key.Key_Left, held=ALT)
    panel = me.quiz.panel
    assert panel is not None
    assert (panel.question.id, panel.response()) == before


def test_escape_leaves_a_lesson_and_continue_returns_to_the_same_place(
    app_in: OpenApp, seed: int
) -> None:
    me = app_in(seed=seed)
    me.open_lesson(LESSON, "quiz")
    me.keys(Key.Key_Return)
    answer_with_keys(me)
    response = me.quiz.panel and me.quiz.panel.response()
    me.keys(Key.Key_Escape)
    assert me.where[0] == "home"
    me.keys(Key.Key_Return)
    assert me.where == ("lesson", LESSON, "quiz")
    assert me.quiz.panel is not None
    assert me.quiz.panel.response() == response
