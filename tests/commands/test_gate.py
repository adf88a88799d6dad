"""`shilian gate`: passes what is dealt, measures what is written by hand."""

from __future__ import annotations

import json
import re
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


def test_the_levels_links_written_by_hand_pass(capsys: pytest.CaptureFixture[str]) -> None:
    """Also by d′, which is not asked of so few links: in the built-in levels it holds too."""
    course = paths.built_in_course()
    assert main(["gate", str(course / "levels.yaml"), "--json", "--lang", "en"]) == 0
    gate = json.loads(capsys.readouterr().out)
    assert gate["passed"] is True
    assert gate["enough"] is True
    assert min(gate["genuine"], gate["fake"]) >= 30
    assert gate["strict"] == 1.0
    assert all(abs(each["d_prime"]) <= 0.5 for each in gate["rules"])


def test_all_links_of_the_course_pass_together() -> None:
    assert main(["gate", str(paths.built_in_course()), "--lang", "en"]) == 0


def test_a_courses_own_list_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    levels = (paths.built_in_course() / "levels.yaml").read_text("utf-8")
    brands = (paths.built_in_course() / "brands.yaml").read_text("utf-8")
    (tmp_path / "levels.yaml").write_text(levels.replace("lepinji", "haoduoji"), "utf-8")
    assert main(["gate", str(tmp_path / "levels.yaml"), "--json", "--lang", "en"]) == 1
    assert json.loads(capsys.readouterr().out)["strict"] < 1.0
    (tmp_path / "brands.yaml").write_text(brands.replace("lepinji", "haoduoji"), "utf-8")
    main(["gate", str(tmp_path / "levels.yaml"), "--json", "--lang", "en"])
    assert json.loads(capsys.readouterr().out)["strict"] == 1.0


def test_a_level_that_gives_its_fakes_away_fails(tmp_path: Path) -> None:
    levels = (paths.built_in_course() / "levels.yaml").read_text("utf-8")
    spoiled = re.sub(
        r"(url: .*)\n((?:        (?:shown|carrier): .*\n)*        verdict: fake)",
        r"\1-2-3-4\n\2",
        levels,
    )
    assert spoiled != levels
    (tmp_path / "levels.yaml").write_text(spoiled, "utf-8")
    assert main(["gate", str(tmp_path / "levels.yaml"), "--lang", "en"]) == 1


def test_a_course_without_links_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate", str(tmp_path), "--lang", "en"]) == 0
    assert "Too few links" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "word"), [(["nowhere"], "nowhere"), (["--n", "0"], "--n")])
def test_wrong_use_is_told(
    arguments: list[str], word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gate", *arguments, "--lang", "en"]) == 2
    assert word in capsys.readouterr().err
