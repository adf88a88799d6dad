"""The list of levels: what is next, what was passed, and what else there is to play."""

from __future__ import annotations

from pathlib import Path

from app.paths import built_in_course
from app.ui.route import Route
from tests.ui.conftest import OpenApp
from tests.ui.courses import altered_course, small_course, text
from tests.ui.game_player import play_on
from tests.ui.person import CTRL, Key, Person


def links(me: Person) -> None:
    me.app.window.go(Route("links"))
    me.settle()


def test_a_newcomer_finds_the_first_level_and_the_first_test(app_in: OpenApp) -> None:
    me = app_in()
    links(me)
    assert me.focused() == "Play: Who owns this link"
    assert me.sees("Test 1")
    assert me.sees("15. ")


def test_what_was_not_passed_and_what_is_under_way_is_said(app_in: OpenApp) -> None:
    me = app_in()
    links(me)
    me.press("Play: Would you do what it asks?")
    me.key(Key.Key_Return)
    play_on(me, 2)
    links(me)
    assert me.has_button("Continue: Would you do what it asks?")
    me.press("Play: Who owns this link")
    me.key(Key.Key_Return)
    play_on(me, 20, rightly=False)
    assert me.sees("Not passed yet")
    links(me)
    assert me.sees("Not passed yet")
    assert me.has_button("Once more: Who owns this link")
    assert me.focused() == "Play: Who owns this link", "the level stays what comes next"


def test_a_course_without_levels_has_those_of_the_app(app_in: OpenApp, tmp_path: Path) -> None:
    """As `check` judges its link games by them."""
    me = app_in(small_course(tmp_path / "course", text()))
    links(me)
    assert me.sees("Levels")
    assert me.has_button("Play: Who owns this link")
    me.press("Play: Free play")
    me.key(Key.Key_Return)
    play_on(me, 2)
    assert me.sees("Round 3 of 20")


def test_a_course_with_broken_levels_and_brands_still_plays(
    app_in: OpenApp, tmp_path: Path
) -> None:
    me = app_in(altered_course(tmp_path / "course", levels="levels: [", brands="brands: ["))
    links(me)
    me.press("Play: Free play")
    me.key(Key.Key_Return)
    play_on(me, 1)
    assert me.sees("Round 2 of 20")


def test_a_misspelt_trick_is_told_before_anything_is_played(
    app_in: OpenApp, tmp_path: Path
) -> None:
    levels = (built_in_course() / "levels.yaml").read_text("utf-8")
    misspelt = levels.replace("unrelated", "unrelatd")
    me = app_in(altered_course(tmp_path / "course", levels=misspelt))
    links(me)
    assert me.sees("This course's levels or official list cannot be read")
    assert me.sees("unrelatd")
    me.press("Play: Who owns this link")
    me.key(Key.Key_Return)
    play_on(me, 20)
    assert me.sees("Passed")


def test_every_section_of_the_rail_has_its_key(app_in: OpenApp) -> None:
    me = app_in()
    seen = []
    for number in range(1, 8):
        me.keys(Key(Key.Key_0 + number), held=CTRL)
        seen.append(me.where[0])
    assert seen == [
        "home", "links", "results", "lens", "checklists", "scenarios", "questions",
    ]  # fmt: skip
