"""Broken lessons, each with marks where its issues must be reported."""

from __future__ import annotations

from tests.content.marked import HEAD, lesson_of, quiz_of

_TEXT = "- {id: t, type: text, title: 字, body: 正文}"

_OPTIONS = """\
  options:
    - {id: a, right: 甲, why: 因为}
    - {id: b, wrong: 乙, why: 因为}
"""


def _question(rest: str, type_name: str = "single") -> str:
    why = "" if type_name == "single" else "  why: 因为\n"
    return quiz_of(f"- id: q\n  type: {type_name}\n  text: 问\n{why}" + rest)


def _head(*lines: str) -> str:
    return lesson_of(_TEXT, HEAD + "".join(f"{line}\n" for line in lines))


STRUCTURE = {
    "unknown key with a suggestion": lesson_of(
        "- {id: t, type: text, title: 字, body: 文, ▸E151▸tilte: 字}"
    ),
    "unknown key without": _head("▸E152▸wallpaper: 红"),
    "key of another type": _question("  answer: 对\n  ▸E152▸options: [甲]\n", "true-false"),
    "list where a text belongs": _head("summary: ▸E153▸[一, 二]"),
    "group where a text belongs": _head("summary: ▸E153▸{a: 一}"),
    "list inside a list of texts": _head("goals:\n  - 一\n  - ▸E153▸[二]"),
    "text where a list belongs": _head("goals: ▸E154▸学会"),
    "text where steps belong": HEAD + "steps: ▸E154▸很多\n",
    "text where a step belongs": lesson_of(_TEXT + "\n- ▸E155▸很多"),
    "number in words": _head("minutes: ▸E156▸十二"),
    "number too big": _head("minutes: ▸E156▸241"),
    "number of 20,000 digits": _head("minutes: ▸E156▸" + "9" * 20_000),
    "decimal where whole": _question("  meaning: ▸E156▸1.5\n" + _OPTIONS),
    "points in words": _question("  points: ▸E157▸许多\n" + _OPTIONS),
    "points below nought": _question("  points: ▸E157▸-1\n" + _OPTIONS),
    "no title": HEAD.replace("title: 一课\n", "").replace("format", "▸E158▸format")
    + "steps:\n  "
    + _TEXT,
    "no type": lesson_of("- ▸E158▸id: t\n  title: 字\n  body: 正文"),
    "empty title": HEAD.replace("title: 一课", "▸E159▸title:") + "steps:\n  " + _TEXT,
    "empty quoted title": HEAD.replace("title: 一课", '▸E159▸title: ""') + "steps:\n  " + _TEXT,
    "empty steps": HEAD + "▸E159▸steps:\n",
    "empty type": lesson_of("- id: t\n  ▸E159▸type:\n  title: 字\n  body: 正文"),
    "word with a suggestion": _question("  difficulty: ▸E160▸esay\n" + _OPTIONS),
    "unknown step type": lesson_of("- {id: t, type: ▸E161▸片子, title: 字, film: 有}"),
    "mistyped step type": lesson_of("- {id: t, type: ▸E160▸txet, title: 字, body: 有}"),
    "unknown question type": quiz_of("- {id: q, type: ▸E161▸猜, text: 问, guess: 有}"),
    "true-false with another word": _question("  answer: ▸E161▸也许\n", "true-false"),
    "true-false denied": _question("  answer: ▸E160▸不对\n", "true-false"),
    "date in another order": _head("sources:\n  - {id: s, title: 书, checked: ▸E162▸22-11-2026}"),
    "day that does not exist": _head("sources:\n  - {id: s, title: 书, checked: ▸E162▸2026-02-30}"),
    "id with capitals": lesson_of("- {id: ▸E163▸Intro, type: text, title: 字, body: 文}"),
    "id too long": lesson_of(f"- {{id: ▸E163▸{'a' * 41}, type: text, title: 字, body: 文}}"),
    "empty entry": _head("goals:\n  - 一\n  - ▸E166▸''"),
    "empty list": _question("  options: ▸E167▸[]\n"),
    "no steps": HEAD + "steps: ▸E167▸[]\n",
    "language in words": _head().replace("zh-CN", "▸E169▸中文"),
    "format of the future": _head().replace("format: 1", "format: ▸E156▸2"),
    "list as the whole file": "▸E155▸- 一\n- 二\n",
    "text as the whole file": "▸E155▸一\n",
}

