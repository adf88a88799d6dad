"""Tricks that lie in the message around a link, or need no link at all."""

from __future__ import annotations

from collections.abc import Iterator

from app.i18n import mark
from app.links.tricks.parts import Address, Setting, Sight, Trick, nothing
from app.links.tricks.placement import official_in, stranger
from app.links.values import Evidence


def _make_differs(setting: Setting) -> Address:
    dice = setting.dice
    shown = dice.pick(("{0}", "https://{0}", "https://{0}/goods.html")).format(setting.official)
    left = setting.lead + "."
    return Address(setting.scheme, stranger(setting), setting.tail.text, left, shown=shown)


def _find_differs(sight: Sight) -> Iterator[Evidence]:
    """A shown text that is itself a name, of another owner than the link."""
    shown = sight.anatomy.shown or ""
    for name, _first, _last in official_in(sight, shown):
        own = sight.names.owner_brand(sight.anatomy.host or "")
        if own != name.brand:
            whole = (0, len(sight.anatomy.text))
            yield Evidence("text-differs", name.brand, name.official, whole)
        return


def _make_in_picture(setting: Setting) -> Address | None:
    """An everyday fake; that it stands in a picture is the message's doing."""
    dice, name = setting.dice, setting.name
    owner = dice.pick((f"{name}-{setting.word}", f"{setting.word}{name}", setting.stranger))
    left = f"{setting.official}." if owner == setting.stranger else f"{setting.lead}."
    return Address(setting.scheme, f"{owner}.{setting.ending}", setting.tail.text, left)


def _no_link(_setting: Setting) -> Address | None:
    """None: there is no link to make."""
    return None


TRICKS = (
    Trick(
        id="text-differs",
        title=mark("The text shown is not the target"),
        sentence=mark(
            "What is shown is only a text; anyone can write {official} there. The link behind "
            "it belongs to {owner}."
        ),
        family="hidden",
        needs="shown",
        make=_make_differs,
        find=_find_differs,
    ),
    Trick(
        id="qr",
        title=mark("The link is in a picture"),
        sentence=mark(
            "A QR code is a link that nobody can read by eye. Scanned and read before it is "
            "opened, it belongs to {owner}."
        ),
        family="hidden",
        needs="never",
        make=_make_in_picture,
        find=nothing,
    ),
    Trick(
        id="no-link-bait",
        title=mark("No link at all"),
        sentence=mark(
            "There is no link to look at here: what counts is what the message wants of you. "
            "Money, a code, a password, an App from nowhere or your screen: stop there."
        ),
        family="demands",
        needs="never",
        make=_no_link,
        find=nothing,
        deceives=False,
        needs_link=False,
    ),
)
