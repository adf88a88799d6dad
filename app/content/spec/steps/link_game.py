"""The link-game step: which link is the platform's own? Or: would you do what is asked?"""

from __future__ import annotations

from app.content.models import GameLink, LinkGameStep
from app.content.parts import Part
from app.content.rules.meaning import check_link_game
from app.content.spec.common import MakeProse, StepType, step_fields, step_values
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

_LINK = Record(
    name="link",
    id_prefix="link-",
    fields=(
        an_id(mark("The link's id.")),
        hidden_text("url", mark("The link itself; it is only shown, never opened.")),
        text("shown", mark("The words shown in place of the link.")),
        text("message", mark("The message around it.")),
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


def _link(one: Part) -> GameLink:
    values = one.values
    return GameLink(
        id=one.id,
        url=values.get("url") or "",
        verdict=values["verdict"],
        why=values["why"],
        shown=values.get("shown") or "",
        message=values.get("message") or "",
        brand=values.get("brand") or "",
        trick=values.get("trick") or "",
    )


def _build(part: Part, prose: MakeProse) -> LinkGameStep:
    values = part.values
    percent = values.get("pass_percent")
    return LinkGameStep(
        **step_values(part),
        intro=values.get("intro") or "",
        judge=values.get("judge") or "owner",
        level=values.get("level") or "",
        tricks=values.get("tricks") or (),
        rounds=values.get("rounds"),
        links=tuple(map(_link, values.get("links") or ())),
        pass_percent=80 if percent is None else percent,
    )


TYPE = StepType(
    record=Record(
        name="step",
        id_prefix="step-",
        fields=step_fields(
            "link-game",
            text("intro", mark("A sentence before the game.")),
            word(
                "judge",
                mark("owner: whose link it is; demand: whether to do as asked."),
                "owner",
                "demand",
            ),
            hidden_text("level", mark("The id of a level from levels.yaml.")),
            hidden_texts("tricks", mark("The tricks to deal links from.")),
            whole("rounds", mark("How many links are dealt."), 1, 50),
            parts("links", mark("Links written by hand."), _LINK, low=0),
            whole("pass_percent", mark("Passed from this percentage on; 80 if left out."), 0, 100),
        ),
    ),
    check=check_link_game,
    build=_build,
)
