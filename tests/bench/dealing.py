"""Dealing: rounds per second, ten thousand without a repeat, and every trick on its own makes."""

from __future__ import annotations

import time

from app.links.anatomy import dissect
from app.links.deal import deal
from app.links.gate import links_of
from app.links.gate import measure as send_through
from app.links.rounds import bare
from app.links.tricks.table import recognise
from tests.bench.rows import Row
from tests.links.dealt import ON_LINKS, WITHOUT_TRACE, anatomy_of, rounds_of
from tests.links.official import built_in

ROUNDS = 10_000
OF_EACH = 1_000
GATE_ROUNDS = 4_000
SLOWEST_MS = 0.2  # a round: 5,000 a second


def measure_dealing() -> list[Row]:
    """The time of a round, and what comes back among ten thousand."""
    brands = built_in()
    list(deal(brands, "warm", 200))
    begun = time.perf_counter()
    dealt = list(deal(brands, "bench", ROUNDS))
    took_ms = (time.perf_counter() - begun) * 1e3
    links = [each.url for each in dealt]
    fakes = [bare(each.url) for each in dealt if each.truth == "fake"]
    repeats = len(links) - len(set(links)) + len(fakes) - len(set(fakes))
    return [
        Row(name="deal one round, ms", measured=took_ms / ROUNDS, aim=SLOWEST_MS),
        Row(name=f"repeats among {ROUNDS:,} rounds", unit="", measured=repeats, aim=0),
    ]


def measure_gate() -> Row:
    """Whether the leak gate lets the dealt links pass: how many figures are out of bounds."""
    gate = send_through(links_of(deal(built_in(), "gate", GATE_ROUNDS)), built_in())
    out = sum(not each.holds for each in gate.rules) + (not gate.is_passed)
    return Row(name=f"leaks among {GATE_ROUNDS:,} rounds", unit="", measured=out, aim=0)


def measure_tricks() -> Row:
    """Of a thousand makes of every trick: how many it does not recognise, or misses the owner."""
    missed = 0
    for trick in ON_LINKS:
        for each in rounds_of(trick, OF_EACH, "bench"):
            anatomy = anatomy_of(each)
            is_owner = (anatomy.owner, anatomy.spans["owner"]) == (each.owner, each.owner_span)
            found = [one.trick for one in recognise(anatomy, built_in())]
            missed += not is_owner or (trick not in WITHOUT_TRACE and trick not in found)
            assert dissect(each.url).host
    name = f"tricks missed among {len(ON_LINKS)} × {OF_EACH:,}"
    return Row(name=name, unit="", measured=missed, aim=0)


def measure() -> list[Row]:
    """All of it."""
    return [*measure_dealing(), measure_gate(), measure_tricks()]
