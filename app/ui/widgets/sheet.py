"""The action bar at the foot of a lesson, and the feedback that rises from it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.i18n import _
from app.ui.steps.base import Foot, Sheet
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import beside, clear, column, holder, row
from app.ui.widgets.surfaces import Bar, KeyCap

_TONES = {
    "plain": ("surface", "border", "text", "info"),
    "ok": ("ok_soft", "ok_line", "ok", "check"),
    "bad": ("bad_soft", "bad_line", "bad", "octagon"),
    "warn": ("warn_soft", "warn_line", "warn", "triangle"),
}


class ActionBar(QWidget):
    """Back at the left, a note in the middle, the main action at the right; a sheet above them."""

    primary_pressed = Signal()
    secondary_pressed = Signal()
    back_pressed = Signal()
    link_pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sheet: Sheet | None = None
        self.back = Button(look, _("Back"), "outline", icon="left")
        self.back_key = KeyCap(look, "←")
        self.note = Label(look, "", "micro", "text3", wraps=True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.secondary = Button(look, "", "ghost")
        self.primary_key = KeyCap(look, "Enter")
        self.primary = Button(look, _("Continue"), "primary", icon="right", icon_after=True)
        self.back.clicked.connect(lambda: self.back_pressed.emit())
        self.secondary.clicked.connect(lambda: self.secondary_pressed.emit())
        self.primary.clicked.connect(lambda: self.primary_pressed.emit())
        self._words = QFrame()
        self._words.hide()
        self._words_layout = QHBoxLayout(self._words)
        self._words_layout.setContentsMargins(0, 0, 0, 0)
        left = row(look, [self.back, self.back_key, self.note], gap=10)
        left.setStretch(2, 1)
        left.addStretch(0)  # takes the room where there is no note
        before = holder(left)
        main = Flow(look, [self.secondary, self.primary_key, self.primary], gap=10)
        buttons = Aside(look, before, main, least_px=220, gap=10)
        self._bar = Bar(
            look,
            column(look, [self._words, buttons], gap=10, margins=(24, 12, 24, 12)),
            edge="top",
        )
        self.setLayout(column(look, [self._bar]))
        # Not "Maximum": that would cut it to the height it has where nothing is broken.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_foot(self, foot: Foot) -> None:
        """Show what a step wants shown."""
        self.primary.setVisible(bool(foot.primary))
        self.primary_key.setVisible(bool(foot.primary))
        self.primary.setText(foot.primary)
        self.primary.setAccessibleName(foot.primary)
        self.primary.set_icon(foot.primary_icon)
        self.primary.setEnabled(foot.is_ready)
        self.primary.updateGeometry()
        self.secondary.setVisible(bool(foot.secondary))
        self.secondary.setText(foot.secondary)
        self.secondary.setAccessibleName(foot.secondary)
        self.back.setVisible(foot.can_go_back)
        self.back_key.setVisible(foot.can_go_back)
        self.note.setText(foot.note)
        self.note.setVisible(bool(foot.note))
        self._show_sheet(foot.sheet)

    def _show_sheet(self, sheet: Sheet | None) -> None:
        if sheet == self._sheet:
            return
        self._sheet = sheet
        clear(self._words_layout)
        if sheet is None:
            self._words.hide()
            self._bar.set_fill("surface", "border")
            return
        fill, line, ink, icon = _TONES[sheet.tone]
        self._bar.set_fill(fill, line)
        self._words_layout.addWidget(self._sheet_words(sheet, ink, icon))
        self._words.show()

    def _sheet_words(self, sheet: Sheet, ink: str, icon: str) -> QWidget:
        look = self._look
        title = Label(look, sheet.title, "h2", ink, wraps=True)
        parts: list[QWidget] = [title]
        if sheet.text:
            parts.append(Label(look, sheet.text, "body", wraps=True))
        if sheet.source:
            source = _("From: {source}").format(source=sheet.source)
            parts.append(Label(look, source, "micro", "text3", wraps=True))
        words = QWidget()
        words.setLayout(column(look, list(parts), gap=4))
        body = words
        if sheet.link_text:
            link = Button(look, sheet.link_text, "ghost", icon="book")
            link.clicked.connect(lambda: self.link_pressed.emit(sheet.link_to))
            body = Aside(look, words, link, least_px=300, gap=16)
        return holder(beside(look, IconLabel(look, icon, ink, 28), body, gap=16))
