"""The three verdicts side by side, each with its shape, its word and its key."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.i18n import _, mark
from app.links.score import Judge, Truth
from app.ui.theme import tokens
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.layouts import row
from app.ui.widgets.painting import rounded_box


class Verdict(NamedTuple):
    """How a verdict looks and what it is called in both kinds of round."""

    truth: Truth
    tone: str
    icon: str
    key: str
    owner: str
    demand: str

    def words(self, judge: Judge) -> str:
        """Its name in this kind of round."""
        name = self.demand if judge == "demand" else self.owner
        return _(name)


VERDICTS = (
    Verdict("genuine", "ok", "shield", "J", mark("Genuine"), mark("Fine")),
    Verdict("fake", "bad", "octagon", "F", mark("Fake"), mark("Harmful")),
    Verdict("cannot_tell", "warn", "question", "", mark("Can't tell"), mark("Check first")),
)


def verdict_of(truth: Truth) -> Verdict:
    """The verdict that this truth calls for."""
    return next(each for each in VERDICTS if each.truth == truth)


class VerdictButton(QPushButton):
    """One verdict, to be chosen like a radio button."""

    def __init__(self, look: Look, verdict: Verdict, judge: Judge) -> None:
        super().__init__()
        self._look = look
        self.verdict = verdict
        self._key = verdict.key or _("Space")
        self._text = verdict.words(judge)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("{words} (key {key})").format(words=self._text, key=self._key))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(max(look.space(56), look.metrics("h3").height() + look.space(24)))

    def sizeHint(self) -> QSize:
        look = self._look
        width = look.metrics("h3").horizontalAdvance(self._text) + look.icon_px(22)
        width += look.space(52) + look.metrics("micro").horizontalAdvance(self._key)
        return QSize(width, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(70), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # how sure one is
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isChecked():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        tone = self.verdict.tone
        painter = QPainter(self)
        box = QRectF(self.rect())
        is_on = self.isChecked()
        fill = look.color(tone if is_on else "surface")
        if self.underMouse() and not is_on:
            fill = look.color(f"{tone}_soft")
        rounded_box(painter, box, tokens.RADIUS["md"], fill, look.color(tone), width=2)
        ink = look.color("surface" if is_on else tone)
        edge = look.icon_px(22)
        metrics = look.metrics("h3")
        cap = look.metrics("micro").horizontalAdvance(self._key) + look.space(12)
        words = metrics.horizontalAdvance(self._text)
        gap = look.space(8)
        shows_key = self.width() >= words + edge + cap + 4 * gap
        total = edge + gap + words + (gap + cap if shows_key else 0)
        if total > self.width() - gap:  # no room for one line: the words alone, broken
            self._paint_narrow(painter, ink)
            return
        left = (self.width() - total) / 2
        middle = self.height() / 2
        paint_icon(painter, self._icon(), QRectF(left, middle - edge / 2, edge, edge), ink)
        left += edge + gap
        painter.setFont(look.font("h3"))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(left, 0, words + 4, self.height()), flags, self._text)
        if shows_key:
            self._paint_key(painter, left + words + gap, cap)

    def _icon(self) -> str:
        return "check" if self.isChecked() else self.verdict.icon

    def _paint_narrow(self, painter: QPainter, ink: QColor) -> None:
        painter.setFont(self._look.font("small-strong"))
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(3, 0, -3, 0), flags, self._text)

    def _paint_key(self, painter: QPainter, left: float, width: int) -> None:
        look = self._look
        high = look.metrics("micro").height() + look.space(4)
        box = QRectF(left, (self.height() - high) / 2, width, high)
        ink = look.color("surface" if self.isChecked() else "text3")
        rounded_box(painter, box, 5, None, ink, width=1.2)
        painter.setFont(look.font("micro"))
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class VerdictButtons(QWidget):
    """The three of them; at most one is chosen.

    No button group: Tab would stop at one of them only, and the arrows, which go from one to the
    next in a group, say here how sure one is.
    """

    chosen = Signal(str)  # Truth

    def __init__(self, look: Look, judge: Judge) -> None:
        super().__init__()
        self.buttons = {each.truth: VerdictButton(look, each, judge) for each in VERDICTS}
        for truth, button in self.buttons.items():
            button.clicked.connect(lambda _=False, t=truth: self._on_clicked(t))
        layout = row(look, list(self.buttons.values()), gap=10)
        for number in range(len(self.buttons)):
            layout.setStretch(number, 1)
        self.setLayout(layout)

    def _on_clicked(self, truth: Truth) -> None:
        self.show_chosen(truth)
        self.chosen.emit(truth)

    def choose(self, truth: Truth) -> None:
        """Choose one, as if it were clicked."""
        self.buttons[truth].click()

    def show_chosen(self, truth: Truth) -> None:
        """Show one as chosen without saying so."""
        for other, button in self.buttons.items():
            button.setChecked(other == truth)
