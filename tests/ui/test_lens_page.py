"""The lens as a page: anything pasted is read, nothing is asked for unasked, nothing freezes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from app.ui.game.link_card import LinkCard
from app.ui.pages.lens import MOST_CARDS, MOST_CHARACTERS, LensPage
from app.ui.route import Route
from app.ui.tour.robot import Robot
from app.ui.widgets.qr_code import QrCode
from tests.ui.conftest import OpenApp
from tests.ui.person import Key, Person

FAKE = "https://mobile.yangkeduo.com.hd99.example/zl?u=88"
OWN = "https://mobile.yangkeduo.com/goods.html?goods_id=1"


def lens(me: Person) -> LensPage:
    return me.visit(Route("lens"), LensPage)


def read(page: LensPage, text: str) -> list[str]:
    """The verdicts on a text that was pasted."""
    page.field.clear()
    page.take_text(text)
    page.read_now()
    Robot(page.window()).settle()
    return [card.title for card in page.cards]


def test_every_link_of_a_message_has_its_verdict_in_order(app_in: OpenApp) -> None:
    page = lens(app_in())
    told = read(page, f"Help me {FAKE} and this {OWN} or https://t.cn/abc")
    assert told == [
        "Imitates a platform",
        "On the official list",
        "Can't tell: open the app yourself",
    ]


def test_typing_is_read_after_a_pause(app_in: OpenApp) -> None:
    me = app_in()
    page = lens(me)
    me.tab_to("The message with the link")
    me.keys(FAKE)
    me.wait_for(lambda: bool(page.cards), "the text to be read")
    assert page.cards[0].title == "Imitates a platform"


def test_a_text_without_a_link_says_so(app_in: OpenApp) -> None:
    me = app_in()
    assert read(lens(me), "Good morning everybody") == ["No link to be read"]
    assert me.sees("There is no link in this text.")


@pytest.mark.parametrize(
    ("url", "shown"),
    [("https://pin\u200bduoduo.example/", "⟨U+200B⟩"), ("https://a.example/\u202egnp", "⟨U+202E⟩")],
)
def test_what_nobody_sees_is_written_out(app_in: OpenApp, url: str, shown: str) -> None:
    page = lens(app_in())
    read(page, url)
    names = [each.accessibleName() for each in page.cards[0].findChildren(QWidget)]
    assert any(shown in name for name in names)


def test_the_clipboard_is_read_only_when_asked(app_in: OpenApp) -> None:
    me = app_in()
    QGuiApplication.clipboard().setText(OWN)
    page = lens(me)
    assert page.field.toPlainText() == ""
    me.press("Read the clipboard")
    assert page.field.toPlainText() == OWN
    assert [card.title for card in page.cards] == ["On the official list"]


def test_an_empty_clipboard_is_said(app_in: OpenApp) -> None:
    me = app_in()
    QGuiApplication.clipboard().clear()
    lens(me)
    me.press("Read the clipboard")
    assert me.sees("There is no text and no picture in the clipboard.")


def test_the_code_on_a_picture_is_read(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in()
    page = lens(me)
    code = QrCode(me.app.window.look, FAKE)
    file = tmp_path / "poster.png"
    code.grab().toImage().scaled(400, 400).save(str(file))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    page.field.insertFromMimeData(dropped)
    assert page.field.toPlainText() == FAKE
    me.press("Empty")
    copied = QMimeData()
    copied.setUrls(dropped.urls())
    QGuiApplication.clipboard().setMimeData(copied)
    me.press("Read the clipboard")
    assert page.field.toPlainText() == FAKE
    assert [card.title for card in page.cards] == ["Imitates a platform"]


def test_a_picture_without_a_code_and_a_file_that_is_none(app_in: OpenApp, tmp_path: Path) -> None:
    me = app_in()
    page = lens(me)
    empty = QImage(200, 200, QImage.Format.Format_RGB32)
    empty.fill(0xFFFFFF)
    file = tmp_path / "white.png"
    empty.save(str(file))
    page.take_file(str(file))
    assert me.sees("No QR code was found in the picture.")
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    page.take_file(str(broken))
    assert me.sees("This is no picture that can be read.")


def test_what_was_told_of_one_text_does_not_stand_beside_the_next(
    app_in: OpenApp, tmp_path: Path
) -> None:
    me = app_in()
    page = lens(me)
    (tmp_path / "broken.png").write_bytes(b"no picture")
    page.take_file(str(tmp_path / "broken.png"))
    assert me.sees("This is no picture that can be read.")
    assert read(page, OWN) == ["On the official list"]
    assert not me.sees("This is no picture that can be read.")
    page.take_text("x" * MOST_CHARACTERS)
    page.read_now()
    assert me.sees("only its first 50,000 characters are read")
    me.press("Empty")
    assert not me.sees("only its first 50,000 characters are read")


def test_a_picture_on_the_clipboard_is_taken(app_in: OpenApp) -> None:
    me = app_in()
    page = lens(me)
    held = QMimeData()
    held.setImageData(QrCode(me.app.window.look, OWN).grab().toImage())
    page.field.insertFromMimeData(held)
    assert page.field.toPlainText() == OWN


def test_a_huge_paste_is_cut_with_a_notice(app_in: OpenApp) -> None:
    me = app_in()
    page = lens(me)
    held = QMimeData()
    held.setText(f"{FAKE} " * 40_000)
    page.field.insertFromMimeData(held)
    assert len(page.field.toPlainText()) == MOST_CHARACTERS
    page.read_now()
    me.settle()
    assert me.sees("only its first 50,000 characters are read")
    assert len(page.cards) == MOST_CARDS
    assert me.sees("Further links that are not shown:")


def test_copies_can_be_opened_by_nobody(app_in: OpenApp) -> None:
    me = app_in()
    page = lens(me)
    read(page, FAKE)
    me.press("Copy in harmless form")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("hxxps://")
    assert "[.]" in copied
    assert me.sees(f"Copied: {copied}")
    me.press("Copy a note for the group")
    note = QGuiApplication.clipboard().text()
    assert "belongs to hd99[.]example, not to Pinduoduo" in note
    assert "https://" not in note


def test_emptied_by_one_press(app_in: OpenApp) -> None:
    me = app_in()
    page = lens(me)
    read(page, FAKE)
    me.press("Empty")
    assert page.cards == []
    assert page.field.toPlainText() == ""


def test_a_change_of_look_keeps_the_text_and_what_was_found(app_in: OpenApp) -> None:
    me = app_in()
    read(lens(me), FAKE)
    me.press("Dark theme")
    page = me.on(LensPage)
    assert page.field.toPlainText() == FAKE
    assert [card.title for card in page.cards] == ["Imitates a platform"]


def test_the_list_tells_its_age(app_in: OpenApp) -> None:
    me = app_in()
    lens(me)
    assert me.sees("Official list:")
    assert not me.sees("more than a year ago")
    clock = me.app.surroundings.now_ms
    me.app.surroundings = me.app.surroundings._replace(now_ms=lambda: clock() + 400 * 86_400_000)
    lens(me)
    assert me.sees("more than a year ago")


def test_nothing_pasted_breaks_the_page(app_in: OpenApp) -> None:
    page = lens(app_in())
    for text in (
        "\x00\x01",
        "https://",
        "#小程序://a/b",
        "￥abcd1234￥",
        "http://[::1]/",
        "a" * 9_000,
    ):
        assert read(page, text), text
        assert all(isinstance(card, LinkCard) for card in page.cards)


def test_the_cards_can_be_walked_through_with_tab(app_in: OpenApp) -> None:
    me = app_in()
    page = lens(me)
    read(page, FAKE)
    page.field.setFocus()
    me.tab_to("Copy a note for the group")
    me.keys(Key.Key_Return)
    assert "hd99[.]example" in QGuiApplication.clipboard().text()
