"""A text to read."""

from __future__ import annotations

from app.content.models import Lesson, TextStep
from app.i18n import _, ngettext
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.steps.base import Foot, StepView
from app.ui.steps.heading import step_head
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.layouts import column
from app.ui.widgets.reading import ReadingColumn

_HAN_PER_MINUTE = 300
_WORDS_PER_MINUTE = 200


class TextView(StepView[TextStep]):
    """The prose of a text step; going on marks it as read."""

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: TextStep,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        minutes = reading_minutes(step.body.source)
        chips = (ngettext("about {n} minute", "about {n} minutes", minutes).format(n=minutes),)
        self._reading = ReadingColumn(look, step.body, surroundings.pictures())
        parts = step_head(look, lesson, step, surroundings, chips)
        self.setLayout(column(look, [*parts, self._reading]))

    def spoken(self) -> str:
        return self._reading.spoken()

    def foot(self) -> Foot:
        source = self.lesson.source_title(self.step.source)
        return Foot(_("Continue"), note=_("From: {source}").format(source=source) if source else "")

    def press_primary(self) -> None:
        self.learner.record(self.lesson, "read", self.path)
        self.finished.emit()

    def show_place(self, place: Json) -> None:
        if isinstance(place, dict) and isinstance(place.get("anchor"), str):
            found = self._reading.place_of(str(place["anchor"]))
            if found is not None:
                self.reveal_at.emit(*found)


def reading_minutes(text: str) -> int:
    """About how long a text takes to read: 300 Chinese characters or 200 words a minute."""
    han = sum("\u4e00" <= sign <= "\u9fff" for sign in text)
    words = sum(
        1 for word in text.split() if any(sign.isascii() and sign.isalpha() for sign in word)
    )
    return max(1, round(han / _HAN_PER_MINUTE + words / _WORDS_PER_MINUTE))
