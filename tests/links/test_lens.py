"""The lens says who owns a link, careful with everything it does not know."""

from __future__ import annotations

import json
from pathlib import Path

import dnstwist
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import i18n
from app.links import lens as lens_module
from app.links.lens import Lens
from app.links.shown import defanged, visible
from app.links.values import Judgement
from tests.links.official import built_in, lens
from tests.links.pasted import PIECES, odd_texts

ORDINARY = (Path(__file__).parent / "data/ordinary_sites.txt").read_text("utf-8").split()


def judged(link: str) -> Judgement:
    return lens().read_link(link)


@pytest.mark.parametrize(
    ("link", "brand"),
    [
        ("https://mobile.yangkeduo.com/goods.html?goods_id=1", "pinduoduo"),
        ("https://p.pinduoduo.com/Ab12", "pinduoduo"),
        ("http://pinduoduo.com", "pinduoduo"),
        ("HTTPS://ＭＯＢＩＬＥ.yangkeduo。com/x", "pinduoduo"),
        ("https://m.tb.cn/h.abc", "taobao"),
        ("https://u.jd.com/abc", "jd"),
        ("3.cn/abc", "jd"),
        ("https://qq.cn.com/", "tencent"),
        ("https://腾讯.中国/", "tencent"),
        ("https://xn--r70as2s.xn--fiqs8s/", "tencent"),
        ("https://weixin.qq.com/g/DEMO", "wechat"),
        ("https://mail.qq.com/", "tencent"),
        ("https://item.jd.com/1.html?src=taobao.com&u=https://item.taobao.com/", "jd"),
        ("https://m.lepinji.example/t/55", "lepinji"),
        ("https://m.linlituan.test/9", "linlituan"),
        ("pinduoduo://com.xunmeng.pinduoduo/goods.html", "pinduoduo"),
        ("pddopen://?h5Url=https%3A%2F%2Fmobile.yangkeduo.com%2Fx", "pinduoduo"),
        ("wxp://f2fDEMO", "wechat"),
        ("https://taobao.com@mobile.yangkeduo.com/x", "pinduoduo"),
    ],
)
def test_official(link: str, brand: str) -> None:
    found = judged(link)
    assert (found.verdict, found.brand) == ("official", brand)
    assert not any(one.deceives for one in found.evidence)


@pytest.mark.parametrize(
    ("link", "brand"),
    [
        ("https://pinduoduo.com.zhuli-help.example/s", "pinduoduo"),
        ("https://pinduoduo.hb99.example/", "pinduoduo"),
        ("https://mobile-yangkeduo-com.hd66.example/", "pinduoduo"),
        ("https://mobile.yangkeduo.com.goods.html.activity.share.k9d.example/", "pinduoduo"),
        ("https://kan1dao.example/mobile.yangkeduo.com/goods.html", "pinduoduo"),
        ("https://q7z.example/?from=https://mobile.yangkeduo.com", "pinduoduo"),
        ("https://pinduoduo-zhuli.example/", "pinduoduo"),
        ("https://pinduodo.com/", "pinduoduo"),
        ("https://pindouduo.com/", "pinduoduo"),
        ("https://pinduоduo.com/", "pinduoduo"),
        ("https://xn--pinduduo-rbh.com/", "pinduoduo"),
        ("https://pınduoduo.com/", "pinduoduo"),
        ("https://yangkeduo.top/", "pinduoduo"),
        ("https://mobile.yangkeduo.com@hb99.example/s", "pinduoduo"),
        ("https://mobile.yangkeduo.com。hb99.example/", "pinduoduo"),
        ("https://hb99.example\\.pinduoduo.com/", "pinduoduo"),
        ("https://拼多多.example/", "pinduoduo"),
        ("https://1epinji.example/q", "lepinji"),
        ("http://203.0.113.23/mobile.yangkeduo.com/login", "pinduoduo"),
    ],
)
def test_imitates(link: str, brand: str) -> None:
    found = judged(link)
    assert (found.verdict, found.brand) == ("imitates", brand)
    deceiving = [one for one in found.evidence if one.deceives]
    for one in deceiving:
        low, high = one.span
        assert 0 <= low < high <= len(found.anatomy.text)
    assert found.tricks[0] == deceiving[0].trick


