"""The game where something is missing, stale or cut short: nothing crashes, nothing is made up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.learning.dealing import dealer
from app.learning.game import Ask
from app.learning.rounds import PlayedRound
from app.ui.game.told import _of_pointing
from app.ui.pages.lens import LensPage
from app.ui.pages.lesson import LessonPage
from app.ui.route import Route
from app.ui.widgets.scroll import ScrollPage
from tests.links.official import built_in
from tests.ui.conftest import OpenApp
from tests.ui.courses import small_course, text
from tests.ui.game_player import answer, enter, glass, play_on, question, truth, view
from tests.ui.person import ALT, CTRL, Key, Person

NAMES_LEVEL = """
  - id: play
    type: link-game
    title: Play
    level: {level}
"""
DAY_MS = 86_400_000


# ── a course whose levels or names are other than thought


def test_a_step_plays_a_level_of_the_app_if_the_course_has_none(
    app_in: OpenApp, tmp_path: Path
) -> None:
    me = app_in(small_course(tmp_path / "course", text(), NAMES_LEVEL.format(level="owner")))
    me.open_lesson("first", "play")
    me.key(Key.Key_Return)
    play_on(me, 1)
    assert me.sees("Round 2 of 20")


def test_a_step_whose_level_is_gone_plays_something_else(app_in: OpenApp, tmp_path: Path) -> None:
    course = small_course(tmp_path / "course", text(), NAMES_LEVEL.format(level="mine"))
    level = "format: 1\nid: levels\nlanguage: en\nlevels:\n  - id: mine\n    title: Mine\n"
    (course / "levels.yaml").write_text(level + "    tricks: [swap]\n    rounds: 12\n", "utf-8")
    me = app_in(course)
    (course / "levels.yaml").write_text(level + "    roundz: 12\n", "utf-8")
    me.open_lesson("first", "play")
    assert me.sees("here are others to practise with")
    me.key(Key.Key_Return)
    play_on(me, 1)
    assert me.sees("Round 2 of 20")


def test_a_sitting_planned_with_other_names_goes_on() -> None:
    deal = dealer(built_in())
    for trick, brand in (("gone", ""), ("swap", "gone"), ("gone", "gone")):
        dealt = deal(Ask("fake", trick, "owner", 1, brand))
        assert dealt.truth == "fake"
        assert dealt.link


def test_a_lesson_that_breaks_while_the_app_is_open_says_so(
    app_in: OpenApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHILIAN_CACHE", str(tmp_path / "cache"))
    course = small_course(tmp_path / "course", text(), NAMES_LEVEL.format(level="owner"))
    me = app_in(course)
    monkeypatch.setenv("SHILIAN_CACHE", str(tmp_path / "another"))
    shutil.rmtree(tmp_path / "cache", ignore_errors=True)
    (lesson,) = set(course.glob("*.yaml")) - {course / "course.yaml"}
    lesson.write_text("steps: [", "utf-8")
    me.app.window.go(Route("lesson", "first", "play"))
    me.settle()
    assert me.sees("cannot be opened")
    assert me.sees("mistake to mend") or me.sees("mistakes to mend")


# ── cut short, stale, or somebody else's


def test_a_sitting_cut_off_before_its_end_was_written_ends_when_it_is_opened(
    app_in: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = app_in()
    enter(me, "level:owner")
    me.key(Key.Key_Return)
    play_on(me, 19)
    monkeypatch.setattr(type(me.app.learner), "end", lambda *_: None)
    answer(me)
    monkeypatch.undo()
    me.leave()
    me = app_in()
    assert me.app.learner.links.passed == frozenset()
    enter(me, "level:owner")
    assert me.sees("Passed")
    assert me.app.learner.links.passed == {"owner"}
    me.app.window.go(Route("links"))
    me.settle()
    assert me.has_button("Once more: Who owns this link")


def test_what_was_said_of_one_round_is_not_said_of_another(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    me.key(Key.Key_F)
    me.app.window.go(Route("help"))
    me.app.window.go(Route("links"))
    enter(me, "free")
    play_on(me, 2)
    for _back in range(3):
        me.keys(Key.Key_Left, held=ALT)
        me.settle()
    assert view(me).foot().note.startswith("Round 3")
    assert question(me).said is None


def test_what_one_learner_typed_is_not_shown_to_the_next(app_in: OpenApp) -> None:
    me = app_in()
    me.app.window.go(Route("lens", detail="https://mine.example/secret"))
    me.app.window.go(Route("learners"))
    me.app.learner.switch_to(me.app.learner.add_learner("Robin"))
    me.settle()
    me.keys(Key.Key_Left, held=ALT)
    me.settle()
    assert not me.sees("mine.example")


def test_a_section_pressed_again_keeps_what_was_typed(app_in: OpenApp) -> None:
    me = app_in()
    me.visit(Route("lens"), LensPage)
    me.keys("pinduoduo.hd88.example")
    me.keys(Key.Key_4, held=CTRL)
    me.settle()
    assert me.on(LensPage).field.toPlainText() == "pinduoduo.hd88.example"


# ── pointing


def test_pointing_counts_as_it_was_before_the_parts_were_shown(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    for _round in range(30):
        names = glass(me).magnifier.names
        owner = [n for n, (piece, _w) in enumerate(names, 1) if piece.is_owner and n < 10]
        other = [n for n, (piece, _w) in enumerate(names, 1) if not piece.is_owner and n < 10]
        if owner and other and question(me).glass.help_button is not None:
            break
        play_on(me, 1)
    wrong = view(me).open_round.url[slice(*names[other[0] - 1][0].span)]
    me.key(Key(Key.Key_0 + other[0]))
    me.key(Key.Key_H)
    me.key(Key(Key.Key_0 + owner[0]))
    assert question(me).counted[1] is False
    me.press("Dark theme")
    assert question(me).counted[1] is False
    assert glass(me).magnifier.is_revealed
    me.key(Key.Key_F)
    me.press("Confirm")
    assert view(me).game.played[-1].pointed is False
    assert me.sees(f"You pointed at {wrong}, but that is not the owner.")


@pytest.mark.parametrize(
    ("url", "more"),
    [
        ("https://k.hd88.example\\.pinduoduo.com/x", "Browsers read “\\” as “/”."),
        ("https://k.hd88.example:8462/x", "A “:” with a number behind the owner does not count."),
        ("https://k.hd88.example/x", ""),
    ],
)
def test_a_wrong_pointing_is_corrected_by_what_stands_in_the_link(url: str, more: str) -> None:
    played = PlayedRound("fake", "fake", owner="hd88.example", link=url, pointed=False)
    told = _of_pointing(played, url, (8, 9)).text
    assert told.startswith("You pointed at k, but that is not the owner. The owner stands right")
    assert told.endswith(f"here it is hd88.example. {more}".strip())


# ── time and keys


def test_the_tests_are_spaced_from_the_day_the_last_level_was_passed(app_in: OpenApp) -> None:
    me = app_in()
    links = me.app.learner.links
    enter(me, "level:owner")
    me.key(Key.Key_Return)
    play_on(me, 20, rightly=False)
    assert links.passed_ms() == {}
    me.press("Once more")
    play_on(me, 20)
    assert set(links.passed_ms()) == {"owner"}
    assert links.passed_ms()["owner"] > links.finished_ms()["level-owner"]


def test_a_step_made_ahead_counts_its_time_from_when_it_is_seen(
    app_in: OpenApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = app_in(small_course(tmp_path / "course", text(), NAMES_LEVEL.format(level="owner")))
    me.open_lesson("first", "play")
    me.key(Key.Key_Return)
    me.open_lesson("first", "reading")
    page = me.lesson_page
    me.wait_for(lambda: page._ahead is not None, "the next step to be made")
    assert page._ahead is not None
    page._ahead[1]._began_ms -= 60_000
    me.key(Key.Key_Return)
    answer(me)
    events = me.app.learner.latest_events("first/play")
    assert events[-1].verb == "answered"
    assert events[-1].duration_ms < 60_000


def test_a_long_explanation_in_a_lesson_scrolls_by_keyboard(
    app_in: OpenApp, tmp_path: Path
) -> None:
    course = small_course(tmp_path / "course", NAMES_LEVEL.format(level="owner"), text())
    me = app_in(course, size=(1280, 560))
    me.open_lesson("first", "play")
    me.key(Key.Key_Return)
    answer(me, rightly=False)
    page = me.on(LessonPage)
    me.wait_for(lambda: page._ahead is not None, "the next step to be made")
    bar = view(me).told.scroller.verticalScrollBar()
    assert bar.maximum() > 0
    me.key(Key.Key_End)
    assert bar.value() == bar.maximum()


# ── narrow and large


def too_wide(me: Person) -> list[str]:
    """Scrolled pages whose content is wider than what can be seen of it."""
    found = []
    for page in me.window.findChildren(ScrollPage):
        inner = page.widget()
        if page.isVisible() and inner is not None and inner.width() > page.viewport().width() + 1:
            found.append(f"{inner.width()} > {page.viewport().width()}")
    return found


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_nothing_is_cut_at_200_percent_in_the_smallest_window(
    app_in: OpenApp, language: str
) -> None:
    me = app_in(size=(480, 640), scale=2.0, language=language)
    me.app.window.go(Route("lens", detail="https://mobile.yangkeduo.com.zhulitd.example/a"))
    me.settle()
    assert too_wide(me) == []
    me.app.window.go(Route("official"))
    me.settle()
    assert too_wide(me) == []
    enter(me, "level:glyphs")
    me.key(Key.Key_Return)
    for _round in range(3):
        glass(me)
        for key in (Key.Key_L, Key.Key_O, Key.Key_H):
            me.key(key)
        assert too_wide(me) == []
        assert truth(me)
        answer(me, rightly=False)
        me.key(Key.Key_L)
        assert too_wide(me) == []
        me.key(Key.Key_Return)
