"""Saying whether a sentence is true."""

from __future__ import annotations

from app.content.models import TrueFalseQuestion
from app.i18n import _
from app.progress.events import Json
from app.ui.questions.options import Offer, OptionsView
from app.ui.theme.look import Look

_PARTS = {"true": True, "false": False}  # part ids as in app.learning.questions.true_false


class TrueFalseView(OptionsView[TrueFalseQuestion]):
    """Two rows with the keys 1 and 2. (F and J judge links elsewhere and mean nothing here.)"""

    def __init__(self, look: Look, question: TrueFalseQuestion, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        self.lay_out(
            [
                Offer("true", _("True: the sentence is right"), "1", "check"),
                Offer("false", _("False: the sentence is wrong"), "2", "cross"),
            ]
        )

    def response(self) -> Json:
        return next((_PARTS[part] for part in self.chosen()), None)

    def show_response(self, response: Json) -> None:
        self.put_back([part for part, said in _PARTS.items() if said is response])
