"""The official list: what stands in it, how it is looked up, what is wrong with a broken one."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from app.content.brand_list import load_brands, read_brands
from app.content.source import parse
from app.links.brands import Brand, Brands
from tests.links.official import built_in

ONE = """format: 1
id: brands
brands:
  - id: pdd
    zh: 拼多多
    en: Pinduoduo
    pinyin: pinduoduo
    owners: [pinduoduo.com]
    source: here
    checked: 2026-11-22
"""


def codes(text: str) -> list[str]:
    node, issues = parse(text, "brands.yaml")
    assert node is not None
    assert issues == []
    brands, found = read_brands(node, "brands.yaml", text)
    assert (brands is None) == bool(found)
    return [issue.code for issue in found]


# ── the built-in list ────────────────────────────────────────────────────────


def test_at_least_thirty_brands_and_two_invented_ones() -> None:
    brands = built_in().brands
    assert sum(not one.is_invented for one in brands) >= 30
    assert {one.owners for one in brands if one.is_invented} == {
        ("lepinji.example",),
        ("linlituan.test",),
    }


def test_every_brand_says_where_and_when_it_was_checked() -> None:
    for one in built_in().brands:
        assert one.source, one.id
        assert date.fromisoformat(one.checked) <= date(2026, 12, 31)
        assert one.pinyin.isascii()
        assert one.zh in one.han_names
    assert built_in().checked == "2026-11-22"


def test_real_names_are_real_and_invented_ones_are_reserved() -> None:
    reserved = (".example", ".test", ".invalid", ".localhost")
    for one in built_in().brands:
        for host in (*one.owners, *one.short_hosts, *one.hosts):
            assert host.endswith(reserved) == one.is_invented, host


def test_what_many_can_use_is_never_official() -> None:
    brands = built_in()
    for host in ("myqcloud.com", "tcloudbaseapp.com", "bcebos.com", "aliyuncs.com", "github.io"):
        assert brands.brand_of(host) is None
        assert brands.standing(f"x.{host}").hosted == host


def test_never_fake_names_are_not_official() -> None:
    brands = built_in()
    for name in brands.never_fake:
        assert brands.brand_of(name) is None, name


@pytest.mark.parametrize(
    ("host", "brand"),
    [
        ("pinduoduo.com", "pinduoduo"),
        ("mobile.pinduoduo.com", "pinduoduo"),
        ("a.b.yangkeduo.com", "pinduoduo"),
        ("weixin.qq.com", "wechat"),
        ("open.weixin.qq.com", "wechat"),
        ("docs.qq.com", "tencent"),
        ("dpurl.cn", "meituan"),
        ("notpinduoduo.com", None),
        ("pinduoduo.com.evil.example", None),
        ("com", None),
        ("", None),
    ],
)
def test_brands_are_found_at_a_dot_and_nowhere_else(host: str, brand: str | None) -> None:
    assert built_in().brand_of(host) == brand
    assert built_in().standing(host).brand == brand


def test_the_fact_bases_names_are_on_the_list() -> None:
    """Its mains, short links and odd-looking ones; `generic shortener` belongs to nobody."""
    table = """
        pinduoduo.com yangkeduo.com pddpic.com pinduoduo.net pddcdn.com pddim.com pddugc.com
        p.pinduoduo.com mobile.yangkeduo.com mobile.pinduoduo.com weixin.qq.com wechat.com
        weixin.com servicewechat.com mmbizurl.cn wxaurl.cn wxmpurl.cn weixin110.qq.com u.wechat.com
        alipay.com alipay.com.cn alipayobjects.com qr.alipay.com taobao.com tmall.com tb.cn m.tb.cn
        jd.com 3.cn u.jd.com douyin.com iesdouyin.com v.douyin.com meituan.com dianping.com dpurl.cn
        xiaohongshu.com xhslink.com kuaishou.com gifshow.com b23.tv qq.com tenpay.com qq.cn.com
        xn--r70as2s.xn--fiqs8s qq.xn--fiqs8s 95516.com unionpay.com 12377.cn 12321.cn 12315.cn
        cyberpolice.mps.gov.cn
    """
    (names,) = csv.reader([",".join(table.split())])
    missing = [name for name in names if built_in().brand_of(name) is None]
    assert missing == []
    for name in ("t.cn", "dwz.cn", "url.cn"):
        assert built_in().standing(name).shortener == name


# ── looking up ───────────────────────────────────────────────────────────────


def test_entries_with_a_path_count_only_for_that_path() -> None:
    brands = Brands(
        brands=(Brand(id="a", zh="甲", en="A", pinyin="jia", owners=("a.com",)),),
        redirectors=("b.com/url", "c.com/"),
        carriers=("b.com",),
    )
    assert brands.standing("www.b.com", "/url").redirector == "b.com/url"
    assert brands.standing("b.com", "/url/x").redirector == "b.com/url"
    assert brands.standing("b.com", "/urls").redirector == ""
    assert brands.standing("b.com", "/").carrier == "b.com"
    assert brands.standing("c.com", "/x").redirector == "c.com/"


def test_the_longest_entry_counts() -> None:
    brands = built_in()
    standing = brands.standing("docs.qq.com", "/form")
    assert (standing.brand, standing.entry, standing.hosted) == ("tencent", "qq.com", "docs.qq.com")
    assert brands.standing("p.pinduoduo.com").brand_short == "p.pinduoduo.com"
    assert brands.official_of["yangkeduo"] == "yangkeduo.com"


# ── lists with slips ─────────────────────────────────────────────────────────


def test_a_short_list_is_enough() -> None:
    assert codes(ONE) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("    owners: [https://pinduoduo.com]", "E401"),
        ("    owners: [Pinduoduo.com]", "E401"),
        ("    owners: [腾讯.中国]", "E401"),
        ("    owners: [com]", "E401"),
        ("    owners: []", "E167"),
        ("    spelled: [pin.duo]", "E405"),
        ("    app_schemes: ['pdd://']", "E405"),
        ("    hosts: [m.yangkeduo.com]", "E404"),
        ("    checked: 22.11.2026", "E162"),
        ("    invented: perhaps", "E161"),
    ],
)
def test_slips_in_a_brand_are_told(line: str, code: str) -> None:
    key = line.partition(":")[0] + ":"
    kept = [one for one in ONE.splitlines() if not one.startswith(key)]
    assert code in codes("\n".join([*kept, line]) + "\n")


def test_what_many_can_use_cannot_be_called_official() -> None:
    assert codes(ONE + "hosted_pages: [pinduoduo.com]\n") == ["E402"]
    assert codes(ONE + "hosted_pages: [docs.pinduoduo.com]\n") == []


def test_a_name_of_two_brands_is_told_with_the_first() -> None:
    second = ONE[ONE.index("  - id") :].replace("id: pdd", "id: other")
    assert codes(ONE + second) == ["E403"]


def test_a_missing_or_broken_list_is_told(tmp_path: Path) -> None:
    brands, issues = load_brands(tmp_path)
    assert brands is None
    assert issues
    (tmp_path / "brands.yaml").write_text("brands: [\n", "utf-8")
    brands, issues = load_brands(tmp_path)
    assert brands is None
    assert issues
