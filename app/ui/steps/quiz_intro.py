"""Before a quiz: how long it is, what is needed, and that nothing hurries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.content.models import QuizStep
from app.i18n import _, ngettext
from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.surfaces import Surface


def quiz_intro(look: Look, step: QuizStep, head: Sequence[Part]) -> QWidget:
    """The page before the first question, below the step's head."""
    parts: list[Part] = list(head)
    if step.intro:
        parts += [Label(look, step.intro, "read", "text2", wraps=True), 12]
    lines: list[Part] = [
        holder(beside(look, IconLabel(look, "check", "brand", 16), Label(look, fact, wraps=True)))
        for fact in facts(step)
    ]
    parts.append(Surface(look, column(look, lines, gap=6, margins=(20, 16, 20, 16))))
    return holder(column(look, parts))


def facts(step: QuizStep) -> list[str]:
    """How long it is, what is needed, and how it is explained, a sentence each."""
    count = min(step.draw or len(step.questions), len(step.questions))
    told = [ngettext("{n} question", "{n} questions", count).format(n=count)]
    if step.draw is not None and step.draw < len(step.questions):
        told.append(_("A new selection each time."))
    told.append(_("{percent} % are needed to pass.").format(percent=step.pass_percent))
    told.append(
        {
            "each": _("Each answer is explained at once."),
            "end": _("Explanations come at the end; until then you can go back and change."),
            "none": _("You see the result at the end."),
        }[step.feedback]
    )
    if step.attempts is not None:
        told.append(
            ngettext("{n} attempt.", "{n} attempts.", step.attempts).format(n=step.attempts)
        )
    told.append(_("There is no time limit, and you can stop and go on at any time."))
    return told
