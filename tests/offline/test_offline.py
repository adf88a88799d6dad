"""The promise itself: a walk through the whole real app asks for no internet socket at all."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.offline.watch import Watched, traced, without_network

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watched with Linux's own tools")

TOUR = ["-m", "app", "tour", "--langs", "zh", "--themes", "light", "--scales", "1", "--out"]
LOCAL = {"AF_UNIX", "AF_LOCAL"}
REACHES_OUT = """
import socket
for family in (socket.AF_INET, socket.AF_INET6):
    try:
        line = socket.socket(family)
        line.settimeout(2)
        line.connect(("192.0.2.1" if family == socket.AF_INET else "2001:db8::1", 80))
    except OSError as error:
        print(error.strerror)
"""


def reaching(watched: Watched) -> list[str]:
    """The families asked for that lead off this machine."""
    return [family for family in watched.families if family not in LOCAL]


def test_the_watch_sees_a_socket_that_is_opened(tmp_path):
    watched = traced([sys.executable, "-c", REACHES_OUT], tmp_path)
    assert set(reaching(watched)) >= {"AF_INET", "AF_INET6"}


def test_there_is_no_way_out_of_the_place_without_network():
    done = without_network([sys.executable, "-c", REACHES_OUT])
    assert done.stdout.splitlines()[0] == "Network is unreachable"


def test_a_whole_walk_opens_no_internet_socket_and_no_other_program(tmp_path):
    watched = traced([sys.executable, *TOUR, str(tmp_path / "out")], tmp_path)
    assert watched.code == 0, watched.said
    assert list((tmp_path / "out").rglob("*.png")), watched.said
    # One is asked for on purpose: the app tries whether the kernel's lock holds, with a family
    # that only reaches the kernel, and is refused.
    assert set(reaching(watched)) <= {"AF_NETLINK"}, watched.families
    assert watched.rings == 0
    # Looking for an interpreter through PATH and pyenv-like wrappers comes before the app itself.
    assert all("python" in Path(program).name for program in watched.started), watched.started


def test_the_whole_walk_works_where_there_is_no_network(tmp_path):
    done = without_network([sys.executable, *TOUR, str(tmp_path / "out")])
    assert done.returncode == 0, done.stdout + done.stderr
    assert list((tmp_path / "out").rglob("*.png"))
