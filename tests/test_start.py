"""The one command: sets up what is missing, notices what is broken, and stays out of the way."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import start
from starting import bundle, checks, environment, steps, system
from starting.steps import SetUpError

ROOT = Path(__file__).resolve().parent.parent
posix = pytest.mark.skipif(os.name == "nt", reason="tried with POSIX paths")

FAKE_PIP = """
import json, os, sys
with open(os.environ["FAKE_PIP_LOG"], "a") as log:
    log.write(json.dumps(sys.argv[1:]) + "\\n")
sys.exit(int(os.environ.get("FAKE_PIP_CODE", "0")))
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A copy of the project's starting parts, with wheels beside it and a pip that only notes."""
    root = tmp_path / "project"
    root.mkdir()
    shutil.copy2(ROOT / "start.py", root)
    shutil.copytree(ROOT / "requirements", root / "requirements")
    (root / "app").mkdir()
    (root / "app/__init__.py").write_text('__version__ = "1"\n')
    (root / "app/__main__.py").write_text("import sys; print(sys.argv[1:], __file__)\n")
    (root / "wheels").mkdir()
    with zipfile.ZipFile(root / "wheels/pip-0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("pip/__main__.py", FAKE_PIP)
    (root / "wheels/KIND").write_text(environment.kind_of_machine())
    monkeypatch.setenv("FAKE_PIP_LOG", str(tmp_path / "pip.log"))
    monkeypatch.setattr(environment, "TRIAL", "")
    monkeypatch.setattr(system, "install_missing", lambda root: None)
    stand_in(monkeypatch, root)
    return root


def stand_in(monkeypatch, root: Path) -> None:
    """Lets `start` believe it lies in this folder."""
    monkeypatch.setattr(start, "ROOT", str(root))
    monkeypatch.setattr(start, "ENVIRONMENT", str(root / ".venv"))
    monkeypatch.setattr(start, "PYTHON", str(environment.python_of(root)))
    monkeypatch.setattr(start, "STAMP", str(root / ".venv" / environment.STAMP))


def pip_calls(root: Path) -> list[str]:
    log = root.parent / "pip.log"
    return log.read_text().splitlines() if log.exists() else []


# ── an old Python


def test_start_can_be_read_by_python_3_6():
    ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_in_both_languages():
    code = "import runpy, sys; sys.version_info = (3, 9, 1); runpy.run_path('start.py')"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout.splitlines() == [
        "识链需要 Python 3.11 或更新的版本，这里是 3.9。",
        "Shilian needs Python 3.11 or newer; this is 3.9.",
    ]


# ── set up once


def test_set_up_makes_the_environment_once(project):
    assert not start.is_ready()
    environment.set_up(project, with_tests=False)
    assert start.is_ready()
    made = pip_calls(project)
    assert "--require-hashes" in made[0]
    assert "--no-index" in made[0]
    assert "requirements/dev.txt" not in " ".join(made)
    environment.set_up(project, with_tests=False)
    assert pip_calls(project) == made


def test_the_app_is_compiled_ahead(project, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    (project / "app/broken.py").write_text("def (")
    environment.set_up(project, with_tests=False)
    compiled = {path.name.partition(".")[0] for path in project.glob("app/__pycache__/*.pyc")}
    assert compiled == {"__init__", "__main__"}


def test_the_tests_get_their_tools_on_top(project):
    environment.set_up(project, with_tests=False)
    before = len(pip_calls(project))
    environment.set_up(project, with_tests=True)
    assert "requirements/dev.txt" in pip_calls(project)[before]
    environment.set_up(project, with_tests=True)
    assert len(pip_calls(project)) == before + 1


def test_an_interrupted_set_up_is_noticed_and_begun_anew(project, monkeypatch):
    def interrupted(*words):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(environment, "_pip", interrupted)
        with pytest.raises(KeyboardInterrupt):
            environment.set_up(project, with_tests=False)
    half_done = project / ".venv/half-done"
    half_done.touch()
    assert not start.is_ready()
    environment.set_up(project, with_tests=False)
    assert start.is_ready()
    assert not half_done.exists()


def test_a_kill_while_clearing_is_noticed_too(project, monkeypatch):
    environment.set_up(project, with_tests=False)
    environment._clear(project / ".venv")
    assert not start.is_ready()
    environment.set_up(project, with_tests=False)
    assert start.is_ready()


def test_other_requirements_are_installed_into_what_is_there(project):
    environment.set_up(project, with_tests=False)
    kept = project / ".venv/kept"
    kept.touch()
    with (project / "requirements/app.txt").open("a") as file:
        file.write("# newer\n")
    assert not start.is_ready()
    environment.set_up(project, with_tests=False)
    assert start.is_ready()
    assert kept.exists()


def test_a_failed_update_leaves_what_worked(project, monkeypatch):
    environment.set_up(project, with_tests=False)
    kept = project / ".venv/kept"
    kept.touch()
    with (project / "requirements/app.txt").open("a") as file:
        file.write("# newer\n")
    monkeypatch.setenv("FAKE_PIP_CODE", "1")
    with pytest.raises(SetUpError):
        environment.set_up(project, with_tests=False)
    monkeypatch.setenv("FAKE_PIP_CODE", "0")
    environment.set_up(project, with_tests=False)
    assert start.is_ready()
    assert kept.exists()


def test_a_moved_folder_gets_a_new_environment(project, monkeypatch):
    environment.set_up(project, with_tests=False)
    (project / ".venv/old").touch()
    moved = project.rename(project.parent / "moved here")
    stand_in(monkeypatch, moved)
    assert not start.is_ready()
    environment.set_up(moved, with_tests=False)
    assert start.is_ready()
    assert not (moved / ".venv/old").exists()


@posix
def test_an_environment_whose_python_is_gone_is_made_anew(project):
    environment.set_up(project, with_tests=False)
    python = environment.python_of(project)
    python.unlink()
    python.symlink_to("/nowhere/python3.9")
    assert not start.is_ready()
    environment.set_up(project, with_tests=False)
    assert start.is_ready()


def test_wheels_for_another_kind_of_machine_are_refused_in_words(project):
    (project / "wheels/KIND").write_text("win32 AMD64 Python 3.12\n")
    with pytest.raises(SetUpError, match="another kind of machine") as told:
        environment.set_up(project, with_tests=False)
    assert told.value.code == 2


@posix
def test_a_set_up_folder_starts_without_a_look_at_the_set_up(project, tmp_path):
    """`starting/` is not even there; and a folder `app` where the user stands is not ours."""
    venv.create(project / ".venv", symlinks=True)
    site = next((project / ".venv/lib").glob("python*/site-packages"))
    (site / "shilian.pth").write_text(f"{project}\n")
    python = environment.python_of(project).resolve()
    (project / ".venv" / environment.STAMP).write_text(start.wanted_stamp(str(python)), "utf-8")
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "app").mkdir(parents=True)
    (elsewhere / "app/__main__.py").write_text("print('not ours')")

    def said(*words: str, **environ: str) -> str:
        return subprocess.run(
            [sys.executable, str(project / "start.py"), *words],
            cwd=elsewhere,
            env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **environ},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout

    assert said("check", "a b").startswith("['check', 'a b'] ")
    assert said(DISPLAY=":9").startswith("[] ")
    assert said("--", "--help").startswith("['--help'] ")
    without = said()
    assert "There is no display here" in without
    assert f"['tour', '--out', '{project / 'tour'}']" in without
    assert "start.py bundle" in said("--help")


# ── parts of the system


@pytest.fixture
def bare_debian(monkeypatch):
    """A Debian that lacks two libraries; gives the list of commands that were run."""
    there: set[str] = set()
    commands: list[str] = []

    def run(command, environ=None):
        commands.append(" ".join(map(str, command)))
        if "install" in command:
            there.update(system.QT)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system, "call", run)
    monkeypatch.setattr(system, "_apt_knows", lambda packages: False)
    monkeypatch.setattr(
        system, "is_there", lambda name: name not in {"libEGL.so.1", "libGL.so.1"} or name in there
    )
    monkeypatch.setattr(system, "CERTIFICATES", ROOT / "start.py")
    monkeypatch.setattr(system.importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if "apt" in name else None)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return commands


