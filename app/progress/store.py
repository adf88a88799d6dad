"""The history on disk: what learners did goes in, how they stand comes out.

Not for several threads: each thread opens a store of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from app.errors import ShilianError
from app.progress import ledger, troubles
from app.progress.events import Event, Json
from app.progress.keeper import Keeper
from app.progress.migrations import MIGRATIONS
from app.progress.opening import Migrations, State, find
from app.progress.summary import Place, Standing, Totals, join
from app.progress.uuid7 import first_of, uuid7

if TYPE_CHECKING:
    from app.progress.copies import Copied
    from app.progress.removal import Removed
    from app.progress.transfer import Cancelled, Progress, Taken

_STANDING = ", ".join(Standing._fields)
_DAY_MIN = 24 * 60


class Learner(NamedTuple):
    """A person on this machine."""

    id: str  # UUIDv7
    name: str
    made_ms: int


class Opened(NamedTuple):
    """The store, and what happened on the way to it.

    `trouble` has the words to show, if any. With `read_only`, `newer` and `in_memory` practice
    goes on in memory and every `append` raises `NotSaved`.
    """

    store: Store
    state: State
    trouble: ShilianError | None
    copy_day: str | None  # YYYY-MM-DD, if recovered from a copy
    set_aside: Path | None  # where the damaged file lies now
    rescued: int  # events brought over from it


class Store(Keeper):
    """One file with the histories of all learners on this machine."""

    @staticmethod
    def open(
        path: Path,
        *,
        now_ms: int,
        read_only_ok: bool = True,
        migrations: Migrations = MIGRATIONS,
    ) -> Opened:
        """Opens the history at `path`, or makes it. Never fails: see `Opened.state`.

        With `read_only_ok=False` a history that cannot be written raises its `ShilianError`.
        """
        found = find(path, now_ms, migrations)
        store = Store(path, found.connection)
        if found.state in ("read_only", "newer", "in_memory") and not read_only_ok:
            store.close()
            raise found.trouble or troubles.nowhere()
        return Opened(store, found.state, *found[2:])

    # What happened

    def append(self, event: Event) -> None:
        """Stores one event. When this returns, it is on the disk.

        `NotSaved` if the disk refuses: the event is kept, counts in all that is read from this
        store, and is tried again with the next write. LookupError for an unknown learner.
        """
        self.append_all((event,))

    def append_all(self, events: Iterable[Event]) -> None:
        """Stores several events, all or none; an event that is there already changes nothing."""
        batch = tuple(events)
        self._write(lambda connection: ledger.write_events(connection, batch), events=len(batch))
        if self.trouble is not None:
            raise self.trouble

    def events(
        self,
        learner: str,
        since_ms: int | None = None,
        limit: int | None = None,
        *,
        newest_first: bool = False,
    ) -> list[Event]:
        """A learner's events in the order they happened, or from the newest back."""
        rows = self._read(
            f"""SELECT {ledger.EVENT_COLUMNS} FROM event
            WHERE learner = (SELECT nr FROM learner WHERE id = ?) AND id >= ?
            ORDER BY id {"DESC" if newest_first else "ASC"} LIMIT ?""",
            (
                learner,
                "" if since_ms is None else first_of(since_ms),
                -1 if limit is None else limit,
            ),
        )
        return [ledger.event_of(learner, row) for row in rows]

    def sitting_events(self, learner: str, session: str) -> list[Event]:
        """All events of one sitting, in order: enough to go on exactly where it stopped."""
        rows = self._read(
            f"""SELECT {ledger.EVENT_COLUMNS} FROM event WHERE session = ?
            AND learner = (SELECT nr FROM learner WHERE id = ?) ORDER BY id""",
            (session, learner),
        )
        return [ledger.event_of(learner, row) for row in rows]

    def game_events(self, learner: str) -> list[Event]:
        """All that happened in link games, in order: plans, judged rounds, and how sittings ended.

        Costs the same however many other events there are.
        """
        rows = self._read(
            f"""SELECT {ledger.EVENT_COLUMNS} FROM event
            WHERE learner = (SELECT nr FROM learner WHERE id = ?) AND {ledger.OF_GAME}
            ORDER BY id""",
            (learner,),
        )
        return [ledger.event_of(learner, row) for row in rows]

    def last_id(self) -> str:
        """The greatest event id of all learners, empty if there is none: where a scribe goes on."""
        rows = self._read("SELECT max((SELECT max(id) FROM event WHERE learner = nr)) FROM learner")
        return str(rows[0][0] or "")

    # What follows from it

    def standings(self, learner: str, within: str = "") -> Mapping[str, Standing]:
        """How a learner stands, by object path; with `within`, only with this object and its parts.

        Costs the same however many events there are.
        """
        query = f"""SELECT object, {_STANDING} FROM standing
            WHERE learner = (SELECT nr FROM learner WHERE id = ?)"""
        values: tuple[str, ...] = (learner,)
        if within:
            query += " AND (object = ? OR object >= ? AND object < ?)"
            values += (within, within + "/", within + "0")  # '0' follows '/'
        found: dict[str, Standing] = {}
        for path, *fields in self._read(query, values):
            standing = Standing._make(fields)
            found[path] = join(found[path], standing) if path in found else standing
        return found

    def open_sitting(self, learner: str, object_path: str) -> str | None:
        """The sitting of a step that was started last, unless it is finished."""
        standing = self.standings(learner, object_path).get(object_path)
        if standing is None or not standing.started_session:
            return None
        finished = self._read(
            """SELECT 1 FROM event WHERE session = ? AND verb = 'finished' AND object = ?
            AND learner = (SELECT nr FROM learner WHERE id = ?)""",
            (standing.started_session, object_path, learner),
        )
        return None if finished else standing.started_session

    def finished_sittings(self, learner: str, object_path: str) -> int:
        """How often a step was finished."""
        standing = self.standings(learner, object_path).get(object_path)
        return 0 if standing is None else standing.finishes

    def totals(self, learner: str, utc_offset_min: int = 8 * 60) -> Totals:
        """A learner's history in a few numbers; a day begins at midnight of that time zone."""
        who = "learner = (SELECT nr FROM learner WHERE id = ?)"
        rows = self._read(
            f"SELECT events, answers, right, wrong, finishes, duration_ms FROM total WHERE {who}",
            (learner,),
        )
        if not rows:
            return Totals()
        days = self._read(
            f"SELECT count(DISTINCT (hour * 60 + ?) / {_DAY_MIN}) FROM active_hour WHERE {who}",
            (utc_offset_min, learner),
        )
        return Totals._make((*rows[0], days[0][0]))

    def place(self, learner: str, lesson: str | None = None) -> Place | None:
        """Where the learner stopped: of all lessons, or of one."""
        rows = self._read(
            f"""SELECT lesson, step, part, session, time_ms FROM place
            WHERE learner = (SELECT nr FROM learner WHERE id = ?) {"AND lesson = ?" * bool(lesson)}
            ORDER BY after DESC, kept DESC LIMIT 1""",
            (learner, lesson) if lesson else (learner,),
        )
        return Place(*rows[0]) if rows else None

    def keep_place(self, learner: str, place: Place) -> None:
        """Resume here, until the next `viewed` event says otherwise."""
        self._write(lambda connection: ledger.keep_place(connection, learner, place))

    def rebuild(self) -> None:
        """Makes all that is derived anew from the events; some ten seconds for a million."""
        self._write(ledger.rebuild)

    # Who learns

    def learners(self) -> list[Learner]:
        """Everybody on this machine, in the order they came."""
        return [Learner(*row) for row in self._read("SELECT id, name, made_ms FROM learner")]

    def add_learner(self, name: str, now_ms: int, random_bits: int) -> Learner:
        """A new person; 74 random bits make the id. `NameRefused` if taken, empty or too long."""
        learner = Learner(uuid7(now_ms, random_bits), self._free_name(name), now_ms)
        self._write(
            lambda connection: connection.execute(
                "INSERT INTO learner (id, name, made_ms) VALUES (?, ?, ?)", learner
            )
        )
        return learner

    def rename_learner(self, learner: str, name: str) -> None:
        """`NameRefused` if another has that name, or it is empty or too long."""
        new = self._free_name(name, learner)
        self._write(
            lambda connection: connection.execute(
                "UPDATE learner SET name = ? WHERE id = ?", (new, learner)
            )
        )

    def remove_learner(self, learner: str, now_ms: int, saved_to: Path | None = None) -> Removed:
        """Deletes a learner and all of their history, also from the copies; see `removal`."""
        from app.progress.removal import remove

        return remove(self, learner, now_ms, saved_to)

    def settings(self, learner: str) -> dict[str, Json]:
        """What a learner has chosen (theme, text size, …)."""
        rows = self._read("SELECT settings FROM learner WHERE id = ?", (learner,))
        return dict(json.loads(rows[0][0])) if rows else {}

    def keep_settings(self, learner: str, settings: Mapping[str, Json]) -> None:
        """Replaces what a learner has chosen."""
        text = ledger.dump(dict(settings))
        self._write(
            lambda connection: connection.execute(
                "UPDATE learner SET settings = ? WHERE id = ?", (text, learner)
            )
        )

    def current_learner(self) -> str | None:
        """The id of whoever learned here last."""
        rows = self._read("SELECT value FROM meta WHERE key = 'current_learner'")
        return str(rows[0][0]) if rows else None

    def choose_learner(self, learner: str) -> None:
        """Remembers who learns here now."""
        self._write(
            lambda connection: connection.execute(
                "REPLACE INTO meta VALUES ('current_learner', ?)", (learner,)
            )
        )

    # What is typed and not yet handed in

    def draft(self, learner: str, object_path: str) -> Json:
        """The unsent answer to a question, or None."""
        rows = self._read(
            """SELECT value FROM draft WHERE object = ?
            AND learner = (SELECT nr FROM learner WHERE id = ?)""",
            (object_path, learner),
        )
        draft: Json = json.loads(rows[0][0]) if rows else None
        return draft

    def keep_draft(self, learner: str, object_path: str, value: Json) -> None:
        """Keeps what was typed; waits for the disk, so call it when typing pauses."""
        text = ledger.dump(value)
        self._write(
            lambda connection: connection.execute(
                "REPLACE INTO draft VALUES (?, ?, ?)",
                (ledger.number_of(connection, learner), object_path, text),
            )
        )

    def drop_draft(self, learner: str, object_path: str) -> None:
        """Forgets it: the answer was handed in."""
        self._write(
            lambda connection: connection.execute(
                """DELETE FROM draft WHERE object = ?
                AND learner = (SELECT nr FROM learner WHERE id = ?)""",
                (object_path, learner),
            )
        )

    # Copies and other machines

    def make_daily_copy(self, now_ms: int) -> Copied:
        """Today's checked copy, unless it is there; may be called in another thread."""
        from app.progress.copies import make_daily_copy

        return make_daily_copy(self.path, now_ms)

    def save_history(
        self,
        learner: str,
        to: Path,
        now_ms: int,
        *,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> int:
        """Writes a learner's whole history to one file; see `transfer.save`."""
        from app.progress.transfer import save

        with self.reading() as connection:
            return save(connection, learner, to, now_ms, progress, cancelled)

    def take_history(
        self, source: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> Taken:
        """Adds a history saved elsewhere, all of it or nothing; see `transfer.take`."""
        from app.progress.transfer import take

        with self.saving() as connection:
            return take(connection, source, progress, cancelled)

    def _free_name(self, name: str, own: str = "") -> str:
        from app.progress.names import free_name

        return free_name(name, [one.name for one in self.learners() if one.id != own])
