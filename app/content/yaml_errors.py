"""What YAML's parser says, in a teacher's words, for the few slips that only it finds."""

from __future__ import annotations

import yaml

from app.content.positions import brief
from app.content.slips.lines import Slip

# (part of the parser's sentence, our code); the first that fits counts. The parser's words
# are libyaml's and PyYAML's.
_CODES = (
    ("alias", "E112"),
    ("anchor", "E112"),
    ("tag", "E113"),
    ("single document", "E119"),
    ("document start", "E119"),
    ("directive", "E118"),
    ("mapping values are not allowed", "E106"),
    ("escape", "E115"),
    ("hexadecimal", "E115"),
    ("block scalar", "E109"),
    ("',' or", "E117"),
    ("sequence entries are not allowed", "E126"),
    ("could not find expected ':'", "E122"),
)


def translate(error: yaml.YAMLError, text: str) -> Slip:
    """The parser's error as a slip of ours, at the place the parser names."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if "quoted scalar" in context and "escape" not in problem and "hex" not in problem:
        mark = getattr(error, "context_mark", None) or mark
        at = min(mark.index, len(text)) if mark else 0
        return Slip("E110", at, at + 1, {"quote": text[at : at + 1], "text": _line(text, at)})
    # The parser may stop behind the last character.
    at = max(0, min(mark.index, len(text) - 1)) if mark else 0
    said = f"{problem} {context}"
    code = next((code for part, code in _CODES if part in said), "E130")
    line = _line(text, at)
    return Slip(
        code,
        at,
        at + 1,
        {
            "text": line,
            "key": brief(line.partition(":")[0].lstrip("- ")),
            "sign": brief(text[at : at + 1]),
        },
    )


def _line(text: str, at: int) -> str:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return brief(text[start : len(text) if end < 0 else end].strip())
