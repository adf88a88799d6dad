"""Several people on one computer, and one person on several."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from app.ui.pages.about import AboutPage
from app.ui.pages.learners import LearnersPage
from app.ui.route import HOME, Route
from tests.progress.builders import NOON, filled, opened
from tests.ui.conftest import OpenApp
from tests.ui.person import ALT, Key, Person


@pytest.fixture
def me(app_in: OpenApp) -> Person:
    person = app_in()
    people(person)
    return person


def people(me: Person) -> LearnersPage:
    return me.visit(Route("learners"), LearnersPage)


def names(me: Person) -> list[str]:
    return [each.name for each in me.app.learner.learners()]


def add(me: Person, name: str) -> None:
    people(me)
    field = next(f for f in me.of_type(QLineEdit) if f.accessibleName() == "Name of a new learner")
    field.setFocus()
    me.type_words(name)
    me.keys(Key.Key_Return)


def read_a_step(me: Person) -> None:
    me.open_lesson("risks", "four-kinds")
    me.press("Continue")


def nothing_done(me: Person) -> str:
    """What Home says of somebody who has done nothing yet."""
    return f"0 of {sum(len(entry.steps) for entry in me.app.learner.entries)} steps done"


def choose_in_dialog(me: Person, file: Path) -> None:
    """The dialog of the system is shown; somebody picks this file."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    dialog.deleteLater()
    me.settle()
    me.wait_for_work()


# ── several people


def test_a_new_learner_begins_at_once_with_an_empty_history(me: Person) -> None:
    read_a_step(me)
    add(me, "小满")
    assert me.app.learner.name == "小满"
    assert me.has_button("Learner: 小满")
    me.app.window.go(HOME)
    assert me.sees("Hello, 小满")
    assert me.sees(nothing_done(me))


def test_switching_brings_everybody_their_own_progress_also_after_a_restart(
    me: Person, app_in: OpenApp
) -> None:
    read_a_step(me)
    add(me, "Robin")
    people(me)
    me.press("Switch to Learner")
    me.app.window.go(HOME)
    assert me.has_button("Learner: Learner")
    assert me.sees("1 of 7 steps done")
    people(me)
    me.press("Switch to Robin")
    me.leave()
    me = app_in()
    assert me.sees("Hello, Robin")
    assert me.sees(nothing_done(me))


@pytest.mark.parametrize("name", ["", "   ", "Learner", "x" * 500])
def test_a_name_that_cannot_be_taken_is_refused_with_words(me: Person, name: str) -> None:
    if name:
        add(me, name)
    else:
        me.press("Add")
    assert names(me) == ["Learner"]
    told = people_told(me)
    assert told
    assert "Traceback" not in told


def people_told(me: Person) -> str:
    return me.on(LearnersPage)._told.text()


def test_a_learner_is_renamed(me: Person) -> None:
    me.press("Rename Learner")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "New name"
    field.selectAll()
    me.type_words("阿宝")
    me.press("Save")
    assert names(me) == ["阿宝"]
    assert me.has_button("Rename 阿宝")
    assert me.has_button("Learner: 阿宝")


def test_the_way_back_stays_with_a_new_name_but_not_with_another_person(me: Person) -> None:
    me.visit(Route("about"), AboutPage)
    people(me)
    me.press("Rename Learner")
    me.type_words("Bao")
    me.press("Save")
    for _card in ("the new name was asked for", "the list", "before it"):
        me.keys(Key.Key_Left, held=ALT)
    assert me.where[0] == "about"
    add(me, "Robin")
    me.keys(Key.Key_Left, held=ALT)
    assert me.where[0] == "home"


def test_renaming_can_be_given_up(me: Person) -> None:
    me.press("Rename Learner")
    me.type_words("zzz")
    me.press("Cancel")
    assert names(me) == ["Learner"]
    assert not me.has_button("Save to")


def test_removing_asks_first_and_can_be_given_up(me: Person) -> None:
    add(me, "Robin")
    people(me)
    me.press("Remove Learner")
    assert me.sees("This cannot be undone.")
    me.press("Cancel")
    assert names(me) == ["Learner", "Robin"]


def test_whoever_is_learning_now_cannot_be_removed(me: Person) -> None:
    assert not me.has_button("Remove Learner")


def test_a_removed_learner_is_gone_for_good(me: Person, app_in: OpenApp) -> None:
    add(me, "Robin")
    people(me)
    me.press("Remove Learner")
    me.press("Remove for good")
    assert names(me) == ["Robin"]
    me.leave()
    assert names(app_in()) == ["Robin"]


