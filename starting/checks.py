"""Everything `start.py test` runs, one step after another, with one summary at the end."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from starting.environment import plain_environment, python_of, run_python

STEPS = (
    ("style", ("-m", "ruff", "check", ".")),
    ("layout", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    ("walls", ("-c", "from importlinter.cli import lint_imports_command as run; run()")),
    ("catalogue", ("-m", "tests.house.catalogue")),
)
# The line pytest ends with, e.g. "==== 12 passed, 1 skipped in 3.20s ====".
CLOSING = re.compile(r"^=+ .*\b(passed|failed|error|errors|no tests ran)\b.* =+$")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def run(root: Path, words: list[str]) -> int:
    """All checks and tests; with words only pytest, which gets them. Gives the exit code."""
    if words:
        return run_python(root, ["-m", "pytest", *words])
    rows: list[tuple[str, int, float]] = []
    for name, command in STEPS:
        print(f"\n▸ {name}", flush=True)
        begun = time.perf_counter()
        code = run_python(root, list(command))
        rows.append((name, code, time.perf_counter() - begun))
    print("\n▸ tests", flush=True)
    begun = time.perf_counter()
    code, closing = _pytest(root)
    rows.append(("tests", code, time.perf_counter() - begun))
    print()
    for name, code, seconds in rows:
        print(f"{name:<10} {'ok' if code == 0 else 'FAILED':<7} {seconds:7.1f} s")
    failed = [name for name, code, _ in rows if code]
    print("全部通过 · all passed" if not failed else f"没有通过 · failed: {', '.join(failed)}")
    print(closing, flush=True)
    return 1 if failed else 0


def _pytest(root: Path) -> tuple[int, str]:
    """Runs pytest, showing its output as it comes; gives the exit code and its last line."""
    command = [str(python_of(root)), "-m", "pytest"]
    if sys.stdout.isatty():
        command.append("--color=yes")
    tail = b""
    with subprocess.Popen(
        command, cwd=root, env=plain_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        while chunk := os.read(process.stdout.fileno(), 65536):
            sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
            tail = (tail + chunk)[-65536:]
    code = process.returncode
    lines = COLOURS.sub("", tail.decode("utf-8", "replace")).splitlines()
    return code, next((line for line in reversed(lines) if CLOSING.match(line)), "")
