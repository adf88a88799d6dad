"""What is said around a link in a chat: senders, wordings, pressure, demands without a link.

All of it is drawn the same way for genuine and fake links: only the owner decides. The two
languages stand side by side, because a round can be shown in either.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from app.links.dice import Dice
from app.links.wordings import PRESSING, WORDINGS, Pressure, Said, Trade, Wording

Kind = Literal["card", "text", "qr", "phrase", "mini_program"]


class Message(NamedTuple):
    """A message as it comes into a chat; `shown` is what stands where the link is."""

    sender: Said
    said: Said
    pressure: Pressure | None
    title: Said  # of a card, a poster or a mini-program; empty for a bare link


class Demand(NamedTuple):
    """A message that is judged by what it wants: fine, harmful or to be checked first."""

    said: Said
    truth: Literal["genuine", "fake", "cannot_tell"]
    wants: str  # money, code, install, screen, account, password, nothing, …


SENDERS = (
    Said("三楼小陈", "Chen from 3rd floor"), Said("豆豆妈", "Doudou's mum"),
    Said("老周", "Old Zhou"), Said("阿芳", "Fang"), Said("团长小李", "Li, group leader"),
    Said("王姐", "Sister Wang"), Said("快乐每一天", "Happy Every Day"),
    Said("群友 0617", "Member 0617"), Said("省钱小能手", "Penny Saver"),
    Said("表弟", "Cousin"), Said("楼下便利店", "Shop downstairs"), Said("小林", "Lin"),
)  # fmt: skip

_EASY = (
    Said("不急，有空再点", "No hurry, whenever you can"),
    Said("不方便就算了", "Never mind if it's a bother"),
    Said("谢谢啦", "Thanks a lot"),
)
_POSTERS = (
    Said("扫码领{brand}福利", "Scan for {brand} benefits"),
    Said("长按识别，一起拼", "Press and hold to join"),
    Said("{brand}活动海报", "{brand} poster"),
)

#: Messages without any link, for rounds that ask about the demand.
DEMANDS = (
    Demand(Said("提现要先交 9.9 元激活费，交完秒到账",
                "To withdraw, pay a 9.90 activation fee first, then it arrives at once"),
           "fake", "money"),
    Demand(Said("助力异常，先转 50 解冻，马上退你",
                "The boost is stuck: send 50 to unfreeze it, you get it right back"),
           "fake", "money"),
    Demand(Said("刚给你发了六位数，念给我听一下，我帮你领",
                "You just got six digits, read them to me and I'll collect it for you"),
           "fake", "code"),
    Demand(Said("把收到的验证码发群里，群主统一登记",
                "Post the code you received here, the group owner registers them all"),
           "fake", "code"),
    Demand(Said("进不去就装这个安装包，手机提示风险点忽略",
                "Can't get in? Install this package, tap ignore when the phone warns you"),
           "fake", "install"),
    Demand(Said("我教你操作，先开会议共享屏幕",
                "I'll show you how, first share your screen in a meeting"),
           "fake", "screen"),
    Demand(Said("闲置微信租给我 15 分钟，给 200",
                "Lend me your spare chat account for 15 minutes, I pay 200"),
           "fake", "account"),
    Demand(Said("复制这段口令后，把手机安全检测先关掉",
                "Copy this phrase, then turn the phone's security check off"),
           "fake", "security"),
    Demand(Said("别告诉家里人，做完认证返你 300",
                "Don't tell your family; finish the check and you get 300"),
           "fake", "secrecy"),
    Demand(Said("先付后助，百分百成功，一单 15",
                "Pay first, then the boost, success guaranteed, 15 each"),
           "fake", "money"),
    Demand(Said("不用点什么，帮我看看这件衣服显不显胖",
                "Nothing to tap, just tell me whether this coat makes me look big"),
           "genuine", "nothing"),
    Demand(Said("今天的自提点改到 3 号楼，凭 App 里的码取",
                "Pick-up is at block 3 today, with the code in your App"),
           "genuine", "nothing"),
    Demand(Said("互助格式：商品、差几人、截止时间，发群里就行",
                "Format for help: item, how many short, until when; just post it"),
           "genuine", "nothing"),
    Demand(Said("有空自己打开 App，在活动页搜我的名字就行",
                "When you have time open the App yourself and search my name there"),
           "genuine", "nothing"),
    Demand(Said("谢谢昨天帮忙的各位，今天你们的也发来",
                "Thanks for yesterday's help everyone, send yours today"),
           "genuine", "nothing"),
    Demand(Said("上面那个大家别点，我打 96110 问过了",
                "Don't tap the one above, I rang 96110 and asked"),
           "genuine", "nothing"),
    Demand(Said("我换新号了，以后这个联系，旧号不用了",
                "This is my new number, please use it from now on"),
           "cannot_tell", "identity"),
    Demand(Said("店家说直接加微信下单便宜，有人试过吗",
                "The shop says ordering by chat is cheaper, has anyone tried?"),
           "cannot_tell", "outside"),
    Demand(Said("群主让填一下姓名和楼号做登记",
                "The group owner wants name and block for a list"),
           "cannot_tell", "details"),
)  # fmt: skip


def compose(dice: Dice, kind: Kind, zh: str, en: str, trade: Trade) -> Message:
    """A message that claims to be about a platform (its names in both languages, its trade).

    The same draw for genuine and fake: who sends, what is said, whether and how it presses.
    """
    wording = WORDINGS[trade]
    sender, ask = dice.pick(SENDERS), dice.pick(wording.asks)
    pressure = dice.weighted(_PRESSURES)
    extra = dice.pick(_pressing(wording, pressure) if pressure else _EASY)
    said = _join(ask, extra) if pressure or dice.percent(60) else ask
    title = Said("", "")
    if kind in ("card", "mini_program"):
        title = dice.pick(wording.titles)
    elif kind == "qr":
        title = dice.pick(_POSTERS)
    return Message(sender, _named(said, zh, en), pressure, _named(title, zh, en))


def _pressing(wording: Wording, pressure: Pressure) -> tuple[Said, ...]:
    if pressure == "gain":
        return wording.gain
    return wording.fear if pressure == "fear" else PRESSING[pressure]


_PRESSURES: Sequence[tuple[Pressure | None, int]] = (
    (None, 45), ("hurry", 15), ("gain", 15), ("fear", 9), ("secrecy", 6), ("guilt", 10),
)  # fmt: skip


def phrase_around(dice: Dice, link: str, zh: str, en: str) -> Said:
    """A code phrase as Apps make them, with a link in it."""
    code, number = dice.code(3), f"{dice.between(1, 9)}.{dice.between(10, 99)}"
    return Said(
        f"{number} 复制打开{zh}，一起来看看 {link} {code}:/",
        f"{number} Copy and open {en}, have a look {link} {code}:/",
    )


def bare_phrase(dice: Dice, zh: str, en: str) -> tuple[str, Said]:
    """A code phrase without any link: (the phrase, the words around it)."""
    sign = dice.pick(("￥", "$", "₳", "€"))
    phrase = f"{sign}{dice.code(dice.between(8, 11))}{sign}"
    return phrase, Said(f"复制这段 {phrase} 打开{zh}", f"Copy {phrase} and open {en}")


def _join(first: Said, second: Said) -> Said:
    stop = "" if first.zh.endswith("？") else "。"
    return Said(f"{first.zh}{stop}{second.zh}", f"{first.en}. {second.en}".replace("?.", "?"))


def _named(said: Said, zh: str, en: str) -> Said:
    return Said(said.zh.format(brand=zh), said.en.format(brand=en))
