"""Tricks of other scripts: foreign letters, accents, code instead of letters, Chinese names."""

from __future__ import annotations

from collections.abc import Iterator

from app.i18n import mark
from app.links.lookalikes import ACCENTED, han_key, is_han
from app.links.tricks.parts import (
    Address,
    Setting,
    Sight,
    Trick,
    label_letters,
    to_ascii,
)
from app.links.tricks.spelling import at_owner
from app.links.values import Evidence

# Only letters that are drawn alike in most fonts: a learner must be able to be deceived.
_CLOSE = {
    "a": "а", "c": "с", "d": "ԁ", "e": "е", "h": "һ", "i": "і", "j": "ј", "k": "к", "l": "ӏ",
    "m": "м", "n": "ո", "o": "оοօ", "p": "р", "q": "ԛ", "s": "ѕ", "t": "т", "u": "ս", "v": "ν",
    "w": "ԝ", "x": "х", "y": "у", "g": "ց",
}  # fmt: skip


def _with_letters(setting: Setting, table: dict[str, str], most: int) -> str | None:
    """The name with one to `most` letters replaced from a table."""
    name, dice = setting.name, setting.dice
    places = [at for at, letter in enumerate(name) if letter in table]
    if not setting.is_known_name or not places:
        return None
    letters = list(name)
    for _ in range(dice.between(1, most)):
        at = dice.pick(places)
        letters[at] = dice.pick(table[name[at]])
    return "".join(letters)


def _make_script(setting: Setting) -> Address | None:
    label = _with_letters(setting, _CLOSE, 2)
    return at_owner(setting, label) if label else None


def _make_diacritic(setting: Setting) -> Address | None:
    label = _with_letters(setting, ACCENTED, 2)
    return at_owner(setting, label) if label else None


def _make_punycode(setting: Setting) -> Address | None:
    label = _with_letters(setting, setting.dice.pick((_CLOSE, ACCENTED)), 2)
    return at_owner(setting, to_ascii(label)) if label else None


def _make_han(setting: Setting) -> Address | None:
    names = [each for each in setting.brand.han_names if len(each) > 1 and all(map(is_han, each))]
    if not names:
        return None
    dice = setting.dice
    name = dice.pick(names)
    # Never the bare name: that could be the platform's own.
    addition = dice.pick(("助力", "福利", "活动", "红包", "客服", "领券"))
    return at_owner(setting, name + addition)


def _find_letters(sight: Sight, trick: str, *, foreign: bool) -> Iterator[Evidence]:
    label = sight.label
    if label.isascii():
        return
    others, accents = label_letters(label)
    if others == foreign and (others or accents):
        for near in sight.near:
            yield sight.of_owner(trick, near)
            return


def _find_script(sight: Sight) -> Iterator[Evidence]:
    yield from _find_letters(sight, "script-lookalike", foreign=True)


def _find_diacritic(sight: Sight) -> Iterator[Evidence]:
    yield from _find_letters(sight, "diacritic", foreign=False)


def _find_punycode(sight: Sight) -> Iterator[Evidence]:
    """A note: the code alone deceives nobody, and some official names are written so."""
    where = sight.place("owner", "xn--")
    if sight.anatomy.text[slice(*where)].lower() == "xn--" and not sight.is_listed:
        near = sight.near
        name = near[0].name if near else None
        yield Evidence(
            "raw-punycode",
            name.brand if name else "",
            name.official if name else "",
            sight.span("owner"),
            deceives=False,
        )


def _find_han(sight: Sight) -> Iterator[Evidence]:
    label = sight.label
    if label.isascii():
        return
    key, han = han_key(label), sight.names.han
    for size in range(min(len(key), sight.names.longest_han), 1, -1):
        for at in range(len(key) - size + 1):
            name = han.get(key[at : at + size])
            if name is not None:
                yield Evidence(
                    "han-name",
                    name.brand,
                    name.official,
                    sight.place("owner", label[at : at + size]),
                )
                return


TRICKS = (
    Trick(
        id="script-lookalike",
        title=mark("Letters of another script"),
        sentence=mark(
            "Some letters of “{seen}” come from another script (Cyrillic, Greek, …) and only look "
            "like ours. For the browser it is {code}, not {official}."
        ),
        family="letters",
        needs="always",
        make=_make_script,
        find=_find_script,
    ),
    Trick(
        id="diacritic",
        title=mark("Accents on letters"),
        sentence=mark(
            "A letter of “{seen}” carries an accent or lacks its dot. For the browser it is "
            "{code}, not {official}."
        ),
        family="letters",
        needs="always",
        make=_make_diacritic,
        find=_find_diacritic,
    ),
    Trick(
        id="raw-punycode",
        title=mark("A name shown as code"),
        sentence=mark(
            "A name that begins with xn-- is written with other letters and shown here as code. "
            "That alone is no deceit, some official names are written so; this one, {owner}, is "
            "not on the official list."
        ),
        family="letters",
        needs="always",
        make=_make_punycode,
        find=_find_punycode,
        deceives=False,
        weight=4,
    ),
    Trick(
        id="han-name",
        title=mark("A name in Chinese characters"),
        sentence=mark(
            "Anybody can register a name with the platform's Chinese name in it. “{seen}” is "
            "another owner than {official}."
        ),
        family="words",
        needs="always",
        make=_make_han,
        find=_find_han,
        weight=4,
    ),
)
