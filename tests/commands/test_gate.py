"""`shilian gate`: passes what is dealt, measures what is written by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import paths
from app.cli import main


def test_dealt_links_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--n", "2000", "--seed", "3", "--json", "--lang", "en"]) == 0
    gate = json.loads(capsys.readouterr().out)
    assert gate["passed"] is True
    assert gate["strict"] == 1.0
    assert {"starts-with-brand", "brand-anywhere", "https", "length", "path-depth"} <= {
        each["id"] for each in gate["rules"]
    }
    for each in gate["rules"]:
        assert {"hit_rate", "false_alarm_rate", "d_prime", "auc", "passed"} <= set(each)
    assert gate["pairs"][0]["auc"] <= 0.65


def test_the_figures_are_shown_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--n", "2000", "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "host-dots" in said
    assert "100 %" in said


def test_too_few_links_are_said_to_be_too_few(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", "--n", "10", "--lang", "en"]) == 0
    assert "Too few links" in capsys.readouterr().err


def test_links_written_by_hand_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    course = paths.built_in_course()
    main(["gate", str(course / "levels.yaml"), "--json", "--lang", "en"])
    gate = json.loads(capsys.readouterr().out)
    assert gate["genuine"] > 0
    assert gate["fake"] > 0
    assert gate["strict"] == 1.0


def test_a_course_without_links_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", str(tmp_path), "--lang", "en"]) == 0
    assert "Too few links" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "word"), [(["nowhere"], "nowhere"), (["--n", "0"], "--n")])
def test_wrong_use_is_told(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gate", *arguments, "--lang", "en"]) == 2
    assert word in capsys.readouterr().err
