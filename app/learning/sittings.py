"""Which events belong to one sitting of one step, in the order they happened."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from app.progress.events import Event, Verb

# What a sitting consists of. Looking at a step (`viewed`) is none: it may come before the
# choice between going on with the last sitting and beginning a new one.
DEEDS: frozenset[Verb] = frozenset(
    {"started", "answered", "chose", "flagged", "ticked", "finished"}
)


class StepEvent(NamedTuple):
    """An event of a step and the rest of its path: a question, an item, `scene/message` or ''."""

    event: Event
    part: str


def events_of_sitting(
    step_id: str,
    events: Iterable[Event],
    *,
    session: str = "",
    deeds: Container[Verb] = DEEDS,
) -> list[StepEvent]:
    """The events of one sitting, by id (UUIDv7: by time), each once.

    Events of other steps, sessions, learners or lessons are left out. Without `session` the
    latest sitting is taken: that of the last event whose verb is one of `deeds`.
    """
    of_step = _events_of_step(step_id, events)
    first = next(
        (
            event
            for event, _part in reversed(of_step)
            if event.verb in deeds and (event.session == session or not session)
        ),
        None,
    )
    if first is None:
        return []
    return [each for each in of_step if _same_sitting(each.event, first)]


def finished_sittings(
    step_id: str, events: Iterable[Event], *, besides: Event | None = None
) -> int:
    """How many sittings of this step were finished, those of one learner if `besides` is given.

    The sitting of `besides` itself is not counted.
    """
    return len(
        {
            event.session
            for event, _part in _events_of_step(step_id, events)
            if event.verb == "finished"
            and (
                besides is None
                or (_same_owner(event, besides) and not _same_sitting(event, besides))
            )
        }
    )


def _events_of_step(step_id: str, events: Iterable[Event]) -> list[StepEvent]:
    once = {event.id: event for event in events}
    ordered = (once[event_id] for event_id in sorted(once))
    paths = ((event, event.object.split("/", 2)) for event in ordered)
    return [
        StepEvent(event, path[2] if len(path) > 2 else "")
        for event, path in paths
        if len(path) > 1 and path[1] == step_id
    ]


def _same_owner(event: Event, other: Event) -> bool:
    return event.learner == other.learner and _lesson(event) == _lesson(other)


def _same_sitting(event: Event, other: Event) -> bool:
    return event.session == other.session and _same_owner(event, other)


def _lesson(event: Event) -> str:
    return event.object.partition("/")[0]
