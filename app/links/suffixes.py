"""Who owns a host: the Public Suffix List, read from the installed package, never fetched.

The list is read when it is first asked, because that takes some 30 ms.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import publicsuffixlist

#: Endings kept free for examples and tests (RFC 2606, RFC 6761): nobody can own such a name.
RESERVED = frozenset({"example", "test", "invalid", "localhost"})


_PLAIN, _ANY_UNDER, _EXCEPTED = "com.cn", "*.ck", "!www.ck"


class _Rules:
    """The rules of the list, in Unicode and in ASCII form (publicsuffix.org/list)."""

    def __init__(self, lines: list[str]) -> None:
        #: Name → what its rule is like. Where `*.ck` and `ck` both stand, the former counts.
        self.kinds: dict[str, str] = {}
        for line in lines:
            rule = line.partition(" ")[0]
            if not rule or rule.startswith("//"):
                continue
            for form in (rule, _ascii(rule)):
                if form.startswith("!"):
                    self.kinds[form[1:]] = _EXCEPTED
                elif form.startswith("*."):
                    self.kinds[form[2:]] = _ANY_UNDER
                else:
                    self.kinds.setdefault(form, _PLAIN)

    def suffix_starts(self, host: str) -> int:
        """Where the longest suffix of a host begins; that of an unknown ending is its last label.

        The owner of `a.b.co.uk` has one label more than that suffix.
        """
        kinds = self.kinds
        at = before = 0
        rest = host
        while rest not in kinds:
            before, at = at, host.find(".", at) + 1
            if not at:
                return before
            rest = host[at:]
        kind = kinds[rest]
        if kind is _PLAIN:
            return at
        # Right under `*.ck` everything is a suffix; `!www.ck` is one of the exceptions.
        return before if kind is _ANY_UNDER else host.find(".", at) + 1


def owner_of(host: str) -> str:
    """The registrable domain of a host in ASCII form, private suffixes included.

    A host that is a suffix itself (`github.io`), or has one label, is its own owner. IP
    addresses have none: ask before.
    """
    starts = _list().suffix_starts(host)
    if not starts:
        return host
    return host[host.rfind(".", 0, starts - 1) + 1 :]


def suffix_of(host: str) -> str:
    """The part of a host under which anybody can register: `com`, `com.cn`, `github.io`."""
    return host[_list().suffix_starts(host) :]


def is_ending(label: str) -> bool:
    """Whether the last label of a name can be one: a known top-level domain or a reserved one.

    In Unicode or in ASCII form, small letters.
    """
    return label in RESERVED or label in _list().kinds


@lru_cache(maxsize=1)
def _list() -> _Rules:
    text = Path(publicsuffixlist.PSLFILE).read_text("utf-8")
    return _Rules(text.lower().splitlines())


def _ascii(rule: str) -> str:
    if rule.isascii():
        return rule
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii")
        for label in rule.split(".")
    )
