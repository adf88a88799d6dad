"""levels.yaml: what a teacher is told, and that the built-in levels are sound in both languages."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from app.content.brand_list import load_brands
from app.content.fingerprint import fingerprint
from app.content.level_list import LEVELS_FILE, load_levels, read_levels
from app.content.messages import levels as messages
from app.content.messages import say, table
from app.content.rules.links import is_nobodys
from app.content.source import parse
from app.content.spec.paths import text_paths
from app.content.translation import original_of, read_overlay, text_of
from app.learning.dealing import hidden_tricks, pool
from app.links.lens import Lens
from app.links.levels import LevelList
from app.links.tricks.table import TRICKS
from app.paths import built_in_course
from tests.content.marked import places, unmarked

BRANDS = load_brands(built_in_course())[0]
assert BRANDS is not None
LENS = Lens(BRANDS)

HEAD = "format: 1\nid: levels\nlanguage: zh-CN\nlevels:\n"
DEALT = "    tricks: [swap]\n    rounds: 12\n"


def level(rest: str, first: str = "") -> str:
    return f"{HEAD}  - {first}id: one\n    title: 关\n{rest}"


def link(rest: str) -> str:
    return f"{DEALT}    links:\n      - {{id: a, why: 因为, {rest}}}\n"


def read(text: str):
    node, slips = parse(text, "levels.yaml")
    assert node is not None
    assert not slips
    return read_levels(node, "levels.yaml", text, tricks={"swap", "combo", "short-link"}, lens=LENS)


_TEN = "".join(f"      - {{id: l{n}, message: 问, verdict: fine, why: 因}}\n" for n in range(10))

BROKEN = {
    "nothing to play": level("", "▸E423▸"),
    "tricks without rounds": level("    ▸E424▸tricks: [swap]\n"),
    "tricks that make no fake": level("    ▸E431▸tricks: [short-link]\n    rounds: 20\n"),
    "rounds without tricks": level(
        "    ▸E424▸rounds: 12\n    judge: demand\n    ▸E426▸links:\n" + _TEN
    ),
    "too few to pass": level(
        "    judge: demand\n    ▸E425▸links:\n"
        "      - {id: a, message: 问, verdict: fine, why: 因}\n"
        "      - {id: b, message: 问, verdict: harmful, why: 因}\n"
    ),
    "one kind only": level("    judge: demand\n    ▸E426▸links:\n" + _TEN),
    "a real name as a fake": level(link("verdict: fake, url: ▸E420▸https://pinduodo.com/a")),
    "a real address as a fake": level(link("verdict: fake, url: ▸E420▸http://8.8.8.8/a")),
    "a code as an owner's link": level(link("verdict: fake, url: ▸E421▸￥DEMO￥")),
    "no link to judge": level(
        f"{DEALT}    links:\n      - ▸E158▸{{id: a, verdict: fake, why: 因}}\n"
    ),
    "a verdict the lens does not share": level(
        link("verdict: ▸E427▸fake, url: https://m.lepinji.example/a")
    ),
    "a stranger that claims nothing": level(
        link("verdict: ▸E432▸fake, url: https://xiaodian.example/a")
    ),
    "the other kind of verdict": level(
        link("verdict: ▸E233▸harmful, url: https://lepinji.example/a")
    ),
    "an unknown trick": level("    tricks: [swap, ▸E422▸swop]\n    rounds: 12\n"),
    "an unknown brand": level(
        link("verdict: genuine, url: https://lepinji.example/a, brand: ▸E422▸lepinjy")
    ),
    "the link of another brand": level(
        link("verdict: genuine, url: https://lepinji.example/a, brand: ▸E428▸linlituan")
    ),
    "a trick that is not there": level(
        link("verdict: genuine, url: https://lepinji.example/a, trick: ▸E429▸combo")
    ),
    "a demand that cannot be read": level(
        f"{DEALT}    judge: demand\n    links:\n"
        "      - {id: a, why: 因为, message: 来, verdict: fine, url: ▸E430▸不是链接}\n"
    ),
    "no title": f"{HEAD}  - ▸E158▸id: one\n{DEALT}",
    "rounds too few": level("    tricks: [swap]\n    rounds: ▸E156▸9\n"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told_where_it_stands(name):
    text, expected = unmarked(BROKEN[name])
    levels, issues = read(text)
    assert levels is None
    assert places(issues) == expected
    words = table()
    assert all("{" not in sentence for one in issues for sentence in say(one, str, words))


def test_every_message_has_its_broken_file():
    shown = {code for text in BROKEN.values() for code, _, _ in unmarked(text)[1]}
    assert set(messages.MESSAGES) <= shown


def test_a_level_is_read_with_all_it_has():
    text = level(link('verdict: fake, url: "http://203.0.113.7/a", brand: lepinji, carrier: qr'))
    levels, issues = read(text)
    assert issues == []
    assert levels is not None
    (one,) = levels.levels
    assert (one.rounds, one.judge, one.tricks) == (12, "owner", ("swap",))
    assert (one.by_hand[0].truth, one.by_hand[0].carrier) == ("fake", "qr")


@pytest.mark.parametrize(
    ("host", "nobodys"),
    [
        ("a.example", True),
        ("lepinji.example.kefu.test", True),
        ("x.invalid", True),
        ("localhost", True),
        ("203.0.113.7", True),
        ("[2001:db8::1]", True),
        ("example.com", False),
        ("test.cn", False),
        ("8.8.8.8", False),
        ("[2001:4860::8888]", False),
    ],
)
def test_names_that_belong_to_nobody(host, nobodys):
    assert is_nobodys(host) is nobodys


def test_a_missing_file_is_said(tmp_path):
    levels, issues = load_levels(tmp_path, "en")
    assert levels is None
    assert [issue.code for issue in issues] == ["E001"]


# ── the built-in levels ──────────────────────────────────────────────────────


def built_in(language: str) -> LevelList:
    levels, issues = load_levels(built_in_course(), language, tricks=TRICKS, lens=LENS)
    assert issues == []
    assert levels is not None
    return levels


def test_there_are_fifteen_in_both_languages():
    chinese, english = built_in("zh-CN"), built_in("en")
    assert len(chinese.levels) == 15
    for one, other in zip(chinese.levels, english.levels, strict=True):
        assert one.id == other.id
        assert one.title != other.title
        for ours, theirs in zip(one.by_hand, other.by_hand, strict=True):
            assert (ours.url, ours.truth, ours.trick) == (theirs.url, theirs.truth, theirs.trick)
            assert ours.why != theirs.why


def test_the_translation_is_whole_and_up_to_date():
    folder = built_in_course()
    node, _ = parse((folder / LEVELS_FILE).read_text("utf-8"), LEVELS_FILE)
    overlay_node, _ = parse((folder / "levels.en.yaml").read_text("utf-8"), "levels.en.yaml")
    assert node is not None
    assert overlay_node is not None
    overlay, issues = read_overlay(overlay_node, "levels.en.yaml")
    assert overlay is not None
    assert issues == []
    paths = list(text_paths(node, "levels"))
    original = original_of("levels", "levels.en.yaml", "zh-CN", paths)
    assert set(overlay.filled) == set(original.texts)
    assert overlay.stamps == {path: fingerprint(text_of(one)) for path, one in paths}


def test_every_trick_has_its_level_and_every_level_both_truths():
    levels = built_in("zh-CN").levels
    trained = {trick for one in levels for trick in one.tricks}
    assert trained >= {trick.id for trick in pool()}
    for one in levels:
        truths = Counter(each.truth for each in one.by_hand)
        assert truths["genuine"] > 0
        assert truths["fake"] > 0
        assert one.judge == "owner" or max(truths.values()) <= 0.6 * one.rounds
        assert all(
            each.trick in hidden_tricks()
            for each in one.by_hand
            if each.truth == "cannot_tell" and one.judge == "owner"
        )


def test_no_message_claims_that_a_link_is_safe():
    chinese, english = (
        [each.why for one in built_in(language).levels for each in one.by_hand]
        for language in ("zh-CN", "en")
    )
    assert not any("安全" in why and "检测" not in why for why in chinese)
    assert not any(re.search(r"\bsafe\b(?![-”])", why) for why in english)
