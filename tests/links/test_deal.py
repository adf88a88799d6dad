"""Rounds are fresh, balanced, the same for the same seed, and true to the official list."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.links.anatomy import dissect
from app.links.deal import deal
from app.links.dice import Dice
from app.links.rounds import REST_ROUNDS, Past, Round, Wish, bare
from app.links.suffixes import RESERVED
from app.links.tricks.table import TRICKS
from tests.links.dealt import ON_LINKS, SMALL
from tests.links.official import built_in, lens

GOLDEN: tuple[tuple[str, str, str | None, str], ...] = (
    (
        "genuine",
        "card",
        None,
        "https://share.pinduoduo.com/M99i/MDZFvMzG?channel=pinduoduo&uin=BBPHgSV6LurmXnE8&sk=6JUa2u",
    ),
    ("genuine", "card", None, "https://u7.pinduoduo.com/activity/s/pinduoduo/detail.html"),
    ("fake", "card", "han-dot", "https://pinduoduo.com．xw6ue8.com/ASqm8Hc/zhuli/?app=pinduoduo"),
    (
        "genuine",
        "card",
        None,
        "https://goods-center-coupon.pinduoduo.com/bbYhy/797993302.html/pinduoduo?group_order_id=619967243",
    ),
    ("cannot_tell", "card", "short-link", "https://t.cn/8wjaia"),
    (
        "fake",
        "phrase",
        "unrelated",
        "https://h5.tuangou-baixiang.com/rules/?activity_id=8919762#/pinduoduo/E4JcW",
    ),
    ("fake", "card", "swap", "https://t.yankgeduo.com/Cyn2/s/index.html/pinduoduo"),
    ("fake", "card", "han-dot", "http://pinduoduo.com｡shuyanquan.com/h2gfQJa5?src=pinduoduo"),
    (
        "fake",
        "text",
        "script-lookalike",
        "https://ріnduoduo.com/goods2.html/pinduoduo?sk=Yir9Yk7S8LKLizkB",
    ),
    (
        "fake",
        "text",
        "brand-subdomain",
        "http://yangkeduo.com.hd-guozhen.com/pinduoduo/detail.html",
    ),
)
GOLDEN_DICE = (16294208416658607535, 7960286522194355700, 487617019471545679)


@pytest.fixture(scope="module")
def many() -> list[Round]:
    return list(deal(built_in(), "many", 2_000))


def test_dice_fall_alike_everywhere() -> None:
    """SplitMix64's own first numbers for the seed 0."""
    dice = Dice(0)
    assert tuple(dice.roll() for _ in GOLDEN_DICE) == GOLDEN_DICE
    assert Dice("a").roll() == Dice("a").roll() != Dice("b").roll()


def test_the_same_seed_deals_the_same_rounds_on_every_machine() -> None:
    dealt = deal(SMALL, "golden", len(GOLDEN))
    assert tuple((each.truth, each.kind, each.trick, each.url) for each in dealt) == GOLDEN


