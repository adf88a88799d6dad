"""A card with a figure: its title, the picture or the same numbers as a table, and notes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.plots.plot import Plot
from app.ui.plots.table import FigureTable
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside
from app.ui.widgets.labels import Label
from app.ui.widgets.surfaces import Surface

Numbers = tuple[Sequence[str], Sequence[Sequence[str]]]  # heading, rows


class Figure(Surface):
    """`key` names the figure among those of its page.

    `notes` explain the picture and go with it, `facts` stay, `foot` stands below everything.
    """

    announced = Signal(str, bool)

    def __init__(
        self,
        look: Look,
        key: str,
        title: str,
        picture: QWidget,
        numbers: Numbers,
        *,
        notes: Sequence[str] = (),
        facts: Sequence[str] = (),
        foot: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(look)
        self.key = key
        self._title = title
        self._numbers = numbers
        self._picture = picture
        self._table: FigureTable | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(look.space(10))
        sides = [look.space(side) for side in (20, 14, 20, 18)]
        self._layout.setContentsMargins(*sides)
        self.toggle = Button(look, kind="ghost", text=_("As a table"), icon="list", is_dense=True)
        self.toggle.clicked.connect(self._on_toggled)
        head = Aside(look, Label(look, title, "h3", wraps=True), self.toggle, least_px=150)
        self._layout.addWidget(head)
        # Beside a higher card a plot grows, a list of bars does not.
        self._layout.addWidget(picture, 1 if isinstance(picture, Plot) else 0)
        self._notes = [Label(look, note, "small", "text2", wraps=True) for note in notes]
        stay = [Label(look, fact, "small", "text2", wraps=True) for fact in facts]
        for words in (*self._notes, *stay):
            self._layout.addWidget(words)
        self._layout.addStretch(0)
        for part in foot:
            self._layout.addWidget(part)
        self._name_toggle()

    @property
    def is_table(self) -> bool:
        """Whether the table is shown."""
        return self._table is not None and not self._table.isHidden()

    def show_table(self, is_shown: bool) -> None:
        """Show the table in the picture's place, or the picture again."""
        if self._table is None:
            heading, rows = self._numbers
            self._table = FigureTable(self._look, self._title, heading, rows)
            self._layout.insertWidget(2, self._table)
        self._table.setVisible(is_shown)
        for part in (self._picture, *self._notes):
            part.setVisible(not is_shown)
        self.toggle.setText(_("As a picture") if is_shown else _("As a table"))
        self.toggle.set_icon("eye" if is_shown else "list")
        self.toggle.updateGeometry()
        self._name_toggle()

    def _name_toggle(self) -> None:
        words = _("{action}: {title}").format(action=self.toggle.text(), title=self._title)
        self.toggle.setAccessibleName(words)

    def _on_toggled(self) -> None:
        self.show_table(not self.is_table)
        self.announced.emit(
            _("Shown as a table below.") if self.is_table else _("Shown as a picture."), False
        )
