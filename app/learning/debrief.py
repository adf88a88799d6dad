"""Looking back at a scenario: what could have been noticed, and what could have been done."""

from __future__ import annotations

from dataclasses import dataclass

from app.content.models import Choice, Saying, Scene, Signal, Verdict
from app.learning.scenario import Message, Play, choice_of, verdict_scores


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReview:
    """A decision taken, its why, and the safer choice there was (None: none was safer).

    `number` counts from 0, as `Play.step_back` takes it.
    """

    number: int
    scene: Scene
    choice: Choice
    safer: Choice | None

    @property
    def verdict(self) -> Verdict:
        return self.choice.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """Signals found (a message showing it was marked), missed (shown, but none was marked)
    and never met on this way; messages marked without a signal; decisions in order."""

    found: tuple[Signal, ...]
    missed: tuple[Signal, ...]
    not_met: tuple[Signal, ...]
    marked_without_signal: tuple[tuple[Message, Saying], ...]
    decisions: tuple[DecisionReview, ...]


def debrief(play: Play) -> Debrief:
    """What there is to say about a play; also of one still going on, as far as it has come."""
    messages = play.messages
    shown = {saying.signal for saying in messages.values()}
    noticed = {messages[each].signal for each in play.flagged if each in messages}
    signals = play.step.signals
    return Debrief(
        found=tuple(signal for signal in signals if signal.id in noticed),
        missed=tuple(signal for signal in signals if signal.id in shown - noticed),
        not_met=tuple(signal for signal in signals if signal.id not in shown),
        marked_without_signal=tuple(
            (message, saying)
            for message, saying in messages.items()
            if message in play.flagged and not saying.signal
        ),
        decisions=tuple(
            _review(number, play.step.scene(decision.scene), decision.choice)
            for number, decision in enumerate(play.decisions)
        ),
    )


def _review(number: int, scene: Scene, choice_id: str) -> DecisionReview:
    choice = choice_of(scene, choice_id)
    best = max(scene.choices, key=lambda each: verdict_scores[each.verdict])
    is_safer = verdict_scores[best.verdict] > verdict_scores[choice.verdict]
    return DecisionReview(
        number=number, scene=scene, choice=choice, safer=best if is_safer else None
    )
