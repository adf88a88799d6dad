"""What the machine can do to us, said so that a person knows what is safe and what to do."""

from __future__ import annotations


class ShilianError(Exception):
    """A trouble with words for a person.

    `what` says what happened, `safe` what is not lost, `next_step` the one thing to do.
    """

    def __init__(self, what: str, *, safe: str = "", next_step: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.next_step = next_step
