"""A copy of the history in memory, for as long as the disk cannot be written."""

from __future__ import annotations

import sqlite3

from app.progress.database import copy_all, empty_in_memory, transaction
from app.progress.troubles import is_of_the_machine


def stand_in(disk: sqlite3.Connection | None, *, damaged: bool = False) -> sqlite3.Connection:
    """Everything that is on the disk; only the learners if it is damaged or cannot be read."""
    if disk is not None and not damaged:
        memory = sqlite3.connect(":memory:", isolation_level=None)
        try:
            copy_all(disk, memory)
        except sqlite3.Error as error:
            memory.close()
            if not is_of_the_machine(error):
                raise
        else:
            return memory
    memory = empty_in_memory()
    if disk is not None:
        try:
            people = disk.execute("SELECT nr, id, name, made_ms, settings FROM learner").fetchall()
        except sqlite3.Error as error:
            if not is_of_the_machine(error):
                raise
            return memory
        with transaction(memory):
            memory.executemany("INSERT INTO learner VALUES (?, ?, ?, ?, ?)", people)
    return memory
