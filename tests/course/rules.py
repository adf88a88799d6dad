"""What a course must hold to be taught with: each rule gives one line for each breach.

The rules of `LESSON` are asked of every lesson by itself, those of `COURSE` of all together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from app.content.models import (
    FaqStep,
    Lesson,
    Picture,
    Question,
    QuizStep,
    ScenarioStep,
    Step,
    TextStep,
)
from app.content.spec.questions import QUESTION_TYPES
from tests.course import choices, prose
from tests.course.taught import Taught, TaughtCourse, quizzes_of

LEAST_MINUTES, MOST_MINUTES = 8, 15
LEAST_GOALS = 3
LEAST_DRAW, LEAST_POOL = 8, 1.5  # questions asked, and how many times as many there must be
INTERACTIVE = frozenset({"scenario", "checklist", "faq", "link-game"})

LEAST_QUESTIONS = 150
LEAST_OF_A_TYPE = 12
LEAST_HARD = 30
LEAST_SCENARIOS = 12
LEAST_FAQ_ENTRIES = 23

LessonRule = Callable[[Taught, TaughtCourse], Iterable[str]]
CourseRule = Callable[[TaughtCourse], Iterable[str]]


# ── one lesson ───────────────────────────────────────────────────────────────


def _is_a_lesson(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    own = taught.own
    if own.minutes is None or not LEAST_MINUTES <= own.minutes <= MOST_MINUTES:
        yield f"minutes: {own.minutes}, not {LEAST_MINUTES} to {MOST_MINUTES}"
    if len(own.goals) < LEAST_GOALS:
        yield f"goals: {len(own.goals)}, at least {LEAST_GOALS}"
    if not any(step.type in INTERACTIVE for step in own.steps):
        yield f"no step to take part in beside the quiz ({', '.join(sorted(INTERACTIVE))})"
    if not own.sources:
        yield "no sources"
    for source in own.sources:
        if not source.checked:
            yield f"source {source.id}: no `checked:` date"


def _has_a_whole_quiz(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    if not taught.quizzes:
        yield "no quiz"
    for quiz in taught.quizzes:
        pool = len(quiz.questions)
        asked = min(quiz.draw or pool, pool)
        if asked < LEAST_DRAW:
            yield f"{quiz.id}: asks {asked} questions, at least {LEAST_DRAW}"
        if pool < LEAST_POOL * asked:
            yield f"{quiz.id}: {pool} questions to draw {asked} from, at least {LEAST_POOL} times"


def _has_pictures(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    for lesson in taught.lessons:
        shown = list(pictures(lesson))
        if not shown:
            yield f"{lesson.language}: no picture"
        for picture in shown:
            if not picture.alt.strip():
                yield f"{lesson.language}: {picture.path} has no `alt:`"


def pictures(lesson: Lesson) -> Iterator[Picture]:
    """The pictures of a lesson's steps and questions. Those inside Markdown `check` looks at."""
    parts: Iterable[Step | Question] = chain(
        lesson.steps, *(quiz.questions for quiz in quizzes_of(lesson))
    )
    return (part.picture for part in parts if part.picture is not None)


