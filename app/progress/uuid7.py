"""Names for events that sort by the time they were given (UUID version 7, RFC 9562)."""

from __future__ import annotations

RANDOM_BITS = 74
LATEST_MS = (1 << 48) - 1


def uuid7(now_ms: int, random_bits: int) -> str:
    """The UUID of this millisecond and these 74 random bits, in small letters.

    Layout (RFC 9562, 5.7): 48 bits of time, version 7, 12 random bits, variant 10, 62 random bits.
    Two ids of one millisecond sort as their random bits do. ValueError outside the ranges.
    """
    if not 0 <= now_ms <= LATEST_MS:
        raise ValueError(f"time outside 48 bits: {now_ms}")
    if not 0 <= random_bits < 1 << RANDOM_BITS:
        raise ValueError("more than 74 random bits")
    number = (
        now_ms << 80
        | 7 << 76
        | (random_bits >> 62) << 64
        | 2 << 62
        | (random_bits & ((1 << 62) - 1))
    )
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def parts(text: str) -> tuple[int, int]:
    """The millisecond and the 74 random bits of an id made by `uuid7`; ValueError if it is none."""
    number = int(text.replace("-", ""), 16) if len(text) == 36 else -1
    bits = ((number >> 64) & 0xFFF) << 62 | number & ((1 << 62) - 1)
    if number < 0 or uuid7(number >> 80, bits) != text:
        raise ValueError(f"not a UUIDv7 in small letters: {text!r}")
    return number >> 80, bits


def first_of(time_ms: int) -> str:
    """The smallest id of a millisecond: every id given at or after that time is no smaller."""
    return uuid7(min(max(time_ms, 0), LATEST_MS), 0)
