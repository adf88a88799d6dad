"""Events as xAPI statements, one to one, for whoever wants to study a history with other programs.

Experience API 1.0.3, part two (the form of a statement). The names of verbs and extensions are
identifiers, not addresses to be opened. Where the xAPI vocabulary has a verb, it is used.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, cast, get_args
from urllib.parse import quote, unquote

from app.progress.events import Event, Json, Verb
from app.progress.ledger import dump
from app.progress.summary import score_of

if TYPE_CHECKING:
    from app.progress.store import Learner

_OWN = "tag:shilian,2026:"
# Actors are known by an account; its home page must be an address, and `.invalid` leads nowhere.
_HOME = "https://shilian.invalid"
_ADL = "http://adlnet.gov/expapi/verbs/"
_VERBS: dict[str, str] = {verb: f"{_OWN}verb:{verb}" for verb in get_args(Verb)} | {
    "started": _ADL + "initialized",
    "answered": _ADL + "answered",
    "finished": _ADL + "completed",
    "viewed": "http://id.tincanapi.com/verb/viewed",
    "read": "http://activitystrea.ms/schema/1.0/read",
}
_OF_VERB = {iri: verb for verb, iri in _VERBS.items()}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DURATION = re.compile(r"PT(\d+)\.(\d{3})S")


def statement(event: Event, learner: Learner, course_id: str) -> dict[str, Json]:
    """The statement of an event of this learner. ValueError for a time after the year 9999."""
    try:
        moment = _EPOCH + timedelta(milliseconds=event.time_ms)
    except OverflowError as error:
        raise ValueError("time_ms") from error
    context: dict[str, Json] = {
        _OWN + "content-version": event.content_version,
        _OWN + "meaning": event.meaning,
    }
    if event.confidence is not None:
        context[_OWN + "confidence"] = event.confidence
    result: dict[str, Json] = {
        "response": dump(event.response),
        "duration": f"PT{event.duration_ms // 1000}.{event.duration_ms % 1000:03}S",
        "extensions": {_OWN + "result": event.result},
    }
    score = score_of(event)
    if score is not None:
        result["score"] = {"scaled": score}
    return {
        "id": event.id,
        "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{event.time_ms % 1000:03}Z",
        "actor": {
            "objectType": "Agent",
            "name": learner.name,
            "account": {"homePage": _HOME, "name": event.learner},
        },
        "verb": {"id": _VERBS[event.verb], "display": {"en": event.verb}},
        "object": {
            "objectType": "Activity",
            "id": f"{_OWN}course:{quote(course_id, safe='')}/{quote(event.object)}",
        },
        "result": result,
        "context": {"registration": event.session, "extensions": context},
    }


def event_of(found: dict[str, Json]) -> Event:
    """The event of a statement made by `statement`. ValueError for any other."""
    try:
        return _event_of(found)
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"not a statement of this app: {error}") from error


def _event_of(statement_of: dict[str, Json]) -> Event:
    # Wrong shapes raise above; the casts only tell the type checker what is expected.
    found = cast(dict[str, dict[str, Json]], statement_of)
    result = found["result"]
    context = cast(dict[str, Json], found["context"]["extensions"])
    account = cast(dict[str, str], found["actor"]["account"])
    duration = _DURATION.fullmatch(cast(str, result["duration"]))
    if duration is None:
        raise ValueError("duration")
    moment = datetime.fromisoformat(cast(str, statement_of["timestamp"]))
    return Event(
        id=cast(str, statement_of["id"]),
        time_ms=(moment - _EPOCH) // timedelta(milliseconds=1),
        learner=account["name"],
        session=cast(str, found["context"]["registration"]),
        verb=cast(Verb, _OF_VERB[cast(str, found["verb"]["id"])]),
        object=unquote(cast(str, found["object"]["id"]).removeprefix(_OWN).split("/", 1)[1]),
        content_version=cast(int, context[_OWN + "content-version"]),
        meaning=cast(str, context[_OWN + "meaning"]),
        response=json.loads(cast(str, result["response"])),
        result=cast(dict[str, Json], result["extensions"])[_OWN + "result"],
        confidence=cast(float | None, context.get(_OWN + "confidence")),
        duration_ms=int(duration[1]) * 1000 + int(duration[2]),
    )
