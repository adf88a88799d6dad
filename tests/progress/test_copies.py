"""A checked copy a day, the last five kept."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.progress.copies import (
    KEPT_DAYS,
    Copied,
    daily_copies,
    day_of,
    make_daily_copy,
    suspicion,
)
from app.progress.inspection import open_read
from app.progress.store import Store
from tests.progress.builders import DAY, NOON, add, event, filled, leaf_pages, opened, spoil


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "learner.db"


def test_a_copy_is_one_whole_file_with_everything_in_it(path: Path) -> None:
    store = opened(path)
    me = add(store).id
    store.append(event(1, me))  # still in the journal, not in the file itself
    made = store.make_daily_copy(NOON)
    assert made.is_new
    assert made.path is not None
    assert [f.name for f in made.path.parent.iterdir()] == [f"day-{day_of(NOON)}.db"]
    seen = open_read(made.path)
    assert (seen.flaws, seen.events, seen.learners) == ((), 1, 1)


def test_a_second_copy_on_the_same_day_is_not_made(path: Path) -> None:
    store = opened(path)
    first = store.make_daily_copy(NOON)
    add(store)
    assert store.make_daily_copy(NOON + 1000) == Copied(first.path, is_new=False)


def test_the_last_five_days_are_kept(path: Path) -> None:
    store = opened(path)
    for day in range(KEPT_DAYS + 3):
        assert store.make_daily_copy(NOON + day * DAY).is_new
    expected = [f"day-{day_of(NOON + day * DAY)}.db" for day in range(7, 2, -1)]
    assert [copy.name for copy in daily_copies(path)] == expected


def test_a_damaged_history_makes_no_copy_pushes_none_out_and_is_repaired(path: Path) -> None:
    me = filled(path, 400, filler="x" * 200).id
    for day in range(KEPT_DAYS):
        assert make_daily_copy(path, NOON + day * DAY).is_new
    spoil(path, leaf_pages(path, "event")[1])
    made = make_daily_copy(path, NOON + KEPT_DAYS * DAY)
    assert made.path is None
    assert made.trouble is not None
    assert made.trouble.next_step
    assert len(daily_copies(path)) == KEPT_DAYS
    assert suspicion(path).exists()
    assert [f for f in (path.parent / "copies").iterdir() if ".new" in f.name] == []
    found = Store.open(path, now_ms=NOON + 6 * DAY)
    assert found.state == "recovered"
    assert len(found.store.events(me)) == 400


def test_a_suspicion_that_proves_false_is_dropped(path: Path) -> None:
    filled(path, 10)
    suspicion(path).touch()
    opened(path)
    assert not suspicion(path).exists()


def test_where_no_copy_can_be_written_it_is_said(path: Path) -> None:
    filled(path, 3)
    (path.parent / "copies").write_text("in the way")
    made = make_daily_copy(path, NOON)
    assert made.path is None
    assert made.trouble is not None
    assert made.trouble.safe


def test_a_copy_made_in_another_thread_does_not_disturb_answers(path: Path) -> None:
    me = filled(path, 2000, filler="x" * 100).id
    store = opened(path)
    made: list[Copied] = []
    thread = threading.Thread(target=lambda: made.append(store.make_daily_copy(NOON)))
    thread.start()
    number = 10_000
    while thread.is_alive():
        number += 1
        store.append(event(number, me))
    thread.join()
    copy = made[0].path
    assert copy is not None
    seen = open_read(copy)
    assert seen.flaws == ()
    assert 2000 <= seen.events <= len(store.events(me)) == 2000 + number - 10_000


def test_a_condition_tells_where_size_and_what_lies_beside(path: Path) -> None:
    assert not open_read(path).exists
    filled(path, 10)
    copy = make_daily_copy(path, NOON).path
    seen = open_read(path)
    assert (seen.exists, seen.events, seen.learners, seen.readable_here) == (True, 10, 1, True)
    assert seen.size_bytes == path.stat().st_size
    assert seen.copies == (copy,)
    before = path.read_bytes()
    path.write_bytes(b"x" * 5000)
    assert open_read(path).flaws
    path.write_bytes(before[:4096])
    assert open_read(path).flaws
    Store.open(path, now_ms=NOON).store.close()
    assert len(open_read(path).set_aside) >= 1
