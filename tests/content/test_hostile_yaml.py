"""Whatever a file holds, reading it ends in nodes or issues, never in an exception."""

from __future__ import annotations

import sys
import threading

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node, ScalarNode

from app.content import source
from app.content.encoding import MAX_BYTES
from app.content.issues import Issue
from app.content.messages import files, punctuation, say
from app.content.slips import MAX_ISSUES, MAX_LINE, MAX_LINES, find
from app.content.slips.quotes import quoted
from tests.content.slipped import offset

MESSAGES = {**files.MESSAGES, **punctuation.MESSAGES}

#: Pieces that YAML gives a meaning to, so that random texts come close to real slips.
_PIECES = (
    "text: ␣- ␣  ␣\n␣\n  ␣id: a␣title：␣|\n␣[a, b]␣# x␣\"␣'␣: ␣steps:\n␣- id: a\n␣中文␣---\n"
    "␣[␣]␣{␣}␣, ␣\t␣&a ␣*a␣!!b ␣？␣? ␣<<: ␣\\␣\\x00␣，␣\u3000␣\u200b␣\u202e␣\u2028␣\0␣\r"
)
PIECES = st.sampled_from(_PIECES.split("␣"))


def read(content: str | bytes) -> tuple[Node | None, list[Issue]]:
    text, wrong = source.read_string(content, "lesson.yaml")
    if text is None:
        return None, wrong
    node, more = source.parse(text, "lesson.yaml")
    for issue in more:
        # Every place can be pointed at, and every mend applied.
        offset(text, issue.span.line, issue.span.column)
        offset(text, issue.span.end_line, issue.span.end_column)
        if issue.fix:
            offset(text, issue.fix.span.line, issue.fix.span.column)
            offset(text, issue.fix.span.end_line, issue.fix.span.end_column)
    return node, wrong + more


@given(st.binary(max_size=300))
def test_no_bytes_raise(content: bytes) -> None:
    for issue in read(content)[1]:
        assert all(say(issue, str, MESSAGES))


@settings(max_examples=300)
@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_no_text_raises_and_every_issue_has_words(text: str) -> None:
    node, wrong = read(text)
    assert node is not None or wrong
    for issue in wrong:
        assert all(say(issue, str, MESSAGES))


@settings(max_examples=300, derandomize=True)  # always the same examples
@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_text_without_slips_is_one_that_yaml_reads(text: str) -> None:
    clean, wrong = source.read_string(text, "x")
    assert clean is not None
    if wrong or not clean.strip():
        return
    slips = find(clean, "x")
    if not any(issue.severity == "error" for issue in slips):
        assert "E130" not in [issue.code for issue in source.compose(clean, "x")[1]]


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=20))
def test_a_text_is_read_as_typed_or_the_teacher_is_told(typed: str) -> None:
    node, wrong = read(f"id: a\ntext: {typed}\nwhy: b\n")
    if wrong:
        return
    assert isinstance(node, MappingNode)
    value = node.value[1][1]
    assert isinstance(value, ScalarNode)
    if value.style is None or value.style == "":
        assert value.value == typed.strip(" ")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20))
def test_quoting_changes_no_text(typed: str) -> None:
    node, wrong = source.compose(f"text: {quoted(typed)}\n", "x")
    assert wrong == []
    assert isinstance(node, MappingNode)
    assert node.value[0][1].value == typed.replace("\ufeff", "\ufffd")


BOMB = 'a: &a ["lol", "lol"]\n' + "".join(
    f"{key}: &{key} [{', '.join(['*' + before] * 9)}]\n"
    for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)


