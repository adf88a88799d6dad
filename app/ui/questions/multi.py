"""Choosing all options that are right."""

from __future__ import annotations

from app.content.models import MultiQuestion
from app.i18n import _
from app.progress.events import Json
from app.ui.questions.arranged import arranged, letter
from app.ui.questions.options import Offer, OptionsView
from app.ui.theme.look import Look


class MultiView(OptionsView[MultiQuestion]):
    """A row to tick for each option."""

    takes_several = True

    def __init__(self, look: Look, question: MultiQuestion, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        options = arranged(question.options, order)
        self.lay_out(
            [Offer(o.id, o.text, letter(place)) for place, o in enumerate(options)],
            hint=_("Choose all that fit; it may be one or several."),
        )

    def response(self) -> Json:
        return [*self.chosen()] or None

    def show_response(self, response: Json) -> None:
        ids = response if isinstance(response, list) else []
        self.put_back([each for each in ids if isinstance(each, str)])
