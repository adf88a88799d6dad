"""What every step view has in common, and what it may ask of the page around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.content.models import Lesson, Step
from app.i18n import _
from app.progress.events import Json
from app.ui.theme.look import Look

if TYPE_CHECKING:
    from app.ui.learner import Learner
    from app.ui.surroundings import Surroundings

S = TypeVar("S", bound=Step)
Tone = Literal["plain", "ok", "bad", "warn"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The feedback that rises from the action bar: a verdict in words, the reason, its source.

    `link_text` offers a way back into the lesson (`link_to`: step id, or step#heading).
    """

    tone: Tone
    title: str
    text: str = ""
    source: str = ""
    link_text: str = ""
    link_to: str = ""


@dataclass(frozen=True, slots=True)
class Foot:
    """What the action bar shows: one main action, at most one other, and a note between them.

    An empty `primary` hides the main button; `is_ready` is False while it cannot be pressed.
    """

    primary: str
    is_ready: bool = True
    primary_icon: str = "right"
    secondary: str = ""
    note: str = ""
    can_go_back: bool = True
    sheet: Sheet | None = None


class StepView(QWidget, Generic[S]):
    """Shows one step and turns what the learner does into calls on `learner`.

    The page asks for `foot()` after every `foot_changed`, and calls `press_primary`,
    `press_secondary` and `take_key` for its buttons and keys. A view keeps no truth of its
    own: everything that must survive goes through `learner` at once, drafts included,
    since the page may be built again at any moment (theme, language, text size).
    """

    foot_changed = Signal()
    finished = Signal()  # through with this step: go on
    go_back = Signal()  # to the step before
    open_place = Signal(str)  # "step" or "step#heading" in this lesson
    reveal = Signal(QWidget)  # scroll to this widget
    reveal_at = Signal(QWidget, int)  # scroll so far that this many pixels of it are above
    announced = Signal(str, bool)  # words for screen readers; True: at once

    column_px = 760  # how wide the view wants to be, in design pixels
    fills_page = False  # True: the view scrolls by itself and takes the whole page

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: S,
        surroundings: Surroundings,
    ) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.look = look
        self.learner = learner
        self.lesson = lesson
        self.step = step
        self.path = f"{lesson.id}/{step.id}"

    def hold_keyboard(self) -> None:
        """Before what has the keyboard goes, or Qt hands it on to "Leave the lesson"."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.setFocus()

    def foot(self) -> Foot:
        """What the action bar shall show now."""
        return Foot(_("Continue"))

    def press_primary(self) -> None:
        """The main button or Enter."""
        self.finished.emit()

    def press_secondary(self) -> None:
        """The other button."""

    def press_back(self) -> None:
        """The back button or ←: inside the step first, then to the step before."""
        self.go_back.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """A key pressed anywhere on the page: True if it meant something here."""
        return False

    def spoken(self) -> str:
        """What a screen reader hears when the step comes: text that no control says."""
        intro = getattr(self.step, "intro", "")
        return intro if isinstance(intro, str) else ""

    def first_focus(self) -> QWidget | None:
        """Where the keyboard begins; None for the page's heading."""
        return None

    def leave(self) -> None:
        """The view is about to go; whatever is unsaved is handed on now."""

    def place(self) -> Json:
        """Where inside the step one is, for building the page again (not stored)."""
        return None

    def show_place(self, place: Json) -> None:
        """Return to such a place."""
