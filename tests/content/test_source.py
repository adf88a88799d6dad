"""Reading files: bytes become text, text becomes nodes, and nothing but issues comes of trouble."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from yaml.nodes import MappingNode, SequenceNode

from app.content import source
from app.content.encoding import MAX_BYTES
from app.content.issues import Span
from app.content.slips.lines import FREE_TEXT, KEYS
from app.content.spec import ROOTS
from app.content.spec.fields import ByType, Record
from tests.content.slipped import places

EXAMPLE = Path(__file__).parent / "data" / "risk-basics.example.yaml"


def codes(content: str | bytes) -> list[str]:
    return [issue.code for issue in source.read_string(content, "lesson.yaml")[1]]


def test_the_worked_example_is_clean() -> None:
    text, wrong = source.read_text(EXAMPLE, "lesson.yaml")
    assert wrong == []
    assert text is not None
    node, wrong = source.parse(text, "lesson.yaml")
    assert wrong == []
    assert isinstance(node, MappingNode)
    assert [key.value for key, _ in node.value][:3] == ["format", "id", "version"]


def test_a_translation_is_clean() -> None:
    text = (
        "format: 1\nfor: risk-basics\nlanguage: en\ntext:\n"
        '  quiz/q-fee.text: The owner says, "Pay 99 yuan." What now?\n'
        "  quiz/q-blank/what.accept: [link, a link]\n"
        "of:\n  intro.title: 91b7f3c2\n"
    )
    node, wrong = source.parse(text, "lesson.en.yaml")
    assert wrong == []
    assert node is not None


# ── files ────────────────────────────────────────────────────────────────────


def test_missing_file(tmp_path: Path) -> None:
    text, (issue,) = source.read_text(tmp_path / "none.yaml", "none.yaml")
    assert text is None
    assert (issue.code, issue.path) == ("E001", "none.yaml")


def test_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert source.read_text(tmp_path, "x")[1][0].code == "E002"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "lesson.yaml"
    os.mkfifo(pipe)
    link = tmp_path / "link.yaml"
    link.symlink_to(pipe)
    assert source.read_text(pipe, "x")[1][0].code == "E002"
    assert source.read_text(link, "x")[1][0].code == "E002"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device on this system")
def test_device_is_refused() -> None:
    assert source.read_text(Path("/dev/zero"), "x")[1][0].code == "E002"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_file_one_may_not_read(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_text("id: a\n")
    file.chmod(stat.S_IWUSR)
    assert source.read_text(file, "x")[1][0].code == "E003"


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 5000 + ".yaml"])
def test_impossible_file_name(name: str) -> None:
    text, wrong = source.read_text(Path(name), "x")
    assert text is None
    assert wrong[0].code == "E003"


def test_large_file_is_refused_by_size(tmp_path: Path) -> None:
    file = tmp_path / "lesson.yaml"
    file.write_bytes(b"# a\n" * (MAX_BYTES // 4 + 1))
    assert source.read_text(file, "x")[1][0].code == "E004"
    assert codes("中" * (MAX_BYTES // 3 + 1)) == ["E004"]


# ── bytes ────────────────────────────────────────────────────────────────────


def test_bom_and_crlf_are_fine() -> None:
    assert source.read_string(b"\xef\xbb\xbfid: a\r\ntitle: b\r\n", "x") == (
        "id: a\ntitle: b\n",
        [],
    )


def test_cr_alone_is_an_error_and_the_rest_is_still_read() -> None:
    text, (issue,) = source.read_string("id: a\rtitle: b\r", "x")
    assert text == "id: a\ntitle: b\n"
    assert places(issue) == ("E008", 1, 6)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(encoding: str) -> None:
    text, (issue,) = source.read_string("title: 潜在风险\nid: risk\n".encode(encoding), "x")
    assert text is None
    assert (issue.code, issue.values["encoding"]) == ("E006", "UTF-16")


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_chinese_of_older_programs_is_named(encoding: str) -> None:
    content = "id: a\ntitle: 高额入群费，是最常见的骗钱入口。\n".encode(encoding)
    (issue,) = source.read_string(content, "x")[1]
    assert places(issue) == ("E005", 2, 8)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("title: café\n".encode("latin-1"), ("E007", 1, 11)),
        ("title: 潜在".encode()[:-1] + b"\n", ("E007", 1, 9)),
        ("a: 標題與說明文字\n".encode("big5"), ("E007", 1, 4)),
        (b"a: \xed\xa0\x80\n", ("E007", 1, 4)),
    ],
)
def test_other_bytes_are_placed(content: bytes, place: tuple[str, int, int]) -> None:
    text, (issue,) = source.read_string(content, "x")
    assert text is None
    assert places(issue) == place


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04\x14\x00", b"%PDF-1.7\n\xff", b"\xd0\xcf\x11\xe0\xa1"]
)
def test_other_kinds_of_file_are_named(start: bytes) -> None:
    assert codes(start + bytes(range(256)) * 4) == ["E012"]


def test_control_characters_are_told_and_cannot_do_harm() -> None:
    text, wrong = source.read_string("id: a\ntitle: b\0c\x1b\n", "x")
    assert [places(issue) for issue in wrong] == [("E009", 2, 9)]
    assert text == "id: a\ntitle: b\ufffdc\ufffd\n"


def test_lone_surrogate_is_told_and_cannot_do_harm() -> None:
    text, (issue,) = source.read_string("title: a\ud83d\n", "x")
    assert places(issue) == ("E010", 1, 9)
    assert text is not None
    assert source.compose(text, "x")[0] is not None


@pytest.mark.parametrize("text", ["", "\n\n", "# 备注\n", "---\n"])
def test_nothing_but_notes(text: str) -> None:
    node, wrong = source.parse(text, "x")
    assert node is None
    assert [issue.code for issue in wrong] == ["E011"]


# ── nodes ────────────────────────────────────────────────────────────────────


def test_nodes_know_their_place_in_characters() -> None:
    node, _ = source.compose("标题: 😀好\ntags: [中文, 第二]\n", "x")
    assert isinstance(node, MappingNode)
    assert source.span_of(node.value[0][1]) == Span(1, 5, 1, 7)
    tags = node.value[1][1]
    assert isinstance(tags, SequenceNode)
    assert source.span_of(tags.value[1]) == Span(2, 12, 2, 14)


def test_a_list_ends_with_its_last_line() -> None:
    node, _ = source.compose("steps:\n  - id: a\n    type: text\n\n# b\nid: c\n", "x")
    assert isinstance(node, MappingNode)
    assert source.span_of(node.value[0][1]) == Span(2, 3, 3, 15)


def test_line_ends_that_editors_do_not_show_shift_no_line() -> None:
    node, wrong = source.parse("id: a\ntitle: b\u2028c\nsummary: d\n", "x")
    assert [places(issue) for issue in wrong] == [("W102", 2, 9)]
    assert isinstance(node, MappingNode)
    assert source.span_of(node.value[2][0]).line == 3


def test_what_the_parser_alone_finds_is_told_in_our_words() -> None:
    node, wrong = source.compose("text: a: b\n", "x")
    assert node is None
    assert [places(issue) for issue in wrong] == [("E106", 1, 8)]


def test_a_list_in_place_of_a_key() -> None:
    assert [issue.code for issue in source.compose("[a, b]: c\n", "x")[1]] == ["E134"]


def test_every_key_of_the_format_is_known_to_the_text_pass() -> None:
    """Else `key：` would be taken for a text, and ` #` in a text for a note."""
    shown, every = set(), set()
    records: list[Record | ByType | None] = list(ROOTS.values())
    while records:
        one = records.pop()
        if isinstance(one, ByType):
            records += [*one.types.values(), one.base]
        elif one is not None:
            every |= {field.key for field in one.fields}
            shown |= {f.key for f in one.fields if f.shown and f.kind in ("text", "markdown")}
            records += [field.of for field in one.fields]
    assert every <= KEYS
    assert shown - {"group"} <= FREE_TEXT  # a card's `group` is an id
