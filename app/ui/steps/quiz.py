"""A quiz: before it, its questions one by one, and what it came to."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.content.models import Lesson, QuizStep
from app.i18n import _, ngettext, sentences
from app.learning.grading import is_complete, recorded
from app.learning.quiz import Sitting, attempts_left, changed_since
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.steps.base import Foot, Sheet, StepView
from app.ui.steps.heading import step_head
from app.ui.steps.quiz_intro import facts, quiz_intro
from app.ui.steps.quiz_question import QuestionPanel, sheet_for
from app.ui.steps.quiz_result import QuizResultPanel
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.layouts import column, holder
from app.ui.widgets.point_line import in_one

_DRAFT_AFTER_MS = 400
_TOLD = frozenset({"ok", "warn", "bad"})


class QuizView(StepView[QuizStep]):
    """Goes on exactly where the last sitting stopped; a finished one shows its result."""

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: QuizStep,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        self._titles = {skill.id: skill.title for skill in learner.course.info.skills}
        self._steps = frozenset(each.id for each in lesson.steps)
        self._layout = column(look, [])
        self.setLayout(self._layout)
        self._shown: QWidget | None = None
        self.panel: QuestionPanel | None = None
        self._sheet: Sheet | None = None
        self._changed: frozenset[str] = frozenset()  # asked anew, since the teacher changed them
        self._clock = QElapsedTimer()
        self._has_draft = False
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_DRAFT_AFTER_MS)
        self._draft_timer.timeout.connect(self._keep_draft)
        self.sitting = self._resumed()
        if self.sitting is None:
            self._show_intro()
        elif self.sitting.is_finished:
            self._show_result()
        else:
            self._show_question()

    def _resumed(self) -> Sitting | None:
        events = self.learner.latest_events(self.path)
        self._changed = changed_since(self.step, events)
        sitting = Sitting.resume(self.step, events)
        if sitting is None:
            return None
        finished = self.learner.finished_sittings(self.path)
        earlier = finished - (1 if sitting.is_finished else 0)
        return replace(sitting, earlier_attempts=max(0, earlier))

    # ── what is on the page

    def _show(self, widget: QWidget) -> None:
        self.hold_keyboard()
        if self._shown is not None:
            self._layout.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = widget
        self._layout.addWidget(widget)
        widget.show()
        self.foot_changed.emit()

    def _show_intro(self) -> None:
        self.panel, self._sheet = None, None
        head = step_head(self.look, self.lesson, self.step, self.surroundings)
        self._show(quiz_intro(self.look, self.step, head))

    def _show_question(self) -> None:
        sitting = self._sitting
        question = sitting.questions[sitting.current]
        title = self._titles.get(question.skill, "")
        panel = QuestionPanel(
            self.look,
            sitting,
            question,
            title,
            self.surroundings,
            is_changed=question.id in self._changed,
        )
        self.panel, self._sheet = panel, None
        panel.response_changed.connect(self._on_response_changed)
        panel.hint_opened.connect(self._on_hint_opened)
        held = sitting.responses.get(question.id)
        draft = None
        if held is None or sitting.may_change(question.id):
            draft = self.learner.draft(f"{self.path}/{question.id}")
        self._has_draft = draft is not None
        panel.show_response(held if draft is None else draft)
        grade = sitting.shown_grade(question.id)
        if grade is not None:
            panel.show_grade(grade, reveal=True)
            source = self.lesson.source_title(question.source)
            self._sheet = sheet_for(question, grade, source, self._steps)
        elif not sitting.may_change(question.id):
            panel.show_grade(sitting.grade(question.id), reveal=False)
        self._clock.start()
        self._show(panel)

    def showEvent(self, event: QShowEvent) -> None:
        """A step may have been made while the one before was read: time counts from here."""
        super().showEvent(event)
        if self._clock.isValid() and not event.spontaneous():
            self._clock.start()

    def _show_result(self) -> None:
        self.panel, self._sheet = None, None
        panel = QuizResultPanel(self.look, self._sitting, self._titles, self._changed)
        panel.question_opened.connect(self._look_at)
        head = step_head(self.look, self.lesson, self.step, self.surroundings)
        self._show(holder(column(self.look, [*head, 6, panel])))

    @property
    def _sitting(self) -> Sitting:
        assert self.sitting is not None
        return self.sitting

    # ── what the learner does

    def _begin(self) -> None:
        finished = self.learner.finished_sittings(self.path)
        sitting = Sitting.begin(self.step, self.learner.new_seed(), earlier_attempts=finished)
        self.learner.begin(self.lesson, self.path, sitting.plan.to_json())
        self._changed = frozenset()
        self.sitting = sitting
        self._show_question()
        self._focus_question()

    def _on_response_changed(self) -> None:
        self._draft_timer.start()
        self.foot_changed.emit()

    def _keep_draft(self) -> None:
        self._draft_timer.stop()
        if self.panel is None or self._is_told:
            return
        response = self.panel.response()
        if response is not None:
            path = f"{self.path}/{self.panel.question.id}"
            self.learner.keep_draft(path, response)
            self._has_draft = True

    def _drop_draft(self, question_id: str) -> None:
        self._draft_timer.stop()
        if self._has_draft:
            self.learner.keep_draft(f"{self.path}/{question_id}", None)
            self._has_draft = False

    def _on_hint_opened(self) -> None:
        if self.panel is not None:
            self.learner.record(self.lesson, "hinted", f"{self.path}/{self.panel.question.id}")

    @property
    def _is_told(self) -> bool:
        """The answer on the page is graded and may no longer change."""
        return self._sheet is not None and self._sheet.tone in _TOLD

    def _answer(self) -> bool:
        """Hand on what is on the page; False if there is nothing new to hand on."""
        panel, sitting = self.panel, self._sitting
        if panel is None or not sitting.may_change(panel.question.id):
            return False
        question, response = panel.question, panel.response()
        if response == sitting.responses.get(question.id):
            return False
        answered = sitting.answer(question.id, response)
        if answered is sitting:
            return False
        self._draft_timer.stop()
        # Committed before anything is shown: feedback seen is an answer kept.
        self.learner.record(
            self.lesson,
            "answered",
            f"{self.path}/{question.id}",
            meaning=question.meaning_hash,
            response=response,
            result=recorded(question, response),
            duration_ms=max(0, self._clock.elapsed()),
        )
        self.sitting = answered
        self._changed -= {question.id}
        self._drop_draft(question.id)
        return True

    def _check(self) -> None:
        panel = self.panel
        if panel is None or not self._answer():
            return
        grade = self._sitting.shown_grade(panel.question.id)
        if grade is None:
            return
        panel.show_grade(grade, reveal=True)
        source = self.lesson.source_title(panel.question.source)
        self._sheet = sheet_for(panel.question, grade, source, self._steps)
        self.foot_changed.emit()
        reasons = sentences(*dict.fromkeys(reason.text for reason in grade.reasons))
        self.announced.emit(in_one(self._sheet.title, reasons), True)

    def _go_on(self) -> None:
        sitting = self._sitting
        if sitting.is_finished:
            self._show_result()
            return
        ahead = sitting.current + 1
        if self.step.feedback == "each":
            following = sitting.next_open
            if following is None:
                self._hand_in()
                return
            ahead = following
        elif ahead >= len(sitting.questions):
            self._hand_in()
            return
        self._look_at(ahead)

    def _look_at(self, index: int) -> None:
        self.sitting = self._sitting.go_to(index)
        question = self._sitting.plan.questions[self._sitting.current]
        if not self._sitting.is_finished:
            self.learner.view(self.lesson, self.step.id, question)
        self._show_question()
        self._focus_question()

    def _focus_question(self) -> None:
        if self.panel is not None:
            self.panel.first_focus().setFocus()
            self.reveal.emit(self.panel)
            self.announced.emit(self.spoken(), False)

    def spoken(self) -> str:
        if self.panel is not None:
            return self.panel.spoken
        if self.sitting is not None:
            return ""
        return "\n".join(filter(None, (self.step.intro, *facts(self.step))))

    def _hand_in(self) -> None:
        self.sitting = self._sitting.hand_in()
        self.learner.end(self.lesson, self.path, self._sitting.result.to_json())
        self._show_result()
        result = self._sitting.result
        words = _("Passed") if result.is_passed else _("Not passed yet")
        percent = _("{percent} %").format(percent=round(100 * result.score))
        self.announced.emit(in_one(words, percent), True)

    # ── what the page asks

    def foot(self) -> Foot:
        sitting, panel = self.sitting, self.panel
        if sitting is None:
            return Foot(_("Start the quiz"))
        if panel is None:
            return self._foot_of_result()
        if sitting.is_finished:
            return Foot(_("Back to the result"), primary_icon="left", sheet=self._sheet)
        is_last = sitting.next_open is None
        if self._is_told:
            words = _("See the result") if is_last else _("Continue")
            return Foot(words, sheet=self._sheet, can_go_back=sitting.current > 0)
        if self.step.feedback == "each":
            ready = is_complete(panel.question, panel.response())
            return Foot(_("Check"), is_ready=ready, primary_icon="check")
        if sitting.current + 1 < len(sitting.questions):
            return Foot(_("Next question"))
        open_count = len(sitting.questions) - sitting.answered_count
        if not is_complete(panel.question, panel.response()):
            note = (
                ngettext(
                    "{n} question is still open.", "{n} questions are still open.", open_count
                ).format(n=open_count)
                if open_count
                else ""
            )
        else:
            left = open_count - (0 if sitting.is_answered(panel.question.id) else 1)
            note = (
                ngettext(
                    "{n} question is still open.", "{n} questions are still open.", left
                ).format(n=left)
                if left
                else ""
            )
        return Foot(_("Hand in"), primary_icon="check", note=note)

    @property
    def _offers_again(self) -> bool:
        """Not passed, and there is another try: then trying again is the main thing to do."""
        left = attempts_left(self.step, self.learner.finished_sittings(self.path))
        may_try = left is None or left > 0
        return may_try and not self._sitting.result.is_passed

    def _foot_of_result(self) -> Foot:
        if self._offers_again:
            return Foot(_("Try again"), primary_icon="again", secondary=_("Continue"))
        left = attempts_left(self.step, self.learner.finished_sittings(self.path))
        return Foot(_("Continue"), secondary=_("Try again") if left is None or left > 0 else "")

    def press_primary(self) -> None:
        if self.sitting is None:
            self._begin()
        elif self.panel is None:
            if self._offers_again:
                self._begin()
            else:
                self.finished.emit()
        elif self.sitting.is_finished or self._is_told:
            self._go_on()
        elif self.step.feedback == "each":
            self._check()
        else:
            self._answer()
            self._go_on()

    def press_secondary(self) -> None:
        if self.panel is None and self.sitting is not None:
            if self._offers_again:
                self.finished.emit()
            else:
                self._begin()

    def press_back(self) -> None:
        sitting = self.sitting
        if sitting is None or self.panel is None:
            self.go_back.emit()
        elif sitting.is_finished:
            self._show_result()
        elif sitting.current > 0:
            if self.step.feedback != "each":
                self._answer()
            else:
                self._keep_draft()
            self._look_at(sitting.current - 1)
        else:
            self._keep_draft()
            self.go_back.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        return self.panel is not None and not self._is_told and self.panel.take_key(event)

    def first_focus(self) -> QWidget | None:
        if self.panel is None or self._is_told:
            return None
        return self.panel.first_focus()

    def place(self) -> Json:
        return {
            "looking_at": self._sitting.current if self._is_review else None,
            "hint": self.panel is not None and self.panel.shows_hint,
        }

    @property
    def _is_review(self) -> bool:
        return self.sitting is not None and self.sitting.is_finished and self.panel is not None

    def show_place(self, place: Json) -> None:
        if not isinstance(place, dict) or self.sitting is None:
            return
        index = place.get("looking_at")
        if self.sitting.is_finished and isinstance(index, int):
            self._look_at(index)
        if place.get("hint") is True and self.panel is not None:
            self.panel.show_hint()

    def leave(self) -> None:
        if self._draft_timer.isActive():
            self._keep_draft()
