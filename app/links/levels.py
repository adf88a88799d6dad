"""The levels of the link game as values: what each teaches, and the rounds written by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from app.links.score import Judge, Truth

#: How a message carries its link: a card, plain text, a QR code, a code phrase, a mini program.
Carrier = Literal["card", "text", "qr", "phrase", "mini_program"]


class HandRound(NamedTuple):
    """A round that a teacher wrote. In demand rounds the truth is that of the demand.

    `url` may be empty where a demand comes without a link. `shown` is the text in place of it.
    """

    id: str
    truth: Truth
    why: str
    message: str = ""
    url: str = ""
    shown: str = ""
    carrier: Carrier = "text"
    brand: str = ""
    trick: str = ""


class Level(NamedTuple):
    """One level: rounds by hand, and as many dealt from its tricks as `rounds` has room for."""

    id: str
    title: str
    rule: str = ""  # what to look for, in one sentence
    judge: Judge = "owner"
    tricks: tuple[str, ...] = ()
    rounds: int = 0
    by_hand: tuple[HandRound, ...] = ()

    def hand_round(self, round_id: str) -> HandRound:
        """The round of this id. Raises KeyError if there is none."""
        for one in self.by_hand:
            if one.id == round_id:
                return one
        raise KeyError(round_id)


class LevelList(NamedTuple):
    """All levels of a course, in the order advised."""

    levels: tuple[Level, ...] = ()

    def level(self, level_id: str) -> Level:
        """The level of this id. Raises KeyError if there is none."""
        for one in self.levels:
            if one.id == level_id:
                return one
        raise KeyError(level_id)

    def next_open(self, passed: Iterable[str]) -> Level | None:
        """The first level not passed yet; None once all are: then free play."""
        done = set(passed)
        return next((one for one in self.levels if one.id not in done), None)
