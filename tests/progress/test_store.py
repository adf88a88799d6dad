"""The history from the window's side."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from app.learning.game_plan import plan_free
from app.learning.rounds import PlayedRound
from app.progress.copies import day_of
from app.progress.events import Event
from app.progress.store import Store
from app.progress.summary import Place, Totals
from app.progress.troubles import NameRefused
from tests.progress.builders import NOON, add, event, filled, opened, rows, scribe, uid

QUIZ = "risk-basics/quiz"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "folder" / "learner.db"


@pytest.fixture
def store(path: Path) -> Store:
    return opened(path)


def test_an_answer_is_there_after_a_restart(store: Store, path: Path) -> None:
    me = add(store)
    store.choose_learner(me.id)
    answer = event(
        1,
        me.id,
        response={"text": "不要\u0000点\ud800", "blanks": [None, True, 1.5]},
        confidence=0.75,
        content_version=3,
        duration_ms=1234,
    )
    store.append(answer)
    store.close()
    again = opened(path)
    assert again.current_learner() == me.id
    assert again.learners() == [me]
    assert again.events(me.id) == [answer]


def test_an_answer_is_visible_to_others_before_append_returns(store: Store, path: Path) -> None:
    me = add(store)
    store.append(event(1, me.id))
    assert rows(path, "SELECT id FROM event") == [(uid(1),)]


def test_every_commit_waits_for_the_disk(store: Store) -> None:
    with store.reading() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET verb = 'read'",
        "DELETE FROM event",
        "REPLACE INTO event SELECT * FROM event",
    ],
)
def test_the_file_itself_refuses_to_change_history(
    store: Store, path: Path, statement: str
) -> None:
    store.append(event(1, add(store).id))
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        rows(path, statement)


def test_the_same_event_twice_counts_once(store: Store) -> None:
    me = add(store).id
    store.append(event(1, me))
    store.append_all([event(1, me), event(2, me)])
    assert [e.id for e in store.events(me)] == [uid(1), uid(2)]
    assert store.totals(me).answers == 2


def test_several_events_are_stored_together_or_not_at_all(store: Store) -> None:
    me = add(store).id
    with pytest.raises(LookupError):
        store.append_all([event(1, me), event(2, uid(99))])
    assert store.events(me) == []
    assert store.standings(me) == {}


def test_what_is_no_json_is_our_mistake_and_rises(store: Store) -> None:
    me = add(store).id
    with pytest.raises(ValueError, match="JSON"):
        store.append(event(1, me, result={"score": float("nan")}))
    store.append(event(2, me))
    assert len(store.events(me)) == 1


def test_a_sitting_is_open_until_it_is_finished(store: Store) -> None:
    me = add(store).id
    assert store.open_sitting(me, QUIZ) is None
    first, second = uid(100), uid(200)
    plain = {"object": QUIZ, "meaning": "", "result": None}
    store.append(event(101, me, "started", session=first, response={"seed": 5}, **plain))
    store.append(event(102, me, session=first))
    assert store.open_sitting(me, QUIZ) == first
    assert [e.verb for e in store.sitting_events(me, first)] == ["started", "answered"]
    store.append(event(103, me, "finished", session=first, **plain))
    assert store.open_sitting(me, QUIZ) is None
    assert store.finished_sittings(me, QUIZ) == 1
    store.append(event(201, me, "started", session=second, **plain))
    assert store.open_sitting(me, QUIZ) == second
    assert store.finished_sittings(me, QUIZ) == 1


def test_the_place_is_where_a_step_was_viewed_last(store: Store) -> None:
    me = add(store).id
    assert store.place(me) is None
    store.append(event(1, me, "viewed", object="a/intro"))
    store.append(event(2, me, "viewed", object="b/quiz/q3"))
    assert store.place(me) == Place("b", "quiz", "q3", uid(0), NOON + 2)
    assert store.place(me, "a") == Place("a", "intro", "", uid(0), NOON + 1)


def test_a_kept_place_holds_until_the_next_view_and_through_rebuilding(store: Store) -> None:
    me = add(store).id
    store.append(event(1, me, "viewed", object="a/intro"))
    store.append(event(2, me, "viewed", object="b/intro"))
    kept = Place("a", "quiz", "q2", uid(5), NOON)
    store.keep_place(me, Place("c", "x"))
    store.keep_place(me, kept)
    assert store.place(me) == kept
    store.rebuild()
    assert store.place(me) == kept
    store.append(event(3, me, "viewed", object="b/quiz"))
    place = store.place(me)
    assert place is not None
    assert (place.lesson, place.step) == ("b", "quiz")


def test_standings_of_one_lesson_leave_out_its_neighbours(store: Store) -> None:
    me = add(store).id
    for number, path in enumerate(["a", "a/s", "a/s/q", "a-b/s", "ab", "b/a"], 1):
        store.append(event(number, me, object=path))
    assert set(store.standings(me, "a")) == {"a", "a/s", "a/s/q"}
    assert set(store.standings(me, "a/s")) == {"a/s", "a/s/q"}
    assert len(store.standings(me)) == 6


def test_events_can_be_read_from_a_moment_on_and_from_the_newest_back(store: Store) -> None:
    me, other = add(store).id, add(store, "小红", 8).id
    store.append_all(event(n, me) for n in (3, 1, 2))
    store.append(event(4, other))
    assert [e.id for e in store.events(me)] == [uid(1), uid(2), uid(3)]
    assert [e.id for e in store.events(me, NOON + 2)] == [uid(2), uid(3)]
    assert [e.id for e in store.events(me, limit=2, newest_first=True)] == [uid(3), uid(2)]
    assert store.last_id() == uid(4)


def test_totals_count_days_where_the_learner_is(store: Store) -> None:
    me = add(store).id
    hour = 3_600_000
    midnight_in_beijing = NOON // (24 * hour) * 24 * hour + 16 * hour
    for number, time in enumerate((-hour, hour, 2 * hour), 1):
        store.append(event(number, me, time_ms=midnight_in_beijing + time, duration_ms=500))
    assert store.totals(me) == Totals(3, 3, 3, 0, 0, 1500, active_days=2)
    assert store.totals(me, utc_offset_min=0).active_days == 1
    assert store.totals(uid(99)) == Totals()


def test_learners_do_not_see_each_other(store: Store) -> None:
    ming, hong = add(store, "小明", 1).id, add(store, "小红", 2).id
    store.append(event(1, ming, "viewed"))
    store.append(event(2, ming))
    store.keep_draft(ming, "a/b/c", "text")
    store.keep_settings(ming, {"theme": "dark"})
    assert store.standings(hong) == {}
    assert store.place(hong) is None
    assert store.draft(hong, "a/b/c") is None
    assert store.settings(hong) == {}
    assert store.sitting_events(hong, uid(0)) == []
    assert store.settings(ming) == {"theme": "dark"}


@pytest.mark.parametrize("value", ["不要", ["", "二"], {"a": 1}, 0, False])
def test_what_was_typed_is_there_until_it_is_handed_in(
    store: Store, path: Path, value: object
) -> None:
    me = add(store).id
    store.keep_draft(me, "a/b/c", "first")
    store.keep_draft(me, "a/b/c", value)  # type: ignore[arg-type]
    store.close()
    again = opened(path)
    assert again.draft(me, "a/b/c") == value
    again.drop_draft(me, "a/b/c")
    assert again.draft(me, "a/b/c") is None


@pytest.mark.parametrize("name", ["", "  \n", "长" * 41, "小明", " 小　明 ".replace("　", "")])
def test_names_that_nobody_can_have(store: Store, name: str) -> None:
    add(store, "小明")
    with pytest.raises(NameRefused) as refused:
        add(store, name, 8)
    assert refused.value.what
    assert refused.value.next_step


def test_names_are_tidied_and_can_be_changed(store: Store) -> None:
    ming = add(store, "  小 \t 明\u202e ")
    assert ming.name == "小 明"
    hong = add(store, "小红", 8)
    store.rename_learner(hong.id, "ＡＢ")
    store.rename_learner(hong.id, "ＡＢ")  # one's own name is free
    assert [one.name for one in store.learners()] == ["小 明", "ＡＢ"]
    with pytest.raises(NameRefused):
        store.rename_learner(ming.id, "ab")


def test_a_removed_learner_is_gone_from_the_file_and_its_copies(path: Path) -> None:
    me = filled(path, 300, filler="secret words")
    store = opened(path)
    hong = add(store, "小红", 8).id
    store.append(event(999, hong))
    assert store.make_daily_copy(NOON - 86_400_000 * 2).path
    store.append_all(event(n, me.id, object="other/a") for n in range(1001, 1100))
    saved = path.parent / "ming.shilian"
    removed = store.remove_learner(me.id, NOON, saved)
    assert removed == (saved, ())
    assert [one.id for one in store.learners()] == [hong]
    assert store.totals(me.id) == Totals()
    assert len(store.events(hong)) == 1
    store.close()
    files = [f for f in path.parent.rglob("*") if f.is_file() and f != saved]
    assert [f.name for f in files if f.parent.name == "copies"] == [f"day-{day_of(NOON)}.db"]
    assert not any(b"secret words" in f.read_bytes() for f in files)
    again = opened(path)
    assert again.take_history(saved).added == 399
    assert again.learners()[-1] == me
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        rows(path, "DELETE FROM event")


def test_removing_somebody_unknown_changes_nothing(store: Store) -> None:
    me = add(store)
    with pytest.raises(LookupError):
        store.remove_learner(uid(5), NOON)
    assert store.learners() == [me]


def test_a_scribe_and_a_store_work_together(store: Store, path: Path) -> None:
    writer = scribe()
    me = store.add_learner("小明", NOON, 3)
    sitting = writer.new_id()
    store.append_all(
        writer.event(me.id, sitting, "answered", "a/b/c", result={"score": 1}) for _ in range(5)
    )
    assert store.last_id() == max(e.id for e in store.events(me.id))
    assert [e.id for e in store.events(me.id)] == [
        e.id for e in store.sitting_events(me.id, sitting)
    ]


def test_two_windows_write_side_by_side(store: Store, path: Path) -> None:
    me = add(store).id
    other = opened(path)
    store.append(event(1, me))
    other.append(event(2, me))
    store.append(event(3, me, result={"score": 0}))
    standing = other.standings(me)["risk-basics/quiz/q1"]
    assert (standing.attempts, standing.right) == (3, 2)


# ── link games among everything else


def a_round(number: int, learner: str, **details: Any) -> Event:
    """A judged link round, as the game stores it."""
    told = PlayedRound("fake", "fake", 0.9, trick="swap", link="https://pindouduo.example/")
    fields = {
        "object": f"links/free/r{number}",
        "response": told.response_json(),
        "result": told.result_json(),
        "confidence": told.stated_confidence,
    }
    return event(number, learner, **(fields | details))


def test_link_games_are_found_among_other_answers(store: Store) -> None:
    me, other = add(store).id, add(store, "阿宝", 8).id
    plan = plan_free(1, NOON).to_json()
    ended = {"score": 1, "passed": True, "points": 9.0, "rounds": 1, "level": ""}
    typed = {"text": 'I typed "truth":"fake" and "begun_ms":1'}
    store.append_all(
        [
            event(1, me, "started", object="links/free", response=plan, result=None),
            event(2, me, response=typed),
            a_round(3, me),
            event(4, me, "finished", object="risk-basics/quiz", result={"score": 1, "points": 2}),
            event(5, me, "finished", object="links/free", response=None, result=ended),
            a_round(6, other),
        ]
    )
    assert [each.id for each in store.game_events(me)] == [uid(1), uid(3), uid(5)]
    assert [each.object for each in store.game_events(other)] == ["links/free/r6"]
    assert store.game_events(uid(99)) == []


def test_link_games_are_found_without_looking_at_anything_else(store: Store, path: Path) -> None:
    """With a million other answers it takes 0.02 ms; reading through them took 200."""
    me = add(store).id
    with store.reading() as connection:
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        store.game_events(me)
        connection.set_trace_callback(None)
        plan = connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()
    assert "USING INDEX event_of_game (learner=?)" in plan[0][3]
    assert not any("ORDER BY" in step[3] for step in plan)


def test_a_file_of_earlier_days_gets_the_index_of_link_games(store: Store, path: Path) -> None:
    me = add(store).id
    store.append(a_round(1, me))
    with store.saving() as connection:
        connection.execute("DROP INDEX event_of_game")
    assert [each.id for each in store.game_events(me)] == [uid(1)]
    store.close()
    again = opened(path)
    assert rows(path, "SELECT name FROM sqlite_master WHERE name = 'event_of_game'")
    assert [each.id for each in again.game_events(me)] == [uid(1)]
