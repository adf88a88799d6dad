"""Every link in a pasted text is found, no more, and nothing of the text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links.text import find_links
from tests.links.pasted import PIECES


def links(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find_links(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("看https://p.pinduoduo.com/Ab12，谢谢", ["https://p.pinduoduo.com/Ab12"]),
        ("https://jd.com/x\nhttps://tb.cn/y", ["https://jd.com/x", "https://tb.cn/y"]),
        ("（https://jd.com/x）", ["https://jd.com/x"]),
        ("(https://jd.com/x).", ["https://jd.com/x"]),
        ("see https://jd.com/a_(b), ok", ["https://jd.com/a_(b)"]),
        ('"https://jd.com/x?a=1"!', ["https://jd.com/x?a=1"]),
        ("https://jd.com/x帮我砍一刀", ["https://jd.com/x"]),
        ("https://pinduoduo.com谢谢", ["https://pinduoduo.com"]),
        ("https://pinduoduo.com。大家好", ["https://pinduoduo.com"]),
        ("在https://pinduoduo.com。", ["https://pinduoduo.com"]),
        ("https://a.example。hb99.example/x", ["https://a.example。hb99.example/x"]),
        ("https://腾讯。中国/x", ["https://腾讯。中国/x"]),
        ("https://拼多多.example/助力", ["https://拼多多.example/"]),
        ("https://a.comhttps://b.com", ["https://a.com", "https://b.com"]),
        ("https://a.com,https://b.com", ["https://a.com", "https://b.com"]),
        (
            "https://q7z.example/?from=https://mobile.yangkeduo.com",
            ["https://q7z.example/?from=https://mobile.yangkeduo.com"],
        ),
        ("linkhttps://b.com/x", ["https://b.com/x"]),
        ("hxxps://pinduodo[.]com/x", ["hxxps://pinduodo[.]com/x"]),
        ("https：//jd.com/x", ["https：//jd.com/x"]),
        ("http://[2001:db8::1]:80/x]", ["http://[2001:db8::1]:80/x"]),
        ("https://hb99.example\\.pinduoduo.com/ x", ["https://hb99.example\\.pinduoduo.com/"]),
    ],
)
def test_links_with_a_scheme(text: str, found: list[str]) -> None:
    assert links(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("打开pinduoduo.com看看", ["pinduoduo.com"]),
        ("打开 m.jd.com/x?y=1。", ["m.jd.com/x?y=1"]),
        ("打开pinduoduo.com.然后登录", ["pinduoduo.com"]),
        ("ＰＩＮduoduo．com/x", ["ＰＩＮduoduo．com/x"]),
        ("腾讯.中国 是真的", ["腾讯.中国"]),
        ("拼多多.com", ["拼多多.com"]),
        ("hb99.example:8080/x", ["hb99.example:8080/x"]),
        ("x.com@y/z", ["x.com@y/z"]),
        ("mobile.yangkeduo.com@hb99.example/s", ["mobile.yangkeduo.com@hb99.example/s"]),
        ("pinduoduo.com:443@hb99.example/s", ["pinduoduo.com:443@hb99.example/s"]),
        ("user@hb99.example/s", ["user@hb99.example/s"]),
        ("pinduodo[.]com", ["pinduodo[.]com"]),
        ("mobile.yangkeduo.com。hb99.example", ["mobile.yangkeduo.com。hb99.example"]),
        ("3.cn", ["3.cn"]),
        ("203.0.113.7/kan", ["203.0.113.7/kan"]),
        ("a.zip/x", ["a.zip/x"]),
        ("www.a.md", ["www.a.md"]),
    ],
)
def test_names_without_a_scheme(text: str, found: list[str]) -> None:
    assert links(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "你好", "我到家了。公司见", "今天去吃饭.明天见", "没有链接...真的"),
        *("me@pinduoduo.com", "发到 first.last@mail.qq.com 就行", "@张三 你看"),
        *("3.14", "1,000.50元", "v1.2.3", "版本 2.0.1", "12:30", "12.30", "1.2.3.4", "5.5折"),
        *("report.zip", "start.py", "README.md", "群规.txt", "IMG_01.jpg", "index.html"),
        *("e.g", "i.e.", "node.js", "1.fc", "com", ".com", "..", "a..", "https://", "http:", "//"),
    ],
)
def test_what_only_looks_like_a_link(text: str) -> None:
    assert links(text) == []


def test_a_whole_message_in_order_and_with_spans() -> None:
    text = (
        "【砍价】帮我点一下 https://mobile.yangkeduo.com/goods.html?goods_id=1\n"
        "或者 m.tb.cn/h.abc ，别点 hxxps://pinduodo[.]com；#小程序://拼多多/DEMO0001 "
        "￥DEMO12￥ pinduoduo://com.xunmeng.pinduoduo/x [mobile.yangkeduo.com](https://hb99.example/s)"
    )
    found = list(find_links(text))
    assert [(one.sort, text[one.start : one.end], one.shown) for one in found] == [
        ("web", "https://mobile.yangkeduo.com/goods.html?goods_id=1", None),
        ("name", "m.tb.cn/h.abc", None),
        ("web", "hxxps://pinduodo[.]com", None),
        ("mini_program", "#小程序://拼多多/DEMO0001", None),
        ("phrase", "￥DEMO12￥", None),
        ("app", "pinduoduo://com.xunmeng.pinduoduo/x", None),
        ("web", "https://hb99.example/s", "mobile.yangkeduo.com"),
    ]


def test_a_price_is_no_code_phrase_and_a_phrase_alone_is_one() -> None:
    assert links("只要￥100￥哦") == []
    phrase = "复制这段话打开拼多多"
    assert [one.sort for one in find_links(phrase)] == ["phrase"]
    with_link = "7.94 复制打开抖音，看看 https://v.douyin.com/DEMO0003/"
    assert links(with_link) == ["https://v.douyin.com/DEMO0003/"]


_TEXT = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=30).map("".join)


@given(_TEXT)
def test_links_stand_in_order_and_never_overlap(text: str) -> None:
    at = 0
    for found in find_links(text):
        assert at <= found.start < found.end <= len(text)
        at = found.end


@given(_TEXT, st.sampled_from(["https://jd.com/x", "pinduoduo.com/kan"]))
def test_a_link_between_spaces_is_always_found(text: str, link: str) -> None:
    whole = f"{text}\n{link}\n{text}"
    assert link in links(whole)