@pytest.mark.parametrize(
    "link",
    [
        *("https://fuli-lingqu.example/zl?u=88", "http://203.0.113.23/zhuli", "http://3405803799/"),
        *("https://tencent.com/", "https://bilibili.com/", "https://unionpayintl.com/"),
        *("https://pinduoduo.com.cn/", "https://pingduoduo.com/", "http://192.168.1.1/"),
        *(
            "https://www.tsinghua.edu.cn/",
            "https://xn--fiq228c.example/",
            "https://%68b99.example/",
        ),
        "https://web.archive.org/web/2020/https://www.pinduoduo.com/",
        "https://github.com/someone/mobile.yangkeduo.com",
        "https://www.google.com/search?q=mobile.yangkeduo.com",
        "foo://open?x=1",
    ],
)
def test_unlisted(link: str) -> None:
    found = judged(link)
    assert (found.verdict, found.brand) == ("unlisted", None)
    assert not any(one.deceives for one in found.evidence)


@pytest.mark.parametrize(
    "link",
    [
        *("https://t.cn/A6xyz", "https://dwz.cn/abc", "http://bit.ly/abc", "url.cn/abc"),
        *("https://docs.qq.com/form/page/DEMO", "https://c.pc.qq.com/?pfurl=http%3A%2F%2Fa.com"),
        *("https://link.zhihu.com/?target=https%3A//jd.com", "https://x.github.io/pinduoduo"),
        *("https://pdd-1.cos.myqcloud.com/x", "https://www.google.com/url?q=https://jd.com"),
        *("#小程序://拼多多/DEMO0001", "￥DEMO12￥", "复制这段话打开拼多多"),
        "pddopen://?h5Url=https%3A%2F%2Fhb99.example%2F",
    ],
)
def test_cannot_tell(link: str) -> None:
    assert judged(link).verdict == "cannot_tell"


@pytest.mark.parametrize("text", ["", "你好", "me@pinduoduo.com", "https://", "v1.2.3"])
def test_a_text_without_a_link_says_so(text: str) -> None:
    reading = lens().read(text)
    assert [one.verdict for one in reading.judgements] == ["unreadable"]
    assert reading.judgements[0].reasons == (i18n._("There is no link in this text."),)


def test_a_message_is_read_link_by_link() -> None:
    text = "真 https://mobile.yangkeduo.com/x 假 https://pinduodo.com/x 短 t.cn/A1"
    reading = lens().read(text)
    assert [one.verdict for one in reading.judgements] == ["official", "imitates", "cannot_tell"]
    for one in reading.judgements:
        low, high = one.anatomy.span
        assert text[low:high] == one.anatomy.text


def test_a_link_inside_an_app_link_is_told_on_its_own() -> None:
    text = "看 pddopen://?h5Url=https%3A%2F%2Fm.hb99%2Eexample%2Fa&x=1"
    outer, inner = lens().read(text).judgements
    assert outer.verdict == "cannot_tell"
    assert inner.verdict == "unlisted"
    low, high = inner.anatomy.span
    assert text[low:high] == inner.anatomy.text == "https%3A%2F%2Fm.hb99%2Eexample%2Fa"
    low, high = inner.anatomy.spans["owner"]
    assert inner.anatomy.text[low:high] == "hb99%2Eexample"
    assert inner.anatomy.owner == "hb99.example"


def test_a_link_in_a_parameter_is_only_noted() -> None:
    found = lens().read("https://m.jd.com/x?to=https%253A%252F%252Fhb99.example%252F").judgements
    assert [one.verdict for one in found] == ["official"]
    assert any("hb99.example" in reason for reason in found[0].reasons)


def test_shown_text_that_differs_is_told() -> None:
    (found,) = lens().read("[mobile.yangkeduo.com](https://hb99.example/s)").judgements
    assert found.verdict == "imitates"
    assert found.anatomy.shown == "mobile.yangkeduo.com"


@pytest.mark.parametrize(
    ("link", "word"),
    [
        ("http://pinduoduo.com/", "http"),
        ("https://p.pinduoduo.com/x", "own short links"),
        ("https://weixin.qq.com/x/DEMO", "log-in code"),
        ("wxp://f2fDEMO", "payment code"),
        ("https://m.pin\u200bduoduo.com/", "U+200B"),
        ("https://jd.com:8443/", "8443"),
        ("http://192.168.1.1/", "own network"),
        ("https://u@jd.com/", "“u”"),
        ("hxxps://jd[.]com/", "nobody opens it"),
        ("https://腾讯.中国/", "xn--r70as2s.xn--fiqs8s"),
    ],
)
def test_what_is_unusual_is_said(link: str, word: str) -> None:
    assert word in " ".join(judged(link).reasons)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_verdict_ever_says_safe_or_fraud(language: str) -> None:
    i18n.use(language)
    try:
        for link in (
            "https://jd.com",
            "https://pinduodo.com",
            "https://t.cn/x",
            "https://a.example",
        ):
            said = " ".join(judged(link).reasons).lower()
            assert said
            for word in ("safe", "fraud", "scam", "phishing", "安全的", "骗子", "诈骗"):
                assert word not in said
    finally:
        i18n.use("en")


