"""What a trick is: how it is named, how it is made, how it is recognised."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

import can_ada
import idna

from app.links.brands import Brand, Brands
from app.links.dice import Dice
from app.links.lookalikes import is_han, is_latin, skeleton
from app.links.once import once
from app.links.tricks.names import Name, Names, Near, names_of
from app.links.values import Anatomy, Evidence, SpanOf

Truth = Literal["genuine", "fake", "cannot_tell"]
Need = Literal["always", "name", "left", "user_info", "tail", "shown", "listed", "never"]


class Tail(NamedTuple):
    """What stands behind the host: the same for genuine and fake. Each part with its own sign."""

    path: str  # begins with "/", or is empty
    query: str = ""  # begins with "?", or is empty
    fragment: str = ""  # begins with "#", or is empty

    @property
    def text(self) -> str:
        return self.path + self.query + self.fragment


class Setting(NamedTuple):
    """What a maker is given.

    `official` is the host it plays on and `name` the label of its owner; `ending` is drawn as
    for genuine links, `stranger` is a fresh label that nobody knows, `word` one that is put
    beside names, `lead` a harmless label for the left ("m", "act").
    """

    brands: Brands
    brand: Brand
    official: str
    name: str
    ending: str
    other_ending: str
    stranger: str
    word: str
    lead: str
    scheme: str
    tail: Tail
    dice: Dice

    @property
    def names(self) -> Names:
        """The look-ups of the list, to see how a name made will be read."""
        return names_of(self.brands)

    @property
    def is_known_name(self) -> bool:
        """Whether the name is long and peculiar enough to be recognised in disguise."""
        return self.name in self.names.exact


class Address(NamedTuple):
    """A link in the parts from which it was put together; `owner` as it is written there."""

    scheme: str
    owner: str
    tail: str
    left: str = ""  # subdomain with its last dot
    user_info: str = ""  # with its @
    port: str = ""  # with its colon, and whatever else ends the host
    shown: str | None = None  # the text that stands in its place

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.user_info}{self.left}{self.owner}{self.port}{self.tail}"

    @property
    def owner_span(self) -> SpanOf:
        start = len(self.scheme) + 3 + len(self.user_info) + len(self.left)
        return start, start + len(self.owner)

    @property
    def owner_ascii(self) -> str:
        """The owner as browsers compare it."""
        return self.owner.lower() if self.owner.isascii() else to_ascii(self.owner)


class Sight:
    """One link as the recognisers see it; each part is looked at once."""

    def __init__(self, anatomy: Anatomy, brands: Brands) -> None:
        self.anatomy = anatomy
        self.names: Names = names_of(brands)

    @once
    def is_listed(self) -> bool:
        """Official, or a name that could be the brand's, or known as another's."""
        host = self.anatomy.host
        return host is not None and self.names.is_listed(host)

    @once
    def known(self) -> frozenset[str]:
        """Entries of short links, redirectors and hosts of pages that the host stands under."""
        return self.names.known(self.anatomy.host or "", self.anatomy.owner or "")

    @once
    def labels(self) -> tuple[str, ...]:
        """The labels left of the owner, as browsers compare them."""
        host, owner = self.anatomy.host or "", self.anatomy.owner or ""
        return tuple(host[: -len(owner) - 1].split(".")) if len(host) > len(owner) else ()

    @once
    def label(self) -> str:
        """The owner's own label, as people see it; "" for an IP address."""
        if self.anatomy.is_ip or not self.anatomy.owner:
            return ""
        label = self.anatomy.owner.partition(".")[0]
        return to_unicode(label) if label.startswith("xn--") else label

    @once
    def plain(self) -> str:
        """The owner's label with look-alike letters taken for what they pass for."""
        return skeleton(self.label)

    @once
    def near(self) -> tuple[Near, ...]:
        """What the owner's label resembles."""
        label = self.label
        if label.isascii():
            found = self.names.near(label) if label else ()
        else:
            found = self.names.near(self.plain, is_disguised=True)
        return found if found and is_open_to_all(self.anatomy.owner or "") else ()

    @once
    def left(self) -> tuple[tuple[Name, str, int], ...]:
        """Official names among the labels left of the owner: (name, as it stands, which label)."""
        return tuple(self._left())

    def _left(self) -> Iterator[tuple[Name, str, int]]:
        labels, hosts, exact = self.labels, self.names.hosts, self.names.exact
        for at in range(len(labels) - 1):
            for size in range(min(4, len(labels) - at), 1, -1):
                name = hosts.get(".".join(labels[at : at + size]))
                if name is not None:
                    yield name, name.text, at
                    return
        for at, label in enumerate(labels):
            name = exact.get(label)
            if name is not None and len(label) > 4 and not label.isdecimal():
                yield name, label, at
                return

    @once
    def cut(self) -> tuple[Name, int] | None:
        """A name that runs over the dot before the owner: (the name, labels it takes there)."""
        labels, joined = self.labels, self.plain
        for size in (1, 2):
            if size > len(labels):
                break
            joined = labels[-size] + joined
            name = self.names.exact.get(joined)
            # Of four letters one alone on a side leaves an everyday word, as in a.map.
            if name is not None and (len(joined) > 4 or len(labels[-1]) == 2):
                return name, size
        return None

    def span(self, part: str) -> SpanOf:
        """Where a part stands; the whole link if the part has no place of its own."""
        anatomy = self.anatomy
        return anatomy.spans.get(part) or anatomy.spans.get("host") or (0, len(anatomy.text))

    def raw(self, part: str) -> str:
        """A part as it was written."""
        span = self.anatomy.spans.get(part)
        return self.anatomy.text[span[0] : span[1]] if span else ""

    def place(self, part: str, words: str) -> SpanOf:
        """Where some words stand in a part; the whole part if they are written otherwise there."""
        start, end = self.span(part)
        at = self.anatomy.text[start:end].lower().find(words.lower()) if words else -1
        return (start + at, start + at + len(words)) if at >= 0 else (start, end)

    def of_owner(self, trick: str, near: Near) -> Evidence:
        """A trick in the owner's own name."""
        name = near.name
        where = self.place("owner", near.seen if near.seen != self.plain else self.label)
        return Evidence(trick, name.brand, name.official, where)


