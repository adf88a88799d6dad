"""Events and xAPI statements are the same thing in two forms."""

from __future__ import annotations

import json
import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.progress.events import Event, Json, Verb
from app.progress.store import Learner
from app.progress.xapi import event_of, statement
from tests.progress.builders import NOON, event, uid

ME = Learner(uid(7), "小明", NOON)
texts = st.text(max_size=20)
anything: st.SearchStrategy[Json] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
paths = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
events = st.builds(
    Event,
    id=st.integers(0, 10**6).map(uid),
    time_ms=st.integers(0, 253_402_300_799_999),
    learner=st.just(ME.id),
    session=st.integers(0, 10**6).map(uid),
    verb=st.sampled_from(get_args(Verb)),
    object=paths,
    content_version=st.integers(0, 10**6),
    meaning=texts,
    response=anything,
    result=anything | st.builds(lambda s: {"score": s}, st.floats(0, 1)),
    confidence=st.none() | st.floats(0.5, 1),
    duration_ms=st.integers(0, 10**12),
)


@given(events, paths)
def test_there_and_back_is_the_same_event(one: Event, course: str) -> None:
    found = json.loads(json.dumps(statement(one, ME, course)))
    assert event_of(found) == one


@given(events, paths)
def test_a_statement_has_the_shape_that_xapi_asks_for(one: Event, course: str) -> None:
    # Experience API 1.0.3, part two, 2.4
    found: dict[str, Any] = dict(statement(one, ME, course))
    assert found.keys() == {"id", "timestamp", "actor", "verb", "object", "result", "context"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", found["timestamp"])
    iri = re.compile(r"[a-z]+:[!-~]+")
    assert iri.fullmatch(found["object"]["id"])
    assert iri.fullmatch(found["verb"]["id"])
    result = found["result"]
    assert isinstance(result, dict)
    assert isinstance(result["response"], str)
    score = result.get("score")
    if score is not None:
        assert isinstance(score, dict)
        assert 0 <= score["scaled"] <= 1
    for place in (result, found["context"]):
        assert all(iri.fullmatch(key) for key in place["extensions"])


def test_an_answer_reads_like_one() -> None:
    found: dict[str, Any] = dict(statement(event(1, ME.id, duration_ms=61_005), ME, "助力 2026"))
    assert found["verb"] == {
        "id": "http://adlnet.gov/expapi/verbs/answered",
        "display": {"en": "answered"},
    }
    assert found["actor"]["name"] == "小明"
    assert found["result"]["score"] == {"scaled": 1}
    assert found["result"]["duration"] == "PT61.005S"
    assert found["timestamp"] == "2026-11-18T11:06:40.001Z"


@pytest.mark.parametrize(
    "path", ["id", "timestamp", "actor", "verb", "object", "result", "context"]
)
@pytest.mark.parametrize("value", [None, 3, [], {}, {"id": "urn:x"}])
def test_statements_of_others_are_refused(path: str, value: Json) -> None:
    found = statement(event(1, ME.id), ME, "c")
    found[path] = value
    if path == "id":
        del found["id"]
    with pytest.raises(ValueError, match=r".+"):
        event_of(found)


def test_a_time_beyond_calendars_is_refused() -> None:
    with pytest.raises(ValueError, match="time_ms"):
        statement(event(1, ME.id, time_ms=1 << 60), ME, "c")
