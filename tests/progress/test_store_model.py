"""Whatever is done in whatever order, the store holds what a plain list would hold."""

from __future__ import annotations

import shutil
import tempfile
from functools import reduce
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from app.progress.events import Event, Json
from app.progress.store import Store
from app.progress.summary import NOTHING, Place, Standing, fold, join
from app.progress.troubles import NotSaved
from tests.progress.builders import DAY, NOON, event, uid

OBJECTS = ["a", "a/s", "a/s/q1", "b/s", "b/s/q1"]


class History(RuleBasedStateMachine):
    """A store beside the plainest model of it: lists and dictionaries."""

    people = Bundle("people")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "learner.db"
        self.store = Store.open(self.path, now_ms=NOON).store
        self.names: dict[str, str] = {}
        self.events: dict[str, Event] = {}
        self.drafts: dict[tuple[str, str], Json] = {}
        self.clock = 0
        self.full = False

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)

    @initialize(target=people)
    def first_learner(self) -> str:
        return self._new_learner()

    @precondition(lambda self: not self.full)
    @rule(target=people)
    def new_learner(self) -> str:
        return self._new_learner()

    def _new_learner(self) -> str:
        self.clock += 1
        name = f"learner {self.clock}"
        learner = self.store.add_learner(name, NOON + 10_000 + self.clock, 0)
        self.names[learner.id] = name
        return learner.id

    @rule(
        who=people,
        number=st.integers(1, 60),
        verb=st.sampled_from(["started", "viewed", "read", "answered", "finished"]),
        path=st.sampled_from(OBJECTS),
        sitting=st.integers(900, 902),
        score=st.sampled_from([None, 0, 0.5, 1]),
        meaning=st.sampled_from(["", "m"]),
    )
    def happens(
        self,
        who: str,
        number: int,
        verb: str,
        path: str,
        sitting: int,
        score: float | None,
        meaning: str,
    ) -> None:
        number = number * 100 + list(self.names).index(who)  # ids are of one learner
        one = event(
            number,
            who,
            verb,  # type: ignore[arg-type]
            object=path,
            session=uid(sitting),
            meaning=meaning,
            result=None if score is None else {"score": score},
            response="x" * 3000,
        )
        try:
            self.store.append(one)
            assert not self.full or self.store.unsaved == 0
        except NotSaved:
            assert self.full
        self.events.setdefault(one.id, one)

    @rule(who=people, path=st.sampled_from(OBJECTS), value=st.text(max_size=5) | st.none())
    def types(self, who: str, path: str, value: str | None) -> None:
        self.store.keep_draft(who, path, value)
        self.drafts[who, path] = value

    @rule(who=people, path=st.sampled_from(OBJECTS))
    def hands_in(self, who: str, path: str) -> None:
        self.store.drop_draft(who, path)
        self.drafts.pop((who, path), None)

    @rule()
    def disk_is_full(self) -> None:
        self.full = True
        self._limit("0")

    @precondition(lambda self: self.full)
    @rule()
    def disk_has_room(self) -> None:
        self.full = False
        self._limit("1000000")
        who = next(iter(self.names))
        self.store.keep_settings(who, {})
        assert self.store.unsaved == 0

    @precondition(lambda self: not self.full)
    @rule()
    def restarts(self) -> None:
        self.store.close()
        found = Store.open(self.path, now_ms=NOON)
        assert (found.state, found.trouble) == ("ok", None)
        self.store = found.store

    @precondition(lambda self: not self.full)
    @rule()
    def makes_all_anew(self) -> None:
        self.store.rebuild()

    @precondition(lambda self: not self.full)
    @rule(day=st.integers(0, 8))
    def copies(self, day: int) -> None:
        assert self.store.make_daily_copy(NOON + day * DAY).trouble is None

    @precondition(lambda self: not self.full)
    @rule(who=people)
    def travels(self, who: str) -> None:
        file = self.folder / "x.shilian"
        count = self.store.save_history(who, file, NOON)
        assert self.store.take_history(file) == (who, self.names[who], False, 0, count)

    @invariant()
    def holds_what_a_list_would_hold(self) -> None:
        assert [one.name for one in self.store.learners()] == list(self.names.values())
        for who in self.names:
            mine = sorted((e for e in self.events.values() if e.learner == who), key=lambda e: e.id)
            assert self.store.events(who) == mine
            assert dict(self.store.standings(who)) == standings_of(mine)
            assert self.store.place(who) == place_of(mine)
            assert self.store.totals(who).events == len(mine)
            for sitting in (uid(900), uid(901)):
                of_it = [e for e in mine if e.session == sitting]
                assert self.store.sitting_events(who, sitting) == of_it
            for path in OBJECTS:
                assert self.store.draft(who, path) == self.drafts.get((who, path))
                assert self.store.open_sitting(who, path) == open_sitting_of(mine, path)

    def _limit(self, pages: str) -> None:
        # Never below what the file has now: SQLite then takes that as the limit.
        self.store._disk.execute(f"PRAGMA max_page_count = {pages}").fetchone()  # type: ignore[union-attr]
        if pages == "0":
            self.store._disk.execute("PRAGMA max_page_count = 1").fetchone()  # type: ignore[union-attr]


def standings_of(events: list[Event]) -> dict[str, Standing]:
    found: dict[str, Standing] = {}
    for path in {e.object for e in events}:
        here = [e for e in events if e.object == path]
        meanings = {e.meaning for e in here}
        found[path] = reduce(
            join, (reduce(fold, (e for e in here if e.meaning == m), NOTHING) for m in meanings)
        )
    return found


def place_of(events: list[Event]) -> Place | None:
    viewed = [e for e in events if e.verb == "viewed"]
    if not viewed:
        return None
    lesson, step, part = (*viewed[-1].object.split("/"), "", "")[:3]
    return Place(lesson, step, part, viewed[-1].session, viewed[-1].time_ms)


def open_sitting_of(events: list[Event], path: str) -> str | None:
    here = [e for e in events if e.object == path]
    started = [e.session for e in here if e.verb == "started"]
    finished = {e.session for e in here if e.verb == "finished"}
    return started[-1] if started and started[-1] not in finished else None


History.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestHistory = History.TestCase
