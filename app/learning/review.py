"""When to see a trick again: each trick is a card in memory, whose link is fresh every time.

FSRS-6 by the `fsrs` library, without its fuzz, so that the same history gives the same days.
Forgetting curve: J. Ye and others, "The algorithm", open-spaced-repetition, FSRS-6.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from app.learning.rounds import PlayedRound

DAY_MS = 86_400_000
SURE = 0.7  # right with less confidence than this was recalled with difficulty

_DECAY = 0.1542  # FSRS-6, default parameter w20
_FACTOR = 0.9 ** (-1 / _DECAY) - 1  # so that after `stability` days 90 % is left
_LATEST_MS = 4_102_444_800_000  # 2100: a clock beyond it is wrong, and dates must not overflow
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Memory(NamedTuple):
    """What is left of a trick in memory.

    `stability_days`: days until 90 % is left. `difficulty` is 1…10. `state` and `step` are the
    library's own.
    """

    stability_days: float
    difficulty: float
    last_ms: int
    due_ms: int
    state: int = 1
    step: int | None = 0
    reviews: int = 1


def forgetting(elapsed_days: float, stability_days: float) -> float:
    """The share left, 1 at once and 0.9 after `stability_days`."""
    return float((1 + _FACTOR * max(0.0, elapsed_days) / stability_days) ** -_DECAY)


def retrievability(memory: Memory, now_ms: int) -> float:
    """The probability that the trick is still known now, 0…1."""
    return forgetting((now_ms - memory.last_ms) / DAY_MS, memory.stability_days)


def reviewed(memory: Memory | None, played: PlayedRound) -> Memory:
    """The memory of a trick after one more round of it; None: it was the first.

    Wrong or "can't tell" of a fake: again. Right, but hardly sure: hard. Right: good. Never easy,
    because half of all guesses are right.
    """
    from fsrs import Card, Rating, Scheduler, State

    now_ms = min(max(played.time_ms, 0), _LATEST_MS)
    if not played.is_right:
        rating = Rating.Again
    elif played.said != "cannot_tell" and played.confidence < SURE:
        rating = Rating.Hard
    else:
        rating = Rating.Good
    now = _moment(now_ms)
    if memory is None:
        card = Card(card_id=0, due=now)
    else:
        card = Card(
            card_id=0,
            state=State(memory.state),
            step=memory.step,
            stability=memory.stability_days,
            difficulty=memory.difficulty,
            due=_moment(memory.due_ms),
            last_review=_moment(memory.last_ms),
        )
    card, _log = Scheduler(enable_fuzzing=False).review_card(card, rating, review_datetime=now)
    assert card.stability is not None
    assert card.difficulty is not None
    return Memory(
        stability_days=card.stability,
        difficulty=card.difficulty,
        last_ms=now_ms,
        due_ms=(card.due - _EPOCH) // timedelta(milliseconds=1),
        state=int(card.state),
        step=card.step,
        reviews=(memory.reviews if memory else 0) + 1,
    )


def memories(rounds: Iterable[PlayedRound]) -> dict[str, Memory]:
    """The memory of each trick after these rounds, oldest first. Rounds without a trick pass by."""
    held: dict[str, Memory] = {}
    for one in rounds:
        if one.trick:
            held[one.trick] = reviewed(held.get(one.trick), one)
    return held


def due(held: Mapping[str, Memory], now_ms: int) -> list[str]:
    """The tricks to see again now, those first of which least is left."""
    waiting = [trick for trick, memory in held.items() if memory.due_ms <= now_ms]
    return sorted(waiting, key=lambda trick: (retrievability(held[trick], now_ms), trick))


def _moment(time_ms: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=time_ms)
