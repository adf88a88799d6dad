"""One thing a learner did: the only record from which all progress follows."""

from __future__ import annotations

from typing import Literal, NamedTuple

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

Verb = Literal[
    "started",  # a sitting of a step began; response holds its plan (seed, drawn questions, orders)
    "viewed",  # a step was shown: this is where to resume
    "read",  # a text or faq step was gone through
    "answered",  # a question
    "chose",  # a way on in a scenario
    "flagged",  # a scenario message was marked as suspicious, or unmarked
    "ticked",  # a checklist item was answered
    "finished",  # a sitting ended; result holds its score
    "hinted",  # a hint was looked at (costs nothing)
]


class Event(NamedTuple):
    """What was done, to what, when, and what came of it.

    `object` is an id path: `lesson`, `lesson/step` or `lesson/step/part`.
    `result` has at least `score` (0…1) where something was graded.
    """

    id: str  # UUIDv7, so that ids sort by time
    time_ms: int  # since 1970-01-01 UTC
    learner: str
    session: str  # one sitting of one step; UUIDv7
    verb: Verb
    object: str
    content_version: int = 0
    meaning: str = ""
    response: Json = None
    result: Json = None
    confidence: float | None = None  # 0.5…1
    duration_ms: int = 0
