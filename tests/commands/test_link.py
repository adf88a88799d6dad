"""`shilian link` as a person or a script meets it."""

from __future__ import annotations

import io
import json
import sys

import pytest

from app import cli

KEYS = [
    *("text", "span", "url", "scheme", "user_info", "host", "host_unicode", "owner", "subdomain"),
    *("port", "path", "query", "fragment", "verdict", "brand", "tricks", "reasons"),
]


def told(capsys, *arguments: str):
    assert cli.main(["link", "--lang", "en", *arguments]) == 0
    streams = capsys.readouterr()
    assert streams.err == ""
    return streams.out


def feed(monkeypatch, raw: bytes) -> None:
    stream = io.TextIOWrapper(io.BytesIO(raw), encoding="ascii")
    monkeypatch.setattr(sys, "stdin", stream)


def test_json_is_a_list_with_an_object_for_each_link(capsys):
    text = "真 https://mobile.yangkeduo.com/goods.html?goods_id=1#a 假 http://m.pinduodo.com:81/x"
    first, second = json.loads(told(capsys, "--json", text))
    assert list(first) == KEYS
    assert first == {
        "text": "https://mobile.yangkeduo.com/goods.html?goods_id=1#a",
        "span": [2, 54],
        "url": "https://mobile.yangkeduo.com/goods.html?goods_id=1#a",
        "scheme": "https",
        "user_info": "",
        "host": "mobile.yangkeduo.com",
        "host_unicode": "mobile.yangkeduo.com",
        "owner": "yangkeduo.com",
        "subdomain": "mobile",
        "port": "",
        "path": "/goods.html",
        "query": "goods_id=1",
        "fragment": "a",
        "verdict": "official",
        "brand": "pinduoduo",
        "tricks": [],
        "reasons": first["reasons"],
    }
    assert first["reasons"][0] == "yangkeduo.com is on the official list of Pinduoduo (拼多多)."
    assert (second["verdict"], second["port"], second["brand"]) == ("imitates", "81", "pinduoduo")
    assert second["tricks"][0] == "omission"


def test_what_has_no_host_has_nulls(capsys):
    (found,) = json.loads(told(capsys, "--json", "#小程序://拼多多/DEMO0001"))
    assert found["host"] is found["host_unicode"] is found["owner"] is found["brand"] is None
    assert found["verdict"] == "cannot_tell"


def test_a_text_without_a_link_is_unreadable_and_no_failure(capsys):
    (found,) = json.loads(told(capsys, "--json", "你好"))
    assert (found["verdict"], found["text"], found["span"]) == ("unreadable", "你好", [0, 2])
    assert found["reasons"] == ["There is no link in this text."]


def test_the_standard_input_gives_a_list_for_each_line(monkeypatch, capsys):
    feed(monkeypatch, "https://jd.com\r\n没有\nt.cn/x jd.com\nпф\n".encode())
    lines = told(capsys, "--json", "-").splitlines()
    assert [[one["verdict"] for one in json.loads(line)] for line in lines] == [
        ["official"],
        ["unreadable"],
        ["cannot_tell", "official"],
        ["unreadable"],
    ]


def test_bytes_that_are_no_utf8_stop_nothing(monkeypatch, capsys):
    feed(monkeypatch, b"\xff\xfe https://jd.com/\xff\n\x00\n")
    lines = told(capsys, "--json", "-").splitlines()
    assert [len(json.loads(line)) for line in lines] == [1, 1]


def test_words_for_people_hold_nothing_to_click_and_nothing_hidden(capsys):
    said = told(capsys, "https://m.pin\u200bduodo.com/x \x1b[31m")
    assert "hxxps://m[.]pin⟨U+200B⟩duodo[.]com/x" in said
    assert "belongs to pinduodo.com: imitates another's name" in said
    assert "https://" not in said
    assert "\x1b" not in said


def test_several_words_are_one_text(capsys):
    assert [one["span"] for one in json.loads(told(capsys, "--json", "see", "jd.com"))] == [[4, 10]]


def test_without_a_text_it_is_wrong_use(capsys):
    assert cli.main(["link", "--lang", "en"]) == 2
    assert "TEXT is missing." in capsys.readouterr().err


def test_it_speaks_chinese(capsys):
    assert cli.main(["link", "--lang", "zh", "https://pinduodo.com"]) == 0
    said = capsys.readouterr().out
    assert "不在官方名单" in said


def test_help_has_an_example(capsys):
    assert cli.main(["link", "--help", "--lang", "en"]) == 0
    assert "  shilian link " in capsys.readouterr().out


def test_a_list_that_cannot_be_read_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("app.paths.built_in_course", lambda: tmp_path)
    assert cli.main(["link", "--lang", "en", "jd.com"]) == 1
    assert "brands.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["jd.com " * 10_001])
def test_a_huge_text_is_cut_with_a_notice(text, capsys):
    assert cli.main(["link", "--lang", "en", "--json", text]) == 0
    streams = capsys.readouterr()
    assert len(json.loads(streams.out)) == 10_000
    assert "10000" in streams.err
