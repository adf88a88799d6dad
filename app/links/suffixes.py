"""Who owns a host: the Public Suffix List, read from the installed package, never fetched.

The list is made when it is first asked, because that takes some 40 ms.
"""

from __future__ import annotations

from functools import lru_cache

from publicsuffixlist import PublicSuffixList

#: Endings kept free for examples and tests (RFC 2606, RFC 6761): nobody can own such a name.
RESERVED = frozenset({"example", "test", "invalid", "localhost"})


def owner_of(host: str) -> str:
    """The registrable domain of a host in ASCII form, private suffixes included.

    A host that is a suffix itself (`github.io`), or has one label, is its own owner. IP
    addresses have none: ask before.
    """
    return _list().privatesuffix(host) or host


def suffix_of(host: str) -> str:
    """The part of a host under which anybody can register: `com`, `com.cn`, `github.io`."""
    return _list().publicsuffix(host) or host


def is_ending(label: str) -> bool:
    """Whether the last label of a name can be one: a known top-level domain or a reserved one.

    In Unicode or in ASCII form, small letters.
    """
    return label in RESERVED or _list().publicsuffix(label, accept_unknown=False) is not None


@lru_cache(maxsize=1)
def _list() -> PublicSuffixList:
    return PublicSuffixList()
