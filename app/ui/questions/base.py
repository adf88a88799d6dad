"""What every question view has in common."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.content.models import Question
from app.learning.grading import Grade
from app.progress.events import Json
from app.ui.theme.look import Look

Q = TypeVar("Q", bound=Question)


class QuestionView(QWidget, Generic[Q]):
    """Asks one question; holds the answer only until it is handed on.

    The text of the question, its picture and the feedback sheet belong to the page
    around; a view shows what is particular to its type. `order` is the plan's order of
    option, item, pair or card ids; ids it does not name come last.

    `response_changed` follows what the learner does, never `show_response`. Whether an
    answer is whole is told by `app.learning.grading.is_complete`.
    """

    response_changed = Signal()

    shows_text = False  # True: the question's text is part of the view; the page leaves it out

    def __init__(self, look: Look, question: Q, order: tuple[str, ...]) -> None:
        super().__init__()
        self.look = look
        self.question = question
        self.order = order
        self.is_locked = False  # graded: the answer stays as it is

    def response(self) -> Json:
        """The answer so far, in the form that grading reads; None while there is none."""
        return None

    def show_response(self, response: Json) -> None:
        """Put an earlier answer or draft back; what no longer fits is left out."""

    def show_grade(self, grade: Grade, *, reveal: bool) -> None:
        """Lock the answer and mark each part; `reveal` also shows what would have been right."""

    def first_focus(self) -> QWidget:
        """Where the keyboard begins."""
        return self

    def take_key(self, event: QKeyEvent) -> bool:
        """A key pressed anywhere on the page (A–Z, 1–9): True if it meant something here."""
        return False
