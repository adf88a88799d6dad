"""Tricks of place: the official name is really there, but where it decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.i18n import mark
from app.links.tricks.names import Name
from app.links.tricks.parts import Address, Setting, Sight, Trick
from app.links.values import Evidence

LONG = 40  # letters of a host name; a narrow phone cuts it off before that
_LONG_LABELS = 4
_LEAST_HYPHENED = 8  # letters
_DOTTED = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)+", re.IGNORECASE)
_MOST_LABELS = 6  # of any official host; longer runs would be gone through again and again
_ESCAPE = re.compile(r"%[0-9a-f]{2}", re.IGNORECASE)


def stranger(setting: Setting) -> str:
    """An owner nobody knows, with an ending as genuine links have it."""
    return f"{setting.stranger}.{setting.ending}"


def _make_subdomain(setting: Setting) -> Address | None:
    dice = setting.dice
    left = setting.official
    name = setting.name
    if dice.percent(15) and setting.is_known_name and len(name) > 4 and not name.isdecimal():
        left = name
    made = Address(setting.scheme, stranger(setting), setting.tail.text, left + ".")
    return made if len(made.left + made.owner) < LONG - 4 else None


def _make_long(setting: Setting) -> Address:
    dice = setting.dice
    labels = [setting.official]
    filler = ["goods", "html", "activity", "share", "detail", "index", "promo", "user", "page"]
    while len(".".join(labels)) < LONG - 12 or ".".join(labels).count(".") < _LONG_LABELS - 1:
        labels.append(filler.pop(dice.below(len(filler))))
    return Address(setting.scheme, stranger(setting), setting.tail.text, ".".join(labels) + ".")


def _make_hyphens(setting: Setting) -> Address | None:
    if len(setting.official) < _LEAST_HYPHENED:
        return None
    glued = setting.official.replace(".", "-")
    if setting.dice.percent(70):
        left = f"{glued}." if setting.dice.percent(70) else f"{setting.lead}.{glued}."
        return Address(setting.scheme, stranger(setting), setting.tail.text, left)
    owner = f"{glued}-{setting.word}.{setting.ending}"
    left = "" if setting.dice.percent(30) else setting.lead + "."
    return Address(setting.scheme, owner, setting.tail.text, left)


def _at_stranger(setting: Setting, tail: str) -> Address:
    return Address(setting.scheme, stranger(setting), tail, setting.lead + ".")


def _make_path(setting: Setting) -> Address:
    tail = setting.tail
    return _at_stranger(
        setting, f"/{setting.official}{tail.path or '/'}{tail.query}{tail.fragment}"
    )


def _make_query(setting: Setting) -> Address:
    dice, tail = setting.dice, setting.tail
    key = dice.pick(("from", "url", "to", "src", "ref", "target", "site", "link"))
    value = dice.pick(("https://{0}", "{0}", "https%3A%2F%2F{0}%2F", "{0}/goods.html")).format(
        setting.official
    )
    if dice.percent(20):
        return _at_stranger(setting, f"{tail.path}{tail.query}#{value}")
    joint = "&" if tail.query else "?"
    return _at_stranger(setting, f"{tail.path}{tail.query}{joint}{key}={value}{tail.fragment}")


def _make_user(setting: Setting) -> Address:
    return Address(
        setting.scheme,
        stranger(setting),
        setting.tail.text,
        user_info=setting.official + "@",
        left=_maybe_lead(setting),
    )


def _make_port(setting: Setting) -> Address:
    port = setting.dice.pick(("443", "8080", "8443", "80", "9000"))
    return Address(
        setting.scheme,
        stranger(setting),
        setting.tail.text,
        user_info=f"{setting.official}:{port}@",
        left=_maybe_lead(setting),
    )


def _maybe_lead(setting: Setting) -> str:
    return setting.lead + "." if setting.dice.percent(50) else ""


def is_long(sight: Sight) -> bool:
    """Whether the owner stands so far to the right that a phone may cut it off."""
    return len(sight.anatomy.host or "") >= LONG - 4 and len(sight.labels) >= _LONG_LABELS


def _find_subdomain(sight: Sight) -> Iterator[Evidence]:
    for name, seen, _at in sight.left:
        if not is_long(sight):
            yield Evidence(
                "brand-subdomain", name.brand, name.official, sight.place("subdomain", seen)
            )


def _find_long(sight: Sight) -> Iterator[Evidence]:
    for name, seen, _at in sight.left:
        if is_long(sight):
            yield Evidence(
                "long-subdomain", name.brand, name.official, sight.place("subdomain", seen)
            )


def _find_hyphens(sight: Sight) -> Iterator[Evidence]:
    owner = sight.plain if sight.label else ""
    for part, labels in (("subdomain", sight.labels), ("owner", (owner,))):
        for label in labels:
            if "-" not in label:
                continue
            for name, seen in _hyphened(sight, label):
                yield Evidence("hyphen-dots", name.brand, name.official, sight.place(part, seen))
                return


def _hyphened(sight: Sight, label: str) -> Iterator[tuple[Name, str]]:
    """Official names in a label whose dots have become hyphens."""
    words = label.split("-")
    for at in range(len(words)):
        for size in (5, 4, 3, 2):
            run = words[at : at + size]
            name = sight.names.hosts.get(".".join(run)) if len(run) == size else None
            if name is None and len(run) == size and size > 2:
                # sf-express.com holds a hyphen of its own.
                name = sight.names.hosts.get(f"{'-'.join(run[:2])}.{'.'.join(run[2:])}")
            if name is not None and len(name.text) > 4:
                yield name, "-".join(run)
                return


def official_in(sight: Sight, text: str) -> Iterator[tuple[Name, int, int]]:
    """Full official host names in a text: (name, where it begins, where it ends)."""
    hosts = sight.names.hosts
    if "%" in text:
        # %2F stands for a slash: it ends a name and is no part of it. Places stay the same.
        text = _ESCAPE.sub("///", text)
    for found in _DOTTED.finditer(text):
        labels = found[0].lower().split(".")
        # Nothing but the end of a run: behind the name a host could be continued.
        for first in range(max(0, len(labels) - _MOST_LABELS), len(labels) - 1):
            host = ".".join(labels[first:])
            name = hosts.get(host)
            if name is not None:
                yield name, found.end() - len(host), found.end()
                break


def _find_in(sight: Sight, trick: str, *parts: str) -> Iterator[Evidence]:
    for part in parts:
        raw = sight.raw(part)
        if "." in raw:
            if sight.names.is_carrier(sight.anatomy.host or ""):
                return
            start = sight.span(part)[0]
            for name, first, last in official_in(sight, raw):
                where = (start + first, start + last)
                yield Evidence(trick, name.brand, name.official, where)
                return


def _find_path(sight: Sight) -> Iterator[Evidence]:
    return _find_in(sight, "brand-path", "path")


def _find_query(sight: Sight) -> Iterator[Evidence]:
    return _find_in(sight, "brand-query", "query", "fragment")


def _named(sight: Sight, user_info: str) -> Name | None:
    for name, _first, _last in official_in(sight, user_info.split(":", 1)[0]):
        return name
    near = sight.names.near(user_info.partition(":")[0].partition(".")[0].lower())
    return near[0].name if near else None


def is_fake_port(user_info: str) -> bool:
    """Whether the end of the user-info looks like a port: a colon and digits."""
    return bool(re.search(r":\d{1,5}@?$", user_info))


def _find_before_at(sight: Sight, trick: str, *, port: bool) -> Iterator[Evidence]:
    user_info = sight.raw("user_info") or sight.anatomy.user_info
    if is_fake_port(user_info) == port:
        name = _named(sight, user_info)
        where = sight.span("user_info")
        if name is not None:
            yield Evidence(trick, name.brand, name.official, where)
        else:
            yield Evidence(trick, "", "", where, deceives=False)


def _find_user(sight: Sight) -> Iterator[Evidence]:
    return _find_before_at(sight, "user-info", port=False)


def _find_port(sight: Sight) -> Iterator[Evidence]:
    return _find_before_at(sight, "fake-port", port=True)


TRICKS = (
    Trick(
        id="brand-subdomain",
        title=mark("Official name to the left"),
        sentence=mark(
            "“{seen}” stands to the left, where anyone may write anything. The owner is what "
            "stands last before the first slash: {owner}."
        ),
        family="left",
        needs="left",
        make=_make_subdomain,
        find=_find_subdomain,
    ),
    Trick(
        id="hyphen-dots",
        title=mark("Hyphens where dots belong"),
        sentence=mark(
            "In “{seen}” hyphens stand where {official} has dots. Hyphens part nothing: all of it "
            "is one label, and the owner is {owner}."
        ),
        family="left",
        needs="always",
        make=_make_hyphens,
        find=_find_hyphens,
    ),
    Trick(
        id="long-subdomain",
        title=mark("So long that the owner is cut off"),
        sentence=mark(
            "The link begins with “{seen}” and is so long that a phone shows only the beginning. "
            "The owner stands at the end of the name: {owner}."
        ),
        family="left",
        needs="left",
        make=_make_long,
        find=_find_long,
    ),
    Trick(
        id="brand-path",
        title=mark("Official name in the path"),
        sentence=mark(
            "“{seen}” comes after the first slash. There stands only which page is meant, on the "
            "site of {owner}."
        ),
        family="right",
        needs="tail",
        make=_make_path,
        find=_find_path,
    ),
    Trick(
        id="brand-query",
        title=mark("Official name after ? or #"),
        sentence=mark(
            "“{seen}” stands among the particulars after ? or #. Anything may be written there; "
            "the owner is {owner}."
        ),
        family="right",
        needs="tail",
        make=_make_query,
        find=_find_query,
    ),
    Trick(
        id="user-info",
        title=mark("Everything before @"),
        sentence=mark(
            "Whatever stands before @ is only a user's name. The link leads to what comes after "
            "it: {owner}."
        ),
        family="at",
        needs="user_info",
        make=_make_user,
        find=_find_user,
    ),
    Trick(
        id="fake-port",
        title=mark("A user's name that looks like a port"),
        sentence=mark(
            "“{seen}” looks like a name with a port, but an @ follows: all of it is only a user's "
            "name. The owner is {owner}."
        ),
        family="at",
        needs="user_info",
        make=_make_port,
        find=_find_port,
    ),
)
