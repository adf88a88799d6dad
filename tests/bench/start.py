"""Process start until Home is painted, beside an empty window; time and memory."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import start
from tests.bench.past import prepare
from tests.bench.rows import ROOT, Row, Run, run_process, side_by_side

TIMES = 15
ANSWERS = 10_000


def measure() -> list[Row]:
    """Home with the built-in lessons and a long history, against a window with nothing in it."""
    with tempfile.TemporaryDirectory() as scratch:
        data = prepare(Path(scratch) / "data", ANSWERS)
        home, empty = side_by_side(TIMES, lambda: open_home(data), open_empty_window)
        added = _added_by_start(data)
    return [
        Row(
            name="start to Home painted, 10,000 answers",
            measured=home.painted_ms,
            floor=empty.painted_ms,
            aim=1.5,
        ),
        Row(
            name="the same and closed again",
            measured=home.wall_ms,
            floor=empty.wall_ms,
        ),
        Row(
            name="the same, processor time",
            measured=home.cpu_ms,
            floor=empty.cpu_ms,
        ),
        Row(
            name="peak memory of it",
            unit="MB",
            measured=home.peak_mb,
            floor=empty.peak_mb,
            aim=1.7,
        ),
        added,
    ]


def _added_by_start(data: Path) -> Row:
    name = "what start.py adds when all is set up"
    if not start.is_ready():
        return Row(name=name, skipped="this environment was not made by start.py")
    through_start, direct = side_by_side(
        TIMES, lambda: open_home(data, through_start=True), lambda: open_home(data)
    )
    return Row(name=name, measured=through_start.wall_ms - direct.wall_ms, aim=40)


def open_home(data: Path, *, through_start: bool = False) -> Run:
    """The whole app from nothing to the first picture of Home, then closed."""
    way = ["start.py"] if through_start else ["-m", "app"]
    cache = data.parent / f"{data.name}-cache"
    return run_process(
        [sys.executable, *way, "--exit-after-paint"],
        {"SHILIAN_DATA": str(data), "SHILIAN_CACHE": str(cache)},
    )


def open_empty_window() -> Run:
    """The floor: Qt and a window."""
    return run_process([sys.executable, str(ROOT / "tests/bench/empty_window.py")])