def _explains_every_answer(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    for lesson in taught.lessons:
        for quiz in quizzes_of(lesson):
            for question in quiz.questions:
                for part in choices.silent_parts(question):
                    yield f"{lesson.language}: {question.id}/{part} has no why"


def _answers_what_it_asks(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    steps = {step.id: step for step in taught.own.steps}
    for question in taught.questions:
        step_id, sign, heading = question.answer_in.partition("#")
        step = steps.get(step_id)
        if not question.answer_in:
            yield f"{question.id}: no `answer_in:`"
        elif step is None or isinstance(step, QuizStep):
            yield f"{question.id}: answer_in names no step to read: {question.answer_in}"
        elif sign and heading.strip() not in headings(step):
            yield f"{question.id}: answer_in names no heading of {step_id}: {heading}"


def headings(step: Step) -> set[str]:
    """The headings of a step, by words and by anchor."""
    bodies = [step.body] if isinstance(step, TextStep) else []
    if isinstance(step, FaqStep):
        bodies += [entry.a for entry in step.entries]
    return {name for body in bodies for one in body.headings for name in (one.text, one.anchor)}


def _reads_easily(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    if not course.language.startswith("zh"):
        return
    yield from prose.long_sentences(taught.texts)
    mean = prose.mean_sentence(taught.texts)
    if mean > prose.MOST_MEAN_SENTENCE:
        yield f"{mean:.1f} characters a sentence, at most {prose.MOST_MEAN_SENTENCE}"


def _names_no_strange_host(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    yield from prose.strange_hosts((*taught.texts, *taught.translated), course.lens)


def _names_no_strange_number(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    yield from prose.strange_numbers((*taught.texts, *taught.translated), course.lens)


def _has_no_catch_all(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    for lesson in taught.lessons:
        for quiz in quizzes_of(lesson):
            yield from choices.catch_alls(quiz.questions)


def _is_not_passed_by_guessing(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    for lesson in taught.lessons:
        for quiz in quizzes_of(lesson):
            for name, player in choices.PLAYERS.items():
                share = choices.share_of(player, quiz)
                if share is not None and share * 100 >= quiz.pass_percent:
                    yield (
                        f"{lesson.language}: {quiz.id} is passed by who takes the {name} option: "
                        f"{share:.0%} of the choice questions"
                    )


LESSON: dict[str, LessonRule] = {
    "minutes, goals, sources, something to do": _is_a_lesson,
    "a quiz large enough": _has_a_whole_quiz,
    "pictures with words": _has_pictures,
    "a why for every answer": _explains_every_answer,
    "answers stand in the lesson": _answers_what_it_asks,
    "sentences": _reads_easily,
    "hosts": _names_no_strange_host,
    "telephone numbers": _names_no_strange_number,
    "no “all of the above”": _has_no_catch_all,
    "naive players": _is_not_passed_by_guessing,
}


# ── all lessons together ─────────────────────────────────────────────────────


def _every_lesson_is_whole(course: TaughtCourse) -> Iterator[str]:
    yield from (f"{stem} is broken" for stem in course.broken)
    for issue in course.issues:
        yield f"{issue.path}:{issue.span.line}:{issue.span.column}: {issue.code}"


def _right_is_not_longest(course: TaughtCourse) -> Iterator[str]:
    for language, longest, asked in longest_by_language(course):
        if longest > choices.MOST_LONGEST * asked:
            yield (
                f"{language}: in {longest} of {asked} single-choice questions the right option "
                f"is the longest, at most {choices.MOST_LONGEST:.0%}"
            )


def longest_by_language(course: TaughtCourse) -> Iterator[tuple[str, int, int]]:
    """(language, single-choice questions whose right option is the longest, those there are)."""
    found: dict[str, list[bool]] = {}
    for taught in course.lessons:
        for lesson in taught.lessons:
            for quiz in quizzes_of(lesson):
                told = map(choices.has_longest_right, choices.singles(quiz.questions))
                found.setdefault(lesson.language, []).extend(told)
    for language, each in found.items():
        yield language, sum(each), len(each)


def _right_is_everywhere(course: TaughtCourse) -> Iterator[str]:
    asked = choices.singles(course.questions)
    if len(asked) < choices.FEWEST_FOR_PLACES:
        return
    for place, times in sorted(choices.right_places(asked).items()):
        if times > choices.MOST_AT_ONE_PLACE * len(asked):
            yield (
                f"in {times} of {len(asked)} single-choice questions the right option is "
                f"number {place}, at most {choices.MOST_AT_ONE_PLACE:.0%}"
            )


def _names_nothing_strange_around(course: TaughtCourse) -> Iterator[str]:
    yield from prose.strange_hosts(course.around, course.lens)
    yield from prose.strange_numbers(course.around, course.lens)


COURSE: dict[str, CourseRule] = {
    "nothing for `check` to say": _every_lesson_is_whole,
    "the right option is seldom the longest": _right_is_not_longest,
    "the right option stands anywhere": _right_is_everywhere,
    "hosts and numbers beside the lessons": _names_nothing_strange_around,
}


# ── how much there is ────────────────────────────────────────────────────────


def totals(course: TaughtCourse) -> dict[str, tuple[int, int]]:
    """What a whole course must have: how many there are, and how many there must be."""
    types = Counter(question.type for question in course.questions)
    steps = [step for taught in course.lessons for step in taught.own.steps]
    return {
        "questions": (len(course.questions), LEAST_QUESTIONS),
        **{f"questions: {name}": (types[name], LEAST_OF_A_TYPE) for name in QUESTION_TYPES},
        "hard questions": (
            sum(question.difficulty == "hard" for question in course.questions),
            LEAST_HARD,
        ),
        "scenarios": (sum(isinstance(step, ScenarioStep) for step in steps), LEAST_SCENARIOS),
        "FAQ entries": (
            sum(len(step.entries) for step in steps if isinstance(step, FaqStep)),
            LEAST_FAQ_ENTRIES,
        ),
    }
