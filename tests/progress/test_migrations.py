"""Files of earlier versions open with everything in them; a failed step changes nothing."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from app.progress.inspection import open_read
from app.progress.migrations import MIGRATIONS, latest
from app.progress.store import Learner, Store
from app.progress.summary import Place
from tests.progress.builders import NOON, event, rows

STORED = Path(__file__).parent / "stored"
# As the file of version 1 was stored: one learner, five events.
ME = "01a1ee56-5e00-7000-8000-000000000007"
QUESTION = "risk-basics/quiz/q1"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file as version 1 wrote it."""
    file = tmp_path / "learner.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((STORED / "v1.sql").read_text(encoding="utf-8"))
    return file


@pytest.fixture
def next_step() -> Iterator[ModuleType]:
    """A migration that does not exist yet."""
    module = ModuleType("a_next_step")
    sys.modules["a_next_step"] = module
    yield module
    del sys.modules["a_next_step"]


def check(store: Store) -> None:
    assert store.learners() == [Learner(ME, "小明", NOON)]
    assert store.settings(ME) == {"theme": "dark"}
    assert [e.verb for e in store.events(ME)] == [
        "viewed",
        "started",
        "answered",
        "answered",
        "read",
    ]
    assert store.events(ME)[2].response == {"chosen": ["b"], "text": "不要"}
    standing = store.standings(ME)[QUESTION]
    assert (standing.attempts, standing.right, standing.best_score) == (2, 1, 1)
    assert store.place(ME) == Place(
        "risk-basics", "quiz", "", "01a1ee56-5e00-7000-8000-000000000000", NOON + 1
    )
    assert store.draft(ME, "risk-basics/quiz/q2") == ["half an ans"]
    store.append(event(50, ME))
    assert store.standings(ME)[QUESTION].attempts == 3


def test_a_file_of_version_1_opens_with_everything_in_it(path: Path) -> None:
    found = Store.open(path, now_ms=NOON)
    assert (found.state, found.trouble) == ("ok", None)
    check(found.store)


def test_a_step_is_taken_once_after_a_checked_copy(path: Path, next_step: ModuleType) -> None:
    vars(next_step)["STATEMENTS"] = (
        "ALTER TABLE learner ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'",
    )
    more = (*MIGRATIONS, (latest() + 1, "a_next_step"))
    for _ in range(2):
        found = Store.open(path, now_ms=NOON, migrations=more)
        assert (found.state, found.trouble) == ("ok", None)
        found.store.close()
    assert rows(path, "SELECT colour FROM learner") == [("blue",)]
    check(Store.open(path, now_ms=NOON, migrations=more).store)
    (copy,) = (path.parent / "copies").glob("before-*.db")
    seen = open_read(copy)
    assert (seen.flaws, seen.form, seen.events) == ((), latest(), 5)


def test_a_step_that_fails_half_way_leaves_the_file_as_it_was(
    path: Path, next_step: ModuleType
) -> None:
    vars(next_step)["STATEMENTS"] = ("CREATE TABLE colour (name)", "CREATE TABLE colour (name)")
    with pytest.raises(sqlite3.OperationalError):  # our mistake: it rises, nothing is repaired
        Store.open(path, now_ms=NOON, migrations=(*MIGRATIONS, (latest() + 1, "a_next_step")))
    check(Store.open(path, now_ms=NOON).store)


def test_a_step_without_room_for_its_copy_is_not_taken(path: Path, next_step: ModuleType) -> None:
    vars(next_step)["STATEMENTS"] = ("CREATE TABLE colour (name)",)
    (path.parent / "copies").write_text("in the way")
    found = Store.open(path, now_ms=NOON, migrations=(*MIGRATIONS, (latest() + 1, "a_next_step")))
    assert found.state == "in_memory"
    assert found.trouble is not None
    assert found.trouble.next_step
    check(Store.open(path, now_ms=NOON).store)


def test_steps_are_numbered_without_gaps() -> None:
    assert [number for number, _ in MIGRATIONS] == list(range(1, latest() + 1))


def test_derived_tables_of_another_form_are_made_anew(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE standing")
        connection.execute("CREATE TABLE standing (something, older)")
        connection.execute("UPDATE meta SET value = '0' WHERE key = 'derived_form'")
        connection.commit()
    found = Store.open(path, now_ms=NOON)
    assert (found.state, found.trouble) == ("ok", None)
    check(found.store)