@posix
def test_missing_libraries_are_installed_and_only_those(bare_debian, monkeypatch, tmp_path):
    monkeypatch.setattr(system, "_rights", list)
    system.install_missing(tmp_path)
    assert bare_debian == [
        "apt-get update",
        "apt-get install -y --no-install-recommends libegl1 libgl1",
    ]


@posix
def test_the_lists_are_read_only_if_they_have_to_be(bare_debian, monkeypatch, tmp_path):
    monkeypatch.setattr(system, "_rights", lambda: ["sudo", "-n"])
    monkeypatch.setattr(system, "_apt_knows", lambda packages: True)
    system.install_missing(tmp_path)
    assert bare_debian == ["sudo -n apt-get install -y --no-install-recommends libegl1 libgl1"]


@posix
def test_without_the_right_to_install_the_one_line_is_printed(bare_debian, monkeypatch, tmp_path):
    monkeypatch.setattr(system, "_rights", lambda: None)
    with pytest.raises(SetUpError) as told:
        system.install_missing(tmp_path)
    assert told.value.code == 2
    lines = [line for line in str(told.value).splitlines() if "sudo" in line]
    assert lines == [
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    ]
    assert bare_debian == []


@posix
def test_a_screen_asks_for_more_than_none(bare_debian, monkeypatch):
    monkeypatch.setattr(system, "is_there", lambda name: False)
    without, _, _ = system.missing(has_wheels=True)
    monkeypatch.setenv("DISPLAY", ":0")
    with_screen, _, _ = system.missing(has_wheels=True)
    assert "libxcb-cursor0" not in without
    assert "libxcb-cursor0" in with_screen


