"""The game's dealer: asks `app.links` for a fresh round, and says what the history keeps of it."""

from __future__ import annotations

from collections.abc import Iterable

from app.learning.game import Ask, Deal, Dealt
from app.links.brands import Brands
from app.links.deal import deal
from app.links.rounds import Past, Round, Wish, bare
from app.links.tricks.parts import Trick
from app.links.tricks.table import TRICKS

_DEMAND = "no-link-bait"


def pool() -> tuple[Trick, ...]:
    """The tricks of free play: all that a link can play, and those nobody can see through."""
    return tuple(each for each in TRICKS.values() if each.needs_link and each.truth != "genuine")


def hidden_tricks() -> tuple[str, ...]:
    """The ids of the tricks whose truth is "can't tell", as `plan_level` needs them."""
    return tuple(each.id for each in TRICKS.values() if each.truth == "cannot_tell")


def dealer(brands: Brands, like: Iterable[str] = ()) -> Deal[Round]:
    """A dealer with this official list.

    A trick or a brand that there is not (any more) leaves the choice to the dealer: a sitting may
    have been planned with another list.
    Genuine links take the shape of those of the tricks `like` that make fakes (of all, if there
    are none), so that in a level they look no simpler than its fakes.
    """
    shapes = tuple(each.id for each in pool() if each.id in set(like) and each.truth == "fake")

    def one(ask: Ask) -> Dealt[Round]:
        is_known = ask.trick in TRICKS
        tricks = (ask.trick,) if is_known else shapes if ask.truth == "genuine" else ()
        brand = ask.brand if ask.brand in brands.by_id else None
        wish = Wish((_DEMAND,) if ask.judge == "demand" else tricks, ask.truth, brand)
        past = Past(
            links=ask.avoid_links,
            fakes=frozenset(map(bare, ask.avoid_links)),
            owners=tuple(sorted(ask.avoid_owners)),
        )
        dealt = next(deal(brands, ask.seed, 1, past, wish))
        return Dealt(
            shown=dealt,
            truth=dealt.truth,
            trick=dealt.trick or "",
            kind=dealt.sort,
            brand=dealt.brand or "",
            owner=dealt.owner or "",
            link=dealt.url or dealt.text.zh,  # a demand is known again by its words
        )

    return one
