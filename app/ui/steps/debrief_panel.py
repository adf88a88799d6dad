"""After a scenario: how it ended, what could be noticed, each decision, and another way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.learning.debrief import DecisionReview, debrief
from app.learning.scenario import Play
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.surfaces import Chip, Surface


def ending_words(ending: str | None) -> tuple[str, str, str]:
    """An ending in words, tone and icon."""
    return {
        "safe": (_("You came out of it safely"), "ok", "shield"),
        "mixed": (_("Not all of it went well"), "warn", "triangle"),
    }.get(ending or "", (_("This time harm was done"), "bad", "octagon"))


def verdict_words(verdict: str) -> tuple[str, str, str]:
    """The verdict on a choice in words, tone and icon."""
    return {
        "safe": (_("Safe"), "ok", "check"),
        "risky": (_("Risky"), "warn", "triangle"),
    }.get(verdict, (_("Unsafe"), "bad", "cross"))


class DebriefPanel(QWidget):
    """Signals found and missed, the decisions in order, and the way back to each of them."""

    another_way = Signal(int)  # the number of the decision to take anew

    def __init__(self, look: Look, play: Play) -> None:
        super().__init__()
        self._look = look
        seen = debrief(play)
        words, tone, icon = ending_words(play.ending)
        line = row(
            look,
            [
                IconLabel(look, icon, tone, 34),
                holder(
                    column(
                        look,
                        [
                            Label(look, words, "h1", tone, wraps=True),
                            Label(look, play.scene.text, "body", wraps=True),
                        ],
                        gap=6,
                    )
                ),
            ],
            gap=16,
            margins=20,
        )
        line.setStretch(1, 1)
        parts: list[Part] = [Surface(look, line, tone), 16]
        if play.step.signals:
            parts += [self._signals(play), 16]
        parts += [Label(look, _("Your decisions"), "h2", wraps=True), 8]
        for review in seen.decisions:
            parts += [self._decision(review), 10]
        self.setLayout(column(look, parts))

    def _signals(self, play: Play) -> QWidget:
        look = self._look
        seen = debrief(play)
        total = len(seen.found) + len(seen.missed)
        words = _("{found} of {total} noticed").format(found=len(seen.found), total=total)
        title = Label(look, _("What could be noticed"), "h3", wraps=True)
        head = Aside(look, title, Chip(look, words, "honey"), least_px=140)
        parts: list[Part] = [head, 8]
        for signals, icon, tone, words in (
            (seen.found, "flag", "ok", _("noticed")),
            (seen.missed, "eye", "bad", _("missed")),
        ):
            for signal in signals:
                parts += [self._signal_line(signal.text, icon, tone, words), 4]
        for signal in seen.not_met:
            parts += [self._signal_line(signal.text, "info", "text3", _("did not come up")), 4]
        for _message, saying in seen.marked_without_signal:
            said = _("You marked “{text}”. There was nothing wrong with it.").format(
                text=saying.text
            )
            parts += [Label(look, said, "small", "text2", wraps=True), 4]
        return Surface(look, column(look, parts, margins=(20, 16, 20, 14)))

    def _signal_line(self, text: str, icon: str, tone: str, words: str) -> QWidget:
        look = self._look
        line = row(
            look,
            [
                IconLabel(look, icon, tone, 18),
                Label(look, text, "body", wraps=True),
                Label(look, words, "small-strong", tone),
            ],
            gap=10,
        )
        line.setStretch(1, 1)
        return holder(line)

    def _decision(self, review: DecisionReview) -> QWidget:
        look = self._look
        words, tone, icon = verdict_words(review.verdict)
        head = row(
            look,
            [
                Label(look, f"{review.number + 1}. {review.choice.text}", "strong", wraps=True),
                Chip(look, words, tone, icon=icon),
            ],
            gap=12,
        )
        head.setStretch(0, 1)
        parts: list[Part] = [
            head,
            4,
            Label(look, review.choice.why, "body", "text2", wraps=True),
        ]
        if review.safer is not None:
            safer = _("Safer: {choice}").format(choice=review.safer.text)
            parts += [6, Label(look, safer, "body", "ok", wraps=True)]
            parts += [2, Label(look, review.safer.why, "small", "text2", wraps=True)]
            again = Button(
                look,
                _("Try another way from here"),
                "tonal",
                icon="again",
                is_dense=True,
                name=_("Try another way from decision {number}").format(number=review.number + 1),
            )
            again.clicked.connect(lambda: self.another_way.emit(review.number))
            parts += [8, Flow(look, [again])]
        return Surface(look, column(look, parts, margins=(20, 14, 20, 14)), radius="md")
