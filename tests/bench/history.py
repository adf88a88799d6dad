"""How fast and how safe the history is: appending, Home with a million answers, kills, fsync.

Each function does one measurement and returns numbers; the bench runner sets them side by side.
`python -m tests.bench.history` prints them all.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from subprocess import PIPE, Popen
from typing import NamedTuple

from app.progress.store import Store
from app.progress.summary import Place
from tests.progress.builders import NOON, opened, scribe
from tests.progress.children import ROOT, start

_LESSONS, _STEPS, _QUESTIONS = 3, 5, 10
_BATCH = 20_000


class Times(NamedTuple):
    """Middle and 99th percentile, in microseconds."""

    p50_us: float
    p99_us: float


class Killed(NamedTuple):
    """What a number of kills has done."""

    times: int
    confirmed: int  # answers whose feedback was shown
    lost: tuple[str, ...]  # confirmed, and not there afterwards
    not_opened: int  # starts after a kill that told of any trouble


def filled_with(path: Path, answers: int) -> str:
    """A history with so many answers to the questions of three lessons; returns the learner."""
    store = opened(path)
    writer = scribe(start_ms=NOON - answers * 1000)
    me = store.add_learner("小明", NOON, 7).id
    for first in range(0, answers, _BATCH):
        sitting = writer.new_id()
        store.append_all(
            writer.event(
                me,
                sitting,
                "answered",
                f"lesson-{n % _LESSONS}/step-{n % _STEPS}/question-{n % _QUESTIONS}",
                meaning="0123456789abcdef",
                content_version=1,
                response={"chosen": ["b", "c"], "order": ["c", "a", "d", "b"]},
                result={"score": n % 2, "reasons": ["why-b"]},
                duration_ms=5000,
            )
            for n in range(first, min(first + _BATCH, answers))
        )
    store.keep_place(me, Place("lesson-1", "step-2"))
    store.choose_learner(me)
    store.close()
    os.sync()  # what is measured next should not wait for what filled the file
    return me


def read_home(path: Path) -> None:
    """Everything Home shows of a learner, from opening the file on."""
    store = Store.open(path, now_ms=NOON).store
    me = store.current_learner() or ""
    store.learners()
    store.settings(me)
    store.standings(me)
    store.place(me)
    store.close()


def _times(seconds: list[float]) -> Times:
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    return Times(cuts[49] * 1e6, cuts[98] * 1e6)


def home_times(path: Path, *, rounds: int = 200) -> Times:
    """Opening the history and reading what Home shows."""
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        read_home(path)
        seconds.append(time.perf_counter() - begun)
    return _times(seconds)


def append_times(path: Path, me: str, *, answers: int = 2000) -> Times:
    """From an answer to its being on the disk."""
    store = opened(path)
    writer = scribe(2, start_ms=NOON + 1_000_000)
    sitting = writer.new_id()
    seconds = []
    for n in range(answers):
        one = writer.event(
            me, sitting, "answered", f"lesson-1/step-1/question-{n % 10}", result={"score": 1}
        )
        begun = time.perf_counter()
        store.append(one)
        seconds.append(time.perf_counter() - begun)
    store.close()
    return _times(seconds)


def kill_while_answering(path: Path, *, times: int, dice: random.Random) -> Killed:
    """Starts a process that answers without pause and kills it at a random answer, again and again.

    The process says each answer once it is confirmed; what was said is looked for afterwards.
    """
    said: list[str] = []
    troubles = 0
    for _ in range(times):
        with start("append_for_ever", path) as child:
            assert child.stdout is not None
            said += islice((line.strip() for line in child.stdout), dice.randrange(1, 60))
            # A moment that has nothing to do with where the process is in its work.
            for _ in range(dice.randrange(20_000)):
                pass
            child.send_signal(signal.SIGKILL)
            said += child.stdout.read().split("\n")[:-1]
        found = Store.open(path, now_ms=NOON)
        troubles += found.state != "ok" or found.trouble is not None
        there = {e.id for one in found.store.learners() for e in found.store.events(one.id)}
        found.store.close()
        lost = tuple(one for one in said if one not in there)
        if lost:
            return Killed(times, len(said), lost, troubles)
    return Killed(times, len(said), (), troubles)


def synced_before_confirmed(path: Path, *, answers: int) -> int | None:
    """Of so many answers, before how many confirmations the disk was asked to finish (fsync).

    None where there is no strace or it may not trace.
    """
    strace = shutil.which("strace")
    if strace is None:
        return None
    child = [sys.executable, "-m", "tests.progress.children", "append_for_ever", str(path)]
    calls = "trace=fsync,fdatasync,write,pwrite64"
    with Popen(
        [strace, "-f", "-e", calls, "-o", "/dev/stderr", *child],
        cwd=ROOT,
        stdout=PIPE,
        stderr=PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        synced, confirmed, begun = 0, 0, False
        is_synced = False
        for line in process.stderr:
            begun = begun or "write(1," in line
            if "fsync(" in line or "fdatasync(" in line:
                is_synced = True
            elif "pwrite64(" in line:
                is_synced = False  # something is written that the disk need not have yet
            elif "write(1," in line:
                confirmed += 1
                synced += is_synced
                is_synced = False
                if confirmed == answers:
                    break
        process.kill()
    return synced if begun else None


def main() -> None:
    """All measurements, with a million answers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for answers in (0, 10_000, 1_000_000):
            path = folder / f"{answers}.db"
            begun = time.perf_counter()
            me = filled_with(path, answers)
            took = time.perf_counter() - begun
            home_times(path, rounds=5)
            print(f"{answers:>9} answers ({took:.1f} s to write, {path.stat().st_size >> 20} MB)")
            print(f"          Home   {home_times(path)}")
            print(f"          append {append_times(path, me)}")
        print(kill_while_answering(folder / "killed.db", times=200, dice=random.Random(1)))
        print(
            "synced before confirmed:",
            synced_before_confirmed(folder / "s.db", answers=50),
            "of 50",
        )


if __name__ == "__main__":
    main()
