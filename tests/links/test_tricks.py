"""Every trick recognises what it makes, and says where the owner stands."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links.anatomy import dissect
from app.links.score import truth_of
from app.links.tricks.table import TRICKS, recognise
from tests.links.dealt import ON_LINKS, SMALL, WITHOUT_TRACE, anatomy_of, rounds_of
from tests.links.official import built_in, lens

DESIGN = (
    "ip-host", "numeric-host", "unrelated", "brand-subdomain", "hyphen-dots", "long-subdomain",
    "brand-path", "brand-query", "combo", "abbreviation", "omission", "swap", "doubling",
    "keyboard", "pinyin", "split-dot", "ascii-lookalike", "script-lookalike", "diacritic",
    "raw-punycode", "han-name", "other-suffix", "glued-suffix", "user-info", "fake-port",
    "han-dot", "slash-lookalike", "percent-encoded", "short-link", "redirector", "hosted-form",
    "text-differs", "qr", "bidi", "http-only", "no-link-bait",
)  # fmt: skip
NOTES_ONLY = (
    "unrelated", "ip-host", "numeric-host", "http-only", "raw-punycode", "percent-encoded",
)  # fmt: skip

EXAMPLES = (
    ("brand-subdomain", "https://pinduoduo.com.zhuli-help.example/s"),
    ("brand-subdomain", "https://pinduoduo.hb99.example/s"),
    ("hyphen-dots", "https://mobile-yangkeduo-com.hd66.example/"),
    (
        "long-subdomain",
        "https://mobile.yangkeduo.com.goods.html.activity.share.k9d.example/",
    ),
    ("brand-path", "https://kan1dao.example/mobile.yangkeduo.com/goods.html"),
    ("brand-query", "https://q7z.example/?from=https://mobile.yangkeduo.com"),
    ("brand-query", "https://q7z.example/?from=https%3A%2F%2Fmobile.yangkeduo.com%2F"),
    ("combo", "https://pinduoduo-zhuli.top/"),
    ("combo", "https://wolepinji.top/"),
    ("abbreviation", "https://pddhongbao.com/"),
    ("omission", "https://pinduodo.com/"),
    ("swap", "https://pindouduo.com/"),
    ("doubling", "https://pinduoduoo.com/"),
    ("keyboard", "https://oinduoduo.com/"),
    ("pinyin", "https://yankeduo.com/"),
    ("split-dot", "https://pin.duoduo.com/"),
    ("ascii-lookalike", "https://plnduoduo.com/"),
    ("ascii-lookalike", "https://pincluoduo.com/"),
    ("ascii-lookalike", "https://pinduodu0.com/"),
    ("script-lookalike", "https://pinduоduo.com/"),
    ("script-lookalike", "https://xn--pinduduo-rbh.com/"),
    ("diacritic", "https://pınduoduo.com/"),
    ("raw-punycode", "https://xn--pinduduo-rbh.com/"),
    ("han-name", "https://拼多多.top/"),
    ("han-name", "https://拼夕夕.top/"),
    ("other-suffix", "https://yangkeduo.top/"),
    ("glued-suffix", "https://yangkeduocom.cn/"),
    ("user-info", "https://mobile.yangkeduo.com@hb99.example/s"),
    ("fake-port", "https://pinduoduo.com:443@hb99.example/s"),
    ("han-dot", "https://mobile.yangkeduo.com。hb99.example"),
    ("slash-lookalike", "https://hb99.example\\.pinduoduo.com/"),
    ("slash-lookalike", "https://pinduoduo.com⁄goods.hb99.example/"),
    ("percent-encoded", "https://hb99.example/%70%69%6E%64%75%6F%64%75%6F%2E%63%6F%6D"),
    ("bidi", "https://hb99.example/\u202emoc.oudoudnip"),
    ("ip-host", "http://203.0.113.23/pinduoduo/zhuli"),
    ("numeric-host", "http://3405803799/pdd"),
    ("short-link", "https://t.cn/A6xyz"),
    ("redirector", "https://link.zhihu.com/?target=https%3A%2F%2Fhb99.example"),
    ("hosted-form", "https://docs.qq.com/form/page/DEMO"),
    ("http-only", "http://mobile.yangkeduo.com/goods.html"),
)


def test_every_trick_of_the_design_is_in_the_table() -> None:
    assert set(TRICKS) == set(DESIGN)


def test_only_tricks_that_play_on_a_name_deceive() -> None:
    kept_apart = {"short-link", "redirector", "hosted-form", "no-link-bait"}
    assert {each.id for each in TRICKS.values() if not each.deceives} == {*NOTES_ONLY, *kept_apart}


@pytest.mark.parametrize(("trick", "link"), EXAMPLES)
def test_the_examples_of_the_design_are_recognised(trick: str, link: str) -> None:
    found = {each.trick: each for each in recognise(dissect(link), built_in())}
    assert trick in found
    assert found[trick].deceives == TRICKS[trick].deceives


@pytest.mark.parametrize("trick", ON_LINKS)
def test_a_trick_recognises_what_it_makes(trick: str) -> None:
    for dealt in rounds_of(trick, 100):
        anatomy = anatomy_of(dealt)
        assert (anatomy.owner, anatomy.spans["owner"]) == (dealt.owner, dealt.owner_span)
        if trick not in WITHOUT_TRACE:
            assert trick in [each.trick for each in recognise(anatomy, built_in())], dealt.url
        verdict = lens().judge(anatomy).verdict
        assert truth_of(verdict, claims_brand=True) == dealt.truth, dealt.url


@pytest.mark.parametrize("trick", [each for each in ON_LINKS if TRICKS[each].deceives])
def test_a_deceiving_trick_makes_the_lens_say_imitates(trick: str) -> None:
    said = {lens().judge(anatomy_of(each)).verdict for each in rounds_of(trick, 60, "verdict")}
    assert said <= ({"imitates", "unlisted"} if trick == "qr" else {"imitates"})


@pytest.mark.parametrize("trick", ON_LINKS)
def test_where_the_trick_is_said_to_be_there_is_something(trick: str) -> None:
    for dealt in rounds_of(trick, 30, "where"):
        anatomy = anatomy_of(dealt)
        for each in recognise(anatomy, built_in()):
            start, end = each.span
            assert 0 <= start < end <= len(anatomy.text)


@pytest.mark.parametrize(
    "link",
    [
        "https://mobile.yangkeduo.com/goods.html?src=https://www.taobao.com",
        "https://pinduoduo.com.m.yangkeduo.com/",
        "https://pinduoduo.cn/",
        "https://pingduoduo.com/",
        "https://qq.cn.com/",
        "https://腾讯.中国/",
        "https://help.pinduoduo.com@mobile.yangkeduo.com/",
    ],
)
def test_nothing_deceives_on_names_that_are_or_could_be_the_brands_own(link: str) -> None:
    assert not any(each.deceives for each in recognise(dissect(link), built_in()))


@pytest.mark.parametrize(
    "link",
    [
        "https://gmail.com/",
        "https://hotmail.com/",
        "https://element.io/",
        "https://www.hsbc.com/",
        "https://webchat.example/",
        "https://cbc.ca/",
        "https://casino.example/",
        "https://github.com/lens/pinduoduo.com/blob/README",
        "https://web.archive.org/web/2024/https://pinduoduo.com/",
        "https://percent.example/",
    ],
)
def test_ordinary_names_are_left_alone(link: str) -> None:
    assert not any(each.deceives for each in recognise(dissect(link), built_in()))


def test_a_shown_name_of_the_same_brand_is_no_deceit() -> None:
    link = dissect("https://mobile.yangkeduo.com/goods.html")._replace(shown="pinduoduo.com")
    assert recognise(link, built_in()) == ()
    other = dissect("https://hb99.example/")._replace(shown="https://pinduoduo.com/goods")
    assert [each.trick for each in recognise(other, built_in())] == ["text-differs"]


@given(st.text(alphabet=string.printable + "拼多多。．⁄о\u202e\u200b", max_size=60))
def test_no_link_raises(text: str) -> None:
    for link in (f"https://{text}", f"https://pinduoduo.com{text}", f"https://hb99.example/{text}"):
        recognise(dissect(link), SMALL)


@given(st.text(alphabet=string.ascii_lowercase + string.digits + "-", min_size=1, max_size=30))
def test_evidence_always_names_a_brand_of_the_list(label: str) -> None:
    for each in recognise(dissect(f"https://{label}.com/"), SMALL):
        assert not each.deceives or each.brand in SMALL.by_id
