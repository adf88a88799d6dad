"""What stands around the owner in a dealt link: paths, particulars, harmless labels, strangers.

Genuine and fake links draw all of it from here, so that nothing but the owner tells them
apart. Every link names the platform somewhere behind the host: that proves nothing, and so
nobody can learn to look for it.
"""

from __future__ import annotations

from app.links.dice import Dice
from app.links.tricks.parts import Tail

LEADS = ("m", "www", "mobile", "h5", "act", "t", "wap", "share", "s", "hd", "my", "u", "k", "v")
WORDS = (
    "zhuli", "fuli", "hongbao", "huodong", "lingqu", "kanjia", "youhui", "lingquan", "jiangli",
    "huiyuan", "pintuan", "tuangou", "miaosha", "libao", "choujiang", "kefu", "guanfang", "quan",
    "shop", "vip", "hd", "yidao", "tehui", "gouwu",
)  # fmt: skip
LABELS = (
    "goods", "share", "act", "detail", "user", "promo", "event", "page", "coupon", "group",
    "family", "spring", "double", "invite", "bargain", "activity", "market", "center", "h5", "hd",
)  # fmt: skip
_SOUNDS = (
    "bai", "bei", "cai", "chun", "dong", "duan", "fan", "fei", "gan", "guo", "han", "hong", "hua",
    "jia", "jin", "kai", "lan", "lei", "liu", "mei", "nan", "ning", "pei", "qian", "qing", "rui",
    "shan", "shu", "song", "tang", "tian", "wan", "wen", "xiang", "xing", "yan", "yong", "yuan",
    "zhan", "zhen", "zhou", "zi",
)  # fmt: skip
_PAGES = (
    "goods.html", "goods1.html", "goods2.html", "index.html", "landing.html", "detail.html",
    "share.html", "zhuli", "kanjia", "hall", "login", "rules", "gift", "lottery",
)  # fmt: skip
_FOLDERS = ("act", "hd", "s", "t", "share", "u", "item", "p", "promo", "h5", "activity", "b")
_KEYS = ("from", "src", "app", "channel", "ref", "platform", "site", "via")
_NUMBERS = ("goods_id", "id", "sku", "item_id", "activity_id", "group_order_id")
_CODES = ("refer_share_id", "share_uid", "uin", "t", "sign", "pid", "ticket", "sk")


def tail(dice: Dice, tag: str) -> Tail:
    """A path with particulars that names `tag` in one place."""
    particulars: list[str] = []
    fragment = ""
    depth = dice.weighted(((0, 10), (1, 45), (2, 30), (3, 15)))
    folders = [
        dice.pick(_FOLDERS) if dice.percent(70) else dice.code(dice.between(4, 8))
        for _ in range(depth - 1)
    ]
    if depth:
        folders.append(
            dice.weighted(
                (
                    (dice.pick(_PAGES), 55),
                    (dice.code(dice.between(6, 10)), 30),
                    (f"{dice.digits(9)}.html", 15),
                )
            )
        )
    for _ in range(dice.weighted(((0, 40), (1, 25), (2, 20), (3, 15)))):
        if dice.percent(50):
            particulars.append(f"{dice.pick(_NUMBERS)}={dice.digits(dice.between(6, 12))}")
        else:
            particulars.append(f"{dice.pick(_CODES)}={dice.code(dice.between(6, 16))}")
    where = dice.weighted((("path", 35), ("query", 55), ("fragment", 10)))
    if where == "path":
        folders.insert(dice.below(len(folders) + 1), tag)
    elif where == "query":
        particulars.insert(dice.below(len(particulars) + 1), f"{dice.pick(_KEYS)}={tag}")
    else:
        fragment = f"#{tag}" if dice.percent(50) else f"#/{tag}/{dice.code(5)}"
    path = "/" + "/".join(folders)
    if folders and "." not in folders[-1] and dice.percent(15):
        path += "/"
    return Tail(path, "?" + "&".join(particulars) if particulars else "", fragment)


def stranger(dice: Dice) -> str:
    """A label that belongs to nobody in particular."""
    shape = dice.below(6)
    if shape == 0:
        return dice.letters(1) + dice.alnum(dice.between(2, 4)) + str(dice.between(2, 9))
    first, second = dice.pick(_SOUNDS), dice.pick(_SOUNDS)
    if shape == 1:
        return f"{first}{second}{dice.between(2, 99)}"
    if shape == 2:
        return f"{dice.pick(WORDS)}-{first}{dice.pick(_SOUNDS)}"
    if shape == 3:
        return f"{first}{second}{dice.pick(WORDS)}"
    if shape == 4:
        return f"{dice.pick(WORDS)}{dice.between(11, 999)}"
    return f"{first}{second}{dice.pick(_SOUNDS)}"


def label_of(dice: Dice, size: int, hyphens: int, digits: int) -> str:
    """A harmless label of about `size` letters with so many hyphens and digits in it."""
    words = [dice.pick(LABELS if size > 3 else LEADS) for _ in range(hyphens + 1)]
    number = dice.digits(digits) if digits else ""
    room = size - len(number) - hyphens
    made = "-".join(words)
    if hyphens == 0 and room > len(made) + 3:
        made += dice.pick(_SOUNDS)
    elif len(made) > room + 3 and hyphens == 0:
        made = dice.pick(LEADS)
    return made + number
