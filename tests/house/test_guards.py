"""The guards around every test bite: each kind of thing left behind fails the test that left it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

CARELESS = """
import contextlib, logging, os, socket
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QLabel
from app import sandbox
kept = []

def test_socket_even_if_swallowed():
    with contextlib.suppress(OSError):
        socket.socket()

def test_look_up():
    with contextlib.suppress(OSError):
        socket.getaddrinfo("localhost", 80)

def test_log_line():
    logging.getLogger("app").warning("stray")

def test_expected_line_that_never_came(expect_log):
    expect_log("stray")

def test_timer(qtbot):
    class Own(QTimer):
        pass
    kept.append(Own())
    kept[-1].start(1000)

def test_window(qtbot):
    kept.append(QLabel("left open"))
    kept[-1].show()

def test_qt_warning(qtbot):
    qWarning("not harmless")

def test_careful_expected_line(expect_log):
    expect_log("stray")
    logging.getLogger("app").warning("a stray one")

def test_careful_window(qtbot):
    label = QLabel("closed by qtbot")
    qtbot.addWidget(label)
    label.show()
    timer = QTimer(label)
    timer.start(1000)

def test_careful_harmless_warning(qtbot):
    qWarning("This plugin does not support propagateSizeHints()")

def test_careful_local_socket():
    for end in socket.socketpair():
        end.close()

def test_careful_own_folders():
    assert not os.path.exists(os.environ["SHILIAN_DATA"])
    kept.append(os.environ["SHILIAN_DATA"])

def test_careful_own_folders_again():
    assert os.environ["SHILIAN_DATA"] not in kept

def test_careful_the_app_does_not_seal_the_tests():
    sandbox.refuse_network()
    assert sandbox.seal().by == "nothing"
    assert not sandbox.python_refuses()
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory) -> dict[str, bool]:
    """Each careless or careful test, and whether it came through."""
    path = tmp_path_factory.mktemp("careless") / "test_careless.py"
    path.write_text(CARELESS, "utf-8")
    options = ["-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(ROOT)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-p", "no:cacheprovider", "-v", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    seen: dict[str, bool] = {}
    for name, outcome in re.findall(r"::(test_\w+) (PASSED|FAILED|ERROR)", done.stdout):
        seen[name] = seen.get(name, True) and outcome == "PASSED"
    assert seen, done.stdout + done.stderr
    return seen


def test_every_careless_test_fails(outcomes):
    assert [name for name, passed in outcomes.items() if passed and "careful" not in name] == []


def test_no_careful_test_is_hindered(outcomes):
    careful = {name: passed for name, passed in outcomes.items() if "careful" in name}
    assert len(careful) == 7
    assert all(careful.values()), careful
