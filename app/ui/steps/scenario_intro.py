"""Before a group chat: what it is about, and what the learner may do in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.content.models import ScenarioStep
from app.i18n import _
from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.surfaces import Surface


def scenario_intro(look: Look, step: ScenarioStep, head: Sequence[Part]) -> QWidget:
    """The page before the chat, below the step's head."""
    parts: list[Part] = list(head)
    if step.intro:
        parts += [Label(look, step.intro, "read", wraps=True), 14]
    facts = (
        _("You read along in a group chat and decide what to do."),
        _("Everybody in it is invented, and no link can be opened."),
        _("Mark what looks odd to you. Afterwards you see what there was to notice."),
    )
    lines: list[Part] = [
        holder(beside(look, IconLabel(look, "chat", "brand", 18), Label(look, fact, wraps=True)))
        for fact in facts
    ]
    parts.append(Surface(look, column(look, lines, gap=6, margins=(18, 14, 18, 14))))
    return holder(column(look, parts))
