"""Lines that open, and a field that narrows them down to those with the words typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.progress.events import Json
from app.ui.theme.look import Look
from app.ui.widgets.disclosure import Disclosure
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column


class Line(NamedTuple):
    """A line: its id, what it says, the text that is searched, and what makes its inside."""

    id: str
    title: str
    text: str
    make: Callable[[], QWidget]


class NarrowingList(QWidget):
    """`name` and `hint` are of the field; `count` says how many lines there are."""

    def __init__(
        self,
        look: Look,
        lines: Sequence[Line],
        *,
        name: str,
        hint: str,
        count: Callable[[int], str],
    ) -> None:
        super().__init__()
        self._count = count
        self.search = Field(look, name=name, hint=hint, leading_icon="search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self._found = Label(look, "", "small", "text2", wraps=True)
        self._rows = [(line, Disclosure(look, line.title, line.make)) for line in lines]
        rows: list[Part] = [row for _line, row in self._rows]
        # A layout's own gap goes away with a hidden row; a gap put in as a part would stay.
        inner = column(look, rows, gap=8)
        self.setLayout(column(look, [self.search, 4, self._found, 6, inner, "stretch"]))
        self._narrow("")

    def _narrow(self, typed: str) -> None:
        fits = self.fitting(typed)
        shown = 0
        for line, row in self._rows:
            is_shown = fits(line)
            row.setVisible(is_shown)
            shown += is_shown
        found_none = typed.strip() and not shown
        self._found.setText(self.nothing(typed.strip()) if found_none else self._count(shown))

    def fitting(self, typed: str) -> Callable[[Line], bool]:
        """Which lines fit what was typed: those with all the words in their text."""
        words = typed.casefold().split()
        return lambda line: all(word in line.text.casefold() for word in words)

    def nothing(self, typed: str) -> str:
        """What is said where no line fits."""
        return _("Nothing found for “{words}”. Try a shorter word.").format(words=typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search leads to the first line found, and not away from the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            found = (row for _line, row in self._rows if row.isVisibleTo(self))
            first = next(found, None)
            if first is not None:
                first.line.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def place(self) -> Json:
        """What is typed and which lines are open."""
        opened: list[Json] = [line.id for line, row in self._rows if row.is_open()]
        return {"typed": self.search.text(), "open": opened}

    def show_place(self, place: Json) -> None:
        """Return to such a place."""
        if not isinstance(place, dict):
            return
        self.search.setText(str(place.get("typed") or ""))
        opened = place.get("open")
        for line, row in self._rows:
            if isinstance(opened, list) and line.id in opened:
                row.open()

    def open_line(self, line_id: str) -> QWidget | None:
        """Open one line; the widget to scroll to, or None."""
        for line, row in self._rows:
            if line.id == line_id:
                row.open()
                return row
        return None
