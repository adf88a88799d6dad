"""What the lens and the game speak of: a link's parts, who owns it, what deceives in it.

Offsets count code points of the text given; spans are (start, end), the end exclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Verdict = Literal["official", "imitates", "unlisted", "cannot_tell", "unreadable"]
Part = Literal[
    "scheme", "user_info", "subdomain", "owner", "port", "path", "query", "fragment", "host"
]
SpanOf = tuple[int, int]


class Anatomy(NamedTuple):
    """One link taken apart, as browsers read it (WHATWG).

    `host` is the ASCII form, `host_unicode` what people see. `owner` is the registrable
    domain (eTLD+1, private suffixes included), or the host itself for an IP address; None
    for app schemes, code phrases and what cannot be read. `spans` say where each part stands
    in `text`. `notes` name what is unusual (kind → detail), for example zero-width characters.
    `trouble` says why it is unreadable; empty otherwise.
    """

    text: str
    span: SpanOf
    url: str = ""
    scheme: str = ""
    user_info: str = ""
    host: str | None = None
    host_unicode: str | None = None
    owner: str | None = None
    subdomain: str = ""
    port: str = ""
    path: str = ""
    query: str = ""
    fragment: str = ""
    is_ip: bool = False
    spans: Mapping[str, SpanOf] = {}
    notes: Mapping[str, str] = {}
    shown: str | None = None  # the text shown in its place, if another
    trouble: str = ""


class Evidence(NamedTuple):
    """A trick found on a link: which, against which brand's official name, and where."""

    trick: str
    brand: str
    official: str  # the official name it plays on
    span: SpanOf  # in the anatomy's text
    deceives: bool = True  # False: a note only (design: http-only, raw-punycode alone, …)


class Judgement(NamedTuple):
    """The lens's verdict: never "safe", never "fraud"."""

    anatomy: Anatomy
    verdict: Verdict
    brand: str | None
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]  # whole sentences in the language in use

    @property
    def tricks(self) -> list[str]:
        """The ids of the tricks found, each once."""
        return list(dict.fromkeys(each.trick for each in self.evidence))
