"""What there is of each brand to make links of: hosts for people, spellings, endings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.links.brands import Brand, Brands
from app.links.dice import Dice
from app.links.suffixes import owner_of, suffix_of
from app.links.tails import LEADS, WORDS, tail
from app.links.tricks.parts import Setting, is_open_to_all

_UNSEEN_LEADS = ("www.", "m.", "mobile.")
_HTTPS_SHARE = 84
# Endings under which a platform would hardly keep its own name out of others' hands, as it may
# with .cn, .com.cn, .net or .hk: those names could be its own, and are never shown as fakes.
_FAR_ENDINGS = (
    "top", "xyz", "vip", "shop", "site", "cc", "club", "fun", "store", "online", "icu", "ltd",
)  # fmt: skip
_MACHINES = ("cdn", "pic", "img", "objects", "ugc", "pddim", "snssdk", "amemv", "sankuai")
_HOUSEHOLD = {"pinduoduo": 8, "taobao": 3, "wechat": 3, "jd": 2, "douyin": 2, "meituan": 2}


class Place(NamedTuple):
    """A genuine host on which pages for people stand."""

    host: str
    owner: str
    ending: str
    starts: bool  # with one of the brand's spellings
    weight: int


class Stock(NamedTuple):
    """What there is of one brand to make links of."""

    brand: Brand
    places: tuple[Place, ...]
    words: tuple[str, ...]  # the brand's spellings, the owners' labels among them
    names: tuple[tuple[str, str], ...]  # (label, official host) to play tricks on
    tag: str  # the spelling that every link of this brand shows behind the host


def stock_of(brand: Brand) -> Stock:
    """The hosts, spellings and names of a brand."""
    owners = {host: owner_of(host) for host in (*brand.owners, *brand.short_hosts, *brand.hosts)}
    labels = [owner.partition(".")[0] for owner in owners.values()]
    words = tuple(dict.fromkeys((*brand.labels, *labels)))
    hosts: dict[str, int] = {}
    for number, host in enumerate(brand.owners):
        if not any(word in host for word in _MACHINES):
            hosts[host] = 3 if number == 0 else 2
            if host == owners[host] and number < 2:
                for lead in ("m", "www", "mobile"):
                    hosts.setdefault(f"{lead}.{host}", 1)
    hosts.update(dict.fromkeys(brand.short_hosts, 2))
    hosts.update(dict.fromkeys(brand.hosts, 3))
    places = tuple(
        Place(
            host,
            owner_of(host),
            suffix_of(owner_of(host)),
            starts_with(host, words),
            weight,
        )
        for host, weight in hosts.items()
        if is_open_to_all(owner_of(host))
    )
    names = tuple(
        dict.fromkeys(
            (label, _official_for(label, places))
            for label in (*brand.labels, *(each.owner.partition(".")[0] for each in places))
            if not label.startswith("xn--")
        )
    )
    return Stock(brand, places, words, names, brand.labels[0] if brand.labels else words[0])


def _official_for(label: str, places: Sequence[Place]) -> str:
    for place in places:
        if place.owner.partition(".")[0] == label:
            return place.host
    return places[0].host


def starts_with(host: str, words: Sequence[str]) -> bool:
    """Whether a host begins with one of the words, perhaps after www, m or mobile."""
    for lead in _UNSEEN_LEADS:
        host = host.removeprefix(lead)
    return host.startswith(tuple(words))


class Stocks(NamedTuple):
    """All brands' stock, split as the dealer needs it."""

    by_id: Mapping[str, Stock]
    real: tuple[Stock, ...]
    invented: tuple[Stock, ...]
    weighted: tuple[tuple[Stock, int], ...]


@lru_cache(maxsize=4)
def stocks_of(brands: Brands) -> Stocks:
    """The stock of a list, worked out once."""
    by_id = {each.id: stock_of(each) for each in brands.brands}
    real = tuple(each for each in by_id.values() if not each.brand.is_invented)
    invented = tuple(each for each in by_id.values() if each.brand.is_invented)
    weighted = tuple((each, _HOUSEHOLD.get(each.brand.id, 1)) for each in real)
    return Stocks(by_id, real, invented, weighted)


def setting_of(brands: Brands, stock: Stock, dice: Dice, label: str) -> Setting:
    """All that a maker is given, drawn afresh; `label` is the stranger's."""
    place: Place = dice.weighted([(each, each.weight) for each in stock.places])
    name, official = dice.pick(stock.names)
    if dice.percent(60) and place.owner.partition(".")[0] == name:
        official = place.host
    own = {each.ending for each in stock.places}
    endings = ("example", "test", "invalid") if stock.brand.is_invented else _FAR_ENDINGS
    others = [each for each in endings if each not in own]
    return Setting(
        brands,
        stock.brand,
        official,
        name,
        place.ending,
        dice.pick(others),
        label,
        dice.pick(WORDS),
        dice.pick(LEADS),
        "https" if dice.percent(_HTTPS_SHARE) else "http",
        tail(dice, stock.tag),
        dice,
    )
