"""What "Continue" opens, and how far along each lesson is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, Protocol

from app.content.entries import LessonEntry, StepEntry

Progress = Literal["new", "in-progress", "done", "another-look"]


class Standing(Protocol):
    """How the learner stands with one thing: `lesson/step`, or `lesson/step/question`.

    A thing never looked at has no standing. `meaning` is the meaning hash of the last answer.
    """

    @property
    def done(self) -> bool: ...

    @property
    def best_score(self) -> float | None: ...

    @property
    def meaning(self) -> str: ...

    @property
    def finishes(self) -> int: ...


Standings = Mapping[str, Standing]


class StepProgress(NamedTuple):
    """`best_score` is 0…1, or None where nothing was scored."""

    step: StepEntry
    state: Progress
    best_score: float | None


class LessonProgress(NamedTuple):
    """`share_done` is the share of steps done, 0…1; one that needs another look is not done."""

    lesson: LessonEntry
    state: Progress
    share_done: float
    steps: tuple[StepProgress, ...]

    @property
    def first_open(self) -> StepEntry | None:
        return next((each.step for each in self.steps if each.state != "done"), None)


class NextStep(NamedTuple):
    """Where to go on: `state` says whether the lesson is begun, gone on with or looked at again."""

    lesson: LessonEntry
    step: StepEntry
    state: Progress


def lesson_progress(lesson: LessonEntry, standings: Standings) -> LessonProgress:
    """How far along a lesson is. A broken lesson has no steps and stays new.

    new: nothing was looked at · in-progress: something is open · another-look: all was done,
    but a question has since changed its meaning · done.
    """
    steps = tuple(_step_progress(lesson, step, standings) for step in lesson.steps)
    states = {each.state for each in steps}
    done = sum(each.state == "done" for each in steps)
    return LessonProgress(
        lesson=lesson,
        state=_joined(states),
        share_done=done / len(steps) if steps else 0.0,
        steps=steps,
    )


def next_step(
    lessons: Iterable[LessonEntry],
    standings: Standings,
    *,
    last_place: str = "",
) -> NextStep | None:
    """The step "Continue" opens; None when everything is done.

    `last_place` is the path of what was viewed last. The lesson it is in comes first, as long
    as something in it is open: at that step, or if it is done, at the next open one after it,
    or else the first open one. Then other lessons in progress; then the first in the course's
    order that is new or needs another look. Broken lessons are passed over.
    """
    every = [lesson_progress(each, standings) for each in lessons if not each.is_broken]
    open_lessons = [each for each in every if each.first_open is not None]
    last_lesson, _slash, last_rest = last_place.partition("/")
    last_step = last_rest.partition("/")[0]
    for progress in open_lessons:
        if progress.lesson.id == last_lesson:
            return _open_from(progress, last_step)
    begun = [each for each in open_lessons if each.state == "in-progress"]
    return _open_from((begun or open_lessons)[0], "") if open_lessons else None


def _open_from(progress: LessonProgress, step_id: str) -> NextStep:
    ids = [each.step.id for each in progress.steps]
    start = ids.index(step_id) if step_id in ids else 0
    around = progress.steps[start:] + progress.steps[:start]
    opened = next(each for each in around if each.state != "done")
    return NextStep(lesson=progress.lesson, step=opened.step, state=progress.state)


def _step_progress(lesson: LessonEntry, step: StepEntry, standings: Standings) -> StepProgress:
    path = f"{lesson.id}/{step.id}"
    standing = standings.get(path)
    meanings = {
        question: meaning
        for question, meaning in lesson.meanings.items()
        if question.startswith(f"{step.id}/")
    }
    answered = {
        question: standings[f"{lesson.id}/{question}"]
        for question in meanings
        if f"{lesson.id}/{question}" in standings
    }
    has_changed = any(
        held.meaning and held.meaning != meanings[question] for question, held in answered.items()
    )
    state: Progress
    if standing is not None and _is_through(step, standing):
        state = "another-look" if has_changed else "done"
    else:
        state = "in-progress" if standing is not None or answered else "new"
    return StepProgress(
        step=step, state=state, best_score=standing.best_score if standing is not None else None
    )


def _is_through(step: StepEntry, standing: Standing) -> bool:
    """Read or finished; a step with a pass mark also passed, unless no attempt is left."""
    if not standing.done or step.pass_percent is None:
        return standing.done
    if step.attempts is not None and standing.finishes >= step.attempts:
        return True
    return round(100 * (standing.best_score or 0.0), 6) >= step.pass_percent


def _joined(states: set[Progress]) -> Progress:
    if states <= {"new"}:
        return "new"
    if states <= {"done"}:
        return "done"
    return "another-look" if states <= {"done", "another-look"} else "in-progress"
