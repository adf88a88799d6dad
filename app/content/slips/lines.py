"""What a clean line looks like, and which words are keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip by offsets into the text; `fix` is (start, end, new text) where one is certain."""

    code: str
    start: int
    end: int
    values: Mapping[str, str | int] = field(default_factory=dict)
    fix: tuple[int, int, str] | None = None


_FREE_TEXT = """
    title summary text why body intro q a hint right wrong left goes_with who message shown
    alt when note welcome closing about rule
"""
_OTHER_KEYS = """
    format id version language languages minutes goals sources steps retired seed checked type
    entries items level answer advice at_least start scenes says card url choices verdict go
    end effects account wallet trust signal signals questions pass_percent attempts shuffle
    draw feedback points tags skill skills image difficulty answer_in meaning options cautious
    scoring blanks accept catch pairs extra group groups cards links brand brands trick tricks
    rounds judge source for of lessons license authors names owners levels
    zh en pinyin trade also_called short_links hosts app_schemes spelled short_names never_fake
    carrier invented carriers redirectors hosted_pages others
"""

#: Keys whose value is read by people: anything may stand in it, so ` #` and brackets are text.
FREE_TEXT = frozenset(_FREE_TEXT.split())

#: Every key of the format. Used to tell `text：…` (a slip) from a list item `App：…`.
KEYS = FREE_TEXT | frozenset(_OTHER_KEYS.split())

# What the groups of LINE mean; the last one that matched tells the kind of line.
INDENT, DASH, BLANK, KEY, PLAIN, SHUT, BLOCK, FLOW, OPEN, ITEM, SHUT_ITEM = range(1, 12)

# A plain text that YAML reads as it stands: harmless first character, no `: `, no ` #`.
_TEXT = (
    r"[^\s\-?:,\[\]{}\#&*!|>'\"%@`｜＞－—–•·][^\n:\#\t]*+"
    r"(?:(?::(?=[^\s])|(?<=[^\s])\#)[^\n:\#\t]*+)*"
)
_QUOTED = r"(?:\"[^\"\\\n]*+\"|'[^'\n]*+')"
_LIST = r"\[[^\[\]{}\"'\#:&*!%@`|>?\n\t，、；]*+\]"

LINE = re.compile(
    rf"""
    (\ *+)                                     # indentation
    (-\ ++)?                                   # a dash
    (?:
        (\#[^\n]*+|)$                          # a comment, or nothing
      | ([A-Za-z0-9_][A-Za-z0-9_./-]*+):       # a key, and then …
        (?:
            \ ++(?:
                {_TEXT}()$
              | (?:{_QUOTED}|[0-9]++\ ++\#[^\n]*+)\ *+()$
              | [|>][-+]?\ *+()$
              | {_LIST}\ *+()$
            )
          | ()$
        )
      | (?![A-Za-z_][A-Za-z0-9_./-]*+\s*+[:：]){_TEXT}()$
      | {_QUOTED}\ *+()$
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
