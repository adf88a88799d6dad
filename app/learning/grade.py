"""What came of an answer: how much of it was right, where, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Trouble = Literal["not-answered", "incomplete", "wrong-shape", "unknown-part"]
ReasonKind = Literal["right", "wrong", "caught", "general"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of the explanation.

    `part` is the option, blank, item, pair or card it belongs to; empty for `general`.
    `kind`: `right` says why this part is right (chosen or missed), `wrong` why it does not
    stand where the learner put it, `caught` answers a mistake the teacher foresaw,
    `general` is the question's own why.
    """

    part: str
    text: str
    kind: ReasonKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A graded answer.

    `score` is 0…1. `parts` holds the parts a window marks: for options, those chosen and
    those that are right (True: it is a right one); for blanks, items, pairs and cards, all
    of them (True: filled or placed right). `missed` names the right options that were not
    chosen and the parts left empty. `reasons` stand in the order to show.
    """

    score: float
    parts: Mapping[str, bool]
    missed: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    response_trouble: Trouble | None = None

    @property
    def is_right(self) -> bool:
        """Wholly right: the score is 1."""
        return self.score == 1

    @property
    def is_answered(self) -> bool:
        """Something that can be graded was given, whole or in part."""
        return self.response_trouble in (None, "incomplete")


def reasons_in_order(*groups: list[Reason], general: str) -> tuple[Reason, ...]:
    """The reasons of all groups, one after the other, without empty ones; `general` comes last."""
    told = [reason for group in groups for reason in group if reason.text]
    if general:
        told.append(Reason("", general, "general"))
    return tuple(told)
