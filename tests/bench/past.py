"""A learner with a long past in the real course, as a data folder for benches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import yaml

from app.progress.events import Event
from app.progress.scribe import Scribe
from app.progress.store import Store
from tests.bench.rows import ROOT

BEGAN = 1_790_000_000_000  # a day in autumn 2026
BATCH = 20_000
PER_SITTING = 10


def prepare(folder: Path, answers: int) -> Path:
    """Fills a data folder with so many stored answers; gives the folder.

    They go through the store itself, spread over the quizzes of the first two built-in lessons.
    """
    folder.mkdir(parents=True)
    now = [BEGAN]

    def clock() -> int:
        now[0] += 500
        return now[0]

    dice = random.Random(1)
    store = Store.open(folder / "learner.db", now_ms=BEGAN).store
    learner = store.add_learner("小明", BEGAN, dice.getrandbits(74)).id
    store.choose_learner(learner)
    events = _sittings(Scribe(clock, dice.getrandbits), learner, answers, dice)
    while batch := list(islice(events, BATCH)):
        store.append_all(batch)
    store.close()
    return folder


def _sittings(scribe: Scribe, learner: str, answers: int, dice: random.Random) -> Iterator[Event]:
    quizzes = list(islice(_quizzes(), 2))
    for first in range(0, answers, PER_SITTING):
        lesson, step, questions = dice.choice(quizzes)
        session = scribe.new_id()
        yield scribe.event(learner, session, "started", f"{lesson}/{step}", response={"seed": 1})
        for _ in range(min(PER_SITTING, answers - first)):
            yield scribe.event(
                learner,
                session,
                "answered",
                f"{lesson}/{step}/{dice.choice(questions)}",
                meaning="m1",
                response={"chosen": ["a"]},
                result={"score": float(dice.random() < 0.8)},
                duration_ms=dice.randrange(3_000, 60_000),
            )
        yield scribe.event(learner, session, "finished", f"{lesson}/{step}", result={"score": 0.8})


def _quizzes() -> Iterator[tuple[str, str, list[str]]]:
    """Lesson, step and questions of every quiz in the built-in lessons."""
    for path in sorted((ROOT / "lessons").glob("[0-9]*.yaml")):
        if "." in path.stem:
            continue  # a translation: the same ids once more
        lesson = yaml.safe_load(path.read_text("utf-8"))
        for step in lesson["steps"]:
            if step.get("type") == "quiz":
                yield lesson["id"], step["id"], [one["id"] for one in step["questions"]]
