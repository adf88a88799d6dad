"""What looks or sounds like what: letters, Chinese characters, syllables, neighbouring keys.

The character table is our own choice after Unicode's confusables (UTS #39): the characters
that may stand in a host name and pass for a letter or digit.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

#: Letter → characters of other scripts that pass for it (Greek, Cyrillic, Armenian, …).
OTHER_SCRIPTS: dict[str, str] = {
    "2": "ᒿ",
    "3": "३૩",
    "4": "Ꮞ",
    "6": "бᏮ",
    "8": "৪੪",
    "9": "৭੧୨൭",
    "a": "αаꓮᎪᗅ𐊠",
    "b": "ьвᏏᏴᑲᖯᗷꓐ𐌁",
    "c": "сငၚᏟⲥꓚ𐌂",
    "d": "ԁᎠᏧᑯᗞᗪꓒꓓ",
    "e": "еҽεєᎬⴹꓰ𐊆",
    "f": "ք𐊇ꓝ",
    "g": "ցԍᏀᏳꓖ",
    "h": "һհᎻᏂᕼꓧнԋ",
    "i": "іιւᎥⲓꙇ",
    "j": "јϳᎫᒍꓙ",
    "k": "кκᏦᛕꓗқ",
    "l": "ӏ۱Ꮮᒪᛁⵏꓡꓲ",
    "m": "мᎷᗰᛖꓟӎ",
    "n": "пոռꓠη",
    "o": "оοσօ۵०০੦૦ଠ୦௦౦೦ഠ൦๐໐ဝ၀ჿዐ០ⲟⵔꓳө〇",
    "p": "рρᏢᑭⲣꓑҏ",
    "q": "ԛգզⵕ",
    "r": "гᎡᏒᖇⲅꓣяґ",
    "s": "ѕടᏕᏚꓢ",
    "t": "тτᎢꓔҭ",
    "u": "υսሀᑌꓴцμ",
    "v": "νѵᏙᐯⴸꓦ۷ꛟ",
    "w": "шѡԝաᎳᏔⲽꓪω",
    "x": "хχᕁᕽᚷⵝꓫҳ",
    "y": "уγүყᎩᎽⲩꓬұ",
    "z": "Ꮓꓜᴢ",
}
#: Letter → Latin letters of other languages that no accent can be taken off.
OTHER_LATIN: dict[str, str] = {
    "2": "ƻ",
    "3": "ʒ",
    "5": "ƽ",
    "8": "ȣ",
    "a": "ɑəɐ",
    "b": "ƅʙɓƀ",
    "c": "ᴄƈȼɕ",
    "d": "ɖɗđȡ",
    "e": "ɇɛɘ",
    "f": "ƒẝ",
    "g": "ɡǥɢɠᶃ",
    "h": "ɦħⱨɥ",
    "i": "ıɩɪɨ",
    "j": "ʝɉȷɟ",
    "k": "ĸⱪᴋƙ",
    "l": "łɫƚɭǀ",
    "m": "ᴍɱɯ",
    "n": "ꞑŋɲɳƞ",
    "o": "øᴏɵɔ",
    "p": "ƿƥþᵽ",
    "q": "ʠɋ",
    "r": "ʀɍɾɽɼᴦꭇꭈ",
    "s": "ꜱʂșȿ",
    "t": "ƫŧƭʈ",
    "u": "ᴜʉʋꞟꭎ",
    "v": "ᶌᴠⱴⱱʌ",
    "w": "ᴡⱳʍ",
    "x": "ꭓ",
    "y": "ʏɏƴỿɣʎ",
    "z": "ƶⱬʐʑ",
    "ae": "æ",
    "oe": "œ",
    "ss": "ß",
}
#: Vowels and consonants with accents that a name can be written with, for making only.
ACCENTED: dict[str, str] = {
    "a": "áàâäãåāăą", "c": "çćč", "d": "ďđ", "e": "éèêëēėęě", "g": "ğģ", "i": "íìîïīįı",
    "k": "ķ", "l": "ĺļľł", "n": "ñńņň", "o": "óòôöõøōő", "p": "ṗ", "r": "ŕř", "s": "śšş",
    "t": "ťţ", "u": "úùûüūůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž",
}  # fmt: skip
_FAMILIES = """
    己已巳 曰日目 未末 土士 大太犬 人入八 木本术 王玉主 多夕 拼姘饼 淘掏陶 宝室实 京亰 东车冻 支攴
    付忖 微徽 信佶 抖料 音喑 美羡 团困园 快块 手毛 小少 腾滕 讯汛 百白 度渡 苏办 宁宇 天夫 猫描
    银很 联取 网冈 易昜 闲闭 鱼渔 乐乑 集隼 邻郐 里甲
