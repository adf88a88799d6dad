"""The commands as a teacher or a script meets them: words, exit codes, streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import cli, paths
from app.errors import ShilianError
from tests.content.courses import LESSON, make_course

ROOT = Path(__file__).resolve().parents[2]
BAD = LESSON.format(id="first", title="坏").replace("right: 不交钱", "wrong: 不交钱")
COMMANDS = ("check", "fix", "new", "schema")


@pytest.fixture(autouse=True)
def _english_system(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def course(tmp_path):
    return make_course(tmp_path / "course")


@pytest.fixture
def broken(tmp_path):
    return make_course(tmp_path / "course", **{"01__first": BAD})


def process(*arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], env=environment, check=False, **options
    )


# ── help and wrong use ───────────────────────────────────────────────────────


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command, capsys):
    assert cli.main([command, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.count("example:") == 1
    assert f"  shilian {command} " in said


def test_the_general_help_lists_the_commands(capsys):
    assert cli.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "example:" in said
    for command in cli.COMMANDS:
        assert f"\n  {command} " in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["--nonsense"],
        ["check", "--format", "xml"],
        ["check", "--format"],
        ["check", "--nonsense"],
        ["check", "no/such/path"],
        ["fix"],
        ["fix", "no/such/path"],
        ["new", "planet", "x"],
        ["--lang", "fr", "check"],
    ],
)
def test_wrong_use_is_told_in_words_with_2(arguments, capsys):
    assert cli.main(arguments) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err
    assert "Traceback" not in streams.err


def test_wrong_use_names_what_was_wrong(capsys):
    cli.main(["check", "--format", "xml"])
    assert "--format cannot be xml; choose from text, json, github." in capsys.readouterr().err
    cli.main(["fix"])
    assert "PATH is missing." in capsys.readouterr().err


def test_a_trouble_of_the_machine_is_told_with_what_is_safe(monkeypatch, capsys, course):
    def full(*_args: object) -> None:
        raise ShilianError("The disk is full.", safe="It is as it was.", next_step="Make room.")

    monkeypatch.setattr("app.commands.check.targets", full)
    assert cli.main(["check", str(course)]) == 1
    assert capsys.readouterr().err == "The disk is full.\nIt is as it was.\n→ Make room.\n"


# ── language ─────────────────────────────────────────────────────────────────


def test_the_language_asked_for_wins(own_folders, capsys):
    save_language(own_folders, "en")
    assert spoken(["--lang", "zh"], capsys) == "zh-CN"
    assert spoken(["--lang=en"], capsys) == "en"


def test_then_the_saved_one_then_the_systems_then_chinese(own_folders, monkeypatch, capsys):
    assert spoken([], capsys) == "en"
    monkeypatch.setenv("LANG", "zh_TW.UTF-8")
    assert spoken([], capsys) == "zh-CN"
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert spoken([], capsys) == "zh-CN"
    save_language(own_folders, "en")
    assert spoken([], capsys) == "en"


@pytest.mark.parametrize("content", ["", "[", "[]", '{"language": 3}', "[" * 100_000, "\x00"])
def test_damaged_settings_do_not_stop_a_command(own_folders, content, capsys):
    save_language(own_folders, "en")
    (own_folders / "data" / "settings.json").write_text(content, "utf-8")
    assert spoken([], capsys) == "en"


def save_language(own: Path, language: str) -> None:
    (own / "data").mkdir(parents=True, exist_ok=True)
    settings = json.dumps({"language": language})
    (own / "data" / "settings.json").write_text(settings, "utf-8")


def spoken(arguments: list[str], capsys) -> str:
    from app.paths import settings_file

    asked = cli._language_asked(arguments)
    return cli.language.choose(asked, settings_file(), os.environ)


# ── check ────────────────────────────────────────────────────────────────────


def test_check_of_a_whole_course(course, capsys):
    assert cli.main(["check", str(course)]) == 0
    streams = capsys.readouterr()
    assert "error" not in streams.out
    assert streams.err.startswith("2 lessons: 0 errors, ")


def test_check_shows_place_words_and_a_way_to_mend(broken, capsys):
    assert cli.main(["check", str(broken)]) == 1
    lines = capsys.readouterr().out.splitlines()
    first = next(i for i, line in enumerate(lines) if ": error " in line)
    place, _, rest = lines[first].partition(": error ")
    path, line, column = place.rsplit(":", 2)
    assert path == f"{broken.as_posix()}/01-first.yaml"
    assert line.isdigit()
    assert column.isdigit()
    assert rest[:4] == "E201" or rest[0] == "E"
    assert lines[first + 1].startswith("→ ")


def test_strict_lets_warnings_fail(course):
    assert cli.main(["check", str(course)]) == 0
    assert cli.main(["check", "--strict", str(course)]) == 1


@pytest.mark.parametrize("cached", [False, True])
def test_check_as_json_is_one_document(broken, capsys, cached):
    if cached:
        cli.main(["check", str(broken)])
        capsys.readouterr()
    assert cli.main(["check", str(broken), "--format", "json"]) == 1
    streams = capsys.readouterr()
    assert streams.err == ""
    told = json.loads(streams.out)
    assert told["lessons"] == 2
    assert told["errors"] + told["warnings"] == len(told["issues"])
    assert set(told["issues"][0]) == {
        *("code", "severity", "path", "line", "column", "end_line", "end_column"),
        *("message", "help", "fix"),
    }
    assert "\\u" not in streams.out


BRANDS = """\
format: 1
id: brands
brands:
  - id: shop
    zh: 小店
    en: Shop
    pinyin: xiaodian
    owners: [shop.example]
    source: invented
    checked: 2026-11-22
