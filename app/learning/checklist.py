"""The risk checklist: what was answered the safe way, what was not, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from app.content.models import ChecklistItem, ChecklistStep, Level
from app.learning.sittings import events_of_sitting
from app.progress.events import Event, Json

TickAnswer = Literal["yes", "no", "unsure"]
tick_answers: tuple[TickAnswer, ...] = get_args(TickAnswer)

# Source: design/learning.md, "Checklist".
weights: Mapping[Level, int] = {"high": 3, "medium": 2, "low": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskReason:
    """An item not answered the safe way. `percent` is its share of the whole weight, 0…100.

    `answer` is None while the item is open.
    """

    item: str
    text: str
    why: str
    level: Level
    answer: TickAnswer | None
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistResult:
    """`gauge` is 0 (all safe) … 100; `reasons` add up to it, the weightiest first."""

    safe_count: int
    gauge: float
    advice: str
    reasons: tuple[RiskReason, ...]

    def top_reasons(self, most: int = 3) -> tuple[RiskReason, ...]:
        return self.reasons[:most]

    def to_json(self) -> dict[str, Json]:
        """The `result` of the `finished` event. A checklist has no score."""
        return {"safe_count": self.safe_count, "gauge": self.gauge}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A checklist being filled in; each step of it is a new value."""

    step: ChecklistStep
    answers: Mapping[str, TickAnswer]
    is_finished: bool = False

    @classmethod
    def begin(cls, step: ChecklistStep) -> Checklist:
        return cls(step=step, answers={})

    @classmethod
    def resume(
        cls, step: ChecklistStep, events: Iterable[Event], *, session: str = ""
    ) -> Checklist:
        """The checklist as these events left it, in the given or the latest sitting.

        Foreign, repeated and unreadable events are passed over; no events: a fresh one.
        """
        checklist = cls.begin(step)
        for event, part in events_of_sitting(step.id, events, session=session):
            if event.verb == "finished" and not part:
                checklist = checklist.finish()
            elif event.verb == "ticked":
                answer = next((each for each in tick_answers if each == event.response), None)
                if answer is not None:
                    checklist = checklist.tick(part, answer)
        return checklist

    def tick(self, item_id: str, answer: TickAnswer) -> Checklist:
        """With this answer; a later one replaces it, also when the result was already seen.

        An item the checklist does not have changes nothing.
        """
        if all(item.id != item_id for item in self.step.items):
            return self
        return replace(self, answers={**self.answers, item_id: answer})

    def finish(self) -> Checklist:
        return replace(self, is_finished=True)

    @property
    def answered_count(self) -> int:
        return sum(item.id in self.answers for item in self.step.items)

    @property
    def is_complete(self) -> bool:
        """Every item has an answer: only now the result says something about the learner."""
        return self.answered_count == len(self.step.items)

    @property
    def result(self) -> ChecklistResult:
        """Safe answers are counted; the gauge is the share of weight not answered the safe way.

        Source: design/learning.md, "Checklist". Unsure counts as not safe, and so does an
        item without an answer.
        """
        items = self.step.items
        whole = sum(weights[item.level] for item in items)
        unsafe = [item for item in items if self.answers.get(item.id) != item.safe_answer]
        missing = sum(weights[item.level] for item in unsafe)
        safe_count = len(items) - len(unsafe)
        return ChecklistResult(
            safe_count=safe_count,
            gauge=100 * missing / whole if whole else 0.0,
            advice=self._advice(safe_count),
            reasons=tuple(
                self._reason(item, whole)
                for item in sorted(unsafe, key=lambda item: -weights[item.level])
            ),
        )

    def _reason(self, item: ChecklistItem, whole: int) -> RiskReason:
        return RiskReason(
            item=item.id,
            text=item.text,
            why=item.why,
            level=item.level,
            answer=self.answers.get(item.id),
            percent=100 * weights[item.level] / whole,
        )

    def _advice(self, safe_count: int) -> str:
        fitting = [each for each in self.step.advice if each.at_least <= safe_count]
        return max(fitting, key=lambda each: each.at_least).text if fitting else ""
