"""The official list as a page: looked up by platform, by name and by whole link."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.ui.pages.lens import LensPage
from app.ui.pages.official import OfficialPage
from app.ui.route import Route
from app.ui.widgets.disclosure import Disclosure
from tests.ui.conftest import OpenApp
from tests.ui.person import Key, Person

UNLISTED = "https://pinduoduo.hd88.example/zl?u=1"


def official(me: Person) -> OfficialPage:
    return me.visit(Route("official"), OfficialPage)


def seen(page: OfficialPage) -> list[str]:
    """The lines that are left."""
    return [row.line.accessibleName() for row in page.findChildren(Disclosure) if row.isVisible()]


def test_every_platform_of_the_list_has_a_line(app_in: OpenApp) -> None:
    me = app_in()
    page = official(me)
    assert len(seen(page)) == len(me.app.learner.links.brands.brands)
    assert me.sees(f"{len(seen(page))} platforms")
    assert any("Pinduoduo (拼多多): pinduoduo.com" in line for line in seen(page))


@pytest.mark.parametrize(
    "typed",
    [
        "拼多多",
        "pinduoduo",
        "PINDUODUO",
        "pdd",
        "yangkeduo.com",
        "https://mobile.yangkeduo.com/goods.html?goods_id=1",
        "看看这个 https://mobile.pinduoduo.com/x 是真的吗",
    ],
)
def test_a_platform_is_found_by_whatever_is_known_of_it(app_in: OpenApp, typed: str) -> None:
    page = official(app_in())
    page.names.search.setText(typed)
    assert "Pinduoduo" in seen(page)[0]
    assert len(seen(page)) == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("https://x.duo.com/a", "duo.com"),  # stands inside pinduoduo.com
        ("qq.co", "qq.co"),
        ("https://duoduo.com.hd88.example", "hd88.example"),
        ("http://203.0.113.7/pinduoduo.com", "203.0.113.7"),
    ],
)
def test_a_piece_of_an_official_name_is_not_on_it(app_in: OpenApp, typed: str, name: str) -> None:
    me = app_in()
    page = official(me)
    page.names.search.setText(typed)
    assert seen(page) == []
    assert me.sees(f"“{name}” is not on the list.")


def test_a_name_that_is_not_on_it_proves_nothing_and_can_go_to_the_lens(app_in: OpenApp) -> None:
    me = app_in()
    page = official(me)
    page.names.search.setText(UNLISTED)
    assert seen(page) == []
    assert me.sees("“hd88.example” is not on the list.")
    assert me.sees("That proves nothing yet")
    me.press("Open the link lens")
    lens = me.on(LensPage)
    assert [card.title for card in lens.cards] == ["Imitates a platform"]
    me.keys(Key.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    page = me.on(OfficialPage)
    assert page.names.search.text() == UNLISTED


def test_words_are_not_taken_along_to_the_lens(app_in: OpenApp) -> None:
    me = app_in()
    official(me).names.search.setText("拼多多")
    me.press("Open the link lens")
    assert me.on(LensPage).field.toPlainText() == ""


def test_what_was_emptied_in_the_lens_stays_empty_in_another_look(app_in: OpenApp) -> None:
    me = app_in()
    me.visit(Route("lens", detail=UNLISTED), LensPage)
    me.press("Empty")
    me.press("Dark theme")
    page = me.on(LensPage)
    assert page.field.toPlainText() == ""
    assert page.cards == []


def test_a_line_opens_by_keyboard_and_tells_all_its_names(app_in: OpenApp) -> None:
    me = app_in()
    page = official(me)
    me.keys("tencent")
    me.key(Key.Key_Return)
    me.key(Key.Key_Return)
    assert me.sees("qq.com")
    assert me.sees("腾讯.中国 (xn--r70as2s.xn--fiqs8s)")
    assert me.sees("Checked on 2026-11-22.")
    me.press("Dark theme")
    page = me.on(OfficialPage)
    assert page.names.search.text() == "tencent"
    assert me.sees("腾讯.中国 (xn--r70as2s.xn--fiqs8s)")


def test_a_platform_that_was_made_up_says_so(app_in: OpenApp) -> None:
    me = app_in()
    page = official(me)
    page.names.open_line("lepinji")
    me.settle()
    assert me.sees("Made up for the lessons: there is no such platform.")


def test_it_is_reached_from_the_lens_and_from_the_links(app_in: OpenApp) -> None:
    me = app_in()
    for page in ("lens", "links"):
        me.app.window.go(Route(page))
        me.settle()
        me.press("Official names")
        me.on(OfficialPage)