#: With these nothing is composed at all.
BARS_NODES = ("E108", "E112", "E114", "E128", "E129", "E013", "E014")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(BOMB, "E112", id="alias bomb"),
        pytest.param("a: &a {x: 1}\n" + "b:\n  <<: *a\n" * 9000, "E114", id="merge bomb"),
        pytest.param("[" * 3000 + "]" * 3000, "E128", id="nested brackets"),
        pytest.param("a: " + "[b: " * 2000, "E128", id="nested pairs"),
        pytest.param("{a: " * 2000, "E128", id="nested braces"),
        pytest.param("[\n" * MAX_LINES, "E128", id="brackets line by line"),
        pytest.param("- " * 5000 + "a", "E128", id="nested dashes"),
        pytest.param("? " * 5000 + "a", "E122", id="nested question marks"),
        pytest.param("".join(" " * n + "a:\n" for n in range(1200)), "E128", id="stairs"),
        pytest.param("a: " + "9" * MAX_LINE, "E013", id="many digits"),
        pytest.param("a" * (MAX_BYTES - 1), "E013", id="one huge line"),
        pytest.param("\n" * (MAX_LINES + 1), "E014", id="many lines"),
        pytest.param("".join(f"- [{'a, ' * 9}]\n" for _ in range(9000)), "E129", id="many entries"),
        pytest.param("\0" * 9000, "E009", id="zeros"),
        pytest.param("title: \ud800\n" * 9000, "E010", id="surrogates"),
        pytest.param("title: \u202etxt\n", "W104", id="bidi"),
        pytest.param("# \u2066\n", "W104", id="bidi in a note"),
        pytest.param("body: |\n  \u202e\n", "W104", id="bidi in a block"),
        pytest.param("title: a\u200bb\n", "W103", id="zero width"),
        pytest.param('title: "a\\u202eb"\n', "E115", id="bidi behind a backslash"),
        pytest.param('title: "a\\0b"\n', "E115", id="NUL behind a backslash"),
        pytest.param('title: "a\\ud800b"\n', "E115", id="surrogate behind a backslash"),
        pytest.param('title: "a\\UFFFFFFFFb"\n', "E115", id="no character behind a backslash"),
        pytest.param('a: "\n' * 9000, "E110", id="quotes that never close"),
        pytest.param("a: @\n" * 9000, "E108", id="the same slip everywhere"),
        pytest.param("".join(f"k{n % 7}: v\n" for n in range(9000)), "E123", id="duplicate keys"),
    ],
)
def test_hostile_texts_are_refused(content: str, code: str) -> None:
    node, wrong = read(content)
    assert code in [issue.code for issue in wrong]
    assert len(wrong) <= 2 * MAX_ISSUES
    if code in BARS_NODES:
        assert node is None


def test_depth_is_refused_with_a_small_stack() -> None:
    """PyYAML's composer recurses in C: deep nesting must be refused before it runs."""
    results: list[list[Issue]] = []

    def work() -> None:
        pairs = "{a: [b: " * 90 + "c" + "]}" * 90
        contents = ("[" * 199 + "]" * 199, "- " * 199 + "a", pairs)
        results.extend(source.compose(content, "x")[1] for content in contents)

    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert [issue.code for (issue,) in results] == ["E128"] * 3


def test_references_in_odd_places_are_refused_by_the_parser_too() -> None:
    for text in ("a: [b,&c d]\n", "a:\n  - *b\n", "? *a\n", "{&a b: c}\n", "a: !x {b: c}\n"):
        node, wrong = source.compose(text, "x")
        assert node is None
        assert wrong[0].code in ("E112", "E113")


def test_zero_width_in_a_block_and_emoji_families_are_fine() -> None:
    assert read("body: |\n  a\u200bb\ntitle: 👨‍👩‍👧 一家 🏳️‍🌈\n")[1] == []


def test_reading_needs_no_deep_recursion() -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(150)
    try:
        read("".join(" " * n + "a:\n" for n in range(60)) + "[" * 150)
    finally:
        sys.setrecursionlimit(limit)


def test_without_the_fast_parser_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(yaml.SafeLoader):
        def resolve(self, kind: object, value: object, implicit: object) -> str:
            return "text"

    text = "id: a\ntags: [b, 012]\n"
    fast, _ = source.compose(text, "x")
    monkeypatch.setattr(source, "_Loader", Slow)
    monkeypatch.setattr(source, "_Base", yaml.SafeLoader)
    monkeypatch.setattr(source, "_IS_C", False)
    slow, wrong = source.compose(text, "x")
    assert wrong == []
    assert isinstance(fast, MappingNode)
    assert isinstance(slow, MappingNode)
    assert source.span_of(fast.value[1][1].value[1]) == source.span_of(slow.value[1][1].value[1])
    assert source.compose("[" * 3000, "x")[1][0].code == "E128"
    assert source.compose("a: @b\n", "x")[1][0].code == "E130"
