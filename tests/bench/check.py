"""`shilian check` over a thousand lessons, beside a process that only reads their YAML."""

from __future__ import annotations

import sys
import tempfile
from itertools import count
from pathlib import Path

from tests.bench.made_course import make_course
from tests.bench.rows import ROOT, Row, Run, run_process, side_by_side

TIMES = 5
LESSONS = 1_000


def measure() -> list[Row]:
    """The whole command in one process: with an empty cache, with a full one, and its memory."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        course = make_course(place / "course", LESSONS)
        tenth = make_course(place / "tenth", LESSONS // 10)
        fresh = count()
        cold, cached, floor = side_by_side(
            TIMES,
            lambda: check(course, place / f"cache-{next(fresh)}"),
            lambda: check(course, place / "cache"),
            lambda: read_only(course),
        )
        few, many = side_by_side(
            3,
            lambda: check(tenth, place / f"cache-{next(fresh)}"),
            lambda: check(course, place / f"cache-{next(fresh)}"),
        )
    return [
        Row(
            name="check 1,000 lessons of 250 lines",
            measured=cold.wall_ms,
            floor=floor.wall_ms,
            aim=1.5,
        ),
        Row(
            name="the same, unchanged since the last check",
            measured=cached.wall_ms,
            floor=floor.wall_ms,
            aim=0.15,
        ),
        Row(
            name="peak memory of 1,000 lessons, against 100",
            unit="MB",
            measured=many.peak_mb,
            floor=few.peak_mb,
            aim=1.2,
        ),
    ]


def check(course: Path, cache: Path) -> Run:
    """The command as a teacher runs it."""
    return run_process(
        [sys.executable, "-m", "app", "check", str(course)],
        {"SHILIAN_CACHE": str(cache), "SHILIAN_DATA": str(cache) + "-data"},
    )


def read_only(course: Path) -> Run:
    """The floor: every file through yaml.load."""
    return run_process([sys.executable, str(ROOT / "tests/bench/yaml_floor.py"), str(course)])
