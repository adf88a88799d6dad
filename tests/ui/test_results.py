"""My results: figures from enough link rounds, or what is still needed; by mouse, keys and ear."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from app.i18n import _
from app.learning.rounds import PlayedRound
from app.ui.pages.results import ResultsPage
from app.ui.plots.curves import Curves
from app.ui.plots.plot import Plot
from app.ui.plots.table import FigureTable
from app.ui.route import Route
from app.ui.widgets.progress import Meter
from tests.journeys.test_languages_and_looks import trouble_with
from tests.learning.link_past import played, stored, taken_form
from tests.progress.builders import scribe
from tests.ui.conftest import OpenApp
from tests.ui.person import Key, Person


def results(me: Person) -> ResultsPage:
    return me.visit(Route("results"), ResultsPage)


def has_played(me: Person, rounds: Sequence[PlayedRound]) -> ResultsPage:
    """The rounds come into the history, and the page is opened."""
    store, learner = me.app.opened.store, me.app.learner
    store.append_all(stored(scribe(), learner.id, rounds))
    learner.take_in_changes()
    return results(me)


def wishes(page: ResultsPage) -> list[Route]:
    """What the page wants; the window does not go there."""
    asked: list[Route] = []
    page.wants.disconnect()
    page.wants.connect(asked.append)
    return asked


@pytest.fixture
def me(app_in: OpenApp) -> Person:
    return app_in()


# ── how much it takes


def test_whoever_has_not_played_is_invited(me: Person) -> None:
    page = results(me)
    assert me.sees("No links judged yet")
    assert me.sees("20 fakes and 20 genuine links are needed")
    assert not me.has_button("Export")
    asked = wishes(page)
    assert me.focused() == "Spot fake links"
    me.keys(Key.Key_Return)
    assert asked == [Route("links")]


def test_a_few_rounds_show_no_figure_but_how_many_more(me: Person) -> None:
    page = has_played(me, played(12))
    counts = page.found.counts
    assert me.sees(f"you have judged {counts.fakes} and {counts.genuine}")
    assert not me.of_type(Plot)
    assert not me.sees("d′")
    spoken = [meter.accessibleName() for meter in me.of_type(Meter)]
    assert spoken[0].startswith("Fakes judged: ")
    assert spoken[1].startswith("Genuine links judged: ")
    assert me.has_button("Export as CSV")
    assert not me.has_button("Drill")


def test_enough_rounds_show_every_figure_with_its_interval(me: Person) -> None:
    page = has_played(me, played(200))
    assert me.sees("200 links judged: 90 fake, 90 genuine, 20 that nobody can tell.")
    for title in ("(d′)", "Right answers", "(c)", "(Brier)"):
        assert me.sees(title)
    assert me.words().count("95 % interval") >= 4
    assert [each.key for each in page.figures] == [
        "curves",
        "tricks",
        "blocks",
        "sureness",
        "kinds",
    ]


def test_demands_and_tests_stand_beside(me: Person) -> None:
    store, learner, writer = me.app.opened.store, me.app.learner, scribe()
    store.append_all(taken_form(writer, learner.id, "A", right=7))
    store.append_all(stored(writer, learner.id, played(12, judge="demand")))
    learner.take_in_changes()
    results(me)
    assert me.sees("Test 1 was taken on")
    assert me.sees("Demands: would you do it?")
    assert not me.sees("d′")
    store.append_all(taken_form(writer, learner.id, "B", right=12))
    learner.take_in_changes()
    results(me)
    assert me.sees("From test 1 to test 2: +")
    assert me.sees("better than in the earlier test")


def test_the_learner_has_the_rounds(me: Person) -> None:
    has_played(me, played(30))
    rounds = me.app.learner.played_rounds()
    assert len(rounds) == 30
    assert rounds[0].truth == played(30)[0].truth


# ── by ear


def test_every_plot_says_its_numbers(me: Person) -> None:
    page = has_played(me, played(200))
    for figure in page.figures:
        name = figure._picture.accessibleName()
        assert "%" in name or "apart" in name
        assert any(sign.isdigit() for sign in name)
    (curves,) = me.of_type(Curves)
    assert "2.15 apart (1.69 to 2.61)" in curves.accessibleName()


def test_of_many_blocks_the_last_are_spoken_and_the_table_has_all(me: Person) -> None:
    page = has_played(me, played(900))
    figure = next(each for each in page.figures if each.key == "blocks")
    blocks = len(page.found.blocks)
    assert blocks > 12
    name = figure._picture.accessibleName()
    assert f"block {blocks}:" in name
    assert "block 1:" not in name
    assert f"The table has all {blocks}." in name
    figure.show_table(True)
    (table,) = me.of_type(FigureTable)
    assert len(table.rows) == blocks


def test_every_figure_as_a_table_with_the_keyboard(me: Person) -> None:
    page = has_played(me, played(200))
    said: list[str] = []
    page.announced.connect(lambda words, _urgent: said.append(words))
    for figure in page.figures:
        me.tab_to(f"As a table: {figure._title}")
        me.keys(Key.Key_Space)
        assert figure.is_table
        assert figure._picture.isHidden()
        assert me.focused() == f"As a picture: {figure._title}"
    assert said == ["Shown as a table below."] * len(page.figures)
    tables = me.of_type(FigureTable)
    assert len(tables) == len(page.figures)
    me.keys(Key.Key_Space)
    assert not page.figures[-1].is_table
    assert said[-1] == "Shown as a picture."


def test_a_table_is_one_stop_and_its_rows_are_spoken_whole(me: Person) -> None:
    page = has_played(me, played(200))
    figure = next(each for each in page.figures if each.key == "sureness")
    figure.show_table(True)
    me.settle()
    (table,) = me.of_type(FigureTable)
    assert len(table.rows) == 5
    figure.toggle.setFocus()
    stops = list(me.tab_round())
    assert [stop for stop in stops if stop in table.rows] == [table.rows[0]]
    me.tab_to("50 to 60 %")
    assert "Answers: 16" in me.focused()
    assert "95 % interval: 39 to 82 %" in me.focused()
    me.keys(Key.Key_Down, Key.Key_Down)
    assert me.focused().startswith("70 to 80 %")
    me.keys(Key.Key_Up)
    assert me.focused().startswith("60 to 70 %")
    me.keys(Key.Key_Tab)
    assert not me.focused().startswith("60")
    me.tab_to("60 to 70 %")  # Tab comes back to where one was
    me.keys(Key.Key_Up, Key.Key_Up)
    assert me.focused().startswith("50 to 60 %")


def test_a_row_that_the_keyboard_comes_to_is_scrolled_to(me: Person) -> None:
    page = has_played(me, played(900))
    me.window.resize(640, 480)
    figure = next(each for each in page.figures if each.key == "blocks")
    figure.show_table(True)
    me.settle()
    (table,) = me.of_type(FigureTable)
    table.rows[0].setFocus()
    for _press in table.rows[1:]:
        me.keys(Key.Key_Down)
    assert QApplication.focusWidget() is table.rows[-1]
    assert me.can_see(table.rows[-1])


def test_a_table_shows_what_it_says_wide_and_narrow(me: Person) -> None:
    page = has_played(me, played(200))
    figure = next(each for each in page.figures if each.key == "tricks")
    figure.show_table(True)
    for width in (1280, 480):
        me.window.resize(width, 800)
        me.settle()
        (table,) = me.of_type(FigureTable)
        row = table.rows[0]
        seen = " ".join(label.text() for label in row.findChildren(QLabel) if label.isVisible())
        for part in ("5 of 8", "62 %", "31 to 86 %", "12 more needed"):
            assert part in seen
            assert part in row.accessibleName()


# ── what can be done


def test_the_weakest_trick_is_drilled(me: Person) -> None:
    page = has_played(me, played(200))
    trick = page.found.weakest
    asked = wishes(page)
    me.press("Drill my weakest trick: ")
    assert asked == [Route("game", detail=f"drill:{trick}")]


def choose_in_dialog(me: Person, file: Path) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "csv"
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    dialog.deleteLater()
    me.settle()


def test_all_rounds_go_into_a_file(me: Person, tmp_path: Path) -> None:
    page = has_played(me, played(45))
    said: list[str] = []
    page.announced.connect(lambda words, _urgent: said.append(words))
    me.press("Export as CSV")
    choose_in_dialog(me, tmp_path / "mine.csv")
    assert me.sees(f"Saved: 45 rounds in {tmp_path / 'mine.csv'}")
    assert len(said) == 1
    with (tmp_path / "mine.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 46


def test_a_file_that_cannot_be_written_is_told_in_plain_words(me: Person, tmp_path: Path) -> None:
    has_played(me, played(45))
    me.press("Export as CSV")
    choose_in_dialog(me, tmp_path / "nowhere" / "mine.csv")
    assert me.sees("Your results cannot be written to")
    assert me.sees("Nothing is lost")
    assert not me.sees("Errno")


# ── in every look


def test_what_is_shown_as_a_table_stays_so_in_another_look(me: Person) -> None:
    page = has_played(me, played(200))
    me.press("As a table: Right answers")
    assert page.scroller is not None
    bar = page.scroller.verticalScrollBar()
    bar.setValue(bar.maximum())
    me.press("Dark theme")
    page = me.on(ResultsPage)
    assert [each.key for each in page.figures if each.is_table] == ["blocks"]
    assert page.scroller is not None
    assert page.scroller.verticalScrollBar().value() > 0


def test_patterns_are_drawn_once_for_each_size(me: Person) -> None:
    has_played(me, played(200))
    (curves,) = me.of_type(Curves)
    curves.repaint()
    first = curves._filled().cacheKey()
    curves.repaint()
    assert curves._filled().cacheKey() == first
    curves.resize(curves.width() + 40, curves.height())
    assert curves._filled().cacheKey() != first


LOOKS = [
    pytest.param(language, scale, width, id=f"{language}-{scale}-{width}")
    for language, scale, width in (
        ("zh-CN", 1.0, 1280),
        ("en", 1.5, 1000),
        ("en", 1.0, 640),
        ("zh-CN", 2.0, 480),
        ("en", 2.0, 480),
        ("en", 1.0, 480),
    )
]


@pytest.mark.parametrize("count", [0, 12, 200])
@pytest.mark.parametrize(("language", "scale", "width"), LOOKS)
def test_nothing_is_cut_off_and_all_can_be_reached(
    app_in: OpenApp, language: str, scale: float, width: int, count: int
) -> None:
    me = app_in(
        language=language,
        size=(width, 800),
        scale=scale,
        theme="dark" if width == 640 else "light",
        contrast="on" if width == 1000 else "off",
    )
    page = has_played(me, played(count))
    assert list(trouble_with(me)) == []
    for figure in page.figures:
        figure.show_table(True)
    me.settle()
    assert list(trouble_with(me)) == []
    inner = page.scroller.widget() if page.scroller is not None else page
    for label in inner.findChildren(QLabel):
        if label.isVisibleTo(inner) and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed - 1, label.text()
            right = label.mapTo(inner, QPoint(label.width(), 0)).x()
            assert right <= inner.width(), label.text()


def test_the_words_are_those_of_the_language_in_use(app_in: OpenApp) -> None:
    me = app_in(language="zh-CN")
    page = has_played(me, played(200))
    assert me.sees("我的结果")
    assert page.spoken_title == _("My results") == "我的结果"
    assert page.figures[0].toggle.text() == "看成表格"
