"""The built-in course keeps every rule of good teaching, in each of its languages."""

from __future__ import annotations

from datetime import date

import pytest

from app.learning.quiz import Sitting
from app.paths import built_in_course
from tests.course import choices, rules
from tests.course.taught import TaughtCourse, quizzes_of, read

# The day on which the course was last gone over: move it on when sources are checked again.
TODAY = date(2026, 11, 22)

COURSE = read(built_in_course(), TODAY)


def test_there_is_a_course_in_two_languages():
    assert len(COURSE.lessons) >= 3
    assert all(len(taught.lessons) == 2 for taught in COURSE.lessons)
    assert {taught.others[0].language for taught in COURSE.lessons} == {"en"}


@pytest.mark.parametrize("title", rules.COURSE)
def test_the_course_keeps(title: str) -> None:
    assert list(rules.COURSE[title](COURSE)) == []


@pytest.mark.parametrize("title", rules.LESSON)
@pytest.mark.parametrize("taught", COURSE.lessons, ids=lambda taught: taught.stem)
def test_every_lesson_keeps(taught, title):
    assert list(rules.LESSON[title](taught, COURSE)) == []


def test_there_is_enough_of_everything():
    missing = {title for title, (there, wanted) in rules.totals(COURSE).items() if there < wanted}
    assert missing == set()


def test_who_takes_the_same_option_each_time_does_not_pass_a_sitting():
    """The players again, through whole sittings: whatever is drawn, nobody passes by habit."""
    passed = asked = 0
    for taught in COURSE.lessons:
        for lesson in taught.lessons:
            for quiz in quizzes_of(lesson):
                for player in choices.PLAYERS.values():
                    for seed in range(20):
                        sitting = Sitting.begin(quiz, seed)
                        for question in sitting.questions:
                            if isinstance(question, choices.Choice):
                                answer = player(question.options)[0].id
                                said = answer if question.type == "single" else [answer]
                                sitting = sitting.answer(question.id, said)
                            elif question.type == "true-false":
                                sitting = sitting.answer(question.id, True)
                        asked += 1
                        passed += sitting.hand_in().result.is_passed
    assert asked >= 300
    assert passed == 0


def test_the_figures_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    from tests.course.report import lines

    told = "\n".join(lines(COURSE, is_whole=True))
    assert "✗" not in told
    for taught in COURSE.lessons:
        assert taught.stem in told


def test_a_broken_lesson_is_one_breach(tmp_path):
    course = TaughtCourse(tmp_path, "zh-CN", (), ("01-broken",), (), (), COURSE.lens)
    assert list(rules.COURSE["nothing for `check` to say"](course)) == ["01-broken is broken"]
