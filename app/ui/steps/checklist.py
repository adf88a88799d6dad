"""A risk checklist as a step of a lesson."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.content.models import ChecklistStep, Lesson
from app.i18n import _
from app.ui.learner import Learner
from app.ui.steps.base import Foot, StepView
from app.ui.steps.checklist_panel import ChecklistPanel
from app.ui.steps.heading import step_head
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import column


class ChecklistView(StepView[ChecklistStep]):
    """Not graded; a learner may go on with lines left open."""

    column_px = 1080

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: ChecklistStep,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        parts = step_head(look, lesson, step, surroundings)
        if step.intro:
            parts += [Label(look, step.intro, "read", "text2", wraps=True), 14]
        self._panel = ChecklistPanel(look, learner, lesson, step)
        self._panel.changed.connect(self.foot_changed)
        self._panel.announced.connect(self.announced)
        self._panel.completed.connect(self.reveal)
        self.setLayout(column(look, [*parts, self._panel]))

    def foot(self) -> Foot:
        checklist = self._panel.checklist
        if checklist.is_complete:
            return Foot(_("Continue"))
        left = len(checklist.step.items) - checklist.answered_count
        note = _("{left} still open. You can come back to them at any time.").format(left=left)
        return Foot(_("Continue"), note=note)

    def press_primary(self) -> None:
        self._panel.finish()
        if not self._panel.checklist.is_complete:
            self.learner.record(self.lesson, "read", self.path)
        self.finished.emit()

    def first_focus(self) -> QWidget | None:
        return self._panel.first_focus()

    def leave(self) -> None:
        self._panel.finish()
