"""Runs any command under watch: which sockets its processes ask the kernel for, or with no net."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


class Watched(NamedTuple):
    """What a watched command did."""

    code: int
    said: str  # its output, for the message of a failing test
    families: list[str]  # the family of each socket asked for, in order, whether granted or not
    rings: int  # io_uring_setup calls: a way round a watch on sockets
    started: list[str]  # programs started, the command itself first


def traced(
    command: Sequence[str], scratch: Path, environment: Mapping[str, str] | None = None
) -> Watched:
    """Runs a command under strace, with all its threads and children.

    Skips the test, with words, where strace is not there or may not trace.
    """
    if not shutil.which("strace"):
        pytest.skip("strace is not installed here")
    log = scratch / "trace"
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(log)]
    strace += ["-e", "trace=socket,io_uring_setup,execve", "-e", "signal=none"]
    probe = subprocess.run([*strace, "true"], capture_output=True, text=True, check=False)
    if probe.returncode:
        pytest.skip(f"strace may not trace here: {probe.stderr.strip()}")
    done = _run([*strace, *command], environment)
    lines = log.read_text("utf-8", "replace").splitlines()
    asked = [line for line in lines if re.search(r"\bsocket\(", line)]
    return Watched(
        done.returncode,
        done.stdout + done.stderr,
        [found[1] for line in asked if (found := re.search(r"socket\((\w+)", line))],
        sum("io_uring_setup(" in line for line in lines),
        [found[1] for line in lines if (found := re.search(r'execve\("([^"]+)".*= 0$', line))],
    )


def without_network(
    command: Sequence[str], environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a command where there is no network but its own loopback, which is down.

    Skips the test, with words, where the system does not allow such a place.
    """
    if not shutil.which("unshare"):
        pytest.skip("unshare is not installed here")
    probe = subprocess.run(["unshare", "-rn", "true"], capture_output=True, text=True, check=False)
    if probe.returncode:
        pytest.skip(f"this system gives no empty network namespace: {probe.stderr.strip()}")
    return _run(["unshare", "-rn", *command], environment)


def _run(
    command: Sequence[str], environment: Mapping[str, str] | None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **(environment or {})},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=900,
        check=False,
    )
