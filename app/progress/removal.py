"""Removing a learner: the one way in which history is deleted, and only because a person asked."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.progress.copies import checked_copy, day_of, folder_of
from app.progress.ledger import forget
from app.progress.troubles import is_of_the_machine

if TYPE_CHECKING:
    from app.progress.store import Store


class Removed(NamedTuple):
    """`left_in`: files that may still hold something of the learner, for the person to delete."""

    saved_to: Path | None
    left_in: tuple[Path, ...]


def remove(store: Store, learner: str, now_ms: int, saved_to: Path | None) -> Removed:
    """Saves the history to a file if asked, then deletes it here and in the copies.

    The deletion is one transaction; a kill leaves all or nothing. Deleted bytes are overwritten.
    A new copy is made and proved before the old ones go. Files of other machines and damaged files
    set aside are not touched; the latter are named in the answer. `NotSaved` if the disk refuses,
    LookupError for an unknown learner.
    """
    if saved_to is not None:
        store.save_history(learner, saved_to, now_ms)
    with store.saving() as connection:
        connection.execute("PRAGMA secure_delete = ON").fetchone()
        forget(connection, learner)
    connection.execute("PRAGMA secure_delete = OFF").fetchone()
    # The journal still has the old pages; emptied, they are gone.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    set_aside = sorted(store.path.parent.glob(store.path.name + "*.damaged-*"))
    return Removed(saved_to, (*set_aside, *_renew_copies(store.path, now_ms)))


def _renew_copies(path: Path, now_ms: int) -> list[Path]:
    """Replaces all copies by one of the history as it is now; the old ones if that fails."""
    folder = folder_of(path)
    today = folder / f"day-{day_of(now_ms)}.db"
    old = [copy for copy in folder.glob("*.db") if copy != today]
    try:
        checked_copy(path, today)
        for copy in old:
            copy.unlink()
    except (sqlite3.Error, OSError) as error:
        if not is_of_the_machine(error):
            raise
        return sorted(folder.glob("*.db"))
    return []
