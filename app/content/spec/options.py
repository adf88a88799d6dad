"""The options of single and multi questions: `right:` or `wrong:` carries the text."""

from __future__ import annotations

from app.content.models import Option
from app.content.parts import Part
from app.content.spec.fields import Field, Record, an_id, parts, required, text, word
from app.i18n import mark

_OPTION = Record(
    name="option",
    id_prefix="option-",
    fields=(
        an_id(mark("The option's id.")),
        text("right", mark("The option's text, if choosing it is right.")),
        text("wrong", mark("The option's text, if choosing it is wrong.")),
        text("why", mark("Why it is right or wrong: shown once it was chosen.")),
        word("cautious", mark("true: wrong only because it is over-careful."), "true", "false"),
    ),
)


def options_field() -> Field:
    """The list of options."""
    return required(parts("options", mark("The options, each with right or wrong."), _OPTION))


def build_options(question: Part) -> tuple[Option, ...]:
    """The options as values, in the file's order."""
    return tuple(
        Option(
            id=option.id,
            text=values.get("right") or values["wrong"],
            is_right="right" in values,
            why=values.get("why") or "",
            is_cautious=values.get("cautious") == "true",
        )
        for option in question.values["options"]
        for values in (option.values,)
    )


def options_meaning(question: Part) -> str:
    """Option ids, and which are right."""
    return " ".join(
        sorted(
            f"{option.id}={'right' if 'right' in option.values else 'wrong'}"
            for option in question.values["options"]
        )
    )
