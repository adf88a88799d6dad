"""Events into the file and out of it, and the standings that follow from them, kept in step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from app.progress.events import Event, Json
from app.progress.summary import CHOICES, NOTHING, Place, Standing, fold, score_of
from app.progress.troubles import is_of_the_machine

# Raise the number when a derived table or the folding changes: it is then all made anew.
DERIVED_FORM = 1
_HOUR_MS = 3_600_000
_FIELDS = ", ".join(Standing._fields)
_DERIVED = (
    f"""CREATE TABLE standing (learner INTEGER NOT NULL, object TEXT NOT NULL,
        {_FIELDS.replace("meaning", "meaning TEXT NOT NULL")},
        PRIMARY KEY (learner, object, meaning)) WITHOUT ROWID""",
    """CREATE TABLE total (learner INTEGER PRIMARY KEY, events INTEGER NOT NULL,
        answers INTEGER NOT NULL, right INTEGER NOT NULL, wrong INTEGER NOT NULL,
        finishes INTEGER NOT NULL, duration_ms INTEGER NOT NULL)""",
    # Hours, not days: which day it was depends on where the learner is.
    """CREATE TABLE active_hour (learner INTEGER NOT NULL, hour INTEGER NOT NULL,
        PRIMARY KEY (learner, hour)) WITHOUT ROWID""",
)
_DERIVED_NAMES = ("standing", "total", "active_hour")

EVENT_COLUMNS = (
    "id, time_ms, session, verb, object, content_version, meaning, response, result, "
    "confidence, duration_ms"
)
# Rounds of the link game, the plans of its sittings and how they ended, told by names that no
# other result has. (In JSON a quotation mark within a text has a backslash before it.)
OF_GAME = """(instr(result, '"truth":') OR instr(result, '"rounds":')
    OR instr(response, '"begun_ms":'))"""
_INSERT = f"""INSERT OR IGNORE INTO event (learner, {EVENT_COLUMNS})
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def dump(value: Json) -> str:
    """JSON for the file: readable Chinese; ValueError for NaN and infinity."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a surrogate pair from a broken keyboard: only escaped it fits
        text = json.dumps(value, allow_nan=False, separators=(",", ":"))
    return text


def event_of(learner: str, row: tuple[object, ...]) -> Event:
    """An event from a row of `EVENT_COLUMNS`."""
    number, time_ms, session, verb, path, version, meaning, response, result, sure, duration = row
    return Event(
        id=number,  # type: ignore[arg-type]
        time_ms=time_ms,  # type: ignore[arg-type]
        learner=learner,
        session=session,  # type: ignore[arg-type]
        verb=verb,  # type: ignore[arg-type]
        object=path,  # type: ignore[arg-type]
        content_version=version,  # type: ignore[arg-type]
        meaning=meaning,  # type: ignore[arg-type]
        response=json.loads(response),  # type: ignore[arg-type]
        result=json.loads(result),  # type: ignore[arg-type]
        confidence=sure,  # type: ignore[arg-type]
        duration_ms=duration,  # type: ignore[arg-type]
    )


def number_of(connection: sqlite3.Connection, learner: str) -> int:
    """The learner's number in this file; LookupError for an id nobody has."""
    row = connection.execute("SELECT nr FROM learner WHERE id = ?", (learner,)).fetchone()
    if row is None:
        raise LookupError(f"no learner {learner!r}")
    return int(row[0])


class Tally:
    """Folds events into the derived tables; what changed is written once, by `write`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._standings: dict[tuple[int, str, str], Standing] = {}
        self._totals: dict[int, list[int]] = {}
        self._hours: set[tuple[int, int]] = set()
        self._viewed: dict[tuple[int, str], Event] = {}

    def add(self, learner: int, event: Event) -> None:
        """Counts one event of the learner with this number, once."""
        key = (learner, event.object, event.meaning)
        standing = self._standings.get(key)
        if standing is None:
            standing = self._stored(key)
        self._standings[key] = fold(standing, event)
        totals = self._totals.setdefault(learner, [0] * 6)
        totals[0] += 1
        if event.verb in CHOICES:
            totals[1] += 1
            score = score_of(event)
            if score is not None:
                totals[2 if score >= 1 else 3] += 1
        totals[4] += event.verb == "finished"
        totals[5] += event.duration_ms
        self._hours.add((learner, event.time_ms // _HOUR_MS))
        if event.verb == "viewed":
            place = (learner, event.object.split("/", 1)[0])
            seen = self._viewed.get(place)
            if seen is None or event.id > seen.id:
                self._viewed[place] = event

    def write(self) -> None:
        """Puts all that changed into the tables; part of the caller's transaction."""
        marks = ", ".join("?" * (2 + len(Standing._fields)))
        self._connection.executemany(
            f"REPLACE INTO standing (learner, object, {_FIELDS}) VALUES ({marks})",
            [(nr, path, *standing) for (nr, path, _), standing in self._standings.items()],
        )
        self._connection.executemany(
            """INSERT INTO total VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (learner) DO UPDATE SET
            events = events + excluded.events, answers = answers + excluded.answers,
            right = right + excluded.right, wrong = wrong + excluded.wrong,
            finishes = finishes + excluded.finishes,
            duration_ms = duration_ms + excluded.duration_ms""",
            [(nr, *numbers) for nr, numbers in self._totals.items()],
        )
        self._connection.executemany(
            "INSERT OR IGNORE INTO active_hour VALUES (?, ?)", sorted(self._hours)
        )
        for (nr, lesson), event in self._viewed.items():
            step, _, part = event.object.partition("/")[2].partition("/")
            self._connection.execute(
                """INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, 0)
                ON CONFLICT (learner, lesson) DO UPDATE SET step = excluded.step,
                part = excluded.part, session = excluded.session, time_ms = excluded.time_ms,
                after = excluded.after, kept = 0 WHERE excluded.after > after""",
                (nr, lesson, step, part, event.session, event.time_ms, event.id),
            )

    def _stored(self, key: tuple[int, str, str]) -> Standing:
        row = self._connection.execute(
            f"SELECT {_FIELDS} FROM standing WHERE learner = ? AND object = ? AND meaning = ?", key
        ).fetchone()
        return NOTHING if row is None else Standing._make(row)


