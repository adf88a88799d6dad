"""What every page has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column
from app.ui.widgets.scroll import ScrollPage

_Action = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_Up: _Action.SliderSingleStepSub,
    Qt.Key.Key_Down: _Action.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}


class Page(QWidget):
    """A screen: built from a look, the learner and a route; asks by signals.

    `place()` and `show_place()` carry over where one was (scrolling, what was typed)
    when the page is built again in another look or language.
    """

    wants = Signal(object)  # Route: go there
    wants_back = Signal()
    announced = Signal(str, bool)
    look_wanted = Signal(str)  # "theme" or "text-size": the next one

    uses_rail = True
    spoken_title = ""  # what a screen reader hears when the page comes

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.look = look
        self.learner = learner
        self.route = route
        self.scroller: ScrollPage | None = None

    def spoken(self) -> str:
        """What a screen reader hears after the title: text that no control says."""
        return ""

    @property
    def announcement(self) -> str:
        """Title and text, for those who listen; empty for nothing."""
        return "\n".join(filter(None, (self.spoken_title, self.spoken())))

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins; None leaves it to the window."""
        return None

    def place(self) -> Json:
        return self.scroller.place() if self.scroller is not None else None

    def show_place(self, place: Json) -> None:
        if self.scroller is not None:
            self.scroller.return_to(place)

    def take_key(self, event: QKeyEvent) -> bool:
        """A key nobody else used: True if it meant something here."""
        return False

    def scroll_by_key(self, event: QKeyEvent) -> bool:
        """What is longer than the page can be read with the keyboard alone: True if it moved."""
        scroller = self.scroller or self._widest_scroller()
        action = _SCROLLS.get(Qt.Key(event.key()))
        if scroller is None or action is None:
            return False
        bar = scroller.verticalScrollBar()
        before = bar.value()
        bar.triggerAction(action)
        return bar.value() != before

    def _widest_scroller(self) -> ScrollPage | None:
        """Where a page scrolls in several places: the widest that can be seen and scrolled."""
        found = [
            each
            for each in self.findChildren(ScrollPage)
            if each.isVisible() and each.verticalScrollBar().maximum() > 0
        ]
        return max(found, key=lambda each: each.width(), default=None)

    def take_back(self) -> bool:
        """Alt+←: True if the page had a way back of its own."""
        return False

    def leave(self) -> None:
        """The page is about to go; whatever is unsaved is handed on now."""

    def lay_out(self, content: QWidget, title: str = "", subtitle: str = "") -> None:
        """The usual form: a heading and content that scrolls, at most 1,000 wide."""
        look = self.look
        parts: list[Part] = []
        self.spoken_title = title
        if title:
            self.heading = Label(look, title, "h1", wraps=True)
            self.heading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            parts.append(self.heading)
        if subtitle:
            parts += [4, Label(look, subtitle, "body", "text2", wraps=True)]
        if title:
            parts.append(18)
        parts.append(content)
        inner = QWidget()
        layout = column(look, [*parts, "stretch"], margins=(32, 28, 32, 28))
        inner.setLayout(layout)
        self.scroller = ScrollPage(look, inner)
        self.setLayout(column(look, [self.scroller]))
