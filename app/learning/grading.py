"""How right an answer is: one way in for all question types.

Responses are plain JSON: single → option id · multi → list of option ids · true-false →
bool · fill-in → {blank id: text} · order → list of item ids · match → {pair id: partner id}
(a pair's id, or `extra-1`, …) · categorise → {card id: group id}. None: not answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from app.content.models import Question
from app.i18n import _, mark
from app.learning.grade import Grade, Reason, ReasonKind, Trouble
from app.learning.questions.table import kind_of
from app.progress.events import Json

__all__ = [
    "Grade",
    "Reason",
    "ReasonKind",
    "Trouble",
    "grade",
    "is_complete",
    "recorded",
    "response_trouble",
    "right_response",
    "snapshot",
    "trouble_words",
]

MOST_PARTS = 40
LONGEST_TEXT = 160  # characters

_words: Mapping[Trouble, str] = {
    "not-answered": mark("Give an answer first."),
    "incomplete": mark("Something is still empty."),
    "wrong-shape": mark("This answer could not be read. Please answer again."),
    "unknown-part": mark("The question has changed. Please answer again."),
}


def grade(question: Question, response: Json) -> Grade:
    """Score, marks and reasons of a response. Never raises, whatever the response.

    A response that cannot be read counts as not answered; one with parts left empty is
    graded without them. `response_trouble` says so.
    """
    kind = kind_of(question)
    answer, trouble = kind.read(question, response)
    return replace(kind.grade(question, answer), response_trouble=trouble)


def response_trouble(question: Question, response: Json) -> Trouble | None:
    """What keeps this response from being a whole answer; None if nothing does."""
    _answer, trouble = kind_of(question).read(question, response)
    return trouble


def is_complete(question: Question, response: Json) -> bool:
    """Whether "Check" may be pressed: every part that needs an answer has one."""
    return response_trouble(question, response) is None


def trouble_words(trouble: Trouble) -> str:
    """What to tell the learner about it, in the language in use."""
    return _(_words[trouble])


def right_response(question: Question) -> Json:
    """A response that scores 1, for "show the answer"."""
    return kind_of(question).right(question)


def snapshot(question: Question, response: Json) -> Json:
    """The answer in words, so that the history stays readable when the question is changed.

    `{"text", "chosen", "right"}`; true-false keeps true and false. At most 40 parts of 160
    characters each: what is cut ends in `…`.
    """
    kind = kind_of(question)
    answer, _trouble = kind.read(question, response)
    right, _none = kind.read(question, kind.right(question))
    return {
        "text": _clipped(question.text),
        "chosen": _listed(kind.told(question, answer)),
        "right": _listed(kind.told(question, right)),
    }


def recorded(question: Question, response: Json) -> Json:
    """The `result` of an `answered` event: `score`, `is_right` and the snapshot."""
    given = grade(question, response)
    return {
        "score": given.score,
        "is_right": given.is_right,
        "snapshot": snapshot(question, response),
    }


def _listed(told: list[str | bool]) -> list[Json]:
    shown: list[Json] = [
        each if isinstance(each, bool) else _clipped(each) for each in told[:MOST_PARTS]
    ]
    return [*shown, "…"] if len(told) > MOST_PARTS else shown


def _clipped(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
