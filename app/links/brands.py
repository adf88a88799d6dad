"""The official list: which names belong to which brand, and which hosts carry anyone's pages.

The values come from a teacher's file (`lessons/brands.yaml`), read elsewhere. All names are
in the form in which browsers compare them: lower case, ASCII (`xn--…`), no dot at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from app.links.wordings import Trade


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """One brand: how it is called, and what is certainly its own.

    `owners` are registrable domains or hosts; each stands for everything under it, and the
    first is the one to name when a single one is wanted. `short_hosts` make the brand's own
    short links, `hosts` are genuine hosts that people meet in messages; both lie under an
    owner or are owners themselves. `labels` are the brand's spellings in host names
    (`pinduoduo`), `abbreviations` its short ones (`pdd`). `han_names` are its Chinese names.
    `never_fake` are names it could own as well: neither official nor ever shown as a fake.
    """

    id: str
    zh: str
    en: str
    pinyin: str
    owners: tuple[str, ...]
    short_hosts: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    app_schemes: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    han_names: tuple[str, ...] = ()
    never_fake: tuple[str, ...] = ()
    source: str = ""
    checked: str = ""  # YYYY-MM-DD
    is_invented: bool = False
    trade: Trade = "shop"  # decides what is said in messages about it


class Standing(NamedTuple):
    """What the list knows of a host (with its path). Each name is the entry that says so."""

    brand: str | None = None  # whose official name this is
    entry: str = ""  # the official entry it stands under
    brand_short: str = ""  # the brand's own short links
    redirector: str = ""
    hosted: str = ""
    shortener: str = ""
    carrier: str = ""
    never_fake: str = ""  # a name that a brand could own as well
    other: str = ""  # a name of someone else that merely looks alike


UNKNOWN = Standing()


@dataclass(frozen=True, eq=False, kw_only=True)
class Brands:
    """The whole list with fast look-ups.

    `carriers`, `redirectors`, `hosted`, `shorteners` and `others` are hosts, each standing
    for everything under it; with a path (`google.com/url`) only for paths that begin so.
    Two lists are never equal unless they are the same object, so that what is worked out
    from one can be kept with it.
    """

    brands: tuple[Brand, ...]
    carriers: tuple[str, ...] = ()
    redirectors: tuple[str, ...] = ()
    hosted: tuple[str, ...] = ()
    shorteners: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    checked: str = ""  # the oldest day on which an entry was checked
    by_id: Mapping[str, Brand] = field(init=False, repr=False)
    official: Mapping[str, str] = field(init=False, repr=False)
    """Official entry (owner, host or the brand's own short-link host) → brand id."""
    labels: Mapping[str, str] = field(init=False, repr=False)
    """The brands' spellings in host names, such as `pinduoduo` → brand id."""
    abbreviations: Mapping[str, str] = field(init=False, repr=False)
    """The short spellings, such as `pdd` → brand id."""
    han_names: Mapping[str, str] = field(init=False, repr=False)
    """Chinese names → brand id."""
    never_fake: Mapping[str, str] = field(init=False, repr=False)
    """Names a brand could own as well → brand id."""
    app_schemes: Mapping[str, str] = field(init=False, repr=False)
    """App scheme without `://` → brand id."""
    official_of: Mapping[str, str] = field(init=False, repr=False)
    """Label, abbreviation or Chinese name → the official name that it plays on."""
    _roles: Mapping[str, tuple[tuple[str, str, str], ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        def put(name: str, value: object) -> None:
            object.__setattr__(self, name, value)

        put("by_id", {one.id: one for one in self.brands})
        put("official", dict(_official(self.brands)))
        put("labels", _by_name((one.id, one.labels) for one in self.brands))
        put("abbreviations", _by_name((one.id, one.abbreviations) for one in self.brands))
        put("han_names", _by_name((one.id, one.han_names) for one in self.brands))
        put("never_fake", _by_name((one.id, one.never_fake) for one in self.brands))
        put("app_schemes", _by_name((one.id, one.app_schemes) for one in self.brands))
        put("official_of", dict(_played_on(self.brands)))
        put("_roles", self._all_roles())

    def brand_of(self, host: str) -> str | None:
        """The id of the brand to which this host belongs; None if it is on no brand's list."""
        official = self.official
        while host:
            brand = official.get(host)
            if brand is not None:
                return brand
            host = host.partition(".")[2]
        return None

    def standing(self, host: str, path: str = "") -> Standing:
        """All that the list says of a host; the longest entry of each sort counts."""
        roles = self._roles
        found: dict[str, object] = {}
        rest = host
        while rest:
            for role, entry_path, value in roles.get(rest, ()):
                if role not in found and _begins(path, entry_path):
                    found[role] = value
                    if role == "brand":
                        found["entry"] = rest
            rest = rest.partition(".")[2]
        return UNKNOWN._replace(**found) if found else UNKNOWN  # type: ignore[arg-type]

    def _all_roles(self) -> dict[str, tuple[tuple[str, str, str], ...]]:
        roles: dict[str, list[tuple[str, str, str]]] = {}

        def add(role: str, name: str, value: str = "") -> None:
            host, slash, path = name.partition("/")
            roles.setdefault(host, []).append((role, slash + path, value or name))

        for entry, brand in self.official.items():
            add("brand", entry, brand)
        for one in self.brands:
            for host in one.short_hosts:
                add("brand_short", host)
        for role, names in (
            ("redirector", self.redirectors),
            ("hosted", self.hosted),
            ("shortener", self.shorteners),
            ("carrier", self.carriers),
            ("never_fake", tuple(self.never_fake)),
            ("other", self.others),
        ):
            for name in names:
                add(role, name)
        return {host: tuple(each) for host, each in roles.items()}


def _begins(path: str, entry_path: str) -> bool:
    """Whether a path begins with an entry's path, at the end of a part or word of it."""
    if not path.startswith(entry_path):
        return False
    after = path[len(entry_path) : len(entry_path) + 1]
    return not entry_path or entry_path.endswith("/") or after in ("", "/", "?", "#", ";", ".")


def _official(brands: Iterable[Brand]) -> Iterator[tuple[str, str]]:
    for one in brands:
        for entry in (*one.owners, *one.short_hosts):
            yield entry, one.id


def _by_name(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    return {name: brand for brand, names in named for name in names}


def _played_on(brands: Iterable[Brand]) -> Iterator[tuple[str, str]]:
    for one in brands:
        first_labels = {owner.partition(".")[0]: owner for owner in reversed(one.owners)}
        for name in (*one.labels, *one.abbreviations, *one.han_names):
            yield name, first_labels.get(name, one.owners[0])
