"""Warnings about teaching: nothing is wrong, but a learner would learn less or guess more."""

from __future__ import annotations

import re
from datetime import date

from yaml.nodes import ScalarNode

from app.content.parts import Findings, Part, brief, span_within

LONGEST_PARAGRAPH = 180
#: From this many single-choice questions on, one position for all right answers is a pattern.
FEWEST_FOR_PATTERN = 3

_CATCH_ALL = re.compile(
    r"以上(?:选项|答案|说法|做法)?(?:全部|全都|全|都|皆|均)?(?:不)?(?:对|错|是|正确|错误|可以|行|符合)"
    r"|\b(?:all|none|both|any) of (?:the )?above\b",
    re.IGNORECASE,
).search
# These lines are paragraphs of their own, or no prose at all.
_BREAK = re.compile(r"[ \t]*(?:[-*+] |\d{1,9}[.)] |#|\||>|```|~~~|    )")


def check_question(question: Part, found: Findings) -> None:
    """What nobody explains, and options such as 以上都对."""
    if question.values.get("type") == "true-false" and not question.values.get("why"):
        found.add("W216", question.node)
    for option in question.values.get("options") or ():
        values = option.values
        if not values.get("why"):
            found.add("W201", option.node)
        text = values.get("right") or values.get("wrong")
        if text and ("以上" in text or "above" in text) and _CATCH_ALL(text):
            key = "right" if values.get("right") else "wrong"
            found.add("W203", option.place(key), text=brief(text))


def check_quiz(step: Part, found: Findings) -> None:
    """Right answers that can be guessed from their length or their position."""
    longest: list[Part] = []
    positions: set[int] = set()
    singles = 0
    for question in step.values.get("questions") or ():
        if question.values.get("type") != "single":
            continue
        lengths: list[int] = []
        right_at = -1
        for index, option in enumerate(question.values.get("options") or ()):
            values = option.values
            text = values.get("right")
            if text:
                right_at = index
            lengths.append(len(text or values.get("wrong") or ""))
        if right_at < 0 or len(lengths) < 2:
            continue
        singles += 1
        positions.add(right_at)
        right = lengths[right_at]
        if sum(length >= right for length in lengths) == 1:
            longest.append(question.values["options"][right_at])
    if len(longest) * 3 > singles:
        found.add("W202", longest[0].place("right"), longest=len(longest), singles=singles)
    if singles >= FEWEST_FOR_PATTERN and len(positions) == 1:
        found.add("W204", step.key_place("questions"), singles=singles, number=positions.pop() + 1)


def check_sources(lesson: Part, today: date, found: Findings) -> None:
    """Dates of sources: older than twelve months, or still to come."""
    sources = lesson.parts("sources")
    if not sources:
        return
    oldest = _a_year_before(today).isoformat()
    newest = today.isoformat()
    for source in sources:
        checked = source.values.get("checked")
        if not checked:
            continue
        if checked < oldest:
            found.add("W207", source.place("checked"), date=checked)
        elif checked > newest:
            found.add("W208", source.place("checked"), date=checked)


def _a_year_before(day: date) -> date:
    if day.year == date.min.year:
        return date.min
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)


def check_paragraphs(part: Part, key: str, found: Findings) -> None:
    """Paragraphs that nobody reads on a phone."""
    text = part.values.get(key)
    # Most texts are short enough as a whole.
    if not text or len(text) <= LONGEST_PARAGRAPH:
        return
    node = part.place(key)
    if not isinstance(node, ScalarNode):
        return
    offset, length, start = 0, 0, 0
    is_code = False
    for line in (*text.split("\n"), ""):
        if found.is_full:
            return
        stripped = line.strip()
        fence = stripped.startswith(("```", "~~~"))
        if not stripped or _BREAK.match(line) or is_code:
            _note_paragraph(node, start, length, found)
            length, start = 0, offset
        if fence:
            is_code = not is_code
        elif not is_code and stripped and not stripped.startswith("|"):
            if length == 0:
                start = offset + len(line) - len(line.lstrip())
            length += len(stripped)
        offset += len(line) + 1


def _note_paragraph(node: ScalarNode, start: int, length: int, found: Findings) -> None:
    if length > LONGEST_PARAGRAPH:
        found.add(
            "W206",
            span_within(node, start, length, found),
            length=length,
            most=LONGEST_PARAGRAPH,
        )