"""


def test_check_as_json_without_issues(tmp_path, capsys):
    folder = make_course(tmp_path, course="format: 1\n")
    (folder / "brands.yaml").write_text(BRANDS, "utf-8")
    assert cli.main(["check", str(folder / "brands.yaml"), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "issues": [],
        "lessons": 0,
        "errors": 0,
        "warnings": 0,
    }


def test_check_for_github(broken, capsys):
    assert cli.main(["check", str(broken), "--format", "github"]) == 1
    for line in capsys.readouterr().out.splitlines():
        assert line.startswith(("::error file=", "::warning file="))
        assert "%0A→ " in line


def test_a_file_name_cannot_forge_an_issue(tmp_path, capsys):
    make_course(tmp_path, **{"x\n::error file=a::b": "title：x\n"})
    cli.main(["check", str(tmp_path), "--format", "github"])
    assert "\n::error file=a::b" not in capsys.readouterr().out
    cli.main(["check", str(tmp_path)])
    assert "\n::error" not in capsys.readouterr().out


def test_check_works_with_the_built_in_course(capsys):
    assert cli.main(["check"]) in (0, 1)
    assert "Traceback" not in capsys.readouterr().err


# ── fix, new, schema ─────────────────────────────────────────────────────────


def test_fix_writes_and_says_what_it_did(course, capsys):
    path = course / "02-second.yaml"
    draft = path.read_text("utf-8").replace("  - id: intro\n    type", "  - type")
    path.write_text(draft, "utf-8")
    assert cli.main(["fix", "--dry-run", str(path)]) == 0
    assert "+  - id: step-1" in capsys.readouterr().out
    assert path.read_text("utf-8") == draft
    assert cli.main(["fix", str(path)]) == 0
    assert capsys.readouterr().out == f"{path.as_posix()}: 1 id stamped\n"
    assert "  - id: step-1\n    type" in path.read_text("utf-8")
    assert cli.main(["fix", str(path)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("There was nothing to change.")


def test_fix_goes_on_after_a_file_that_cannot_be_written(course, capsys):
    draft = LESSON.format(id="first", title="一").replace("id: intro\n    ", "")
    (course / "01-first.yaml").write_text(draft, "utf-8")
    (course / "02-second.yaml").write_text(draft.replace("id: first", "id: second"), "utf-8")
    (course / "01-first.yaml").chmod(0o444)
    assert cli.main(["fix", str(course)]) == 1
    streams = capsys.readouterr()
    assert "read-only" in streams.err
    assert "02-second.yaml: 1 id stamped" in streams.out
    assert (course / "01-first.yaml").read_text("utf-8") == draft


def test_fix_shows_what_has_to_be_mended_by_hand(course, capsys):
    (course / "01-first.yaml").write_text('title: "open\n', "utf-8")
    assert cli.main(["fix", str(course / "01-first.yaml")]) == 1
    assert ": error E" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_new_then_check(tmp_path, monkeypatch, capsys, language):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "course", "mine", "--lang", language]) == 0
    assert cli.main(["new", "lesson", "two", "--into", "mine", "--lang", language]) == 0
    assert capsys.readouterr().out.split() == [
        "mine/01-start.yaml",
        "mine/course.yaml",
        "mine/02-two.yaml",
        "mine/course.yaml",
    ]
    assert cli.main(["check", "mine"]) == 0
    assert cli.main(["new", "course", "mine"]) == 1


def test_new_lesson_touches_no_course_that_was_not_named(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "built_in_course", lambda: tmp_path / "built-in")
    assert cli.main(["new", "lesson", "two", "--lang", "en"]) == 1
    assert "--into my-course" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_message_names_the_command_with_its_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["new", "course", "mine", "--lang", "en"]) == 0
    course = tmp_path / "mine/course.yaml"
    told = course.read_text("utf-8").replace("languages: [en]", "languages: [en, zh-CN]")
    course.write_text(told, "utf-8")
    capsys.readouterr()
    cli.main(["check", "mine", "--lang", "en"])
    assert "`shilian fix mine --add-missing`" in capsys.readouterr().out
    assert cli.main(["fix", "mine", "--add-missing", "--lang", "en"]) == 0
    assert (tmp_path / "mine/01-start.zh-CN.yaml").is_file()


def test_schema_writes_a_file_for_each_kind(tmp_path, capsys):
    assert cli.main(["schema", "--out", str(tmp_path / "out")]) == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"lesson.schema.json", "course.schema.json", "translation.schema.json"} <= names
    for name in names:
        assert json.loads((tmp_path / "out" / name).read_text("utf-8"))["$schema"]
    capsys.readouterr()
    assert cli.main(["schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == names


# ── streams ──────────────────────────────────────────────────────────────────


def test_results_are_utf8_whatever_the_console_says(broken):
    done = process("check", str(broken), capture_output=True, env={"PYTHONIOENCODING": "ascii"})
    assert "→" in done.stdout.decode("utf-8")
    assert done.returncode == 1


def test_a_reader_that_goes_away_is_no_crash(tmp_path):
    files = {f"{n:03}__x": BAD for n in range(60)}
    folder = make_course(tmp_path, **files)
    reading, writing = os.pipe()
    os.close(reading)
    done = process("check", str(folder), stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="there are no closed streams to start with")
def test_a_closed_stdout_is_no_crash(course):
    done = process("check", str(course), stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_cached_check_loads_neither_yaml_nor_rules(tmp_path):
    folder = make_course(tmp_path / "course")
    code = (
        "import sys; from app.cli import main; main(['check', sys.argv[1], '--format', 'json']);"
        "print([n for n in ('yaml', 'app.content.reading') if n in sys.modules], file=sys.stderr)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, str(folder)],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ).stderr.strip()
        for _ in range(2)
    ]
    assert said == ["['yaml', 'app.content.reading']", "[]"]
