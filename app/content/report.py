"""How issues are shown: for people, for programs, and for GitHub's pages.

Each form writes one file's issues after the other, so that a long run shows its first
findings at once and holds none of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Protocol, TextIO

from app.content import messages
from app.content.issues import Issue
from app.i18n import _


class Report(Protocol):
    """A form of report: takes the issues file by file, then the counts."""

    def add(self, issues: Iterable[Issue]) -> None:
        """Shows the issues of one file."""

    def finish(self, *, lessons: int, errors: int, warnings: int) -> None:
        """Ends the report."""


class _Words:
    """Says issues in the language in use; loads the messages when the first one comes."""

    def __init__(self) -> None:
        self._messages: dict[str, messages.Message] | None = None

    def say(self, issue: Issue) -> tuple[str, str]:
        if self._messages is None:
            self._messages = messages.table()
        return messages.say(issue, _, self._messages)


class TextReport:
    """`file:line:column: error E107 what`, and on the next line `→ how to mend it`."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._words = _Words()

    def add(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            what, mend = self._words.say(issue)
            severity = _("error") if issue.severity == "error" else _("warning")
            place = f"{_one_line(issue.path)}:{issue.span.line}:{issue.span.column}"
            self._out.write(
                f"{place}: {severity} {issue.code} {_one_line(what)}\n→ {_one_line(mend)}\n"
            )

    def finish(self, *, lessons: int, errors: int, warnings: int) -> None:
        """Nothing more: the counts go to the terminal, not into the results."""


class JsonReport:
    """One JSON document: `{"issues": […], "lessons": N, "errors": N, "warnings": N}`."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._words = _Words()
        self._is_first = True
        out.write('{"issues": [')

    def add(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            self._out.write("\n" if self._is_first else ",\n")
            self._is_first = False
            self._out.write(json.dumps(self._plain(issue), ensure_ascii=False))

    def finish(self, *, lessons: int, errors: int, warnings: int) -> None:
        self._out.write(f'], "lessons": {lessons}, "errors": {errors}, "warnings": {warnings}}}\n')

    def _plain(self, issue: Issue) -> dict[str, Any]:
        what, mend = self._words.say(issue)
        span = issue.span
        fix = None
        if issue.fix is not None:
            place = issue.fix.span
            fix = {
                "line": place.line,
                "column": place.column,
                "end_line": place.end_line,
                "end_column": place.end_column,
                "text": issue.fix.text,
            }
        return {
            "code": issue.code,
            "severity": issue.severity,
            "path": issue.path,
            "line": span.line,
            "column": span.column,
            "end_line": span.end_line,
            "end_column": span.end_column,
            "message": what,
            "help": mend,
            "fix": fix,
        }


class GithubReport:
    """Workflow commands, which GitHub shows beside the lines they are about."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._words = _Words()

    def add(self, issues: Iterable[Issue]) -> None:
        for issue in issues:
            what, mend = self._words.say(issue)
            span = issue.span
            self._out.write(
                f"::{issue.severity} file={_property(issue.path)},line={span.line},"
                f"col={span.column},endLine={span.end_line},endColumn={span.end_column},"
                f"title={issue.code}::{_escaped(what)}%0A{_escaped(f'→ {mend}')}\n"
            )

    def finish(self, *, lessons: int, errors: int, warnings: int) -> None:
        """Nothing more: GitHub counts for itself."""


FORMS: dict[str, type[TextReport] | type[JsonReport] | type[GithubReport]] = {
    "text": TextReport,
    "json": JsonReport,
    "github": GithubReport,
}


_LINE_ENDS = dict.fromkeys(
    (*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029), "\N{REPLACEMENT CHARACTER}"
)


def _one_line(words: str) -> str:
    """A file's name or words could hold line ends, which would forge a second issue."""
    return words.translate(_LINE_ENDS)


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _escaped(words).replace(":", "%3A").replace(",", "%2C")
