"""Taking a quiz: answering, going back, handing in, going on after a break."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.models import QuizStep
from app.learning.grading import recorded, right_response
from app.learning.plan import plan
from app.learning.quiz import Sitting, answer_still_counts, attempts_left
from app.learning.sittings import finished_sittings
from app.progress.events import Event, Json
from tests.learning import builders as b

PATH = "lesson/quiz"


def three(feedback: str = "each", **more: object) -> QuizStep:
    """q1 and q2 with a skill, q2 worth two points."""
    return b.quiz(
        b.single("q1", skill="fees", meaning_hash="m1"),
        b.single("q2", skill="fees", points=2.0, meaning_hash="m2"),
        b.single("q3", meaning_hash="m3"),
        feedback=feedback,
        shuffle="none",
        **more,
    )


def taken(step: QuizStep, **answers: Json) -> Sitting:
    sitting = Sitting.begin(step, 1)
    for question_id, response in answers.items():
        sitting = sitting.answer(question_id, response)
    return sitting


def test_score_is_points_earned_over_points() -> None:
    result = taken(three(), q1="a", q2="b", q3="a").hand_in().result
    assert result.score == pytest.approx(2 / 4)
    assert (result.points, result.points_possible) == (2, 4)
    assert not result.is_passed
    assert result.skills["fees"].share == pytest.approx(1 / 3)
    assert list(result.skills) == ["fees"]
    assert [grade.is_right for grade in result.grades.values()] == [True, False, True]
    assert result.to_json() == {
        "score": 0.5,
        "passed": False,
        "points": 2.0,
        "points_possible": 4.0,
        "skills": {"fees": pytest.approx(1 / 3)},
    }


@pytest.mark.parametrize(("percent", "is_passed"), [(75, True), (76, False), (0, True)])
def test_passed_at_pass_percent(percent: int, is_passed: bool) -> None:
    result = taken(three(pass_percent=percent), q1="a", q2="a").hand_in().result
    assert result.score == 0.75
    assert result.is_passed == is_passed


def test_rounding_never_fails_a_learner_at_the_line() -> None:
    """0.29 · 100 is a little less than 29 in binary."""
    step = b.quiz(b.single("q1", points=29.0), b.single("q2", points=71.0), pass_percent=29)
    assert taken(step, q1="a").hand_in().result.is_passed


def test_a_quiz_without_points_is_passed() -> None:
    assert taken(b.quiz(b.single("q1", points=0.0)), q1="b").hand_in().result.score == 1


def test_open_questions_score_nothing() -> None:
    result = taken(three("end"), q1="a").hand_in().result
    assert result.score == 0.25
    assert result.grades["q2"].response_trouble == "not-answered"


# ── answering and going back ─────────────────────────────────────────────────


def test_each_an_answered_question_stays_answered_and_can_be_looked_at() -> None:
    sitting = taken(three("each"), q1="b").go_to(1).answer("q2", "a").go_to(0)
    assert sitting.current_question.id == "q1"
    assert not sitting.may_change("q1")
    assert sitting.answer("q1", "a") == sitting
    assert sitting.responses == {"q1": "b", "q2": "a"}


@pytest.mark.parametrize("feedback", ["end", "none"])
def test_before_handing_in_an_answer_can_be_changed(feedback: str) -> None:
    sitting = taken(three(feedback), q1="b", q2="a").answer("q1", "a")
    assert sitting.responses == {"q1": "a", "q2": "a"}
    assert sitting.current == 0
    handed_in = sitting.hand_in()
    assert handed_in.answer("q1", "b") == handed_in


def test_an_answer_can_be_taken_back() -> None:
    sitting = taken(three("end"), q1="b").answer("q1", None)
    assert sitting.responses == {}
    assert not sitting.is_answered("q1")


def test_half_an_answer_is_kept_but_is_not_whole() -> None:
    step = b.quiz(b.fill_in("f", scoring="partial"), feedback="end")
    sitting = taken(step, f={"what": "链接"})
    assert sitting.responses
    assert not sitting.is_answered("f")
    assert not sitting.is_complete
    assert sitting.hand_in().result.score == 0.5


def test_each_takes_no_half_answers() -> None:
    sitting = taken(b.quiz(b.fill_in("f"), feedback="each"), f={"what": "链接"})
    assert sitting.responses == {}


@pytest.mark.parametrize("feedback", ["each", "end", "none"])
def test_an_unreadable_answer_changes_nothing(feedback: str) -> None:
    before = taken(three(feedback), q1="b")
    assert before.answer("q2", 12).answer("q2", "zzz").responses == before.responses


def test_answering_what_is_not_asked_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        Sitting.begin(three(), 1).answer("q9", "a")
    with pytest.raises(KeyError):
        Sitting.begin(three(), 1).question("q9")


def test_what_is_open_next() -> None:
    sitting = taken(three("end"), q2="a")
    assert sitting.next_open == 2
    assert sitting.go_to(2).next_open == 0
    assert sitting.answered_count == 1
    full = taken(three("end"), q1="a", q2="a", q3="a")
    assert full.next_open is None
    assert full.is_complete


def test_go_to_stays_within_the_quiz() -> None:
    sitting = Sitting.begin(three(), 1)
    assert sitting.go_to(99).current == 2
    assert sitting.go_to(-5).current == 0


@pytest.mark.parametrize(
    ("feedback", "at_once", "after"),
    [("each", True, True), ("end", False, True), ("none", False, False)],
)
def test_when_grades_are_shown(feedback: str, at_once: bool, after: bool) -> None:
    sitting = taken(three(feedback), q1="a")
    assert (sitting.shown_grade("q1") is not None) == at_once
    assert sitting.shown_grade("q2") is None
    assert (sitting.hand_in().shown_grade("q1") is not None) == after
    assert (sitting.hand_in().shown_grade("q2") is not None) == after


# ── attempts ─────────────────────────────────────────────────────────────────


def test_attempts_are_finished_sittings() -> None:
    events = [
        b.event("started", PATH, session="s1"),
        b.event("finished", PATH, session="s1"),
        b.event("finished", PATH, session="s1"),
        b.event("started", PATH, session="s2"),
        b.event("finished", "lesson/other", session="s2"),
        b.event("finished", PATH, session="s3"),
        b.event("finished", PATH, session="s4", learner="wang"),
        b.event("finished", "other/quiz", session="s5"),
        b.event("started", PATH, session="s6"),
    ]
    sitting = Sitting.resume(three(attempts=3), events)
    assert sitting is not None
    assert sitting.result.attempts_used == 2
    assert sitting.result.attempts_left == 1
    assert sitting.hand_in().result.attempts_left == 0
    counted_elsewhere = Sitting.resume(three(attempts=3), events, earlier_attempts=1)
    assert counted_elsewhere is not None
    assert counted_elsewhere.result.attempts_left == 2


def test_attempts_without_limit() -> None:
    assert attempts_left(three(), 50) is None
    assert attempts_left(three(attempts=2), 5) == 0
    assert finished_sittings("quiz", [b.event("finished", PATH)]) == 1


# ── going on after a break ───────────────────────────────────────────────────


def test_nothing_to_resume() -> None:
    assert Sitting.resume(three(), []) is None
    assert Sitting.resume(three(), [b.event("answered", f"{PATH}/q1", "a", meaning="m1")]) is None


def test_the_latest_sitting_is_resumed_unless_one_is_named() -> None:
    events = [
        b.event("started", PATH, plan(three(), 1).to_json(), session="s1"),
        b.event("answered", f"{PATH}/q1", "a", session="s1", meaning="m1"),
        b.event("started", PATH, plan(three(), 2).to_json(), session="s2"),
        b.event("viewed", PATH, session="s3"),
    ]
    latest = Sitting.resume(three(), events)
    named = Sitting.resume(three(), events, session="s1")
    assert latest is not None
    assert named is not None
    assert (latest.plan.seed, latest.responses) == (2, {})
    assert (named.plan.seed, named.responses) == (1, {"q1": "a"})


def test_a_question_that_means_something_else_now_is_asked_again() -> None:
    started = b.event("started", PATH, plan(three(), 1).to_json())
    stale = b.event("answered", f"{PATH}/q1", "a", meaning="old")
    kept = b.event("answered", f"{PATH}/q2", "a", meaning="m2")
    sitting = Sitting.resume(three(), [started, stale, kept])
    assert sitting is not None
    assert sitting.responses == {"q2": "a"}
    assert not answer_still_counts(three().questions[0], stale)
    assert answer_still_counts(three().questions[1], kept)


def test_a_sitting_survives_the_lesson_being_edited() -> None:
    events = [
        b.event("started", PATH, plan(three(), 1).to_json()),
        b.event("answered", f"{PATH}/q1", "a", meaning="m1"),
        b.event("answered", f"{PATH}/q2", "a", meaning="m2"),
    ]
    edited = three()
    edited = replace(edited, questions=(*edited.questions[1:], b.single("q4")))
    sitting = Sitting.resume(edited, events)
    assert sitting is not None
    assert [question.id for question in sitting.questions] == ["q2", "q3", "q4"]
    assert sitting.responses == {"q2": "a"}


class Taking:
    """A learner at a quiz: the live sitting beside the events it leaves."""

    def __init__(self, step: QuizStep, seed: int) -> None:
        self.sitting = Sitting.begin(step, seed)
        self.events: list[Event] = []
        self._leave("started", "", self.sitting.plan.to_json())

    def answer(self, question_id: str, response: Json) -> None:
        question = self.sitting.question(question_id)
        self.sitting = self.sitting.answer(question_id, response)
        self.events.append(
            b.event(
                "answered",
                f"{PATH}/{question_id}",
                response,
                meaning=question.meaning_hash,
                result=recorded(question, response),
            )
        )

    def look_at(self, index: int) -> None:
        self.sitting = self.sitting.go_to(index)
        self._leave("viewed", f"/{self.sitting.current_question.id}")

    def hand_in(self) -> None:
        self.sitting = self.sitting.hand_in()
        self._leave("finished", "")

    def _leave(self, verb: str, part: str, response: Json = None) -> None:
        self.events.append(b.event(verb, f"{PATH}{part}", response))  # type: ignore[arg-type]


foreign = (
    b.event("answered", f"{PATH}/q1", "a", session="other"),
    b.event("answered", f"{PATH}/q1", "a", learner="wang"),
    b.event("answered", "elsewhere/quiz/q1", "a"),
    b.event("answered", "lesson/other/q1", "a"),
    b.event("answered", f"{PATH}/q99", "a"),
    b.event("hinted", f"{PATH}/q1"),
    b.event("viewed", "lesson"),
    b.event("finished", f"{PATH}/q1"),
)


a_wrong_response: dict[str, Json] = {
    "q1": "b",
    "q2": ["c", "a"],
    "q3": True,
    "q4": {"promise": "百分百成功", "what": "图片"},
    "q5": ["b", "a", "d", "c"],
    "q6": {"fee": "page", "page": "fee", "bot": "bot"},
    "q7": {"card": "no", "phone": "no", "code": "ok"},
}


@given(
    st.sampled_from(["each", "end", "none"]),
    st.integers(0, 2**64),
    st.sampled_from([None, 3]),
    st.lists(
        st.tuples(st.sampled_from(["right", "wrong", "half", "back", "look"]), st.integers(0, 6)),
        max_size=12,
    ),
    st.booleans(),
    st.integers(0, 1000),
)
def test_resuming_at_any_moment_gives_the_live_sitting(
    feedback: str, seed: int, draw: int | None, deeds: list[tuple[str, int]], ends: bool, mix: int
) -> None:
    step = b.quiz(feedback=feedback, draw=draw, shuffle="both")
    taking = Taking(step, seed)
    for deed, number in [*deeds, ("hand in", 0)] if ends else deeds:
        asked = taking.sitting.plan.questions
        question_id = asked[number % len(asked)]
        right = right_response(taking.sitting.question(question_id))
        if deed == "hand in":
            taking.hand_in()
        elif deed == "look":
            taking.look_at(number)
        else:
            said: dict[str, Json] = {
                "right": right,
                "wrong": a_wrong_response[question_id],
                "half": {"what": "链接"},
                "back": None,
            }
            taking.answer(question_id, said[deed])
        told = [*taking.events, *taking.events, *foreign]
        random.Random(mix).shuffle(told)
        assert Sitting.resume(step, told, session="one") == taking.sitting
    assert 0 <= taking.sitting.result.score <= 1


def test_all_right_is_passed_with_1() -> None:
    sitting = Sitting.begin(b.quiz(shuffle="both"), 11)
    for question in sitting.questions:
        sitting = sitting.answer(question.id, right_response(question))
    assert sitting.hand_in().result.score == 1
    assert sitting.hand_in().result.is_passed