def write_events(connection: sqlite3.Connection, events: Iterable[Event]) -> int:
    """Adds the events that are not there yet and folds them; returns how many were new.

    Part of the caller's transaction. LookupError for an unknown learner.
    """
    numbers: dict[str, int] = {}
    tally = Tally(connection)
    added = 0
    for event in events:
        nr = numbers.get(event.learner)
        if nr is None:
            nr = numbers[event.learner] = number_of(connection, event.learner)
        row = (
            nr,
            event.id,
            event.time_ms,
            event.session,
            event.verb,
            event.object,
            event.content_version,
            event.meaning,
            dump(event.response),
            dump(event.result),
            event.confidence,
            event.duration_ms,
        )
        if connection.execute(_INSERT, row).rowcount == 1:
            tally.add(nr, event)
            added += 1
    tally.write()
    return added


def keep_place(connection: sqlite3.Connection, learner: str, place: Place) -> None:
    """Makes this the place to resume until the next step is viewed; part of a transaction."""
    nr = number_of(connection, learner)
    after, turn = connection.execute(
        "SELECT after, kept FROM place WHERE learner = ? ORDER BY after DESC, kept DESC LIMIT 1",
        (nr,),
    ).fetchone() or ("", 0)
    connection.execute(
        "REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (nr, *place, after, turn + 1)
    )


def all_events(connection: sqlite3.Connection) -> Iterator[tuple[int, Event]]:
    """Every event with its learner's number, in the order this file learned of them."""
    ids = dict(connection.execute("SELECT nr, id FROM learner"))
    rows = connection.execute(f"SELECT learner, {EVENT_COLUMNS} FROM event ORDER BY seq")
    for nr, *row in rows:
        yield nr, event_of(ids[nr], tuple(row))


def index_games(connection: sqlite3.Connection) -> None:
    """Makes the index that finds link rounds among a million other answers, if there is none.

    Nothing but speed depends on it: where the disk refuses, the next start tries again.
    """
    try:
        connection.execute(
            f"CREATE INDEX IF NOT EXISTS event_of_game ON event (learner, id) WHERE {OF_GAME}"
        )
    except sqlite3.OperationalError as error:
        if not is_of_the_machine(error):
            raise


def rebuild(connection: sqlite3.Connection) -> None:
    """Drops all that is derived and makes it anew from the events; part of a transaction."""
    for name in _DERIVED_NAMES:
        connection.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in _DERIVED:
        connection.execute(statement)
    connection.execute("DELETE FROM place WHERE kept = 0")
    tally = Tally(connection)
    for nr, event in all_events(connection):
        tally.add(nr, event)
    tally.write()
    connection.execute("REPLACE INTO meta VALUES ('derived_form', ?)", (str(DERIVED_FORM),))


def forget(connection: sqlite3.Connection, learner: str) -> None:
    """Deletes a learner with all that was stored of them; part of a transaction.

    The one exception to "append-only": a person may ask for their history to be gone.
    """
    nr = number_of(connection, learner)
    name = "event_is_never_deleted"
    (trigger,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (name,)
    ).fetchone()
    connection.execute(f"DROP TRIGGER {name}")
    for table in ("event", "place", "draft", *_DERIVED_NAMES):
        connection.execute(f"DELETE FROM {table} WHERE learner = ?", (nr,))
    connection.execute("DELETE FROM learner WHERE nr = ?", (nr,))
    connection.execute("DELETE FROM meta WHERE value = ?", (learner,))
    connection.execute(trigger)
