"""Deals what a sitting of the game asks for, and says what the history keeps of it."""

from __future__ import annotations

from collections.abc import Collection

from app.learning.game import Ask, Dealt
from app.links.brands import Brands
from app.links.deal import deal
from app.links.rounds import Past, Round, Wish, bare
from app.links.tricks.table import TRICKS

DEMAND_TRICKS = tuple(trick.id for trick in TRICKS.values() if not trick.needs_link)
HIDDEN_TRICKS = tuple(trick.id for trick in TRICKS.values() if trick.truth == "cannot_tell")


class Dealer:
    """A `Deal` over an official list.

    `like` are the tricks whose shape genuine links take where no trick is asked for: those of
    the level, so that a genuine link looks no simpler than its fakes.
    """

    def __init__(self, brands: Brands, like: Collection[str] = ()) -> None:
        self._brands = brands
        self._like = tuple(
            name
            for name in like
            if name in TRICKS and TRICKS[name].truth == "fake" and TRICKS[name].needs_link
        )
        self._bare: frozenset[str] = frozenset()
        self._bare_of: frozenset[str] = frozenset()

    def __call__(self, ask: Ask) -> Dealt[Round]:
        """The same link for the same question, however often it is asked."""
        if ask.judge == "demand":
            tricks: tuple[str, ...] = DEMAND_TRICKS
        elif ask.trick:
            tricks = (ask.trick,)
        else:
            tricks = self._like if ask.truth == "genuine" else ()
        past = Past(
            links=ask.avoid_links,
            fakes=self._without_path(ask.avoid_links),
            owners=tuple(ask.avoid_owners),
        )
        wish = Wish(tricks, ask.truth, ask.brand or None)
        one = next(deal(self._brands, ask.seed, 1, past, wish))
        return Dealt(
            shown=one,
            truth=one.truth,
            trick=one.trick or "",
            kind=one.sort,
            brand=one.brand or "",
            owner=one.owner or "",
            link=one.url,
        )

    def _without_path(self, links: frozenset[str]) -> frozenset[str]:
        if links is not self._bare_of:
            self._bare_of, self._bare = links, frozenset(bare(each) for each in links if each)
        return self._bare
