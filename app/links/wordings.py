"""What is said around a link, by the trade of the brand it claims to be about.

A bank asks for no slice off a price, and nobody books a flight with a parcel service. The words
follow from the brand alone, so genuine and fake links come with the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Trade = Literal["shop", "money", "parcel", "phone", "travel", "account", "office"]
Pressure = Literal["hurry", "gain", "fear", "secrecy", "guilt"]


class Said(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def in_language(self, lang: str) -> str:
        """The English text for `en`, else the Chinese one."""
        return self.en if lang.startswith("en") else self.zh


class Wording(NamedTuple):
    """What is asked, the titles of cards, what is promised and threatened; `{brand}` is its name.

    `helpers` are what a mini program may have behind the brand's name.
    """

    asks: tuple[Said, ...]
    titles: tuple[Said, ...]
    gain: tuple[Said, ...]
    fear: tuple[Said, ...]
    helpers: tuple[str, ...]


WORDINGS: Mapping[Trade, Wording] = {
    "shop": Wording(
        asks=(
            Said("我的{brand}就差一个人了，帮我点一下呗",
                 "I'm one short on {brand}, tap this for me?"),
            Said("{brand}这个活动还在吗？帮忙看看", "Is this {brand} offer still on? Have a look"),
            Said("{brand}砍一刀，谢谢各位邻居", "A slice on {brand} please, thank you neighbours"),
            Said("{brand}的链接，点进去就能领", "The {brand} link, open it and collect"),
            Said("刚在{brand}看到的，转给大家", "Just saw this on {brand}, passing it on"),
            Said("互助一下，我也帮你点{brand}",
                 "Let's help each other, I'll tap yours on {brand} too"),
            Said("{brand}拼团差 2 人", "{brand} group-buy, two more needed"),
            Said("这个是{brand}的页面吧？", "This is {brand}'s page, isn't it?"),
            Said("{brand}周年活动，链接在这", "{brand} anniversary, here is the link"),
            Said("有人要{brand}的券吗，自己领", "Anyone for a {brand} coupon? Help yourself"),
            Said("{brand}客服说在这里处理", "{brand} service said to settle it here"),
            Said("帮我助力一下{brand}，万分感谢", "Give me a boost on {brand}, many thanks"),
        ),
        titles=(
            Said("快来帮我砍一刀", "Come and slice with me"),
            Said("{brand}助力", "{brand} boost"),
            Said("{brand}限时活动", "{brand} limited offer"),
            Said("今日拼团", "Group-buy of the day"),
            Said("我在{brand}看到一件好物", "Found something good on {brand}"),
            Said("{brand}红包到账提醒", "{brand} red packet waiting"),
        ),
        gain=(
            Said("点完每人得 50 元", "Everyone who taps gets 50 yuan"),
            Said("人人有份，百分百到账", "Something for everyone, paid out for certain"),
            Said("帮一次送一箱牛奶", "One tap, one box of milk"),
        ),
        fear=(
            Said("不处理账号会被限制", "Your account will be limited otherwise"),
            Said("不点之前的就全白费了", "If you don't, everything so far is lost"),
            Said("再不确认就要扣费了", "Confirm now or you will be charged"),
        ),
        helpers=("", "", "助力", "福利社", "提现中心", "助手"),
    ),
    "money": Wording(
        asks=(
            Said("{brand}发来的，说要重新认证，有人收到吗",
                 "From {brand}, it says I must verify again. Anyone else?"),
            Said("{brand}积分月底清零，兑换在这",
                 "{brand} points expire this month, swap them here"),
            Said("{brand}的满减券，买菜能用，自己领",
                 "{brand} voucher, good for groceries, help yourself"),
            Said("帮我点一下{brand}的助力，凑满减",
                 "Tap my {brand} boost, I'm collecting for a discount"),
            Said("{brand}说有一笔退款，在这里收", "{brand} says a refund is due, collect it here"),
            Said("{brand}新客有礼，转给大家",
                 "{brand} has a gift for new customers, passing it on"),
            Said("这个是{brand}的页面吧？", "This is {brand}'s page, isn't it?"),
            Said("{brand}扣了我一笔，说在这里查",
                 "{brand} took a payment from me, they say look here"),
        ),
        titles=(
            Said("{brand}服务通知", "{brand} notice"),
            Said("{brand}积分兑换", "Swap your {brand} points"),
            Said("{brand}退款处理", "{brand} refund"),
            Said("{brand}优惠券待领取", "{brand} voucher waiting"),
        ),
        gain=(
            Said("办完返 50 元", "50 yuan back when it is done"),
            Said("人人有份，百分百到账", "Something for everyone, paid out for certain"),
        ),
        fear=(
            Said("不处理就停用了", "It will be stopped otherwise"),
            Said("再不确认就要扣费了", "Confirm now or you will be charged"),
        ),
        helpers=("", "", "服务", "优惠", "积分", "助手"),
    ),
    "parcel": Wording(
        asks=(
            Said("{brand}说地址不全，让在这里补",
                 "{brand} says the address is incomplete, fill it in here"),
            Said("{brand}的件卡住了，这个能查",
                 "My {brand} parcel is stuck, this is where to look"),
            Said("{brand}寄件券，互助领一下", "{brand} postage vouchers, let's help each other"),
            Said("{brand}说包裹丢了，在这里理赔", "{brand} says the parcel is lost, claim here"),
            Said("这个是{brand}查件的页面吧？",
                 "This is where {brand} parcels are tracked, isn't it?"),
            Said("有人寄{brand}吗，拼单便宜",
                 "Anyone sending with {brand}? Together it is cheaper"),
            Said("{brand}寄件优惠，链接在这", "{brand} postage offer, here is the link"),
            Said("帮我点一下{brand}，差一张寄件券", "Tap {brand} for me, I'm one voucher short"),
        ),
        titles=(
            Said("{brand}派送提醒", "{brand} delivery notice"),
            Said("{brand}寄件券", "{brand} postage voucher"),
            Said("{brand}理赔登记", "{brand} claim form"),
            Said("帮我领一张寄件券", "Help me get a postage voucher"),
        ),
        gain=(
            Said("丢一赔三，当场到账", "Three times the value, paid on the spot"),
            Said("点完每人一张寄件券", "A postage voucher for everyone who taps"),
        ),
        fear=(
            Said("再不处理就退回了", "It goes back otherwise"),
            Said("今天不填就按无主件处理", "Without it today the parcel counts as nobody's"),
        ),
        helpers=("", "", "查件", "寄件", "理赔", "助手"),
    ),
    "phone": Wording(
        asks=(
            Said("{brand}送流量，点进去就能领", "{brand} gives away data, open it and collect"),
            Said("{brand}套餐到期了，在这里续", "My {brand} plan has run out, renew it here"),
            Said("{brand}话费券，互助领一下", "{brand} top-up vouchers, let's help each other"),
            Said("帮我点一下{brand}的流量助力", "Tap my {brand} data boost"),
            Said("{brand}说实名要重新做一遍",
                 "{brand} says the name on the number must be confirmed again"),
            Said("这个是{brand}的页面吧？", "This is {brand}'s page, isn't it?"),
            Said("{brand}积分换话费，链接在这", "Swap {brand} points for credit, here is the link"),
            Said("有人办过{brand}这个套餐吗", "Has anyone taken this {brand} plan?"),
        ),
        titles=(
            Said("{brand}流量礼包", "{brand} data gift"),
            Said("{brand}服务提醒", "{brand} notice"),
            Said("帮我助力领流量", "Boost me for free data"),
            Said("{brand}积分兑换", "Swap your {brand} points"),
        ),
        gain=(
            Said("每人送 10 G 流量", "10 GB of data each"),
            Said("办完送 50 元话费", "50 yuan of credit when it is done"),
        ),
        fear=(
            Said("不处理今晚停机", "The number stops tonight otherwise"),
            Said("再不确认就要扣费了", "Confirm now or you will be charged"),
        ),
        helpers=("", "", "营业厅", "流量", "话费", "助手"),
    ),
    "travel": Wording(
        asks=(
            Said("帮我点一下{brand}的出行券，差一个人",
                 "Tap for my {brand} travel voucher, one short"),
            Said("{brand}说行程改了，在这里处理",
                 "{brand} says the trip has changed, settle it here"),
            Said("{brand}的券，出门能用，自己领", "{brand} voucher for the road, help yourself"),
            Said("{brand}周末活动，链接在这", "{brand} weekend offer, here is the link"),
            Said("{brand}订单退款，说在这里填", "Refund from {brand}, they say fill it in here"),
            Said("这个是{brand}的页面吧？", "This is {brand}'s page, isn't it?"),
            Said("{brand}新人券，转给大家", "{brand} voucher for new users, passing it on"),
            Said("互助一下，我也帮你点{brand}",
                 "Let's help each other, I'll tap yours on {brand} too"),
        ),
        titles=(
            Said("{brand}出行券", "{brand} travel voucher"),
            Said("{brand}行程变更提醒", "{brand}: your trip has changed"),
            Said("帮我领出行券", "Help me get a travel voucher"),
            Said("{brand}退款登记", "{brand} refund form"),
        ),
        gain=(
            Said("点完每人一张出行券", "A travel voucher for everyone who taps"),
            Said("改期还赔 300 元", "Change the date and get 300 yuan on top"),
        ),
        fear=(
            Said("不处理行程就作废", "The trip is void otherwise"),
            Said("再不确认就要扣手续费了", "Confirm now or a fee will be charged"),
        ),
        helpers=("", "", "出行", "退改", "福利社", "助手"),
    ),
    "account": Wording(
        asks=(
            Said("{brand}会员拼单，差一个人", "Sharing a {brand} membership, one short"),
            Said("帮我家孩子投一票，{brand}打开就行",
                 "Vote for my child, please, just open it with {brand}"),
            Said("{brand}说账号要重新验证，在这里弄",
                 "{brand} says the account must be verified again, here"),
            Said("{brand}签到领红包，互助一下",
                 "Check in on {brand} for a red packet, let's help each other"),
            Said("{brand}会员半价，链接在这", "{brand} membership at half price, here is the link"),
            Said("这个是{brand}的页面吧？", "This is {brand}'s page, isn't it?"),
            Said("{brand}客服说在这里申诉", "{brand} service said to appeal here"),
            Said("刚在{brand}看到的，转给大家", "Just saw this on {brand}, passing it on"),
        ),
        titles=(
            Said("帮我投一票", "Vote for me"),
            Said("{brand}会员活动", "{brand} membership offer"),
            Said("{brand}账号提醒", "{brand} account notice"),
            Said("我在{brand}看到一条好内容", "Found something good on {brand}"),
        ),
        gain=(
            Said("投完就有红包", "A red packet for every vote"),
            Said("人人有份，百分百到账", "Something for everyone, paid out for certain"),
        ),
        fear=(
            Said("不处理账号会被限制", "Your account will be limited otherwise"),
            Said("不点之前的就全白费了", "If you don't, everything so far is lost"),
        ),
        helpers=("", "", "会员", "投票", "福利社", "助手"),
    ),
    "office": Wording(
        asks=(
            Said("{brand}的入口，存着备用", "{brand}: here is the way in, keep it"),
            Said("上当的可以在{brand}登记", "{brand}: whoever was cheated can register here"),
            Said("这个是{brand}的页面吧？", "{brand}, that is this page, isn't it?"),
            Said("收到短信，说{brand}让核实一下",
                 "{brand}: a text says I must confirm something here"),
            Said("有人在{brand}举报过吗，是点这个吧",
                 "{brand}: has anyone reported there? It's this one, isn't it?"),
            Said("{brand}的防骗提醒，转给大家", "{brand}: a warning about fraud, passing it on"),
        ),
        titles=(
            Said("举报入口", "Where to report"),
            Said("防骗提醒", "A warning about fraud"),
            Said("信息核实通知", "Please confirm your details"),
            Said("登记结果查询", "What came of your report"),
        ),
        gain=(
            Said("登记就能退回被骗的钱", "Register and the money comes back"),
            Said("举报有奖，当天到账", "Rewards for reports, paid the same day"),
        ),
        fear=(
            Said("不核实就视为默认", "Not confirming counts as agreeing"),
            Said("逾期不登记就不受理了", "After today no reports are taken"),
        ),
        helpers=("", "", "登记", "核实", "查询", "助手"),
    ),
}  # fmt: skip

#: Pressing that fits every trade.
PRESSING: Mapping[Pressure, tuple[Said, ...]] = {
    "hurry": (
        Said("最后 10 分钟，过时作废！", "Last 10 minutes, then it's void!"),
        Said("名额只剩 3 个，快！", "Only 3 places left, quick!"),
        Said("今晚 12 点截止", "Ends at midnight"),
    ),
    "secrecy": (
        Said("内部通道，别往外传", "Inside channel, don't pass it on"),
        Said("悄悄点，别在群里说", "Tap quietly, don't mention it in the group"),
    ),
    "guilt": (
        Said("上次我可帮过你的", "I helped you last time, remember"),
        Said("就差你了，别让我白忙", "You're the last one, don't let me down"),
        Said("一家人就该帮一把", "Family should help out"),
    ),
}