MEANING = {
    "no right option": _question(
        "  ▸E201▸options:\n    - {id: a, wrong: 甲, why: 因}\n    - {id: b, wrong: 乙, why: 因}"
    ),
    "no right option in multi": _question(
        "  ▸E201▸options:\n    - {id: a, wrong: 甲, why: 因}\n    - {id: b, wrong: 乙, why: 因}",
        "multi",
    ),
    "two right in single": _question(_OPTIONS + "    - {id: c, ▸E202▸right: 丙, why: 因}"),
    "right and wrong": _question(_OPTIONS + "    - {id: c, right: 丙, ▸E203▸wrong: 丙, why: 因}"),
    "neither right nor wrong": _question(_OPTIONS + "    - ▸E204▸id: c\n      why: 因"),
    "option without text": _question(_OPTIONS + "    - id: c\n      ▸E159▸wrong:\n      why: 因"),
    "blank without answers": quiz_of(
        "- {id: q, type: fill-in, text: 不给▸E205▸【what】和【code】, "
        "blanks: [{id: code, accept: [码]}]}"
    ),
    "blank mistyped in a block": quiz_of(
        "- id: q\n  type: fill-in\n  text: |\n    第一行\n    不给▸E206▸【coda】，给【code】\n"
        "  blanks: [{id: code, accept: [码]}]"
    ),
    "blank twice": quiz_of(
        "- {id: q, type: fill-in, text: '【code】和▸E207▸【code】', "
        "blanks: [{id: code, accept: [码]}]}"
    ),
    "answers without a blank": quiz_of(
        "- {id: q, type: fill-in, text: 【a】, "
        "blanks: [{id: a, accept: [甲]}, {id: ▸E208▸b, accept: [乙]}]}"
    ),
    "blank without accept": quiz_of(
        "- {id: q, type: fill-in, text: 【a】, blanks: [{id: a, accept: ▸E167▸[]}]}"
    ),
    "step id twice": lesson_of(_TEXT + "\n- {id: ▸E209▸t, type: text, title: 字, body: 文}"),
    "question has a step's id": quiz_of(
        "- id: ▸E209▸quiz\n  type: single\n  text: 问\n" + _OPTIONS
    ),
    "option id twice": _question(_OPTIONS + "    - {id: ▸E209▸b, wrong: 丙, why: 因}"),
    "scene and signal share an id": lesson_of(
        "- id: s\n  type: scenario\n  title: 字\n"
        "  scenes:\n    - {id: end, end: safe, text: 完}\n"
        "  signals:\n    - {id: ▸E209▸end, text: 急}"
    ),
    "retired step": _head("retired: [t]").replace("id: t,", "id: ▸E210▸t,"),
    "retired option": _question(_OPTIONS.replace("id: b", "id: ▸E210▸b")) + "retired: [q/b]\n",
    "unknown source": lesson_of(
        "- {id: t, type: text, title: 字, body: 文, source: ▸E211▸sead}",
        HEAD + "sources:\n  - {id: seed, title: 书}\n",
    ),
    "source of an entry": lesson_of(
        "- {id: f, type: faq, title: 字, entries: [{id: e, q: 问, a: 答, source: ▸E213▸seed}]}"
    ),
    "unknown skill": _question("  skill: ▸E212▸qr\n" + _OPTIONS),
    "answer in no step": _question("  answer_in: ▸E214▸intro\n" + _OPTIONS),
    "answer under no heading": lesson_of(
        "- {id: t, type: text, title: 字, body: '# 三类风险'}\n"
        "- id: quiz\n  type: quiz\n  title: 字\n  questions:\n    - id: q\n      type: single\n"
        "      text: 问\n      answer_in: ▸E224▸t#别的\n"
        "      options: [{id: a, right: 甲, why: 因}, {id: b, wrong: 乙, why: 因}]"
    ),
    "answer under a heading of a step without": lesson_of(
        _TEXT
        + "\n- id: quiz\n  type: quiz\n  title: 字\n  questions:\n    - id: q\n      type: single\n"
        "      text: 问\n      answer_in: ▸E226▸t#别的\n"
        "      options: [{id: a, right: 甲, why: 因}, {id: b, wrong: 乙, why: 因}]"
    ),
    "advice leaves some out": lesson_of(
        "- id: c\n  type: checklist\n  title: 字\n"
        "  items: [{id: a, text: 甲, level: high, why: 因}]\n"
        "  ▸E215▸advice: [{at_least: 1, text: 好}]"
    ),
    "advice threshold twice": lesson_of(
        "- id: c\n  type: checklist\n  title: 字\n"
        "  items: [{id: a, text: 甲, level: high, why: 因}]\n"
        "  advice: [{at_least: 0, text: 好}, {at_least: ▸E216▸0, text: 坏}]"
    ),
    "extra repeats a partner": _question(
        "  pairs: [{id: a, left: 甲, goes_with: 一}, {id: b, left: 乙, goes_with: 二}]\n"
        "  extra: [三, ▸E217▸一]",
        "match",
    ),
    "catch repeats accept": quiz_of(
        "- {id: q, type: fill-in, text: 【a】, blanks: [{id: a, accept: [网址], "
        "catch: [{when: ▸E218▸网址。, why: 因}]}]}"
    ),
    "catch twice": quiz_of(
        "- {id: q, type: fill-in, text: 【a】, blanks: [{id: a, accept: [网址], "
        "catch: [{when: 图, why: 因}, {when: ▸E221▸图, why: 因}]}]}"
    ),
    "match side twice": _question(
        "  pairs: [{id: a, left: 甲, goes_with: 一}, {id: b, left: ▸E219▸甲, goes_with: ▸E219▸一}]",
        "match",
    ),
    "card of no group": _question(
        "  groups: [{id: yes-do, text: 可以}, {id: never, text: 不要}]\n"
        "  cards: [{id: a, text: 甲, group: ▸E222▸nevr}]",
        "categorise",
    ),
    "one option": _question("  ▸E223▸options: [{id: a, right: 甲, why: 因}]"),
    "one item to order": _question("  ▸E223▸items: [{id: a, text: 甲}]", "order"),
    "more drawn than there are": quiz_of(
        "- id: q\n  type: true-false\n  text: 问\n  why: 因为\n  answer: 错"
    ).replace("    questions:", "    draw: ▸E225▸2\n    questions:"),
    "language the course has not": _head().replace("zh-CN", "▸E229▸fr"),
    "rounds of nothing": lesson_of(
        "- id: g\n  type: link-game\n  title: 字\n  ▸E231▸rounds: 5\n"
        "  links: [{id: a, url: 'http://a.example', verdict: fake, why: 因}]"
    ),
    "nothing to play": lesson_of("- ▸E232▸id: g\n  type: link-game\n  title: 字"),
    "verdict of the other game": lesson_of(
        "- id: g\n  type: link-game\n  title: 字\n  judge: demand\n"
        "  links: [{id: a, message: 来, verdict: ▸E233▸fake, why: 因}]"
    ),
    "demand without a message": lesson_of(
        "- id: g\n  type: link-game\n  title: 字\n  judge: demand\n"
        "  links:\n    - ▸E158▸id: a\n      url: http://a.example\n"
        "      verdict: harmful\n      why: 因"
    ),
    "picture outside": _question("  image: ▸E250▸../a.png\n  alt: 图\n" + _OPTIONS),
    "picture with a backslash": _question("  image: ▸E251▸images\\a.png\n  alt: 图\n" + _OPTIONS),
    "picture from the net": lesson_of(
        "- {id: t, type: text, title: 字, body: '看▸E252▸![图](http://a.example/b.png)'}"
    ),
    "picture by reference": lesson_of(
        "- id: t\n  type: text\n  title: 字\n  body: |\n    看\n\n    ▸E252▸![图][p]\n\n"
        "    [p]: file:///etc/passwd"
    ),
    "picture of another kind": _question("  image: ▸E254▸a.bmp\n  alt: 图\n" + _OPTIONS),
    "picture with an odd name": _question("  image: ▸E259▸my pic.png\n  alt: 图\n" + _OPTIONS),
}


