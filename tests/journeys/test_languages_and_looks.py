"""Another language, theme or text size: the same place, the same draft, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from app import i18n, paths
from app.content.catalog import open_course
from app.content.models import QuizStep
from app.learning.plan import plan
from app.ui.route import Route
from app.ui.tour.answers import wrong_response
from app.ui.widgets.buttons import Button
from tests.journeys.answering import answer_with_keys
from tests.ui.conftest import OpenApp
from tests.ui.person import Key, Person

PAGES = (
    "home",
    "checklists",
    "scenarios",
    "questions",
    "links",
    "lens",
    "official",
    "results",
    "help",
    "settings",
    "learners",
    "keys",
    "about",
)


# ── in the middle of something


@pytest.fixture(scope="module")
def openers() -> dict[str, int]:
    """For each type of question a seed with which the quiz of the lesson begins with it.

    With that of "all" it asks questions of all types.
    """
    step = open_course(paths.built_in_course(), "en", None, date(2026, 11, 22))
    quiz = step.lesson("risks").step("quiz")
    assert isinstance(quiz, QuizStep)
    types = {question.id: question.type for question in quiz.questions}
    found: dict[str, int] = {}
    for seed in range(1000):
        drawn = [types[each] for each in plan(quiz, seed).questions]
        found.setdefault(drawn[0], seed)
        if len(set(drawn)) == 7:
            found.setdefault("all", seed)
    return found


def question_and_response(me: Person) -> tuple[str, Any, Any]:
    panel = me.quiz.panel
    assert panel is not None
    return panel.question.id, panel.response(), me.quiz.sitting and me.quiz.sitting.plan


@pytest.mark.parametrize(
    "kind", ["single", "multi", "true-false", "fill-in", "order", "match", "categorise"]
)
def test_a_question_half_answered_stays_so_through_every_look(
    app_in: OpenApp, openers: dict[str, int], kind: str
) -> None:
    me = app_in(seed=openers[kind])
    me.open_lesson("risks", "quiz")
    me.keys(Key.Key_Return)
    answer_with_keys(me)
    before = question_and_response(me)
    assert before[1] is not None
    me.press("Dark theme")
    assert question_and_response(me) == before
    for _size in range(4):
        me.press("Text size")
        assert question_and_response(me) == before
    me.app.speak("zh-CN")
    me.settle()
    assert question_and_response(me)[0] == before[0]
    if kind != "fill-in":  # other words are typed in another language
        assert question_and_response(me) == before
    me.app.speak("en")
    me.settle()
    assert question_and_response(me) == before
    me.press("Check")
    assert me.sees("That is right")


def test_feedback_stays_through_every_look(app_in: OpenApp, openers: dict[str, int]) -> None:
    me = app_in(seed=openers["single"])
    me.open_lesson("risks", "quiz")
    me.keys(Key.Key_Return)
    answer_with_keys(me)
    me.keys(Key.Key_Return)
    assert me.sees("That is right")
    me.press("Dark theme")
    assert me.sees("That is right")
    me.press("Text size")
    assert me.sees("That is right")
    me.app.speak("zh-CN")
    me.settle()
    assert me.sees(i18n._("That is right"))
    me.press(i18n._("Continue"))
    assert me.sees("2 / 8")


def test_the_language_changes_everything_at_once_and_is_kept(app_in: OpenApp) -> None:
    me = app_in()
    english = me.words()
    me.press("Language")
    assert me.app.language == "zh-CN"
    assert me.has_button(i18n._("Language: 中文 / English"))
    assert me.sees("潜在风险与防范措施")
    assert "潜在风险与防范措施" not in english
    assert not me.sees("Risks and how to guard against them")
    me.leave()
    assert app_in(language="").sees("潜在风险与防范措施")


@pytest.mark.parametrize("how", ["theme", "size", "language"])
def test_the_place_in_a_page_is_kept(app_in: OpenApp, how: str) -> None:
    me = app_in(size=(1000, 600))
    me.open_lesson("risks", "common-tricks")
    scroller = me.lesson_page.scroller
    assert scroller is not None
    me.keys(Key.Key_PageDown)
    before = scroller.verticalScrollBar().value() / scroller.verticalScrollBar().maximum()
    assert before > 0.1
    if how == "language":
        me.app.speak("zh-CN")
    else:
        me.press("Dark theme" if how == "theme" else "Text size")
    me.settle()
    scroller = me.lesson_page.scroller
    assert scroller is not None
    after = scroller.verticalScrollBar().value() / scroller.verticalScrollBar().maximum()
    assert abs(after - before) < 0.01


def test_what_was_searched_for_is_kept(app_in: OpenApp) -> None:
    me = app_in()
    me.app.window.go(Route("questions"))
    me.keys("code")
    me.app.speak("zh-CN")
    me.settle()
    (field,) = me.of_type(QLineEdit)
    assert field.text() == "code"


# ── every page in every look


def trouble_with(me: Person) -> Iterator[str]:
    """What would bother somebody: nameless controls, words cut off, places Tab never comes to."""
    window = me.window
    for button in me.buttons():
        if not button.accessibleName().strip():
            yield f"{button} has no name"
        if isinstance(button, Button) and button.height() < button.height_at(button.width()):
            yield f"the words of “{button.accessibleName()}” are cut off"
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.isWindow():
            continue
        left = widget.mapTo(window, QPoint(0, 0)).x()
        if left < -1 or left + widget.width() > window.width() + 1:
            name = widget.accessibleName() or type(widget).__name__
            yield f"{name} reaches from {left} to {left + widget.width()} of {window.width()}"
    yield from _out_of_reach(me)


def _out_of_reach(me: Person) -> Iterator[str]:
    first = me.page.first_focus()
    (first or me.page).setFocus()
    stops = {id(stop) for stop in me.tab_round()}
    if len(stops) < 2:
        yield f"Tab stays at {me.focused()}"
    for widget in me.window.findChildren(QWidget):
        wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if wants and widget.isVisibleTo(me.window) and widget.isEnabled():
            is_one_of_several = (
                isinstance(widget, QAbstractButton)
                and widget.group() is not None
                and any(id(other) in stops for other in widget.group().buttons())
            )
            if id(widget) not in stops and not is_one_of_several:
                yield f"Tab never comes to {widget.accessibleName() or widget}"


def places(me: Person) -> Iterator[Route]:
    for name in PAGES:
        yield Route(name)
    for entry in me.app.learner.entries:
        for step in entry.steps:
            yield Route("lesson", entry.id, step.id)
    yield Route("lesson-summary", "risks")


LOOKS = [
    pytest.param(*look, id="-".join(str(part) for part in look))
    for look in product(("zh-CN", "en"), (1.0, 1.5, 2.0), (480, 640, 1000, 1280))
]
NARROW = [("zh-CN", 1.0, 480), ("en", 1.0, 640), ("en", 2.0, 480), ("zh-CN", 1.5, 1280)]


@pytest.mark.parametrize(("language", "scale", "width"), LOOKS)
def test_every_page_fits_and_can_be_used(
    app_in: OpenApp, language: str, scale: float, width: int
) -> None:
    is_dark = width in (640, 1280)
    theme = "dark" if is_dark else "light"
    me = app_in(language=language, size=(width, 800), scale=scale, theme=theme)
    found: dict[str, list[str]] = {}
    for route in places(me):
        me.app.window.go(route)
        me.settle(3)
        trouble = list(trouble_with(me))
        if trouble:
            found["/".join(route)] = trouble[:3]
    assert found == {}


@pytest.mark.parametrize(("language", "scale", "width"), NARROW)
def test_every_question_fits_before_and_after_the_answer(
    app_in: OpenApp, openers: dict[str, int], language: str, scale: float, width: int
) -> None:
    me = app_in(seed=openers["all"], language=language, size=(width, 800), scale=scale)
    me.open_lesson("risks", "quiz")
    me.keys(Key.Key_Return)
    found: dict[str, list[str]] = {}
    for _question in range(8):
        panel = me.quiz.panel
        assert panel is not None
        panel.show_response(wrong_response(panel.question))
        panel.view.response_changed.emit()
        for state in ("asked", "explained"):
            me.settle(3)
            trouble = list(trouble_with(me))
            if trouble:
                found[f"{panel.question.type} {state}"] = trouble[:3]
            me.press_primary()
    assert me.quiz.panel is None
    trouble = list(trouble_with(me))
    assert (found, trouble[:3]) == ({}, [])


@pytest.mark.parametrize(("language", "scale", "width"), NARROW)
def test_a_chat_fits_from_the_first_message_to_the_look_back(
    app_in: OpenApp, language: str, scale: float, width: int
) -> None:
    me = app_in(language=language, size=(width, 800), scale=scale)
    me.open_lesson("risks", "egg-group")
    found: dict[str, list[str]] = {}
    me.press_primary()
    for number in range(20):
        trouble = list(trouble_with(me))
        if trouble:
            found[str(number)] = trouble[:3]
        if me.has_button(i18n._("Play again")):
            break
        if me.lesson_page.bar.primary.isVisibleTo(me.window):
            me.press_primary()
        else:
            me.keys("1")
    assert me.has_button(i18n._("Play again"))
    assert found == {}
