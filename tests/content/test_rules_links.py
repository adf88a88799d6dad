"""Links written by hand: what is said of them is what the lens sees, and only the owner tells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app import i18n
from app.content.messages import say, table
from app.content.parts import Findings
from app.content.reading import read_lesson
from app.content.rules.links import (
    FEWEST_FOR_TELL,
    FEWEST_TO_BALANCE,
    MOST_MEASURED,
    LinkRules,
)
from app.content.spec.paths import read_root
from app.links import gate
from app.links.brands import Brand, Brands
from app.links.lens import Lens
from app.links.tricks.table import TRICKS
from tests.content.marked import lesson_of, places, surroundings, unmarked
from tests.links.official import lens

RULES = LinkRules(lens(), TRICKS, ("first", "second"))


def game(links: str, *, judge: str = "owner", more: str = "") -> str:
    """A lesson with one link game of these links."""
    return lesson_of(
        f"- id: game\n  type: link-game\n  title: 玩\n  judge: {judge}\n{more}  links:\n{links}"
    )


def link(rest: str, name: str = "a") -> str:
    return f"    - {{id: {name}, why: 因为, {rest}}}\n"


def found(text: str, rules: LinkRules = RULES) -> list:
    """The issues of a lesson's links."""
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    around = replace(surroundings(text), check_game=rules.check_game)
    return read_lesson(node, "lesson.yaml", around)[1]


