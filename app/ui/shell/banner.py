"""A line above everything when something is not as usual: what, what is safe, one action."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import ShilianError
from app.i18n import _, sentences
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import column, holder, row
from app.ui.widgets.surfaces import Bar


class Banner(QWidget):
    """Hidden until there is something to say; the learner may put it away."""

    action_pressed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._trouble: ShilianError | None = None
        self._tone = "warn"
        self._action = ("", "")
        self._bar: Bar | None = None
        self._layout = column(look, [])
        self.setLayout(self._layout)
        self.hide()

    def use(self, look: Look) -> None:
        """Show the same in another look."""
        self._look = look
        if self._trouble is not None:
            self._build()

    @property
    def words(self) -> str:
        """What is being said; empty while hidden."""
        if self._trouble is None:
            return ""
        return sentences(self._trouble.what, self._trouble.safe, self._trouble.next_step)

    def say(
        self, trouble: ShilianError, *, tone: str = "warn", action: tuple[str, str] = ("", "")
    ) -> None:
        """Show a trouble; `action` is (name, words) of one thing to do about it."""
        self._trouble, self._tone, self._action = trouble, tone, action
        self._build()
        self.show()

    def put_away(self) -> None:
        """Hide it."""
        self._trouble = None
        self.hide()

    def _build(self) -> None:
        trouble = self._trouble
        if trouble is None:
            return
        if self._bar is not None:
            self._layout.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
        look = self._look
        more = sentences(trouble.safe, trouble.next_step)
        words = [Label(look, trouble.what, "small-strong", wraps=True)]
        if more:
            words.append(Label(look, more, "small", "text2", wraps=True))
        icon = {"warn": "triangle", "info": "info", "bad": "octagon"}[self._tone]
        text = holder(column(look, list(words)))
        parts: list[QWidget] = [IconLabel(look, icon, self._tone, 20), text]
        name, title = self._action
        if name:
            act = Button(look, title, "outline", is_dense=True)
            act.clicked.connect(lambda: self.action_pressed.emit(name))
            parts.append(act)
        close = Button(
            look, kind="ghost", icon="cross", is_dense=True, name=_("Put this message away")
        )
        close.clicked.connect(self.put_away)
        parts.append(close)
        inner = row(look, list(parts), gap=12, margins=(20, 6, 12, 6))
        inner.setStretch(1, 1)
        self._bar = Bar(look, inner, edge="bottom", fill=f"{self._tone}_soft")
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._layout.addWidget(self._bar)
