"""Choosing one option of several."""

from __future__ import annotations

from app.content.models import SingleQuestion
from app.progress.events import Json
from app.ui.questions.arranged import arranged, letter
from app.ui.questions.options import Offer, OptionsView
from app.ui.theme.look import Look


class SingleView(OptionsView[SingleQuestion]):
    """A row for each option, with the keys A, B, C …"""

    def __init__(self, look: Look, question: SingleQuestion, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        options = arranged(question.options, order)
        self.lay_out([Offer(o.id, o.text, letter(place)) for place, o in enumerate(options)])

    def response(self) -> Json:
        return next(iter(self.chosen()), None)

    def show_response(self, response: Json) -> None:
        self.put_back([response] if isinstance(response, str) else [])
