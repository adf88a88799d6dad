"""What "Continue" opens, and what the course map says of each lesson."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.content.models import LessonEntry, StepEntry
from app.learning.next_step import Standing, lesson_progress, next_step


@dataclass(frozen=True)
class Held:
    """A standing, as little as is needed."""

    done: bool = False
    best_score: float | None = None
    meaning: str = ""
    finishes: int = 0


DONE, SEEN = Held(done=True), Held()


def lesson(lesson_id: str, *steps: str, **more: object) -> LessonEntry:
    """Steps as `id` (a text) or `id:type`."""
    return LessonEntry(
        stem=f"01-{lesson_id}",
        id=lesson_id,
        title=lesson_id,
        steps=tuple(
            StepEntry(id=name, type=kind or "text", title=name)
            for name, _colon, kind in (step.partition(":") for step in steps)
        ),
        **more,  # type: ignore[arg-type]
    )


one = lesson("one", "a", "b", "c:quiz", meanings={"c/q1": "m1", "c/q2": "m2"})
two = lesson("two", "a", "b")
broken = LessonEntry(stem="00-broken", id="broken", title="", is_broken=True)
course = (broken, one, two)
one_done: dict[str, Standing] = {f"one/{each}": DONE for each in "abc"}
two_done: dict[str, Standing] = {f"two/{each}": DONE for each in "ab"}


@pytest.mark.parametrize(
    ("standings", "state", "share"),
    [
        ({}, "new", 0),
        ({"two/a": DONE}, "new", 0),
        ({"one/a": SEEN}, "in-progress", 0),
        ({"one/a": DONE}, "in-progress", 1 / 3),
        ({"one/c/q1": Held(meaning="m1")}, "in-progress", 0),
        (one_done, "done", 1),
        ({**one_done, "one/c/q1": Held(meaning="m1")}, "done", 1),
        ({**one_done, "one/c/q1": Held(meaning="")}, "done", 1),
        ({**one_done, "one/c/q1": Held(meaning="old")}, "another-look", 2 / 3),
        ({**one_done, "one/c/gone": Held(meaning="old")}, "done", 1),
        ({"one/c": DONE, "one/c/q1": Held(meaning="old")}, "in-progress", 0),
    ],
)
def test_state_of_a_lesson(standings: dict[str, Standing], state: str, share: float) -> None:
    progress = lesson_progress(one, standings)
    assert progress.state == state
    assert progress.share_done == pytest.approx(share)


def test_steps_show_their_best_score() -> None:
    steps = lesson_progress(one, {"one/c": Held(done=True, best_score=0.5)}).steps
    assert [each.best_score for each in steps] == [None, None, 0.5]


def test_a_broken_lesson_stays_new() -> None:
    progress = lesson_progress(broken, {})
    assert (progress.state, progress.share_done, progress.first_open) == ("new", 0, None)


def test_a_link_game_waits_like_every_step() -> None:
    game = lesson("game", "a", "b:link-game")
    assert lesson_progress(game, {"game/a": DONE}).share_done == 0.5


@pytest.mark.parametrize(
    ("standings", "last_place", "opened", "state"),
    [
        ({}, "", "one/a", "new"),
        # where one stopped, also in the middle of a quiz
        ({"one/a": DONE, "one/b": SEEN}, "one/b", "one/b", "in-progress"),
        ({"one/c/q1": SEEN}, "one/c/q1", "one/c", "in-progress"),
        # a step done: the next open one, or else the first open one
        ({"one/a": DONE}, "one/a", "one/b", "in-progress"),
        ({"one/c": DONE}, "one/c", "one/a", "in-progress"),
        # the lesson viewed last comes before another in progress
        ({"one/a": DONE, "two/a": SEEN}, "two/a", "two/a", "in-progress"),
        ({"two/a": DONE}, "gone/x", "two/b", "in-progress"),
        ({"two/a": DONE}, "", "two/b", "in-progress"),
        # a lesson done: on to the next
        (one_done, "one/c", "two/a", "new"),
        (two_done, "two/b", "one/a", "new"),
        # a lesson opened but whose step is no longer there
        ({"one/a": DONE}, "one/gone", "one/b", "in-progress"),
        ({"one/a": DONE}, "one", "one/b", "in-progress"),
        # a question that changed its meaning waits in its turn
        ({**one_done, **two_done, "one/c/q2": Held(meaning="x")}, "two/b", "one/c", "another-look"),
        ({**one_done, "two/a": SEEN, "one/c/q2": Held(meaning="x")}, "", "two/a", "in-progress"),
    ],
)
def test_continue_opens(
    standings: dict[str, Standing], last_place: str, opened: str, state: str
) -> None:
    found = next_step(course, standings, last_place=last_place)
    assert found is not None
    assert f"{found.lesson.id}/{found.step.id}" == opened
    assert found.state == state


def test_nothing_left_to_do() -> None:
    assert next_step(course, {**one_done, **two_done}, last_place="two/b") is None
    assert next_step((broken,), {}) is None
    assert next_step((), {}, last_place="one/a") is None


def test_a_lesson_that_has_just_been_broken_is_not_opened() -> None:
    found = next_step((one._replace(is_broken=True), two), {"one/a": SEEN}, last_place="one/a")
    assert found is not None
    assert found.lesson is two


@pytest.mark.parametrize(
    ("score", "attempts", "finishes", "state"),
    [
        (0.79, None, 5, "in-progress"),
        (0.8, None, 1, "done"),
        (None, None, 1, "in-progress"),
        (0.4, 2, 1, "in-progress"),
        (0.4, 2, 2, "done"),
    ],
)
def test_a_failed_quiz_stays_open_while_there_is_another_try(
    score: float | None, attempts: int | None, finishes: int, state: str
) -> None:
    step = StepEntry(id="q", type="quiz", title="", pass_percent=80, attempts=attempts)
    entry = LessonEntry(stem="01", id="one", title="one", steps=(step,))
    held = Held(done=True, best_score=score, finishes=finishes)
    assert lesson_progress(entry, {"one/q": held}).state == state
