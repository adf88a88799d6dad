"""What holds for every question and every answer."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.content.models import (
    Blank,
    CategoriseQuestion,
    FillInQuestion,
    Group,
    MatchQuestion,
    MultiQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    Pair,
    Question,
    SingleQuestion,
    SortCard,
    TrueFalseQuestion,
)
from app.learning.grading import grade, is_complete, right_response, snapshot
from app.learning.questions.order import longest_run
from app.progress.events import Json

ids = st.lists(
    st.from_regex(r"[a-z][a-z0-9-]{0,3}", fullmatch=True), min_size=1, max_size=6, unique=True
)
words = st.text(min_size=1, max_size=6).filter(str.strip)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    names = draw(ids)
    held: dict[str, Any] = {"id": "q", "text": draw(st.text()), "why": draw(st.text(max_size=3))}
    scored = {**held, "scoring": draw(st.sampled_from(["all", "partial"]))}
    first, *others = names
    right = {first, *(each for each in others if draw(st.booleans()))}
    options = tuple(Option(id=each, text=each, is_right=each in right, why="w") for each in names)
    one = tuple(replace(option, is_right=option.id == first) for option in options)
    made: list[Question] = [
        SingleQuestion(type="single", options=one, **held),
        MultiQuestion(type="multi", options=options, **scored),
        TrueFalseQuestion(type="true-false", answer=draw(st.booleans()), **held),
        FillInQuestion(
            type="fill-in",
            blanks=tuple(
                Blank(id=each, accept=tuple(draw(st.lists(words, min_size=1, max_size=2))))
                for each in names
            ),
            **scored,
        ),
        OrderQuestion(
            type="order", items=tuple(OrderItem(id=each, text=each) for each in names), **scored
        ),
        MatchQuestion(
            type="match",
            pairs=tuple(Pair(id=each, left=each, goes_with=each) for each in names),
            extra=("more",),
            **scored,
        ),
        CategoriseQuestion(
            type="categorise",
            groups=(Group(id="g1", text="1"), Group(id="g2", text="2")),
            cards=tuple(
                SortCard(id=each, text=each, group=draw(st.sampled_from(["g1", "g2"])))
                for each in names
            ),
            **scored,
        ),
    ]
    return draw(st.sampled_from(made))


@st.composite
def answered(draw: st.DrawFn) -> tuple[Question, Json]:
    """A question and a response: well shaped, or anything at all."""
    question = draw(questions())
    right = right_response(question)
    likely: st.SearchStrategy[Any]
    if isinstance(question, SingleQuestion | MultiQuestion):
        names = [option.id for option in question.options]
        likely = (
            st.sampled_from(names)
            if isinstance(question, SingleQuestion)
            else st.lists(st.sampled_from(names), unique=True)
        )
    elif isinstance(right, list):
        likely = st.permutations(right)
    elif isinstance(right, dict):
        places = st.sampled_from([*right.values(), "extra-1", "g1", "", "水"])
        likely = st.dictionaries(st.sampled_from(list(right)), places)
    else:
        likely = st.booleans()
    leaf = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
    anything = st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=5,
    )
    return question, draw(st.one_of(likely, likely, likely, anything))


@given(answered())
def test_scores_stay_between_none_and_all(pair: tuple[Question, Json]) -> None:
    question, response = pair
    given_grade = grade(question, response)
    assert 0 <= given_grade.score <= 1
    if not given_grade.is_answered:
        assert given_grade.score == 0
    if given_grade.is_right:
        assert all(given_grade.parts.values())
        assert not given_grade.missed
        assert is_complete(question, response)


@given(answered())
def test_every_reason_belongs_to_a_marked_part(pair: tuple[Question, Json]) -> None:
    question, response = pair
    given_grade = grade(question, response)
    assert {r.part for r in given_grade.reasons if r.kind != "general"} <= set(given_grade.parts)
    assert set(given_grade.missed) <= set(given_grade.parts)
    snapshot(question, response)


@given(questions())
def test_the_right_response_scores_1(question: Question) -> None:
    given_grade = grade(question, right_response(question))
    assert given_grade.score == 1
    assert given_grade.response_trouble is None


@given(answered())
def test_partial_gives_at_least_what_all_gives(pair: tuple[Question, Json]) -> None:
    question, response = pair
    if not hasattr(question, "scoring"):
        return
    strict = grade(replace(question, scoring="all"), response)  # type: ignore[call-arg]
    lenient = grade(replace(question, scoring="partial"), response)  # type: ignore[call-arg]
    assert strict.score <= lenient.score <= 1
    assert strict.is_right == lenient.is_right
    assert strict.parts == lenient.parts


@given(answered(), st.randoms(use_true_random=False))
def test_the_order_of_choices_does_not_matter(pair: tuple[Question, Json], random: Any) -> None:
    question, response = pair
    mixed: Json = response
    if isinstance(response, list) and not isinstance(question, OrderQuestion):
        mixed = random.sample(response, len(response))
    if isinstance(response, dict):
        mixed = dict(random.sample(list(response.items()), len(response)))
    assert grade(question, mixed) == grade(question, response)
    if isinstance(question, SingleQuestion | MultiQuestion):
        turned = replace(question, options=question.options[::-1])
        assert grade(turned, response).score == grade(question, response).score


@given(st.permutations(range(6)), st.integers(0, 6))
def test_longest_run_is_the_longest(order: list[int], length: int) -> None:
    places = order[:length]
    run = longest_run(places)
    rising = [
        subset
        for size in range(len(places) + 1)
        for subset in combinations(places, size)
        if list(subset) == sorted(subset)
    ]
    assert len(run) == max(len(subset) for subset in rising)
    assert tuple(run) in rising
