"""How the file of the history came to its present form, step by numbered step.

Add a file `mNNN_what.py` with `STATEMENTS` and a line in `MIGRATIONS`. Never change an old step:
somewhere there is a file that has already taken it. Only what cannot be derived belongs here;
standings and totals are made anew by `app.progress.ledger` when their form changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from importlib import import_module

# The form of the file, and the module that leads to it from the form before.
MIGRATIONS: tuple[tuple[int, str], ...] = ((1, "app.progress.migrations.m001_history"),)


def latest(migrations: Sequence[tuple[int, str]] = MIGRATIONS) -> int:
    """The form that this version of the app writes."""
    return migrations[-1][0]


def migrate(connection: sqlite3.Connection, number: int, module: str) -> None:
    """Takes one step in one transaction: afterwards all of it is done, or nothing."""
    statements: Sequence[str] = import_module(module).STATEMENTS
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
