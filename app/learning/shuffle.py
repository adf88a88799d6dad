"""Mixing things up the same way on every machine: the order follows from a seed alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence


def shuffled(ids: Iterable[str], seed: int, purpose: str) -> tuple[str, ...]:
    """The ids in an order that depends on the seed, the purpose and the ids themselves.

    Each id is sorted by BLAKE2b of `seed/purpose/id`. Unlike `random.shuffle` this gives the
    same order on every machine and Python version, whatever order the ids came in; taking an
    id away or adding one leaves the others in their relative order.
    """
    return tuple(sorted(ids, key=lambda each: (_sort_key(each, seed, purpose), each)))


def shuffled_apart(ids: Sequence[str], seed: int, purpose: str) -> tuple[str, ...]:
    """Like `shuffled`, but from three ids on never in the order given, which is the answer.

    Of two ids it may be: if they always stood turned round, that alone would give it away.
    """
    given = tuple(ids)
    mixed = shuffled(given, seed, purpose)
    if mixed != given or len(set(given)) < 3:
        return mixed
    for turn in range(1, 64):
        mixed = shuffled(given, seed, f"{purpose}/{turn}")
        if mixed != given:
            return mixed
    return (*given[1:], given[0])


def _sort_key(each: str, seed: int, purpose: str) -> bytes:
    text = f"{seed}/{purpose}/{each}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).digest()
