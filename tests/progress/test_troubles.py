"""Whatever the machine does to the file, the app opens, says so, and loses as little as can be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import ShilianError
from app.progress.copies import day_of, suspicion
from app.progress.database import connect, failure
from app.progress.store import Opened, Store
from app.progress.troubles import Damaged, NotSaved
from tests.progress.builders import (
    DAY,
    NOON,
    add,
    event,
    filled,
    leaf_pages,
    opened,
    spoil,
    uid,
)
from tests.progress.children import output

posix = pytest.mark.skipif(os.name != "posix", reason="needs POSIX rights and limits")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "learner.db"


def says(trouble: ShilianError | None) -> bool:
    assert trouble is not None
    return bool(trouble.what and trouble.safe and trouble.next_step)


def all_saved(store: Store) -> bool:
    return store.unsaved == 0 and store.trouble is None


def with_copy(path: Path, copied: int, later: int) -> str:
    """A file with answers, of which the first so many are also in a copy; returns the learner."""
    me = filled(path, copied, filler="x" * 200).id
    store = opened(path)
    assert store.make_daily_copy(NOON).is_new
    store.append_all(event(1000 + n, me, response="y" * 200) for n in range(later))
    store.close()
    return me


def recovered(path: Path) -> Opened:
    found = Store.open(path, now_ms=NOON + DAY)
    assert found.state == "recovered"
    assert says(found.trouble)
    with found.store.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return found


def test_a_first_start_makes_the_folder(tmp_path: Path) -> None:
    found = Store.open(tmp_path / "甲 #?%" / "b" / "learner.db", now_ms=NOON)
    assert (found.state, found.trouble) == ("fresh", None)
    assert found.store.learners() == []


def test_a_first_start_that_was_cut_off_is_still_a_first_start(path: Path) -> None:
    connect(path, mode="rwc").close()
    assert path.stat().st_size > 0
    assert add(opened(path))


def test_a_broken_first_page_brings_back_the_copy_and_sets_the_file_aside(path: Path) -> None:
    me = with_copy(path, 50, 10)
    broken = b"\0" * 4096 + path.read_bytes()[4096:]
    path.write_bytes(broken)
    found = recovered(path)
    assert found.copy_day == day_of(NOON)
    assert len(found.store.events(me)) == 50
    assert found.set_aside is not None
    assert found.set_aside.read_bytes() == broken
    found.store.append(event(5000, me))
    found.store.close()
    assert len(opened(path).events(me)) == 51


def test_answers_after_the_copy_are_rescued_from_a_file_broken_elsewhere(path: Path) -> None:
    me = with_copy(path, 300, 200)
    store = opened(path)
    store.keep_draft(me, "a/b/c", "typed")
    store.close()
    spoil(path, leaf_pages(path, "standing")[-1])
    suspicion(path).touch()
    found = recovered(path)
    assert found.rescued == 200
    assert len(found.store.events(me)) == 500
    assert found.store.totals(me).answers == 500
    assert found.store.draft(me, "a/b/c") == "typed"
    assert not suspicion(path).exists()


def test_without_a_copy_what_can_be_read_is_rescued(path: Path) -> None:
    me = filled(path, 600, filler="x" * 200).id
    pages = leaf_pages(path, "event")
    spoil(path, pages[len(pages) // 2])
    suspicion(path).touch()
    found = recovered(path)
    assert found.copy_day is None
    assert 500 < found.rescued < 600
    assert [one.id for one in found.store.learners()] == [me]
    assert len(found.store.events(me)) == found.rescued == found.store.totals(me).answers


@pytest.mark.parametrize("content", [b"not a database at all" * 400, b"x"])
def test_a_file_that_is_no_database_is_set_aside(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    found = recovered(path)
    assert found.set_aside is not None
    assert found.set_aside.read_bytes() == content
    assert add(found.store)


def test_another_programs_database_is_set_aside_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE learner (shoe_size)")
        other.execute("INSERT INTO learner VALUES (44)")
        other.commit()
    found = recovered(path)
    assert found.set_aside is not None
    with closing(sqlite3.connect(found.set_aside)) as other:
        assert other.execute("SELECT shoe_size FROM learner").fetchall() == [(44,)]


@pytest.mark.parametrize("rest", [None, b""])
def test_a_file_that_vanished_or_was_emptied_comes_back_from_its_copy(
    path: Path, rest: bytes | None
) -> None:
    me = with_copy(path, 20, 0)
    path.unlink()
    if rest is not None:
        path.write_bytes(rest)
    assert len(recovered(path).store.events(me)) == 20


def test_a_damaged_copy_is_passed_over_for_an_older_good_one(path: Path) -> None:
    me = with_copy(path, 20, 10)
    store = opened(path)
    newer = store.make_daily_copy(NOON + DAY).path
    store.close()
    assert newer is not None
    spoil(newer, 3)
    path.write_bytes(b"gone")
    found = recovered(path)
    assert found.copy_day == day_of(NOON)
    assert len(found.store.events(me)) == 20


def test_twice_damaged_files_are_both_kept(path: Path) -> None:
    for content in (b"one", b"two"):
        path.write_bytes(content)
        recovered(path).store.close()
    aside = sorted(path.parent.glob("*.damaged-*"))
    assert [f.read_bytes() for f in aside if not f.name.endswith(("-wal", "-shm"))] == [
        b"one",
        b"two",
    ]


@posix
def test_a_journal_with_a_broken_head_is_told_and_kept(path: Path, tmp_path: Path) -> None:
    me = filled(path, 20).id
    store = opened(path)
    store.append(event(900, me))
    crashed = tmp_path / "crashed" / "learner.db"
    crashed.parent.mkdir()
    shutil.copy(path, crashed)  # as a kill would leave them: file and journal
    journal = (path.parent / "learner.db-wal").read_bytes()
    (crashed.parent / "learner.db-wal").write_bytes(journal[:8] + b"?" + journal[9:])
    found = Store.open(crashed, now_ms=NOON)
    assert found.state == "ok"
    assert says(found.trouble)
    assert len(found.store.events(me)) == 20
    assert [f.name for f in crashed.parent.glob("*damaged*")] == [
        "learner.db-wal.damaged-2026-11-18"
    ]


def test_a_whole_journal_left_by_a_crash_is_no_trouble(path: Path, tmp_path: Path) -> None:
    me = filled(path, 20).id
    store = opened(path)
    store.append(event(900, me))
    crashed = tmp_path / "crashed" / "learner.db"
    shutil.copytree(path.parent, crashed.parent, ignore=shutil.ignore_patterns("crashed"))
    assert len(opened(crashed).events(me)) == 21


def test_damage_met_while_reading_is_said_and_repaired_at_the_next_start(path: Path) -> None:
    me = with_copy(path, 400, 0)
    spoil(path, leaf_pages(path, "event")[2])
    store = opened(path)
    with pytest.raises(Damaged) as met:
        store.events(me)
    assert says(met.value)
    store.close()
    assert len(recovered(path).store.events(me)) == 400


def test_damage_met_while_saving_lets_practice_go_on(path: Path) -> None:
    me = with_copy(path, 400, 0)
    spoil(path, leaf_pages(path, "standing")[0])
    store = opened(path)
    with pytest.raises(NotSaved) as met:
        store.append(event(900, me, object="risk-basics/quiz/q1"))
    assert says(met.value)
    assert [e.id for e in store.events(me)] == [uid(900)]
    store.close()
    assert len(recovered(path).store.events(me)) == 400


def test_a_file_of_a_newer_version_is_left_alone(path: Path) -> None:
    filled(path, 5)
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    found = Store.open(path, now_ms=NOON)
    assert found.state == "newer"
    assert says(found.trouble)
    me = add(found.store).id
    with pytest.raises(NotSaved):
        found.store.append(event(1, me))
    assert len(found.store.events(me)) == 1
    with pytest.raises(ShilianError, match="newer"):
        Store.open(path, now_ms=NOON, read_only_ok=False)
    assert path.read_bytes() == before


def test_where_nothing_can_be_written_practice_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    found = Store.open(tmp_path / "file" / "learner.db", now_ms=NOON)
    assert found.state == "in_memory"
    assert says(found.trouble)
    me = add(found.store).id
    for number in (1, 2):
        with pytest.raises(NotSaved) as refused:
            found.store.append(event(number, me))
        assert says(refused.value)
    assert found.store.standings(me)["risk-basics/quiz/q1"].attempts == 2
    assert found.store.unsaved == 2
    assert found.store.save_history(me, tmp_path / "rescue.shilian", NOON) == 2
    assert opened(tmp_path / "learner.db").take_history(tmp_path / "rescue.shilian").added == 2


def test_a_folder_in_the_place_of_the_file_is_no_crash(path: Path) -> None:
    path.mkdir()
    found = Store.open(path, now_ms=NOON)
    assert found.state == "in_memory"
    assert says(found.trouble)


@pytest.mark.usefixtures("impatient")
def test_a_file_locked_by_another_program_opens_to_read_and_saves_later(path: Path) -> None:
    me = filled(path, 5).id
    with closing(connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        found = Store.open(path, now_ms=NOON)
        assert found.state == "read_only"
        assert says(found.trouble)
        store = found.store
        assert len(store.events(me)) == 5
        with pytest.raises(NotSaved) as refused:
            store.append(event(100, me))
        assert says(refused.value)
        assert len(store.events(me)) == 6
        other.execute("ROLLBACK")
    store.append(event(101, me))
    assert all_saved(store)
    store.close()
    assert len(opened(path).events(me)) == 7


def limit_pages(store: Store, more: int) -> None:
    """A disk with room for so many more pages."""
    with store.reading() as connection:
        (now,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {now + more}").fetchone()


def test_a_full_disk_keeps_answers_until_there_is_room(path: Path) -> None:
    store = opened(path)
    me = add(store).id
    store.append(event(1, me))
    limit_pages(store, 0)
    for number in (2, 3):
        with pytest.raises(NotSaved, match="full") as refused:
            store.append(event(number, me, response="x" * 9000))
        assert says(refused.value)
    store.keep_draft(me, "a", "typed" * 3000)
    assert store.unsaved == 2
    assert store.trouble is not None
    assert store.standings(me)["risk-basics/quiz/q1"].attempts == 3
    assert str(store.draft(me, "a")).startswith("typed")
    with closing(connect(path)) as other:
        assert other.execute("SELECT count(*) FROM event").fetchone() == (1,)
    limit_pages(store, 0)  # of the copy in memory: does not matter
    store._disk.execute("PRAGMA max_page_count = 100000").fetchone()  # type: ignore[union-attr]
    store.append(event(4, me))
    assert all_saved(store)
    store.close()
    again = opened(path)
    assert [e.id for e in again.events(me)] == [uid(n) for n in (1, 2, 3, 4)]
    assert again.standings(me)["risk-basics/quiz/q1"].attempts == 4
    assert str(again.draft(me, "a")).startswith("typed")


@posix
def test_a_refused_write_of_the_system_loses_nothing(path: Path) -> None:
    lines = [line.split() for line in output("append_until_full", path, "400000")]
    saved = [line[1] for line in lines if line[0] == "saved"]
    refused = [line for line in lines if line[0] == "refused"]
    assert len(saved) > 5
    assert [line[2] for line in refused] == ["True"] * 3
    total = len(saved) + 3
    assert ["seen", str(total), "3"] in lines
    assert ["after", str(total + 1), "0"] in lines
    store = opened(path)
    (me,) = store.learners()
    assert {e.id for e in store.events(me.id)} >= {*saved, *(line[1] for line in refused)}
    assert len(store.events(me.id)) == total + 1


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@posix
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_file_that_may_not_be_changed_can_be_practised_with(
    open_folder: Path, folder_mode: int
) -> None:
    path = open_folder / "learner.db"
    filled(path, 10)
    path.chmod(0o444)
    open_folder.chmod(folder_mode)
    before = path.read_bytes()
    lines = output("practise_without_rights", path)
    assert lines[:4] == ["read_only True", "refused True", "refused True", "2 2 typed"]
    assert path.read_bytes() == before


@posix
def test_a_sealed_folder_without_a_history_can_be_practised_in(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    lines = output("practise_without_rights", open_folder / "learner.db")
    assert lines == ["in_memory True", "refused True", "refused True", "2 2 typed", "True"]
    assert list(open_folder.iterdir()) == []


@posix
def test_a_first_start_on_a_full_disk_is_in_memory(path: Path) -> None:
    assert output("start_on_a_full_disk", path) == ["in_memory 1"]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits for other programs no longer than a millisecond."""
    monkeypatch.setattr(connect, "__kwdefaults__", {"mode": "rw", "wait_ms": 1})


