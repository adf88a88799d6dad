"""What follows from the history: how a learner stands with each thing, folded event by event.

The order of folding does not matter: "last" always means the greatest event id. So events taken
in late from another machine are folded like any other, and folding anew gives the same standings.
"""

from __future__ import annotations

from typing import NamedTuple

from app.progress.events import Event

CHOICES = frozenset({"answered", "chose"})  # what counts as an attempt
_SCORED = frozenset({"answered", "chose", "ticked", "finished"})


class Standing(NamedTuple):
    """How one learner stands with one lesson, step or part, in one meaning of it.

    Compare `meaning` with the meaning now in the course: if it differs, the scores no longer count.
    """

    meaning: str = ""  # of the last scored event
    content_version: int = 0  # of the last scored event
    attempts: int = 0  # answers and choices
    right: int = 0  # of these, with the full score
    wrong: int = 0  # of these, with less
    readings: int = 0  # times read to the end
    finishes: int = 0  # sittings finished
    last_score: float | None = None  # 0…1
    best_score: float | None = None  # 0…1
    last_ms: int = 0  # since 1970-01-01 UTC
    started_session: str = ""  # the sitting begun last
    finished_session: str = ""  # the sitting finished last
    last_id: str = ""  # the greatest event id of each kind: these decide what "last" is
    scored_id: str = ""
    started_id: str = ""
    finished_id: str = ""

    @property
    def done(self) -> bool:
        """Read to the end or finished at least once; says nothing about the score."""
        return self.readings > 0 or self.finishes > 0


class Place(NamedTuple):
    """Where to resume."""

    lesson: str
    step: str = ""
    part: str = ""
    session: str = ""
    time_ms: int = 0


class Totals(NamedTuple):
    """All of a learner's history in a few numbers."""

    events: int = 0
    answers: int = 0  # answers and choices
    right: int = 0
    wrong: int = 0
    finishes: int = 0
    duration_ms: int = 0
    active_days: int = 0


NOTHING = Standing()


def score_of(event: Event) -> float | None:
    """The score of an event, 0…1, or None where nothing was scored."""
    if event.verb not in _SCORED or not isinstance(event.result, dict):
        return None
    score = event.result.get("score")
    if isinstance(score, bool) or not isinstance(score, int | float):
        return None
    return float(min(max(score, 0), 1))


def fold(standing: Standing, event: Event) -> Standing:
    """The standing with one more event of the same learner, object and meaning."""
    score = score_of(event)
    verb = event.verb
    changed: dict[str, object] = {"meaning": event.meaning}
    if event.id > standing.last_id:
        changed.update(last_id=event.id, last_ms=event.time_ms)
    if verb in CHOICES:
        changed["attempts"] = standing.attempts + 1
        if score is not None:
            side = "right" if score >= 1 else "wrong"
            changed[side] = getattr(standing, side) + 1
    if score is not None:
        best = standing.best_score
        changed["best_score"] = score if best is None else max(best, score)
        if event.id > standing.scored_id:
            changed.update(
                scored_id=event.id, last_score=score, content_version=event.content_version
            )
    if verb == "read":
        changed["readings"] = standing.readings + 1
    elif verb == "started" and event.id > standing.started_id:
        changed.update(started_id=event.id, started_session=event.session)
    elif verb == "finished":
        changed["finishes"] = standing.finishes + 1
        if event.id > standing.finished_id:
            changed.update(finished_id=event.id, finished_session=event.session)
    return standing._replace(**changed)  # type: ignore[arg-type]


def join(one: Standing, other: Standing) -> Standing:
    """One standing from those of two meanings of the same object.

    The scores are those of the meaning scored last; readings and sittings count together.
    """
    old, new = sorted((one, other), key=lambda s: (s.scored_id, s.last_id, s.meaning))
    latest = max(old, new, key=lambda s: s.last_id)
    started = max(old, new, key=lambda s: s.started_id)
    finished = max(old, new, key=lambda s: s.finished_id)
    return new._replace(
        readings=old.readings + new.readings,
        finishes=old.finishes + new.finishes,
        last_ms=latest.last_ms,
        last_id=latest.last_id,
        started_session=started.started_session,
        started_id=started.started_id,
        finished_session=finished.finished_session,
        finished_id=finished.finished_id,
    )
