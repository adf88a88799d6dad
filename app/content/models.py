"""What a checked lesson is: plain values, every text already in one language.

Texts are as typed. `Prose` fields were Markdown and carry their safe HTML; all
other texts are plain. Ids are never empty here: a draft without ids gets
provisional ones (`step-1`, `question-2`, …) that are never stored as progress.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.content.entries import CourseInfo as CourseInfo
from app.content.entries import Heading as Heading
from app.content.entries import LessonEntry as LessonEntry
from app.content.entries import Prose as Prose
from app.content.entries import Skill as Skill
from app.content.entries import StepEntry as StepEntry

Level = Literal["high", "medium", "low"]
Verdict = Literal["safe", "risky", "unsafe"]
Ending = Literal["safe", "harmed", "mixed"]
Difficulty = Literal["easy", "medium", "hard"]
Scoring = Literal["all", "partial"]
Shuffle = Literal["none", "options", "questions", "both"]
Feedback = Literal["each", "end", "none"]


@dataclass(frozen=True, slots=True)
class Source:
    id: str
    title: str
    url: str = ""
    checked: str = ""  # YYYY-MM-DD, or empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture from the course folder: `path` is relative to it, with forward slashes."""

    path: str
    alt: str = ""


# ── steps ────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    id: str
    type: str
    title: str
    seed: tuple[str, ...] = ()
    picture: Picture | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStep(Step):
    body: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqEntry:
    id: str
    q: str
    a: Prose
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqStep(Step):
    intro: str = ""
    entries: tuple[FaqEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    id: str
    text: str
    level: Level
    why: str
    safe_answer: Literal["yes", "no"] = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Shown when at least this many items were answered the safe way."""

    at_least: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistStep(Step):
    intro: str = ""
    items: tuple[ChecklistItem, ...]
    advice: tuple[Advice, ...] = ()  # by threshold, highest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    title: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    id: str
    who: str
    text: str
    card: Card | None = None
    signal: str = ""  # id of the signal that this message shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Changes to the gauges, −100…100 each."""

    account: int = 0
    wallet: int = 0
    trust: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    id: str
    text: str
    verdict: Verdict
    why: str
    go: str
    effects: Effects = Effects()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Either `says` and `choices`, or an ending: `end` and `text`."""

    id: str
    says: tuple[Saying, ...] = ()
    choices: tuple[Choice, ...] = ()
    end: Ending | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioStep(Step):
    intro: str = ""
    group: str = ""  # the chat's name, as the phone shows it
    start: str
    scenes: tuple[Scene, ...]
    signals: tuple[Signal, ...] = ()

    def scene(self, scene_id: str) -> Scene:
        """The scene with this id. Raises KeyError if there is none."""
        for scene in self.scenes:
            if scene.id == scene_id:
                return scene
        raise KeyError(scene_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizStep(Step):
    intro: str = ""
    questions: tuple[Question, ...]
    pass_percent: int = 80
    attempts: int | None = None  # None: without limit
    shuffle: Shuffle = "options"
    draw: int | None = None  # None: all questions
    feedback: Feedback = "each"


@dataclass(frozen=True, slots=True, kw_only=True)
class GameLink:
    """One link of a link game, written by hand."""

    id: str
    url: str
    verdict: str
    why: str
    shown: str = ""
    message: str = ""
    brand: str = ""
    trick: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGameStep(Step):
    intro: str = ""
    judge: Literal["owner", "demand"] = "owner"
    level: str = ""
    tricks: tuple[str, ...] = ()
    rounds: int | None = None
    links: tuple[GameLink, ...] = ()
    pass_percent: int = 80


# ── questions ────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    id: str
    type: str
    text: str
    tags: tuple[str, ...] = ()
    skill: str = ""
    hint: str = ""
    why: str = ""
    picture: Picture | None = None
    points: float = 1.0
    source: str = ""
    seed: tuple[str, ...] = ()
    difficulty: Difficulty = "medium"
    answer_in: str = ""
    meaning: int = 1
    meaning_hash: str = ""  # what makes an earlier answer still count (learning.md)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    id: str
    text: str
    is_right: bool
    why: str = ""
    is_cautious: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleQuestion(Question):
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiQuestion(Question):
    options: tuple[Option, ...]
    scoring: Scoring = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseQuestion(Question):
    answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Catch:
    """An answer foreseen as wrong, and what to say about it."""

    when: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    id: str
    accept: tuple[str, ...]
    catch: tuple[Catch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FillInQuestion(Question):
    """`text` holds each blank as 【id】."""

    blanks: tuple[Blank, ...]
    scoring: Scoring = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderItem:
    id: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderQuestion(Question):
    """`items` stand in the right order."""

    items: tuple[OrderItem, ...]
    scoring: Scoring = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    id: str
    left: str
    goes_with: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchQuestion(Question):
    """Partners are named by the pair's id; those of `extra` by `extra-1`, `extra-2`, …"""

    pairs: tuple[Pair, ...]
    extra: tuple[str, ...] = ()
    scoring: Scoring = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SortCard:
    id: str
    text: str
    group: str
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoriseQuestion(Question):
    groups: tuple[Group, ...]
    cards: tuple[SortCard, ...]
    scoring: Scoring = "all"


# ── lesson and course ────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A lesson without errors, in one language (`language`; missing strings fell back)."""

    id: str
    version: int
    language: str
    title: str
    summary: str = ""
    minutes: int | None = None
    goals: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    steps: tuple[Step, ...] = ()
    seed: tuple[str, ...] = ()

    def step(self, step_id: str) -> Step:
        """The step with this id. Raises KeyError if there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def source_title(self, source_id: str) -> str:
        """The title a learner sees for a `source:` mark; empty if there is none."""
        return next((s.title for s in self.sources if s.id == source_id), "")
