"""Writes down what happens: gives each event its time and an id that sorts after all before it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.progress.events import Event, Verb
from app.progress.uuid7 import RANDOM_BITS, parts, uuid7

# RFC 9562, 6.2, method 2: within a millisecond the random part grows by a random step.
_STEP_BITS = 32


class Scribe:
    """Makes events. The clock (ms since 1970, UTC) and the dice (`getrandbits`) come from outside.

    Ids never go back, even when the machine's clock is set back: `after` is the last id already
    written (`Store.last_id()`), so the order of ids is the order in which things happened.
    """

    def __init__(
        self, clock: Callable[[], int], dice: Callable[[int], int], *, after: str = ""
    ) -> None:
        self._clock = clock
        self._dice = dice
        self._last_ms, self._last_bits = parts(after) if after else (-1, 0)

    def continue_after(self, last_id: str) -> None:
        """Goes on behind this id as well: after a history from another machine was taken in."""
        if not last_id:
            return
        self._last_ms, self._last_bits = max((self._last_ms, self._last_bits), parts(last_id))

    def new_id(self) -> str:
        """An id for an event, a sitting or a learner; greater than every id given before."""
        return self._id_at(self._clock())

    def event(
        self, learner: str, session: str, verb: Verb, object_path: str, **details: Any
    ) -> Event:
        """What was just done. `details` are the other fields of `Event` (response, result, …)."""
        now_ms = self._clock()
        return Event(
            id=self._id_at(now_ms),
            time_ms=now_ms,
            learner=learner,
            session=session,
            verb=verb,
            object=object_path,
            **details,
        )

    def _id_at(self, now_ms: int) -> str:
        if now_ms > self._last_ms:
            self._last_ms, self._last_bits = now_ms, self._dice(RANDOM_BITS)
        else:
            self._last_bits += 1 + self._dice(_STEP_BITS)
            if self._last_bits >> RANDOM_BITS:
                self._last_ms, self._last_bits = self._last_ms + 1, self._dice(_STEP_BITS)
        return uuid7(self._last_ms, self._last_bits)
