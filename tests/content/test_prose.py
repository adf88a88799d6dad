"""Markdown becomes safe HTML: nothing to press, nothing to fetch, nothing that runs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.prose import outline, picture_path, render, renderer

ALLOWED_TAG = re.compile(
    r"</?(p|br|hr|strong|em|code|pre|blockquote|div|span|a|img|h[1-6]|ul|ol|li"
    r"|table|thead|tbody|tr|th|td)(?=[\s>])([^<>]*)>"
)
ALLOWED_ATTRIBUTE = re.compile(
    r'\s(name="[^"]*"|src="course:[^":]*"|alt="[^"]*"|align="(left|right|center)"'
    r'|class="(callout (note|tip|example)|callout-title|link)"|start="\d+")'
)


def assert_harmless(html: str) -> None:
    """Every `<` opens one of our tags, with our attributes alone."""
    rest = ALLOWED_TAG.sub(lambda tag: ALLOWED_ATTRIBUTE.sub("", tag[2]), html)
    assert "<" not in rest, html
    for tag in ALLOWED_TAG.finditer(html):
        assert not ALLOWED_ATTRIBUTE.sub("", tag[2]).strip(" /"), tag[0]


def test_what_teachers_write_is_shown():
    html = render("**助力群，**安全\n\n1. 甲\n2. 乙\n\n|头|尾|\n|:-:|--|\n|1|2|\n\n> 引用").html
    assert "<strong>助力群，</strong>安全" in html
    assert "<ol>\n<li>甲</li>" in html
    assert '<th align="center">头</th>' in html
    assert "<blockquote>\n<p>引用</p>" in html


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("注意：", "note", "注意"),
        ("注意: ", "note", "注意"),
        ("提示：", "tip", "提示"),
        ("例：", "example", "例"),
        ("Note: ", "note", "Note"),
        ("Tip：", "tip", "Tip"),
        ("Example: ", "example", "Example"),
    ],
)
def test_a_callout_is_a_box_with_its_title(typed, kind, title):
    html = render(f"> {typed}规则会变。").html
    assert f'<div class="callout {kind}">\n<p class="callout-title">{title}</p>' in html
    assert "<p>规则会变。</p>" in html
    assert "blockquote" not in html


def test_two_callouts_in_a_row_are_two_boxes():
    html = render("> 注意：甲\n> 提示：乙\n> 接着乙").html
    assert html.count('class="callout ') == 2
    assert "<p>乙接着乙</p>" in html


def test_a_list_right_below_a_sentence_is_a_list():
    assert "<li>一</li>" in render("三件事：\n- 一\n- 二").html


def test_lines_of_one_chinese_sentence_join_without_a_gap():
    assert "<p>互助群带来便利，但有风险。</p>" in render("互助群带来便利，\n但有风险。").html
    assert "<p>two\nwords</p>" in render("two\nwords").html


def test_a_hash_without_space_is_a_word_of_the_text():
    assert render("#口令# 复制打开").html == "<p>#口令# 复制打开</p>"


def test_headings_have_anchors_that_differ():
    prose = render("## 三类 **风险**\n\n### 三类 风险\n\n正文")
    assert [(h.anchor, h.text, h.level) for h in prose.headings] == [
        ("三类-风险", "三类 风险", 2),
        ("三类-风险-2", "三类 风险", 3),
    ]
    assert '<a name="三类-风险-2"></a>' in prose.html


def test_a_link_is_text_that_shows_where_it_leads():
    html = render("[点我领钱](https://evil.test/a_b_c) 和 <https://x.test>").html
    assert "点我领钱" in html
    assert "(https://evil.test/a_b_c)" in html
    assert "href" not in html
    assert "&lt;https://x.test&gt;" in html


def test_a_picture_of_the_course_has_the_private_scheme():
    assert (
        '<img alt="卡片" src="course:images/card.svg">' in render("![卡片](images/card.svg)").html
    )


@pytest.mark.parametrize(
    "address",
    [
        "../secret.svg",
        "images/../../secret.svg",
        "/etc/x.svg",
        "C:/x.svg",
        "\\\\host\\x.svg",
        "//host/x.svg",
        "http://x.test/a.png",
        "https://x.test/a.png",
        "file:///etc/a.png",
        "data:image/svg+xml;base64,AAAA.svg",
        "javascript:alert(1)",
        "images/x.html",
        "images/./x.svg",
        ".hidden/x.svg",
        "images/x.svg?q",
        "course:images/x.svg",
        "",
    ],
)
def test_any_other_picture_becomes_its_words(address):
    assert picture_path(address) is None
    html = render(f"![图里的话]({address})").html
    assert "<img" not in html
    assert_harmless(html)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    '[x](a "t" onmouseover="alert(1)")',
    '![x](images/a.svg" onerror="alert(1))',
    '![" onerror="alert(1)](images/a.svg)',
    "<style>@import url(http://x.test)</style>",
    "<iframe src=file:///etc/passwd></iframe>",
    "<!--[if IE]><script>x</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)",
    "[x]: javascript:alert(1)\n\n[x]",
    "`<b>`<b>",
    "\x02klzzwxh:0000\x03",
    "# <b onclick=x>t</b>",
    "| <b> |\n|-|\n| <i onclick=x> |",
    "> 注意：<script>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_only_text(text):
    assert_harmless(render(text).html)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [*HOSTILE, "\n", "\n\n", "> ", "- ", "1. ", "**", "_", "`", "](", "!["]
            ),
            st.text(alphabet="ab<>&\"'`*_[]()!#|-\\\n \u202e甲。", max_size=8),
        ),
        max_size=12,
    )
)
def test_no_mixture_of_pieces_gets_through(pieces):
    assert_harmless(render("".join(pieces)).html)


@pytest.mark.parametrize("typed", ["a\u202eb", "a\u2066b", "a\u200bb", "a&#x202e;b", "a&#8238;b"])
def test_signs_that_turn_or_hide_text_are_taken_out(typed):
    assert render(typed).html == "<p>ab</p>"


def test_the_source_stays_as_typed():
    assert render("甲\r\n\u202e").source == "甲\r\n\u202e"


@pytest.mark.parametrize(
    "bomb",
    [
        ">" * 20_000 + "x",
        "\n".join(">" * n + " x" for n in range(1, 400)),
        "[" * 20_000,
        "[a](" * 4_000,
        "*a **b " * 4_000,
        "`" * 15_001,
        "\n".join("  " * n + "- x" for n in range(300)),
        "# x\n" * 6_000,
        "|a" * 9_000 + "\n" + "|-" * 9_000,
        "x" * 1_000_000,
    ],
)
def test_a_bomb_is_shown_plain(bomb):
    html = render(bomb).html
    assert html
    assert_harmless(html)


def test_one_lesson_cannot_hold_endless_markdown():
    render_one = renderer()
    pages = [render_one("**x** " + "甲 " * 7_500).html for _ in range(15)]
    assert "<strong>" in pages[0]
    assert "<strong>" not in pages[-1]


def test_nothing_written_is_nothing_shown():
    assert render(" \n\n").html == ""


words = st.text(alphabet="甲乙丙abc ，", min_size=1, max_size=12).filter(lambda s: s.strip(" ，"))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 6), words), max_size=6))
def test_the_outline_has_the_headings_of_the_whole(headings):
    text = "\n\n".join(f"{'#' * level} {words.strip()}\n\n正文" for level, words in headings)
    assert outline(text).headings == render(text).headings
