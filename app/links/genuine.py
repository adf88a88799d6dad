"""Genuine links in the shape of fakes: as many dots, hyphens and digits, as long, as odd.

A fake is made first and thrown away; its shape is all that is kept. So whatever shape the
tricks give to fakes, genuine links have it too, and only the owner tells them apart.
"""

from __future__ import annotations

from app.links.dice import Dice
from app.links.stock import Place, Stock, starts_with
from app.links.tails import LEADS, WORDS, label_of
from app.links.tricks.notation import DOTS
from app.links.tricks.parts import Address, to_ascii

_HAN_LEADS = ("活动", "助力", "福利", "红包", "领券", "会员")
# After www, m and mobile the eye still sees the name that follows first.
_CLEAR_LEADS = tuple(lead for lead in LEADS if lead not in ("www", "m", "mobile"))
_EVERYDAY = frozenset((*LEADS, "item", "help", "www", "detail", "mp", "v", "i"))


def genuine_like(model: Address, stock: Stock, dice: Dice) -> Address:
    """A genuine link of this brand in the shape of a fake."""
    host = (model.left + model.owner).lower()
    for sign in DOTS:
        host = host.replace(sign, ".")
    dots, hyphens = host.count("."), host.count("-")
    digits = sum(letter.isdecimal() for letter in host)
    # Behind an @ nobody sees how the host begins.
    starts = starts_with(host, stock.words) or bool(model.user_info)
    place = _place(stock, dice, host, dots, starts)
    labels = _labels(
        stock,
        dice,
        dots - place.host.count("."),
        hyphens - place.host.count("-"),
        digits - sum(letter.isdecimal() for letter in place.host),
        len(host) - len(place.host),
        starts=starts and not (dots == place.host.count(".") and place.starts),
    )
    if not starts and starts_with(".".join((*labels, place.host)), stock.words):
        labels = [dice.pick(_CLEAR_LEADS), *labels[1:]]
    owner = place.owner
    if not model.owner.isascii() and dice.percent(50):
        labels = [dice.pick(_HAN_LEADS), *labels[1:]]
    elif "xn--" in model.owner and "xn--" not in owner and dice.percent(50):
        labels = [to_ascii(dice.pick(_HAN_LEADS)), *labels[1:]]
    left = "".join(f"{label}." for label in labels) + place.host[: -len(owner)]
    user_info = ""
    if model.user_info:
        other = dice.pick(stock.places).host
        user_info = f"{other}{model.user_info[len(model.user_info.split(':')[0].rstrip('@')) :]}"
    if any(sign in model.left for sign in DOTS) and left:
        left = left[:-1] + dice.pick(DOTS)
    shown = None
    if model.shown is not None:
        shown = dice.pick(("{0}", "https://{0}", "https://{0}/goods.html")).format(
            dice.pick(stock.places).host
        )
    return Address(model.scheme, owner, model.tail, left, user_info, model.port, shown)


def _place(stock: Stock, dice: Dice, host: str, dots: int, starts: bool) -> Place:
    """A host of the brand that can take the shape; the same ending if there is one."""
    fit = [each for each in stock.places if each.host.count(".") <= max(dots, 1)]
    if dots <= 1 or not starts:
        fit = [each for each in fit if each.starts == starts or dots > each.host.count(".")] or fit
    if not starts:
        # Nothing to put before it that would hide the name at its beginning.
        fit = [each for each in fit if not (each.starts and each.host.count(".") == dots)] or fit
    same = [each for each in fit if host.endswith("." + each.ending)]
    chosen = same or fit or list(stock.places)
    return dice.weighted([(each, each.weight) for each in chosen])


def _labels(
    stock: Stock, dice: Dice, count: int, hyphens: int, digits: int, room: int, *, starts: bool
) -> list[str]:
    """Labels to put before a genuine host so that it takes the shape."""
    hyphens, digits = max(hyphens, 0), max(digits, 0)
    if count <= 0 and (starts or hyphens + digits > 0) and dice.percent(15):
        count = 1
    labels: list[str] = []
    for index in range(max(count, 0)):
        left = count - index
        share_h = hyphens if left == 1 else min(hyphens, dice.below(hyphens + 1))
        share_d = digits if left == 1 else min(digits, dice.below(digits + 1))
        hyphens, digits = hyphens - share_h, digits - share_d
        size = max(room // left - 1, 1)
        if index == 0 and starts:
            label = dice.pick([word for word in stock.words if word[:4] != "xn--"])
            for _ in range(share_h):
                label += "-" + dice.pick(WORDS)
            if share_d:
                label += dice.digits(share_d)
        else:
            label = label_of(dice, size, share_h, share_d)
        labels.append(label[:60].rstrip("-"))
        room -= len(labels[-1]) + 1
    return labels


def sort_of(address: Address, stock: Stock) -> str:
    """What makes a genuine link hard: the first that applies, or plain."""
    host = address.left + address.owner
    short = tuple(stock.brand.short_hosts)
    if address.scheme == "http":
        return "http"
    if address.user_info or address.port:
        return "at-or-port"
    if host.lower() in short:
        return "short"
    if not host.isascii() or host != host.lower() or "xn--" in host:
        return "other-letters"
    if stock.brand.labels and address.owner.partition(".")[0] != stock.brand.labels[0]:
        return "odd-name"
    left = [label for label in address.left.split(".") if label]
    if len(left) > 2 or any(label not in _EVERYDAY for label in left):
        return "long-left"
    return "long-tail" if len(address.tail) > 60 else "plain"
