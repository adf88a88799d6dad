"""A learner's history as one file (`.shilian`), to be taken to another machine.

JSON lines in UTF-8, so that a person can read what is in it: a head with the learner, one event
per line, and an end with the number of events and the SHA-256 of all lines before it. The checksum
finds damage; it proves nothing about who wrote the file.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.errors import ShilianError
from app.i18n import _
from app.progress import ledger, record
from app.progress.copies import put_in_place
from app.progress.events import Event
from app.progress.names import numbered_name
from app.progress.troubles import NotTaken

SUFFIX = ".shilian"
FORMAT = 1
EVENT_LIMIT = 5_000_000
SIZE_LIMIT = 4 << 30  # bytes
_EVERY = 500  # events between two looks at progress and cancelling

Progress = Callable[[int, int], None]  # done, of how much: events when saving, bytes when taking
Cancelled = Callable[[], bool]


class Stopped(ShilianError):  # noqa: N818
    """The person stopped it; nothing was changed."""


class Taken(NamedTuple):
    """What a history file brought."""

    learner: str  # id
    name: str  # as they are called here
    is_new_learner: bool
    added: int  # events that were not here
    known: int  # events that were here already


def save(
    connection: sqlite3.Connection,
    learner: str,
    to: Path,
    now_ms: int,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> int:
    """Writes the history of a learner as it is at this moment; returns the number of events.

    The file is there whole or not at all. `ShilianError` if it cannot be written, `Stopped`,
    LookupError for an unknown learner.
    """
    nr = ledger.number_of(connection, learner)
    fresh = to.with_name(f".{to.name}.new")
    connection.execute("BEGIN")  # one view of the history, whatever is stored meanwhile
    try:
        with fresh.open("wb") as file:
            count = _write(connection, nr, file, now_ms, progress, cancelled)
        put_in_place(fresh, to)
    except OSError as error:
        raise ShilianError(
            _("Your history cannot be written to {path} ({reason}).").format(path=to, reason=error),
            safe=_("Your progress on this machine is untouched."),
            next_step=_("Choose another folder, or free some space."),
        ) from error
    finally:
        connection.execute("ROLLBACK")
        _remove(fresh)
    return count


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return  # the folder cannot be written: then there is no half file in it either


def _write(
    connection: sqlite3.Connection,
    nr: int,
    file: BinaryIO,
    now_ms: int,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> int:
    row = connection.execute(
        "SELECT id, name, made_ms, settings FROM learner WHERE nr = ?", (nr,)
    ).fetchone()
    (total,) = connection.execute("SELECT count(*) FROM event WHERE learner = ?", (nr,)).fetchone()
    person = dict(zip(("id", "name", "made_ms"), row, strict=False))
    digest = hashlib.sha256()

    def put(text: str) -> None:
        line = text.encode() + b"\n"
        digest.update(line)
        file.write(line)

    settings = record.parse_line(row[3].encode())
    head = {"shilian_history": FORMAT, "saved_ms": now_ms, "events": total}
    put(ledger.dump({**head, "learner": {**person, "settings": settings}}))  # type: ignore[dict-item]
    rows = connection.execute(
        f"SELECT {ledger.EVENT_COLUMNS} FROM event WHERE learner = ? ORDER BY id", (nr,)
    )
    for done, columns in enumerate(rows, 1):
        put(ledger.dump(record.plain(ledger.event_of(row[0], columns))))
        if done % _EVERY == 0:
            _look(done, total, progress, cancelled)
    end = {"end": True, "events": total, "sha256": digest.hexdigest()}
    file.write(ledger.dump(end).encode() + b"\n")
    return int(total)


def _look(done: int, total: int, progress: Progress | None, cancelled: Cancelled | None) -> None:
    if progress is not None:
        progress(done, total)
    if cancelled is not None and cancelled():
        raise Stopped(_("Stopped."), safe=_("Nothing was changed."))


def take(
    connection: sqlite3.Connection,
    source: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Taken:
    """Adds what a history file has and this machine has not; part of the caller's transaction.

    Events join by their id, so taking a file twice adds nothing the second time. A learner with
    the same id is the same person; another person of the same name gets a number behind the name.
    `NotTaken` for a file that is damaged, cut off, hostile or from a newer version; `Stopped`.
    """
    try:
        if not source.is_file():
            raise NotTaken(_("There is no file {path}.").format(path=source))
        size = source.stat().st_size
        if size > SIZE_LIMIT:
            raise _refused(1, "size")
        with source.open("rb") as file:
            return _take(connection, file, size, progress, cancelled)
    except OSError as error:
        raise NotTaken(
            _("The file {path} cannot be read ({reason}).").format(path=source, reason=error),
            safe=_("Nothing was changed."),
            next_step=_("Check the disk or stick it lies on."),
        ) from error


def _take(
    connection: sqlite3.Connection,
    file: BinaryIO,
    size: int,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Taken:
    lines = _lines(file)
    number, first = next(lines, (1, b""))
    head = _parsed(number, first)
    form = head.get("shilian_history") if isinstance(head, dict) else None
    if not isinstance(head, dict) or isinstance(form, bool) or not isinstance(form, int):
        raise NotTaken(
            _("This is not a history saved by 识链."),
            safe=_("Nothing was changed."),
            next_step=_("Choose a file that ends in {suffix}.").format(suffix=SUFFIX),
        )
    if form > FORMAT:
        raise NotTaken(
            _("This history was saved by a newer version of 识链."),
            safe=_("Nothing was changed."),
            next_step=_("Update 识链 on this machine, then take the file again."),
        )
    try:
        learner, name, made_ms, settings = record.learner_of(head.get("learner"))
    except ValueError as error:
        raise _refused(1, str(error)) from error
    others = dict(connection.execute("SELECT id, name FROM learner"))
    is_new = learner not in others
    if is_new:
        name = numbered_name(name, others.values())
        connection.execute(
            "INSERT INTO learner (id, name, made_ms, settings) VALUES (?, ?, ?, ?)",
            (learner, name, made_ms, ledger.dump(settings)),
        )
    count = [0]

    def events() -> Iterator[Event]:
        for event in _events(learner, lines, hashlib.sha256(first)):
            count[0] += 1
            if count[0] % _EVERY == 0:
                _look(file.tell(), size, progress, cancelled)
            yield event

    added = ledger.write_events(connection, events())
    return Taken(learner, others.get(learner, name), is_new, added, count[0] - added)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := file.readline(record.LINE_LIMIT + 1):
        number += 1
        if len(line) > record.LINE_LIMIT or number > EVENT_LIMIT + 2:
            raise _refused(number, "size")
        yield number, line


def _events(
    learner: str, lines: Iterator[tuple[int, bytes]], digest: hashlib._Hash
) -> Iterator[Event]:
    """The events up to the end line, which must fit them and be the last."""
    number = 0
    for count, (number, line) in enumerate(lines):
        found = _parsed(number, line)
        if isinstance(found, dict) and "end" in found:
            if found != {"end": True, "events": count, "sha256": digest.hexdigest()}:
                raise NotTaken(
                    _("The file was damaged or changed on its way here."),
                    safe=_("Nothing was changed."),
                    next_step=_again(),
                )
            if next(lines, None) is not None:
                raise _refused(number + 1, "end")
            return
        digest.update(line)
        try:
            yield record.event_of(learner, found)
        except ValueError as error:
            raise _refused(number, str(error)) from error
    raise NotTaken(
        _("The file ends too early, after line {number}.").format(number=number),
        safe=_("Nothing was changed."),
        next_step=_again(),
    )


def _parsed(number: int, line: bytes) -> object:
    try:
        return record.parse_line(line)
    except ValueError as error:
        if number == 1:
            return None
        raise _refused(number, str(error)) from error


def _again() -> str:
    return _("Save the history on the other machine again and copy the whole file.")


def _refused(number: int, reason: str) -> NotTaken:
    return NotTaken(
        _("Line {number} of the file makes no sense ({reason}).").format(
            number=number, reason=reason
        ),
        safe=_("Nothing was changed."),
        next_step=_again(),
    )
