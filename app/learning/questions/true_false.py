"""Saying whether a sentence is true. The two parts are called `true` and `false`."""

from __future__ import annotations

from app.content.models import TrueFalseQuestion
from app.learning.grade import Grade, Trouble, reasons_in_order
from app.learning.questions.kind import Kind
from app.progress.events import Json


def _read(question: TrueFalseQuestion, response: Json) -> tuple[bool | None, Trouble | None]:
    if response is None:
        return None, "not-answered"
    if not isinstance(response, bool):
        return None, "wrong-shape"
    return response, None


def _grade(question: TrueFalseQuestion, said: bool | None) -> Grade:
    right = _part(question.answer)
    parts = {right: True}
    if said is not None and said != question.answer:
        parts[_part(said)] = False
    return Grade(
        score=1.0 if said == question.answer else 0.0,
        parts=parts,
        missed=() if said == question.answer else (right,),
        reasons=reasons_in_order(general=question.why),
    )


def _part(said: bool) -> str:
    return "true" if said else "false"


def _right(question: TrueFalseQuestion) -> Json:
    return question.answer


def _told(question: TrueFalseQuestion, said: bool | None) -> list[str | bool]:
    # Kept as true or false: the history shows it in the language of its reader.
    return [] if said is None else [said]


def _movable(question: TrueFalseQuestion) -> tuple[str, ...]:
    return ()


kind = Kind(read=_read, grade=_grade, right=_right, told=_told, movable=_movable, shown="as-typed")
