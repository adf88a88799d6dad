"""Shared by tests of tricks and dealing: rounds of one trick, and a small list of brands."""

from __future__ import annotations

from app.links.anatomy import dissect
from app.links.brands import Brand, Brands
from app.links.deal import deal
from app.links.rounds import Round, Wish
from app.links.tricks.table import TRICKS
from app.links.values import Anatomy
from tests.links.official import built_in

#: Tricks that lie in the message, or in the claim alone: nothing to recognise on the link.
WITHOUT_TRACE = frozenset({"qr", "unrelated"})
ON_LINKS = tuple(each.id for each in TRICKS.values() if each.needs_link and each.truth != "genuine")

SMALL = Brands(
    brands=(
        Brand(
            id="pinduoduo",
            zh="拼多多",
            en="Pinduoduo",
            pinyin="pinduoduo",
            owners=("pinduoduo.com", "yangkeduo.com"),
            short_hosts=("p.pinduoduo.com",),
            hosts=("mobile.yangkeduo.com",),
            labels=("pinduoduo", "yangkeduo"),
            abbreviations=("pdd",),
            han_names=("拼多多",),
            never_fake=("pingduoduo.com", "pinduoduo.cn"),
        ),
        Brand(
            id="lepinji",
            zh="乐拼集",
            en="Lepinji",
            pinyin="lepinji",
            owners=("lepinji.example",),
            hosts=("m.lepinji.example",),
            labels=("lepinji",),
            han_names=("乐拼集",),
            is_invented=True,
        ),
    ),
    redirectors=("link.zhihu.com",),
    hosted=("docs.qq.com", "github.io"),
    shorteners=("t.cn",),
)


def rounds_of(trick: str, n: int, seed: str = "test") -> list[Round]:
    """n rounds with this trick, from the built-in list."""
    return list(deal(built_in(), seed, n, wish=Wish((trick,), TRICKS[trick].truth)))


def anatomy_of(dealt: Round) -> Anatomy:
    """The link taken apart, with the text that is shown in its place."""
    shown = dealt.shown.zh if dealt.trick == "text-differs" else None
    return dissect(dealt.url)._replace(shown=shown)
