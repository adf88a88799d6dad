"""Rounds as they come into a chat, dealt or by hand, and the note that may be sent back."""

from __future__ import annotations

import pytest

from app import i18n
from app.links.deal import deal
from app.links.levels import HandRound
from app.links.notes import note_for_group
from app.links.presenting import explain_round, present
from app.links.rounds import Wish
from tests.links.official import built_in, lens

CARD = HandRound("a", "fake", "why", "Ends at ten", "https://hd.example/x", carrier="card")


def test_both_languages_show_the_same_link():
    for one in deal(built_in(), "both", 300):
        zh, en = present(one, "owner", "zh-CN"), present(one, "owner", "en")
        assert (zh.url, zh.kind) == (en.url, en.kind)
        assert zh.words != en.words or not zh.words


def test_a_bare_link_stands_in_the_message_and_a_card_has_it_below():
    for one in deal(built_in(), "places", 300):
        shown = present(one, "owner", "en")
        is_another = one.shown.en not in (one.url, one.message.title.en)
        if is_another:
            assert one.url not in shown.words
        elif shown.kind in ("text", "phrase") and one.url:
            assert one.url in shown.words
            assert not shown.is_elsewhere
        elif shown.kind == "card":
            assert shown.foot == one.url
            assert shown.title


def test_where_the_text_shown_is_another_the_message_shows_that():
    for one in deal(built_in(), "differs", 40, wish=Wish(("text-differs",), "fake")):
        shown = present(one, "owner", "zh-CN")
        assert (shown.foot or shown.words).find(one.shown.zh) >= 0
        assert one.url not in shown.words + shown.foot
        assert shown.is_elsewhere == (shown.kind in ("card", "text"))


def test_a_card_by_hand_without_a_title_shows_its_message_as_the_title():
    shown = present(CARD, "owner", "en")
    assert (shown.words, shown.title, shown.foot) == ("", "Ends at ten", "https://hd.example/x")


def test_the_sender_of_a_round_by_hand_stays_the_same():
    assert present(CARD, "owner", "en").sender == present(CARD, "owner", "en").sender


def test_the_teachers_reason_comes_first():
    told = explain_round(CARD, "owner", built_in())
    assert told.sentences[0] == "why"
    assert told.owner == "hd.example"


def test_a_demand_is_explained_by_what_it_wants_whoever_owns_the_link():
    one = HandRound("b", "fake", "It wants a code.", "Read me the code", "https://pinduoduo.com/")
    told = explain_round(one, "demand", built_in())
    assert told.sentences == ("It wants a code.",)
    assert told.headline == "What is asked here would harm you."
    assert told.owner == "pinduoduo.com"


NOTES = {
    "https://mobile.yangkeduo.com.hd.example/x": ("hd[.]example", "Pinduoduo", "may not know"),
    "https://mobile.yangkeduo.com/goods.html": ("yangkeduo[.]com", "official list of Pinduoduo"),
    "https://t.cn/abc": ("one cannot tell",),
    "https://nobody-knows.example/": ("no official list",),
}


@pytest.mark.parametrize("url", NOTES)
def test_a_note_says_whose_the_link_is_and_cannot_be_opened(url):
    i18n.use("en")
    note = note_for_group(lens().read_link(url), built_in())
    for words in NOTES[url]:
        assert words in note
    assert "https://" not in note
    assert url not in note