BROKEN = {
    "a genuine link called fake": game(
        link("url: https://m.lepinji.example/a, verdict: ▸E427▸fake")
    ),
    "a fake called genuine": game(
        link("url: https://lepinji.example.hd.test/a, verdict: ▸E427▸genuine")
    ),
    "a short link called fake": game(link("url: https://t.cn/DEMO, verdict: ▸E420▸fake")).replace(
        "url: https://t.cn/DEMO, verdict: ▸E420▸fake", "url: ▸E420▸https://t.cn/DEMO, verdict: fake"
    ),
    "a short link called genuine": game(link("url: https://t.cn/DEMO, verdict: ▸E427▸genuine")),
    "a form called genuine": game(
        link("url: https://docs.qq.com/form/page/DEMO, verdict: ▸E427▸genuine, brand: tencent")
    ),
    "an unknown name that claims nothing": game(
        link("url: https://xiaodian.example/a, verdict: ▸E432▸fake")
    ),
    "a look-alike that could be registered": game(
        link("url: ▸E420▸https://pinduodo.com/a, verdict: fake, brand: pinduoduo")
    ),
    "an official name as a fake": game(
        link("url: ▸E420▸https://mobile.yangkeduo.com/a, verdict: fake, brand: pinduoduo")
    ),
    "a name the brand could own as a fake": game(
        link("url: ▸E420▸https://pinduoduo.com.cn/a, verdict: fake, brand: pinduoduo")
    ),
    "a real address as a fake": game(
        link("url: ▸E420▸http://8.8.8.8/a, verdict: fake, brand: pinduoduo")
    ),
    "no link at all": game(link("url: ▸E421▸快来, verdict: fake")),
    "two links": game(link('url: ▸E421▸"https://a.test/ https://b.test/", verdict: fake')),
    "a code phrase": game(link("url: ▸E421▸￥DEMO￥, verdict: cannot-tell")),
    "an ending nobody owns": game(link("url: ▸E421▸https://com.cn/a, verdict: fake")),
    "an app's own scheme": game(link("url: ▸E421▸wxp://f2fDEMO, verdict: fake")),
    "the link of another brand": game(
        link("url: https://m.lepinji.example/a, verdict: genuine, brand: ▸E428▸linlituan")
    ),
    "an unknown brand": game(
        link("url: https://m.lepinji.example/a, verdict: genuine, brand: ▸E422▸lepinjy")
    ),
    "an unknown trick": game(
        link("url: https://lepinji-hd.test/a, verdict: fake, brand: lepinji, trick: ▸E422▸kombo")
    ),
    "an unknown trick to deal": game(
        link("url: https://m.lepinji.example/a, verdict: genuine"),
        more="  tricks: [swap, ▸E422▸swop]\n  rounds: 5\n",
    ),
    "tricks of which none makes a fake": game(
        link("url: https://m.lepinji.example/a, verdict: genuine"),
        more="  ▸E431▸tricks: [short-link]\n  rounds: 9\n",
    ),
    "an unknown level": game(
        link("url: https://m.lepinji.example/a, verdict: genuine"), more="  level: ▸E422▸frist\n"
    ),
    "a trick that is not there": game(
        link(
            "url: https://lepinji-hd.test/a, verdict: fake, brand: lepinji, trick: ▸E429▸user-info"
        )
    ),
    "a trick where nothing is": game(
        link("url: https://m.lepinji.example/a, verdict: genuine, trick: ▸E429▸http-only")
    ),
    "unrelated, though the brand stands in it": game(
        link(
            "url: https://lepinji-hd.test/a, verdict: fake, brand: lepinji, trick: ▸E429▸unrelated"
        )
    ),
    "a demand without a link that can be read": game(
        link("message: 来, url: ▸E430▸不是链接, verdict: harmful"), judge="demand"
    ),
    "a harmful demand at a stranger's": game(
        link("message: 交钱, url: ▸E420▸https://hb99.top/a, verdict: harmful"), judge="demand"
    ),
    "a trick that a demand does not show": game(
        link("message: 交钱, url: https://hb99.test/a, verdict: harmful, trick: ▸E429▸user-info"),
        judge="demand",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_with_a_link_is_told_where_it_stands(name):
    text, expected = unmarked(BROKEN[name])
    assert places(found(text)) == expected


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_issue_can_be_said(name, language):
    i18n.use(language)
    words = table()
    for issue in found(unmarked(BROKEN[name])[0]):
        assert all("{" not in sentence for sentence in say(issue, i18n._, words))


FINE = {
    "genuine, with its brand": link(
        "url: https://mobile.yangkeduo.com/a?goods_id=1, verdict: genuine, brand: pinduoduo"
    ),
    "genuine, unencrypted": link(
        "url: http://m.lepinji.example/a, verdict: genuine, brand: lepinji, trick: http-only"
    ),
    "genuine, an odd name": link(
        "url: https://xn--r70as2s.xn--fiqs8s/, verdict: genuine, brand: tencent"
    ),
    "fake by its name": link(
        "url: https://1epinji.example/q, verdict: fake, brand: lepinji, trick: ascii-lookalike"
    ),
    "fake by what it claims": link(
        "url: https://fuli.example/q, verdict: fake, brand: lepinji, trick: unrelated"
    ),
    "fake by address": link(
        "url: http://203.0.113.7/q, verdict: fake, brand: lepinji, trick: ip-host"
    ),
    "fake by its shown text": link(
        "url: https://xs.test/kan, shown: https://pinduoduo.com/kan, verdict: fake, "
        "brand: pinduoduo, trick: text-differs"
    ),
    "fake in a picture": link("url: https://xs.test/k, verdict: fake, brand: lepinji, trick: qr"),
    "nobody can tell": link("url: https://t.cn/DEMO, verdict: cannot-tell, trick: short-link"),
}


@pytest.mark.parametrize("name", FINE)
def test_a_link_that_is_what_it_is_called_is_fine(name):
    assert found(game(FINE[name])) == []


@pytest.mark.parametrize(
    "rest",
    [
        "message: 扫码, url: wxp://f2fDEMO, verdict: harmful, brand: wechat",
        "message: 小程序, url: '#小程序://某某/DEMO', verdict: check-first",
        "message: 登记, url: https://docs.qq.com/form/page/DEMO, verdict: harmful",
        "message: 开会, url: https://meeting.tencent.com/dm/DEMO, verdict: harmful",
        "message: 交钱, url: https://zw.example/9, verdict: harmful, trick: no-link-bait",
        "message: 看看, verdict: fine",
    ],
)
def test_a_demand_may_come_with_any_known_link(rest):
    assert found(game(link(rest), judge="demand")) == []


@pytest.mark.parametrize(
    ("more", "by_hand"),
    [
        ("  tricks: [short-link]\n  rounds: 8\n", "genuine"),  # too short to be passed anyway
        ("  tricks: [short-link, swap]\n  rounds: 20\n", "genuine"),
        ("  tricks: [short-link]\n  rounds: 20\n", "fake"),
    ],
)
def test_what_is_dealt_needs_a_fake_only_where_it_can_be_passed(more, by_hand):
    host = {"genuine": "m.lepinji.example", "fake": "lepinji-hd.test"}[by_hand]
    one = link(f"url: https://{host}/a, verdict: {by_hand}, brand: lepinji")
    assert found(game(one, more=more)) == []


def test_without_a_list_only_the_names_are_looked_at():
    blind = LinkRules(None)
    assert found(game(link("url: https://m.lepinji.example/a, verdict: fake")), blind) == []
    (issue,) = found(game(link("url: https://lepinji.com/a, verdict: fake")), blind)
    assert issue.code == "E420"
    assert (
        found(
            game(link("message: 来, url: https://a.top/, verdict: harmful"), judge="demand"), blind
        )
        == []
    )


def test_a_broken_link_is_told_once():
    text = game(link("url: https://pinduodo.com/a, verdict: fake, brand: pinduoduo, trick: swap"))
    assert [issue.code for issue in found(text)] == ["E420"]


# ── sets of links ────────────────────────────────────────────────────────────


def genuine(number: int, path: str = "a") -> str:
    """A link of Linlituan's, like the fake of this number in all but its owner."""
    url = f"https://ab-{number:02}.linlituan.test/{path}"
    return link(f"url: {url}, verdict: genuine, brand: linlituan", f"g{number}")


def fake(number: int, path: str = "a") -> str:
    url = f"https://a-{number:02}.linlituanb.test/{path}"
    return link(f"url: {url}, verdict: fake, brand: linlituan", f"f{number}")


def codes(lines: Sequence[str]) -> list[str]:
    return [issue.code for issue in found(game("".join(lines)))]


def test_a_set_needs_a_third_of_either_kind():
    fakes, real = [fake(n) for n in range(9)], [genuine(n) for n in range(9)]
    assert codes(fakes[:6] + real[:2]) == ["W212"]
    assert codes(fakes[:2] + real[:6]) == ["W212"]
    assert codes(fakes[:5] + real[:3]) == []
    assert codes(fakes[:5]) == []  # fewer than eight may be of one kind
    (issue,) = found(game("".join(fakes[:8])))
    assert (issue.span.line, issue.values["verdict"]) == (11, "genuine")
    assert FEWEST_TO_BALANCE == 8


def test_demands_are_not_counted():
    told = "".join(
        link(f"message: 来, verdict: harmful, url: https://a{n}.test", f"l{n}") for n in range(9)
    )
    assert found(game(told, judge="demand")) == []


def test_one_look_that_is_always_right_is_told():
    fakes = [fake(n, "a?b=1") for n in range(4)]
    real = [genuine(n) for n in range(4)]
    (issue,) = found(game("".join(fakes + real)))
    assert issue.code == "W215"
    assert issue.values["feature"] == "Has something after ?"
    assert codes([*fakes, *real[:3], genuine(3, "a?b=1")]) == []
    assert codes(fakes[:3] + real) == []
    assert FEWEST_FOR_TELL == 4


def test_the_look_is_said_in_the_readers_language():
    i18n.use("zh-CN")
    (issue,) = found(
        game("".join([fake(n, "a?b=1") for n in range(4)] + [genuine(n) for n in range(4)]))
    )
    what, mend = say(issue, i18n._, table())
    assert "Has something" not in what
    assert "“" in what
    assert mend


def test_from_twenty_of_each_on_the_gate_judges():
    assert gate.LEAST_TO_JUDGE == 20
    fakes = [fake(n) for n in range(20)]
    real = [genuine(n) for n in range(20)]
    assert codes(fakes + real) == []
    leaky = [fake(n, "a?b=c" if n < 8 else "a") for n in range(20)]
    (issue,) = found(game("".join(leaky + real)))
    assert (issue.code, issue.values["percent"]) == ("W213", 70)
    assert codes(leaky[1:] + real) == []  # nineteen: nobody can say


def test_two_looks_together_are_told():
    """Neither parameters nor a deeper path says much alone; together they say too much."""
    one_of_them = ["abc?d"] * 8 + ["abc/d"] * 8
    fakes = [fake(n, path) for n, path in enumerate(["a/b?c"] * 4 + one_of_them)]
    real = [genuine(n, path) for n, path in enumerate(["abcde"] * 4 + one_of_them)]
    (issue,) = found(game("".join(fakes + real)))
    assert issue.code == "W214"
    assert issue.values == {
        "feature": "Has something after ?",
        "second": "Slashes in the path",
        "percent": 68,
    }


def test_a_file_of_thousands_of_links_is_measured_by_a_part(monkeypatch):
    seen: list[int] = []

    def measure(links, brands):
        seen.append(len(links))
        return real(links[:40], brands)

    real = gate.measure
    monkeypatch.setattr("app.content.rules.links.gate.measure", measure)
    assert codes([fake(n) + genuine(n) for n in range(400)]) == []
    assert seen == [2 * MOST_MEASURED]


_HARD = st.sampled_from(
    ["https://", "lepinji.example", "@", "\\", "。", "%2e", ":443", "[::1]", "xn--"]
)


@given(st.lists(_HARD | st.text(max_size=6), max_size=8).map("".join), st.booleans())
def test_no_link_raises(url, is_demand):
    verdict = "harmful" if is_demand else "fake"
    rest = f"message: 来, url: {json.dumps(url)}, shown: {json.dumps(url)}, verdict: {verdict}"
    try:
        node = yaml.compose(game(link(rest)), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return  # `source` tells of signs that no file may hold
    assert node is not None
    part = read_root(node, "lesson", findings := Findings("lesson.yaml"))
    assert part is not None
    RULES.check_game(part.parts("steps")[0], findings)


def test_a_list_of_ones_own_counts():
    own = Brands(
        brands=(
            Brand(
                id="a", zh="甲", en="A", pinyin="jia", owners=("jia.test",), labels=("jiajiajia",)
            ),
        )
    )
    rules = LinkRules(Lens(own), TRICKS)
    assert found(game(link("url: https://m.jia.test/a, verdict: genuine, brand: a")), rules) == []
    (issue,) = found(game(link("url: https://m.lepinji.example/a, verdict: genuine")), rules)
    assert (issue.code, issue.values["owner"]) == ("E432", "lepinji.example")
