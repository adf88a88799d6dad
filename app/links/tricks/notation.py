"""Tricks of notation: numbers for names, unusual dots and slashes, coded and turned text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from app.i18n import mark
from app.links.tricks.parts import Address, Setting, Sight, Trick
from app.links.tricks.placement import official_in, stranger
from app.links.values import Evidence

#: Set aside for examples (RFC 5737): nobody can be behind them.
DOCUMENTATION_NETS = ("192.0.2", "198.51.100", "203.0.113")
DOTS = "。．｡"
SLASHES = "\\⁄∕⧸╱⟋"
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_LEAST_CODED = 6  # letters
_OVERRIDE, _POP = "\u202e", "\u202c"
# Letters and digits need no code: whoever codes them wants to hide them.
_CODED = re.compile(r"(?:%(?:3\d|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])(?:%2[de])?){4,}", re.I)


def documentation_ip(setting: Setting) -> str:
    """An address from the nets for examples."""
    dice = setting.dice
    return f"{dice.pick(DOCUMENTATION_NETS)}.{dice.between(2, 253)}"


def _make_ip(setting: Setting) -> Address:
    return Address(
        setting.scheme, documentation_ip(setting), setting.tail.text, port=_port(setting)
    )


def _port(setting: Setting) -> str:
    return f":{setting.dice.between(8000, 9000)}" if setting.dice.percent(30) else ""


class _Number(Address):
    """An address whose owner, an IP address, is written as one number."""

    __slots__ = ()

    @property
    def owner_ascii(self) -> str:
        value = int(self.owner)
        return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def _make_number(setting: Setting) -> Address:
    value = 0
    for part in documentation_ip(setting).split("."):
        value = value << 8 | int(part)
    return _Number(setting.scheme, str(value), setting.tail.text, port=_port(setting))


def _make_dot(setting: Setting) -> Address:
    dot = setting.dice.pick(DOTS)
    return Address(setting.scheme, stranger(setting), setting.tail.text, setting.official + dot)


def _make_slash(setting: Setting) -> Address:
    if setting.dice.percent(50):
        lead = setting.lead + "."
        return Address(
            setting.scheme,
            stranger(setting),
            f"\\.{setting.official}{setting.tail.text}",
            lead,
        )
    slash = setting.dice.pick(SLASHES[1:4])
    left = f"{setting.official}{slash}{setting.lead}."
    return Address(setting.scheme, stranger(setting), setting.tail.text, left)


def _make_percent(setting: Setting) -> Address | None:
    if len(setting.official) < _LEAST_CODED:
        return None
    coded = "".join(f"%{ord(letter):02X}" for letter in setting.official)
    tail = setting.tail
    return Address(
        setting.scheme,
        stranger(setting),
        f"/{coded}{tail.text or '/'}",
        setting.lead + ".",
    )


def _make_bidi(setting: Setting) -> Address:
    tail = setting.tail
    turned = f"{_OVERRIDE}{setting.official[::-1]}{_POP}"
    return Address(setting.scheme, stranger(setting), f"/{turned}{tail.text}", setting.lead + ".")


def _is_public_ip(sight: Sight) -> bool:
    return sight.anatomy.is_ip


def _find_ip(sight: Sight) -> Iterator[Evidence]:
    if _is_public_ip(sight) and not _is_number(sight):
        yield Evidence("ip-host", "", "", sight.span("owner"), deceives=False)


def _find_number(sight: Sight) -> Iterator[Evidence]:
    if _is_public_ip(sight) and _is_number(sight):
        yield Evidence("numeric-host", "", "", sight.span("owner"), deceives=False)


def _is_number(sight: Sight) -> bool:
    """Written otherwise than as four decimal numbers with dots, or in brackets (IPv6)."""
    start, end = sight.span("owner")
    raw = sight.anatomy.text[start:end]
    return not raw.startswith("[") and raw != sight.anatomy.host


def _find_dot(sight: Sight) -> Iterator[Evidence]:
    start, end = sight.span("host")
    raw = sight.anatomy.text[start:end]
    for at, sign in enumerate(raw):
        if sign in DOTS and not sight.is_listed:
            where = (start + at, start + at + 1)
            if sight.left:
                name = sight.left[0][0]
                yield Evidence("han-dot", name.brand, name.official, where)
            else:
                yield Evidence("han-dot", "", "", where, deceives=False)
            return


def _find_slash(sight: Sight) -> Iterator[Evidence]:
    anatomy = sight.anatomy
    text = anatomy.text
    for at, sign in enumerate(text):
        if sign not in SLASHES or text[:at].lower() in ("http:", "https:", "http:\\", "https:\\"):
            continue
        around = text[max(at - 60, 0) : at].rpartition("/")[2], text[at + 1 : at + 60]
        for words in (around[1].lstrip(".@"), around[0].rpartition("@")[2]):
            for name, _first, _last in official_in(sight, re.split(f"[/?#{SLASHES}]", words)[0]):
                yield Evidence("slash-lookalike", name.brand, name.official, (at, at + 1))
                return
        yield Evidence("slash-lookalike", "", "", (at, at + 1), deceives=False)
        return


def _find_percent(sight: Sight) -> Iterator[Evidence]:
    """A note: nobody reads coded letters as a brand, they only hide what is there."""
    text = sight.anatomy.text
    found = _CODED.search(text)
    if found is not None and not sight.is_listed:
        plain = unquote(found[0])
        name = next((each for each, _, _ in official_in(sight, plain)), None)
        yield Evidence(
            "percent-encoded",
            name.brand if name else "",
            name.official if name else "",
            found.span(),
            deceives=False,
        )


def _find_bidi(sight: Sight) -> Iterator[Evidence]:
    text = sight.anatomy.text
    for at, sign in enumerate(text):
        if sign in TURNING:
            turned = text[at:][::-1]
            for sign_ in TURNING:
                turned = turned.replace(sign_, "/")
            name = next((each for each, _, _ in official_in(sight, turned)), None)
            if name is not None:
                yield Evidence("bidi", name.brand, name.official, (at, at + 1))
            else:
                yield Evidence("bidi", "", "", (at, at + 1), deceives=False)
            return


TRICKS = (
    Trick(
        id="ip-host",
        title=mark("A number instead of a name"),
        sentence=mark(
            "{owner} is the address of some computer, without a name. No platform sends its "
            "customers to a bare number."
        ),
        family="numbers",
        needs="always",
        make=_make_ip,
        find=_find_ip,
        deceives=False,
        weight=1,
    ),
    Trick(
        id="numeric-host",
        title=mark("The address as one long number"),
        sentence=mark(
            "“{seen}” is a computer's address, {owner}, written as a single number so that "
            "nothing can be read from it."
        ),
        family="numbers",
        needs="always",
        make=_make_number,
        find=_find_number,
        deceives=False,
        weight=1,
    ),
    Trick(
        id="han-dot",
        title=mark("A Chinese full stop as a dot"),
        sentence=mark(
            "The browser takes “{seen}” for an ordinary dot. So the name goes on, and the owner "
            "is {owner}."
        ),
        family="left",
        needs="always",
        make=_make_dot,
        find=_find_dot,
        weight=4,
    ),
    Trick(
        id="slash-lookalike",
        title=mark("A sign that passes for a slash"),
        sentence=mark(
            "“{seen}” is not the slash it seems to be, or not where it seems to stand. Read by a "
            "browser, the owner is {owner}."
        ),
        family="right",
        needs="always",
        make=_make_slash,
        find=_find_slash,
        weight=4,
    ),
    Trick(
        id="percent-encoded",
        title=mark("Letters written as % codes"),
        sentence=mark(
            "The row of % signs is an official name in code. It stands after the first slash and "
            "decides nothing: the owner is {owner}."
        ),
        family="right",
        needs="always",
        make=_make_percent,
        find=_find_percent,
        deceives=False,
        weight=4,
    ),
    Trick(
        id="bidi",
        title=mark("Text turned round"),
        sentence=mark(
            "An invisible sign turns the text round, so that an official name appears where "
            "there is none. The owner is {owner}."
        ),
        family="right",
        needs="always",
        make=_make_bidi,
        find=_find_bidi,
        weight=2,
    ),
)
