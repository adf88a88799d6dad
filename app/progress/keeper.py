"""Keeps a file and, while the disk cannot be written, a copy in memory that stands in for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.progress import troubles
from app.progress.database import transaction

Change = Callable[[sqlite3.Connection], object]


class Keeper:
    """The two ways to the tables: reading, which goes on, and saving, which may have to wait.

    While something could not be saved, reading shows it all the same (from memory), and each new
    write first tries, in one transaction, to save what is waiting.
    """

    def __init__(self, path: Path, disk: sqlite3.Connection | None) -> None:
        self.path = path
        self.trouble: troubles.NotSaved | None = None  # set while something is not on the disk
        self.unsaved = 0  # events that are in memory only
        self._disk = disk
        self._memory: sqlite3.Connection | None = None
        self._waiting: list[Change] = []

    def close(self) -> None:
        """Lets go of the file; what could not be saved until now is lost."""
        for connection in (self._disk, self._memory):
            if connection is not None:
                connection.close()
        self._disk = self._memory = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection that has everything, saved or not; `ShilianError` if it cannot be read."""
        try:
            yield self._memory or self._disk or self._stand_in()
        except sqlite3.DatabaseError as error:
            if troubles.is_damage(error):
                from app.progress.copies import note

                note(self.path)
                raise troubles.damaged_now() from error
            if troubles.is_of_the_machine(error):
                raise troubles.unreadable(error) from error
            raise

    @contextmanager
    def saving(self) -> Iterator[sqlite3.Connection]:
        """One transaction on the disk, with all that was waiting; `NotSaved` if it fails.

        Unlike an answer, what is done here is not kept in memory when the disk refuses it.
        """
        if self._disk is None:
            raise troubles.nowhere()
        try:
            with transaction(self._disk):
                for change in self._waiting:
                    change(self._disk)
                yield self._disk
        except (sqlite3.Error, OSError) as error:
            if troubles.is_damage(error):
                from app.progress.copies import note

                note(self.path)
            raise troubles.not_saved(error) from error
        self._waiting.clear()
        self.unsaved = 0
        self.trouble = None
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    def _read(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        with self.reading() as connection:
            return connection.execute(query, values).fetchall()

    def _write(self, change: Change, *, events: int = 0) -> None:
        """On the disk, or if it refuses, in memory until it does not (`trouble` is then set)."""
        try:
            with self.saving() as connection:
                change(connection)
        except troubles.NotSaved as trouble:
            memory = self._memory or self._stand_in(damaged=troubles.is_damage(trouble.__cause__))
            with transaction(memory):
                change(memory)
            self._waiting.append(change)
            self.unsaved += events
            self.trouble = trouble

    def _stand_in(self, *, damaged: bool = False) -> sqlite3.Connection:
        from app.progress.standing_in import stand_in

        self._memory = stand_in(self._disk, damaged=damaged)
        return self._memory
