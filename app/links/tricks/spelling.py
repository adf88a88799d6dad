"""Tricks of spelling: the name is nearly the brand's, or the brand's name plus something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.i18n import mark
from app.links.lookalikes import (
    KEY_NEIGHBOURS,
    ascii_slips,
    sound_slips,
)
from app.links.suffixes import suffix_of
from app.links.tricks.names import Near
from app.links.tricks.parts import Address, Setting, Sight, Trick
from app.links.values import Evidence

_LEAST_SLIP = 5  # letters: with fewer a slip makes another ordinary word
_LEAST_SOUND = 6
_ENDINGS = frozenset(("com", "cn", "net", "comcn", "example", "test"))


def at_owner(setting: Setting, label: str, ending: str = "", *, naked: int = 4) -> Address:
    """An address whose owner is this label; in `naked` of a hundred without a label before it."""
    left = "" if setting.dice.percent(naked) else setting.lead + "."
    owner = f"{label}.{ending or setting.ending}"
    return Address(setting.scheme, owner, setting.tail.text, left)


def _slip(setting: Setting, variants: Iterable[str], how: str) -> Address | None:
    """One of the variants, as the owner's label, that will be read as this kind of slip."""
    name, dice = setting.name, setting.dice
    if not setting.is_known_name or len(name) < _LEAST_SLIP or not name.isalpha():
        return None
    fit = sorted(set(variants) - {name})
    while fit:
        label = fit.pop(dice.below(len(fit)))
        if label.strip("-") == label and any(
            near.how == how and near.name.text == name for near in setting.names.near(label)
        ):
            return at_owner(setting, label)
    return None


def _of(kinds: Iterable[str], trick: str) -> Callable[[Sight], Iterator[Evidence]]:
    """A recogniser for the owner's label that resembles a name in one of these ways."""
    wanted = frozenset(kinds)

    def find(sight: Sight) -> Iterator[Evidence]:
        if sight.label.isascii():
            for near in sight.near:
                if near.how in wanted:
                    yield sight.of_owner(trick, near)
                    return

    return find


def _make_omission(setting: Setting) -> Address | None:
    name = setting.name
    made = (name[:at] + name[at + 1 :] for at in range(1, len(name)))
    return _slip(setting, made, "omission")


def _make_doubling(setting: Setting) -> Address | None:
    name = setting.name
    made = (name[: at + 1] + name[at:] for at in range(len(name)))
    return _slip(setting, made, "doubling")


def _make_swap(setting: Setting) -> Address | None:
    name = setting.name
    made = (
        name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        for at in range(len(name) - 1)
        if name[at] != name[at + 1]
    )
    return _slip(setting, made, "swap")


def _make_keyboard(setting: Setting) -> Address | None:
    name = setting.name
    made = (
        name[:at] + key + name[at + 1 :]
        for at, letter in enumerate(name)
        for key in KEY_NEIGHBOURS.get(letter, "")
        if key.isalpha()
    )
    return _slip(setting, made, "exchange")


def _make_pinyin(setting: Setting) -> Address | None:
    name = setting.name
    if len(name) < _LEAST_SOUND:
        return None
    return _slip(setting, sound_slips(name), "sound")


def _make_lookalike(setting: Setting) -> Address | None:
    return _slip(setting, ascii_slips(setting.name), "sight")


def _make_combo(setting: Setting) -> Address | None:
    dice, name, word = setting.dice, setting.name, setting.word
    if not setting.is_known_name:
        return None
    hyphen = dice.pick(("-", "", ""))
    if dice.percent(62):
        return at_owner(setting, f"{name}{hyphen}{word}", naked=30)
    return at_owner(setting, f"{word}{hyphen}{name}", naked=4)


def _make_abbreviation(setting: Setting) -> Address | None:
    shorts = [each for each in setting.brand.abbreviations if each not in setting.names.exact]
    if not shorts:
        return None
    dice = setting.dice
    short = dice.pick(shorts)
    hyphen = dice.pick(("-", "", ""))
    parts = (short, setting.word) if dice.percent(70) else (setting.word, short)
    return at_owner(setting, hyphen.join(parts))


def _make_other_suffix(setting: Setting) -> Address | None:
    if not setting.is_known_name or setting.name.isdecimal():
        return None
    return at_owner(setting, setting.name, setting.other_ending, naked=35)


def _make_glued(setting: Setting) -> Address | None:
    ending = setting.official.split(".")[-1]
    if (
        not setting.is_known_name
        or "-" in setting.name
        or ending not in ("com", "cn", "net", "example", "test")
    ):
        return None
    return at_owner(setting, setting.name + ending, setting.other_ending, naked=35)


def _make_split(setting: Setting) -> Address | None:
    name = setting.name
    if not setting.is_known_name or len(name) < _LEAST_SLIP or not name.isalpha():
        return None
    at = setting.dice.between(2, len(name) - 2)
    left, mark_ = name[:at], "." if setting.dice.percent(75) else "-"
    if mark_ == "-":
        return at_owner(setting, f"{left}-{name[at:]}")
    owner = f"{name[at:]}.{setting.ending}"
    if suffix_of(owner) != setting.ending:
        return None  # the right half has become part of the ending, as in com.cn
    return Address(setting.scheme, owner, setting.tail.text, f"{left}.")


