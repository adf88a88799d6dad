"""Each question can be answered by mouse, and by keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.ui.questions.conftest import RIGHT, TYPES, WRONG, Ask, Page

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def named(page: Page, words: str) -> QAbstractButton:
    """The one button that can be seen and whose name begins with these words."""
    found = [
        button
        for button in page.findChildren(QAbstractButton)
        if button.accessibleName().startswith(words) and button.isVisible()
    ]
    assert len(found) == 1, [button.accessibleName() for button in found]
    return found[0]


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_is_answered_at_first(ask: Ask, kind: str) -> None:
    page = ask(kind)
    assert page.view.response() is None
    assert page.changes == 0


# ── one of several


def test_pressing_an_option_chooses_it_and_only_it(ask: Ask) -> None:
    page = ask("single")
    click(named(page, "B. 把验证码"))
    click(named(page, "A. 不发"))
    click(named(page, "A. 不发"))
    assert page.view.response() == "keep"
    assert page.changes == 3


@pytest.mark.parametrize(("key", "option"), [("b", "send"), ("C", "shot"), ("1", "keep")])
def test_letters_and_numbers_choose_in_the_order_shown(ask: Ask, key: str, option: str) -> None:
    page = ask("single")
    page.press(key)
    assert page.view.response() == option


def test_arrows_move_without_choosing_and_enter_chooses_then_checks(ask: Ask) -> None:
    page = ask("single")
    page.press(Key.Key_Down)
    assert page.view.response() is None
    page.press(Key.Key_Return)
    assert page.view.response() == "send"
    assert page.left_keys == []
    page.press(Key.Key_Return)
    assert page.left_keys == [Key.Key_Return]


def test_left_and_right_are_left_to_the_page(ask: Ask) -> None:
    page = ask("single")
    page.press(Key.Key_Left, Key.Key_Right)
    assert page.left_keys == [Key.Key_Left, Key.Key_Right]


def test_letters_beyond_the_options_are_left_to_the_page(ask: Ask) -> None:
    page = ask("single")
    page.press("h", "9")
    assert page.left_keys == [Key.Key_H, Key.Key_9]
    assert page.view.response() is None


def test_a_key_held_with_control_is_no_answer(ask: Ask) -> None:
    page = ask("single")
    page.press(Key.Key_1, held=Qt.KeyboardModifier.ControlModifier)
    assert page.view.response() is None


# ── several


def test_ticks_come_and_go(ask: Ask) -> None:
    page = ask("multi")
    click(named(page, "C. 打电话"))
    page.press("a", "b", "b")
    assert page.view.response() == ["keep", "ask"]
    page.press("a", "c")
    assert page.view.response() is None


def test_with_something_ticked_enter_checks_from_any_row(ask: Ask) -> None:
    page = ask("multi")
    page.press(Key.Key_Space, Key.Key_Down, Key.Key_Return)
    assert page.view.response() == ["keep"]
    assert page.left_keys == [Key.Key_Return]


# ── true and false


def test_true_and_false_by_number(ask: Ask) -> None:
    page = ask("true-false")
    page.press("2")
    assert page.view.response() is False
    page.press("1")
    assert page.view.response() is True


def test_f_and_j_mean_nothing_here(ask: Ask) -> None:
    page = ask("true-false")
    page.press("f", "j")
    assert page.view.response() is None
    assert page.left_keys == [Key.Key_F, Key.Key_J]


# ── blanks


def test_enter_goes_from_blank_to_blank_and_then_checks(ask: Ask) -> None:
    page = ask("fill-in")
    page.press("shop", Key.Key_Return, "App")
    assert page.view.response() == {"what": "shop", "app": "App"}
    assert page.left_keys == []
    page.press(Key.Key_Return)
    assert page.left_keys == [Key.Key_Return]


def test_enter_returns_to_a_blank_left_empty(ask: Ask) -> None:
    page = ask("fill-in")
    page.press(Key.Key_Tab, "App", Key.Key_Return, "shop")
    assert page.view.response() == {"what": "shop", "app": "App"}


def test_spaces_alone_are_no_answer(ask: Ask) -> None:
    page = ask("fill-in")
    page.press("   ")
    assert page.view.response() is None


def test_each_blank_is_named_by_its_number_and_its_sentence(ask: Ask) -> None:
    fields = ask("fill-in").view.findChildren(QWidget)
    names = [field.accessibleName() for field in fields if "Blank" in field.accessibleName()]
    assert names == [
        "Blank 1 of 2: 先看链接的 (this blank) ，再从自己打开的 (blank) 里找。",
        "Blank 2 of 2: 先看链接的 (blank) ，再从自己打开的 (this blank) 里找。",
    ]


# ── order


def test_buttons_move_an_item(ask: Ask) -> None:
    page = ask("order")
    click(named(page, "Move up: 停下来"))
    click(named(page, "Move down: 告诉大家"))
    assert page.view.response() == ["stop", "tell", "look", "ask"]


def test_alt_and_arrows_move_the_item_and_keep_the_focus_on_it(ask: Ask) -> None:
    page = ask("order")
    page.press(Key.Key_Down, Key.Key_Down)
    page.press(Key.Key_Up, Key.Key_Up, held=ALT)
    assert page.view.response() == ["stop", "tell", "look", "ask"]
    focus = page.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "停下来, position 1 of 4"


def test_an_item_is_picked_up_moved_and_laid_down(ask: Ask) -> None:
    page = ask("order")
    page.press(Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Space)
    page.press(Key.Key_Up)  # laid down: this only moves the focus
    assert page.view.response() == ["look", "stop", "ask", "tell"]


def test_escape_puts_a_picked_up_item_back(ask: Ask) -> None:
    page = ask("order")
    page.press("2")  # now an answer: look, tell, stop, ask
    page.press(Key.Key_Space, Key.Key_Down, Key.Key_Escape)
    assert page.view.response() == ["look", "tell", "stop", "ask"]
    assert page.left_keys == []
    page.press(Key.Key_Escape)
    assert page.left_keys == [Key.Key_Escape]


def test_escape_on_the_first_move_leaves_the_question_open(ask: Ask) -> None:
    page = ask("order")
    page.press(Key.Key_Space, Key.Key_Down, Key.Key_Escape)
    assert page.view.response() is None
    assert named(page, "This order is right").isVisible()


def test_a_number_moves_the_item_to_that_place(ask: Ask) -> None:
    page = ask("order")
    page.press("4")
    assert page.view.response() == ["look", "stop", "ask", "tell"]


def test_the_order_shown_counts_once_the_learner_says_so(ask: Ask) -> None:
    page = ask("order")
    page.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Space)
    assert page.view.response() == ["tell", "look", "stop", "ask"]
    page.press(Key.Key_Return)
    assert page.left_keys == [Key.Key_Return]


def test_tab_follows_the_order_shown(ask: Ask) -> None:
    page = ask("order")
    page.press("4")
    stops = []
    page.view.first_focus().setFocus()
    for _turn in range(4):
        focus = page.focusWidget()
        assert focus is not None
        stops.append(focus.accessibleName())
        page.press(Key.Key_Tab)
    assert [stop[-15:] for stop in stops] == [f"position {n} of 4" for n in (1, 2, 3, 4)]


# ── pairs


def test_a_row_and_then_its_partner(ask: Ask) -> None:
    page = ask("match")
    click(named(page, "B. 先转一笔"))
    click(named(page, "1. 要钱"))
    click(named(page, "A. 只剩三分钟"))
    click(named(page, "3. 催促"))
    assert page.view.response() == {"rush": "rush", "money": "money"}


def test_numbers_pair_one_row_after_the_other(ask: Ask) -> None:
    page = ask("match")
    page.press("3", "1", "4")
    assert page.view.response() == RIGHT["match"]


def test_a_letter_picks_the_row_a_number_its_partner(ask: Ask) -> None:
    page = ask("match")
    page.press("c", "4", "a", "2")
    assert page.view.response() == {"code": "code", "rush": "extra-1"}


def test_tab_and_enter_alone_pair_everything(ask: Ask) -> None:
    page = ask("match")
    # Enter on a row leads to the first partner that is free, and back after pairing.
    page.press(Key.Key_Return, Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    page.press(Key.Key_Return, Key.Key_Return)
    page.press(Key.Key_Return, Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    assert page.view.response() == RIGHT["match"]
    assert page.left_keys == []
    page.press(Key.Key_Return)
    assert page.left_keys == [Key.Key_Return]


def test_space_leads_to_the_partners_even_when_all_are_paired(ask: Ask) -> None:
    page = ask("match", response=RIGHT["match"])
    page.press(Key.Key_Space, Key.Key_Up, Key.Key_Space)
    assert page.view.response() == {"rush": "extra-1", "money": "money", "code": "code"}


def test_a_partner_given_twice_moves(ask: Ask) -> None:
    page = ask("match")
    page.press("3", "b", "3")
    assert page.view.response() == {"money": "rush"}
    assert "No partner yet" in named(page, "A. ").accessibleName()


def test_delete_and_the_same_number_take_a_partner_away(ask: Ask) -> None:
    page = ask("match")
    page.press("3", "a", "3")
    assert page.view.response() is None
    page.press("1", "a", Key.Key_Delete)
    assert page.view.response() is None


def test_rows_and_partners_tell_their_pair(ask: Ask) -> None:
    page = ask("match")
    page.press("3")
    assert named(page, "A. ").accessibleName() == "A. 只剩三分钟  → 3. 催促"
    assert named(page, "3. ").accessibleName() == "3. 催促  Paired with A"


# ── groups


def test_cards_are_sorted_by_mouse(ask: Ask) -> None:
    page = ask("categorise")
    click(named(page, "装这个包: 坚决不做"))
    click(named(page, "官方口令: 坚决不做"))
    click(named(page, "官方口令: 可以帮"))
    assert page.view.response() == {"pack": "never", "word": "fine"}


def test_numbers_sort_one_card_after_the_other(ask: Ask) -> None:
    page = ask("categorise")
    page.press("2", "1", "2")
    assert page.view.response() == RIGHT["categorise"]


def test_tab_goes_from_card_to_card_and_arrows_choose(ask: Ask) -> None:
    page = ask("categorise")
    page.press(Key.Key_Right, Key.Key_Return, Key.Key_Tab, Key.Key_Space, Key.Key_Right)
    page.press(Key.Key_Tab, Key.Key_Space)
    assert page.view.response() == {"pack": "never", "word": "never", "pay": "fine"}
    assert page.left_keys == []
    page.press(Key.Key_Return)
    assert page.left_keys == [Key.Key_Return]


def test_arrows_at_the_end_of_the_groups_do_not_check(ask: Ask) -> None:
    page = ask("categorise")
    page.press(*[Key.Key_Right] * 5, *[Key.Key_Left] * 5)
    assert page.left_keys == []


# ── drafts


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("table", [RIGHT, WRONG], ids=["right", "wrong"])
def test_an_earlier_answer_comes_back(ask: Ask, kind: str, table: dict[str, Any]) -> None:
    page = ask(kind, response=table[kind])
    assert page.view.response() == table[kind]
    assert page.changes == 0


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(
    "stranger",
    ["gone", ["gone", 7, None], {"gone": "gone", "rush": 3, "what": None}, 5, 0.5, True, None],
    ids=str,
)
def test_what_no_longer_fits_is_left_out(ask: Ask, kind: str, stranger: Any) -> None:
    page = ask(kind, response=RIGHT[kind])
    page.view.show_response(stranger)
    expected = True if (kind, stranger) == ("true-false", True) else None
    assert page.view.response() == expected


def test_what_still_fits_of_a_draft_is_kept(ask: Ask) -> None:
    assert ask("multi", response=["gone", "ask"]).view.response() == ["ask"]
    assert ask("match", response={"rush": "gone", "code": "code"}).view.response() == {
        "code": "code"
    }
    assert ask("categorise", response={"pay": "gone", "word": "fine"}).view.response() == {
        "word": "fine"
    }
