"""What is wrong with a file: collected, never raised, and said in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file: lines and columns from 1, columns in characters, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A certain mend: put `text` in place of what the span covers."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to mend. Its words are made from `code` and `values` by `messages`."""

    code: str  # E107, W203, …: the table in messages.py
    path: str  # as the caller named the file
    span: Span
    values: Mapping[str, str | int] = field(default_factory=dict)
    fix: Edit | None = None

    @property
    def severity(self) -> Severity:
        return "warning" if self.code.startswith("W") else "error"
