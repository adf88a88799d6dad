"""The words for E3xx: a scenario that leads nowhere."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES = {
    "E301": Message(
        mark("There is no scene “{id}” to go to."),
        mark("Write the id of a scene, such as {meant}, or add this scene."),
    ),
    "E302": Message(
        mark("No choice leads to the scene “{id}”."),
        mark("Let a choice go there, or take the scene out."),
    ),
    "E303": Message(
        mark("From the scene “{id}” no way leads to an ending."),
        mark("Let one of the choices lead on to an ending."),
    ),
    "E304": Message(
        mark("The ending “{id}” has `{key}`, but nothing comes after an ending."),
        mark("Take `{key}` out, or take `end` out if the scene goes on."),
    ),
    "E305": Message(
        mark("The scene “{id}” has neither choices nor an end."),
        mark("Add `choices:`, or make it an ending with `end:` and `text:`."),
    ),
    "E306": Message(
        mark("There is no scene “{id}” to start with."),
        mark("Write the id of a scene, such as {meant}."),
    ),
    "E307": Message(
        mark("The ending “{id}” tells the learner nothing."),
        mark("Add `text:` and say what happened and what can be done now."),
    ),
    "E308": Message(
        mark("In the scene “{id}” nobody says anything before the choices."),
        mark("Add `says:` with who writes and what."),
    ),
    "E309": Message(
        mark("This scenario has no ending."),
        mark("Give at least one scene `end:` and `text:`."),
    ),
    "E310": Message(
        mark("`text:` belongs to endings, but the scene “{id}” goes on."),
        mark("Put the words under `says:`, or make the scene an ending with `end:`."),
    ),
    "E311": Message(
        mark("There is no signal “{id}” in this scenario."),
        mark("Write the id of one of its signals: {meant}."),
    ),
    "E312": Message(
        mark("The signal “{id}” is named, but this scenario has no `signals`."),
        mark("Add `signals:` with `id` and `text`."),
    ),
}
