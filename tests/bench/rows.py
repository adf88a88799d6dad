"""What a bench gives back, and how processes are timed side by side."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

PAINTED = b"painted"  # what a window asked to close again says once it is painted
_NOT_KEPT = "PYTHONDONTWRITEBYTECODE"
ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table.

    With a `floor` (what cannot be undercut, measured in the same run) the aim is for
    measured / floor, else for measured itself. Smaller is better. `skipped` says why there is
    nothing to show.
    """

    name: str
    unit: str = "ms"
    measured: float = 0.0
    floor: float | None = None
    aim: float | None = None
    skipped: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor."""
        return self.measured / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """ok, short of the aim, skipped, or - where there is no aim."""
        if self.skipped:
            return "skipped"
        if self.aim is None:
            return "-"
        value = self.ratio if self.ratio is not None else self.measured
        return "ok" if value <= self.aim else "short"


class Run(NamedTuple):
    """One process, from its start to its end."""

    wall_ms: float
    painted_ms: float  # from its start until it said that its window is painted, else 0
    cpu_ms: float
    peak_mb: float  # resident set, as the kernel counts it


def _surroundings() -> dict[str, str]:
    """Ours, but compiled code is kept, as on a learner's machine.

    Told not to, Python compiles every module anew, and a bench would measure its compiler.
    """
    return {name: value for name, value in os.environ.items() if name != _NOT_KEPT}


def run_process(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Runs a command in the project folder to its end; raises if it fails."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**_surroundings(), **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        assert process.stdout is not None
        with process.stdout as told:
            has_painted = told.readline().strip() == PAINTED
            painted_ms = (time.perf_counter() - begun) * 1e3 if has_painted else 0.0
            told.read()
        _, status, used = os.wait4(process.pid, 0)
        wall_ms = (time.perf_counter() - begun) * 1e3
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise RuntimeError(f"{command}: {errors.read().decode('utf-8', 'replace')}")
    per_mb = 1e6 if sys.platform == "darwin" else 1e3  # bytes there, kilobytes elsewhere
    return Run(wall_ms, painted_ms, (used.ru_utime + used.ru_stime) * 1e3, used.ru_maxrss / per_mb)


def side_by_side(times: int, *acts: Callable[[], Run]) -> list[Run]:
    """The medians of several acts, taken in turns so that a busy moment hits all alike.

    One round first that does not count: files are in memory, caches filled.
    """
    for act in acts:
        act()
    runs: list[list[Run]] = [[] for _ in acts]
    for number in range(times):
        order = list(enumerate(acts))
        for index, act in order if number % 2 else reversed(order):
            runs[index].append(act())
    return [
        Run(*(statistics.median(values) for values in zip(*each, strict=True))) for each in runs
    ]
