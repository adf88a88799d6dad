"""Texts with slips, as the tests write them: `▸E103▸` stands before the spot, mends are applied."""

from __future__ import annotations

from app.content import source
from app.content.issues import Edit, Issue
from tests.content.marked import unmarked


def found(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of everything that is wrong in a text."""
    return [places(issue) for issue in issues(text)]


def issues(text: str) -> list[Issue]:
    """Everything that is wrong in a text, read as a file would be."""
    read, wrong = source.read_string(text, "lesson.yaml")
    if read is None:
        return wrong
    return wrong + source.parse(read, "lesson.yaml")[1]


def places(issue: Issue) -> tuple[str, int, int]:
    return issue.code, issue.span.line, issue.span.column


def expect(marked: str) -> list[Issue]:
    """The issues of a marked text, once they are where the marks are."""
    text, expected = unmarked(marked)
    wrong = issues(text)
    assert [places(issue) for issue in wrong] == expected
    return wrong


def offset(text: str, line: int, column: int) -> int:
    """Where in a text a line and column lie."""
    lines = text.split("\n")
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1
    return sum(len(one) + 1 for one in lines[: line - 1]) + column - 1


def mended(text: str, fix: Edit) -> str:
    """The text with one mend applied."""
    start = offset(text, fix.span.line, fix.span.column)
    end = offset(text, fix.span.end_line, fix.span.end_column)
    return text[:start] + fix.text + text[end:]


def mended_all(text: str) -> str:
    """The text with all mends applied, the last first."""
    fixes = [issue.fix for issue in issues(text) if issue.fix]
    for fix in sorted(fixes, key=lambda one: (one.span.line, one.span.column), reverse=True):
        text = mended(text, fix)
    return text