def _scenes(scenes: str, more: str = "") -> str:
    return lesson_of(f"- id: s\n  type: scenario\n  title: 字\n{more}  scenes:\n{scenes}")


def _scene(name: str, *goes: str, rest: str = "") -> str:
    choices = ", ".join(
        f"{{id: c{n}, text: 去, verdict: safe, why: 因, go: {go}}}" for n, go in enumerate(goes)
    )
    return (
        f"    - id: {name}\n      says: [{{id: m, who: 甲, text: 嗨{rest}}}]\n"
        f"      choices: [{choices}]\n"
    )


_END = "    - {id: good, end: safe, text: 完}\n"

SCENARIO = {
    "target missing": _scenes(_scene("a", "good", "▸E301▸godo") + _END),
    "unreachable": _scenes(_scene("a", "good") + _scene("▸E302▸b", "good") + _END),
    "no way out": _scenes(
        _scene("a", "good", "▸b".replace("▸", ""))
        + _scene("▸E303▸b", "c")
        + _scene("▸E303▸c", "b")
        + _END
    ),
    "ending with choices": _scenes(
        _scene("a", "good")
        + "    - id: good\n      end: safe\n      text: 完\n"
        + "      ▸E304▸choices: [{id: c, text: 去, verdict: safe, why: 因, go: a}]\n"
    ),
    "dead end": _scenes(
        _scene("a", "good", "b")
        + "    - id: ▸E305▸b\n      says: [{id: m, who: 甲, text: 嗨}]\n"
        + _END
    ),
    "start missing": _scenes(_scene("a", "good") + _END, "  start: ▸E306▸begin\n"),
    "silent ending": _scenes(_scene("a", "good") + "    - {id: ▸E307▸good, end: safe}\n"),
    "nobody speaks": _scenes(
        "    - id: ▸E308▸a\n      choices: [{id: c, text: 去, verdict: safe, why: 因, go: good}]\n"
        + _END
    ),
    "no ending": _scenes(_scene("a", "b") + _scene("b", "a")).replace("scenes:", "▸E309▸scenes:"),
    "text in the middle": _scenes(_scene("a", "good") + "      ▸E310▸text: 旁白\n" + _END),
    "signal mistyped": _scenes(_scene("a", "good", rest=", signal: ▸E311▸rsuh") + _END)
    + "    signals: [{id: rush, text: 催}]\n",
    "signal without a list": _scenes(_scene("a", "good", rest=", signal: ▸E312▸rush") + _END),
    "effects out of range": _scenes(_scene("a", "good") + _END).replace(
        "go: good", "go: good, effects: {wallet: ▸E156▸-101}"
    ),
}
