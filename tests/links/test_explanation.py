"""Every answer is explained on the link itself, in both languages, with the reader's own spans."""

from __future__ import annotations

import pytest

from app import i18n
from app.links.anatomy import dissect
from app.links.deal import deal
from app.links.explanation import Explanation, explain, explain_link
from app.links.rounds import Wish
from app.links.tricks.table import TRICKS
from tests.links.dealt import ON_LINKS, rounds_of
from tests.links.official import built_in


def texts(told: Explanation) -> list[str]:
    said = [told.headline, told.title, *told.sentences, told.pressure, told.https, told.next_step]
    return [each for each in said if each]


@pytest.mark.parametrize("trick", ON_LINKS)
def test_a_dealt_link_is_explained_with_the_owner_marked(trick: str) -> None:
    for dealt in rounds_of(trick, 40, "explained"):
        told = explain(dealt, built_in())
        assert told.owner == dealt.owner
        assert told.owner_span == dissect(dealt.url).spans["owner"] == dealt.owner_span
        assert told.marks[0].what == "owner"
        assert told.title == TRICKS[trick].title
        assert told.sentences
        assert not any("{" in each for each in texts(told))


def test_a_genuine_link_is_explained_too() -> None:
    for dealt in deal(built_in(), "genuine", 200, wish=Wish(truth="genuine")):
        told = explain(dealt, built_in())
        assert told.trick is None
        assert [each.what for each in told.marks] == ["owner"]
        assert "official list" in told.headline
        assert len(told.sentences) >= 2
        assert told.difference is None
        assert not any("{" in each for each in texts(told))


def test_a_demand_is_explained_by_what_it_wants() -> None:
    for dealt in deal(built_in(), "demand", 60, wish=Wish(("no-link-bait",))):
        told = explain(dealt, built_in())
        assert told.sentences
        assert (told.trick == "no-link-bait") == (dealt.truth == "fake")


def test_codes_that_only_an_app_reads_are_explained() -> None:
    kinds = set()
    for dealt in deal(built_in(), "codes", 200, wish=Wish(truth="cannot_tell")):
        if dealt.owner is None:
            kinds.add(dealt.kind)
            assert explain(dealt, built_in()).sentences
    assert kinds == {"mini_program", "phrase"}


def test_the_difference_is_shown_letter_by_letter() -> None:
    told = explain_link(
        "https://m.pinduodo.com/s", built_in(), truth="fake", brand="pinduoduo", trick="omission"
    )
    assert told.difference is not None
    assert told.difference.official == "pinduoduo.com"
    lacking = [step for step in told.difference.steps if step.what != "same"]
    assert [(step.what, step.official) for step in lacking] in (
        [("lacking", "u")],
        [("lacking", "o")],
    )


def test_a_foreign_letter_is_shown_as_it_looks_and_as_code() -> None:
    told = explain_link("https://pinduоduo.com/", built_in(), truth="fake", brand="pinduoduo")
    assert told.trick == "script-lookalike"
    assert "xn--pinduduo-rbh.com" in told.sentences[0]
    assert told.difference is not None
    assert told.difference.seen == "pinduоduo.com"


def test_names_without_likeness_are_not_laid_side_by_side() -> None:
    told = explain_link("https://hb99.example/", built_in(), truth="fake", brand="pinduoduo")
    assert told.difference is None
    assert "hb99.example" in told.headline
    told = explain_link(
        "https://v.xianghongshop.com/",
        built_in(),
        truth="fake",
        brand="pinduoduo",
        trick="text-differs",
        shown="mobile.yangkeduo.com",
    )
    assert told.difference is None
    assert "yangkeduo.com" in told.sentences[0]


def test_the_trick_is_found_on_links_written_by_hand() -> None:
    told = explain_link(
        "https://mobile.yangkeduo.com@hb99.example/s", built_in(), truth="fake", brand="pinduoduo"
    )
    assert told.trick == "user-info"
    start, end = told.marks[1].span
    assert told.text[start:end] == "mobile.yangkeduo.com"


@pytest.mark.parametrize(
    ("link", "word"), [("https://a.example/", "https"), ("http://a.example/", "http")]
)
def test_the_scheme_is_said_to_prove_nothing(link: str, word: str) -> None:
    told = explain_link(link, built_in(), truth="fake", brand=None)
    assert told.https.startswith(f"{word} ")


@pytest.mark.parametrize("pressure", ["hurry", "gain", "fear", "secrecy", "guilt"])
def test_pressure_is_named(pressure: str) -> None:
    told = explain_link(
        "https://a.example/",
        built_in(),
        truth="fake",
        brand=None,
        pressure=pressure,  # type: ignore[arg-type]
    )
    assert told.pressure


def test_the_explanation_speaks_chinese() -> None:
    i18n.use("zh-CN")
    for dealt in deal(built_in(), "zh", 150):
        for each in texts(explain(dealt, built_in())):
            assert any("\u4e00" <= sign <= "\u9fff" for sign in each), each
            assert "{" not in each
