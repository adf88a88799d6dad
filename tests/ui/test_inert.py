"""Nothing in the window opens a link, fetches a file, or reaches out of the course."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from app import paths
from app.content.models import Picture
from app.content.prose import render
from app.ui.route import Route
from app.ui.theme.look import Look
from app.ui.widgets.chat import Bubble
from app.ui.widgets.pictures import CoursePictures, PictureBox
from app.ui.widgets.reading import ReadingColumn, RunningText
from tests.ui.conftest import OpenApp
from tests.ui.courses import SCENARIO, small_course, text
from tests.ui.person import Person

APP = paths.built_in_course().parent / "app"


@pytest.fixture
def never_opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that anything asks the system to open."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()))
    return asked


def test_no_file_of_the_app_knows_how_to_open_a_link() -> None:
    for file in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom):
                names = [str(node.module), *(each.name for each in node.names)]
            elif isinstance(node, ast.Import):
                names = [each.name for each in node.names]
            elif isinstance(node, ast.Attribute):
                names = [node.attr]
            forbidden = {"QDesktopServices", "webbrowser", "setOpenExternalLinks", "startfile"}
            assert not forbidden & set(names), f"{file}:{getattr(node, 'lineno', 0)}"


@pytest.mark.parametrize(
    "place",
    [
        Route("lesson", "risks", "common-tricks"),
        Route("lesson", "faq-checklist", "faq"),
        Route("lesson", "risks", "egg-group"),
        Route("help"),
        Route("about"),
        Route("questions"),
    ],
    ids=lambda route: "/".join(route),
)
def test_no_text_on_any_page_leads_anywhere(app_in: OpenApp, place: Route) -> None:
    me = app_in()
    me.app.window.go(place)
    me.settle()
    for label in me.window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
        assert not label.openExternalLinks()
    for browser in me.window.findChildren(QTextBrowser):
        assert not browser.openLinks()
        assert not browser.openExternalLinks()
        flags = browser.textInteractionFlags()
        assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
        assert not flags & Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def test_a_link_in_a_lesson_is_text_that_shows_its_address(
    app_in: OpenApp, tmp_path: Path, never_opened: list[str]
) -> None:
    me = app_in(small_course(tmp_path / "course", text()))
    me.press("Start learning")
    browser = next(b for b in me.of_type(QTextBrowser) if "this page" in b.toPlainText())
    assert "this page (https://example.com/x)" in browser.toPlainText()
    click_everywhere(browser)
    me.settle()
    assert never_opened == []
    assert "this page" in browser.toPlainText()
    assert browser.source().isEmpty()


def click_everywhere(browser: QTextBrowser) -> None:
    port = browser.viewport()
    for y in range(4, port.height(), 12):
        for x in range(4, port.width(), 40):
            at = port.rect().topLeft()
            at.setX(x)
            at.setY(y)
            QTest.mouseClick(
                port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, at
            )


def test_a_link_card_in_a_chat_only_takes_a_mark(
    app_in: OpenApp, tmp_path: Path, never_opened: list[str]
) -> None:
    me = app_in(small_course(tmp_path / "course", SCENARIO))
    me.press("Start learning")
    me.press("Enter the chat")
    card = next(each for each in me.of_type(Bubble) if "renwu.example" in each.accessibleName())
    me.point_at(card)
    assert card.isChecked()
    assert me.where == ("lesson", "first", "chat")
    assert never_opened == []


HOSTILE = """\
<a href="http://evil.example">x</a> [a](http://evil.example) ![](http://evil.example/p.png)
![](file:///etc/passwd) <img src=x onerror=alert(1)> <script>alert(1)</script>
"""


def test_raw_html_in_a_lesson_is_shown_as_typed(qtbot: QtBot, tmp_path: Path) -> None:
    column = ReadingColumn(Look(), render(HOSTILE), CoursePictures(tmp_path))
    qtbot.addWidget(column)
    shown = "\n".join(each.toPlainText() for each in column.findChildren(QTextBrowser))
    assert "<script>alert(1)</script>" in shown
    assert '<a href="http://evil.example">' in shown


# ── what rich text may fetch

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "course"
    (folder / "images").mkdir(parents=True)
    picture = QImage(8, 6, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(folder / "images" / "door.png"))
    assert picture.save(str(tmp_path / "outside.png"))
    (folder / "notes.txt").write_text("secret")
    return folder


@pytest.fixture
def rich(qtbot: QtBot, course: Path) -> RunningText:
    widget = RunningText(Look(), "<p>words</p>", CoursePictures(course))
    qtbot.addWidget(widget)
    return widget


def test_a_picture_of_the_course_is_shown(rich: RunningText) -> None:
    image = rich.loadResource(IMAGE, QUrl("course:images/door.png"))
    assert isinstance(image, QImage)
    assert (image.width(), image.height()) == (8, 6)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file:images/door.png",
        "http://evil.example/p.png",
        "https://evil.example/p.png",
        "data:image/png;base64,iVBORw0KGgo=",
        "images/door.png",
        "/etc/passwd",
        "course:../outside.png",
        "course:images/../../outside.png",
        "course:/etc/passwd",
        "course:notes.txt",
        "course:images",
        "course:",
        "course:missing.png",
        "course:images/door.png%00.txt",
        "qrc:/qt-project.org/styles/commonstyle/images/up-32.png",
        ":/qt-project.org/styles/commonstyle/images/up-32.png",
    ],
)
def test_nothing_else_is_loaded(rich: RunningText, url: str) -> None:
    assert rich.loadResource(IMAGE, QUrl(url)) is None


@pytest.mark.parametrize("kind", [k.value for k in QTextDocument.ResourceType if k.value != IMAGE])
def test_style_sheets_and_pages_are_not_loaded_at_all(
    rich: RunningText, course: Path, kind: int
) -> None:
    assert rich.loadResource(kind, QUrl("course:images/door.png")) is None
    assert rich.loadResource(kind, QUrl.fromLocalFile(str(course / "notes.txt"))) is None


def test_html_that_names_a_file_does_not_get_it(qtbot: QtBot, tmp_path: Path) -> None:
    html = f'<link rel="stylesheet" href="file://{tmp_path}/x.css"><img src="file:///etc/passwd">'
    widget = RunningText(Look(), html, CoursePictures(tmp_path))
    qtbot.addWidget(widget)
    widget.resize(300, 100)
    widget.grab()
    assert "root:" not in widget.toPlainText()


# ── pictures


def test_a_link_out_of_the_course_is_not_followed(course: Path, tmp_path: Path) -> None:
    try:
        (course / "images" / "way-out.png").symlink_to(tmp_path / "outside.png")
    except OSError:
        pytest.skip("this system makes no links")
    assert CoursePictures(course).data("images/way-out.png") is None


def test_a_picture_that_is_too_large_is_left_out(course: Path) -> None:
    (course / "images" / "huge.png").write_bytes(bytes(8 * 1024 * 1024 + 1))
    wide = QImage(6001, 1, QImage.Format.Format_RGB32)
    wide.fill(Qt.GlobalColor.white)
    assert wide.save(str(course / "images" / "wide.png"))
    pictures = CoursePictures(course)
    assert pictures.data("images/huge.png") is None
    assert pictures.image("images/wide.png") is None


@pytest.mark.parametrize("name", ["images/none.png", "images/none.svg", "notes.txt"])
def test_where_there_is_no_picture_its_words_are_shown(
    qtbot: QtBot, course: Path, name: str
) -> None:
    box = PictureBox(Look(), CoursePictures(course), Picture(path=name, alt="A red door"))
    qtbot.addWidget(box)
    assert "A red door" in box.accessibleName()
    assert box.heightForWidth(300) > 20
    box.resize(300, box.heightForWidth(300))
    box.grab()


def test_a_drawing_with_scripts_and_strange_addresses_runs_nothing(
    qtbot: QtBot, course: Path
) -> None:
    (course / "images" / "bad.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' viewBox="0 0 10 10"><script>alert(1)</script><rect width="10" height="10"/>'
        f'<image xlink:href="{course.parent}/outside.png" width="10" height="10"/></svg>'
    )
    picture = Picture(path="images/bad.svg", alt="A drawing")
    box = PictureBox(Look(), CoursePictures(course), picture)
    qtbot.addWidget(box)
    box.resize(100, 100)
    middle = box.grab().toImage().pixelColor(50, 50)
    assert middle != QColor(Qt.GlobalColor.red)
    assert CoursePictures(course).drawing("images/bad.svg") is None


# ── the clipboard


def test_only_what_was_asked_for_reaches_the_clipboard(app_in: OpenApp) -> None:
    me: Person = app_in()
    clipboard = QApplication.clipboard()
    clipboard.setText("mine")
    me.open_lesson("risks", "egg-group")
    me.press("Enter the chat")
    me.keys("1")
    assert clipboard.text() == "mine"
    me.app.window.go(Route("help"))
    me.press("Copy these steps")
    copied = clipboard.text()
    assert copied.startswith("1. ")
    assert "110" in copied
    assert "http" not in copied
