"""What is said about a brand follows from its trade, and says nothing about the link."""

from __future__ import annotations

from collections import defaultdict
from typing import get_args

import pytest

from app.content.spec.brands import TRADES
from app.links.deal import deal
from app.links.dice import Dice
from app.links.messages import compose
from app.links.wordings import PRESSING, WORDINGS, Said, Trade
from tests.links.official import built_in

ROUNDS = list(deal(built_in(), "wordings", 4000))
SHOPPING = ("砍一刀", "拼团", "牛奶", "群团")


def texts(trade: Trade) -> list[Said]:
    wording = WORDINGS[trade]
    return [*wording.asks, *wording.titles, *wording.gain, *wording.fear]


def test_every_trade_has_words_enough():
    assert set(WORDINGS) == set(get_args(Trade))
    assert get_args(Trade) == TRADES
    for wording in WORDINGS.values():
        assert len(wording.asks) >= 6
        assert len(wording.titles) >= 4
        assert min(len(wording.gain), len(wording.fear)) >= 2
    assert {*PRESSING, "gain", "fear"} == {"hurry", "gain", "fear", "secrecy", "guilt"}


@pytest.mark.parametrize("trade", get_args(Trade))
def test_both_languages_name_the_brand_alike(trade):
    for said in texts(trade):
        assert said.zh.count("{brand}") == said.en.count("{brand}"), said
        assert not said.en.startswith(("A {brand}", "An {brand}")), "a or an depends on the name"
    assert len(set(texts(trade))) == len(texts(trade))


def test_only_shops_are_bargained_with():
    brands = built_in().by_id
    spoken_of = {one.brand for one in ROUNDS if one.brand}
    assert {brands[each].trade for each in spoken_of} == set(get_args(Trade))
    for one in ROUNDS:
        if one.brand and brands[one.brand].trade != "shop":
            said = one.message.said.zh + one.message.title.zh
            assert not any(word in said for word in SHOPPING), (one.brand, said)


def test_genuine_and_fake_come_with_the_same_words():
    brands = built_in().by_id
    said = defaultdict(lambda: defaultdict(int))
    for one in ROUNDS:
        if one.brand and brands[one.brand].trade == "money" and one.truth != "cannot_tell":
            brand = brands[one.brand]
            for number, ask in enumerate(WORDINGS["money"].asks):
                if one.message.said.zh.startswith(ask.zh.format(brand=brand.zh)):
                    said[number][one.truth] += 1
    assert len(said) == len(WORDINGS["money"].asks)
    assert all(min(counts["genuine"], counts["fake"]) > 0 for counts in said.values())


@pytest.mark.parametrize("trade", get_args(Trade))
def test_a_trade_speaks_in_many_ways_and_leaves_no_gap_open(trade):
    drawn = [compose(Dice(f"d{n}"), "card", "某某", "Someone", trade) for n in range(50)]
    assert len({one.said for one in drawn}) > 10
    for one in drawn:
        assert "{" not in one.said.zh + one.said.en + one.title.zh + one.title.en
