"""One question of each type, and a page that asks it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.content.models import (
    Blank,
    Catch,
    CategoriseQuestion,
    FillInQuestion,
    Group,
    MatchQuestion,
    MultiQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    Pair,
    Question,
    SingleQuestion,
    SortCard,
    TrueFalseQuestion,
)
from app.learning.grading import grade
from app.progress.events import Json
from app.ui.questions.base import QuestionView
from app.ui.questions.table import view_of
from app.ui.theme.fonts import load_text_faces
from app.ui.theme.look import Look

OPTIONS = (
    Option(id="send", text="把验证码发给他", is_right=False, why="验证码是钥匙。"),
    Option(id="keep", text="不发，并提醒群主", is_right=True, why="码只输在官方 App 里。"),
    Option(id="ask", text="打电话问他本人", is_right=True, why="换一条路核实。"),
)

QUESTIONS: dict[str, Question] = {
    "single": SingleQuestion(
        id="q",
        type="single",
        text="怎么办？",
        options=(*OPTIONS[:2], Option(id="shot", text="发截图", is_right=False)),
    ),
    "multi": MultiQuestion(id="q", type="multi", text="怎么办？", options=OPTIONS),
    "true-false": TrueFalseQuestion(id="q", type="true-false", text="长就是假。", answer=False),
    "fill-in": FillInQuestion(
        id="q",
        type="fill-in",
        text="先看链接的【what】，再从自己打开的【app】里找。",
        blanks=(
            Blank(id="what", accept=("域名",), catch=(Catch(when="图标", why="图标能抄。"),)),
            Blank(id="app", accept=("官方 App", "App")),
        ),
    ),
    "order": OrderQuestion(
        id="q",
        type="order",
        text="排一排",
        items=(
            OrderItem(id="stop", text="停下来", why="先停，才有时间想。"),
            OrderItem(id="look", text="自己打开 App 看"),
            OrderItem(id="ask", text="问官方客服"),
            OrderItem(id="tell", text="告诉大家"),
        ),
    ),
    "match": MatchQuestion(
        id="q",
        type="match",
        text="配一配",
        pairs=(
            Pair(id="rush", left="只剩三分钟", goes_with="催促", why="真活动不怕看。"),
            Pair(id="money", left="先转一笔", goes_with="要钱"),
            Pair(id="code", left="把六位数报给我", goes_with="要码"),
        ),
        extra=("要保密",),
    ),
    "categorise": CategoriseQuestion(
        id="q",
        type="categorise",
        text="分一分",
        groups=(Group(id="fine", text="可以帮"), Group(id="never", text="坚决不做")),
        cards=(
            SortCard(id="word", text="官方口令", group="fine"),
            SortCard(id="pack", text="装这个包", group="never", why="包里可能有木马。"),
            SortCard(id="pay", text="先交保证金", group="never"),
        ),
    ),
}

ORDERS: dict[str, tuple[str, ...]] = {
    "single": ("keep", "send", "shot"),
    "multi": ("keep", "send", "ask"),
    "order": ("tell", "look", "stop", "ask"),
    "match": ("money", "extra-1", "rush", "code"),
    "categorise": ("pack", "word", "pay"),
}

RIGHT: dict[str, Json] = {
    "single": "keep",
    "multi": ["keep", "ask"],
    "true-false": False,
    "fill-in": {"what": "域名", "app": "App"},
    "order": ["stop", "look", "ask", "tell"],
    "match": {"rush": "rush", "money": "money", "code": "code"},
    "categorise": {"word": "fine", "pack": "never", "pay": "never"},
}

WRONG: dict[str, Json] = {
    "single": "send",
    "multi": ["keep", "send"],
    "true-false": True,
    "fill-in": {"what": "图标"},
    "order": ["tell", "stop", "look", "ask"],
    "match": {"rush": "rush", "money": "extra-1"},
    "categorise": {"word": "never", "pay": "never"},
}

TYPES = sorted(QUESTIONS)


class Page(QWidget):
    """Stands for the page around a view: gets the keys the view leaves, counts the changes."""

    def __init__(self, view: QuestionView[Any], width: int) -> None:
        super().__init__()
        self.view = view
        self.left_keys: list[int] = []
        self.changes = 0
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        layout.addStretch(1)
        self.resize(width, layout.totalHeightForWidth(width))
        view.response_changed.connect(self._on_response_changed)

    def _on_response_changed(self) -> None:
        self.changes += 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.view.take_key(event):
            self.left_keys.append(event.key())

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None) -> None:
        """Press keys where the focus is, or on the page if nothing has it."""
        for key in keys:
            target = self.focusWidget() or self
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)

    def check(self, *, reveal: bool = True) -> None:
        """Grade what has been answered."""
        self.view.show_grade(grade(self.view.question, self.view.response()), reveal=reveal)


Ask = Callable[..., Page]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    """`ask("single", response=…, scale=…, width=…)`: a page with that question, focus inside."""
    load_text_faces()
    pages: list[Page] = []  # keeps them until the test is over

    def make(
        kind: str,
        *,
        response: Json = None,
        scale: float = 1.0,
        width: int = 760,
        dark: bool = False,
    ) -> Page:
        look = Look(scale=scale, dark=dark)
        view = view_of(look, QUESTIONS[kind], ORDERS.get(kind, ()))
        view.setFont(look.font("body"))
        if response is not None:
            view.show_response(response)
        page = Page(view, width)
        pages.append(page)
        qtbot.addWidget(page)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        view.first_focus().setFocus()
        return page

    return make
