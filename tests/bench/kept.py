"""The history at its limits: a million answers, a kill at any moment, a disk that is asked."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tests.bench import history
from tests.bench.past import prepare
from tests.bench.rows import Row, side_by_side
from tests.bench.start import open_home

TIMES = 9
KILLS = 200
TRACED = 50


def measure() -> list[Row]:
    """Home with a million answers against one; answers lost to kills; answers not yet synced."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        return [*_home(folder), *_append(folder), *_killed(folder), _synced(folder)]


def _home(folder: Path) -> list[Row]:
    none = prepare(folder / "none", 1)  # with none at all Home also shows the welcome
    million = prepare(folder / "million", 1_000_000)
    full, empty = side_by_side(TIMES, lambda: open_home(million), lambda: open_home(none))
    return [
        Row(
            name="start to Home painted, 1,000,000 answers against one",
            measured=full.painted_ms,
            floor=empty.painted_ms,
            aim=1.2,
        )
    ]


def _append(folder: Path) -> list[Row]:
    path = folder / "appended.db"
    times = history.append_times(path, history.filled_with(path, 10_000))
    return [
        Row(name="an answer on the disk, middle", measured=times.p50_us / 1e3),
        Row(name="an answer on the disk, 99th percentile", measured=times.p99_us / 1e3, aim=16),
    ]


def _killed(folder: Path) -> list[Row]:
    killed = history.kill_while_answering(folder / "killed.db", times=KILLS, dice=random.Random(1))
    return [
        Row(
            name=f"answers lost of {killed.confirmed:,} confirmed, {killed.times} kills",
            unit="lost",
            measured=len(killed.lost),
            aim=0,
        ),
        Row(
            name="openings after a kill with any trouble",
            unit="times",
            measured=killed.not_opened,
            aim=0,
        ),
    ]


def _synced(folder: Path) -> Row:
    name = f"of {TRACED} answers, confirmed before the disk had them"
    synced = history.synced_before_confirmed(folder / "traced.db", answers=TRACED)
    if synced is None:
        return Row(name=name, skipped="no strace, or it may not trace")
    return Row(name=name, unit="times", measured=TRACED - synced, aim=0)
