"""The words for E42x: what is wrong with the levels of the link game, levels.yaml."""

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
        mark("Correct the verdict or the link, or add the missing brand to brands.yaml."),
    ),
}
