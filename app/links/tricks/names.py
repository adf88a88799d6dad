"""The official list as the recognisers need it: whose name is whose, and what is no trick."""

from __future__ import annotations

from functools import lru_cache

from app.links.brands import Brand, Brands
from app.links.lookalikes import han_key
from app.links.suffixes import owner_of
from app.links.tricks.spellings import Name, Near, Spellings

__all__ = ["Name", "Names", "Near", "names_of"]

_LEAST_HAN = 2


class Names:
    """All look-ups over one list of brands.

    `exact` are the spellings that can be told in disguise, `han` the Chinese names by their
    key (`han_key`), `hosts` all official host names. `shorteners`, `redirectors` and `hosted`
    are the entries of the list, some with a path.
    """

    def __init__(self, brands: Brands) -> None:
        self.han: dict[str, Name] = {}
        self.hosts: dict[str, Name] = {}
        names: list[Name] = []
        short: dict[str, Name] = {}
        for brand in brands.brands:
            names += self._enter(brand)
            for each in brand.abbreviations:
                short.setdefault(each, Name(each, brand.id, brand.owners[0]))
        self.longest_han = max(map(len, self.han), default=0)
        self.spellings = Spellings(names, short)
        self.exact = self.spellings.exact
        self.near = self.spellings.near
        self._official = dict(brands.official)
        self._silent = frozenset((*brands.official, *brands.never_fake, *brands.others))
        self._carriers = frozenset(
            each for each in (*brands.carriers, *brands.redirectors) if "/" not in each
        )
        self.shorteners = frozenset(brands.shorteners)
        self.redirectors = frozenset(brands.redirectors)
        self.hosted = frozenset(brands.hosted)
        self._entries: dict[str, frozenset[str]] = {}
        for entry in self.shorteners | self.redirectors | self.hosted:
            host = entry.partition("/")[0]
            self._entries[host] = self._entries.get(host, frozenset()) | {entry}
        self._entry_owners = frozenset(map(owner_of, self._entries))

    def is_listed(self, host: str) -> bool:
        """Whether the host is official, could be a brand's own, or is known as another's."""
        return _under(host, self._silent) is not None

    def owner_brand(self, host: str) -> str | None:
        """The brand whose official name this host stands under, or None."""
        entry = _under(host, self._official)
        return None if entry is None else self._official[entry]

    def is_carrier(self, host: str) -> bool:
        """Whether other people's names stand in this host's paths as a matter of course."""
        return _under(host, self._carriers) is not None

    def known(self, host: str, owner: str) -> frozenset[str]:
        """The entries of short links, redirectors and hosts of pages that this host stands under.

        An entry may have a path (`google.com/url`), which is still to be compared.
        """
        owners, found = self._entry_owners, frozenset[str]()
        if owner not in owners and owner.partition(".")[2] not in owners:
            return found
        rest = host
        while rest:
            found |= self._entries.get(rest, frozenset())
            rest = rest.partition(".")[2]
        return found

    def _enter(self, brand: Brand) -> list[Name]:
        own = (*brand.owners, *(each for each in brand.short_hosts if each.count(".") == 1))
        by_label = {owner.partition(".")[0]: owner for owner in reversed(own)}
        for han in brand.han_names:
            if len(han) >= _LEAST_HAN:
                self.han.setdefault(han_key(han), Name(han, brand.id, brand.owners[0]))
        for host in (*brand.owners, *brand.short_hosts, *brand.hosts):
            self.hosts.setdefault(host, Name(host, brand.id, host))
        return [
            Name(label, brand.id, by_label.get(label, brand.owners[0]))
            for label in (*brand.labels, *by_label)
            if not label.startswith("xn--")
        ]


def _under(host: str, entries: frozenset[str] | dict[str, str]) -> str | None:
    """The entry that a host stands under, at a dot; None if there is none."""
    rest = host
    while rest:
        if rest in entries:
            return rest
        rest = rest.partition(".")[2]
    return None


@lru_cache(maxsize=4)
def names_of(brands: Brands) -> Names:
    """The look-ups of a list, worked out once."""
    return Names(brands)
