"""A quiz being taken: what was answered so far, where the learner is, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum

from app.content.models import Question, QuizStep
from app.learning.grading import Grade, grade, response_trouble
from app.learning.plan import QuizPlan, plan, plan_from_json
from app.learning.sittings import StepEvent, events_of_sitting, finished_sittings
from app.progress.events import Event, Json


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillShare:
    """How much of a skill's points was earned in this sitting; `share` is 0…1."""

    points: float
    points_possible: float

    @property
    def share(self) -> float:
        return _share(self.points, self.points_possible)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizResult:
    """What a sitting came to. `score` is 0…1; `attempts_left` is None without a limit."""

    score: float
    points: float
    points_possible: float
    is_passed: bool
    grades: Mapping[str, Grade]
    skills: Mapping[str, SkillShare]
    attempts_used: int
    attempts_left: int | None

    def to_json(self) -> dict[str, Json]:
        """The `result` of the `finished` event."""
        return {
            "score": self.score,
            "passed": self.is_passed,
            "points": self.points,
            "points_possible": self.points_possible,
            "skills": {skill: each.share for skill, each in self.skills.items()},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One sitting of a quiz. Every step of it is a new value; nothing here writes anything.

    `current` is an index into `plan.questions`. `responses` holds what was answered, by
    question id. `earlier_attempts` counts the sittings finished before this one.
    """

    step: QuizStep
    plan: QuizPlan
    current: int = 0
    responses: Mapping[str, Json]
    is_finished: bool = False
    earlier_attempts: int = 0

    @classmethod
    def begin(cls, step: QuizStep, seed: int, *, earlier_attempts: int = 0) -> Sitting:
        """A new sitting. The caller stores `plan.to_json()` with the `started` event."""
        return cls(
            step=step, plan=plan(step, seed), responses={}, earlier_attempts=earlier_attempts
        )

    @classmethod
    def resume(
        cls,
        step: QuizStep,
        events: Iterable[Event],
        *,
        session: str = "",
        earlier_attempts: int | None = None,
    ) -> Sitting | None:
        """The sitting as these events left it; None if none of them started one.

        The events may come in any order; foreign and repeated ones are passed over. Without
        `session` the latest sitting is meant. Without `earlier_attempts` the finished sittings
        among the events are counted. Answers whose meaning hash no longer fits are asked
        again. A `viewed` event with the question's path moves to that question.
        """
        told = list(events)
        of_sitting = events_of_sitting(step.id, told, session=session, deeds={"started"})
        started = next((each.event for each in of_sitting if each.event.verb == "started"), None)
        if started is None:
            return None
        sitting = cls(
            step=step,
            plan=plan_from_json(step, started.response),
            responses={},
            earlier_attempts=finished_sittings(step.id, told, besides=started)
            if earlier_attempts is None
            else earlier_attempts,
        )
        for each in of_sitting:
            sitting = sitting._after(each)
        return sitting

    def _after(self, told: StepEvent) -> Sitting:
        event, part = told
        if event.verb == "finished" and not part:
            return self.hand_in()
        if part not in self.plan.questions:
            return self
        if event.verb == "viewed":
            return self.go_to(self.plan.questions.index(part))
        if event.verb == "answered" and answer_still_counts(self.question(part), event):
            return self.answer(part, event.response)
        return self

    # ── where the learner is ────────────────────────────────────────────────

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of this sitting, in the order asked."""
        return tuple(self.question(each) for each in self.plan.questions)

    def question(self, question_id: str) -> Question:
        """A question of the quiz. Raises KeyError if there is none of this id."""
        for question in self.step.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

    @property
    def current_question(self) -> Question:
        """Raises IndexError for a quiz without questions."""
        return self.question(self.plan.questions[self.current])

    @property
    def next_open(self) -> int | None:
        """Index of the next question without a whole answer, after the current one, then from
        the start; None if all are answered."""
        count = len(self.plan.questions)
        around = [(self.current + ahead) % count for ahead in range(1, count + 1)]
        return next((i for i in around if not self.is_answered(self.plan.questions[i])), None)

    def go_to(self, index: int) -> Sitting:
        """Look at another question, also a past one; kept within the quiz."""
        return replace(self, current=max(0, min(index, len(self.plan.questions) - 1)))

    # ── answering ───────────────────────────────────────────────────────────

    def answer(self, question_id: str, response: Json) -> Sitting:
        """With this response given, at this question.

        With `feedback: each` the first whole answer stays. With `end` and `none` a later
        answer replaces an earlier one until the quiz is handed in, and parts may be left
        empty; an empty response takes the answer back. What cannot be read changes nothing.
        Raises KeyError for a question that is not asked in this sitting.
        """
        if question_id not in self.plan.questions:
            raise KeyError(question_id)
        if not self.may_change(question_id):
            return self
        trouble = response_trouble(self.question(question_id), response)
        if trouble in ("wrong-shape", "unknown-part"):
            return self
        if trouble and self.step.feedback == "each":
            return self
        responses = {key: held for key, held in self.responses.items() if key != question_id}
        if trouble != "not-answered":
            responses[question_id] = response
        moved = self.go_to(self.plan.questions.index(question_id))
        return replace(moved, responses=responses)

    def may_change(self, question_id: str) -> bool:
        """Whether an answer to this question would still be taken."""
        is_fixed = self.step.feedback == "each" and question_id in self.responses
        return not self.is_finished and not is_fixed

    def is_answered(self, question_id: str) -> bool:
        """Wholly answered: nothing left empty."""
        if question_id not in self.responses:
            return False
        held = self.responses[question_id]
        return response_trouble(self.question(question_id), held) is None

    @property
    def answered_count(self) -> int:
        return sum(self.is_answered(each) for each in self.plan.questions)

    @property
    def is_complete(self) -> bool:
        """Every question has a whole answer."""
        return self.answered_count == len(self.plan.questions)

    def hand_in(self) -> Sitting:
        """The sitting at its end; `result` says what it came to. Open questions score 0."""
        return replace(self, is_finished=True)

    # ── what came of it ─────────────────────────────────────────────────────

    def grade(self, question_id: str) -> Grade:
        """The grade of what was answered so far (nothing: not answered)."""
        return grade(self.question(question_id), self.responses.get(question_id))

    def shown_grade(self, question_id: str) -> Grade | None:
        """The grade, once the learner may see it: `each` after answering, `end` after handing in,
        `none` never."""
        feedback = self.step.feedback
        is_due = (feedback == "each" and (self.is_finished or question_id in self.responses)) or (
            feedback == "end" and self.is_finished
        )
        return self.grade(question_id) if is_due else None

    @property
    def result(self) -> QuizResult:
        """Σ points · score / Σ points; passed at `pass_percent`. Source: design/learning.md.

        A quiz that gives no points at all is passed with 1.
        """
        grades = {each: self.grade(each) for each in self.plan.questions}
        skills = dict.fromkeys(q.skill for q in self.questions if q.skill)
        whole = _sum_up(self.questions, grades)
        used = self.earlier_attempts + (1 if self.is_finished else 0)
        return QuizResult(
            score=whole.share,
            points=whole.points,
            points_possible=whole.points_possible,
            # Rounded, because 0.7 + 0.1 must pass at 80 percent.
            is_passed=round(whole.share * 100, 6) >= self.step.pass_percent,
            grades=grades,
            skills={
                skill: _sum_up((q for q in self.questions if q.skill == skill), grades)
                for skill in skills
            },
            attempts_used=used,
            attempts_left=attempts_left(self.step, used),
        )


def attempts_left(step: QuizStep, attempts_used: int) -> int | None:
    """How often the quiz may still be taken; None without a limit. Finished sittings count."""
    return None if step.attempts is None else max(0, step.attempts - attempts_used)


def answer_still_counts(question: Question, event: Event) -> bool:
    """Whether an earlier answer was to a question that meant the same (design/learning.md)."""
    return event.meaning == question.meaning_hash


def changed_since(step: QuizStep, events: Iterable[Event]) -> frozenset[str]:
    """The questions whose last answer in these events was to another meaning of them."""
    questions = {question.id: question for question in step.questions}
    last: dict[str, bool] = {}
    for event in sorted(events, key=lambda each: each.id):
        path = event.object.split("/", 2)
        if event.verb == "answered" and len(path) == 3 and path[2] in questions:
            last[path[2]] = not answer_still_counts(questions[path[2]], event)
    return frozenset(question for question, is_old in last.items() if is_old)


def _sum_up(questions: Iterable[Question], grades: Mapping[str, Grade]) -> SkillShare:
    held = [(max(0.0, question.points), grades[question.id].score) for question in questions]
    return SkillShare(
        points=fsum(points * score for points, score in held),
        points_possible=fsum(points for points, _score in held),
    )


def _share(points: float, possible: float) -> float:
    return min(1.0, points / possible) if possible > 0 else 1.0
