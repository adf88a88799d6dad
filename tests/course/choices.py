"""Measures of the questions: what gives the right answer away to those who know nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil

from app.content.models import (
    CategoriseQuestion,
    FillInQuestion,
    MatchQuestion,
    MultiQuestion,
    Option,
    OrderQuestion,
    Question,
    QuizStep,
    SingleQuestion,
    TrueFalseQuestion,
)
from app.learning.grading import grade
from app.progress.events import Json

MOST_LONGEST = 0.20  # of single-choice questions whose right option is strictly the longest
MOST_AT_ONE_PLACE = 0.35  # of right options at one position, as written
FEWEST_FOR_PLACES = 12  # with fewer questions a share of 35 % at one place is mere chance

Choice = SingleQuestion | MultiQuestion
Chooser = Callable[[Sequence[Option]], list[Option]]

_CATCH_ALL = re.compile(
    r"(?:以上|上述|前面|前几项)[^，。]{0,6}(?:对|错|是|行|可以|正确|错误|符合)"
    r"|^(?:都|全)(?:不)?(?:对|是|行|可以)$|^以上"
    r"|\b(?:all|none|both|neither|any) of (?:the|these|those)(?: above| options| answers)?\W*$"
    r"|\b(?:all|none|both|neither|any) of the above\b",
    re.IGNORECASE,
)


def singles(questions: Iterable[Question]) -> list[SingleQuestion]:
    """The single-choice questions among them."""
    return [one for one in questions if isinstance(one, SingleQuestion)]


def has_longest_right(question: SingleQuestion) -> bool:
    """Whether the right option is strictly the longest."""
    right = [len(one.text) for one in question.options if one.is_right]
    wrong = [len(one.text) for one in question.options if not one.is_right]
    return bool(right) and right[0] > max(wrong, default=0)


def right_places(questions: Iterable[SingleQuestion]) -> Counter[int]:
    """How often the right option is the first, second, … as written, from 1."""
    return Counter(
        place
        for question in questions
        for place, option in enumerate(question.options, 1)
        if option.is_right
    )


def catch_alls(questions: Iterable[Question]) -> Iterator[str]:
    """Options such as 以上都对 and “all of the above”."""
    for question in questions:
        for option in question.options if isinstance(question, Choice) else ():
            if _CATCH_ALL.search(option.text.strip()):
                yield f"{question.id}/{option.id}: {option.text}"


def silent_parts(question: Question) -> Iterator[str]:
    """The parts of a question without a why; the question itself where it has no parts."""
    if isinstance(question, Choice):
        yield from (option.id for option in question.options if not option.why.strip())
    elif isinstance(question, OrderQuestion):
        yield from (item.id for item in question.items if not item.why.strip())
    elif isinstance(question, MatchQuestion):
        yield from (pair.id for pair in question.pairs if not pair.why.strip())
    elif isinstance(question, CategoriseQuestion):
        yield from (card.id for card in question.cards if not card.why.strip())
    elif not question.why.strip():
        yield question.id
    if isinstance(question, FillInQuestion):
        for blank in question.blanks:
            yield from (f"{blank.id}/{each.when}" for each in blank.catch if not each.why.strip())


# ── players who know nothing ─────────────────────────────────────────────────


def _longest(options: Sequence[Option]) -> list[Option]:
    return sorted(options, key=lambda one: -len(one.text))


def _first(options: Sequence[Option]) -> list[Option]:
    return list(options)


def _cautious(options: Sequence[Option]) -> list[Option]:
    return sorted(options, key=lambda one: not one.is_cautious)


PLAYERS: dict[str, Chooser] = {"longest": _longest, "first": _first, "cautious": _cautious}


def share_of(player: Chooser, quiz: QuizStep) -> float | None:
    """What this player gets of the points of a quiz's choice questions, 0…1; None without any.

    In favour of the player: several-answer questions count with the better of taking one
    option and taking half of them, true-false with the better of always-true and never-true.
    """
    points = won = 0.0
    told: list[TrueFalseQuestion] = []
    for question in quiz.questions:
        if isinstance(question, SingleQuestion):
            tries: list[Json] = [player(question.options)[0].id]
        elif isinstance(question, MultiQuestion):
            ids: list[Json] = [option.id for option in player(question.options)]
            tries = [ids[:1], ids[: ceil(len(ids) / 2)]]
        elif isinstance(question, TrueFalseQuestion):
            told.append(question)
            continue
        else:
            continue
        points += question.points
        won += question.points * max(grade(question, each).score for each in tries)
    points += sum(question.points for question in told)
    won += max(
        sum(question.points * grade(question, said).score for question in told)
        for said in (True, False)
    )
    return won / points if points else None