@dataclass(frozen=True, kw_only=True)
class Trick:
    """One way to disguise a link.

    `make` gives a fresh address, or None where this brand's name does not lend itself to it.
    `find` gives the evidence on a link; it is asked only where what it `needs` is there.
    `truth` is what a round made with it comes to; `needs_link` is False where it lies in the
    message alone. `likeness` names the family: alike tricks are told apart best when mixed.
    """

    id: str
    title: str
    sentence: str
    family: str
    needs: Need
    make: Callable[[Setting], Address | None]
    find: Callable[[Sight], Iterable[Evidence]]
    deceives: bool = True
    truth: Truth = "fake"
    needs_link: bool = True
    weight: int = 6


def to_ascii(host: str) -> str:
    """A host name as browsers compare it (UTS #46)."""
    return can_ada.idna_encode(host).decode("ascii")


def to_unicode(label: str) -> str:
    """A label's letters; the label itself if it is no valid code."""
    try:
        return idna.decode(label)
    except (idna.IDNAError, UnicodeError):
        return label


def label_letters(label: str) -> tuple[bool, bool]:
    """Whether letters of other scripts stand in it, and whether accented Latin ones do."""
    foreign = [c for c in label if not c.isascii()]
    others = any(not is_latin(c) and not is_han(c) for c in foreign)
    return others, any(is_latin(c) for c in foreign)


# Endings that are given only to institutions: nobody gets a look-alike under them.
_INSTITUTIONS = frozenset(("gov", "edu", "mil", "ac", "int"))


def is_open_to_all(owner: str) -> bool:
    """Whether anybody could have registered this name."""
    return _INSTITUTIONS.isdisjoint(owner.split(".")[1:])


def nothing(_sight: Sight) -> Iterable[Evidence]:
    """For tricks that lie in the message and leave no trace on the link."""
    return ()


Table = Mapping[str, Trick]
