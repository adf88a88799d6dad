"""The one object over the core: the window calls its methods, and hears what changed.

Every method that learns something commits it to the history before it returns, so that
feedback is never shown for an answer that could still be lost. What the disk refuses is
kept by the store and told once through `troubled`; practice goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QObject, Signal

from app.errors import ShilianError
from app.learning.next_step import LessonProgress, NextStep, lesson_progress, next_step
from app.progress.events import Event, Json, Verb
from app.progress.scribe import Scribe
from app.progress.store import Store
from app.progress.summary import NOTHING, Place, Standing, Totals
from app.progress.uuid7 import RANDOM_BITS

if TYPE_CHECKING:
    from app.content.catalog import Course
    from app.content.entries import LessonEntry
    from app.content.models import Lesson
    from app.learning.rounds import PlayedRound
    from app.progress.removal import Removed
    from app.progress.store import Learner as StoredLearner
    from app.ui.link_practice import LinkPractice

# What the first learner is called until somebody says otherwise, in each language.
DEFAULT_NAMES = ("学员", "Learner")
OpenCourse = Callable[[str], "Course"]  # language → the course in it


class Learner(QObject):
    """One learner at work on one course."""

    progressed = Signal(str)  # object path of what was learned
    course_opened = Signal()
    reading = Signal(int, int)  # lessons read, all: of a course that takes its time
    learner_switched = Signal()
    troubled = Signal(object)  # ShilianError
    saved_again = Signal()

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        clock: Callable[[], int],
        dice: Callable[[int], int],
        open_course: OpenCourse,
        language: str,
        learner_id: str,
    ) -> None:
        super().__init__()
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._dice = dice
        self._open_course = open_course
        self.language = language
        self.id = learner_id
        self.course: Course = open_course(language)
        self._standings: dict[str, Standing] = {}
        self._name = ""
        self._sessions: dict[str, str] = {}  # the open sitting of each step, or ""
        self._visits: dict[str, str] = {}  # the session of what happens outside of sittings
        self._has_trouble = False
        self._links: LinkPractice | None = None
        self._take_in_learner()

    # ── who learns

    @property
    def name(self) -> str:
        """What the learner is called."""
        return self._name

    @property
    def has_default_name(self) -> bool:
        """Nobody has given this learner a name yet."""
        return self._name in DEFAULT_NAMES

    def learners(self) -> list[StoredLearner]:
        """Everybody who learns on this machine."""
        return list(self._store.learners())

    def switch_to(self, learner_id: str) -> None:
        """Somebody else learns from now on."""
        self.id = learner_id
        self._write(lambda: self._store.choose_learner(learner_id))
        self._take_in_learner()
        self.learner_switched.emit()

    def add_learner(self, name: str) -> str:
        """A new learner's id. Raises ShilianError for a name that cannot be taken."""
        return self._store.add_learner(name, self._clock(), self._dice(RANDOM_BITS)).id

    def rename(self, learner_id: str, name: str) -> None:
        """Raises ShilianError for a name that cannot be taken."""
        self._store.rename_learner(learner_id, name)
        if learner_id == self.id:
            self._take_in_learner()
        self.learner_switched.emit()

    def remove(self, learner_id: str, saved_to: Path | None = None) -> Removed:
        """Forget a learner and the whole history; `saved_to` keeps it in a file first."""
        removed = self._store.remove_learner(learner_id, self._clock(), saved_to)
        self.learner_switched.emit()
        return removed

    @property
    def links(self) -> LinkPractice:
        """The link game's side of this learner; made when it is first asked for."""
        if self._links is None:
            from app.ui.link_practice import LinkPractice

            self._links = LinkPractice(
                self.course.folder,
                self.language,
                lambda: self._store.game_events(self.id),
                self._clock,
            )
        return self._links

    def _take_in_learner(self) -> None:
        self._links = None
        self._sessions.clear()
        self._visits.clear()
        self._standings = dict(self._store.standings(self.id))
        self._name = next((each.name for each in self._store.learners() if each.id == self.id), "")

    # ── the course

    def speak(self, language: str) -> None:
        """Open the course in another language; progress is the same."""
        self.language = language
        self.take_course(self._open_course(language))

    def reload_course(self) -> None:
        """Read the course's files again, after they were changed."""
        self.take_course(self._open_course(self.language))

    def take_course(self, course: Course) -> None:
        """Learn with this course from now on; what was learned stays."""
        self.course = course
        self._links = None
        self.course_opened.emit()

    @property
    def entries(self) -> tuple[LessonEntry, ...]:
        """The lessons in the course's order, broken ones included."""
        return self.course.lessons

    def entry(self, lesson_id: str) -> LessonEntry | None:
        """What Home shows of a lesson."""
        return next((each for each in self.entries if each.id == lesson_id), None)

    def lesson(self, lesson_id: str) -> Lesson:
        """A whole lesson. Raises KeyError if there is none, or none that can be opened."""
        return self.course.lesson(lesson_id)

    def lesson_or_none(self, lesson_id: str) -> Lesson | None:
        """The lesson, or None if it has vanished or broken meanwhile."""
        try:
            return self.course.lesson(lesson_id)
        except KeyError:
            return None

    # ── how one stands

    def standing(self, path: str) -> Standing:
        """How the learner stands with a lesson, step or part."""
        return self._standings.get(path, NOTHING)

    @property
    def standings(self) -> Mapping[str, Standing]:
        """All standings by object path."""
        return self._standings

    def progress(self, entry: LessonEntry) -> LessonProgress:
        """How far along a lesson is."""
        return lesson_progress(entry, self._standings)

    def next_step(self) -> NextStep | None:
        """What "Continue" opens; None when everything is done."""
        place = self.place()
        last = f"{place.lesson}/{place.step}" if place is not None else ""
        return next_step(self.entries, self._standings, last_place=last)

    def place(self) -> Place | None:
        """Where the learner was last."""
        return self._store.place(self.id)

    def totals(self) -> Totals:
        """All of the history in a few numbers."""
        return self._store.totals(self.id)

    def game_events(self) -> list[Event]:
        """All that happened in link games: plans, judged rounds, results."""
        return self._store.game_events(self.id)

    def played_rounds(self) -> tuple[PlayedRound, ...]:
        """All link rounds that were judged, oldest first."""
        from app.learning.rounds import played_rounds

        return tuple(played_rounds(self.game_events()))

    # ── sittings: one go at one step

    def session(self, path: str) -> str:
        """The sitting of a step that is open, or an empty string."""
        if path not in self._sessions:
            self._sessions[path] = self._store.open_sitting(self.id, path) or ""
        return self._sessions[path]

    def latest_events(self, path: str) -> list[Event]:
        """The events of the open sitting of a step, or else of the one finished last."""
        session = self.session(path) or self.standing(path).finished_session
        return self._store.sitting_events(self.id, session) if session else []

    def begin(self, lesson: Lesson, path: str, plan: Json) -> None:
        """A new sitting begins; `plan` is what is needed to resume it."""
        self._sessions[path] = self._scribe.new_id()
        self.record(lesson, "started", path, response=plan)

    def end(self, lesson: Lesson, path: str, result: Json) -> None:
        """The open sitting of a step ends with this result."""
        self.record(lesson, "finished", path, result=result)
        self._sessions[path] = ""

    def finished_sittings(self, path: str) -> int:
        """How many sittings of a step were finished."""
        return self._store.finished_sittings(self.id, path)

    def new_seed(self) -> int:
        """A number to shuffle by, 0…2³²−1."""
        return self._dice(32)

    @property
    def own_seed(self) -> int:
        """A number of this learner's, 0…2³²−1, always the same: what the parallel tests share."""
        return crc32(self.id.encode())

    def record(
        self,
        lesson: Lesson,
        verb: Verb,
        path: str,
        *,
        meaning: str = "",
        response: Json = None,
        result: Json = None,
        confidence: float | None = None,
        duration_ms: int = 0,
    ) -> None:
        """Write one thing down for good, in the sitting of the step that `path` belongs to."""
        step_path = "/".join(path.split("/")[:2])
        session = self.session(step_path)
        if not session and verb == "flagged":
            # A mark made while the end of a chat is still on the screen belongs to that chat.
            session = self.standing(step_path).finished_session
        session = session or self._visit(step_path)
        event = self._scribe.event(
            self.id,
            session,
            verb,
            path,
            content_version=lesson.version,
            meaning=meaning,
            response=response,
            result=result,
            confidence=confidence,
            duration_ms=duration_ms,
        )
        self._write(lambda: self._store.append(event))
        if self._links is not None:
            self._links.take(event)
        self._standings.update(self._store.standings(self.id, path))
        self.progressed.emit(path)

    def _visit(self, step_path: str) -> str:
        """Looking at a step opens no sitting of it: such events have a session of their own."""
        if step_path not in self._visits:
            self._visits[step_path] = self._scribe.new_id()
        return self._visits[step_path]

    def view(self, lesson: Lesson, step_id: str, part: str = "") -> None:
        """A step, or a part of it, is on the screen: this is where to resume."""
        path = f"{lesson.id}/{step_id}"
        self.record(lesson, "viewed", f"{path}/{part}" if part else path)

    # ── drafts: what was typed or picked but not yet handed on

    def draft(self, path: str) -> Json:
        """What was left unfinished there; None if nothing was."""
        return self._store.draft(self.id, path)

    def keep_draft(self, path: str, draft: Json) -> None:
        """Keep what is unfinished; None drops it."""
        if draft is None:
            self._write(lambda: self._store.drop_draft(self.id, path))
        else:
            self._write(lambda: self._store.keep_draft(self.id, path, draft))

    def _write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except ShilianError as trouble:
            if not self._has_trouble:
                self._has_trouble = True
                self.troubled.emit(trouble)
            return
        if self._has_trouble:
            self._has_trouble = False
            self.saved_again.emit()

    # ── from machine to machine

    @property
    def history_file(self) -> Path:
        """The file that long work opens for itself, in a thread of its own."""
        return self._store.path

    def take_in_changes(self) -> None:
        """The history was added to from outside (a file from another machine): read it again."""
        self._scribe.continue_after(self._store.last_id())
        self._take_in_learner()
        self.learner_switched.emit()
