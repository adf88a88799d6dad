"""The words for W2xx: nothing is wrong, but it teaches less well than it could."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES = {
    "W201": Message(
        mark("This option has no `why`."),
        mark("Add `why:` and say why it is right or wrong; right options need it too."),
    ),
    "W202": Message(
        mark(
            "In {longest} of {singles} single-choice questions the right option is the longest: "
            "learners notice."
        ),
        mark("Shorten the right options, or make the others as full."),
    ),
    "W203": Message(
        mark("“{text}” can be worked out without knowing the matter."),
        mark("Put something definite in its place, or make the question `type: multi`."),
    ),
    "W204": Message(
        mark("In all {singles} single-choice questions the right option is number {number}."),
        mark("Put the right options in different places."),
    ),
    "W205": Message(
        mark("The picture “{text}” has no description."),
        mark(
            "Describe in a few words what it shows, for those who cannot see it: "
            "`alt:`, or between the [ ]."
        ),
    ),
    "W206": Message(
        mark("This paragraph has {length} characters; on a phone nobody reads more than {most}."),
        mark("Split it with an empty line, or make a list of it."),
    ),
    "W207": Message(
        mark("This source was last checked on {date}, more than twelve months ago."),
        mark("Look whether it still holds, then change the date."),
    ),
    "W208": Message(
        mark("The date {date} is still to come."),
        mark("Write the day on which the source was really checked."),
    ),
    "W209": Message(
        mark(
            "Ids are still missing ({number} in all, this is the first): "
            "until they are there, the lesson cannot be published."
        ),
        mark("Run `shilian fix {folder}`, which adds the ids."),
    ),
    "W211": Message(
        mark(
            "Nobody ever gets this advice: it begins at {number}, and there are only {items} items."
        ),
        mark("Lower the number."),
    ),
    "W212": Message(
        mark(
            "Only {number} of {links} links are “{verdict}”: whoever never says so is mostly right."
        ),
        mark("Write at least a third of the links as “genuine” and a third as “fake”."),
    ),
    "W213": Message(
        mark(
            "Fakes can be told without reading the owner: by “{feature}” alone in {percent} of "
            "100 pairs, where chance is 50."
        ),
        mark(
            "Make genuine and fake links alike in this, so that only the owner differs; "
            "`shilian gate` shows every figure."
        ),
    ),
    "W214": Message(
        mark(
            "Fakes can be told without reading the owner: by “{feature}” and “{second}” together "
            "in {percent} of 100 pairs, where chance is 50."
        ),
        mark(
            "Make genuine and fake links alike in both, so that only the owner differs; "
            "`shilian gate` shows every figure."
        ),
    ),
    "W215": Message(
        mark("Whoever looks at nothing but “{feature}” is right about every link here."),
        mark("Give at least one genuine and one fake link the other look."),
    ),
    "W216": Message(
        mark("Nothing says why this sentence is true or false."),
        mark("Add `why:` to the question."),
    ),
}