def test_saved_to_a_file_first_a_removed_learner_can_come_back(me: Person, tmp_path: Path) -> None:
    read_a_step(me)
    add(me, "Robin")
    people(me)
    me.press("Remove Learner")
    me.press("Save to a file, then remove")
    choose_in_dialog(me, tmp_path / "kept.shilian")
    assert names(me) == ["Robin"]
    people(me).take_in(tmp_path / "kept.shilian")
    me.wait_for_work()
    assert names(me) == ["Robin", "Learner"]
    people(me)
    me.press("Switch to Learner")
    me.app.window.go(HOME)
    assert me.sees("1 of 7 steps done")


def test_a_file_that_cannot_be_written_removes_nobody(me: Person, tmp_path: Path) -> None:
    add(me, "Robin")
    people(me)
    me.press("Remove Learner")
    me.press("Save to a file, then remove")
    choose_in_dialog(me, tmp_path / "no such folder" / "kept.shilian")
    assert names(me) == ["Learner", "Robin"]
    assert people_told(me)


# ── one person, several computers


def test_a_history_goes_to_another_computer(me: Person, app_in: OpenApp, tmp_path: Path) -> None:
    read_a_step(me)
    people(me)
    me.press("Save my history to a file")
    choose_in_dialog(me, tmp_path / "mine.shilian")
    assert me.sees("Saved: ")
    me.leave()

    there = app_in(data="another computer")
    people(there)
    there.press("Take in a history file")
    choose_in_dialog(there, tmp_path / "mine.shilian")
    assert there.sees("new records")
    assert names(there) == ["Learner"]
    there.app.window.go(HOME)
    assert there.sees("1 of 7 steps done")
    there.leave()
    assert app_in(data="another computer").sees("1 of 7 steps done")


def test_whoever_has_a_name_stays_when_a_history_is_taken_in(
    me: Person, app_in: OpenApp, tmp_path: Path
) -> None:
    read_a_step(me)
    people(me)
    me.press("Save my history to a file")
    choose_in_dialog(me, tmp_path / "mine.shilian")
    me.leave()
    there = app_in(data="another computer")
    add(there, "Robin")
    people(there).take_in(tmp_path / "mine.shilian")
    there.wait_for_work()
    assert "Robin" in names(there)
    assert there.app.learner.name == "Robin"


def test_the_same_history_twice_adds_nothing(me: Person, tmp_path: Path) -> None:
    read_a_step(me)
    people(me)
    me.press("Save my history to a file")
    choose_in_dialog(me, tmp_path / "mine.shilian")
    people(me).take_in(tmp_path / "mine.shilian")
    me.wait_for_work()
    assert me.sees("0 new records")
    assert names(me) == ["Learner"]


@pytest.mark.parametrize("content", [b"", b"no history", b"SQLite format 3\x00" + bytes(5000)])
def test_a_damaged_file_is_refused_with_words(me: Person, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "mine.shilian"
    file.write_bytes(content)
    people(me).take_in(file)
    me.wait_for_work()
    assert people_told(me)
    assert not me.sees("Traceback")
    assert names(me) == ["Learner"]
    read_a_step(me)
    me.app.window.go(HOME)
    assert me.sees("1 of 7 steps done")


def test_taking_in_a_long_history_can_be_stopped(
    me: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody = filled(tmp_path / "elsewhere.db", 1200)
    store = opened(tmp_path / "elsewhere.db")
    store.save_history(somebody.id, tmp_path / "long.shilian", NOON)
    store.close()
    page = people(me)
    page._stop.click()
    assert page._cancel.is_set()
    # The progress is told in the other thread, in the middle of the work.
    monkeypatch.setattr(page, "_on_progress", lambda _done, _total: page._cancel.set())
    page.take_in(tmp_path / "long.shilian")
    me.wait_for_work()
    assert people_told(me)
    assert names(me) == ["Learner"]
    monkeypatch.undo()
    people(me).take_in(tmp_path / "long.shilian")
    me.wait_for_work()
    assert me.sees("1200 new records")
    assert names(me) == ["小明"]


def test_leaving_the_page_stops_the_work_on_it(me: Person, tmp_path: Path) -> None:
    page = people(me)
    me.press("Save my history to a file")
    choose_in_dialog(me, tmp_path / "mine.shilian")
    page.take_in(tmp_path / "mine.shilian")
    me.app.window.go(HOME)
    assert page._cancel.is_set()
    assert not any(w.isRunning() for w in me._works())
    me.settle()
    assert isinstance(me.app.window, QObject)
