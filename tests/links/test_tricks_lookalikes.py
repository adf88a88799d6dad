"""Look-alikes of the listed brands are told, whatever program makes them; letter tables hold."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import idna
import pytest
from homoglyph._skeleton import skeleton as unicode_skeleton
from hypothesis import given
from hypothesis import strategies as st

from app.links.lookalikes import (
    ACCENTED,
    HAN_FAMILIES,
    KEY_NEIGHBOURS,
    OTHER_LATIN,
    OTHER_SCRIPTS,
    edit,
    fold_sound,
    han_key,
    skeleton,
    sound_slips,
    spots,
)
from app.links.tricks.ordinary import ORDINARY
from tests.links.official import built_in, lens

ROOT = Path(__file__).resolve().parent.parent.parent
SHARE = 0.97


def _judged_by_kind() -> tuple[Counter[str], Counter[str], list[str]]:
    """Per kind of look-alike: all that count, those said to imitate; and what was missed."""
    # Names of two or three letters, and numbers, are like too many others.
    owners = [
        owner
        for brand in built_in().brands
        if not brand.is_invented
        for owner in brand.owners[:1]
        if len(owner.partition(".")[0]) > 3 and owner.partition(".")[0].isalpha()
    ]
    run = subprocess.run(
        [sys.executable, "-m", "tests.links.permuted", *owners],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    made, told, missed = Counter[str](), Counter[str](), []
    for kinds in json.loads(run.stdout).values():
        for kind, names in kinds.items():
            for name in names:
                standing = built_in().standing(name)
                parts = name.split(".")
                if standing.brand or standing.never_fake or standing.other:
                    continue
                if parts[0] in ORDINARY or parts[-2] in ORDINARY:
                    continue  # a word or a brand of its own
                made[kind] += 1
                if lens().read_link(f"https://{name}/").verdict == "imitates":
                    told[kind] += 1
                else:
                    missed.append(name)
    return made, told, missed


def test_look_alikes_of_every_kind_are_told() -> None:
    made, told, missed = _judged_by_kind()
    assert len(made) >= 15
    poor = {kind: told[kind] / made[kind] for kind in made if told[kind] < SHARE * made[kind]}
    assert poor == {}, missed


def test_characters_that_pass_for_a_letter_may_stand_in_a_host_name() -> None:
    tables = (OTHER_SCRIPTS, OTHER_LATIN)
    several = [sign for table in tables for many in table.values() for sign in many]
    assert len(several) == len(set(several)) > 280
    for sign in several:
        idna.encode(sign + "a")


def test_characters_pass_for_what_unicode_says() -> None:
    """Where Unicode (UTS #39) knows a prototype in plain letters, ours is the same."""
    alike = {"1": "l", "i": "l", "0": "o"}
    other = []
    for letter, many in OTHER_SCRIPTS.items():
        for sign in many:
            theirs = unicode_skeleton(sign).lower()
            if len(theirs) == 1 and theirs.isascii() and theirs.isalnum():
                mine = skeleton(sign)
                if alike.get(theirs, theirs) != alike.get(mine, mine):
                    other.append((letter, sign, theirs))
    assert len(other) <= 6, other


def test_most_of_what_unicode_calls_confusable_is_known() -> None:
    theirs = known = 0
    for number in range(0x80, 0x3000):
        sign = chr(number)
        if unicodedata.category(sign) in ("Cn", "Co", "Cs"):
            continue
        try:
            idna.encode(sign + "a", uts46=False)
        except (idna.IDNAError, UnicodeError):
            continue
        prototype = unicode_skeleton(sign)
        if len(prototype) == 1 and prototype.isascii() and prototype.isalnum():
            theirs += 1
            known += skeleton(sign).isascii()
    assert known / theirs > 0.9


@pytest.mark.parametrize(
    ("disguised", "plain"), [("pinduоduo", "pinduoduo"), ("ƿınɖuoɗúõ", "pinduoduo")]
)
def test_a_disguised_name_is_undressed(disguised: str, plain: str) -> None:
    assert skeleton(disguised) == plain


def test_accents_come_off() -> None:
    for letter, many in ACCENTED.items():
        assert {skeleton(sign) for sign in many} == {letter}


def test_families_of_chinese_characters_do_not_overlap() -> None:
    several = [sign for family in HAN_FAMILIES for sign in family]
    assert len(several) == len(set(several))
    assert han_key("拼夕夕") == han_key("拼多多")


def test_neighbouring_keys_touch_each_other() -> None:
    assert set("qwsz") == set(KEY_NEIGHBOURS["a"])
    for key, others in KEY_NEIGHBOURS.items():
        assert all(key in KEY_NEIGHBOURS[other] for other in others)


@pytest.mark.parametrize(
    ("right", "wrong", "how"),
    [
        ("pinduoduo", "pinduoduo", "same"),
        ("pinduoduo", "pinduodo", "omission"),
        ("pinduoduo", "pindduoduo", "doubling"),
        ("pinduoduo", "pinxduoduo", "addition"),
        ("pinduoduo", "pindouduo", "swap"),
        ("pinduoduo", "oinduoduo", "exchange"),
        ("pinduoduo", "taobao", ""),
        ("pinduoduo", "pindudou", ""),
    ],
)
def test_one_typing_slip(right: str, wrong: str, how: str) -> None:
    assert edit(right, wrong) == how


@given(st.text("abcdo", max_size=9), st.text("abcdo", max_size=9))
def test_letter_by_letter_gives_both_names_back(right: str, wrong: str) -> None:
    steps = spots(right, wrong)
    assert "".join(one for _, one, _ in steps) == right
    assert "".join(other for _, _, other in steps) == wrong


@pytest.mark.parametrize("name", ["yangkeduo", "xiaohongshu", "zhihu", "fliggy", "dianping"])
def test_what_sounds_the_same_folds_to_the_same(name: str) -> None:
    heard = list(sound_slips(name))
    assert heard
    assert all(fold_sound(each) == fold_sound(name) != "" for each in heard)
    assert name not in heard
