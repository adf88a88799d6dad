"""A checked copy of the history for each of the last days, and the way back from one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from app.errors import ShilianError
from app.progress.database import APPLICATION_ID, connect, copy_all, failure, flaws, form_of
from app.progress.troubles import cannot_write, damaged_now, is_damage, is_of_the_machine

KEPT_DAYS = 5
_DAILY = "day-????-??-??.db"


class Copied(NamedTuple):
    """What became of today's copy: `path` if there is one, else `trouble`."""

    path: Path | None
    is_new: bool = False
    trouble: ShilianError | None = None


def folder_of(path: Path) -> Path:
    """Where the copies of this history lie."""
    return path.parent / "copies"


def daily_copies(path: Path) -> list[Path]:
    """The copies, newest first."""
    return sorted(folder_of(path).glob(_DAILY), reverse=True)


def day_of(now_ms: int) -> str:
    """The date where the learner is, as YYYY-MM-DD."""
    return time.strftime("%Y-%m-%d", time.localtime(now_ms / 1000))


def suspicion(path: Path) -> Path:
    """The note that the file must be examined from end to end at the next start."""
    return path.with_name(path.name + ".examine")


def make_daily_copy(path: Path, now_ms: int) -> Copied:
    """Copies the history to `copies/day-….db` unless today's copy is there, and checks the copy.

    Opens its own connection: safe in another thread while answers are being stored. Keeps the
    newest five copies; older ones go only once the new one has proved good. A damaged history
    makes no copy and leaves a note, so that the next start repairs it.
    """
    target = folder_of(path) / f"day-{day_of(now_ms)}.db"
    if target.exists():
        return Copied(target)
    try:
        checked_copy(path, target)
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, sqlite3.Error) and not is_of_the_machine(error):
            raise
        if is_damage(error):
            note(path)
            return Copied(None, trouble=damaged_now())
        return Copied(None, trouble=cannot_write(folder_of(path), error))
    for old in daily_copies(path)[KEPT_DAYS:]:
        old.unlink(missing_ok=True)
    return Copied(target, is_new=True)


def note(path: Path) -> None:
    """Leaves the note; where nothing can be written, damage is met again at the next start."""
    try:
        suspicion(path).touch()
    except OSError:
        return


def checked_copy(path: Path, target: Path) -> None:
    """A whole copy of the file at `target`, or none: sqlite3.Error or OSError, code CORRUPT if bad.

    The copy is one file without a journal beside it, and is on the disk before it gets its name.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        with closing(connect(path, mode="ro")) as source, closing(_empty(fresh)) as copy:
            copy_all(source, copy)
            copy.execute("PRAGMA journal_mode = DELETE").fetchone()
            found = flaws(copy)
        if found:
            raise failure(sqlite3.SQLITE_CORRUPT, "; ".join(found))
        put_in_place(fresh, target)
    finally:
        for rest in (fresh, *(fresh.with_name(fresh.name + end) for end in ("-wal", "-shm"))):
            rest.unlink(missing_ok=True)


def _empty(path: Path) -> sqlite3.Connection:
    path.unlink(missing_ok=True)
    return sqlite3.connect(path, isolation_level=None)


def put_in_place(fresh: Path, target: Path) -> None:
    """Gives a finished file its name: a power cut leaves the old one or the whole new one."""
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Makes new names in a folder last through a power cut, where the system offers that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def good_copies(path: Path, newest_form: int) -> Iterator[tuple[str, Path]]:
    """The copies that are whole and readable for this version, newest first, with their day."""
    for copy in daily_copies(path):
        try:
            with closing(connect(copy, mode="immutable")) as connection:
                owner, form = form_of(connection)
                if owner == APPLICATION_ID and 0 < form <= newest_form and not flaws(connection):
                    yield copy.stem.removeprefix("day-"), copy
        except sqlite3.Error:
            continue  # this copy is damaged as well; an older one may be good


def restore(copy: Path, path: Path) -> None:
    """Puts a copy where the history was; the copy itself stays. OSError if it cannot."""
    fresh = path.with_name(path.name + ".new")
    shutil.copyfile(copy, fresh)
    put_in_place(fresh, path)