def _find_other_suffix(sight: Sight) -> Iterator[Evidence]:
    for near in sight.near:
        if near.how == "same" and sight.label.isascii():
            yield sight.of_owner("other-suffix", near)


def _glued(sight: Sight, near: Near) -> bool:
    """Whether the name is followed by its own ending, with the dot left out."""
    rest = sight.plain[near.at + len(near.seen) :]
    return near.how == "inside" and rest in _ENDINGS


def _find_glued(sight: Sight) -> Iterator[Evidence]:
    for near in sight.near:
        if sight.label.isascii() and _glued(sight, near):
            yield sight.of_owner("glued-suffix", near)


def _find_combo(sight: Sight) -> Iterator[Evidence]:
    for near in sight.near:
        if near.how == "inside" and sight.label.isascii() and not _glued(sight, near):
            yield sight.of_owner("combo", near)


def _find_split(sight: Sight) -> Iterator[Evidence]:
    """A name with a dot or a hyphen in the middle of it."""
    for near in sight.near:
        if near.how == "hyphen":
            yield sight.of_owner("split-dot", near)
            return
    if sight.cut is not None:
        name, size = sight.cut
        start = sight.place("subdomain", ".".join(sight.labels[-size:]))[0]
        yield Evidence("split-dot", name.brand, name.official, (start, sight.span("owner")[1]))


TRICKS = (
    Trick(
        id="combo",
        title=mark("Official name plus a word"),
        sentence=mark(
            "Something is added to “{seen}” without a dot between: that is another name, which "
            "anybody may register. Only what stands before a dot, as in help.{official}, "
            "belongs to the platform."
        ),
        family="words",
        needs="name",
        make=_make_combo,
        find=_find_combo,
    ),
    Trick(
        id="abbreviation",
        title=mark("Short name plus a word"),
        sentence=mark(
            "“{seen}” sounds like the platform's nickname, but a nickname belongs to nobody. "
            "The official name is {official}."
        ),
        family="words",
        needs="name",
        make=_make_abbreviation,
        find=_of(("short",), "abbreviation"),
    ),
    Trick(
        id="omission",
        title=mark("A letter left out"),
        sentence=mark("“{seen}” lacks a letter of {official}: a different name, another owner."),
        family="slips",
        needs="name",
        make=_make_omission,
        find=_of(("omission",), "omission"),
    ),
    Trick(
        id="swap",
        title=mark("Two letters swapped"),
        sentence=mark(
            "In “{seen}” two letters have changed places. The eye puts them right, the "
            "browser does not: it goes to another owner than {official}."
        ),
        family="slips",
        needs="name",
        make=_make_swap,
        find=_of(("swap",), "swap"),
    ),
    Trick(
        id="doubling",
        title=mark("A letter doubled"),
        sentence=mark("“{seen}” has one letter twice that stands once in {official}."),
        family="slips",
        needs="name",
        make=_make_doubling,
        find=_of(("doubling",), "doubling"),
    ),
    Trick(
        id="keyboard",
        title=mark("A wrong key"),
        sentence=mark(
            "“{seen}” has one letter that {official} has not, as if the finger had slipped."
        ),
        family="slips",
        needs="name",
        make=_make_keyboard,
        find=_of(("exchange", "addition"), "keyboard"),
    ),
    Trick(
        id="pinyin",
        title=mark("Sounds the same"),
        sentence=mark("Read aloud, “{seen}” sounds like {official}; written, it is another name."),
        family="slips",
        needs="name",
        make=_make_pinyin,
        find=_of(("sound",), "pinyin"),
    ),
    Trick(
        id="ascii-lookalike",
        title=mark("Letters and digits that look alike"),
        sentence=mark(
            "“{seen}” only looks like {official}: some signs stand for others, such as 0 for o, "
            "1 or l for i, rn for m."
        ),
        family="letters",
        needs="name",
        make=_make_lookalike,
        find=_of(("sight",), "ascii-lookalike"),
    ),
    Trick(
        id="other-suffix",
        title=mark("Same name, other ending"),
        sentence=mark(
            "The name before the dot is right, the ending is not: the platform's own is "
            "{official}. Every ending can have another owner."
        ),
        family="endings",
        needs="name",
        make=_make_other_suffix,
        find=_find_other_suffix,
    ),
    Trick(
        id="glued-suffix",
        title=mark("The ending inside the name"),
        sentence=mark(
            "“{seen}” contains the official ending without its dot; the true ending comes after it."
        ),
        family="endings",
        needs="name",
        make=_make_glued,
        find=_find_glued,
    ),
    Trick(
        id="split-dot",
        title=mark("A dot or hyphen inside the name"),
        sentence=mark(
            "A mark cuts the official name in two: “{seen}”. What counts is what stands right "
            "before the ending, and that is not {official}."
        ),
        family="left",
        needs="always",
        make=_make_split,
        find=_find_split,
    ),
)
