"""Names that say nothing: unknown owners, short links, pages on somebody else's site."""

from __future__ import annotations

from collections.abc import Iterator

from app.i18n import mark
from app.links.suffixes import owner_of, suffix_of
from app.links.tricks.parts import Address, Setting, Sight, Trick, nothing
from app.links.values import Evidence


def _make_unrelated(setting: Setting) -> Address:
    left = "" if setting.dice.percent(4) else setting.lead + "."
    owner = f"{setting.stranger}.{setting.ending}"
    return Address(setting.scheme, owner, setting.tail.text, left)


def _make_short(setting: Setting) -> Address | None:
    hosts = setting.brands.shorteners
    if not hosts:
        return None
    dice = setting.dice
    return _under(setting, dice.pick(hosts), f"/{dice.code(dice.between(5, 8))}")


def _make_redirector(setting: Setting) -> Address | None:
    hosts = setting.brands.redirectors
    if not hosts:
        return None
    dice = setting.dice
    host, slash, path = dice.pick(hosts).partition("/")
    key = dice.pick(("target", "url", "to", "u"))
    inner = f"https%3A%2F%2F{setting.lead}.{setting.stranger}.{setting.ending}%2F{dice.code(6)}"
    return _under(setting, host, f"{slash}{path or '/'}?{key}={inner}")


def _make_hosted(setting: Setting) -> Address | None:
    hosts = setting.brands.hosted
    if not hosts:
        return None
    dice = setting.dice
    host, slash, path = dice.pick(hosts).partition("/")
    # Only where the list of public endings says so is the label before it an owner.
    return _under(setting, host, f"{slash}{path}/{dice.pick(_FORMS)}/{dice.code(10)}")


_FORMS = ("f", "form/page", "s", "form", "p", "docs", "share")


def _under(setting: Setting, host: str, tail: str) -> Address:
    owner = owner_of(host)
    if owner == suffix_of(host):  # pages there have owners of their own: name.github.io
        owner = host = f"{setting.stranger}.{host}"
    return Address(setting.scheme, owner, tail, host[: len(host) - len(owner)])


def _make_http(_setting: Setting) -> Address | None:
    """None: it is a genuine link, so the dealer makes it of one."""
    return None


def _of_host(sight: Sight, trick: str, entries: frozenset[str]) -> Iterator[Evidence]:
    if any(_begins(sight, entry) for entry in sight.known & entries):
        yield Evidence(trick, "", "", sight.span("host"), deceives=False)


def _begins(sight: Sight, entry: str) -> bool:
    slash, path = entry.partition("/")[1:]
    return sight.anatomy.path.startswith(slash + path)


def _find_short(sight: Sight) -> Iterator[Evidence]:
    return _of_host(sight, "short-link", sight.names.shorteners)


def _find_redirector(sight: Sight) -> Iterator[Evidence]:
    return _of_host(sight, "redirector", sight.names.redirectors)


def _find_hosted(sight: Sight) -> Iterator[Evidence]:
    return _of_host(sight, "hosted-form", sight.names.hosted)


def _find_http(sight: Sight) -> Iterator[Evidence]:
    if sight.anatomy.scheme == "http":
        yield Evidence("http-only", "", "", sight.span("scheme"), deceives=False)


TRICKS = (
    Trick(
        id="unrelated",
        title=mark("A name that has nothing to do with it"),
        sentence=mark(
            "{owner} has nothing to do with the platform. The message says it has; the link "
            "does not."
        ),
        family="numbers",
        needs="never",
        make=_make_unrelated,
        find=nothing,
        deceives=False,
        weight=8,
    ),
    Trick(
        id="short-link",
        title=mark("A short link that anyone can make"),
        sentence=mark(
            "{owner} only passes you on, and nobody sees where to. Anyone can make such a link: "
            "open the App yourself instead."
        ),
        family="hidden",
        needs="listed",
        make=_make_short,
        find=_find_short,
        deceives=False,
        truth="cannot_tell",
    ),
    Trick(
        id="redirector",
        title=mark("A known site that passes you on"),
        sentence=mark(
            "{owner} is well known, but this page of it only sends you on to another place. Who "
            "owns that place does not show: open the App yourself instead."
        ),
        family="hidden",
        needs="listed",
        make=_make_redirector,
        find=_find_redirector,
        deceives=False,
        truth="cannot_tell",
    ),
    Trick(
        id="hosted-form",
        title=mark("Anyone's page on a known site"),
        sentence=mark(
            "{owner} is well known, but anyone can put a page or a form there. Who made this one "
            "does not show: open the App yourself instead."
        ),
        family="hidden",
        needs="listed",
        make=_make_hosted,
        find=_find_hosted,
        deceives=False,
        truth="cannot_tell",
    ),
    Trick(
        id="http-only",
        title=mark("The right owner, not encrypted"),
        sentence=mark(
            "{owner} is on the official list; http only means that the way there is not "
            "encrypted. Whether a link is genuine depends on its owner alone."
        ),
        family="schemes",
        needs="always",
        make=_make_http,
        find=_find_http,
        deceives=False,
        truth="genuine",
    ),
)
