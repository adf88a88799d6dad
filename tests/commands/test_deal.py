"""`shilian deal` as a teacher or a script uses it."""

from __future__ import annotations

import json

import pytest

from app.cli import main

KEYS = [
    "id", "url", "shown", "message", "kind", "truth", "brand", "trick", "owner", "owner_span",
]  # fmt: skip


def test_rounds_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deal", "--n", "40", "--seed", "7", "--json", "--lang", "en"]) == 0
    dealt = json.loads(capsys.readouterr().out)
    assert len(dealt) == 40
    for each in dealt:
        assert list(each) == KEYS
        assert each["truth"] in ("genuine", "fake", "cannot_tell")
        if each["owner_span"]:
            start, end = each["owner_span"]
            assert 0 < start < end <= len(each["url"])


def test_the_seed_decides(capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for seed in ("1", "1", "2"):
        main(["deal", "--n", "5", "--seed", seed, "--json", "--lang", "en"])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] != said[2]


def test_only_the_tricks_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deal", "--tricks", "swap,pinyin", "--n", "30", "--json", "--lang", "zh"]) == 0
    tricks = {each["trick"] for each in json.loads(capsys.readouterr().out)}
    assert tricks == {"swap", "pinyin", None}


def test_links_are_shown_so_that_nobody_opens_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deal", "--n", "200", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "hxxps://" in said
    assert "http://" not in said
    assert "https://" not in said


def test_a_message_is_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    messages = {}
    for lang in ("zh", "en"):
        main(["deal", "--n", "1", "--json", "--lang", lang])
        messages[lang] = json.loads(capsys.readouterr().out)[0]
    assert messages["zh"]["url"] == messages["en"]["url"]
    assert messages["zh"]["message"] != messages["en"]["message"]


@pytest.mark.parametrize(
    ("arguments", "word"), [(["--tricks", "magic"], "magic"), (["--n", "-1"], "--n")]
)
def test_wrong_use_is_told(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deal", *arguments, "--lang", "en"]) == 2
    assert word in capsys.readouterr().err


def test_no_rounds_are_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deal", "--n", "0", "--json", "--lang", "en"]) == 0
    assert json.loads(capsys.readouterr().out) == []
