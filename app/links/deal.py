"""Deals rounds: a fresh link with its true owner, in a message, for as long as anyone likes.

Everything follows from the seed and from what was dealt before, both given as values. A fake is
inert text made from a brand by a trick, never a name that the brand could own; a genuine link
has the shape of such a fake (see `genuine`). Which share is fake is told nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.links.brands import Brand, Brands
from app.links.dice import Dice
from app.links.genuine import genuine_like, sort_of
from app.links.messages import DEMANDS, Kind, Message, bare_phrase, compose, phrase_around
from app.links.rounds import REST_ROUNDS, Past, Round, Wish, bare, fake_owner
from app.links.stock import Stock, setting_of, stocks_of
from app.links.tails import stranger
from app.links.tricks.names import Names, names_of
from app.links.tricks.parts import Address, Trick, Truth
from app.links.tricks.table import TRICKS
from app.links.wordings import WORDINGS, Said

_TRIES = 400
_INVENTED_SHARE = 14  # of a hundred rounds
_NOTHING_BEFORE, _ANYTHING = Past(), Wish()
_ALL = tuple(TRICKS.values())


def deal(
    brands: Brands, seed: int | str, n: int, past: Past = _NOTHING_BEFORE, wish: Wish = _ANYTHING
) -> Iterator[Round]:
    """n rounds. The same seed, past and wish always give the same rounds.

    Raises KeyError for a trick that there is not. If the wish leaves so few names that every
    one has been used, names come back, but never a whole link.
    """
    tricks = tuple(TRICKS[each] for each in wish.tricks)
    table = _Table(brands, tricks, wish, past)
    for number in range(n):
        yield table.round(f"{seed}-{number + len(past.links)}")


class _Table:
    """The stock of all brands, what was dealt before, and what is wanted now."""

    def __init__(self, brands: Brands, tricks: tuple[Trick, ...], wish: Wish, past: Past) -> None:
        self.brands, self.wish = brands, wish
        self.names: Names = names_of(brands)
        self.stocks = stocks_of(brands)
        self.is_all = not tricks
        self.fakes = _weighted(tricks or _ALL, "fake", needs_link=self.is_all)
        self.hidden = _weighted(tricks or _ALL, "cannot_tell")
        self.demands = [each for each, _ in self.fakes if not each.needs_link]
        # Genuine links take the shape of some fake, even where none is wanted.
        linked = [each for each in self.fakes if each[0].needs_link]
        self.models = linked or _weighted(_ALL, "fake", needs_link=True)
        # Nobody genuine turns text round.
        self.shapes = [each for each in self.models if each[0].id != "bidi"] or [
            each for each in _weighted(_ALL, "fake", needs_link=True) if each[0].id != "bidi"
        ]
        self.is_http_wanted = any(each.id == "http-only" for each in tricks)
        self.links, self.bare = set(past.links), set(past.fakes)
        self.owners = list(past.owners)

    def round(self, name: str) -> Round:
        """The next round."""
        dice = Dice(name)
        truth = self._truth(dice)
        if self.demands and dice.below(len(self.fakes)) < len(self.demands):
            dealt = self._demand(name, dice)
        elif truth == "cannot_tell":
            dealt = self._hidden(name, dice)
        else:
            dealt = self._owned(name, dice, truth)
        self.links.add(dealt.url or dealt.text.zh)
        if dealt.truth == "fake":
            self.bare.add(bare(dealt.url))
        self.owners.append(fake_owner(dealt))
        return dealt

    def _truth(self, dice: Dice) -> Truth:
        if self.wish.truth is not None:
            return self.wish.truth
        shares: list[tuple[Truth, int]] = [("genuine", 45)]
        if self.fakes:
            shares.append(("fake", 45))
        if self.hidden:
            shares.append(("cannot_tell", 10 if self.fakes or self.is_http_wanted else 45))
        return dice.weighted(shares)

    def _owned(self, name: str, dice: Dice, truth: Truth) -> Round:
        """A round with a genuine or a fake link."""
        for attempt in range(_TRIES):
            made = self._fake(dice, attempt, self.models if truth == "fake" else self.shapes)
            if made is None:
                continue
            trick, stock, address = made
            if truth == "genuine":
                address = genuine_like(address, stock, dice)
                if self.is_http_wanted:
                    address = address._replace(scheme="http")
            address = _spelled(address, dice)
            url = address.url
            if url in self.links:
                continue
            owner = address.owner_ascii
            if truth == "fake":
                is_stale = bare(url) in self.bare or owner in self.owners[-REST_ROUNDS:]
                is_somebodys = self.names.is_listed(owner) or self.names.known(owner, owner)
                if is_somebodys or (is_stale and attempt < _TRIES - 50):
                    continue
            return self._dealt(name, dice, truth, trick, stock, address)
        raise AssertionError("there is always another link")

    def _fake(
        self, dice: Dice, attempt: int, tricks: list[tuple[Trick, int]]
    ) -> tuple[Trick, Stock, Address] | None:
        trick = dice.weighted(tricks)
        # A trick that the wished brand's name does not lend itself to is played on another's.
        brand = self.wish.brand if attempt < _TRIES // 4 else None
        stock = self._stock(dice, brand, is_invented=trick.id == "qr")
        setting = setting_of(self.brands, stock, dice, self._stranger(dice))
        address = trick.make(setting)
        return None if address is None else (trick, stock, address)

    def _stock(self, dice: Dice, wished: str | None, *, is_invented: bool = False) -> Stock:
        stocks = self.stocks
        if wished is not None:
            stock = stocks.by_id[wished]
            if stock.brand.is_invented or not is_invented:
                return stock
        if not stocks.real or (stocks.invented and (is_invented or dice.percent(_INVENTED_SHARE))):
            return dice.pick(stocks.invented)
        return dice.weighted(stocks.weighted)

    def _stranger(self, dice: Dice) -> str:
        while True:
            label = stranger(dice)
            if not self.names.near(label):
                return label

    def _dealt(
        self, name: str, dice: Dice, truth: Truth, trick: Trick, stock: Stock, address: Address
    ) -> Round:
        brand = stock.brand
        kind = _kind(dice, trick, brand, address)
        message = compose(dice, kind, brand.zh, brand.en, brand.trade)
        is_fake = truth == "fake"
        url = address.url
        text = _line(message, kind, address.shown or url, dice, brand)
        is_http = truth == "genuine" and self.is_http_wanted
        return Round(
            id=name,
            url=url,
            shown=_shown(message, kind, address),
            message=message,
            text=text,
            kind=kind,
            truth=truth,
            brand=brand.id,
            trick=trick.id if is_fake else "http-only" if is_http else None,
            owner=address.owner_ascii,
            owner_span=address.owner_span,
            sort="" if is_fake else sort_of(address, stock),
        )

    def _hidden(self, name: str, dice: Dice) -> Round:
        """A round in which nothing can be told."""
        while True:
            stock = self._stock(dice, self.wish.brand)
            brand = stock.brand
            extra = dice.below(100) if self.is_all else 100
            if extra < 15 and not brand.is_invented:
                return self._mini_program(name, dice, brand)
            if extra < 28:
                return self._phrase(name, dice, brand)
            trick = dice.weighted(self.hidden or _weighted(_ALL, "cannot_tell"))
            address = trick.make(setting_of(self.brands, stock, dice, self._stranger(dice)))
            if address is None or address.url in self.links:
                continue
            kind: Kind = dice.weighted((("card", 45), ("text", 55)))
            message = compose(dice, kind, brand.zh, brand.en, brand.trade)
            return Round(
                id=name,
                url=address.url,
                shown=_shown(message, kind, address),
                message=message,
                text=_line(message, kind, address.url, dice, brand),
                kind=kind,
                truth="cannot_tell",
                brand=brand.id,
                trick=trick.id,
                owner=address.owner_ascii,
                owner_span=address.owner_span,
            )

    def _mini_program(self, name: str, dice: Dice, brand: Brand) -> Round:
        message = compose(dice, "mini_program", brand.zh, brand.en, brand.trade)
        title = brand.zh + dice.pick(WORDINGS[brand.trade].helpers)
        url = f"#小程序://{title}/{dice.code(11)}"
        text = Said(f"{message.said.zh} {url}", f"{message.said.en} {url}")
        return _without_owner(name, url, title, message, text, "mini_program", brand)

    def _phrase(self, name: str, dice: Dice, brand: Brand) -> Round:
        message = compose(dice, "phrase", brand.zh, brand.en, brand.trade)
        phrase, said = bare_phrase(dice, brand.zh, brand.en)
        message = message._replace(said=said)
        return _without_owner(name, phrase, phrase, message, said, "phrase", brand)

    def _demand(self, name: str, dice: Dice) -> Round:
        truth = self.wish.truth or dice.weighted(
            (("genuine", 45), ("fake", 45), ("cannot_tell", 10))
        )
        fitting = [each for each in DEMANDS if each.truth == truth]
        # As long as there are some that were not seen before.
        fresh = [each for each in fitting if each.said.zh not in self.links]
        demand = dice.pick(fresh or fitting)
        # What it wants is all there is in it: no pressure is drawn that its words do not hold.
        message = compose(dice, "text", "", "", "shop")._replace(said=demand.said, pressure=None)
        return Round(
            id=name,
            url="",
            shown=Said("", ""),
            message=message,
            text=demand.said,
            kind="text",
            truth=demand.truth,
            brand=None,
            trick="no-link-bait" if demand.truth == "fake" else None,
            owner=None,
            owner_span=None,
            asks="demand",
            wants=demand.wants,
        )


def _without_owner(
    name: str, url: str, shown: str, message: Message, text: Said, kind: Kind, brand: Brand
) -> Round:
    """A code that only an App can read: nothing can be told from it."""
    return Round(
        id=name,
        url=url,
        shown=Said(shown, shown),
        message=message,
        text=text,
        kind=kind,
        truth="cannot_tell",
        brand=brand.id,
        trick=None,
        owner=None,
        owner_span=None,
    )


def _weighted(
    tricks: tuple[Trick, ...], truth: Truth, *, needs_link: bool = False
) -> list[tuple[Trick, int]]:
    """The tricks of one truth with how often each is dealt."""
    return [
        (each, each.weight)
        for each in tricks
        if each.truth == truth and (each.needs_link or not needs_link)
    ]


def _kind(dice: Dice, trick: Trick, brand: Brand, address: Address) -> Kind:
    """How the link comes; the same draw for genuine and fake. QR codes hold reserved names only."""
    if trick.id == "qr":
        return "qr"
    if address.shown is not None:
        return dice.weighted((("card", 40), ("text", 60)))
    if brand.is_invented:
        return dice.weighted((("card", 30), ("text", 30), ("phrase", 10), ("qr", 30)))
    return dice.weighted((("card", 38), ("text", 46), ("phrase", 16)))


def _shown(message: Message, kind: Kind, address: Address) -> Said:
    """What stands in the link's place: another text, a card's title, or the link itself."""
    if address.shown is not None:
        return Said(address.shown, address.shown)
    return message.title if kind in ("card", "qr") else Said(address.url, address.url)


def _line(message: Message, kind: Kind, link: str, dice: Dice, brand: Brand) -> Said:
    """The message as one line, with a bare link in it."""
    said = message.said
    if kind == "phrase":
        around = phrase_around(dice, link, brand.zh, brand.en)
        return Said(f"{said.zh} {around.zh}", f"{said.en} {around.en}")
    if kind == "text":
        return Said(f"{said.zh} {link}", f"{said.en} {link}")
    return said


def _spelled(address: Address, dice: Dice) -> Address:
    """Now and then the host in capitals or full-width letters: that changes nothing."""
    way = dice.below(100)
    host = address.left + address.owner
    if way >= 5 or not host.isascii() or not any(map(str.isalpha, host)) or "xn--" in host:
        return address
    if way == 0:
        return address._replace(left=_wide(address.left), owner=_wide(address.owner))
    if way == 1:
        return address._replace(left=address.left.upper(), owner=address.owner.upper())
    return address._replace(left=address.left.title(), owner=address.owner.title())


def _wide(text: str) -> str:
    """The letters and digits as full-width ones."""
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in text)
