"""Texts to throw at the lens: made at random from what trips readers up, and large nasty ones."""

from __future__ import annotations

import random
from collections.abc import Iterator

PIECES = (
    *("http://", "https://", "hxxps://", "HTTPS:\\\\", "https：//", "ftp://", "//", "pddopen://"),
    *(
        "weixin://",
        "#小程序://拼多多/",
        "￥",
        "复制打开",
        "[",
        "](",
        ")",
        "(",
        "[.]",
        "。",
        ".",
        "．",
    ),
    *(
        "｡",
        "@",
        ":",
        "：",
        "/",
        "\\",
        "⁄",
        "?",
        "？",
        "#",
        "&",
        "=",
        "%",
        "%2e",
        "%2F",
        "%E3%80%82",
    ),
    *("%ff", "%", "xn--", "xn--pinduduo-rbh", "pinduoduo", "yangkeduo", ".com", ".com.cn", ".中国"),
    *("腾讯", "拼多多", "о", "ı", "\u200b", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u200d", "ß"),
    *(
        "ａ",
        "．ｃｏｍ",
        "0x7f",
        "127.1",
        "3405803799",
        "[::1]",
        "[",
        "]",
        "[dot]",
        "1.2.3.4",
        "999",
    ),
    *(
        ":443",
        ":99999",
        "h5Url=",
        "url=https%3A%2F%2F",
        "target=",
        "https%253A%252F%252F",
        " ",
        "\n",
    ),
    *(
        "\t",
        "\x00",
        "\x1b[31m",
        "\ud800",
        "\U0001f600",
        "中",
        "한",
        "\u0301",
        "⒈",
        "℀",
        "…",
        "<",
        ">",
    ),
    *('"', "'", "`", "{", "}", "|", "^", "~", ",", ";", "!", "_", "-", "--", "..", "a", "Z", "9"),
)


def odd_texts(seed: int, size: int) -> Iterator[str]:
    """Texts of together at least `size` bytes (UTF-8), the same for the same seed."""
    dice = random.Random(seed)
    made = 0
    while made < size:
        kind = dice.random()
        if kind < 0.6:
            text = "".join(dice.choices(PIECES, k=dice.randint(1, 40)))
        elif kind < 0.9:
            text = "https://" + "".join(dice.choices(PIECES, k=dice.randint(1, 12)))
        else:
            signs = (dice.randrange(0x110000) for _ in range(dice.randint(1, 200)))
            text = "".join(map(chr, signs))
        made += len(text.encode("utf-8", "surrogatepass"))
        yield text


def nasty_texts(size: int) -> dict[str, str]:
    """Texts of `size` characters that a careless search would go over again and again."""

    def filled(piece: str) -> str:
        return (piece * (size // len(piece) + 1))[:size]

    return {
        "one letter": filled("a"),
        "dots and letters": filled("a."),
        "dots": filled("."),
        "short names": filled("a.cn "),
        "schemes": filled("https://"),
        "schemes and spaces": filled("https:// "),
        "links side by side": filled("https://a.com/"),
        "brackets": "https://a.com/" + filled(")"),
        "opened brackets": filled("["),
        "half markdown": filled("[a]("),
        "at signs": filled("a@"),
        "names and at signs": filled("a.com@"),
        "Han": filled("中"),
        "Han and dots": filled("中."),
        "Han full stops": filled("a。"),
        "one long host": "https://" + filled("a.") + "com/",
        "one long path": "https://a.com/" + filled("a/"),
        "dots in a path": "https://a.com/" + filled("a."),
        "hosts in a path": "https://a.com/" + filled("jd.com/"),
        "hosts in a query": "https://a.com/?" + filled("u=jd.com.x&"),
        "user-info": "https://" + filled("jd.com.")[:90_000] + "@a.com/",
        "hyphens in a link of a name": filled("a-")[:90_000] + ".com/",
        "one long query": "https://a.com/?" + filled("u=%25"),
        "parameters": "pddopen://?" + filled("url=https%3A%2F%2Fa.com&"),
        "zero-width": "https://a" + filled("\u200b") + ".com/",
        "percent signs": "https://" + filled("%61") + ".com/",
        "money signs": filled("￥a"),
        "mini programs": filled("#小程序://"),
        "copy me": filled("复制"),
        "digits": filled("1."),
        "hyphens": "https://" + filled("a-") + "a.com",
        "xn--": "https://" + filled("xn--a.") + "com",
    }
