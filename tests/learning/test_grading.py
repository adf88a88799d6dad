"""Scores, marks and reasons, example by example. The numbers are those of design/learning.md."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.content.models import Option, OrderItem, Question, SingleQuestion
from app.i18n import use
from app.learning.grading import (
    grade,
    is_complete,
    recorded,
    right_response,
    snapshot,
    trouble_words,
)
from app.learning.questions.order import longest_run
from app.progress.events import Json
from tests.learning import builders as b

all_right = {"promise": "百分百成功", "what": "链接"}


@pytest.mark.parametrize(
    ("question", "response", "score"),
    [
        (b.single(), "a", 1),
        (b.single(), "b", 0),
        (b.true_false(answer=False), False, 1),
        (b.true_false(answer=False), True, 0),
        # multi, three right: two right and one wrong chosen → (2 − 1)/3
        (b.multi(scoring="partial"), ["a", "b", "c"], 1 / 3),
        (b.multi(scoring="all"), ["a", "b", "c"], 0),
        (b.multi(scoring="partial"), ["a", "b"], 2 / 3),
        (b.multi(scoring="all"), ["a", "b"], 0),
        (b.multi(scoring="all"), ["d", "b", "a"], 1),
        (b.multi(scoring="partial"), ["a", "b", "c", "d"], 2 / 3),
        (b.multi(scoring="partial"), ["c"], 0),
        (b.fill_in(), all_right, 1),
        (b.fill_in(), {"promise": " １００％成功。", "what": "LINK"}, 1),
        (b.fill_in(), {"promise": "百分百成功", "what": "图片"}, 0),
        (b.fill_in(scoring="partial"), {"promise": "百分百成功", "what": "图片"}, 1 / 2),
        (b.order(scoring="all"), list("abcd"), 1),
        (b.order(scoring="all"), list("abdc"), 0),
        (b.order(), list("abdc"), 2 / 3),
        (b.order(), list("bcda"), 2 / 3),
        (b.order(), list("cdab"), 1 / 3),
        (b.order(), list("dcba"), 0),
        (b.match(), {"fee": "fee", "page": "page", "bot": "extra-1"}, 2 / 3),
        (b.match(scoring="all"), {"fee": "fee", "page": "page", "bot": "extra-1"}, 0),
        (b.match(scoring="all"), {"fee": "fee", "page": "page", "bot": "bot"}, 1),
        (b.categorise(), {"card": "ok", "phone": "no", "code": "ok"}, 2 / 3),
        (b.categorise(scoring="all"), {"card": "ok", "phone": "no", "code": "ok"}, 0),
    ],
)
def test_score(question: Question, response: Json, score: float) -> None:
    given = grade(question, response)
    assert given.score == pytest.approx(score)
    assert given.is_right == (score == 1)
    assert given.response_trouble is None


@pytest.mark.parametrize(
    ("question", "response", "trouble"),
    [
        (b.single(), None, "not-answered"),
        (b.single(), "", "not-answered"),
        (b.single(), ["a"], "wrong-shape"),
        (b.single(), "z", "unknown-part"),
        (b.multi(), [], "not-answered"),
        (b.multi(), "abd", "wrong-shape"),
        (b.multi(), ["a", "a", "b", "d"], "wrong-shape"),
        (b.multi(), ["a", 1], "wrong-shape"),
        (b.multi(), ["a", "b", "d", "z"], "unknown-part"),
        (b.true_false(), None, "not-answered"),
        (b.true_false(), 0, "wrong-shape"),
        (b.true_false(), "false", "wrong-shape"),
        (b.fill_in(), None, "not-answered"),
        (b.fill_in(), {"promise": " ", "what": None}, "not-answered"),
        (b.fill_in(), {"promise": "百分百成功"}, "incomplete"),
        (b.fill_in(), {"promise": "百分百成功", "what": " "}, "incomplete"),
        (b.fill_in(), {**all_right, "more": "x"}, "unknown-part"),
        (b.fill_in(), {"promise": 100, "what": "链接"}, "wrong-shape"),
        (b.fill_in(), ["百分百成功", "链接"], "wrong-shape"),
        (b.order(), [], "not-answered"),
        (b.order(), list("abc"), "incomplete"),
        (b.order(), list("abcc"), "wrong-shape"),
        (b.order(), list("abcz"), "unknown-part"),
        (b.order(), "abcd", "wrong-shape"),
        (b.match(), {"fee": "fee"}, "incomplete"),
        (b.match(), {"fee": "extra-2"}, "unknown-part"),
        (b.categorise(), {"card": "maybe"}, "unknown-part"),
        (b.categorise(), True, "wrong-shape"),
    ],
)
def test_what_is_no_whole_answer_is_said_and_never_raises(
    question: Question, response: Json, trouble: str
) -> None:
    given = grade(question, response)
    assert given.response_trouble == trouble
    assert given.is_answered == (trouble == "incomplete")
    assert not given.is_right
    assert not is_complete(question, response)
    if trouble != "incomplete":
        assert given.score == 0
        assert given.parts == grade(question, None).parts


def test_parts_left_empty_do_not_cost_the_others() -> None:
    given = grade(b.match(), {"fee": "fee", "page": ""})
    assert given.score == pytest.approx(1 / 3)
    assert given.parts == {"fee": True, "page": False, "bot": False}
    assert given.missed == ("page", "bot")


def test_single_marks_the_chosen_and_the_right_option() -> None:
    given = grade(b.single(), "b")
    assert given.parts == {"a": True, "b": False}
    assert given.missed == ("a",)
    assert [(r.part, r.kind, r.text) for r in given.reasons] == [
        ("b", "wrong", "Half is paying too."),
        ("a", "right", "Fees are the sign."),
        ("", "general", "Fee and guarantee together."),
    ]


def test_single_right_says_why_it_is_right() -> None:
    given = grade(b.single(), "a")
    assert given.parts == {"a": True}
    assert [r.kind for r in given.reasons] == ["right", "general"]


def test_either_of_two_right_options_is_enough() -> None:
    options = (
        Option(id="a", text="", is_right=True),
        Option(id="b", text="", is_right=True),
        Option(id="c", text="", is_right=False),
    )
    question = SingleQuestion(id="q", type="single", text="", options=options)
    assert grade(question, "b").is_right
    assert grade(question, "b").missed == ()
    assert grade(question, "c").missed == ("a", "b")


def test_multi_reasons_chosen_first_then_missed() -> None:
    given = grade(b.multi(), ["c", "a"])
    assert [(r.part, r.kind) for r in given.reasons] == [
        ("a", "right"),
        ("c", "wrong"),
        ("b", "right"),
        ("d", "right"),
        ("", "general"),
    ]
    assert given.parts == {"a": True, "b": True, "c": False, "d": True}
    assert given.missed == ("b", "d")


def test_true_false_marks_what_was_said_and_what_is_so() -> None:
    assert grade(b.true_false(answer=False), True).parts == {"false": True, "true": False}
    assert grade(b.true_false(answer=False), False).parts == {"false": True}
    assert grade(b.true_false(), True).reasons[-1].text == "A key."


def test_a_foreseen_mistake_gets_its_own_explanation() -> None:
    given = grade(b.fill_in(), {"promise": "百分百成功", "what": "图片！"})
    assert given.parts == {"promise": True, "what": False}
    assert [(r.part, r.kind) for r in given.reasons] == [("what", "caught"), ("", "general")]


def test_an_unforeseen_mistake_gets_the_general_one() -> None:
    given = grade(b.fill_in(), {"promise": "百分百成功", "what": "水"})
    assert [r.kind for r in given.reasons] == ["general"]


def test_a_catch_never_overrules_an_accepted_answer() -> None:
    question = b.fill_in()
    twice = replace(question.blanks[1], accept=("图片",))
    question = replace(question, blanks=(question.blanks[0], twice))
    given = grade(question, {"promise": "100%成功", "what": "图片"})
    assert given.is_right
    assert [r.kind for r in given.reasons] == ["general"]


def test_order_marks_the_items_out_of_line() -> None:
    given = grade(b.order(scoring="all"), list("bcda"))
    assert given.parts == {"a": False, "b": True, "c": True, "d": True}
    assert [(r.part, r.kind) for r in given.reasons] == [
        ("a", "wrong"),
        ("b", "right"),
        ("c", "right"),
        ("d", "right"),
        ("", "general"),
    ]


def test_reversed_order_has_nothing_in_place() -> None:
    assert not any(grade(b.order(), list("dcba")).parts.values())


def test_an_order_of_one_item_is_right() -> None:
    question = replace(b.order(), items=(OrderItem(id="a", text=""),))
    assert grade(question, ["a"]).is_right


@pytest.mark.parametrize(
    ("places", "run"),
    [([], []), ([3], [3]), ([2, 1], [1]), ([1, 2, 0, 3], [1, 2, 3]), ([2, 3, 0, 1], [0, 1])],
)
def test_longest_run(places: list[int], run: list[int]) -> None:
    assert longest_run(places) == run


def test_placed_reasons_say_what_stands_wrong_and_what_is_missing() -> None:
    given = grade(b.categorise(), {"card": "no", "phone": "no"})
    assert [(r.part, r.kind) for r in given.reasons] == [
        ("card", "wrong"),
        ("phone", "right"),
        ("code", "right"),
    ]


def test_parts_without_a_why_say_nothing() -> None:
    assert all(r.part != "bot" for r in grade(b.match(), {"bot": "fee"}).reasons)


def test_a_question_without_options_or_parts_does_not_break() -> None:
    empty: list[Question] = [
        replace(b.single(), options=()),
        replace(b.multi(), options=()),
        replace(b.fill_in(), blanks=()),
        replace(b.order(), items=()),
        replace(b.match(), pairs=(), extra=()),
        replace(b.categorise(), cards=()),
    ]
    for question in empty:
        assert 0 <= grade(question, right_response(question)).score <= 1
        json.dumps(snapshot(question, None))


# ── what the history keeps ───────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("question", "response", "chosen", "right"),
    [
        (b.single(), "b", ["Pay half"], ["Leave and report"]),
        (b.multi(), ["c", "a"], ["text a", "text c"], ["text a", "text b", "text d"]),
        (b.true_false(), True, [True], [False]),
        (b.fill_in(), {"what": "图片"}, ["", "图片"], ["百分百成功", "链接"]),
        (b.order(ids="ab"), ["b", "a"], ["text b", "text a"], ["text a", "text b"]),
        (
            b.match(),
            {"fee": "extra-1"},
            ["A high fee → Leak"],
            [
                "A high fee → Theft",
                "A second login → Phishing",
                "A rented account → Breach of terms",
            ],
        ),
        (
            b.categorise(),
            {"code": "ok"},
            ["Code → Fine"],
            ["Bargain card → Fine", "Phone number → Never", "Code → Never"],
        ),
        (b.single(), {"no": "sense"}, [], ["Leave and report"]),
    ],
)
def test_snapshot_is_readable(
    question: Question, response: Json, chosen: list[Json], right: list[Json]
) -> None:
    assert snapshot(question, response) == {
        "text": question.text,
        "chosen": chosen,
        "right": right,
    }


def test_snapshot_is_bounded_however_long_the_question() -> None:
    options = tuple(
        Option(id=f"o{number}", text="长" * 5000, is_right=True) for number in range(500)
    )
    question = replace(b.multi(), text="问" * 100_000, options=options)
    kept = snapshot(question, [option.id for option in options])
    assert isinstance(kept, dict)
    assert len(json.dumps(kept, ensure_ascii=False)) < 15_000
    assert isinstance(kept["chosen"], list)
    assert kept["chosen"][-1] == "…"
    assert isinstance(kept["text"], str)
    assert kept["text"].endswith("问…")


def test_recorded_holds_score_and_snapshot() -> None:
    assert recorded(b.single(), "a") == {
        "score": 1.0,
        "is_right": True,
        "snapshot": snapshot(b.single(), "a"),
    }


def test_troubles_have_words() -> None:
    use("en")
    told = {
        trouble_words(each)
        for each in ("not-answered", "incomplete", "wrong-shape", "unknown-part")
    }
    assert len(told) == 4
    assert trouble_words("not-answered") == "Give an answer first."
