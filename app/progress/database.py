"""The one way in which we open an SQLite file: every commit is on the disk before we go on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

APPLICATION_ID = 0x73686C6E
_FULL_SYNCHRONOUS = 2
# How long to wait for another window. Its writes take milliseconds.
WAIT_MS = 1000
# Commits copy the journal into the file now and then; rarely enough that fewer than one answer
# in a hundred has to wait for it.
_CHECKPOINT_PAGES = 4000


def connect(path: Path, *, mode: str = "rw", wait_ms: int = WAIT_MS) -> sqlite3.Connection:
    """A connection; `mode` is rw, rwc (make it if missing), ro, or immutable (nobody writes).

    Raises sqlite3.Error. With rw and rwc every commit waits for the disk (synchronous=FULL).
    """
    option = "immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute().as_posix()))}?{option}",
        uri=True,
        timeout=wait_ms / 1000,
        isolation_level=None,
    )
    try:
        # A hostile file could otherwise run its own functions from a view or a trigger.
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        # REPLACE deletes; only so does the trigger that forbids deleting events hear of it.
        connection.execute("PRAGMA recursive_triggers = ON")
        if mode in ("rw", "rwc"):
            _write_safely(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _write_safely(connection: sqlite3.Connection) -> None:
    (journal,) = connection.execute("PRAGMA journal_mode").fetchone()
    if journal != "wal":
        # Some network folders cannot hold the shared memory of WAL and keep a rollback journal:
        # slower, and just as safe.
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}").fetchone()
    (synchronous,) = connection.execute("PRAGMA synchronous").fetchone()
    if synchronous != _FULL_SYNCHRONOUS:
        raise sqlite3.OperationalError("the disk cannot be made to confirm what it stores")


def empty_in_memory() -> sqlite3.Connection:
    """A history that lasts until the app is closed, in the present form."""
    from app.progress.ledger import rebuild
    from app.progress.migrations import MIGRATIONS, migrate

    connection = sqlite3.connect(":memory:", isolation_level=None)
    for number, module in MIGRATIONS:
        migrate(connection, number, module)
    with transaction(connection):
        rebuild(connection)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: committed, and on the disk, when the block is left; undone if it raises."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite may have undone it by itself
            connection.execute("ROLLBACK")
        raise


def copy_all(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """The whole database as it is at this moment, in one step; sqlite3.Error, also if locked.

    In one step, so that answers stored meanwhile do not make it start over again.
    """

    def no_waiting(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # it would wait for ever
            raise failure(status, "database is locked")

    source.backup(target, pages=-1, progress=no_waiting)


def failure(code: int, words: str) -> sqlite3.OperationalError:
    """An error like those of SQLite itself."""
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


def form_of(connection: sqlite3.Connection) -> tuple[int, int]:
    """Whose file it is (application id) and which form it has (0 for an empty file)."""
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (form,) = connection.execute("PRAGMA user_version").fetchone()
    return int(owner), int(form)


def flaws(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's integrity check finds, at most 20 lines; empty if the file is whole."""
    rows = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    return [] if rows == ["ok"] else rows
