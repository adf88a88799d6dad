"""After grading an answer stays as it is, and every mark can be read, heard and seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.ui.questions.conftest import RIGHT, TYPES, WRONG, Ask, Page


def controls(page: Page) -> list[QWidget]:
    """Everything that can be pressed or typed into and is shown."""
    found: list[QWidget] = [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
    return [widget for widget in found if widget.isVisible()]


def names(page: Page) -> list[str]:
    return [widget.accessibleName() for widget in controls(page)]


def settle(page: Page, width: int) -> None:
    """Give the view the height it asks for at this width."""
    QApplication.processEvents()
    page.view.setFixedSize(width, page.view.heightForWidth(width))
    QApplication.processEvents()


def told(page: Page) -> str:
    """All names and all visible lines of text."""
    QApplication.processEvents()  # what was just added is shown with the next layout
    labels = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*names(page), *labels])


@pytest.mark.parametrize("kind", TYPES)
def test_everything_to_press_has_a_name(ask: Ask, kind: str) -> None:
    assert all(names(ask(kind)))


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("reveal", [True, False])
def test_a_graded_answer_is_locked(ask: Ask, kind: str, reveal: bool) -> None:
    page = ask(kind, response=WRONG[kind])
    page.check(reveal=reveal)
    for widget in controls(page):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        widget.setFocus()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Return):
            QTest.keyClick(widget, key)
        QTest.keyClick(widget, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        QTest.keyClicks(widget, "1b2")
    assert page.view.response() == WRONG[kind]
    assert page.changes == 0


@pytest.mark.parametrize("kind", TYPES)
def test_withheld_feedback_tells_nothing(ask: Ask, kind: str) -> None:
    page = ask(kind, response=WRONG[kind])
    before = told(page).splitlines()
    page.check(reveal=False)
    assert [line for line in told(page).splitlines() if line not in before] == []


@pytest.mark.parametrize("kind", TYPES)
def test_after_grading_marks_can_be_reached_with_the_keyboard(ask: Ask, kind: str) -> None:
    page = ask(kind, response=WRONG[kind])
    page.check()
    stops = [w for w in controls(page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops
    assert all(widget.isEnabled() for widget in stops)


EXPECTED = {
    "single": [
        "B. 把验证码发给他  Your choice, which is wrong  验证码是钥匙。",
        "A. 不发，并提醒群主  Right answer  码只输在官方 App 里。",
        "C. 发截图",
    ],
    "multi": [
        "A. 不发，并提醒群主  Your choice, which is right  码只输在官方 App 里。",
        "B. 把验证码发给他  Your choice, which is wrong  验证码是钥匙。",
        "C. 打电话问他本人  Right, but not chosen  换一条路核实。",
    ],
    "true-false": [
        "1. True: the sentence is right  Your choice, which is wrong",
        "2. False: the sentence is wrong  Right answer",
    ],
    "order": [
        "告诉大家, position 1 of 4  Wrong place; belongs at 4",
        "停下来, position 2 of 4  In sequence  先停，才有时间想。",
    ],
    "match": [
        "A. 只剩三分钟  Right pair  → 3. 催促\n真活动不怕看。",
        "B. 先转一笔  Wrong pair  → 2. 要保密\nBelongs with 1. 要钱",
        "C. 把六位数报给我  Left open  No partner yet\nBelongs with 4. 要码",
    ],
    "categorise": [
        "官方口令: 坚决不做\nYour choice\nWrong group; it belongs to: 可以帮",
        "官方口令: 可以帮\nRight group",
        "装这个包: 坚决不做\nRight group\n包里可能有木马。",
        "先交保证金: 坚决不做\nYour choice\nRight group",
    ],
}


@pytest.mark.parametrize("kind", sorted(EXPECTED))
def test_the_marks_and_reasons_are_in_the_names(ask: Ask, kind: str) -> None:
    page = ask(kind, response=WRONG[kind])
    page.check()
    assert [name for name in EXPECTED[kind] if name not in names(page)] == []


def test_each_blank_tells_what_would_have_been_right(ask: Ask) -> None:
    page = ask("fill-in", response=WRONG["fill-in"])
    page.check()
    first, second = [name for name in names(page) if name.startswith("Blank")]
    assert first.endswith("This is wrong  Accepted here: 域名\n图标能抄。")
    assert second.endswith("Left empty  Accepted here: 官方 App / App")
    assert "Blank 1: This is wrong" in told(page)


def test_a_wrong_order_shows_the_right_one(ask: Ask) -> None:
    page = ask("order", response=WRONG["order"])
    page.check()
    assert "The right order\n1. 停下来\n2. 自己打开 App 看\n3. 问官方客服\n4. 告诉大家" in told(
        page
    )


@pytest.mark.parametrize("kind", TYPES)
def test_a_right_answer_has_no_wrong_mark(ask: Ask, kind: str) -> None:
    page = ask(kind, response=RIGHT[kind])
    page.check()
    words = told(page).replace("False: the sentence is wrong", "").lower()
    assert "wrong" not in words
    assert any(word in words for word in ("right", "in place"))


@pytest.mark.parametrize("kind", TYPES)
def test_an_unanswered_question_can_be_graded(ask: Ask, kind: str) -> None:
    page = ask(kind)
    page.check()
    assert page.view.is_locked


# ── room


ROOMS = [(1.0, 480), (1.0, 760), (1.5, 760), (2.0, 432)]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(("scale", "width"), ROOMS, ids=str)
@pytest.mark.parametrize("is_graded", [False, True], ids=["open", "graded"])
def test_nothing_stands_out_of_its_box(
    ask: Ask, kind: str, scale: float, width: int, is_graded: bool
) -> None:
    page = ask(kind, response=WRONG[kind], scale=scale, width=width)
    if is_graded:
        page.check()
    settle(page, width)
    assert page.view.minimumSizeHint().width() <= width
    assert page.view.width() == width
    for widget in page.view.findChildren(QWidget):
        parent = widget.parentWidget()
        if widget.isVisible() and parent is not None:
            assert parent.rect().contains(widget.geometry()), widget
            if widget.hasHeightForWidth():
                assert widget.height() >= widget.heightForWidth(widget.width()), widget


@pytest.mark.parametrize("kind", TYPES)
def test_a_question_needs_no_empty_strip_below(ask: Ask, kind: str) -> None:
    page = ask(kind, response=WRONG[kind])
    page.check()
    settle(page, 712)
    assert page.view.minimumSizeHint().height() <= page.view.height()
    assert page.view.height() - page.view.childrenRect().bottom() <= 2


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_targets_are_large_enough(ask: Ask, kind: str, scale: float) -> None:
    for widget in controls(ask(kind, scale=scale, width=480)):
        assert widget.height() >= 36, widget
        assert widget.width() >= 36, widget
