"""What one sitting of the link game will ask, as far as it is fixed when the sitting begins.

A sitting of a level mixes the rounds written by hand with rounds dealt from its tricks; in free
play only the shares of genuine, fake and can't-tell rounds are fixed, and the tricks follow from
what the learner answers. Nobody is told the shares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, cast, get_args

from app.learning.shuffle import shuffled
from app.links.levels import HandRound, Level
from app.links.score import Judge, Truth
from app.progress.events import Json

Mode = Literal["level", "free", "drill", "form"]
BLOCK = 20  # rounds of free play
_CANNOT_TELL_SHARE = 10  # one round in ten
_LONGEST = 200  # rounds of a plan read from a file


class Slot(NamedTuple):
    """One round to come: by hand, or dealt with this truth.

    `trick` is fixed in levels and forms; "" leaves it to the choice made then. `brand` is fixed
    in forms only.
    """

    truth: Truth
    trick: str = ""
    by_hand: str = ""
    brand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GamePlan:
    """What the `started` event stores. `level` names the level, or the form in mode "form".

    `begun_ms` is when the sitting began: what is due, and forgotten, is judged by it, so that
    going on later finds the same rounds. `tricks` narrows free play to these; empty: all.
    """

    mode: Mode
    seed: int
    begun_ms: int
    slots: tuple[Slot, ...]
    judge: Judge = "owner"
    level: str = ""
    tricks: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        """What the `started` event stores."""
        slots: list[Json] = [list(slot) for slot in self.slots]
        return {
            "mode": self.mode,
            "seed": self.seed,
            "begun_ms": self.begun_ms,
            "judge": self.judge,
            "level": self.level,
            "tricks": list(self.tricks),
            "slots": slots,
        }


def plan_level(level: Level, seed: int, now_ms: int, hidden: Sequence[str] = ()) -> GamePlan:
    """A sitting of a level, at least ten rounds long if it has tricks to deal from.

    `hidden` are those of its tricks whose truth is "can't tell". As many genuine as fake rounds
    as can be; one in ten cannot be told, if the level has such tricks. The tricks take turns.
    """
    by_hand = [Slot(one.truth, one.trick, one.id) for one in level.by_hand]
    fakes = [trick for trick in level.tricks if trick not in hidden]
    hides = [trick for trick in level.tricks if trick in hidden]
    wanted = max(0, level.rounds - len(by_hand)) if level.tricks else 0
    hidden_by_hand = sum(slot.truth == "cannot_tell" for slot in by_hand)
    counts = _shares(level.rounds, bool(hides), seed, least_hidden=hidden_by_hand)
    slots = list(by_hand)
    dealt: tuple[tuple[Truth, list[str]], ...] = (("cannot_tell", hides), ("fake", fakes))
    for truth, tricks in dealt:
        have = sum(slot.truth == truth for slot in by_hand)
        count = min(wanted, max(0, counts[truth] - have)) if tricks else 0
        wanted -= count
        slots += (Slot(truth, trick) for trick in _in_turns(tricks, count, seed))
    slots += [Slot("genuine")] * wanted
    return GamePlan(
        mode="level",
        seed=seed,
        begun_ms=now_ms,
        slots=_mixed(slots, seed),
        judge=level.judge,
        level=level.id,
    )


def plan_free(
    seed: int,
    now_ms: int,
    *,
    rounds: int = BLOCK,
    tricks: Sequence[str] = (),
    has_hidden: bool = True,
    judge: Judge = "owner",
) -> GamePlan:
    """A sitting of free play: about 45 % genuine, 45 % fake, 10 % that cannot be told.

    With `tricks` it is a drill of these. `has_hidden`: there are tricks nobody can see through.
    """
    counts = _shares(rounds, has_hidden, seed)
    slots = [Slot(truth) for truth, count in counts.items() for _ in range(count)]
    return GamePlan(
        mode="drill" if tricks else "free",
        seed=seed,
        begun_ms=now_ms,
        slots=_mixed(slots, seed),
        judge=judge,
        tricks=tuple(tricks),
    )


def plan_from_json(stored: Json) -> GamePlan | None:
    """The plan a `started` event stored; None if it is none. Never raises."""
    if not isinstance(stored, dict):
        return None
    mode, judge = stored.get("mode"), stored.get("judge")
    seed, begun_ms, level = (stored.get(key) for key in ("seed", "begun_ms", "level"))
    listed, tricks = stored.get("slots"), stored.get("tricks")
    if (
        mode not in get_args(Mode)
        or judge not in get_args(Judge)
        or not _is_whole(seed)
        or not _is_whole(begun_ms)
        or not isinstance(level, str)
        or not isinstance(listed, list)
        or not isinstance(tricks, list)
    ):
        return None
    slots = [_slot(one) for one in listed[:_LONGEST]]
    if None in slots:
        return None
    return GamePlan(
        mode=cast(Mode, mode),
        seed=cast(int, seed),
        begun_ms=cast(int, begun_ms),
        slots=tuple(slot for slot in slots if slot is not None),
        judge=cast(Judge, judge),
        level=level,
        tricks=tuple(trick for trick in tricks if isinstance(trick, str)),
    )


def hand_round(level: Level | None, slot: Slot) -> HandRound | None:
    """The round written by hand that a slot names; None if it is dealt, or no longer there."""
    if not slot.by_hand or level is None:
        return None
    return next((one for one in level.by_hand if one.id == slot.by_hand), None)


def _shares(rounds: int, has_hidden: bool, coin: int, *, least_hidden: int = 0) -> dict[Truth, int]:
    """How many rounds of each truth; an odd one goes to genuine or fake by the coin."""
    hidden = max(least_hidden, rounds // _CANNOT_TELL_SHARE if has_hidden else 0)
    fakes = (rounds - hidden + coin % 2) // 2
    return {"fake": fakes, "genuine": rounds - hidden - fakes, "cannot_tell": hidden}


def _in_turns(tricks: Sequence[str], count: int, seed: int) -> list[str]:
    """So many tricks, each as often as the others, in an order of the seed."""
    order = shuffled(tricks, seed, "turns")
    return [order[number % len(order)] for number in range(count)]


def _mixed(slots: Sequence[Slot], seed: int) -> tuple[Slot, ...]:
    order = shuffled((f"{number:03}" for number in range(len(slots))), seed, "slots")
    return tuple(slots[int(number)] for number in order)


def _is_whole(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _slot(stored: Json) -> Slot | None:
    if not isinstance(stored, list) or len(stored) != 4:
        return None
    words = [one for one in stored if isinstance(one, str)]
    if len(words) != 4 or words[0] not in get_args(Truth):
        return None
    return Slot(cast(Truth, words[0]), words[1], words[2], words[3])
