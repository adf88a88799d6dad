"""Looks at a history without changing it: where it lies, how big it is, whether it is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from app.progress.copies import daily_copies
from app.progress.database import APPLICATION_ID, connect, flaws, form_of
from app.progress.migrations import latest
from app.progress.troubles import is_of_the_machine


class Condition(NamedTuple):
    """What `doctor` tells of a history; `flaws` is empty if the file is whole."""

    path: Path
    exists: bool
    size_bytes: int = 0
    journal_bytes: int = 0
    form: int = 0
    readable_here: bool = False
    learners: int = 0
    events: int = 0
    flaws: tuple[str, ...] = ()
    copies: tuple[Path, ...] = ()
    set_aside: tuple[Path, ...] = ()


def open_read(path: Path) -> Condition:
    """Examines the history at `path` from end to end; troubles become `flaws`, never exceptions."""
    try:
        if not path.is_file():
            return Condition(path, exists=False, copies=tuple(daily_copies(path)))
        journal = path.with_name(path.name + "-wal")
        seen = Condition(
            path,
            exists=True,
            size_bytes=path.stat().st_size,
            journal_bytes=journal.stat().st_size if journal.exists() else 0,
            copies=tuple(daily_copies(path)),
            set_aside=tuple(sorted(path.parent.glob(path.name + "*.damaged-*"))),
        )
        return _examined(seen)
    except OSError as error:
        return Condition(path, exists=True, flaws=(str(error),))


def _examined(seen: Condition) -> Condition:
    try:
        with closing(connect(seen.path, mode="ro")) as connection:
            owner, form = form_of(connection)
            seen = seen._replace(form=form, flaws=tuple(flaws(connection)))
            if owner != APPLICATION_ID:
                return seen._replace(flaws=("not a history of this app", *seen.flaws))
            (learners,) = connection.execute("SELECT count(*) FROM learner").fetchone()
            (events,) = connection.execute("SELECT count(*) FROM event").fetchone()
            return seen._replace(
                readable_here=form <= latest() and not seen.flaws, learners=learners, events=events
            )
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError) or is_of_the_machine(error):
            return seen._replace(flaws=(*seen.flaws, str(error)))
        raise
