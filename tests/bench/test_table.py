"""The benches' table tells the truth about what was reached."""

from __future__ import annotations

import importlib.util
import sys

import pytest

from tests.bench.made_course import make_course
from tests.bench.rows import Row, Run, run_process, side_by_side
from tests.bench.run import BENCHES, shown


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row(name="a", measured=150, floor=100, aim=1.5), "ok"),
        (Row(name="a", measured=151, floor=100, aim=1.5), "short"),
        (Row(name="a", measured=16, aim=16), "ok"),
        (Row(name="a", measured=17, aim=16), "short"),
        (Row(name="a", measured=17), "-"),
        (Row(name="a", aim=1, skipped="no strace"), "skipped"),
    ],
)
def test_a_row_is_ok_only_within_its_aim(row, verdict):
    assert row.verdict == verdict
    assert verdict in shown(row)


def test_a_row_shows_its_figures():
    cells = shown(Row(name="start", measured=1234.56, floor=1000, aim=1.5)).split()
    assert cells == ["start", "1,234.6", "ms", "1,000.0", "ms", "1.23", "×", "≤", "1.5", "×", "ok"]
    assert "no strace" in shown(Row(name="start", skipped="no strace"))


def test_every_bench_in_the_table_is_there():
    assert all(importlib.util.find_spec(f"tests.bench.{name}") for name in BENCHES)


def test_acts_are_taken_in_turns_and_the_first_round_does_not_count():
    taken: list[str] = []

    def act(name: str, times: list[float]):
        def run() -> Run:
            taken.append(name)
            return Run(times.pop(0), 0, 0, 0)

        return run

    first, second = side_by_side(3, act("a", [99, 1, 2, 9]), act("b", [99, 5, 5, 5]))
    assert "".join(taken) == "ab" + "ba" + "ab" + "ba"
    assert (first.wall_ms, second.wall_ms) == (2, 5)


def test_a_process_that_fails_is_no_figure():
    with pytest.raises(RuntimeError, match="so it is"):
        run_process([sys.executable, "-c", "raise SystemExit('so it is')"])


def test_the_made_course_is_what_it_says(tmp_path):
    course = make_course(tmp_path / "course", 4)
    lessons = sorted(course.glob("made-*.yaml"))
    assert len({path.read_text("utf-8") for path in lessons}) == 4
    lengths = [len(path.read_text("utf-8").splitlines()) for path in lessons]
    assert all(240 <= length <= 260 for length in lengths), lengths


def test_a_window_says_when_it_is_painted():
    late = run_process([sys.executable, "-c", "print('painted')"])
    assert 0 < late.painted_ms <= late.wall_ms
    assert run_process([sys.executable, "-c", "print('something else')"]).painted_ms == 0


def test_compiled_code_is_kept_as_on_a_learners_machine(monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    run_process([sys.executable, "-c", "import sys; assert not sys.dont_write_bytecode"])
