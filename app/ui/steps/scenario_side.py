"""Beside a scenario: how things stand, and what has been marked so far."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.learning.scenario import Gauges, Play
from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.progress import Meter
from app.ui.widgets.surfaces import Surface


def situation(look: Look, play: Play) -> QWidget:
    """The cards of the side panel, made anew after each decision."""
    parts: list[Part] = [
        Label(look, _("How things stand"), "h2", wraps=True),
        10,
        _gauges(look, play.gauges),
        14,
        _marked(look, play),
        "stretch",
    ]
    return holder(column(look, parts, margins=(20, 18, 20, 18)))


def _gauges(look: Look, gauges: Gauges) -> QWidget:
    parts: list[Part] = []
    for name, value in (
        (_("Account"), gauges.account),
        (_("Wallet"), gauges.wallet),
        (_("Trust in the group"), gauges.trust),
    ):
        tone = "ok" if value >= 70 else "honey" if value >= 35 else "bad"
        words = _in_words(value)
        head = row(
            look,
            [
                Label(look, name, "small"),
                "stretch",
                Label(look, f"{words} {value}", "small", "text2"),
            ],
        )
        parts += [holder(head), 3, Meter(look, value, tone, name=f"{name}, {words}"), 10]
    return Surface(look, column(look, parts, margins=(18, 14, 18, 6)))


def _in_words(value: int) -> str:
    if value >= 70:
        return _("good")
    return _("fair") if value >= 35 else _("bad")


def _marked(look: Look, play: Play) -> QWidget:
    parts: list[Part] = [Label(look, _("What you marked"), "h3", wraps=True), 6]
    marked = [saying for message, saying in play.messages.items() if message in play.flagged]
    _("{who}: {text}")
    for saying in marked:
        line = row(
            look,
            [
                IconLabel(look, "flag", "bad", 16),
                Label(
                    look,
                    _("{who}: {text}").format(who=saying.who, text=saying.text),
                    "small",
                    wraps=True,
                ),
            ],
            gap=8,
        )
        line.setStretch(1, 1)
        parts += [holder(line), 4]
    hint = _(
        "Something odd? Click the message, or press M on it. You may be wrong: it costs nothing."
    )
    parts.append(Label(look, hint, "micro", "text3", wraps=True))
    return Surface(look, column(look, parts, margins=(18, 14, 18, 14)))
