"""A link is taken apart as browsers do, and every part is found again in what was typed."""

from __future__ import annotations

import pytest
import upa_url
from hypothesis import given
from hypothesis import strategies as st

from app.links.anatomy import dissect
from app.links.hosts import is_private_ip
from app.links.suffixes import is_ending, owner_of
from app.links.values import Anatomy
from tests.links.pasted import PIECES


def part(anatomy: Anatomy, name: str) -> str:
    low, high = anatomy.spans[name]
    return anatomy.text[low:high]


@pytest.mark.parametrize(
    ("link", "owner", "as_written"),
    [
        ("https://mobile.yangkeduo.com/goods.html", "yangkeduo.com", "yangkeduo.com"),
        ("https://pinduoduo.com.zhuli-help.example/s", "zhuli-help.example", "zhuli-help.example"),
        ("https://hb99.example\\.pinduoduo.com/", "hb99.example", "hb99.example"),
        ("https://mobile.yangkeduo.com@hb99.example/s", "hb99.example", "hb99.example"),
        ("https://pinduoduo.com:443@hb99.example/s", "hb99.example", "hb99.example"),
        ("https://a@b@hb99.example/s", "hb99.example", "hb99.example"),
        ("https://mobile.yangkeduo.com。hb99.example/", "hb99.example", "hb99.example"),
        ("https://m｡yangkeduo．com/", "yangkeduo.com", "yangkeduo．com"),
        ("https://ＰＩＮｄｕｏｄｕｏ.com/", "pinduoduo.com", "ＰＩＮｄｕｏｄｕｏ.com"),
        ("https://m.pin\u200bduo\u00adduo.com/", "pinduoduo.com", "pin\u200bduo\u00adduo.com"),
        ("https://m.%70induoduo%2ecom/", "pinduoduo.com", "%70induoduo%2ecom"),
        ("https://m.a%E3%80%82com/x", "a.com", "a%E3%80%82com"),
        ("https://x.github.io/pinduoduo", "x.github.io", "x.github.io"),
        ("https://github.io/", "github.io", "github.io"),
        ("https://shop.a.com.cn/x", "a.com.cn", "a.com.cn"),
        ("https://www.qq.cn.com/", "qq.cn.com", "qq.cn.com"),
        ("https://kf.腾讯.中国/", "xn--r70as2s.xn--fiqs8s", "腾讯.中国"),
        ("https://pinduоduo.com/", "xn--pinduduo-rbh.com", "pinduоduo.com"),
        ("https://xn--pinduduo-rbh.com/", "xn--pinduduo-rbh.com", "xn--pinduduo-rbh.com"),
        ("HTTPS:\\\\WWW.JD.COM\\x", "jd.com", "JD.COM"),
        ("https:jd.com/x", "jd.com", "jd.com"),
        ("hxxps://m.pinduodo[.]com/x", "pinduodo.com", "pinduodo[.]com"),
        ("https：//m.jd.com/x", "jd.com", "jd.com"),
        ("https://m.jd.com./x", "jd.com", "jd.com"),
        ("m.jd.com/x", "jd.com", "jd.com"),
        ("https://a.localhost/", "a.localhost", "a.localhost"),
        ("https://localhost:8080/", "localhost", "localhost"),
    ],
)
def test_the_owner_is_who_it_is_to_a_browser(link: str, owner: str, as_written: str) -> None:
    anatomy = dissect(link)
    assert anatomy.trouble == ""
    assert anatomy.owner == owner
    assert part(anatomy, "owner") == as_written


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("http://3405803799/pdd", "203.0.113.23"),
        ("http://0xCB007117/", "203.0.113.23"),
        ("http://0313.0.0161.027/", "203.0.113.23"),
        ("http://203.0.28951/", "203.0.113.23"),
        ("http://203.0.113.23:8080/x", "203.0.113.23"),
        ("http://２０３.0.113.23/", "203.0.113.23"),
        ("http://[2001:DB8::1]:80/", "[2001:db8::1]"),
        ("http://[::ffff:203.0.113.23]/", "[::ffff:cb00:7117]"),
        ("pinduoduo.com@203.0.113.7/kan", "203.0.113.7"),
    ],
)
def test_an_ip_address_is_its_own_owner_in_every_spelling(link: str, host: str) -> None:
    anatomy = dissect(link)
    assert anatomy.is_ip
    assert anatomy.host == anatomy.owner == host
    assert anatomy.subdomain == ""


@pytest.mark.parametrize(
    ("link", "trouble"),
    [
        ("https://a..com/", "empty_label"),
        ("https://.a.com/", "empty_label"),
        ("https:///?a", "no_host"),
        ("https://u@/x", "no_host"),
        ("https://jd.com:99999/", "port"),
        ("http://1.2.3.4.5/", "address"),
        ("http://256.1.1.1/", "address"),
        ("http://[::1/", "address"),
        ("https://a^b.com/", "host"),
        ("https://xn--a.com/", "host"),
        ("https://" + "a." * 130 + "com/", "long_host"),
    ],
)
def test_what_no_browser_opens_says_why(link: str, trouble: str) -> None:
    anatomy = dissect(link)
    assert anatomy.trouble == trouble
    assert anatomy.host is None
    assert anatomy.text == link


