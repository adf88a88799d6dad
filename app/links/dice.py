"""Dice that fall alike on every machine: the same seed always gives the same numbers.

SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
generators", OOPSLA 2014), in whole numbers only, so that no version of Python and no
processor can differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALNUM = "abcdefghijkmnpqrstuvwxyz23456789"  # without l, o, 0, 1: nobody should have to guess
_CODE = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"


class Dice:
    """A row of numbers that follows from a seed alone."""

    __slots__ = ("_state",)

    def __init__(self, seed: int | str) -> None:
        self._state = _number(seed) if isinstance(seed, str) else seed & _MASK

    def roll(self) -> int:
        """The next number, 0 … 2⁶⁴ − 1."""
        self._state = (self._state + _STEP) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return mixed ^ (mixed >> 31)

    def below(self, n: int) -> int:
        """0 … n − 1. The bias is n / 2⁶⁴, too small to matter."""
        return (self.roll() * n) >> 64

    def between(self, low: int, high: int) -> int:
        """low … high, both included."""
        return low + self.below(high - low + 1)

    def percent(self, share: int) -> bool:
        """True in so many of a hundred cases."""
        return self.below(100) < share

    def pick(self, choices: Sequence[T]) -> T:
        """One of them, each as likely."""
        return choices[(self.roll() * len(choices)) >> 64]

    def weighted(self, choices: Sequence[tuple[T, int]]) -> T:
        """One of (thing, weight), as often as its whole-number weight says."""
        left = self.below(sum(weight for _, weight in choices))
        for thing, weight in choices:
            left -= weight
            if left < 0:
                return thing
        raise AssertionError("weights add up to what was rolled below")

    def letters(self, n: int) -> str:
        """n small letters."""
        return self._text(_LETTERS, n)

    def alnum(self, n: int) -> str:
        """n small letters and digits that cannot be mistaken for one another."""
        return self._text(_ALNUM, n)

    def code(self, n: int) -> str:
        """n letters and digits as in share codes."""
        return self._text(_CODE, n)

    def digits(self, n: int) -> str:
        """A number of n digits that does not begin with 0."""
        return str(self.between(10 ** (n - 1), 10**n - 1))

    def fork(self, label: str) -> Dice:
        """Dice of their own for one purpose; forking does not move these."""
        return Dice((self._state ^ _number(label)) & _MASK)

    def _text(self, letters: str, n: int) -> str:
        value, size, made = 0, len(letters), []
        for index in range(n):
            if index % 8 == 0:
                value = self.roll()
            made.append(letters[value % size])
            value //= size
        return "".join(made)


def _number(label: str) -> int:
    """FNV-1a over the UTF-8 bytes: Python's own hash differs from run to run."""
    value = 0xCBF29CE484222325
    for byte in label.encode("utf-8", "surrogatepass"):
        value = ((value ^ byte) * 0x100000001B3) & _MASK
    return value
