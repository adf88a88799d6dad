"""A lesson's link game as a level: its own links, and what it wants dealt."""

from __future__ import annotations

from app.content.models import GameLink, LinkGameStep
from app.links.levels import HandRound, Level, LevelList
from app.links.score import LEAST_TO_PASS, truth_named


def level_of(step: LinkGameStep, levels: LevelList) -> Level:
    """The level that a step plays. Raises KeyError if it names one that there is not.

    A step that names a level and adds nothing is that level, and counts as it. Otherwise the
    level has no id; `rounds` of the step are those dealt (10, if it does not say), and its own
    links come on top. A step that adds to a level takes over the level's rounds by hand too.
    """
    by_hand = tuple(map(_hand_round, step.links))
    if step.level:
        named = levels.level(step.level)
        if not by_hand and not step.tricks and step.rounds is None:
            return named
        ours = {one.id for one in by_hand}
        by_hand += tuple(one for one in named.by_hand if one.id not in ours)
        tricks = step.tricks or named.tricks
    else:
        tricks = step.tricks
    dealt = (LEAST_TO_PASS if step.rounds is None else step.rounds) if tricks else 0
    return Level(
        id="",
        title=step.title,
        judge=step.judge,
        tricks=tricks,
        rounds=dealt + len(by_hand),
        by_hand=by_hand,
    )


def _hand_round(link: GameLink) -> HandRound:
    return HandRound(
        id=link.id,
        truth=truth_named(link.verdict),
        why=link.why,
        message=link.message,
        url=link.url,
        shown=link.shown,
        carrier="card" if link.shown else "text",
        brand=link.brand,
        trick=link.trick,
    )
