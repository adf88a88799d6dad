"""The words for E15x–E16x: keys and values that are not as the format has them."""

from __future__ import annotations

from app.content.messages import Message
from app.i18n import mark

MESSAGES = {
    "E151": Message(
        mark("“{key}” is not a key that is known here. Was “{meant}” meant?"),
        mark("Write `{meant}:`, or take the line out."),
    ),
    "E152": Message(
        mark("“{key}” is not a key that is known here."),
        mark("Take the line out, or use one of: {keys}."),
    ),
    "E153": Message(
        mark("After `{key}:` a text is needed, but a list or a group of keys stands there."),
        mark("Write the text on the same line, or as a `|` block below it."),
    ),
    "E154": Message(
        mark("After `{key}:` a list is needed."),
        mark("Begin each entry on its own line with a dash and a space: `- `."),
    ),
    "E155": Message(
        mark("Here a group of lines such as `id: …` is needed, but something else stands there."),
        mark("Write one `key: value` a line, all equally far in."),
    ),
    "E156": Message(
        mark("After `{key}:` a whole number from {low} to {high} is needed, not “{text}”."),
        mark("Write a whole number from {low} to {high}, in half-width digits."),
    ),
    "E157": Message(
        mark("After `{key}:` a number from {low} to {high} is needed, not “{text}”."),
        mark("Write a number from {low} to {high}, in half-width digits."),
    ),
    "E158": Message(
        mark("`{key}:` is missing here."),
        mark("Add a line `{key}: …` with as many spaces before it as its neighbours."),
    ),
    "E159": Message(
        mark("Nothing stands after `{key}:`."),
        mark("Write what belongs there."),
    ),
    "E160": Message(
        mark("`{key}:` cannot be “{text}”. Was “{meant}” meant?"),
        mark("Write `{key}: {meant}`."),
    ),
    "E161": Message(
        mark("`{key}:` cannot be “{text}”."),
        mark("Choose one of: {words}."),
    ),
    "E162": Message(
        mark("“{text}” is not a day written as YYYY-MM-DD."),
        mark("Write it like 2026-11-22, and check that the day exists."),
    ),
    "E163": Message(
        mark("“{text}” cannot be an id."),
        mark(
            "Begin with a small letter; then small letters, digits and hyphens, "
            "40 characters at most."
        ),
    ),
    "E166": Message(
        mark("An entry of `{key}` is empty."),
        mark("Write something after the dash, or take the line out."),
    ),
    "E167": Message(
        mark("The list `{key}` needs at least {low}."),
        mark("Add an entry that begins with `- `."),
    ),
    "E169": Message(
        mark("“{text}” is not a language code."),
        mark("Write a code such as zh-CN or en."),
    ),
}
