"""Whatever is pressed on a message of the game, no link in it is opened."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app.learning.rounds import PlayedRound
from app.links.deal import deal
from app.links.messages import Kind
from app.links.presenting import explain_round, present
from app.links.rounds import Round
from app.ui.game.question import Question
from app.ui.game.told import Told
from app.ui.theme.fonts import load_text_faces
from app.ui.theme.look import Look
from tests.links.official import built_in

KINDS = get_args(Kind)
SCHEMES = ("http", "https", "taobao", "openapp.jdmobile", "pinduoduo", "weixin", "alipays", "file")


class System(QObject):
    """Stands in for what opens links on this machine, below Python and Qt alike."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Take down what would have been opened."""
        self.opened.append(url.toString())


@pytest.fixture
def system():
    listener = System()
    for scheme in SCHEMES:
        QDesktopServices.setUrlHandler(scheme, listener, "open")
    yield listener
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture(scope="module")
def of_kind() -> dict[str, Round]:
    """A round of each kind of message, with a link in it."""
    found: dict[str, Round] = {}
    for one in deal(built_in(), "every kind", 400):
        if one.url:
            found.setdefault(one.kind, one)
    assert set(found) == set(KINDS)
    return found


def press_everything(widget: QWidget) -> None:
    """Click, click twice, and press Enter on each part that can be seen."""
    for part in [widget, *widget.findChildren(QWidget)]:
        if not part.isVisible():
            continue
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(part, Qt.MouseButton.LeftButton)
        QTest.mouseClick(part, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(part, Qt.Key.Key_Return)
    for label in widget.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
        assert not label.openExternalLinks()
    assert not widget.findChildren(QTextBrowser)


def shown(widget: QWidget, qtbot: QtBot) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(1000, 900)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_the_handler_would_notice(system):
    QDesktopServices.openUrl(QUrl("https://a.example/x"))
    assert system.opened == ["https://a.example/x"]


@pytest.mark.parametrize("kind", KINDS)
def test_no_part_of_a_question_opens_a_link(kind, of_kind, system, qtbot):
    load_text_faces()
    message = present(of_kind[kind], "owner", "zh-CN")
    question = Question(Look(), message, is_wide=True, is_aided=False, room=900)
    shown(question, qtbot)
    question.scan()
    assert question.glass is not None
    press_everything(question)
    assert system.opened == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_part_of_an_explanation_opens_a_link(kind, of_kind, system, qtbot):
    load_text_faces()
    one = of_kind[kind]
    message = present(one, "owner", "zh-CN")
    played = PlayedRound(one.truth, "fake", 0.8, owner=one.owner or "", link=one.url)
    told = Told(Look(), message, played, explain_round(one, "owner", built_in()), is_wide=True)
    shown(told, qtbot)
    told.toggle_letters()
    press_everything(told)
    assert system.opened == []
