"""An item that can be moved: its place, its text, and a button each for up and down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.questions.option_row import OptionRow
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import row


class ItemHandle(OptionRow):
    """The item itself; it is chosen while it is picked up."""

    def __init__(self, look: Look, text: str, count: int) -> None:
        self._count = count
        super().__init__(look, text, "1", is_tick=False)

    def show_place(self, place: int) -> None:
        """Show the item's place, counted from 0."""
        self._badge = str(place + 1)
        self._say()
        self.update()

    def told_place(self) -> str:
        """The item and where it stands, for screen readers."""
        words = _("{item}, position {place} of {count}")
        return words.format(item=self.words(), place=self._badge, count=self._count)

    def nextCheckState(self) -> None:
        if not self._is_locked:
            self.setChecked(not self.isChecked())

    def _say(self) -> None:
        self.setAccessibleName("  ".join(self._spoken_parts(self._note, self._reason)))

    def _spoken_parts(self, spoken: str, reason: str) -> list[str]:
        return [part for part in (self.told_place(), spoken, reason) if part]


class ItemRow(QWidget):
    """A handle with its two buttons.

    The buttons are for the pointer: with the keyboard the handle does the same, so they are
    no stops of the Tab key.
    """

    move_asked = Signal(int)  # −1 up, 1 down
    picked = Signal(bool)  # True: picked up; False: laid down

    def __init__(self, look: Look, text: str, count: int) -> None:
        super().__init__()
        self._count = count
        self.handle = ItemHandle(look, text, count)
        self.up = Button(
            look, icon="up", kind="outline", name=_("Move up: {item}").format(item=text)
        )
        self.down = Button(
            look, icon="down", kind="outline", name=_("Move down: {item}").format(item=text)
        )
        self.up.clicked.connect(lambda: self.move_asked.emit(-1))
        self.down.clicked.connect(lambda: self.move_asked.emit(1))
        self.handle.clicked.connect(lambda: self.picked.emit(self.handle.isChecked()))
        for button in (self.up, self.down):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = row(look, [self.handle, self.up, self.down], gap=6)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_place(self, place: int) -> None:
        """Show the item's place, counted from 0."""
        self.handle.show_place(place)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < self._count - 1)

    def told_place(self) -> str:
        """The item and where it stands, for screen readers."""
        return self.handle.told_place()

    def is_picked_up(self) -> bool:
        """The arrow keys move this item."""
        return self.handle.isChecked()

    def lay_down(self) -> None:
        """Leave the item where it is."""
        self.handle.setChecked(False)

    def lock(self) -> None:
        """Keep the item as it is from now on."""
        self.lay_down()
        self.handle.lock()
        self.up.hide()
        self.down.hide()
