"""The link game in the window: played by keyboard and mouse, left and resumed, never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.learning.rounds import PlayedRound, played_rounds
from app.progress.events import Json
from app.progress.store import Store
from app.ui.game.phone import Phone
from app.ui.pages.game import GamePage
from app.ui.route import HOME, Route
from app.ui.widgets.letters import Letters
from app.ui.widgets.url_piece import UrlPiece
from tests.ui.conftest import OpenApp
from tests.ui.courses import small_course, text
from tests.ui.game_player import answer, enter, glass, play_on, question, truth, view
from tests.ui.person import Key, Person

FIRST = "level:owner"
OWN_LINKS = """
  - id: whose
    type: link-game
    title: Whose is it?
    intro: Three links.
    links:
      - id: own
        message: Lepinji group-buy, one short
        url: https://m.lepinji.example/t/55
        verdict: genuine
        brand: lepinji
        why: The owner is lepinji.example.
      - id: left
        message: Lepinji service
        url: https://lepinji.example.kefu.test/fix
        verdict: fake
        brand: lepinji
        trick: brand-subdomain
        why: The owner is kefu.test.
      - id: short
        message: Tap this one
        url: https://t.cn/DEMO0001
        verdict: cannot-tell
        why: Nobody sees where it leads.
"""


def stored(tmp_path) -> list[PlayedRound]:
    """What another program finds in the file: the rounds judged."""
    store = Store.open(tmp_path / "data" / "learner.db", now_ms=0).store
    try:
        (who,) = store.learners()
        return list(played_rounds(store.game_events(who.id)))
    finally:
        store.close()


def half_answered(me: Person) -> Json:
    """A round in which all is said but handed in; gives what was said."""
    enter(me, "drill:swap")
    me.key(Key.Key_Return)
    glass(me)
    for key in (Key.Key_1, Key.Key_F, Key.Key_Right):
        me.key(key)
    said = question(me).place()
    assert isinstance(said, dict)
    assert (said["said"], said["confidence"], bool(said["pointed"])) == ("fake", 0.8, True)
    return said


def test_a_whole_level_by_keyboard_alone(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    me.tab_to("Spot the fake link")
    me.keys(Key.Key_Return)
    assert me.where[0] == "links"
    assert me.focused().startswith("Play: Who")
    me.keys(Key.Key_Return)
    me.on(GamePage)
    me.key(Key.Key_Return)
    play_on(me, 20)
    assert me.sees("Passed")
    assert len(stored(tmp_path)) == 20
    assert all(one.is_right for one in stored(tmp_path))
    me.key(Key.Key_Return)
    assert me.where[0] == "links"
    assert me.sees("Next for you")
    assert "owner" in me.app.learner.links.passed


def test_the_owner_is_pointed_at_with_the_mouse(app_in: OpenApp, tmp_path) -> None:
    me = app_in(seed=4)
    enter(me, "free")
    me.press("Start")
    for _round in range(6):
        if view(me).open_round.url and glass(me).has_owner:
            break
        play_on(me, 1)
    _piece, widget = next(each for each in glass(me).magnifier.names if each[0].is_owner)
    me.point_at(widget)
    assert "pointed at as the owner" in widget.accessibleName()
    me.press("Fake" if truth(me) == "fake" else "Genuine")
    me.press("Confirm")
    assert stored(tmp_path)[-1].pointed is True
    revealed = [each for each in me.of_type(UrlPiece) if "the owner" in each.accessibleName()]
    assert any("pointed at, rightly" in each.accessibleName() for each in revealed)


def test_what_was_pointed_at_wrongly_is_shown_and_explained(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    enter(me, "drill:brand-subdomain")
    me.key(Key.Key_Return)
    for _round in range(20):
        names = glass(me).magnifier.names
        wrong = [n for n, (piece, _widget) in enumerate(names, 1) if not piece.is_owner]
        if wrong:
            break
        play_on(me, 1)
    me.key(Key(Key.Key_0 + wrong[0]))
    me.key(Key.Key_F)
    me.key(Key.Key_Return)
    assert stored(tmp_path)[-1].pointed is False
    assert any("not the owner" in each.accessibleName() for each in me.of_type(UrlPiece))
    assert me.sees("but that is not the owner")


def test_asking_for_the_parts_costs_nothing_but_is_no_pointing(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    enter(me, "drill:swap")
    me.key(Key.Key_Return)
    glass(me)
    me.key(Key.Key_H)
    assert me.sees("Only this tells whose the link is.")
    answer(me)
    played = stored(tmp_path)[-1]
    assert played.is_right
    assert played.pointed is None


def test_letters_can_be_looked_at_one_by_one(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "drill:ascii-lookalike")
    me.key(Key.Key_Return)
    glass(me)
    me.key(Key.Key_L)
    assert me.of_type(Letters)
    me.key(Key.Key_L)
    assert not me.of_type(Letters)


def test_nothing_is_judged_before_a_verdict_is_chosen(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    me.key(Key.Key_Return)
    me.key(Key.Key_Return)
    assert stored(tmp_path) == []
    assert view(me).told is None


def test_cannot_tell_takes_no_confidence(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    me.key(Key.Key_Space)
    assert not question(me).confidence.slider.isEnabled()
    me.key(Key.Key_Right)
    me.key(Key.Key_Return)
    assert stored(tmp_path)[-1].said == "cannot_tell"
    assert me.sees("takes no confidence")


def test_space_on_a_verdict_that_has_the_keyboard_chooses_that_one(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    me.tab_to("Fake")
    me.keys(Key.Key_Space)
    assert question(me).said == "fake"


def test_a_poster_is_scanned_before_its_link_is_seen(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "drill:qr")
    me.key(Key.Key_Return)
    for _round in range(20):
        if not question(me).is_scanned:
            break
        play_on(me, 1)
    assert question(me).glass is None
    me.press("Scan the code")
    one = view(me).open_round
    assert one is not None
    assert glass(me).magnifier.url == one.url


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_answer_is_explained_right_or_wrong(app_in: OpenApp, language: str) -> None:
    me = app_in(language=language)
    enter(me, "free")
    me.key(Key.Key_Return)
    for rightly in (True, False, True, False):
        answer(me, rightly=rightly)
        told = view(me).told
        assert told is not None
        assert told.points
        assert told.points[0].text
        me.key(Key.Key_Return)


def test_leaving_in_the_middle_goes_on_with_the_very_same_link(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, FIRST)
    me.key(Key.Key_Return)
    play_on(me, 3)
    before = view(me).open_round
    me.leave()
    again = app_in()
    again.app.window.go(Route("links"))
    again.settle()
    again.press("Continue: Who")
    assert view(again).open_round == before
    assert again.sees("Round 4 of 20")


def test_a_change_of_look_keeps_what_was_said_so_far(app_in: OpenApp) -> None:
    me = app_in()
    before = half_answered(me)
    me.press("Dark theme")
    assert question(me).place() == before


def test_a_change_of_look_keeps_the_explanation(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "drill:swap")
    me.key(Key.Key_Return)
    answer(me)
    told = view(me).told
    assert told is not None
    before = told.spoken
    me.press("Dark theme")
    told = view(me).told
    assert told is not None
    assert told.spoken == before
    me.press("Next link")
    assert me.sees("Round 2 of 20")


def test_another_language_shows_the_same_link(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    before = view(me).open_round
    me.app.speak("zh-CN")
    me.settle()
    assert view(me).open_round == before


def test_demands_are_judged_by_other_words(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    enter(me, "demands")
    me.press("Start")
    assert me.has_button("Harmful")
    assert me.has_button("Check first")
    play_on(me, 10)
    assert {one.judge for one in stored(tmp_path)} == {"demand"}
    assert me.sees("Round finished")


def test_play_again_begins_anew(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    enter(me, "demands")
    me.key(Key.Key_Return)
    play_on(me, 10, rightly=False)
    me.press("Once more")
    assert me.sees("Round 1 of 10")
    assert len(stored(tmp_path)) == 10


def test_a_game_outside_of_lessons_is_not_where_home_goes_on(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    play_on(me, 2)
    assert me.app.learner.place() is None
    me.app.window.go(HOME)
    me.settle()
    assert me.app.learner.next_step() is not None


def test_a_lessons_own_links_are_played_and_count(app_in: OpenApp, tmp_path) -> None:
    course = small_course(tmp_path / "course", text(), OWN_LINKS)
    me = app_in(course)
    me.open_lesson("first", "whose")
    assert me.sees("Three links.")
    me.key(Key.Key_Return)
    play_on(me, 3)
    assert me.sees("Passed")
    assert me.app.learner.standing("first/whose").done
    assert {one.owner for one in stored(tmp_path)} == {"lepinji.example", "kefu.test", "t.cn"}
    me.key(Key.Key_Return)
    assert me.where[0] == "lesson-summary"
    me.open_lesson("first", "whose")
    assert me.sees("Worth another look") or me.sees("Judged rightly")


def test_the_teachers_reason_is_shown(app_in: OpenApp, tmp_path) -> None:
    course = small_course(tmp_path / "course", text(), OWN_LINKS)
    me = app_in(course)
    me.open_lesson("first", "whose")
    me.key(Key.Key_Return)
    reasons = {"genuine": "The owner is lepinji", "fake": "kefu.test.", "cannot_tell": "Nobody"}
    for _round in range(3):
        expected = reasons[truth(me)]
        answer(me, rightly=False)
        assert me.sees(expected)
        me.key(Key.Key_Return)


@pytest.mark.parametrize("size", [(480, 700), (900, 420), (1280, 800)])
def test_link_and_verdict_can_be_reached_at_every_size(app_in: OpenApp, size) -> None:
    me = app_in(size=size, scale=1.5)
    enter(me, "drill:brand-subdomain")
    me.key(Key.Key_Return)
    me.point_at(glass(me).magnifier.names[0][1])
    for name in ("Genuine", "Fake", "Can't tell"):
        me.point_at(me.button(name))
    assert question(me).said == "cannot_tell"
    me.point_at(me.button("Confirm"))
    assert view(me).told is not None


def test_a_listener_hears_the_message_and_then_the_verdict(app_in: OpenApp, monkeypatch) -> None:
    me = app_in()
    heard: list[str] = []
    monkeypatch.setattr(me.app.window, "announce", lambda words, urgent: heard.append(words))
    enter(me, "drill:swap")
    me.lesson_page.announced.connect(lambda words, urgent: heard.append(words))
    me.key(Key.Key_Return)
    (phone,) = me.of_type(Phone)
    assert phone.spoken in heard
    answer(me)
    assert any(words.startswith("Right:") for words in heard)


def test_a_held_key_answers_nothing(app_in: OpenApp, tmp_path) -> None:
    me = app_in()
    enter(me, "free")
    me.key(Key.Key_Return)
    me.key(Key.Key_F)
    me.key(Key.Key_Return)
    for _repeat in range(5):
        press = QKeyEvent(
            QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
        )
        QApplication.sendEvent(me.window.windowHandle(), press)
        me.settle()
    assert len(stored(tmp_path)) == 1
    assert view(me).told is not None


@pytest.mark.parametrize("what", ["Dark theme", "Text size"])
def test_an_explanation_keeps_its_own_message_through_every_look(
    app_in: OpenApp, what: str
) -> None:
    me = app_in()
    enter(me, "drill:swap")
    me.key(Key.Key_Return)
    answer(me)
    (phone,) = me.of_type(Phone)
    before = phone.spoken
    me.press(what)
    (phone,) = me.of_type(Phone)
    assert phone.spoken == before
    me.press("Next link")
    (phone,) = me.of_type(Phone)
    assert phone.spoken != before


def test_help_leads_back_to_what_was_said_so_far(app_in: OpenApp) -> None:
    me = app_in()
    before = half_answered(me)
    me.key(Key.Key_F9)
    assert me.where[0] == "help"
    me.key(Key.Key_Escape)
    assert question(me).place() == before


def test_help_leads_back_to_the_explanation(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "drill:swap")
    me.key(Key.Key_Return)
    answer(me)
    told = view(me).told
    assert told is not None
    before = told.spoken
    me.key(Key.Key_F1)
    me.key(Key.Key_Escape)
    told = view(me).told
    assert told is not None
    assert told.spoken == before


def test_the_official_names_of_the_platform_can_be_looked_up(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "drill:swap")
    me.key(Key.Key_Return)
    glass(me)
    one = view(me).open_round
    assert one is not None
    brand = me.app.learner.links.brands.by_id[one.brand or ""]
    me.key(Key.Key_O)
    assert me.sees(brand.owners[0])


def test_a_test_is_taken_without_help_and_only_once(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "form:A")
    me.key(Key.Key_Return)
    glass(me)
    assert not me.has_button("Show the parts")
    assert not me.has_button("Official names")
    play_on(me, 24)
    assert me.sees("Test finished")
    assert not me.has_button("Once more")


@pytest.mark.parametrize(("scale", "size"), [(2.0, (1280, 800)), (1.0, (480, 700))])
def test_what_was_scanned_can_be_seen(app_in: OpenApp, scale: float, size) -> None:
    me = app_in(size=size, scale=scale)
    enter(me, "drill:qr")
    me.key(Key.Key_Return)
    for _round in range(20):
        if not question(me).is_scanned:
            break
        play_on(me, 1)
    me.key(Key.Key_S)
    magnifier = glass(me).magnifier
    seen = me._seen(magnifier)
    assert seen.height() >= min(magnifier.height(), 60)


def test_what_a_demand_said_stands_in_the_look_back(app_in: OpenApp) -> None:
    me = app_in()
    enter(me, "demands")
    me.key(Key.Key_Return)
    said = []
    for _round in range(10):
        one = view(me).open_round
        assert one is not None
        said.append(one.text.en)  # type: ignore[union-attr]
        answer(me)
        me.key(Key.Key_Return)
    assert len(set(said)) == 10
    assert all(me.sees(words) for words in said)


def test_a_lesson_can_have_links_dealt(app_in: OpenApp, tmp_path) -> None:
    dealt = """
  - id: dealt
    type: link-game
    title: Dealt ones
    tricks: [swap, short-link]
    rounds: 10
"""
    course = small_course(tmp_path / "course", text(), dealt)
    me = app_in(course)
    me.open_lesson("first", "dealt")
    me.key(Key.Key_Return)
    play_on(me, 10)
    assert me.sees("Passed")
    assert {one.trick for one in stored(tmp_path)} <= {"", "swap", "short-link"}
    assert me.app.learner.standing("first/dealt").best_score == 1


def test_the_parallel_tests_of_one_learner_share_their_blueprint(app_in: OpenApp) -> None:
    me = app_in()
    asked = []
    for form in ("form:A", "form:B"):
        shown = enter(me, form)
        me.key(Key.Key_Return)
        assert shown.game is not None
        asked.append(sorted((s.truth, s.trick, s.brand) for s in shown.game.plan.slots))
    assert asked[0] == asked[1]
