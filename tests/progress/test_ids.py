"""Ids sort by the time they were given, whatever the clock does."""

from __future__ import annotations

import random
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.progress.scribe import Scribe
from app.progress.uuid7 import LATEST_MS, first_of, parts, uuid7

times = st.integers(0, LATEST_MS)
dice = st.integers(0, (1 << 74) - 1)


@given(times, dice)
def test_an_id_is_a_version_7_uuid_that_holds_its_time_and_its_dice(now_ms: int, bits: int) -> None:
    text = uuid7(now_ms, bits)
    known = uuid.UUID(text)
    assert (known.version, known.variant) == (7, uuid.RFC_4122)
    assert str(known) == text
    assert known.int >> 80 == now_ms
    assert parts(text) == (now_ms, bits)
    assert first_of(now_ms) <= text


def test_the_example_of_the_standard() -> None:
    # RFC 9562, A.6: Tuesday, 22 February 2022, 2:22:22 pm GMT-5
    bits = 0xCC3 << 62 | 0x18C4DC0C0C07398F
    assert uuid7(0x017F22E279B0, bits) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(times, dice, times, dice)
def test_ids_sort_as_time_and_dice_do(ms: int, bits: int, other_ms: int, other: int) -> None:
    assert (uuid7(ms, bits) < uuid7(other_ms, other)) == ((ms, bits) < (other_ms, other))


@pytest.mark.parametrize("text", ["", "x" * 36, uuid7(5, 5).upper() + "A", uuid7(5, 5)[:-1] + "G"])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"UUIDv7|invalid literal"):
        parts(text)


@pytest.mark.parametrize(("ms", "bits"), [(-1, 0), (1 << 48, 0), (0, -1), (0, 1 << 74)])
def test_numbers_out_of_range_are_refused(ms: int, bits: int) -> None:
    with pytest.raises(ValueError, match="bits"):
        uuid7(ms, bits)


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=50), st.integers())
def test_a_scribe_never_goes_back_even_when_the_clock_does(clock: list[int], seed: int) -> None:
    ticks = iter(clock)
    scribe = Scribe(lambda: next(ticks), random.Random(seed).getrandbits)
    ids = [scribe.new_id() for _ in clock]
    assert ids == sorted(set(ids))


def test_a_scribe_goes_on_behind_what_is_already_written() -> None:
    late = uuid7(9_000, 1)
    assert Scribe(lambda: 5, random.Random(1).getrandbits, after=late).new_id() > late
    scribe = Scribe(lambda: 5, random.Random(1).getrandbits)
    scribe.continue_after(late)
    scribe.continue_after("")  # nothing was taken in
    assert scribe.new_id() > late


def test_a_full_millisecond_flows_into_the_next() -> None:
    last = uuid7(9_000, (1 << 74) - 1)
    after = Scribe(lambda: 9_000, random.Random(1).getrandbits, after=last).new_id()
    assert after > last
    assert parts(after)[0] == 9_001


def test_an_event_has_the_time_of_the_clock() -> None:
    event = Scribe(lambda: 77, random.Random(1).getrandbits).event(
        "l", "s", "answered", "a/b", confidence=0.9
    )
    assert (event.time_ms, event.verb, event.object, event.confidence) == (
        77,
        "answered",
        "a/b",
        0.9,
    )
    assert parts(event.id)[0] == 77
