"""When the file is broken: set it aside, take the newest good copy, and rescue what came after."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from app.progress.copies import day_of, good_copies, restore, suspicion, sync_folder
from app.progress.database import connect, transaction
from app.progress.events import Event
from app.progress.ledger import EVENT_COLUMNS, number_of, write_events
from app.progress.record import event_of, learner_of
from app.progress.troubles import is_damage

_CHUNK = 500
# A broken page hides a few dozen rows; so many without one readable row are the end of the table.
_SILENT_CHUNKS = 20


class SetRight(NamedTuple):
    """What was put in place of a broken history."""

    copy_day: str | None
    set_aside: Path | None


def set_right(path: Path, now_ms: int, newest_form: int) -> SetRight:
    """Sets the broken file aside (it is never deleted) and puts the newest good copy in its place.

    Without a good copy nothing is left at `path`. OSError if the folder cannot be changed.
    """
    aside = _set_aside(path, now_ms)
    for day, copy in good_copies(path, newest_form):
        restore(copy, path)
        return SetRight(day, aside)
    return SetRight(None, aside)


def _set_aside(path: Path, now_ms: int) -> Path | None:
    name = f"{path.name}.damaged-{day_of(now_ms)}"
    aside, turn = path.with_name(name), 1
    while aside.exists():
        turn += 1
        aside = path.with_name(f"{name}-{turn}")
    had_file = path.exists()
    # The journal goes with its file: left behind, it would be played into the copy.
    for end in ("", "-wal", "-shm"):
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    suspicion(path).unlink(missing_ok=True)
    sync_folder(path.parent)
    return aside if had_file else None


def rescue(aside: Path, connection: sqlite3.Connection) -> int:
    """Brings over learners, events and drafts that can still be read and are not there yet.

    Returns how many events that were. Rows that make no sense are left where they are.
    """
    try:
        with closing(connect(aside, mode="ro")) as broken, transaction(connection):
            learners = dict(connection.execute("SELECT nr, id FROM learner"))
            learners |= _learners(broken, connection)
            (last,) = connection.execute("SELECT coalesce(max(seq), 0) FROM event").fetchone()
            rescued = write_events(connection, _events(broken, learners, int(last) + 1))
            _drafts(broken, connection, learners)
            return rescued
    except sqlite3.Error as error:
        if is_damage(error):
            return 0  # nothing in it can be read
        raise


def _learners(broken: sqlite3.Connection, connection: sqlite3.Connection) -> dict[int, str]:
    found: dict[int, str] = {}
    for row in _readable(broken, "SELECT nr, id, name, made_ms, settings FROM learner"):
        nr, number, name, made_ms, settings = row
        try:
            fields = {"id": number, "name": name, "made_ms": made_ms}
            learner, name, made_ms, _ = learner_of({**fields, "settings": json.loads(settings)})
        except (ValueError, TypeError):
            continue
        connection.execute(
            "INSERT OR IGNORE INTO learner (id, name, made_ms, settings) VALUES (?, ?, ?, ?)",
            (learner, name, made_ms, settings),
        )
        found[nr] = learner
    return found


def _drafts(
    broken: sqlite3.Connection, connection: sqlite3.Connection, learners: dict[int, str]
) -> None:
    for nr, path, value in _readable(broken, "SELECT learner, object, value FROM draft"):
        if nr in learners and isinstance(path, str) and isinstance(value, str):
            connection.execute(
                "REPLACE INTO draft VALUES (?, ?, ?)",
                (number_of(connection, learners[nr]), path, value),
            )


def _readable(
    broken: sqlite3.Connection, query: str, values: tuple[int, ...] = ()
) -> Iterator[tuple[Any, ...]]:
    """The rows up to the first broken page."""
    try:
        yield from broken.execute(query, values)
    except sqlite3.DatabaseError as error:
        # A table that is gone (OperationalError) is as unreadable as a broken one.
        if not (is_damage(error) or isinstance(error, sqlite3.OperationalError)):
            raise


def _events(broken: sqlite3.Connection, learners: dict[int, str], first: int) -> Iterator[Event]:
    query = f"SELECT learner, {EVENT_COLUMNS} FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq"
    names = EVENT_COLUMNS.split(", ")
    silent = 0
    while silent < _SILENT_CHUNKS:
        last = first + _CHUNK - 1
        rows = _chunk(broken, query, first, last)
        silent = 0 if rows else silent + 1
        first = last + 1
        for nr, *values in rows:
            fields = dict(zip(names, values, strict=True))
            try:
                for name in ("response", "result"):
                    fields[name] = json.loads(fields[name])
                event = event_of(learners[nr], fields)
            except (ValueError, TypeError, LookupError, RecursionError):
                continue  # half overwritten: better no answer than a wrong one
            yield event


def _chunk(broken: sqlite3.Connection, query: str, first: int, last: int) -> list[tuple[Any, ...]]:
    try:
        return broken.execute(query, (first, last)).fetchall()
    except sqlite3.DatabaseError:
        # Some page of these is broken: one by one, the others can be had.
        return [
            row for seq in range(first, last + 1) for row in _readable(broken, query, (seq, seq))
        ]
