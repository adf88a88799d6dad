"""The leak gate holds for what is dealt, and finds a leak where there is one."""

from __future__ import annotations

import pytest

from app.links.deal import deal
from app.links.folk_rules import FEATURES, seen
from app.links.gate import (
    LEAST_AUC,
    LEAST_FOR_D_PRIME,
    MOST_AUC,
    MOST_D_PRIME,
    MOST_PAIR_AUC,
    Gate,
    Link,
    auc,
    links_of,
    measure,
)
from tests.links.official import built_in


@pytest.fixture(scope="module")
def dealt() -> Gate:
    return measure(links_of(deal(built_in(), "gate", 4_000)), built_in())


def test_no_folk_rule_tells_dealt_links_apart(dealt: Gate) -> None:
    assert min(dealt.genuine, dealt.fake) > 1_500
    for each in dealt.rules:
        assert abs(each.d_prime) <= MOST_D_PRIME, each
        assert LEAST_AUC <= each.auc <= MOST_AUC, each


def test_no_two_features_together_tell_them_apart(dealt: Gate) -> None:
    assert len(dealt.pairs) == len(FEATURES) * (len(FEATURES) - 1) // 2
    assert dealt.pairs[0][2] <= MOST_PAIR_AUC, dealt.pairs[0]


def test_who_reads_the_owner_is_always_right(dealt: Gate) -> None:
    assert dealt.strict == 1.0
    assert dealt.is_passed


@pytest.mark.parametrize("seed", [11, 12])
def test_the_gate_holds_for_other_seeds(seed: int) -> None:
    assert measure(links_of(deal(built_in(), seed, 2_500)), built_in()).is_passed


def test_a_telling_ending_fails_the_gate() -> None:
    links = [
        Link(f"https://m.pinduoduo.com/goods.html?id={n}", "pinduoduo", False) for n in range(40)
    ] + [Link(f"https://m.pinduoduo-{n}.top/goods.html?id=7", "pinduoduo", True) for n in range(40)]
    gate = measure(links, built_in())
    failed = {each.feature for each in gate.rules if not each.holds}
    assert {"common-ending", "hyphens"} <= failed
    assert not gate.is_passed


def test_a_rare_look_is_no_leak_in_a_small_set() -> None:
    """Two links of twenty-five that end in .com help nobody; d′ alone would make much of them."""
    tail = "goods.html?id="
    links = [
        *(Link(f"https://m.lepinji.example/{tail}{n:02}", "lepinji", False) for n in range(23)),
        *(Link(f"https://m.jd.com/{tail}lepinjiaa{n:02}", "jd", False) for n in (23, 24)),
        *(Link(f"https://m.lepinji.invalid/{tail}{n:02}", "lepinji", True) for n in range(25)),
    ]
    few = {each.feature: each for each in measure(links, built_in()).rules}["common-ending"]
    assert few.d_prime > MOST_D_PRIME
    assert few.holds
    many = {each.feature: each for each in measure(links * 4, built_in()).rules}["common-ending"]
    assert many.d_prime > MOST_D_PRIME
    assert not many.holds
    assert LEAST_FOR_D_PRIME == 100


def test_a_wrong_truth_fails_the_gate() -> None:
    links = [Link("https://m.pinduoduo.com/", "pinduoduo", True)]
    gate = measure(links, built_in())
    assert gate.strict == 0.0
    assert not gate.is_passed


def test_few_links_are_judged_by_their_owners_only() -> None:
    links = [
        Link("https://m.pinduoduo.com/", "pinduoduo", False),
        Link("https://hb99.example/", "pinduoduo", True),
    ]
    gate = measure(links, built_in())
    assert not gate.is_enough
    assert gate.is_passed


def test_nothing_to_measure_passes_and_says_so() -> None:
    gate = measure([], built_in())
    assert (gate.genuine, gate.fake, gate.rules, gate.is_enough) == (0, 0, (), False)


def test_area_under_the_curve_counts_ties_half() -> None:
    assert auc([1, 2, 3, 4], [False, False, True, True]) == 1.0
    assert auc([4, 3, 2, 1], [False, False, True, True]) == 0.0
    assert auc([1, 1, 1, 1], [False, True, False, True]) == 0.5
    assert auc([1, 2, 2, 3], [False, False, True, True]) == 0.875


def test_features_count_what_the_eye_counts() -> None:
    link = seen("http://a-b.pinduoduo.com@m.x-9.top:80/p/q.html?r=1", built_in().by_id["pinduoduo"])
    counted = {each.id: each.value(link) for each in FEATURES}
    assert link.host == "m.x-9.top"
    assert counted["brand-anywhere"] == 1
    assert counted["starts-with-brand"] == 0
    assert counted["https"] == 0
    assert counted["common-ending"] == 0
    assert counted["has-parameters"] == 1
    assert counted["host-dots"] == 2
    assert counted["host-hyphens"] == 1
    assert counted["host-digits"] == 1
    assert counted["path-depth"] == 2
