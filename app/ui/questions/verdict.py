"""How a graded part is told apart: a word, a sign, a line solid or dashed, and last a colour."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from app.i18n import _
from app.learning.grading import Grade
from app.ui.questions.paragraph import paragraph
from app.ui.theme import tokens
from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel
from app.ui.widgets.layouts import column, row
from app.ui.widgets.painting import rounded_box

Verdict = Literal["right", "wrong", "missed"]


class Dress(NamedTuple):
    """Colours and lines of a box; `width` in pixels."""

    fill: str
    border: str
    width: float = 1.5
    is_dashed: bool = False
    ink: str = "text"
    icon: str = ""


PLAIN = Dress("surface", "border")
CURRENT = Dress("surface", "brand", 2.0)
DRESSES: dict[Verdict, Dress] = {
    "right": Dress("ok_soft", "ok", 2.0, ink="ok", icon="check"),
    "wrong": Dress("surface", "bad", 2.0, is_dashed=True, ink="bad", icon="cross"),
    "missed": Dress("surface", "ok", 2.0, is_dashed=True, ink="ok", icon="info"),
}
SOLUTION = Dress("ok_soft", "ok_line", 1.0)


def verdict_on(grade: Grade, part: str) -> Verdict:
    """How a part came out that has to be filled or placed."""
    if grade.parts.get(part, False):
        return "right"
    return "missed" if part in grade.missed else "wrong"


def reason_for(grade: Grade, part: str) -> str:
    """The explanation that belongs beside this part; empty if the lesson gives none."""
    return " ".join(reason.text for reason in grade.reasons if reason.part == part)


def verdict_word(verdict: Verdict) -> str:
    """The word that goes with a sign."""
    if verdict == "right":
        return _("This is right")
    return _("This is wrong") if verdict == "wrong" else _("Left empty")


def lines(*texts: str) -> str:
    """The texts that are not empty, each on a line of its own."""
    return "\n".join(text for text in texts if text)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something at its next pause, through the window it is in."""
    say = getattr(widget.window(), "announce", None)
    if say is not None:
        say(words, False)


class PartBox(QFrame):
    """A rounded box around one part of a question; its border tells how the part came out."""

    def __init__(self, look: Look, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._dress = PLAIN
        self.setLayout(layout)

    def dress(self, dress: Dress) -> None:
        """Change fill and border."""
        if dress != self._dress:
            self._dress = dress
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), self._look, QRectF(self.rect()), self._dress)


def paint_box(painter: QPainter, look: Look, box: QRectF, dress: Dress, radius: str = "md") -> None:
    """A box in such a dress."""
    rounded_box(
        painter,
        box,
        tokens.RADIUS[radius],
        look.color(dress.fill),
        look.color(dress.border),
        width=dress.width,
        is_dashed=dress.is_dashed,
    )


class VerdictLine(QWidget):
    """A sign, its word, and below it what is to be said about the part."""

    def __init__(
        self, look: Look, verdict: Verdict, word: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        dress = DRESSES[verdict]
        sign = IconLabel(look, dress.icon, dress.ink, 18)
        words = [paragraph(look, word, "small-strong", dress.ink)]
        if text:
            words.append(paragraph(look, text))
        beside = column(look, words, gap=3)
        layout = row(look, [sign, beside], gap=8)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        self.setLayout(layout)
