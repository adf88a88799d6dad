"""Finds every link in a text as people paste it: with and without scheme, defanged, glued.

Where a link begins and ends is decided here, as chat programs do; what it means is read by
`anatomy`. The time taken grows with the text's length and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from app.links.hosts import BIDI, INVISIBLE, compared
from app.links.suffixes import is_ending

Sort = Literal["web", "name", "app", "mini_program", "phrase"]


class Found(NamedTuple):
    """A stretch of a text that is a link: where it stands, of what sort, what it is shown as."""

    start: int
    end: int
    sort: Sort
    shown: str | None = None


HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3105-\u312f\u31a0-\u31bf"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# Letters and digits of every other script, full-width ones too, and what nobody sees.
_LETTER = (
    "0-9A-Za-z_\\-\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00c0-\u02ff\u0300-\u1fff\u2070-\u209c"
    "\u2100-\u218b\u2460-\u24ff\u2c00-\u2dff\ua4d0-\uabff\ufb00-\ufdff\ufe70-\ufefc"
    f"\uff0d\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U00010280-\U0001efff{INVISIBLE}{BIDI}"
)
_FULL_STOP = "\u3002\uff0e\uff61"
# Signs of Chinese writing and pictures: a link written by a person or a program ends there.
_SIGN = (
    "\u2018-\u201f\u2026\u2e00-\u2e7f\u3000-\u3001\u3003\u3008-\u3020\u3030\u303d\u30fb"
    "\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff0c\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60"
    "\uff62-\uff65\uffe0-\uffe6\u2600-\u27bf\U0001f000-\U0001faff"
)
_NEVER = r'\s\x00-\x20<>"`'

_AUTHORITY = re.compile(rf"[^{_NEVER}/\\?#{_SIGN}]*+")
_TAIL = re.compile(rf"[/\\?#][^{_NEVER}{_SIGN}{_FULL_STOP}{HAN}\uff0d\uff10-\uff5a]*+")
_PORT = re.compile(r":[0-9]{1,5}(?![0-9])")

_DEFANGED = r"\[\.\]|\(\.\)|\[dot\]"
_LABEL = rf"(?:[{_LETTER}]++|[{HAN}]++)"
# No possessive `++` around a group: Python before 3.11.5 forgets to try its other branches.
_NAME = (
    rf"(?:(?<![{_LETTER}])[{_LETTER}]++|(?<![{HAN}])[{HAN}]++)"
    rf"(?:(?:{_DEFANGED}|[.\uff0e\uff61]|(?<=[!-~\uff21-\uff5a])\u3002(?=[0-9A-Za-z])){_LABEL})+"
)
_WEB = r"(?:https?|hxxps?|ftp|wss?)(?:[:：]|\[:\])[/\\／＼]++"
_START = re.compile(
    rf"""
    (?P<markdown>\[[^\[\]\n]{{1,300}}+\]\(\ ?<?(?=[^\s)]))
  | (?P<web>{_WEB})
  | (?P<mini>\#小程序[:：][/／]{{2}}[^\s/／，。！]{{1,60}}[/／][0-9A-Za-z_-]{{1,64}})
  | (?P<phrase>(?P<pair>[￥¥€₤£₴₳¢₰₲\$])(?=[0-9]{{0,19}}[A-Za-z])[0-9A-Za-z]{{4,20}}(?P=pair))
  | (?P<app>(?<![A-Za-z0-9+.\-])[A-Za-z][A-Za-z0-9+.\-]{{1,40}}+[:：](?://|／／))
  | (?P<name>{_NAME})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEW_LINK = re.compile(_WEB, re.IGNORECASE)
_GLUED = re.compile(r"(?:https?|hxxps?)$", re.IGNORECASE)
# A link behind one of these is carried by the link before it; behind anything else it is new.
_CARRYING = "=/?&#:\\@"

_TRAILING = ".,;:!?~'\"*_|"
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}

# Endings that are top-level domains, but far more often those of files.
_FILE_ENDINGS = frozenset({"zip", "mov", "md", "py", "sh", "rs", "pl", "ps", "pub", "bz"})

_COPY_ME = re.compile(r"复制[^\n]{0,30}?(?:打开|粘贴|去|到|进入)[^\n]{0,20}")
_BEFORE_AT = re.compile(rf"[^{_NEVER}/\\?#@{_SIGN}{_FULL_STOP}{HAN}]*\Z")
_BETWEEN_ATS = re.compile(rf"[^{_NEVER}@/\\?#{_SIGN}]*+")
_MOST_ATS = 3
_LONGEST_HOST = 300  # no name in use is longer than 253
_HAN_RUN = re.compile(f"[{HAN}]+")
_GLUED_HAN = re.compile(rf"[.．。｡]([A-Za-zＡ-Ｚａ-ｚ]{{2,24}})([{HAN}]+)\Z")
_IPV4 = re.compile(
    r"(?<![\w.\-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.])",
    re.ASCII,
)


def find_links(text: str) -> Iterator[Found]:
    """Every link of the text, in the order they stand; they never overlap.

    A code phrase without any link in it (`复制…打开…`) comes last and only if there is nothing
    else.
    """
    at = 0
    shown: str | None = None
    shown_at = -1
    nothing = True
    while match := _START.search(text, at):
        sort = match.lastgroup
        start = match.start()
        if sort == "pair" or match["phrase"]:
            sort = "phrase"
        if sort == "markdown":
            at = match.end()
            shown, shown_at = match[0][1:].rpartition("](")[0], at
            if not _begins_link(text, at):
                at, shown_at = start + 1, -1
            continue
        found = _found(text, match, sort or "")
        if found is None or found.start < at:
            at = match.end()
            continue
        nothing = False
        yield found._replace(shown=shown) if start == shown_at else found
        at = found.end
    if nothing and (phrase := _COPY_ME.search(text)):
        yield Found(phrase.start(), phrase.end(), "phrase")


def _begins_link(text: str, at: int) -> bool:
    match = _START.match(text, at)
    return match is not None and _found(text, match, match.lastgroup or "") is not None


def _found(text: str, match: re.Match[str], sort: str) -> Found | None:
    start, end = match.span()
    if sort == "web":
        return _web(text, start, end)
    if sort == "app":
        glued = _GLUED.search(match[0].rstrip(":：/／"))
        if glued:
            return _web(text, start + glued.start(), end)
        tail = _TAIL.match(text, end - 1)
        return Found(start, _trimmed(text, end, tail.end() if tail else end), "app")
    if sort == "mini":
        return Found(start, end, "mini_program")
    if sort == "name":
        return _name(text, start, end)
    return Found(start, end, "phrase")


def _web(text: str, start: int, host: int) -> Found | None:
    """A link with a scheme; `host` is where its slashes end."""
    authority = _AUTHORITY.match(text, host)
    end = authority.end() if authority else host
    cut = _host_end(text, host, end)
    if cut == end and (tail := _TAIL.match(text, end)):
        end = _before_new_link(text, host, tail.end())
    else:
        end = _before_new_link(text, host, cut)
    end = _trimmed(text, host, end)
    return Found(start, end, "web") if end > host else None


def _host_end(text: str, start: int, end: int) -> int:
    """Where the host ends: Chinese full stops in it may be dots or may end a sentence."""
    stretch = text[start:end]
    if stretch.isascii():
        return end
    for index, sign in enumerate(stretch):
        if sign in _FULL_STOP:
            after = stretch[index + 1 : index + 2]
            run = _HAN_RUN.match(stretch, index + 1)
            if not after or (run and not is_ending(run[0])):
                end = start + index
                stretch = stretch[:index]
                break
    if text[end : end + 1] in tuple("/\\?#:"):
        return end
    glued = _GLUED_HAN.search(stretch)
    if glued and is_ending(compared(glued[1])):
        return start + glued.start(2)
    return end


def _before_new_link(text: str, start: int, end: int) -> int:
    """Where another link begins inside this stretch that is not carried by this one."""
    for match in _NEW_LINK.finditer(text, start, end):
        begins = match.start()
        if begins > start and text[begins - 1] not in _CARRYING:
            return begins
    return end


def _trimmed(text: str, low: int, end: int) -> int:
    """The end without sentence marks and closing brackets that do not belong to the link."""
    counts: dict[str, int] = {}
    while end > low:
        last = text[end - 1]
        opener = _BRACKETS.get(last)
        if opener:
            for sign in (last, opener):
                if sign not in counts:
                    counts[sign] = text.count(sign, low, end)
            if counts[opener] >= counts[last]:
                break
            counts[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def _name(text: str, start: int, end: int) -> Found | None:
    """A name without a scheme, if it is one that a browser would open."""
    if end - start > _LONGEST_HOST:
        return None
    address = _IPV4.match(text, start)
    labels = re.split(rf"{_DEFANGED}|[.{_FULL_STOP}]", text[start:end], flags=re.IGNORECASE)
    before = text[start - 1 : start]
    after = text[end : end + 1]
    port = _PORT.match(text, end)
    if after == "@" or (port and text[port.end() : port.end() + 1] == "@"):
        return _with_user(text, start, (port.end() if port else end) + 1)
    if address is None:
        # `pinduoduo.com.然后`: the Han behind the last dot is the next sentence.
        while (
            len(labels) > 2
            and not is_ending(compared(labels[-1]))
            and _HAN_RUN.fullmatch(labels[-1])
        ):
            end = end - len(labels.pop()) - 1
        if not is_ending(compared(labels[-1])) or not any(labels[:-1]):
            return None
        port = _PORT.match(text, end)
    tail = _TAIL.match(text, port.end() if port else end)
    if before == "@":
        if tail is None:
            return None  # an e-mail address
        user = _BEFORE_AT.search(text[max(0, start - 1 - _LONGEST_HOST) : start - 1])
        start = start - 1 - len(user[0] if user else "")
    elif address and not (tail or port):
        return None  # four numbers: a version, perhaps
    elif len(labels) == 2 and not tail and compared(labels[-1]) in _FILE_ENDINGS:
        return None
    if before in ("/", "\\", "%", "=", "&") and not tail and not port:
        return None  # a piece of a path
    host_end = port.end() if port else end
    whole = _before_new_link(text, start, tail.end()) if tail else host_end
    return Found(start, _trimmed(text, start, whole), "name")


def _with_user(text: str, start: int, host: int) -> Found | None:
    """`x.com@y/z`: a link with user-info if a path follows; else an e-mail address."""
    end = host
    # Bounded: a row of `a.com@a.com@…` would else be gone through again from every name.
    for _ in range(_MOST_ATS):
        piece = _BETWEEN_ATS.match(text, host, host + _LONGEST_HOST)
        end = piece.end() if piece else host
        if text[end : end + 1] != "@":
            break
        host = end + 1
    tail = _TAIL.match(text, end)
    if end == host or tail is None:
        return None
    return Found(start, _trimmed(text, host, tail.end()), "name")
