"""The link game's side of a learner: the official list, the levels, and all that was played.

Read when it is first asked for, since most visits are to lessons.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from app.content.brand_list import BRANDS_FILE, load_brands
from app.content.issues import Issue
from app.content.level_list import LEVELS_FILE, load_levels
from app.learning.dealing import dealer, pool
from app.learning.game import Deal, Game, passed_levels
from app.learning.game_tasks import PLACE, Task
from app.learning.rounds import played_round, played_rounds
from app.learning.skill import History
from app.links.brands import Brands
from app.links.levels import LevelList
from app.links.rounds import Round
from app.links.score import Judge
from app.links.tricks.table import TRICKS
from app.progress.events import Event

_NO_BRANDS = Brands(brands=())


class LinkPractice:
    """What the game's pages ask of the core. `take` hears of every event that is recorded."""

    def __init__(
        self,
        course: Path,
        language: str,
        link_events: Callable[[], list[Event]],
        clock: Callable[[], int],
    ) -> None:
        self._course = course
        self._language = language
        self._link_events = link_events
        self._clock = clock
        self._histories: dict[Judge, History] = {}

    @cached_property
    def _brands_read(self) -> tuple[Brands | None, list[Issue]]:
        return load_brands(self._course)

    @cached_property
    def brands(self) -> Brands:
        """The course's official list; without a readable one, the list that comes with the app."""
        from app.paths import built_in_course

        return self._brands_read[0] or load_brands(built_in_course())[0] or _NO_BRANDS

    @cached_property
    def _levels_read(self) -> tuple[LevelList | None, list[Issue]]:
        return load_levels(self._course, self._language, tricks=TRICKS)

    @cached_property
    def levels(self) -> LevelList:
        """The course's levels in the learner's language; else those that come with the app.

        `check` judges a course without levels of its own by the same ones.
        """
        from app.paths import built_in_course

        own = self._levels_read[0]
        if own is not None:
            return own
        built_in = load_levels(built_in_course(), self._language, tricks=TRICKS)[0]
        return built_in or LevelList()

    @cached_property
    def trouble(self) -> Issue | None:
        """What keeps the course's levels, or else its official list, from being read."""
        levels, issues = self._levels_read
        if levels is None and (self._course / LEVELS_FILE).is_file():
            return next((each for each in issues if each.severity == "error"), None)
        brands, issues = self._brands_read
        if brands is None and (self._course / BRANDS_FILE).is_file():
            return next((each for each in issues if each.severity == "error"), None)
        return None

    @cached_property
    def events(self) -> list[Event]:
        """All rounds judged and sittings ended, oldest first."""
        return self._link_events()

    @property
    def passed(self) -> frozenset[str]:
        """The ids of the levels passed so far."""
        return passed_levels(self.events)

    def history(self, judge: Judge) -> History:
        """The rounds of one kind, folded."""
        if judge not in self._histories:
            self._histories[judge] = History.of(played_rounds(self.events, judge))
        return self._histories[judge]

    def passed_ms(self) -> dict[str, int]:
        """When each level was first passed, in a lesson or outside, by its id."""
        found: dict[str, int] = {}
        for event in self.events:
            for level in passed_levels([event]):
                found.setdefault(level, event.time_ms)
        return found

    def finished_ms(self) -> dict[str, int]:
        """When each task outside of lessons was first finished, by its id."""
        found: dict[str, int] = {}
        for event in self.events:
            place, _slash, task = event.object.partition("/")
            if place == PLACE and event.verb == "finished":
                found.setdefault(task, event.time_ms)
        return found

    def take(self, event: Event) -> None:
        """An event was recorded: nothing is read again."""
        if "events" not in self.__dict__ or event.verb not in ("answered", "finished"):
            return
        played = played_round(event)
        if played is None and event.verb == "answered":
            return
        self.events.append(event)
        if played is not None and played.judge in self._histories:
            self._histories[played.judge] = self._histories[played.judge].after(played)

    # ── sittings

    def dealer(self, task: Task) -> Deal[Round]:
        """Deals for a task: genuine links look like its fakes."""
        return dealer(self.brands, task.level.tricks if task.level is not None else ())

    def begin(self, task: Task, seed: int) -> Game:
        """A new sitting; the caller records that it started."""
        history = self.history(task.judge)
        plan = task.plan(seed, self._clock(), history, self.brands)
        return Game.begin(
            plan, history, level=task.level, pool=pool(), pass_percent=task.pass_percent
        )

    def resume(self, task: Task, sitting: list[Event]) -> Game | None:
        """The sitting that these events began, as they left it."""
        return self._resumed(task, sitting, {event.id: event for event in (*self.events, *sitting)})

    def _resumed(self, task: Task, sitting: list[Event], told: dict[str, Event]) -> Game | None:
        session = next((event.session for event in sitting if event.verb == "started"), "")
        return Game.resume(
            task.id,
            told.values(),
            session=session,
            level=task.level,
            pool=pool(),
            pass_percent=task.pass_percent,
        )

    def before(self, task: Task, sitting: list[Event], last: Event) -> Game | None:
        """The sitting as it was before its round `last` was judged."""
        earlier = [event for event in sitting if event.id < last.id]
        told = {event.id: event for event in (*self.events, *earlier) if event.id < last.id}
        return self._resumed(task, earlier, told)