def test_every_part_is_where_it_stands() -> None:
    link = "https://u:p@shop.m.jd.com:8443/a/b.html?x=1&y=2#top"
    anatomy = dissect(link, start=7)
    assert anatomy.span == (7, 7 + len(link))
    assert {name: part(anatomy, name) for name in anatomy.spans} == {
        "scheme": "https",
        "user_info": "u:p",
        "host": "shop.m.jd.com",
        "subdomain": "shop.m",
        "owner": "jd.com",
        "port": "8443",
        "path": "/a/b.html",
        "query": "x=1&y=2",
        "fragment": "top",
    }
    assert (anatomy.subdomain, anatomy.port, anatomy.path) == ("shop.m", "8443", "/a/b.html")
    assert (anatomy.query, anatomy.fragment, anatomy.user_info) == ("x=1&y=2", "top", "u:p")
    assert anatomy.url == link


def test_what_is_unusual_is_noted() -> None:
    odd = dissect("hxxps://u@ｍ.pin\u200bduo。com:81\\x\u202e")
    assert set(odd.notes) == {
        *("defanged", "user_info", "full_width", "invisible", "han_dot", "port"),
        *("backslash", "bidi"),
    }
    assert odd.notes["invisible"] == "U+200B"
    assert dissect("https://xn--pinduduo-rbh.com/").host_unicode == "pinduоduo.com"
    assert dissect("https://mobile.yangkeduo.com/goods.html?a=1").notes == {}


def test_links_into_apps_have_no_host() -> None:
    anatomy = dissect("pddopen://goods.html?h5Url=https%3A%2F%2Fa.com#x", sort="app")
    assert anatomy.host is anatomy.owner is None
    assert (anatomy.scheme, anatomy.path) == ("pddopen", "goods.html")
    assert part(anatomy, "query") == "h5Url=https%3A%2F%2Fa.com"


@pytest.mark.parametrize(
    ("host", "is_private"),
    [
        *(("10.1.2.3", True), ("192.168.1.1", True), ("172.16.0.1", True), ("127.0.0.1", True)),
        *(("169.254.1.1", True), ("[::1]", True), ("[fd00::1]", True), ("[fe80::1]", True)),
        *(("172.32.0.1", False), ("203.0.113.7", False), ("8.8.8.8", False)),
        ("[2001:db8::1]", False),
    ],
)
def test_private_addresses(host: str, is_private: bool) -> None:
    assert is_private_ip(host) is is_private


def test_suffixes_are_known_offline() -> None:
    assert owner_of("a.b.co.uk") == "b.co.uk"
    assert owner_of("a.b.公司.cn") == "b.公司.cn"
    assert owner_of("com") == "com"
    assert is_ending("com")
    assert is_ending("中国")
    assert is_ending("example")
    assert not is_ending("html")
    assert not is_ending("5")


# ── whatever is typed ────────────────────────────────────────────────────────

_PLAIN = st.from_regex(
    r"https?://([a-z0-9]{1,8}(-[a-z0-9]{1,4})?\.){1,4}(com|cn|com\.cn|example|github\.io)"
    r"(:[0-9]{1,5})?(/[a-zA-Z0-9._~!$&'()*+,;=:@%-]{0,12}){0,3}(\?[a-z0-9=&%/:]{0,12})?(#[a-z]{0,5})?",
    fullmatch=True,
)
_ODD = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=14).map("".join)


@given(st.one_of(_PLAIN, _ODD.map(lambda text: f"https://{text}")))
def test_another_parser_of_the_same_standard_agrees(link: str) -> None:
    anatomy = dissect(link)
    if anatomy.trouble or anatomy.notes or set(link) & set(" \t\n\r") or not link.isprintable():
        return  # browsers drop white space that ends a link in a text
    try:
        other = upa_url.URL(link)
    except RuntimeError:
        assert "xn--" in link  # the two differ on broken punycode
        return
    if not link.isascii():
        return  # the two carry different versions of Unicode
    assert (anatomy.host or "") == other.hostname.removesuffix(".")
    assert anatomy.port == other.port
    assert anatomy.path == other.pathname
    assert anatomy.query == other.search.removeprefix("?")


@given(st.one_of(_ODD, _ODD.map(lambda text: f"https://{text}")), st.sampled_from(["web", "app"]))
def test_nothing_typed_raises_and_all_spans_hold(link: str, sort: str) -> None:
    anatomy = dissect(link, sort=sort)  # type: ignore[arg-type]
    assert anatomy.text == link
    assert (anatomy.host is None) == bool(anatomy.trouble or sort == "app")
    for low, high in anatomy.spans.values():
        assert 0 <= low <= high <= len(link)
    if anatomy.host is None:
        return
    host, owner = anatomy.spans["host"], anatomy.spans["owner"]
    assert host[0] <= owner[0] < owner[1] == host[1]
    assert anatomy.owner
    assert anatomy.host == anatomy.owner or anatomy.host.endswith("." + anatomy.owner)


@given(_PLAIN)
def test_the_owner_as_written_reads_as_the_owner(link: str) -> None:
    anatomy = dissect(link)
    if not anatomy.trouble:
        assert part(anatomy, "owner").lower() == anatomy.owner
