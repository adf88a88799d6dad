"""The brands' names, laid out so that a look-alike is found without trying them all.

For slips of one letter every name is entered under itself and under itself less one letter;
two texts one slip apart share such an entry (the idea of SymSpell, W. Garbe 2012).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from app.links.brands import Brand, Brands
from app.links.lookalikes import edit, fold, fold_hard, fold_signs, fold_sound, han_key
from app.links.tricks.ordinary import (
    BAIT_WORDS,
    LIKE_ANYBODY,
    ONLY_BESIDE_BAIT,
    ORDINARY,
    WORDS_INSIDE,
)

LEAST = 4  # letters; shorter names are like too many others
LEAST_INSIDE = 5  # letters a name needs to be told inside any longer word
LEAST_BARE = 5  # letters a name needs to be told alone to the left of a strange owner
_LEAST_HARD = 7
_START = 4


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


class Names:
    """All look-ups over one list of brands."""

    def __init__(self, brands: Brands) -> None:
        self.exact: dict[str, Name] = {}
        self.short: dict[str, Name] = {}
        self.han: dict[str, Name] = {}
        self.longest_han = 0
        self.hosts: dict[str, Name] = {}
        self.glued: dict[str, Name] = {}
        for brand in brands.brands:
            self._enter(brand)
        self._official = dict(brands.official)
        self.silent = frozenset((*brands.official, *brands.never_fake, *brands.others))
        self.carriers = frozenset(
            each for each in (*brands.carriers, *brands.redirectors) if "/" not in each
        )
        self.shorteners = frozenset(brands.shorteners)
        self.redirectors = frozenset(brands.redirectors)
        self.hosted = frozenset(brands.hosted)
        self._entries: dict[str, frozenset[str]] = {}
        for entry in self.shorteners | self.redirectors | self.hosted:
            host = entry.partition("/")[0]
            self._entries[host] = self._entries.get(host, frozenset()) | {entry}
        self._folded = {fold(each): name for each, name in self.exact.items()}
        self._hard: dict[str, Name] = {}
        self._sound: dict[str, Name] = {}
        self._less: dict[str, tuple[Name, ...]] = {}
        self._less_hard: dict[str, tuple[Name, ...]] = {}
        self._starts: dict[str, tuple[Name, ...]] = {}
        for text, name in self.exact.items():
            self._spread(text, name)

    def is_listed(self, host: str) -> bool:
        """Whether the host is official, could be a brand's own, or is known as another's."""
        silent, rest = self.silent, host
        while rest:
            if rest in silent:
                return True
            rest = rest.partition(".")[2]
        return False

    def owner_brand(self, host: str) -> str | None:
        """The brand whose official name this host stands under, or None."""
        rest = host
        while rest:
            if rest in self._official:
                return self._official[rest]
            rest = rest.partition(".")[2]
        return None

    def is_carrier(self, host: str) -> bool:
        """Whether other people's names stand in this host's paths as a matter of course."""
        rest = host
        while rest:
            if rest in self.carriers:
                return True
            rest = rest.partition(".")[2]
        return False

    def known(self, host: str) -> frozenset[str]:
        """The entries of short links, redirectors and hosts of pages that this host stands under.

        An entry may have a path (`google.com/url`), which is still to be compared.
        """
        rest, found = host, frozenset[str]()
        while rest:
            entries = self._entries.get(rest)
            if entries:
                found |= entries
            rest = rest.partition(".")[2]
        return found

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
        if "-" in label:
            name = self.exact.get(label.replace("-", ""))
            if name is not None:
                return (Near(name, "hyphen", 0, label),)
        found = self._slip(label, 0)
        if found:
            return found
        if "-" in label:
            for at, part in parts_of(label):
                if part in self.exact:
                    return (Near(self.exact[part], "inside", at, part),)
                if len(part) > LEAST and part not in ORDINARY and (slip := self._slip(part, at)):
                    return slip
            for at, part in parts_of(label):
                if part in self.short:
                    return (Near(self.short[part], "short", at, part),)
        return self._inside(label)

    def _enter(self, brand: Brand) -> None:
        own = (*brand.owners, *(each for each in brand.short_hosts if each.count(".") == 1))
        by_label = {owner.partition(".")[0]: owner for owner in reversed(own)}
        for label in (*brand.labels, *by_label):
            if len(label) >= LEAST and label not in LIKE_ANYBODY and not label.startswith("xn--"):
                official = by_label.get(label, brand.owners[0])
                self.exact.setdefault(label, Name(label, brand.id, official))
        for short in brand.abbreviations:
            self.short.setdefault(short, Name(short, brand.id, brand.owners[0]))
        for han in brand.han_names:
            if len(han) > 1:
                self.han.setdefault(han_key(han), Name(han, brand.id, brand.owners[0]))
                self.longest_han = max(self.longest_han, len(han))
        for host in (*brand.owners, *brand.short_hosts, *brand.hosts):
            self.hosts.setdefault(host, Name(host, brand.id, host))
            if host in brand.owners and len(by_label.get(host, host)) > LEAST:
                self.glued.setdefault(host.replace(".", ""), Name(host, brand.id, host))

    def _spread(self, text: str, name: Name) -> None:
        hard = fold_hard(text)
        if len(text) > LEAST:
            self._hard.setdefault(hard, name)
        if len(text) > LEAST:
            self._sound.setdefault(fold_sound(text), name)
        for key in _lacking(fold_signs(text)):
            self._less[key] = (*self._less.get(key, ()), name)
        if len(text) >= _LEAST_HARD:
            for key in _lacking(hard):
                self._less_hard[key] = (*self._less_hard.get(key, ()), name)
        start = fold_signs(text)[:_START]
        # The longest name first: alibabagroup before alibaba.
        self._starts[start] = tuple(sorted((*self._starts.get(start, ()), name), key=_longest))
        for at, letter in enumerate(text):  # an "es" slipped in after s, x, z counts as one slip
            if letter in "sxz":
                made = fold_signs(text[: at + 1] + "es" + text[at + 1 :])
                self._less[made] = (*self._less.get(made, ()), name)

    def _slip(self, label: str, at: int) -> tuple[Near, ...]:
        folded = fold(label)
        name = self._folded.get(folded)
        if name is not None:
            return (Near(name, "sight", at, label),)
        found: list[Near] = []
        name = self._sound.get(fold_sound(label))
        if name is not None:
            found.append(Near(name, "sound", at, label))
        for name in dict.fromkeys(self._candidates(self._less, fold_signs(label))):
            how = _how(name.text, label)
            if how and fold_hard(name.text) == fold_hard(label):
                how = "sight"
            if how:
                found.append(Near(name, how, at, label))
        if found:
            return tuple(found)
        hard = fold_hard(label)
        name = self._hard.get(hard)
        if name is not None and abs(len(name.text) - len(label)) <= 2:
            return (Near(name, "sight", at, label),)
        if len(label) >= _LEAST_HARD - 1:
            for name in self._candidates(self._less_hard, hard):
                if edit(fold_hard(name.text), hard):
                    return (Near(name, "sight", at, label),)
        return ()

    def _candidates(self, table: dict[str, tuple[Name, ...]], folded: str) -> Iterator[Name]:
        hit = table.get(folded)
        if hit:
            yield from hit
        for at in range(len(folded)):
            hit = table.get(folded[:at] + folded[at + 1 :])
            if hit:
                yield from hit

    def _inside(self, label: str) -> tuple[Near, ...]:
        signs = fold_signs(label)
        for at in range(len(signs) - _START + 1):
            names = self._starts.get(signs[at : at + _START])
            for name in names or ():
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
            for name in self.exact.values():
                at = folded.find(fold(name.text)) if _is_told_inside(name.text) else -1
                if at >= 0 and name.text not in label:
                    return (Near(name, "sight", at, label[at:]),)
        for short, name in self.short.items():
            rest = ""
            if label.startswith(short):
                rest, where = label[len(short) :], 0
            elif label.endswith(short):
                rest, where = label[: -len(short)], len(label) - len(short)
            if rest and _is_bait(rest):
                return (Near(name, "short", where, short),)
        return ()


@lru_cache(maxsize=4)
def names_of(brands: Brands) -> Names:
    """The look-ups of a list, worked out once."""
    return Names(brands)


def parts_of(label: str) -> Iterator[tuple[int, str]]:
    """The pieces between hyphens, with where they begin."""
    at = 0
    for part in label.split("-"):
        yield at, part
        at += len(part) + 1


def _how(name: str, label: str) -> str:
    """The slip that leads from a name to a label, or ""."""
    how = edit(name, label)
    if not how and len(name) >= _LEAST_HARD:
        how = edit(fold_signs(name), fold_signs(label))
    if not how or how == "same":
        # Only "es" slipped into a name has an entry and is more than one letter away.
        return "addition" if how == "same" or len(label) == len(name) + 2 else ""
    if name.isdecimal() and label.isdecimal() and how in ("exchange", "swap"):
        return ""  # another public number, such as a bank's
    return how


def _is_told_inside(name: str) -> bool:
    return len(name) >= LEAST_INSIDE and name not in ONLY_BESIDE_BAIT


def _longest(name: Name) -> int:
    return -len(name.text)


def _lacking(text: str) -> set[str]:
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def _may_stand_inside(label: str, at: int, size: int) -> bool:
    """Whether a name inside a longer label is more than chance."""
    before, after = label[:at].rstrip("-"), label[at + size :].lstrip("-")
    if any(word in label for word in WORDS_INSIDE):
        return False
    name = label[at : at + size]
    if size >= LEAST_INSIDE and not name.isdecimal() and name not in ONLY_BESIDE_BAIT:
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
