"""A scenario being played: the chat so far, the way chosen, what it did to money and trust.

Events, as the window stores them: `started` at `lesson/step` with `Play.to_json()`;
`chose` at `lesson/step/scene` with the choice's id; `flagged` at `lesson/step/scene/message`
with true or false; `finished` at `lesson/step` with `Play.result_json()`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import NamedTuple

from app.content.models import Choice, Effects, Ending, Saying, ScenarioStep, Scene, Verdict
from app.learning.sittings import StepEvent, events_of_sitting
from app.learning.ways import WayLengths, way_lengths
from app.progress.events import Event, Json

# Source: design/learning.md, "Scenario".
verdict_scores: Mapping[Verdict, float] = {"safe": 1.0, "risky": 0.5, "unsafe": 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauges:
    """How things stand, 0…100 each."""

    account: int = 100
    wallet: int = 100
    trust: int = 50

    def after(self, effects: Effects) -> Gauges:
        """What a choice makes of them; nothing falls below 0 or rises over 100."""
        return Gauges(
            account=_bounded(self.account + effects.account),
            wallet=_bounded(self.wallet + effects.wallet),
            trust=_bounded(self.trust + effects.trust),
        )


class Decision(NamedTuple):
    """A choice taken in a scene."""

    scene: str
    choice: str


class Message(NamedTuple):
    """A message of the chat: ids of its scene and of the saying in it."""

    scene: str
    saying: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """A scenario on its way; each step of it is a new value.

    Everything else follows from the decisions taken and the messages flagged.
    """

    step: ScenarioStep
    decisions: tuple[Decision, ...] = ()
    flagged: frozenset[Message] = frozenset()

    @classmethod
    def begin(cls, step: ScenarioStep) -> Play:
        return cls(step=step)

    @classmethod
    def resume(cls, step: ScenarioStep, events: Iterable[Event], *, session: str = "") -> Play:
        """The play as these events left it, in the given or the latest sitting.

        Foreign, repeated and unreadable events are passed over, and so are decisions in
        scenes the lesson no longer leads to; no events: a fresh play.
        """
        sitting = events_of_sitting(step.id, events, session=session)
        return reduce(Play._after, sitting, cls.begin(step))

    def _after(self, told: StepEvent) -> Play:
        event, part = told
        if event.verb == "started" and not part:
            return self._restored(event.response)
        if event.verb == "chose" and part == self.scene.id and isinstance(event.response, str):
            return self.choose(event.response)
        if event.verb == "flagged" and isinstance(event.response, bool):
            scene, _slash, saying = part.partition("/")
            return self.flag(Message(scene, saying), is_suspicious=event.response)
        return self

    def _restored(self, stored: Json) -> Play:
        held = stored if isinstance(stored, dict) else {}
        play = Play.begin(self.step)
        for scene, choice in _id_pairs(held.get("decisions")):
            if scene == play.scene.id:
                play = play.choose(choice)
        for scene, saying in _id_pairs(held.get("flagged")):
            play = play.flag(Message(scene, saying))
        return play

    def to_json(self) -> dict[str, Json]:
        """What the `started` event stores: for another way, the decisions that stay."""
        return {
            "decisions": [list(each) for each in self.decisions],
            "flagged": [list(each) for each in sorted(self.flagged)],
        }

    # ── where the story is ──────────────────────────────────────────────────

    @property
    def taken(self) -> tuple[Choice, ...]:
        """The choices taken, in order."""
        return tuple(choice_of(self.step.scene(each.scene), each.choice) for each in self.decisions)

    @property
    def path(self) -> tuple[Scene, ...]:
        """The scenes seen, in order, the present one last; with rings, one may come twice."""
        return tuple(map(self.step.scene, (self.step.start, *(choice.go for choice in self.taken))))

    @property
    def scene(self) -> Scene:
        """The present scene."""
        if not self.decisions:
            return self.step.scene(self.step.start)
        last = self.decisions[-1]
        return self.step.scene(choice_of(self.step.scene(last.scene), last.choice).go)

    @property
    def ending(self) -> Ending | None:
        return self.scene.end

    @property
    def is_ended(self) -> bool:
        return self.ending is not None

    @property
    def gauges(self) -> Gauges:
        return reduce(Gauges.after, (choice.effects for choice in self.taken), Gauges())

    @property
    def score(self) -> float:
        """The mean over the decisions taken: safe 1, risky 0.5, unsafe 0; 1 before the first.

        Source: design/learning.md, "Scenario".
        """
        scores = [verdict_scores[choice.verdict] for choice in self.taken]
        return sum(scores) / len(scores) if scores else 1.0

    @property
    def ways_on(self) -> WayLengths | None:
        """How many decisions are still to take; None where no way leads to an ending."""
        return way_lengths(self.step).get(self.scene.id)

    def result_json(self) -> dict[str, Json]:
        """The `result` of the `finished` event."""
        return {"score": self.score, "ending": self.ending}

    # ── what the learner does ───────────────────────────────────────────────

    def choose(self, choice_id: str) -> Play:
        """With this choice taken. One that the present scene does not offer changes nothing."""
        scene = self.scene
        if self.is_ended or all(choice.id != choice_id for choice in scene.choices):
            return self
        return replace(self, decisions=(*self.decisions, Decision(scene.id, choice_id)))

    def flag(self, message: Message, *, is_suspicious: bool = True) -> Play:
        """With this message marked as suspicious, or no longer; only of messages already seen."""
        if not is_suspicious:
            return replace(self, flagged=self.flagged - {message})
        if message not in self.messages:
            return self
        return replace(self, flagged=self.flagged | {message})

    @property
    def messages(self) -> dict[Message, Saying]:
        """All messages seen so far, each once."""
        return {
            Message(scene.id, saying.id): saying for scene in self.path for saying in scene.says
        }

    def step_back(self, decision: int) -> Play:
        """Another way: the play as it was before this decision (0: the first).

        Only after the ending, so that a choice is lived through before it is tried anew;
        otherwise nothing changes. It is a new sitting: its `started` event stores `to_json()`.
        Marks on messages not yet seen at that point fall away.
        """
        if not self.is_ended or not 0 <= decision < len(self.decisions):
            return self
        earlier = replace(self, decisions=self.decisions[:decision])
        return replace(earlier, flagged=self.flagged & earlier.messages.keys())


def choice_of(scene: Scene, choice_id: str) -> Choice:
    """The choice of this id in a scene. Raises KeyError if there is none."""
    for choice in scene.choices:
        if choice.id == choice_id:
            return choice
    raise KeyError(choice_id)


def _bounded(value: int) -> int:
    return max(0, min(100, value))


def _id_pairs(stored: Json) -> list[tuple[str, str]]:
    """Pairs of ids out of stored JSON; everything else in it is left out."""
    if not isinstance(stored, list):
        return []
    return [
        (pair[0], pair[1])
        for pair in stored
        if isinstance(pair, list)
        and len(pair) == 2
        and isinstance(pair[0], str)
        and isinstance(pair[1], str)
    ]
