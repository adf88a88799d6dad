"""levels.yaml, the levels of the link game, as a table."""

from __future__ import annotations

from app.content.spec.fields import (
    Record,
    an_id,
    hidden_text,
    hidden_texts,
    parts,
    required,
    text,
    whole,
    word,
)
from app.i18n import mark

LEVELS_FORMAT = 1

_LINK = Record(
    name="link",
    id_prefix="link-",
    fields=(
        required(an_id(mark("The link's id: translations name it."))),
        text("message", mark("The message around it.")),
        hidden_text("url", mark("The link itself; it is only shown, never opened.")),
        text("shown", mark("The words shown in place of the link.")),
        word(
            "carrier",
            mark("How the message carries the link; text if left out."),
            "card",
            "text",
            "qr",
            "phrase",
            "mini-program",
        ),
        required(
            word(
                "verdict",
                mark("What is true of it."),
                "genuine",
                "fake",
                "cannot-tell",
                "fine",
                "harmful",
                "check-first",
            )
        ),
        hidden_text("brand", mark("The id of the brand it claims to be.")),
        hidden_text("trick", mark("The id of the trick it plays.")),
        required(text("why", mark("How one can tell."))),
    ),
)

_LEVEL = Record(
    name="level",
    id_prefix="level-",
    fields=(
        required(an_id(mark("The level's id: progress names it, so never change it."))),
        required(text("title", mark("The level's title."))),
        text("rule", mark("What to look for, in one sentence.")),
        word(
            "judge",
            mark("owner: whose link it is; demand: whether to do as asked."),
            "owner",
            "demand",
        ),
        hidden_texts("tricks", mark("The tricks to deal links from.")),
        whole("rounds", mark("How many rounds the level has, those by hand included."), 10, 50),
        parts("links", mark("Links written by hand."), _LINK, low=0),
    ),
)

LEVELS = Record(
    name="levels",
    fields=(
        required(
            whole("format", mark("The format of this file: 1."), LEVELS_FORMAT, LEVELS_FORMAT)
        ),
        required(an_id(mark("The id that translations of this file name."))),
        required(hidden_text("language", mark("The language it is written in, such as zh-CN."))),
        required(parts("levels", mark("The levels, in the order advised."), _LEVEL)),
    ),
)
