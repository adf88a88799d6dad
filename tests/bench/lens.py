"""The lens: links per second beside the floor (parsing, suffix, distance), huge and odd texts."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import can_ada
from publicsuffixlist import PublicSuffixList
from rapidfuzz import process
from rapidfuzz.distance import OSA

from app import paths
from app.content.brand_list import load_brands
from app.links.anatomy import dissect
from app.links.brands import Brands
from app.links.lens import Lens
from tests.bench.rows import Row
from tests.links.pasted import nasty_texts, odd_texts

TIMES = 7
SEED = 20_261_122
FUZZ_BYTES = 10_000_000
MEGABYTE = 1_000_000
ORDINARY = Path(__file__).resolve().parent.parent / "links/data/ordinary_sites.txt"


def measure() -> list[Row]:
    """Speed on a mixed list of links, the worst of the nasty texts, and a long fuzz run."""
    brands = load_brands(paths.built_in_course())[0]
    assert brands is not None
    lens = Lens(brands)
    links = mixed_links(brands)
    names = [owner.partition(".")[0] for one in brands.brands for owner in one.owners][:71]
    suffixes = PublicSuffixList()

    def floor_of(link: str) -> None:
        host = can_ada.parse(link).hostname
        owner = suffixes.privatesuffix(host) or host
        process.extractOne(owner.partition(".")[0], names, scorer=OSA.distance, score_cutoff=2)

    def read(link: str) -> None:
        lens.judge(dissect(link))

    floor_us, read_us = timed(links, floor_of, read)
    worst, worst_s = slowest(lens)
    begun = time.perf_counter()
    for text in odd_texts(SEED, FUZZ_BYTES):
        lens.read(text)
    fuzz_s = time.perf_counter() - begun
    return [
        Row(name=f"a link taken apart and judged ({1e6 / read_us:,.0f}/s)", unit="µs",
            measured=read_us, aim=25),
        Row(name="the same, against parsing, suffix and distance", unit="µs",
            measured=read_us, floor=floor_us, aim=5),
        Row(name=f"slowest nasty text of 1 MB: {worst}", unit="s", measured=worst_s, aim=1),
        Row(name=f"10 million odd bytes, seed {SEED}", unit="s", measured=fuzz_s),
    ]  # fmt: skip


def mixed_links(brands: Brands) -> list[str]:
    """Genuine, disguised and ordinary links, about as people meet them."""
    links = [
        f"https://{host}/{number}?src=share&id={number}"
        for number, host in enumerate(ORDINARY.read_text("utf-8").split())
    ]
    for one in brands.brands:
        links += [
            f"https://{host}/goods.html?goods_id=123456789&refer={one.id}"
            for host in (*one.hosts, *one.owners)
        ]
        for label in one.labels:
            links += [
                f"https://{label}-zhuli.example/s/8u?u=88",
                f"https://{label}.com.hd66.example/kan",
                f"https://hd66.example/{one.owners[0]}/login",
                f"http://{label[:-1]}.top/",
            ]
    return links


def timed(links: Iterable[str], *acts: Callable[[str], None]) -> list[float]:
    """The best time of each act for one link, in microseconds, the acts taken in turns."""
    given = list(links)
    best = [float("inf")] * len(acts)
    gc.disable()
    try:
        for _ in range(TIMES):
            for index, act in enumerate(acts):
                begun = time.perf_counter()
                for link in given:
                    act(link)
                best[index] = min(best[index], time.perf_counter() - begun)
    finally:
        gc.enable()
    return [seconds / len(given) * 1e6 for seconds in best]


def slowest(lens: Lens) -> tuple[str, float]:
    """The nasty text that takes the longest, and how long."""
    took = {}
    for name, text in nasty_texts(MEGABYTE).items():
        begun = time.perf_counter()
        lens.read(text)
        took[name] = time.perf_counter() - begun
    worst = max(took, key=lambda name: took[name])
    return worst, took[worst]
