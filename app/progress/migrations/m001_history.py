"""The first form: learners, the append-only events, where to resume, and unsent answers."""

from __future__ import annotations

STATEMENTS = (
    "PRAGMA application_id = 0x73686c6e",  # 'shln': tells our file from another program's
    """CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE TABLE learner (
        nr INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        made_ms INTEGER NOT NULL,
        settings TEXT NOT NULL DEFAULT '{}'
    )""",
    # seq is the order in which this file learned of the events; id the order they happened in.
    """CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        learner INTEGER NOT NULL REFERENCES learner (nr),
        id TEXT NOT NULL,
        time_ms INTEGER NOT NULL,
        session TEXT NOT NULL,
        verb TEXT NOT NULL,
        object TEXT NOT NULL,
        content_version INTEGER NOT NULL,
        meaning TEXT NOT NULL,
        response TEXT NOT NULL,
        result TEXT NOT NULL,
        confidence REAL,
        duration_ms INTEGER NOT NULL,
        UNIQUE (learner, id)
    )""",
    "CREATE INDEX event_of_sitting ON event (session)",
    """CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
        BEGIN SELECT RAISE (ABORT, 'events are never changed'); END""",
    """CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
        BEGIN SELECT RAISE (ABORT, 'events are never deleted'); END""",
    # A place with kept = 0 follows from `viewed` events; kept > 0 was put there by hand,
    # after the event named in `after`.
    """CREATE TABLE place (
        learner INTEGER NOT NULL REFERENCES learner (nr),
        lesson TEXT NOT NULL,
        step TEXT NOT NULL,
        part TEXT NOT NULL,
        session TEXT NOT NULL,
        time_ms INTEGER NOT NULL,
        after TEXT NOT NULL,
        kept INTEGER NOT NULL,
        PRIMARY KEY (learner, lesson)
    ) WITHOUT ROWID""",
    """CREATE TABLE draft (
        learner INTEGER NOT NULL REFERENCES learner (nr),
        object TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (learner, object)
    ) WITHOUT ROWID""",
)
