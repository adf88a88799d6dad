"""Finds which brand's name a label resembles, without trying all names.

For slips of one letter every name is entered under itself and under itself less one letter;
two texts one slip apart share such an entry (the idea of SymSpell, W. Garbe 2012). What looks
or sounds alike is entered as it may be written. A label then needs a few look-ups only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from app.links.lookalikes import edit, fold, fold_hard, fold_signs, signs_hard, sound_slips
from app.links.tricks.ordinary import (
    BAIT_WORDS,
    LIKE_ANYBODY,
    ONLY_BESIDE_BAIT,
    ORDINARY,
    WORDS_INSIDE,
)

LEAST = 4  # letters; shorter names are like too many others
LEAST_INSIDE = 5  # letters a name needs to be told inside any longer word
_LEAST_LOOSE = 7  # letters a name needs so that a slip and a look-alike together are told
_START = 4
# Letters that are drawn as two, or two as one; what single letters pass for is `signs_hard`'s.
_AS_TWO = (
    ("m", "rn"), ("m", "nn"), ("w", "vv"), ("d", "cl"), ("d", "dl"), ("b", "lb"), ("h", "lh"),
    ("k", "lc"), ("rn", "m"), ("nn", "m"), ("vv", "w"), ("cl", "d"),
)  # fmt: skip


class Name(NamedTuple):
    """One spelling of a brand in host names, with the official name it stands for."""

    text: str
    brand: str
    official: str


class Near(NamedTuple):
    """How a label resembles a name.

    `how` is same, sight, sound, omission, doubling, addition, swap, exchange, hyphen, inside
    or short. `at` is where the name (or what passes for it) stands in the label, `seen` what
    stands there.
    """

    name: Name
    how: str
    at: int
    seen: str


class Spellings:
    """Look-ups over names, and over short names that count only beside a bait word."""

    def __init__(self, names: Iterable[Name], short: Mapping[str, Name]) -> None:
        self.exact: dict[str, Name] = {}
        for name in names:
            if len(name.text) >= LEAST and name.text not in LIKE_ANYBODY:
                self.exact.setdefault(name.text, name)
        self._short = dict(short)
        self._short_sizes = sorted({len(each) for each in short})
        self._sight: dict[str, Name] = {}
        self._sound: dict[str, Name] = {}
        self._less: dict[str, tuple[Name, ...]] = {}
        self._starts: dict[str, tuple[Name, ...]] = {}
        for text, name in self.exact.items():
            self._spread(text, name)
        self._told_inside = [
            (fold(text), name) for text, name in self.exact.items() if _is_told_inside(text)
        ]

    def near(self, label: str, *, is_disguised: bool = False) -> tuple[Near, ...]:
        """What a whole label (plain letters) resembles; the best sort first, () for nothing.

        `is_disguised`: these are the letters that others pass for, so that an everyday word
        is no excuse.
        """
        if len(label) < LEAST - 1 or (label in ORDINARY and not is_disguised):
            return ()
        name = self.exact.get(label)
        if name is not None:
            return (Near(name, "same", 0, label),)
        if "-" not in label:
            return self._slip(label, 0) or self._inside(label)
        name = self.exact.get(label.replace("-", ""))
        if name is not None:
            return (Near(name, "hyphen", 0, label),)
        return self._slip(label, 0) or self._in_parts(label) or self._inside(label)

    def _spread(self, text: str, name: Name) -> None:
        for written in (text, *_drawn_as_two(text)):
            self._sight.setdefault(signs_hard(written), name)
        if len(text) > LEAST:
            once = set(sound_slips(text))
            for heard in once.union(*map(sound_slips, once)) - {text}:
                self._sound.setdefault(heard, name)
        key = signs_hard(text)
        for less in {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}:
            self._less[less] = (*self._less.get(less, ()), name)
        for at, letter in enumerate(text):  # an "es" slipped in after s, x, z counts as one slip
            if letter in "sxz":
                made = signs_hard(text[: at + 1] + "es" + text[at + 1 :])
                self._less[made] = (*self._less.get(made, ()), name)
        start = fold_signs(text)[:_START]
        # The longest name first: alibabagroup before alibaba.
        self._starts[start] = tuple(sorted((*self._starts.get(start, ()), name), key=_longest))

    def _slip(self, label: str, at: int) -> tuple[Near, ...]:
        key = signs_hard(label)
        name = self._sight.get(key)
        if name is not None and (len(name.text) > LEAST or fold(name.text) == fold(label)):
            return (Near(name, "sight", at, label),)
        found: list[Near] = []
        name = self._sound.get(label)
        if name is not None:
            found.append(Near(name, "sound", at, label))
        less = self._less
        names = list(less.get(key, ()))
        for cut in range(len(key)):
            hit = less.get(key[:cut] + key[cut + 1 :])
            if hit:
                names += hit
        for each in dict.fromkeys(names):
            how = _how(each.text, label)
            if how:
                found.append(Near(each, how, at, label))
        return tuple(found)

    def _in_parts(self, label: str) -> tuple[Near, ...]:
        """A name, or what resembles one, between hyphens."""
        for at, part in parts_of(label):
            if part in self.exact:
                return (Near(self.exact[part], "inside", at, part),)
            if len(part) > LEAST and part not in ORDINARY and (slip := self._slip(part, at)):
                return slip
        for at, part in parts_of(label):
            if part in self._short:
                return (Near(self._short[part], "short", at, part),)
        return ()

    def _inside(self, label: str) -> tuple[Near, ...]:
        signs, starts = fold_signs(label), self._starts
        for at in range(len(signs) - _START + 1):
            for name in starts.get(signs[at : at + _START], ()):
                size = len(name.text)
                if not signs.startswith(fold_signs(name.text), at):
                    continue
                if label.startswith(name.text, at):
                    if _may_stand_inside(label, at, size):
                        return (Near(name, "inside", at, name.text),)
                elif _is_told_inside(name.text):
                    return (Near(name, "sight", at, label[at : at + size]),)
        if "rn" in label or "vv" in label or "cl" in label:
            folded = fold(label)
            for text, name in self._told_inside:
                at = folded.find(text)
                if at >= 0 and name.text not in label:
                    return (Near(name, "sight", at, label[at:]),)
        return self._short_beside_bait(label)

    def _short_beside_bait(self, label: str) -> tuple[Near, ...]:
        for size in self._short_sizes:
            name = self._short.get(label[:size])
            if name is not None and _is_bait(label[size:]):
                return (Near(name, "short", 0, name.text),)
            name = self._short.get(label[-size:])
            if name is not None and _is_bait(label[:-size]):
                return (Near(name, "short", len(label) - size, name.text),)
        return ()


def parts_of(label: str) -> Iterator[tuple[int, str]]:
    """The pieces between hyphens, with where they begin."""
    at = 0
    for part in label.split("-"):
        yield at, part
        at += len(part) + 1


def _how(name: str, label: str) -> str:
    """The slip that leads from a name to a label, or ""."""
    how = edit(name, label)
    if not how and len(name) >= _LEAST_LOOSE:
        how = edit(fold_signs(name), fold_signs(label))
    if not how:
        # Only an "es" slipped into a name has an entry and is two letters longer.
        return "addition" if len(label) == len(name) + 2 else ""
    if name.isdecimal() and label.isdecimal() and how in ("exchange", "swap"):
        return ""  # another public number, such as a bank's
    return "sight" if len(name) > LEAST and fold_hard(name) == fold_hard(label) else how


def _drawn_as_two(text: str) -> set[str]:
    """The text with one or two of its letters drawn as two, or two as one."""

    def drawn(word: str) -> Iterator[str]:
        for right, wrong in _AS_TWO:
            at = word.find(right)
            while at >= 0:
                yield word[:at] + wrong + word[at + len(right) :]
                at = word.find(right, at + 1)

    once = set(drawn(text))
    return once.union(*map(drawn, once))


def _longest(name: Name) -> int:
    return -len(name.text)


def _is_told_inside(name: str) -> bool:
    return len(name) >= LEAST_INSIDE and name not in ONLY_BESIDE_BAIT


def _may_stand_inside(label: str, at: int, size: int) -> bool:
    """Whether a name inside a longer label is more than chance."""
    before, after = label[:at].rstrip("-"), label[at + size :].lstrip("-")
    if any(word in label for word in WORDS_INSIDE):
        return False
    name = label[at : at + size]
    if _is_told_inside(name) and not name.isdecimal():
        return True
    return all(not rest or _is_bait(rest) for rest in (before, after))


def _is_bait(rest: str) -> bool:
    """Whether this is one of the words that are put beside a name, a number, or two of them."""
    rest = rest.strip("-")
    if rest in BAIT_WORDS or rest.isdecimal():
        return True
    return any(
        rest[:at].rstrip("-") in BAIT_WORDS
        and (rest[at:].lstrip("-") in BAIT_WORDS or rest[at:].isdecimal())
        for at in range(2, len(rest))
    )
