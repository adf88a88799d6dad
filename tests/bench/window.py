"""The window while learning: step to step, answer to feedback, and a kill at any moment."""

from __future__ import annotations

import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.rows import ROOT, Row

if TYPE_CHECKING:
    from app.ui.application import Application

STEPS = 400
READING_S = 0.2
ANSWERS = 400
KILLS = 200
AIM_MS = 16.0


def measure() -> list[Row]:
    """99th percentiles of the three waits, and answers lost to kills in a play-through."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        return [*_waits(folder / "waits"), *_killed(folder / "killed")]


def _waits(folder: Path) -> list[Row]:
    """In a process of its own, so that Qt starts as it does for a learner."""
    command = [sys.executable, "-m", "tests.bench.window", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(run.stderr)
    rows = []
    for line in run.stdout.splitlines():
        name, middle, late, worst = line.split("|")
        rows += [
            Row(name=f"{name}, middle", measured=float(middle)),
            Row(name=f"{name}, 99th percentile", measured=float(late), aim=AIM_MS),
            Row(name=f"{name}, worst", measured=float(worst)),
        ]
    return rows


def _time_waits(folder: Path) -> None:
    """Prints `name|middle|99th percentile|worst` in milliseconds, disk included."""
    from PySide6.QtWidgets import QApplication

    from app.ui.application import Application
    from app.ui.pages.lesson import LessonPage
    from app.ui.route import Route
    from tests.bench.playing import open_quiz, rounds, settle

    qt = QApplication(["window"])
    application = Application(None, folder, "zh-CN")
    application.show()
    # Half a second on Home, as anybody spends there: what comes next is loaded meanwhile.
    while application.warming is None or not application.warming.is_done:
        settle()
        time.sleep(0.005)
    application.tidying.begin()  # as `run` does once the window is there
    times: list[float] = []
    while len(times) < STEPS:
        for entry in application.learner.entries:
            application.window.go(Route("lesson", entry.id, entry.steps[0].id))
            page = application.window.page
            assert isinstance(page, LessonPage)
            for index in range(1, len(entry.steps)):
                _read_a_little(settle)
                begun = time.perf_counter()
                page.go_to(index)
                QApplication.processEvents()
                times.append((time.perf_counter() - begun) * 1e3)
    _print("step to step", times)
    page, view = open_quiz(application)
    times = []
    begun = 0.0
    for is_feedback, _step in zip(_alternately(), rounds(page, view), strict=False):
        if is_feedback:
            times.append((time.perf_counter() - begun) * 1e3)
            if len(times) >= ANSWERS:
                break
        begun = time.perf_counter()
    _print("answer to feedback", times)
    _print("verdict to explanation", _explained(application))
    application.close()
    del qt


def _read_a_little(settle: Callable[[], None]) -> None:
    """A fifth of a second on a step, less than anybody needs: the next is made meanwhile."""
    end = time.perf_counter() + READING_S
    while time.perf_counter() < end:
        settle()
        time.sleep(0.005)


def _explained(application: Application) -> list[float]:
    """The wait from a verdict on a link to its explanation on the screen."""
    from PySide6.QtWidgets import QApplication

    from app.ui.pages.game import GamePage
    from app.ui.route import Route
    from app.ui.steps.link_game import LinkGameView
    from tests.bench.playing import settle

    application.window.go(Route("game", detail="free"))
    settle()
    page = application.window.page
    assert isinstance(page, GamePage)
    view = page.view
    assert isinstance(view, LinkGameView)
    page.bar.primary.click()
    settle()
    times: list[float] = []
    while len(times) < ANSWERS:
        if view.is_over:
            page.bar.secondary.click()
            settle()
            continue
        assert view.question is not None
        view.question.scan()
        view.question.buttons.choose("fake" if len(times) % 2 else "genuine")
        settle()
        begun = time.perf_counter()
        page.bar.primary.click()
        QApplication.processEvents()
        times.append((time.perf_counter() - begun) * 1e3)
        settle()
        page.bar.primary.click()
        settle()
    return times


def _alternately() -> Iterator[bool]:
    is_feedback = False
    while True:
        yield is_feedback
        is_feedback = not is_feedback


def _print(name: str, times: list[float]) -> None:
    late = statistics.quantiles(times, n=100)[98]
    print(f"{name}|{statistics.median(times)}|{late}|{max(times)}")


def _killed(folder: Path) -> list[Row]:
    """A play-through killed at random moments, always on the same history."""
    from app.progress.store import Store

    dice = random.Random(7)
    shown = lost = troubles = 0
    told: set[str] = set()
    for _kill in range(KILLS):
        command = [sys.executable, "-m", "tests.bench.playing", str(folder)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=environment)
        assert process.stdout is not None
        if process.stdout.readline().strip() != b"open":
            troubles += 1
        time.sleep(dice.uniform(0.0, 0.25))
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().decode()
        process.wait()
        fresh = {line for line in rest.splitlines() if len(line) == 36}
        told |= fresh
        shown += len(fresh)
        opened = Store.open(folder / "learner.db", now_ms=time.time_ns() // 1_000_000)
        troubles += opened.state not in ("ok", "fresh")
        store = opened.store
        kept = {event.id for one in store.learners() for event in store.events(one.id)}
        lost = len(told - kept)
        store.close()
    return [
        Row(
            name=f"answers lost of {shown:,} whose feedback was shown, {KILLS} kills",
            unit="lost",
            measured=lost,
            aim=0,
        ),
        Row(name="openings after such a kill with trouble", unit="times", measured=troubles, aim=0),
    ]


if __name__ == "__main__":
    _time_waits(Path(sys.argv[1]))
