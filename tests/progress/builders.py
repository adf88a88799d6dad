"""Small histories for the tests of the store."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from app.progress.database import connect
from app.progress.events import Event, Verb
from app.progress.scribe import Scribe
from app.progress.store import Learner, Store
from app.progress.uuid7 import uuid7

NOON = 1_795_000_000_000  # a moment in November 2026
DAY = 86_400_000


def uid(number: int) -> str:
    """A UUIDv7 that sorts as its number does."""
    return uuid7(NOON + number, 0)


def event(number: int, learner: str, verb: Verb = "answered", **details: Any) -> Event:
    """Event number so-and-so of a learner: by default a right answer to one question."""
    fields: dict[str, Any] = {
        "id": uid(number),
        "time_ms": NOON + number,
        "session": uid(0),
        "object": "risk-basics/quiz/q1",
        "meaning": "m1",
        "response": {"chosen": ["a"]},
        "result": {"score": 1},
    }
    return Event(learner=learner, verb=verb, **(fields | details))


def scribe(seed: int = 1, *, start_ms: int = NOON) -> Scribe:
    """A scribe whose clock goes on by a second at every look."""
    now = [start_ms]

    def clock() -> int:
        now[0] += 1000
        return now[0]

    return Scribe(clock, random.Random(seed).getrandbits)


def opened(path: Path, *, now_ms: int = NOON) -> Store:
    """A store that must open without any trouble."""
    found = Store.open(path, now_ms=now_ms)
    assert found.state in ("fresh", "ok")
    assert found.trouble is None
    return found.store


def add(store: Store, name: str = "小明", number: int = 7) -> Learner:
    """A learner with a foreseeable id."""
    return store.add_learner(name, NOON, number)


def filled(path: Path, answers: int, *, filler: str = "") -> Learner:
    """A closed file with one learner and so many answers; `filler` makes them bigger."""
    store = opened(path)
    learner = add(store)
    store.append_all(
        event(
            n,
            learner.id,
            object=f"risk-basics/quiz/q{n % 10}",
            response={"text": filler},
            result={"score": n % 2},
        )
        for n in range(1, answers + 1)
    )
    store.close()
    return learner


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """What another program reads in the file."""
    with closing(connect(path)) as connection:
        return connection.execute(query).fetchall()


def spoil(path: Path, page: int, *, bytes_from: int = 0) -> None:
    """Overwrites one page of 4096 bytes (the first is 1), as a failing disk would."""
    with path.open("rb+") as file:
        file.seek((page - 1) * 4096 + bytes_from)
        file.write(b"\xa5" * (4096 - bytes_from))


def leaf_pages(path: Path, table: str) -> list[int]:
    """The pages of a table or index that hold its rows."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    content = path.read_bytes()
    found, waiting = [], [int(root)]
    while waiting:
        page = waiting.pop()
        start = (page - 1) * 4096
        kind = content[start]
        if kind in (2, 5):  # an inner page: its cells begin with the number of a child page
            count = int.from_bytes(content[start + 3 : start + 5], "big")
            cells = [
                int.from_bytes(content[start + 12 + 2 * n : start + 14 + 2 * n], "big")
                for n in range(count)
            ]
            children = [start + cell for cell in cells] + [start + 8]
            waiting += [int.from_bytes(content[at : at + 4], "big") for at in children]
        else:
            found.append(page)
    return sorted(found)