@pytest.mark.usefixtures("impatient")
def test_a_file_that_another_program_keeps_to_itself_is_left_alone(path: Path) -> None:
    filled(path, 5)
    with closing(connect(path)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()
        other.execute("BEGIN EXCLUSIVE")
        found = Store.open(path, now_ms=NOON)
        assert found.state == "in_memory"
        assert says(found.trouble)
        assert found.store.make_daily_copy(NOON).trouble is not None
        other.execute("ROLLBACK")
    assert list(path.parent.glob("*damaged*")) == []


class Pulled(sqlite3.Connection):
    """A stick that was pulled out: only the learners are still in the cache."""

    def execute(self, query: str, *values: object) -> sqlite3.Cursor:
        if query.startswith("SELECT nr, id"):
            return super().execute("SELECT 1, ?, '小明', 0, '{}'", (uid(5),))
        raise failure(sqlite3.SQLITE_IOERR, "disk I/O error")

    def backup(self, *_: object, **__: object) -> None:
        raise failure(sqlite3.SQLITE_IOERR, "disk I/O error")


def test_when_the_disk_is_pulled_out_practice_goes_on(path: Path) -> None:
    store = Store(path, Pulled(":memory:"))
    with pytest.raises(NotSaved) as refused:
        store.append(event(100, uid(5)))
    assert says(refused.value)
    assert [e.id for e in store.events(uid(5))] == [uid(100)]
    assert store.standings(uid(5))["risk-basics/quiz/q1"].attempts == 1


def test_a_read_that_fails_is_said(path: Path) -> None:
    store = Store(path, Pulled(":memory:"))
    with pytest.raises(ShilianError, match="disk I/O") as refused:
        store.events(uid(5))
    assert refused.value.next_step


def test_rows_that_make_no_sense_are_not_rescued(path: Path) -> None:
    me = filled(path, 3).id
    with closing(sqlite3.connect(path)) as broken:
        for number, (column, value) in enumerate(
            [("verb", "x"), ("response", "{"), ("learner", 99), ("time_ms", b"?")], 1
        ):
            broken.execute(
                f"""INSERT INTO event SELECT 100 + {number}, learner, 'i{number}', time_ms,
                session, verb, object, content_version, meaning, response, result, confidence,
                duration_ms
                FROM event WHERE seq = 1"""
            )
            broken.execute("DROP TRIGGER IF EXISTS event_is_never_changed")
            broken.execute(
                f"UPDATE event SET id = ?, {column} = ? WHERE seq = 100 + {number}",
                (uid(500 + number), value),
            )
        broken.execute("INSERT INTO learner VALUES (2, 'no id', 'x', 0, '{}')")
        broken.execute("PRAGMA user_version = 0")
        broken.commit()
    found = recovered(path)
    assert found.rescued == 3
    assert [one.id for one in found.store.learners()] == [me]


def test_a_removal_tells_what_it_could_not_clean(path: Path) -> None:
    me = filled(path, 3).id
    store = opened(path)
    old = store.make_daily_copy(NOON - DAY).path
    blocked = path.parent / "copies" / f"day-{day_of(NOON)}.db"
    (blocked / "in the way").mkdir(parents=True)
    aside = path.with_name(path.name + ".damaged-2026-01-01")
    aside.touch()
    assert set(store.remove_learner(me, NOON).left_in) == {old, blocked, aside}
    assert store.learners() == []
