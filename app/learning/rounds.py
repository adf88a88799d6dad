"""A round of the link game that was played: how it stands in the history, and how it is read back.

The event's verb is `answered`. `response` holds what the learner did, `result` what was true;
from both everything about links that is shown or chosen later is worked out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast, get_args

from app.links.score import Judge, Judged, Truth, points, within
from app.progress.events import Event, Json

_TRUTHS = get_args(Truth)
_HALF_RIGHT = 0.5


class PlayedRound(NamedTuple):
    """One judged round.

    `owner` is the link's owner and `link` its text, both empty where there was none. `pointed`
    is what the learner pointed at as the owner: right, wrong, or None if they did not.
    """

    truth: Truth
    said: Truth
    confidence: float = 0.5
    judge: Judge = "owner"
    trick: str = ""
    kind: str = ""
    brand: str = ""
    owner: str = ""
    link: str = ""
    pointed: bool | None = None
    time_ms: int = 0

    @property
    def judged(self) -> Judged:
        """The part that scoring and measuring need."""
        return Judged(self.truth, self.said, self.confidence, self.trick, self.kind)

    @property
    def is_right(self) -> bool:
        return self.truth == self.said

    @property
    def points(self) -> float:
        """−30…10."""
        return points(self.said, self.confidence, self.truth)

    @property
    def score(self) -> float:
        """Right 1, "can't tell" of a genuine or fake one 0.5, else 0; levels go by points."""
        if self.is_right:
            return 1.0
        return _HALF_RIGHT if self.said == "cannot_tell" else 0.0

    def response_json(self) -> dict[str, Json]:
        """The `response` of the `answered` event. The confidence stands in the event itself."""
        return {"said": self.said, "pointed": self.pointed}

    def result_json(self) -> dict[str, Json]:
        """The `result` of the `answered` event."""
        named = {
            "truth": self.truth,
            "judge": self.judge,
            "trick": self.trick,
            "kind": self.kind,
            "brand": self.brand,
            "owner": self.owner,
            "link": self.link,
        }
        told: dict[str, Json] = {name: word for name, word in named.items() if word}
        return {"score": self.score, "points": round(self.points, 6), **told}

    @property
    def stated_confidence(self) -> float | None:
        """The event's `confidence`: "can't tell" takes none."""
        return None if self.said == "cannot_tell" else within(self.confidence)


def played_round(event: Event) -> PlayedRound | None:
    """The round that this event tells of; None if it is about anything else. Never raises."""
    response, result = event.response, event.result
    if event.verb != "answered" or not isinstance(response, dict) or not isinstance(result, dict):
        return None
    said, truth = response.get("said"), result.get("truth")
    if said not in _TRUTHS or truth not in _TRUTHS:
        return None

    def word(name: str) -> str:
        held = result.get(name)
        return held if isinstance(held, str) else ""

    pointed = response.get("pointed")
    return PlayedRound(
        truth=cast(Truth, truth),
        said=cast(Truth, said),
        confidence=within(0.5 if event.confidence is None else event.confidence),
        judge="demand" if result.get("judge") == "demand" else "owner",
        trick=word("trick"),
        kind=word("kind"),
        brand=word("brand"),
        owner=word("owner"),
        link=word("link"),
        pointed=pointed if isinstance(pointed, bool) else None,
        time_ms=event.time_ms,
    )


def played_rounds(events: Iterable[Event], judge: Judge | None = None) -> Iterator[PlayedRound]:
    """All rounds among one learner's events, oldest first, each once; of one kind if named."""
    once = {event.id: event for event in events}
    for event_id in sorted(once):
        one = played_round(once[event_id])
        if one is not None and judge in (None, one.judge):
            yield one