def test_the_same_seed_deals_the_same_rounds_in_another_process() -> None:
    program = (
        "from tests.links.dealt import SMALL\nfrom app.links.deal import deal\n"
        "print([each for each in deal(SMALL, 'other', 30)])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {f"{list(deal(SMALL, 'other', 30))}\n".encode()}


def test_another_seed_deals_other_rounds() -> None:
    assert [each.url for each in deal(SMALL, 1, 20)] != [each.url for each in deal(SMALL, 2, 20)]


def test_genuine_fake_and_open_rounds_are_in_balance(many: list[Round]) -> None:
    share = {truth: n / len(many) for truth, n in Counter(each.truth for each in many).items()}
    assert 0.41 < share["genuine"] < 0.49
    assert 0.41 < share["fake"] < 0.49
    assert 0.07 < share["cannot_tell"] < 0.13


def test_the_truth_is_what_the_list_says(many: list[Round]) -> None:
    brands = built_in()
    for each in many:
        if each.owner is None:
            assert each.truth == "cannot_tell"
            continue
        anatomy = dissect(each.url)
        assert anatomy.host is not None
        assert (anatomy.owner, anatomy.spans["owner"]) == (each.owner, each.owner_span)
        assert (brands.brand_of(anatomy.host) is not None) == (each.truth == "genuine") or (
            each.truth == "cannot_tell"
        )
        if each.truth == "genuine":
            assert brands.brand_of(anatomy.host) == each.brand
            assert lens().judge(anatomy).verdict == "official"


def test_no_fake_has_a_name_that_is_or_could_be_somebodys(many: list[Round]) -> None:
    for each in many:
        if each.truth == "fake":
            standing = built_in().standing(dissect(each.url).host or "")
            assert not any(standing), each.url


def test_qr_codes_hold_reserved_names_only_for_genuine_and_fake(many: list[Round]) -> None:
    codes = [each for each in many if each.kind == "qr"]
    assert {each.truth for each in codes} == {"genuine", "fake"}
    for each in codes:
        owner = each.owner or ""
        assert owner.rpartition(".")[2] in RESERVED or dissect(each.url).is_ip


def test_every_kind_of_message_and_every_trick_comes_up(many: list[Round]) -> None:
    assert {each.kind for each in many} == {"card", "text", "qr", "phrase", "mini_program"}
    assert set(ON_LINKS) <= {each.trick for each in many}


def test_genuine_links_are_hard_in_many_ways(many: list[Round]) -> None:
    sorts = Counter(each.sort for each in many if each.truth == "genuine")
    assert {"odd-name", "short", "http", "long-left", "other-letters", "at-or-port"} <= set(sorts)


def test_messages_press_alike_for_genuine_and_fake(many: list[Round]) -> None:
    shares = {}
    for truth in ("genuine", "fake"):
        pressed = [each.pressure is not None for each in many if each.truth == truth]
        shares[truth] = sum(pressed) / len(pressed)
    assert abs(shares["genuine"] - shares["fake"]) < 0.07


def test_every_message_claims_its_brand(many: list[Round]) -> None:
    for each in many:
        brand = built_in().by_id[each.brand or ""]
        assert brand.zh in each.message.said.zh
        assert brand.en in each.message.said.en


def test_no_link_comes_twice_and_no_fake_host_either(many: list[Round]) -> None:
    links = [each.url for each in many]
    fakes = [bare(each.url) for each in many if each.truth == "fake"]
    assert len(set(links)) == len(links)
    assert len(set(fakes)) == len(fakes)
    assert len({each.id for each in many}) == len(many)


def test_no_fake_owner_comes_back_within_200_rounds(many: list[Round]) -> None:
    last: dict[str | None, int] = {}
    for number, each in enumerate(many):
        if each.truth == "fake":
            assert number - last.get(each.owner, -REST_ROUNDS - 1) > REST_ROUNDS
            last[each.owner] = number


def test_what_was_dealt_before_does_not_come_again() -> None:
    wish = Wish(("swap",), "fake", "lepinji")
    first = list(deal(SMALL, "past", 4, wish=wish))
    past = Past().after(first)
    again = list(deal(SMALL, "past", 4, past, wish))
    assert not {each.url for each in first} & {each.url for each in again}
    assert not {bare(each.url) for each in first} & {bare(each.url) for each in again}
    assert past.owners == tuple(each.owner for each in first)


def test_a_past_forgets_owners_after_200_rounds() -> None:
    past = Past().after(deal(SMALL, 1, REST_ROUNDS + 30))
    assert len(past.owners) == REST_ROUNDS


@pytest.mark.parametrize("trick", ON_LINKS)
def test_a_trick_wished_for_is_dealt(trick: str) -> None:
    truth = TRICKS[trick].truth
    dealt = list(deal(built_in(), "wish", 30, wish=Wish((trick,))))
    assert {each.trick for each in dealt if each.truth == truth} == {trick}
    assert "genuine" in {each.truth for each in dealt}


@pytest.mark.parametrize("truth", ["genuine", "fake", "cannot_tell"])
def test_a_truth_wished_for_is_dealt(truth: str) -> None:
    wish = Wish(truth=truth)  # type: ignore[arg-type]
    assert {each.truth for each in deal(built_in(), "truth", 30, wish=wish)} == {truth}


def test_genuine_but_unencrypted_is_genuine() -> None:
    for each in deal(built_in(), "http", 20, wish=Wish(("http-only",))):
        assert (each.truth, each.trick, each.url[:5]) == ("genuine", "http-only", "http:")


def test_messages_without_a_link_ask_for_the_demand() -> None:
    dealt = list(deal(built_in(), "bait", 60, wish=Wish(("no-link-bait",))))
    assert {each.asks for each in dealt} == {"demand"}
    assert {each.truth for each in dealt} == {"genuine", "fake", "cannot_tell"}
    assert {each.url for each in dealt} == {""}


@pytest.mark.parametrize("brand", [each.id for each in built_in().brands])
def test_every_brand_can_be_dealt(brand: str) -> None:
    dealt = list(deal(built_in(), "brand", 12, wish=Wish(brand=brand)))
    genuine = {each.brand for each in dealt if each.truth == "genuine"}
    assert genuine <= {brand}


def test_a_brand_whose_name_does_not_lend_itself_gives_way_to_another() -> None:
    dealt = next(deal(built_in(), "zto", 1, wish=Wish(("doubling",), "fake", "zto")))
    assert dealt.trick == "doubling"


def test_a_trick_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        next(deal(SMALL, 1, 1, wish=Wish(("nonsense",))))


@settings(max_examples=25)
@given(st.integers(0, 2**80), st.sampled_from(ON_LINKS))
def test_any_seed_and_trick_can_be_dealt(seed: int, trick: str) -> None:
    (dealt,) = deal(SMALL, seed, 1, wish=Wish((trick,)))
    assert dealt.url


def test_a_bare_link_has_no_path() -> None:
    assert bare("https://a.example/b?c") == "https://a.example"
    assert bare("https://a.example\\.b.example/") == "https://a.example"
    assert bare("https://a@b.example") == "https://a@b.example"


def test_rounds_are_dealt_one_by_one() -> None:
    assert len(list(islice(deal(SMALL, 1, 10**9), 3))) == 3
