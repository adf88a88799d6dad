"""The checklist itself: items with three answers each, and beside them what follows.

Used as a step of a lesson and on a page of its own.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from app.content.models import ChecklistItem, ChecklistStep, Lesson
from app.i18n import _
from app.learning.checklist import Checklist, tick_answers
from app.ui.learner import Learner
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.gauge import Gauge, zone
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, clear, column, row
from app.ui.widgets.point_line import in_one
from app.ui.widgets.segmented import Segment, Segmented
from app.ui.widgets.surfaces import Chip, Surface
from app.ui.widgets.weighted_line import WeightedLine

_SIDE_BY_SIDE_FROM_PX = 820
_ROW_FROM_PX = 560


class _Item(QWidget):
    """One item: what it says, how much it weighs, why, and the answer."""

    def __init__(self, look: Look, item: ChecklistItem, answer: str) -> None:
        super().__init__()
        self._look = look
        levels = {
            "high": (_("Weighs much"), "bad", "octagon"),
            "medium": (_("Weighs some"), "warn", "triangle"),
            "low": (_("Weighs little"), "mute", "info"),
        }
        text = WeightedLine(look, item.text, item.why, levels[item.level])
        safe, unsafe = ("ok", "check"), ("bad", "octagon")
        yes, no = (safe, unsafe) if item.safe_answer == "yes" else (unsafe, safe)
        self.answers = Segmented(
            look,
            [
                Segment("yes", _("Yes"), *yes),
                Segment("no", _("No"), *no),
                Segment("unsure", _("Not sure"), "warn", "triangle"),
            ],
            answer,
            name=item.text,
        )
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(
            look.space(18), look.space(12), look.space(18), look.space(12)
        )
        self._line.setSpacing(look.space(14))
        self._line.addWidget(text, 1)
        self._line.addWidget(self.answers, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._look.column_px(_ROW_FROM_PX)
        self._line.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )


class ChecklistPanel(QWidget):
    """Ticks go straight into the history; the result follows as soon as all is answered."""

    changed = Signal()
    completed = Signal(QWidget)  # every line has its answer; the card with the result
    announced = Signal(str, bool)

    def __init__(self, look: Look, learner: Learner, lesson: Lesson, step: ChecklistStep) -> None:
        super().__init__()
        self._look = look
        self._learner = learner
        self._lesson = lesson
        self.path = f"{lesson.id}/{step.id}"
        self.checklist = Checklist.resume(step, learner.latest_events(self.path))
        self.items: dict[str, _Item] = {}
        lines: list[QWidget] = []
        for item in step.items:
            if lines:
                rule = QFrame()
                rule.setFixedHeight(1)
                palette = rule.palette()
                palette.setColor(rule.backgroundRole(), look.color("border"))
                rule.setPalette(palette)
                rule.setAutoFillBackground(True)
                lines.append(rule)
            line = _Item(look, item, self.checklist.answers.get(item.id, ""))
            line.answers.picked.connect(lambda value, item_id=item.id: self._tick(item_id, value))
            self.items[item.id] = line
            lines.append(line)
        self._list = Surface(look, column(look, list(lines)))
        self._result = QWidget()
        self._result_layout = column(look, [])
        self._result.setLayout(self._result_layout)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(look.space(20))
        self._columns.addWidget(self._list, 2)
        self._columns.addWidget(self._result, 1)
        self._show_result()

    def _tick(self, item_id: str, value: str) -> None:
        answer = next(each for each in tick_answers if each == value)
        learner, lesson = self._learner, self._lesson
        if self.checklist.is_finished or not learner.session(self.path):
            earlier = dict(self.checklist.answers) if self.checklist.is_finished else {}
            learner.begin(lesson, self.path, None)
            self.checklist = Checklist.begin(self.checklist.step)
            for other, held in earlier.items():
                if other != item_id:
                    learner.record(lesson, "ticked", f"{self.path}/{other}", response=held)
                    self.checklist = self.checklist.tick(other, held)
        learner.record(lesson, "ticked", f"{self.path}/{item_id}", response=answer)
        was_complete = self.checklist.is_complete
        self.checklist = self.checklist.tick(item_id, answer)
        self._show_result()
        self.changed.emit()
        if self.checklist.is_complete:
            result = self.checklist.result
            if not was_complete:
                self.announced.emit(in_one(zone(result.gauge)[0], result.advice), False)
                self.completed.emit(self._result)

    def finish(self) -> None:
        """Close the sitting, if every item has its answer."""
        if self.checklist.is_complete and not self.checklist.is_finished:
            self._learner.end(self._lesson, self.path, self.checklist.result.to_json())
            self.checklist = self.checklist.finish()

    def start_again(self) -> None:
        """Empty the list for another check; what was answered stays in the history."""
        self.finish()
        self._learner.begin(self._lesson, self.path, None)
        self.checklist = Checklist.begin(self.checklist.step)
        for line in self.items.values():
            line.answers.take("")
        self._show_result()
        self.changed.emit()
        next(iter(self.items.values())).answers.buttons()[0].setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def first_focus(self) -> QWidget:
        """The first item without an answer."""
        for item_id, line in self.items.items():
            if item_id not in self.checklist.answers:
                return line.answers.buttons()[0]
        return next(iter(self.items.values())).answers.buttons()[0]

    # ── the result

    def _show_result(self) -> None:
        clear(self._result_layout)
        self._result_layout.addWidget(self._gauge_card())
        if self.checklist.is_complete and self.checklist.result.reasons:
            self._result_layout.addSpacing(self._look.space(14))
            self._result_layout.addWidget(self._reasons_card())
        self._result_layout.addStretch(1)

    def _gauge_card(self) -> QWidget:
        look, checklist = self._look, self.checklist
        total, answered = len(checklist.step.items), checklist.answered_count
        parts: list[Part] = []
        if checklist.is_complete:
            result = checklist.result
            words, tone, icon = zone(result.gauge)
            head = row(
                look,
                [
                    Label(look, _("Your result"), "h3"),
                    "stretch",
                    Chip(look, words, tone, icon=icon),
                ],
            )
            parts = [head, 6, Gauge(look, result.gauge), 8]
            if result.advice:
                parts.append(
                    Label(
                        look,
                        result.advice,
                        "strong",
                        tone if tone != "warn" else "warn",
                        wraps=True,
                    )
                )
            safe = _("{safe} of {total} answered the safe way").format(
                safe=result.safe_count, total=total
            )
            parts += [4, Label(look, safe, "small", "text2", wraps=True)]
        else:
            words = _("{answered} of {total} answered").format(answered=answered, total=total)
            parts = [
                row(look, [Label(look, _("Your result"), "h3"), "stretch"]),
                6,
                Gauge(look, None),
                6,
                Label(look, words, "small", "text2", wraps=True),
                Label(
                    look,
                    _("The result appears once every line has an answer."),
                    "small",
                    "text2",
                    wraps=True,
                ),
            ]
        parts += [4, Label(look, _("Kept on this computer only."), "micro", "text3", wraps=True)]
        return Surface(look, column(look, parts, margins=(20, 16, 20, 16)))

    def _reasons_card(self) -> QWidget:
        look = self._look
        result = self.checklist.result
        parts: list[Part] = [Label(look, _("What weighs most"), "h3", wraps=True), 6]
        levels = {
            "high": ("bad", "octagon"),
            "medium": ("warn", "triangle"),
            "low": ("text3", "info"),
        }
        for reason in result.top_reasons():
            mark = IconLabel(look, levels[reason.level][1], levels[reason.level][0], 20)
            line = beside(look, mark, Label(look, reason.text, "small", wraps=True), gap=8)
            parts += [line, 4]
        copy = Button(look, _("Copy as a reminder"), "outline", icon="copy", is_dense=True)
        copy.clicked.connect(self._copy_reminder)
        again = Button(look, _("Check again"), "ghost", is_dense=True)
        again.clicked.connect(self.start_again)
        parts += [8, Flow(look, [copy, again])]
        return Surface(look, column(look, parts, margins=(20, 16, 20, 16)))

    def _copy_reminder(self) -> None:
        result = self.checklist.result
        lines = [self.checklist.step.title]
        lines += [f"· {reason.text}\n  {reason.why}" for reason in result.reasons]
        if result.advice:
            lines.append(result.advice)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.announced.emit(_("Copied."), False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._look.column_px(_SIDE_BY_SIDE_FROM_PX)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        self._result.setMaximumWidth(self._look.column_px(330) if wide else 16_777_215)