# ── lists of names ───────────────────────────────────────────────────────────


def test_ordinary_sites_are_hardly_ever_said_to_imitate() -> None:
    wrong = [site for site in ORDINARY if judged(f"https://{site}/").verdict == "imitates"]
    assert wrong == []


def test_what_the_list_names_is_never_said_to_imitate() -> None:
    brands = built_in()
    names = [
        *brands.official,
        *brands.never_fake,
        *brands.others,
        *(place for place in (*brands.carriers, *brands.hosted, *brands.shorteners)),
    ]
    wrong = [name for name in names if judged(f"https://{name}").verdict == "imitates"]
    assert wrong == []


#: What the well-known generator makes of a name, apart from what is another's real name.
KINDS = (
    *("addition", "bitsquatting", "cyrillic", "homoglyph", "hyphenation", "insertion"),
    *(
        "omission",
        "plural",
        "repetition",
        "replacement",
        "subdomain",
        "transposition",
        "vowel-swap",
    ),
)


@pytest.mark.parametrize("owner", ["pinduoduo.com", "yangkeduo.com", "xiaohongshu.com"])
def test_what_typosquatters_make_is_nearly_always_recognised(owner: str) -> None:
    generator = dnstwist.Fuzzer(owner)
    generator.generate()
    made: dict[str, list[str]] = {}
    for one in generator.domains:
        if one["fuzzer"] in KINDS:
            made.setdefault(one["fuzzer"], []).append(one["domain"])
    assert len(made) >= 10
    for kind, names in made.items():
        some = names[:: max(1, len(names) // 150)]
        found = sum(judged(f"https://{name}/").verdict == "imitates" for name in some)
        assert found >= 0.97 * len(some), kind


# ── whatever is pasted ───────────────────────────────────────────────────────

_TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=25).map("".join)


@given(_TEXT)
def test_nothing_pasted_raises_and_every_link_is_told(text: str) -> None:
    reading = lens().read(text)
    assert reading.judgements
    assert not reading.is_cut
    for one in reading.judgements:
        low, high = one.anatomy.span
        assert text[low:high] == one.anatomy.text
        assert one.reasons
        assert all(one.reasons)
        assert (one.brand is not None) or one.verdict in ("unlisted", "cannot_tell", "unreadable")
        json.dumps(one.anatomy.notes, ensure_ascii=False)
        shown = defanged(one.anatomy)
        assert "://" not in shown or one.anatomy.host is not None
        assert visible(shown) == shown


def test_odd_bytes_do_not_raise() -> None:
    for text in odd_texts(seed=7, size=60_000):
        lens().read(text)
        lens().read_link(text)


def test_a_huge_paste_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lens_module, "MOST_LINKS", 3)
    reading = lens().read("jd.com " * 4)
    assert len(reading.judgements) == 3
    assert reading.is_cut
    monkeypatch.setattr(lens_module, "MOST_CHARACTERS", 10)
    reading = lens().read("https://jd.com/abc")
    assert reading.is_cut
    assert reading.judgements[0].anatomy.text == "https://jd"


def test_copied_text_opens_nothing() -> None:
    assert (
        defanged(judged("https://a@pinduodo.com:81/x").anatomy) == "hxxps://a@pinduodo[.]com:81/x"
    )
    assert defanged(judged("pddopen://x").anatomy) == "pddopen[:]//x"
    assert visible("a\u202eb\x1b[0m") == "a⟨U+202E⟩b⟨U+001B⟩[0m"
    assert defanged(judged("hxxps://pinduodo[.]com").anatomy) == "hxxps://pinduodo[.]com"


def test_another_recogniser_can_stand_in() -> None:
    careless = Lens(built_in(), recognise=lambda anatomy, brands: ())
    assert careless.read_link("https://pinduodo.com/").verdict == "unlisted"
