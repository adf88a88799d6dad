"""`shilian` without a command opens the window; with one it does not touch it."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from app import __main__ as entry
from app import cli, paths


@pytest.fixture
def window(monkeypatch):
    """Stands in for the window; holds what it was opened with."""
    opened: list[dict[str, object]] = []
    module = ModuleType("app.ui.application")

    def run(**asked: object) -> int:
        opened.append(asked)
        return 0

    module.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "app.ui.application", module)
    return opened


def start(monkeypatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["shilian", *arguments])
    return entry.main()


def test_no_argument_opens_the_window(monkeypatch, window):
    assert start(monkeypatch) == 0
    assert window == [{"course": None, "data": None, "language": "", "exit_after_paint": False}]


def test_the_windows_own_options(monkeypatch, window, tmp_path):
    arguments = ["--course", str(tmp_path), f"--data={tmp_path}", "--exit-after-paint"]
    assert start(monkeypatch, *arguments, "--lang", "en") == 0
    assert window == [
        {"course": tmp_path, "data": tmp_path, "language": "en", "exit_after_paint": True}
    ]


@pytest.mark.parametrize(
    "arguments", [["--course"], ["--nonsense"], ["check", "--format", "xml"], ["--course="]]
)
def test_anything_else_is_the_command_lines_affair(monkeypatch, window, capsys, arguments):
    assert start(monkeypatch, *arguments) == 2
    assert window == []


def test_folders_follow_the_system_and_the_overrides(monkeypatch, tmp_path):
    assert paths.settings_file().parent == paths.data_folder()
    monkeypatch.delenv("SHILIAN_DATA")
    monkeypatch.delenv("SHILIAN_CACHE")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert paths.data_folder() == tmp_path / "shilian"
    assert paths.cache_folder() == tmp_path / "home" / ".cache" / "shilian"
    assert paths.log_folder() == tmp_path / "home" / ".local" / "state" / "shilian" / "log"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert paths.data_folder() == tmp_path / "home/Library/Application Support/Shilian"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert paths.cache_folder() == tmp_path / "local" / "Shilian" / "Cache"


def test_what_came_with_the_app_is_found():
    assert paths.assets_folder().is_dir()
    assert paths.built_in_course().is_dir()


def test_a_tour_of_another_course(tmp_path, monkeypatch, capsys):
    walked = []

    class Walk:
        def __init__(self, *_asked, course=None):
            walked.append(course)

        def run(self):
            pass

    monkeypatch.setattr("app.ui.tour.walk.Walk", lambda *asked: Walk(course=asked[-1]))
    asked = ["tour", "--out", str(tmp_path / "out"), "--lang", "en"]
    assert cli.main([*asked, "--course", str(tmp_path)]) == 1
    assert "There is no course in" in capsys.readouterr().err
    (tmp_path / "course.yaml").write_text("format: 1\n", "utf-8")
    assert cli.main([*asked, "--course", str(tmp_path)]) == 0
    assert walked == [tmp_path]
