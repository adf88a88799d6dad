"""The words for E42x and E43x: links written by hand, and levels.yaml, the game's levels."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES = {
    "E420": Message(
        mark("This fake may belong to somebody: its owner is “{owner}”."),
        mark(
            "Give fakes an owner ending in .example, .test, .invalid or .localhost, "
            "or an IP kept for documentation, such as 203.0.113.7."
        ),
    ),
    "E421": Message(
        mark("Nobody can see who owns “{text}”: it is no web link."),
        mark("Write a whole link such as https://lepinji.example/a, or use `judge: demand`."),
    ),
    "E422": Message(
        mark("There is no {kind} “{id}”."),
        mark("Take one of those there are; the nearest is {meant}."),
    ),
    "E423": Message(
        mark("This level has nothing to play."),
        mark("Add `tricks:` and `rounds:`, or `links:`."),
    ),
    "E424": Message(
        mark("`tricks` and `rounds` go together, but `{key}` is missing."),
        mark("Add `{key}:`, or take the other line out."),
    ),
    "E425": Message(
        mark("With {number} rounds this level cannot be passed: it takes at least {least}."),
        mark("Write more links, or let the rest be dealt with `tricks:` and `rounds:`."),
    ),
    "E426": Message(
        mark("A level needs both kinds of link, but none of its own is “{verdict}”."),
        mark("Add one, or let the rest be dealt with `tricks:` and `rounds:`."),
    ),
    "E427": Message(
        mark("The verdict is “{verdict}”, but the lens comes to “{seen}”."),
        mark(
            "Correct the verdict, `brand:` or the link, or add what is missing to your "
            "brands.yaml: a brand, or under `short_links:` a host of short links."
        ),
    ),
    "E428": Message(
        mark("The message speaks of “{id}”, but {owner} belongs to “{own}”."),
        mark("Correct `brand:` or the link: a genuine link is the brand's own."),
    ),
    "E429": Message(
        mark("The trick “{id}” cannot be seen on this link; what can be seen is: {seen}."),
        mark("Correct `trick:` or the link, or leave `trick:` out."),
    ),
    "E430": Message(
        mark("“{text}” cannot be read as a link."),
        mark("Correct it, or leave `url:` out and say it in `message:`."),
    ),
    "E431": Message(
        mark("Nothing here can be “{verdict}”, so this could never be passed."),
        mark("Add a trick that makes fakes, or a link of that kind under `links:`."),
    ),
    "E432": Message(
        mark("The lens knows nobody behind {owner}: it is neither genuine nor fake by itself."),
        mark(
            "Say with `brand:` whose it claims to be; or add what is missing to your brands.yaml: "
            "a brand, or under `short_links:` a host of short links."
        ),
    ),
}
