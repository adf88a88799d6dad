"""What one sitting of a quiz will ask: which questions, in which order, options in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.content.models import Question, QuizStep
from app.learning.questions.table import kind_of
from app.learning.shuffle import shuffled, shuffled_apart
from app.progress.events import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizPlan:
    """`questions` are ids in the order asked; `orders` has, per question, its parts' ids as shown.

    Parts are options, items, cards, or for match the partners. Questions whose parts stay
    where they are (true-false, fill-in) have no order.
    """

    seed: int
    questions: tuple[str, ...]
    orders: Mapping[str, tuple[str, ...]]

    def order_of(self, question_id: str) -> tuple[str, ...]:
        """The ids of the question's parts in the order to show; empty if they are not moved."""
        return self.orders.get(question_id, ())

    def to_json(self) -> dict[str, Json]:
        """What the `started` event stores."""
        orders: dict[str, Json] = {each: list(order) for each, order in self.orders.items()}
        return {"seed": self.seed, "questions": list(self.questions), "orders": orders}


def plan(step: QuizStep, seed: int) -> QuizPlan:
    """A fresh plan: draws K of N if the step says so, then mixes what `shuffle` names.

    The same step and seed give the same plan on every machine.
    """
    drawn = set(_in_draw_order(step, seed)[: _how_many(step)])
    asked = tuple(each.id for each in step.questions if each.id in drawn)
    if step.shuffle in ("questions", "both"):
        asked = shuffled(asked, seed, "questions")
    return _planned(step, seed, asked, {})


def plan_from_json(step: QuizStep, stored: Json, seed: int = 0) -> QuizPlan:
    """The plan a `started` event stored, mended where the lesson has changed since.

    Vanished questions and parts are left out. Without a draw, added questions are asked at
    the end; with one, they fill up what is missing of K. A question whose set of parts has
    changed gets a fresh order from the stored seed. What cannot be read at all becomes a
    fresh plan from `seed`. Never raises.
    """
    held = stored if isinstance(stored, dict) else {}
    kept_seed = held.get("seed")
    if isinstance(kept_seed, int) and not isinstance(kept_seed, bool):
        seed = kept_seed
    asked = _texts(held.get("questions"))
    if asked is None:
        return plan(step, seed)
    known = {question.id for question in step.questions}
    kept = [each for each in dict.fromkeys(asked) if each in known]
    spare = [each for each in _in_draw_order(step, seed) if each not in kept]
    if step.draw is None:
        spare = [question.id for question in step.questions if question.id in spare]
    kept += spare[: max(0, _how_many(step) - len(kept))]
    orders = held.get("orders")
    return _planned(step, seed, tuple(kept), orders if isinstance(orders, dict) else {})


def _planned(
    step: QuizStep, seed: int, asked: tuple[str, ...], stored: Mapping[str, Json]
) -> QuizPlan:
    questions = {question.id: question for question in step.questions}
    orders: dict[str, tuple[str, ...]] = {}
    for question_id in asked:
        question = questions[question_id]
        parts = kind_of(question).movable(question)
        order = _texts(stored.get(question_id))
        if order is None or sorted(order) != sorted(parts):
            order = _order(step, question, parts, seed)
        if order:
            orders[question_id] = order
    return QuizPlan(seed=seed, questions=asked, orders=orders)


def _order(
    step: QuizStep, question: Question, parts: tuple[str, ...], seed: int
) -> tuple[str, ...]:
    shown = kind_of(question).shown
    if shown == "always-mixed":
        return shuffled_apart(parts, seed, question.id)
    if shown == "shuffled" and step.shuffle in ("options", "both"):
        return shuffled(parts, seed, question.id)
    return parts


def _in_draw_order(step: QuizStep, seed: int) -> tuple[str, ...]:
    return shuffled((question.id for question in step.questions), seed, "draw")


def _how_many(step: QuizStep) -> int:
    if step.draw is None:
        return len(step.questions)
    return min(max(1, step.draw), len(step.questions))


def _texts(stored: Json) -> tuple[str, ...] | None:
    """A stored list of ids; None if it is anything else."""
    if not isinstance(stored, list):
        return None
    texts = tuple(each for each in stored if isinstance(each, str))
    return texts if len(texts) == len(stored) else None
