"""Short ways to say a question, a step, an event."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from app.content.models import (
    Advice,
    Blank,
    Catch,
    CategoriseQuestion,
    ChecklistItem,
    ChecklistStep,
    Choice,
    Effects,
    FillInQuestion,
    Group,
    Level,
    MatchQuestion,
    MultiQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    Pair,
    Question,
    QuizStep,
    Saying,
    ScenarioStep,
    Scene,
    Scoring,
    Signal,
    SingleQuestion,
    SortCard,
    TrueFalseQuestion,
    Verdict,
)
from app.progress.events import Event, Json, Verb

_options = (
    Option(id="a", text="Leave and report", is_right=True, why="Fees are the sign."),
    Option(id="b", text="Pay half", is_right=False, why="Half is paying too."),
    Option(id="c", text="Pay together", is_right=False, why="Your friend loses too."),
)


def single(question_id: str = "q", **more: object) -> SingleQuestion:
    return SingleQuestion(
        id=question_id,
        type="single",
        text="Pay 99 yuan first?",
        why="Fee and guarantee together.",
        options=_options,
        **more,  # type: ignore[arg-type]
    )


def multi(
    question_id: str = "q", right: str = "abd", wrong: str = "c", scoring: Scoring = "all"
) -> MultiQuestion:
    return MultiQuestion(
        id=question_id,
        type="multi",
        text="Which ones help?",
        why="All of this lesson.",
        scoring=scoring,
        options=tuple(
            Option(id=each, text=f"text {each}", is_right=each in right, why=f"why {each}")
            for each in sorted(right + wrong)
        ),
    )


def true_false(question_id: str = "q", *, answer: bool = False) -> TrueFalseQuestion:
    return TrueFalseQuestion(
        id=question_id, type="true-false", text="A code may be told.", answer=answer, why="A key."
    )


def fill_in(question_id: str = "q", scoring: Scoring = "all") -> FillInQuestion:
    return FillInQuestion(
        id=question_id,
        type="fill-in",
        text="对“【promise】”要警惕；不点【what】。",
        why="Both are in this lesson.",
        scoring=scoring,
        blanks=(
            Blank(id="promise", accept=("百分百成功", "100%成功")),
            Blank(
                id="what",
                accept=("链接", "网址", "Link"),
                catch=(Catch(when="图片", why="Pictures too, but here it is what one taps."),),
            ),
        ),
    )


def order(question_id: str = "q", ids: str = "abcd", scoring: Scoring = "partial") -> OrderQuestion:
    return OrderQuestion(
        id=question_id,
        type="order",
        text="What comes first?",
        why="Stop, then lock.",
        scoring=scoring,
        items=tuple(OrderItem(id=each, text=f"text {each}", why=f"why {each}") for each in ids),
    )


def match(question_id: str = "q", scoring: Scoring = "partial") -> MatchQuestion:
    return MatchQuestion(
        id=question_id,
        type="match",
        text="What goes with what?",
        scoring=scoring,
        pairs=(
            Pair(id="fee", left="A high fee", goes_with="Theft", why="Paid is gone."),
            Pair(id="page", left="A second login", goes_with="Phishing", why="Forged pages."),
            Pair(id="bot", left="A rented account", goes_with="Breach of terms"),
        ),
        extra=("Leak",),
    )


def categorise(question_id: str = "q", scoring: Scoring = "partial") -> CategoriseQuestion:
    return CategoriseQuestion(
        id=question_id,
        type="categorise",
        text="Fine to send, or not?",
        scoring=scoring,
        groups=(Group(id="ok", text="Fine"), Group(id="no", text="Never")),
        cards=(
            SortCard(id="card", text="Bargain card", group="ok", why="From the app."),
            SortCard(id="phone", text="Phone number", group="no", why="It leads to you."),
            SortCard(id="code", text="Code", group="no", why="A key."),
        ),
    )


one_of_each: tuple[Callable[[str], Question], ...] = (
    single,
    multi,
    true_false,
    fill_in,
    order,
    match,
    categorise,
)


def quiz(*questions: Question, **more: object) -> QuizStep:
    """A quiz step; without questions, one of each type called `q1` … `q7`."""
    asked = questions or tuple(
        make(f"q{number}") for number, make in enumerate(one_of_each, start=1)
    )
    return QuizStep(id="quiz", type="quiz", title="Quiz", questions=asked, **more)  # type: ignore[arg-type]


def checklist(
    *levels: Level, safe: str = "", advice: tuple[tuple[int, str], ...] = ()
) -> ChecklistStep:
    """Items `i1`, `i2`, … of these levels; those named in `safe` are safe when answered no."""
    return ChecklistStep(
        id="check",
        type="checklist",
        title="Check",
        items=tuple(
            ChecklistItem(
                id=f"i{number}",
                text=f"text {number}",
                level=level,
                why=f"why {number}",
                safe_answer="no" if f"i{number}" in safe else "yes",
            )
            for number, level in enumerate(levels, start=1)
        ),
        advice=tuple(Advice(at_least=at_least, text=text) for at_least, text in advice),
    )


def choice(choice_id: str, verdict: Verdict, go: str, **effects: int) -> Choice:
    return Choice(
        id=choice_id,
        text=f"text {choice_id}",
        verdict=verdict,
        why=f"why {choice_id}",
        go=go,
        effects=Effects(**effects),
    )


def chat(**scenes: tuple[Choice, ...] | str) -> ScenarioStep:
    """A scenario: scene name → its choices, or its ending. Starts at the first."""
    return ScenarioStep(
        id="chat",
        type="scenario",
        title="Chat",
        start=next(iter(scenes)),
        scenes=tuple(
            Scene(id=name, end=held, text=f"end {name}")  # type: ignore[arg-type]
            if isinstance(held, str)
            else Scene(id=name, choices=held)
            for name, held in scenes.items()
        ),
    )


def group_chat() -> ScenarioStep:
    """The worked scenario of these tests, with signals, a ring and both kinds of ending."""
    return ScenarioStep(
        id="chat",
        type="scenario",
        title="A gift link",
        start="hello",
        signals=(
            Signal(id="gift", text="Money for nothing"),
            Signal(id="fee", text="A fee first"),
            Signal(id="code", text="Asks for a code"),
        ),
        scenes=(
            Scene(
                id="hello",
                says=(
                    Saying(id="s1", who="Owner", text="Tap for 50 yuan", signal="gift"),
                    Saying(id="s2", who="Lin", text="Got mine!"),
                ),
                choices=(
                    choice("open", "unsafe", "phish", account=-70, wallet=-60),
                    choice("ask", "safe", "dodge", trust=15),
                    choice("alt", "risky", "alt-open", account=-10),
                ),
            ),
            Scene(
                id="dodge",
                says=(Saying(id="s1", who="Owner", text="30 yuan for VIP", signal="fee"),),
                choices=(
                    choice("pay", "unsafe", "paid", wallet=-50),
                    choice("leave", "safe", "good"),
                    choice("wait", "risky", "hello", trust=-80),
                ),
            ),
            Scene(
                id="alt-open",
                says=(Saying(id="s1", who="Page", text="Type your code", signal="code"),),
                choices=(choice("give", "unsafe", "phish"), choice("close", "safe", "good")),
            ),
            Scene(id="phish", end="harmed", text="It was forged."),
            Scene(id="paid", end="harmed", text="The money is gone."),
            Scene(id="good", end="safe", text="You kept your account."),
        ),
    )


_ids = itertools.count(1)


def event(verb: Verb, path: str, response: Json = None, **more: object) -> Event:
    """An event later than every event made before it."""
    number = next(_ids)
    held: dict[str, object] = {
        "id": f"{number:08}",
        "time_ms": number,
        "learner": "lin",
        "session": "one",
        **more,
    }
    return Event(verb=verb, object=path, response=response, **held)  # type: ignore[arg-type]
