"""When something is not as usual, the window says what, what is safe, and what can be done."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.progress.store import Store
from app.ui import application
from app.ui.background import Work
from app.ui.pages.help import HelpPage
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.trouble import _BugReporter, catch_bugs
from app.ui.widgets.reading import RunningText
from tests.ui.conftest import OpenApp
from tests.ui.courses import lesson, quiz, small_course, text, write_course
from tests.ui.person import Key, Person

BROKEN = lesson(text(), lesson_id="second", title="The second lesson").replace(
    "title: ", "title：", 1
)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def pages(me: Person) -> list[Page]:
    """The pages that can be seen: there must be one at any time."""
    return [each for each in me.window.findChildren(Page) if each.isVisibleTo(me.window)]


# ── courses


@pytest.fixture
def half_broken(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course", lesson(text()), BROKEN)


def test_a_broken_lesson_stays_in_the_list_and_the_others_open(
    app_in: OpenApp, half_broken: Path
) -> None:
    me = app_in(half_broken)
    row = me.button("Lesson 2:").accessibleName()
    assert "Needs mending" in row
    assert "The other lessons are not affected" in row
    me.press("Lesson 1:")
    assert me.where == ("lesson", "first", "reading")


def test_a_broken_lesson_names_file_line_column_and_code(
    app_in: OpenApp, half_broken: Path
) -> None:
    me = app_in(half_broken)
    me.press("Lesson 2:")
    assert me.where[0] == "broken"
    assert me.sees("02-lesson.yaml, line 5, column 6")
    assert me.sees("E103")
    assert me.sees("→ ")
    me.press("Copy for the teacher")
    first = clipboard().splitlines()
    assert first[0].startswith(f"{half_broken / '02-lesson.yaml'}:5:6 E103 ")
    assert first[1].startswith("→ ")
    me.press("Go on with the other lessons")
    assert me.where[0] == "home"


def test_a_mended_lesson_opens_without_a_restart(app_in: OpenApp, half_broken: Path) -> None:
    me = app_in(half_broken)
    me.press("Lesson 2:")
    (half_broken / "02-lesson.yaml").write_text(BROKEN.replace("：", ": "), encoding="utf-8")
    me.press("Read the files again")
    assert me.where[0] == "home"
    me.press("Lesson 2:")
    assert me.where == ("lesson", "second", "reading")


def test_a_lesson_still_broken_after_reading_again_says_so_anew(
    app_in: OpenApp, half_broken: Path
) -> None:
    me = app_in(half_broken)
    me.press("Lesson 2:")
    file = half_broken / "02-lesson.yaml"
    file.write_text("# one more line\n" + BROKEN, encoding="utf-8")
    me.press("Read the files again")
    assert me.where[0] == "broken"
    assert me.sees("02-lesson.yaml, line 6, column 6")


def test_a_lesson_that_breaks_while_it_is_open_is_no_crash(
    app_in: OpenApp, half_broken: Path
) -> None:
    me = app_in(half_broken)
    me.press("Lesson 1:")
    first = half_broken / "01-lesson.yaml"
    first.write_text(first.read_text(encoding="utf-8").replace("title: ", "title：", 1), "utf-8")
    me.app.learner.reload_course()
    me.app.window.build_again()
    assert "Needs mending" in me.button("Lesson 1:").accessibleName()
    assert len(pages(me)) == 1


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_without_lessons_leads_to_the_built_in_ones(
    app_in: OpenApp, tmp_path: Path, is_there: bool
) -> None:
    folder = tmp_path / "nothing"
    if is_there:
        folder.mkdir()
    me = app_in(folder)
    assert me.sees("No lessons here yet")
    assert me.sees("Your progress is safe")
    me.press("Why?")
    assert me.sees("course.yaml")
    me.app.window.go(HOME)
    me.press("Open the built-in lessons")
    assert len(pages(me)) == 1
    assert me.where[0] == "home"
    assert me.has_button("Lesson 3:")
    me.leave()
    assert app_in().has_button("Lesson 3:")


def test_a_course_folder_chosen_once_is_opened_again(app_in: OpenApp, tmp_path: Path) -> None:
    course = small_course(tmp_path / "course", text())
    me = app_in()
    me.app.use_course(course)
    assert me.sees("Just enough to try the window.")
    me.leave()
    assert app_in().sees("Just enough to try the window.")


# ── the history


def test_a_damaged_history_is_set_aside_with_words(app_in: OpenApp, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "learner.db").write_bytes(b"this is no history" * 100)
    me = app_in()
    assert "was damaged" in me.banner()
    assert "is kept beside it" in me.banner()
    assert list((tmp_path / "data").glob("learner.db.damaged*"))
    me.press("Start learning")
    me.press("Put this message away")
    assert me.banner() == ""
    me.press("Continue")
    me.leave()
    assert app_in().banner() == ""


def test_without_a_place_for_the_history_one_can_practise_all_the_same(
    app_in: OpenApp, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    me = app_in()
    assert "cannot be kept" in me.banner()
    assert "You can go on practising" in me.banner()
    me.press("Start learning")
    me.press("Continue")
    assert me.where == ("lesson", "how-it-works", "why-invite")
    me.app.window.go(HOME)
    assert me.sees("1 of 6 steps done")


def refuse_writes(me: Person, refuses: bool) -> None:
    """The disk does as a write-protected one: reads, and takes nothing."""
    disk = me.app.opened.store._disk
    assert disk is not None
    disk.execute(f"PRAGMA query_only = {int(refuses)}")


def stored_answers(tmp_path: Path) -> list[str]:
    """What another program finds in the file."""
    store = Store.open(tmp_path / "data" / "learner.db", now_ms=0).store
    try:
        (who,) = store.learners()
        return [event.object for event in store.events(who.id) if event.verb == "answered"]
    finally:
        store.close()


def test_a_disk_that_refuses_lets_practice_go_on_and_says_what_is_not_saved(
    app_in: OpenApp, tmp_path: Path
) -> None:
    me = app_in(small_course(tmp_path / "course", text(), quiz()))
    me.open_lesson("first", "quiz")
    me.press("Start the quiz")
    refuse_writes(me, True)
    me.keys("b")
    me.press("Check")
    assert me.sees("That is right")
    assert "not saved" in me.banner()
    assert "Everything saved before is safe" in me.banner()
    assert stored_answers(tmp_path) == []
    me.press("Continue")
    me.keys("2")
    me.press("Check")
    assert me.sees("That is right")
    assert me.app.opened.store.unsaved >= 2

    refuse_writes(me, False)
    me.press("Continue")
    assert me.banner() == ""
    assert me.app.opened.store.unsaved == 0
    assert stored_answers(tmp_path) == ["first/quiz/q-code", "first/quiz/q-long"]


def test_trouble_is_told_once_and_not_with_every_answer(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text(), quiz()))
    me.open_lesson("first", "quiz")
    refuse_writes(me, True)
    me.press("Start the quiz")
    assert me.banner()
    me.press("Put this message away")
    me.keys("b")
    me.press("Check")
    assert me.banner() == ""
    refuse_writes(me, False)


def test_words_of_trouble_outlive_another_look(app_in: OpenApp, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "learner.db").write_bytes(b"this is no history" * 100)
    me = app_in()
    me.press("Dark theme")
    assert "was damaged" in me.banner()
    assert me.sees("is kept beside it")


def test_closing_waits_for_the_copy_that_is_being_made(
    app_in: OpenApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = app_in()
    me.press("Start learning")
    me.app._keep_daily_copy()
    me.app.close()
    assert not any(work.isRunning() for work in me.app.findChildren(Work))
    assert list((tmp_path / "data").rglob("day-*.db"))


def test_nothing_is_copied_over_good_copies_while_the_history_is_in_memory(
    app_in: OpenApp, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    me = app_in()
    me.app._keep_daily_copy()
    assert me.app.findChildren(Work) == []


# ── choices


@pytest.mark.parametrize("content", ["{", "[]", '{"scale": "big", "theme": 7, "language": []}'])
def test_damaged_settings_count_as_none(app_in: OpenApp, tmp_path: Path, content: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.json").write_text(content, encoding="utf-8")
    me = app_in()
    assert me.app.settings.scale == 1.0
    assert me.has_button("Start learning")
    me.press("Text size")
    saved = json.loads((tmp_path / "data" / "settings.json").read_text(encoding="utf-8"))
    assert saved["scale"] == 1.25


def test_a_choice_that_cannot_be_saved_holds_and_says_so(app_in: OpenApp, tmp_path: Path) -> None:
    (tmp_path / "data" / "settings.json.new").mkdir(parents=True)
    me = app_in()
    me.press("Dark theme")
    assert me.window.look.dark
    assert "could not be saved" in me.banner()
    assert "Your progress is not affected" in me.banner()


# ── bugs


@pytest.fixture
def caught_bugs(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Bugs end as in the real app; gives the log file."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "__stderr__", None)
    log = tmp_path / "logs" / "shilian.log"
    catch_bugs(log)
    yield log
    for made in qapp.findChildren(_BugReporter):
        made.deleteLater()


def dialog() -> QMessageBox | None:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, QMessageBox) else None


def press_in_dialog(me: Person, words: str) -> None:
    box = dialog()
    assert box is not None
    next(each for each in box.buttons() if each.text() == words).click()
    me.settle()


def test_a_bug_is_a_calm_dialog_with_a_log_and_a_way_to_pass_it_on(
    app_in: OpenApp, caught_bugs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_page: HelpPage) -> None:
        raise RuntimeError("a bug nobody foresaw")

    monkeypatch.setattr(HelpPage, "_copy", fails)
    me = app_in()
    me.app.window.go(Route("help"))
    me.press("Copy these steps")
    box = dialog()
    assert box is not None
    assert box.text() == "Something in this app went wrong."
    assert str(caught_bugs) in box.informativeText()
    assert "Traceback" not in box.text() + box.informativeText()
    press_in_dialog(me, "Copy the details")
    assert "Traceback" in clipboard()
    assert "a bug nobody foresaw" in clipboard()
    assert "a bug nobody foresaw" in caught_bugs.read_text(encoding="utf-8")

    me.press("Copy these steps")
    press_in_dialog(me, "Go on")
    assert dialog() is None
    assert caught_bugs.read_text(encoding="utf-8").count("a bug nobody foresaw") == 4
    me.press("Back")
    assert me.where[0] == "home"


def test_bugs_while_the_dialog_is_open_are_in_the_log_and_open_no_second_one(
    app_in: OpenApp, caught_bugs: Path
) -> None:
    me = app_in()
    for number in range(3):
        error = ValueError(f"bug {number}")
        sys.excepthook(ValueError, error, None)
    me.settle()
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]) == 1
    press_in_dialog(me, "Go on")
    assert dialog() is None
    log = caught_bugs.read_text(encoding="utf-8")
    assert [f"bug {number}" in log for number in range(3)] == [True] * 3


def test_a_bug_beside_the_window_is_told_too(app_in: OpenApp, caught_bugs: Path) -> None:
    me = app_in()

    def fails() -> object:
        raise RuntimeError("a bug in a thread")

    work = Work(fails, me.window)
    work.start()
    me.wait_for(lambda: dialog() is not None, "the dialog")
    press_in_dialog(me, "Go on")
    assert "a bug in a thread" in caught_bugs.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_does_not_hide_the_bug(
    app_in: OpenApp, caught_bugs: Path
) -> None:
    caught_bugs.parent.parent.mkdir(exist_ok=True)
    caught_bugs.parent.write_text("a file where the folder should be")
    me = app_in()
    sys.excepthook(ValueError, ValueError("a bug"), None)
    me.settle()
    press_in_dialog(me, "Copy the details")
    assert "a bug" in clipboard()


def test_the_log_does_not_grow_for_ever(app_in: OpenApp, caught_bugs: Path) -> None:
    caught_bugs.parent.mkdir()
    caught_bugs.write_bytes(b"x" * 1_000_001)
    me = app_in()
    sys.excepthook(ValueError, ValueError("the newest bug"), None)
    me.settle()
    press_in_dialog(me, "Go on")
    assert caught_bugs.stat().st_size < 1000
    assert "the newest bug" in caught_bugs.read_text(encoding="utf-8")


# ── the window


def test_the_badge_claims_no_more_than_holds(app_in: OpenApp, qtbot: QtBot) -> None:
    me = app_in()
    assert me.app.window.badge == ("Offline", "Links are never opened")
    assert application._badge(me.app.seal) == me.app.window.badge


def test_the_about_page_names_every_part_that_is_installed(app_in: OpenApp) -> None:
    root = Path(__file__).resolve().parents[2]
    pinned = (root / "requirements" / "app.txt").read_text("utf-8")
    wanted = {line.partition("==")[0] for line in pinned.splitlines() if "==" in line}
    wanted -= {"pyside6-essentials", "shiboken6", "tzdata"}
    me = app_in()
    me.app.window.go(Route("about"))
    said = me.words().lower()
    assert [name for name in wanted if name not in said] == []
    for name in sorted(wanted):
        shown = next(
            each.accessibleName()
            for each in me.buttons()
            if each.accessibleName().lower().startswith(f"licence of {name}")
        )
        me.press(shown)
        assert len(me.words()) > 500, name
        me.app.window.go(Route("about"))
        me.settle()


def test_help_leads_back_to_the_step_one_was_at(app_in: OpenApp) -> None:
    me = app_in()
    me.press("Start learning")
    me.press("Continue")
    me.press("Continue")
    here = me.where
    me.key(Key.Key_F9)
    me.key(Key.Key_Escape)
    assert me.where == here


def test_files_read_again_bring_their_pictures_along(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in(small_course(tmp_path / "course", text()))
    before = me.app.surroundings.pictures()
    me.app.surroundings.open_course_folder(tmp_path / "course")
    assert me.app.surroundings.pictures() is not before


def test_the_teacher_welcomes_and_says_goodbye(app_in: OpenApp) -> None:
    me = app_in(language="zh-CN")
    assert "你好，欢迎来上课。" in running(me)
    me.press("开始学习")
    me.key(Key.Key_Return)
    me.app.window.go(HOME)
    me.settle()
    assert "欢迎来上课" not in running(me)
    done = {entry.id: me.app.learner.progress(entry) for entry in me.app.learner.entries}
    whole = {each: one._replace(state="done") for each, one in done.items()}
    me.app.learner.progress = lambda entry: whole[entry.id]
    me.app.learner.next_step = lambda: None
    me.app.window.build_again()
    me.settle()
    assert me.sees("全部课程都学完了")
    assert "谢谢你的耐心" in running(me)
    assert not me.sees("> 注意")


def running(me: Person) -> str:
    """The running text on the page."""
    return "\n".join(each.toPlainText() for each in me.window.findChildren(RunningText))