"""
#: Chinese characters that pass for one another at a glance; each string is one family.
HAN_FAMILIES = tuple(_FAMILIES.split())

#: Sounds that are easily taken for one another (Mandarin as many people speak it).
SOUND_PAIRS = (
    ("ing", "in"), ("ang", "an"), ("eng", "en"), ("zh", "z"), ("ch", "c"), ("sh", "s"),
    ("n", "l"), ("h", "f"),
)  # fmt: skip

#: One spelling → what passes for it with the letters of an ordinary keyboard.
ASCII_PAIRS: tuple[tuple[str, str], ...] = (
    ("o", "0"), ("i", "l"), ("i", "1"), ("l", "1"), ("l", "i"), ("m", "rn"), ("d", "cl"),
    ("w", "vv"), ("u", "v"), ("g", "q"), ("q", "g"), ("0", "o"), ("1", "l"),
)  # fmt: skip

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")


def _neighbours() -> dict[str, str]:
    """Keys that touch: beside each other, or above and below on the slanting rows."""
    near: dict[str, set[str]] = {key: set() for row in _ROWS for key in row}
    for index, row in enumerate(_ROWS):
        for place, key in enumerate(row):
            around = list(row[max(place - 1, 0) : place]) + list(row[place + 1 : place + 2])
            if index:
                around += _ROWS[index - 1][place : place + 2]
            for other in around:
                near[key].add(other)
                near[other].add(key)
    return {key: "".join(sorted(others)) for key, others in near.items()}


KEY_NEIGHBOURS = _neighbours()

_PASSES_FOR = {
    **{ord(one): letter for letter, many in OTHER_LATIN.items() for one in many},
    **{ord(one): letter for letter, many in OTHER_SCRIPTS.items() for one in many},
    **dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x30FC, 0x2212), "-"),
}
_LATIN_ONLY = frozenset(one for many in OTHER_LATIN.values() for one in many)

_MILD = str.maketrans("01i", "oll")
_COARSE = str.maketrans("01i" + "bdeqrmuw39", "oll" + "ddcgnnvv86")


def skeleton(text: str) -> str:
    """The text with every look-alike character turned into the letter it passes for.

    Accents go, and what has no counterpart stays. Plain letters come back as they were.
    """
    if text.isascii():
        return text
    text = text.translate(_PASSES_FOR)
    if text.isascii():
        return text
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare.translate(_PASSES_FOR))


def is_latin(letter: str) -> bool:
    """Whether this is a Latin letter of any language (accents, dotless i, …)."""
    if letter.isascii() or letter in _LATIN_ONLY:
        return True
    return unicodedata.normalize("NFD", letter)[0].isascii()


def is_han(letter: str) -> bool:
    """Whether this is a Chinese character."""
    return "\u4e00" <= letter <= "\u9fff" or "\u3400" <= letter <= "\u4dbf"


def fold(text: str) -> str:
    """The text as a hurried eye reads it: 0 o, 1 l i, rn m, vv w, cl d are one."""
    text = text.translate(_MILD)
    if "rn" in text:
        text = text.replace("rn", "m")
    if "vv" in text:
        text = text.replace("vv", "w")
    return text.replace("cl", "d") if "cl" in text else text


def fold_signs(text: str) -> str:
    """Like `fold`, sign by sign: 0 o and 1 l i are one, and the length stays."""
    return text.translate(_MILD)


def signs_hard(text: str) -> str:
    """Like `fold_hard`, sign by sign: the length stays."""
    return text.translate(_COARSE)


def fold_hard(text: str) -> str:
    """Like `fold`, but also b d, c e, g q, m n r, u v w, 3 8, 6 9, and lb lc lh as one letter."""
    text = text.translate(_COARSE)
    while "nn" in text:
        text = text.replace("nn", "n")
    while "vv" in text:
        text = text.replace("vv", "v")
    return text.replace("lc", "k").replace("cl", "d").replace("ld", "d").replace("lh", "h")


def fold_sound(text: str) -> str:
    """The text as it sounds: in ing, an ang, en eng, z zh, s sh, c ch, n l, h f are one."""
    for heard, said in SOUND_PAIRS[:6]:
        if heard in text:
            text = text.replace(heard, said)
    return text.translate(_SOUNDS)


_SOUNDS = str.maketrans("lf", "nh")


def han_key(text: str) -> str:
    """The text with every Chinese character turned into the first of its family."""
    return text.translate(_HAN_FIRST)


_HAN_FIRST = {ord(one): family[0] for family in HAN_FAMILIES for one in family}


def sound_slips(name: str) -> Iterator[str]:
    """The name with one sound written as another that is easily taken for it."""
    for pair in SOUND_PAIRS:
        for said, heard in (pair, pair[::-1]):
            at = name.find(said)
            while at >= 0:
                made = name[:at] + heard + name[at + len(said) :]
                # "ing" holds "in": turning it into "ingg" would sound like nothing.
                if fold_sound(made) == fold_sound(name) and made != name:
                    yield made
                at = name.find(said, at + 1)


def ascii_slips(name: str) -> Iterator[str]:
    """The name with one letter replaced by what passes for it on an ordinary keyboard."""
    for right, wrong in ASCII_PAIRS:
        at = name.find(right)
        while at >= 0:
            yield name[:at] + wrong + name[at + len(right) :]
            at = name.find(right, at + 1)


def edit(right: str, wrong: str) -> str:
    """The one typing slip that turns `right` into `wrong`, or "" if one is not enough.

    same · omission · doubling (a letter twice) · addition · swap · exchange. This is the
    distance of Damerau and Levenshtein (optimal string alignment), asked only up to 1.
    """
    if right == wrong:
        return "same"
    long, short = len(right), len(wrong)
    if abs(long - short) > 1:
        return ""
    at = 0
    for one, other in zip(right, wrong, strict=False):
        if one != other:
            break
        at += 1
    if long == short:
        if right[at + 1 :] == wrong[at + 1 :]:
            return "exchange"
        swapped = right[at + 1 : at + 2] + right[at] == wrong[at : at + 2]
        return "swap" if swapped and right[at + 2 :] == wrong[at + 2 :] else ""
    if long > short:
        return "omission" if right[at + 1 :] == wrong[at:] else ""
    if right[at:] != wrong[at + 1 :]:
        return ""
    return "doubling" if at and wrong[at] == wrong[at - 1] else "addition"


def spots(right: str, wrong: str) -> list[tuple[str, str, str]]:
    """Letter by letter: (what, letters of the official name, letters of the other).

    `what` is "same", "other", "extra" (only in the other) or "lacking" (only in the official
    name). The rows follow a shortest edit (Levenshtein); neighbours of one kind are joined.
    """
    rows, columns = len(right) + 1, len(wrong) + 1
    cost = [[i + j for j in range(columns)] for i in range(rows)]
    for i in range(1, rows):
        for j in range(1, columns):
            cost[i][j] = min(
                cost[i - 1][j - 1] + (right[i - 1] != wrong[j - 1]),
                cost[i - 1][j] + 1,
                cost[i][j - 1] + 1,
            )
    steps: list[tuple[str, str, str]] = []
    i, j = rows - 1, columns - 1
    while i or j:
        if i and j and cost[i][j] == cost[i - 1][j - 1] + (right[i - 1] != wrong[j - 1]):
            i, j = i - 1, j - 1
            same = "same" if right[i] == wrong[j] else "other"
            steps.append((same, right[i], wrong[j]))
        elif i and cost[i][j] == cost[i - 1][j] + 1:
            i -= 1
            steps.append(("lacking", right[i], ""))
        else:
            j -= 1
            steps.append(("extra", "", wrong[j]))
    joined: list[tuple[str, str, str]] = []
    for what, one, other in reversed(steps):
        if joined and joined[-1][0] == what:
            joined[-1] = (what, joined[-1][1] + one, joined[-1][2] + other)
        else:
            joined.append((what, one, other))
    return joined
