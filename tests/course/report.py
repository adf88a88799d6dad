"""Measures a course, or a draft of a lesson in its folder, and says what a writer must mend.

python -m tests.course.report                         the built-in course
python -m tests.course.report FOLDER                  another course folder
python -m tests.course.report FOLDER/05-links.yaml    one lesson of it

Lines with ✗ are breaches; the exit code is 1 if there are any.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app import paths
from app.content import messages
from app.content.issues import Issue
from tests.course import choices, prose, rules
from tests.course.taught import Taught, TaughtCourse, quizzes_of, read

_PLACES = "abcdefgh"


def lines(course: TaughtCourse, is_whole: bool) -> Iterator[str]:
    """The report; with `is_whole` also what only a whole course can have."""
    yield from _check_lines(course)
    for taught in course.lessons:
        yield ""
        yield from lesson_lines(taught, course)
    yield ""
    yield "all lessons" if is_whole else "on the whole"
    for title, rule in rules.COURSE.items():
        if title != "nothing for `check` to say":
            yield from _judged(title, rule(course))
    for language, longest, asked in rules.longest_by_language(course):
        yield f"  · {language}: right option longest in {longest} of {asked} single-choice"
    yield f"  · right option at {_spread(choices.right_places(choices.singles(course.questions)))}"
    if is_whole:
        for title, (there, wanted) in rules.totals(course).items():
            yield f"  {'✓' if there >= wanted else '…'} {title}: {there} of {wanted}"


def _check_lines(course: TaughtCourse) -> Iterator[str]:
    words = messages.table()
    if not course.issues and not course.broken:
        yield "✓ nothing for `check` to say"
    for stem in course.broken:
        yield f"✗ {stem} is broken"
    for issue in course.issues:
        yield f"✗ {_said(issue, words)}"


def _said(issue: Issue, words: dict[str, messages.Message]) -> str:
    what, mend = messages.say(issue, str, words)
    place = f"{issue.path}:{issue.span.line}:{issue.span.column}"
    return f"{place}: {issue.code} {what} → {mend}"


def lesson_lines(taught: Taught, course: TaughtCourse) -> Iterator[str]:
    """The figures of one lesson, then what is wrong with it."""
    own = taught.own
    yield f"{taught.stem}  {own.title}"
    questions = taught.questions
    types = Counter(question.type for question in questions)
    levels = Counter(question.difficulty for question in questions)
    yield f"  · {own.minutes} minutes; steps: {', '.join(step.type for step in own.steps)}"
    yield f"  · {len(questions)} questions: {_counted(types)}; {_counted(levels)}"
    yield f"  · {sum(1 for _ in rules.pictures(own))} pictures of steps and questions"
    mean = prose.mean_sentence(taught.texts)
    yield f"  · {mean:.1f} characters a sentence in the bodies (at most 25; aim for 18 to 22)"
    own_singles = choices.singles(questions)
    yield f"  · right option at {_spread(choices.right_places(own_singles))}"
    for lesson in taught.lessons:
        for quiz in quizzes_of(lesson):
            asked = choices.singles(quiz.questions)
            longest = [one.id for one in asked if choices.has_longest_right(one)]
            mark = "✗" if len(longest) > choices.MOST_LONGEST * len(asked) else "·"
            named = f" ({', '.join(longest)})" if longest else ""
            yield (
                f"  {mark} {lesson.language} {quiz.id}: right option longest in "
                f"{len(longest)} of {len(asked)}{named}"
            )
            shares = {name: choices.share_of(one, quiz) for name, one in choices.PLAYERS.items()}
            told = ", ".join(f"{name} {share or 0:.0%}" for name, share in shares.items())
            yield f"  · {lesson.language} {quiz.id}: naive players get {told}"
    yield f"  · taught: {_seeds(point for step in own.steps for point in step.seed)}"
    yield f"  · asked: {_seeds(point for question in questions for point in question.seed)}"
    for title, rule in rules.LESSON.items():
        yield from _judged(title, rule(taught, course))


def _judged(title: str, found: object) -> Iterator[str]:
    breaches = list(found)  # type: ignore[call-overload]
    if not breaches:
        yield f"  ✓ {title}"
    for breach in breaches:
        yield f"  ✗ {title}: {breach}"


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {times}" for name, times in sorted(counts.items()))


def _spread(places: Counter[int]) -> str:
    whole = sum(places.values()) or 1
    return ", ".join(
        f"{_PLACES[place - 1 : place] or place} {times} ({times / whole:.0%})"
        for place, times in sorted(places.items())
    )


def _seeds(points: Iterator[str]) -> str:
    return " ".join(sorted(set(points), key=lambda point: int(point[1:] or 0))) or "–"


def main() -> int:
    """Prints the report; 1 if anything must be mended, 2 if there is no such folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("path", nargs="?", type=Path, default=paths.built_in_course())
    path: Path = parser.parse_args().path
    if not path.exists():
        print(f"there is no {path}", file=sys.stderr)
        return 2
    only = "" if path.is_dir() else path.name.partition(".")[0]
    course = read(path if path.is_dir() else path.parent, date.today(), only)
    told = list(lines(course, not only))
    print("\n".join(told))
    return 1 if any(line.lstrip().startswith("✗") for line in told) else 0


if __name__ == "__main__":
    raise SystemExit(main())
