"""The scenario step: a chat in which every choice leads somewhere."""

from __future__ import annotations

from typing import Any

from app.content.models import (
    Card,
    Choice,
    Effects,
    Saying,
    ScenarioStep,
    Scene,
    Signal,
)
from app.content.parts import Part
from app.content.rules.scenario import check_scenario
from app.content.spec.common import MakeProse, StepType, step_fields, step_values
from app.content.spec.fields import (
    Record,
    an_id,
    hidden_text,
    part,
    parts,
    required,
    text,
    whole,
    word,
)
from app.i18n import mark

_NO_EFFECTS = Effects()

_CARD = Record(
    name="card",
    fields=(
        required(text("title", mark("The card's title."))),
        text("text", mark("The card's small print.")),
        hidden_text("url", mark("The link behind the card; it is only shown, never opened.")),
    ),
)
_SAYING = Record(
    name="message",
    id_prefix="s",
    fields=(
        an_id(mark("The message's id.")),
        required(text("who", mark("Who writes."))),
        required(text("text", mark("What is written."))),
        part("card", mark("A shared card below the words."), _CARD),
        hidden_text("signal", mark("The id of the signal that this message shows.")),
    ),
)
_EFFECTS = Record(
    name="effects",
    fields=(
        whole("account", mark("Change of the account gauge."), -100, 100),
        whole("wallet", mark("Change of the wallet gauge."), -100, 100),
        whole("trust", mark("Change of the trust gauge."), -100, 100),
    ),
)
_CHOICE = Record(
    name="choice",
    id_prefix="choice-",
    fields=(
        an_id(mark("The choice's id.")),
        required(text("text", mark("What the learner would do."))),
        required(word("verdict", mark("How good that is."), "safe", "risky", "unsafe")),
        required(text("why", mark("Why it is safe, risky or unsafe."))),
        required(hidden_text("go", mark("The id of the scene it leads to."))),
        part("effects", mark("What it does to the gauges."), _EFFECTS),
    ),
)
_SCENE = Record(
    name="scene",
    id_prefix="scene-",
    fields=(
        an_id(mark("The scene's id: choices name it after go.")),
        parts("says", mark("The messages, in order."), _SAYING),
        parts("choices", mark("What the learner can do."), _CHOICE),
        word("end", mark("Makes the scene an ending."), "safe", "harmed", "mixed"),
        text("text", mark("What an ending tells the learner.")),
    ),
)
_SIGNAL = Record(
    name="signal",
    id_prefix="signal-",
    fields=(
        an_id(mark("The signal's id: messages name it after signal.")),
        required(text("text", mark("What could have been noticed."))),
    ),
)


def _saying(one: Part) -> Saying:
    values = one.values
    card = values.get("card")
    return Saying(
        id=one.id,
        who=values["who"],
        text=values["text"],
        card=_card(card.values) if card else None,
        signal=values.get("signal") or "",
    )


def _card(values: dict[str, Any]) -> Card:
    return Card(title=values["title"], text=values.get("text") or "", url=values.get("url") or "")


def _choice(one: Part) -> Choice:
    values = one.values
    effects = values.get("effects")
    return Choice(
        id=one.id,
        text=values["text"],
        verdict=values["verdict"],
        why=values["why"],
        go=values["go"],
        effects=Effects(**effects.values) if effects else _NO_EFFECTS,
    )


def _scene(one: Part) -> Scene:
    values = one.values
    return Scene(
        id=one.id,
        says=tuple(map(_saying, values.get("says") or ())),
        choices=tuple(map(_choice, values.get("choices") or ())),
        end=values.get("end"),
        text=values.get("text") or "",
    )


def _build(step: Part, prose: MakeProse) -> ScenarioStep:
    values = step.values
    scenes = tuple(map(_scene, values["scenes"]))
    return ScenarioStep(
        **step_values(step),
        intro=values.get("intro") or "",
        group=values.get("group") or "",
        start=values.get("start") or scenes[0].id,
        scenes=scenes,
        signals=tuple(
            Signal(id=one.id, text=one.values["text"]) for one in values.get("signals") or ()
        ),
    )


TYPE = StepType(
    record=Record(
        name="step",
        id_prefix="step-",
        fields=step_fields(
            "scenario",
            text("intro", mark("What the learner should know beforehand.")),
            text("group", mark("The chat's name, as the phone shows it.")),
            hidden_text("start", mark("The id of the first scene; the first one if left out.")),
            required(parts("scenes", mark("The scenes and endings."), _SCENE)),
            parts("signals", mark("What could have been noticed."), _SIGNAL, low=0),
        ),
    ),
    check=check_scenario,
    build=_build,
)
