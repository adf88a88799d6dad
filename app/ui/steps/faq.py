"""Questions and answers, with a search over both."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.content.models import FaqEntry, FaqStep, Lesson
from app.i18n import _, ngettext
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.steps.base import Foot, StepView
from app.ui.steps.heading import step_head
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder
from app.ui.widgets.narrowing import Line, NarrowingList
from app.ui.widgets.reading import ReadingColumn


class FaqList(NarrowingList):
    """Questions that open, each with its answer; also used on a page of its own."""

    def __init__(
        self, look: Look, entries: list[tuple[FaqEntry, str]], surroundings: Surroundings
    ) -> None:
        lines = [
            Line(
                entry.id,
                entry.q,
                f"{entry.q}\n{entry.a.source}",
                partial(_answer, look, surroundings, entry, source),
            )
            for entry, source in entries
        ]
        super().__init__(
            look,
            lines,
            name=_("Search questions and answers"),
            hint=_("Search, for example: code, money, link"),
            count=lambda n: ngettext("{n} answer", "{n} answers", n).format(n=n),
        )


def _answer(look: Look, surroundings: Surroundings, entry: FaqEntry, source: str) -> QWidget:
    parts: list[Part] = [ReadingColumn(look, entry.a, surroundings.pictures(), "body")]
    if source:
        words = _("From: {source}").format(source=source)
        parts.append(Label(look, words, "micro", "text3", wraps=True))
    return holder(column(look, parts, gap=8))


class FaqView(StepView[FaqStep]):
    """The entries of one faq step."""

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: FaqStep,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        parts = step_head(look, lesson, step, surroundings)
        if step.intro:
            parts += [Label(look, step.intro, "read", "text2", wraps=True), 12]
        entries = [(entry, lesson.source_title(entry.source)) for entry in step.entries]
        self._list = FaqList(look, entries, surroundings)
        self.setLayout(column(look, [*parts, self._list]))

    def foot(self) -> Foot:
        return Foot(_("Continue"))

    def press_primary(self) -> None:
        self.learner.record(self.lesson, "read", self.path)
        self.finished.emit()

    def first_focus(self) -> QWidget | None:
        return None

    def place(self) -> Json:
        return self._list.place()

    def show_place(self, place: Json) -> None:
        if isinstance(place, dict) and isinstance(place.get("anchor"), str):
            widget = self._list.open_line(str(place["anchor"]))
            if widget is not None:
                self.reveal.emit(widget)
            return
        self._list.show_place(place)