@posix
def test_another_distribution_is_told_what_is_missing(bare_debian, monkeypatch, tmp_path):
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/dnf" if name == "dnf" else None)
    with pytest.raises(SetUpError) as told:
        system.install_missing(tmp_path)
    assert "libEGL.so.1" in str(told.value)
    assert "sudo dnf install libglvnd-egl libglvnd-glx" in str(told.value)
    assert "pacman" not in str(told.value)


@posix
def test_an_offline_folder_installs_its_own_packages(bare_debian, monkeypatch, tmp_path):
    monkeypatch.setattr(system, "_rights", list)
    (tmp_path / "debs").mkdir()
    (tmp_path / "debs/libgl1.deb").touch()
    run = system.call
    monkeypatch.setattr(system, "call", lambda command, environ: run([*command, "install"]))
    system.install_missing(tmp_path)
    assert len(bare_debian) == 1
    assert bare_debian[0].startswith("dpkg --refuse-downgrade --skip-same-version -i ")


STATUS = """\
Package: base-files
Essential: yes
Status: install ok installed
Depends: awk

Package: mawk
Status: install ok installed
Provides: awk (= 1)

Package: python3
Status: install ok installed
Pre-Depends: python3-minimal (= 3.11), libc6:any

Package: python3-minimal
Status: install ok installed

Package: libc6
Status: install ok installed

Package: libgl1
Status: install ok installed

Package: gone
Essential: yes
Status: deinstall ok config-files
"""


def test_a_bundle_fetches_for_a_machine_with_nothing_but_python():
    kept = bundle.bare_status(STATUS)
    names = [line.split()[1] for line in kept.splitlines() if line.startswith("Package:")]
    assert names == ["base-files", "libc6", "mawk", "python3", "python3-minimal"]


def test_a_bundle_is_not_poured_into_a_folder_in_use(tmp_path):
    (tmp_path / "mine").touch()
    with pytest.raises(SetUpError) as told:
        bundle.make(ROOT, [str(tmp_path)])
    assert told.value.code == 2


# ── checks


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("====== 12 passed in 3.20s ======", True),
        ("===== 1 failed, 11 passed, 2 skipped in 0:01:02 =====", True),
        ("===== 2 errors in 0.10s =====", True),
        ("===== no tests ran in 0.01s =====", True),
        ("===== short test summary info =====", False),
        ("12 passed", False),
    ],
)
def test_the_closing_line_of_the_tests_is_known(line, closes):
    assert bool(checks.CLOSING.match(line)) is closes


@pytest.mark.parametrize("broken", [False, True])
def test_all_checks_run_and_the_closing_line_comes_last(monkeypatch, tmp_path, capfd, broken):
    monkeypatch.setattr(
        checks, "STEPS", (("first", ("-c", f"raise SystemExit({int(broken)})")), ("next", ("-V",)))
    )
    (tmp_path / "test_one.py").write_text("def test_one(): pass\n")
    monkeypatch.setattr(checks, "python_of", lambda root: Path(sys.executable))
    monkeypatch.setattr(environment, "python_of", lambda root: Path(sys.executable))
    code = checks.run(tmp_path, [])
    said = capfd.readouterr().out.splitlines()
    assert code == int(broken)
    assert checks.CLOSING.match(said[-1])
    assert "1 passed" in said[-1]
    assert ("failed: first" in said[-2]) is broken
    assert any(line.startswith("next") and " ok " in line for line in said)


@posix
def test_a_failing_command_tells_what_it_said(capfd):
    with pytest.raises(SetUpError, match="no such luck"):
        steps.call(["sh", "-c", "echo no such luck; exit 3"])
    with pytest.raises(SetUpError, match="not-a-command"):
        steps.call(["not-a-command"])
