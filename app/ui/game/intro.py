"""Before the first round: what is asked, and how it is answered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.learning.game_tasks import Task
from app.links.score import LEAST_TO_PASS, PASS_MEAN
from app.ui.theme.look import Look
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder, row
from app.ui.widgets.surfaces import KeyCap, Surface


def game_intro(look: Look, task: Task) -> list[Part]:
    """The parts to show before a sitting begins."""
    parts: list[Part] = []
    if task.rule:
        body = beside(
            look,
            IconLabel(look, "bulb", "info", 22),
            column(look, [Label(look, task.rule, "read", wraps=True)]),
            gap=12,
            margins=(18, 14, 18, 14),
        )
        parts += [Surface(look, body, "info"), 12]
    lines: list[Part] = [Label(look, _("How it goes"), "h3"), 6]
    for icon, words in _how(task):
        line = beside(
            look,
            IconLabel(look, icon, "brand", 20),
            column(look, [Label(look, words, wraps=True)]),
            gap=12,
        )
        lines += [holder(line), 4]
    lines += [6, *_keys(look, task)]
    parts.append(Surface(look, column(look, lines, margins=(20, 16, 20, 16))))
    return parts


def _how(task: Task) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    if task.judge == "demand":
        told.append(("chat", _("A message comes in. Would you do what it asks?")))
        told.append(
            (
                "shield",
                _("Say fine, harmful, or check first: a genuine link can want the wrong thing."),
            )
        )
    else:
        told.append(("chat", _("A message with a link comes in. Is the link the platform's own?")))
        told.append(
            ("search", _("Point at the owner under the magnifier: the one part that counts."))
        )
        told.append(
            ("shield", _("Say genuine, fake, or can't tell. Both kinds of mistake cost alike."))
        )
    if task.mode == "level" and task.level is not None and task.level.rounds >= LEAST_TO_PASS:
        words = _("Points: 10 at most a link, −30 at worst. Passed at {mean} a link on average.")
        told.append(("flag", words.format(mean=f"{PASS_MEAN:.0f}")))
    told.append(("wallet", _("Say how sure you are. Honesty pays: a wrong “certain” costs most.")))
    told.append(("book", _("After each answer you see why. Take your time, there is no clock.")))
    return told


def _keys(look: Look, task: Task) -> list[QWidget]:
    """The keys in one line of caps and words each."""
    words = {
        "J": _("Fine") if task.judge == "demand" else _("Genuine"),
        "F": _("Harmful") if task.judge == "demand" else _("Fake"),
        _("Space"): _("Check first") if task.judge == "demand" else _("Can't tell"),
        "← →": _("less or more sure"),
        "1–9": _("point at a name") if task.judge == "owner" else "",
        "H": _("show the parts") if task.mode != "form" else "",
        "L": _("letter by letter"),
        "S": _("scan a code"),
        "O": _("official names") if task.judge == "owner" and task.mode != "form" else "",
    }
    parts = [
        holder(row(look, [KeyCap(look, key), Label(look, told, "small", "text2")], gap=6))
        for key, told in words.items()
        if told
    ]
    return [Flow(look, parts, gap=14)]
