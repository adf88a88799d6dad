"""Finds the history at the start, in whatever state the machine has left it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from app.errors import ShilianError
from app.progress import troubles
from app.progress.database import APPLICATION_ID, connect, failure, form_of, transaction
from app.progress.ledger import DERIVED_FORM, index_games, rebuild
from app.progress.migrations import latest, migrate

State = Literal["fresh", "ok", "recovered", "read_only", "newer", "in_memory"]
_SMALLEST_PAGE = 512
Migrations = Sequence[tuple[int, str]]


class Found(NamedTuple):
    """What lies at the path. Without a `connection` nothing can be read there."""

    connection: sqlite3.Connection | None
    state: State
    trouble: ShilianError | None = None
    copy_day: str | None = None
    set_aside: Path | None = None
    rescued: int = 0


class _NewerFormError(Exception):
    """A later version of the app has written the file."""


def find(path: Path, now_ms: int, migrations: Migrations) -> Found:
    """Opens, makes, migrates or repairs the history; every trouble comes back as words."""
    try:
        return _find(path, now_ms, migrations)
    except _NewerFormError:
        return Found(None, "newer", troubles.newer(path))
    except (sqlite3.Error, OSError) as error:
        if not troubles.is_of_the_machine(error):
            raise
        return Found(None, "in_memory", troubles.in_memory(path, error))


def _find(path: Path, now_ms: int, migrations: Migrations) -> Found:
    if not path.exists() or path.stat().st_size == 0:
        from app.progress.copies import daily_copies, sync_folder

        path.parent.mkdir(parents=True, exist_ok=True)
        if daily_copies(path):
            return _recovered(path, now_ms, migrations)
        fresh = _fresh(path, migrations)
        sync_folder(path.parent)
        return Found(fresh, "fresh")
    tail_lost = _journal_is_broken(path)
    try:
        if path.stat().st_size < _SMALLEST_PAGE:
            raise _not_a_history()  # SQLite would take it for an empty database and write over it
        if tail_lost or path.with_name(path.name + ".examine").exists():
            _examine(path, tail_lost, now_ms)
        connection = _readable(path, now_ms, migrations)
    except sqlite3.DatabaseError as error:
        if troubles.is_damage(error):
            return _recovered(path, now_ms, migrations)
        raise
    trouble = _cannot_write(connection)
    if trouble is not None:
        return Found(connection, "read_only", troubles.cannot_write(path, trouble))
    return Found(connection, "ok", troubles.lost_tail() if tail_lost else None)


def _fresh(path: Path, migrations: Migrations) -> sqlite3.Connection:
    connection = connect(path, mode="rwc")
    try:
        for number, module in migrations:
            migrate(connection, number, module)
        with transaction(connection):
            rebuild(connection)
            index_games(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _readable(path: Path, now_ms: int, migrations: Migrations) -> sqlite3.Connection:
    """A connection whose tables are there and of the present form."""
    connection = _connect_somehow(path)
    try:
        owner, form = form_of(connection)
        # An empty database is a first start that was cut off before its first commit.
        empty = (owner, form) == (0, 0) and not connection.execute(
            "SELECT 1 FROM sqlite_master"
        ).fetchone()
        if not empty and (owner != APPLICATION_ID or form < 1):
            raise _not_a_history()
        if form > latest(migrations):
            raise _NewerFormError
        for number, module in migrations:
            if number > form:
                if not empty:
                    _copy_before(number, path, now_ms)
                migrate(connection, number, module)
        row = connection.execute("SELECT value FROM meta WHERE key = 'derived_form'").fetchone()
        if row is None or row[0] != str(DERIVED_FORM):
            with transaction(connection):
                rebuild(connection)
        index_games(connection)
        # Broken pages in what the first screen needs are better met here than there.
        connection.execute("SELECT * FROM learner").fetchall()
        connection.execute("SELECT seq, id FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if "no such table" in str(error):
            raise _not_a_history() from error
        raise
    except (sqlite3.Error, _NewerFormError):
        connection.close()
        raise
    return connection


def _copy_before(number: int, path: Path, now_ms: int) -> None:
    from app.progress.copies import checked_copy, day_of, folder_of

    checked_copy(path, folder_of(path) / f"before-{number:03}-{day_of(now_ms)}.db")


def _connect_somehow(path: Path) -> sqlite3.Connection:
    """To write if possible, else to read, else to read a file in a folder that is sealed."""
    tries: list[sqlite3.Error] = []
    for mode in ("rw", "ro", "immutable"):
        connection = None
        try:
            connection = connect(path, mode=mode)
            form_of(connection)
        except sqlite3.Error as error:
            if connection is not None:
                connection.close()
            tries.append(error)
            if troubles.is_damage(error) or troubles.is_lock(error):
                break
        else:
            return connection
    raise tries[0] if not troubles.is_damage(tries[-1]) else tries[-1]


def _not_a_history() -> sqlite3.DatabaseError:
    return failure(sqlite3.SQLITE_NOTADB, "not a history of this app")


def _cannot_write(connection: sqlite3.Connection) -> sqlite3.Error | None:
    try:
        # Changes nothing, and asks for the right to; BEGIN IMMEDIATE lets a read-only file pass.
        connection.execute("DELETE FROM meta WHERE 0")
    except sqlite3.Error as error:
        if not troubles.is_of_the_machine(error):
            raise
        return error
    return None


def _recovered(path: Path, now_ms: int, migrations: Migrations) -> Found:
    from app.progress.recovery import rescue, set_right

    done = set_right(path, now_ms, latest(migrations))
    if done.copy_day is None:
        connection = _fresh(path, migrations)
    else:
        connection = _readable(path, now_ms, migrations)
    rescued = rescue(done.set_aside, connection) if done.set_aside else 0
    trouble = troubles.recovered(done.copy_day, rescued)
    return Found(connection, "recovered", trouble, done.copy_day, done.set_aside, rescued)


def _examine(path: Path, tail_lost: bool, now_ms: int) -> None:
    """Reads the whole file after something suspicious; raises with code CORRUPT if it is broken."""
    from contextlib import closing

    from app.progress.copies import day_of, suspicion
    from app.progress.database import flaws

    if tail_lost:
        journal = path.with_name(path.name + "-wal")
        journal.rename(path.with_name(f"{journal.name}.damaged-{day_of(now_ms)}"))
    with closing(connect(path)) as connection:
        found = flaws(connection)
    if found:
        raise failure(sqlite3.SQLITE_CORRUPT, "; ".join(found))
    suspicion(path).unlink(missing_ok=True)


def _journal_is_broken(path: Path) -> bool:
    """Whether there is a journal whose head makes no sense.

    SQLite would pass over such a journal in silence, and the answers in it with it. Its head is
    eight big-endian words, the last two a checksum of the first six (sqlite.org/fileformat2.html,
    4.1 and 4.2). A broken page further back cannot be told from a commit cut off by a power cut.
    """
    try:
        with path.with_name(path.name + "-wal").open("rb") as file:
            head = file.read(32)
    except FileNotFoundError:
        return False
    if not any(head):  # none, or a journal just made
        return False
    words = [int.from_bytes(head[at : at + 4], "big") for at in range(0, 32, 4)]
    order: Literal["big", "little"] = "big" if words[0] & 1 else "little"
    first = second = 0
    for at in range(0, 24, 8):
        first = (first + int.from_bytes(head[at : at + 4], order) + second) & 0xFFFFFFFF
        second = (second + int.from_bytes(head[at + 4 : at + 8], order) + first) & 0xFFFFFFFF
    return words[0] | 1 != 0x377F0683 or [first, second] != words[6:]
