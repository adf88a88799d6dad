"""Playing a scenario: ways, gauges, score, marks, looking back, another way."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.learning.debrief import debrief
from app.learning.scenario import Gauges, Message, Play
from app.progress.events import Event, Json
from tests.learning import builders as b

PATH = "lesson/chat"
chat = b.group_chat()
gift = Message("hello", "s1")
harmless = Message("hello", "s2")


def played(*choices: str) -> Play:
    play = Play.begin(chat)
    for choice in choices:
        play = play.choose(choice)
    return play


@pytest.mark.parametrize(
    ("choices", "score", "ending"),
    [
        ((), 1, None),
        (("ask", "leave"), 1, "safe"),
        (("open",), 0, "harmed"),
        (("alt", "close"), 0.75, "safe"),
        (("alt", "give"), 0.25, "harmed"),
        (("ask", "wait", "ask", "leave"), 3.5 / 4, "safe"),
    ],
)
def test_score_is_the_mean_over_the_decisions(
    choices: tuple[str, ...], score: float, ending: str | None
) -> None:
    play = played(*choices)
    assert play.score == pytest.approx(score)
    assert play.ending == ending
    assert play.is_ended == (ending is not None)
    assert play.result_json() == {"score": pytest.approx(score), "ending": ending}


def test_gauges_start_and_move_with_each_choice() -> None:
    assert played().gauges == Gauges(account=100, wallet=100, trust=50)
    assert played("open").gauges == Gauges(account=30, wallet=40, trust=50)
    assert played("ask").gauges.trust == 65


def test_gauges_never_leave_their_range() -> None:
    # 50 + 15 − 80 stops at 0, and the next + 15 counts from there.
    assert played("ask", "wait").gauges.trust == 0
    assert played("ask", "wait", "ask").gauges.trust == 15
    step = b.chat(a=(b.choice("x", "safe", "e", account=100, wallet=-100),), e="mixed")
    gauges = Play.begin(step).choose("x").gauges
    assert (gauges.account, gauges.wallet) == (100, 0)


def test_a_choice_the_scene_does_not_offer_changes_nothing() -> None:
    assert played().choose("leave") == played()
    assert played("open").choose("ask") == played("open")


def test_the_chat_so_far() -> None:
    play = played("ask", "wait")
    assert [scene.id for scene in play.path] == ["hello", "dodge", "hello"]
    assert list(play.messages) == [gift, harmless, Message("dodge", "s1")]
    assert play.scene.id == "hello"


def test_only_messages_already_seen_can_be_marked() -> None:
    assert played().flag(Message("dodge", "s1")) == played()
    assert played().flag(Message("hello", "s9")) == played()
    assert played().flag(gift).flagged == {gift}
    assert played().flag(gift).flag(gift, is_suspicious=False) == played()


def test_how_many_decisions_are_left() -> None:
    assert played().ways_on == (1, 2)
    assert played("alt").ways_on == (1, 1)
    assert played("open").ways_on == (0, 0)


# ── looking back ─────────────────────────────────────────────────────────────


def test_debrief_signals() -> None:
    told = debrief(played("ask", "leave").flag(gift).flag(harmless))
    assert [signal.id for signal in told.found] == ["gift"]
    assert [signal.id for signal in told.missed] == ["fee"]
    assert [signal.id for signal in told.not_met] == ["code"]
    assert [saying.text for _message, saying in told.marked_without_signal] == ["Got mine!"]


def test_debrief_decisions_with_the_safer_way() -> None:
    told = debrief(played("alt", "close"))
    assert [(each.choice.id, each.verdict, each.choice.why) for each in told.decisions] == [
        ("alt", "risky", "why alt"),
        ("close", "safe", "why close"),
    ]
    assert told.decisions[0].safer is not None
    assert told.decisions[0].safer.id == "ask"
    assert told.decisions[1].safer is None


def test_the_less_bad_way_is_named_where_none_is_safe() -> None:
    step = b.chat(
        a=(b.choice("x", "unsafe", "e"), b.choice("y", "risky", "e")),
        e="harmed",
    )
    (review,) = debrief(Play.begin(step).choose("x")).decisions
    assert review.safer is not None
    assert review.safer.id == "y"
    assert debrief(Play.begin(step).choose("y")).decisions[0].safer is None


def test_one_marked_message_is_enough_for_its_signal() -> None:
    hello = chat.scenes[0]
    twice = replace(hello, says=(hello.says[0], replace(hello.says[1], signal="gift")))
    play = Play.begin(replace(chat, scenes=(twice, *chat.scenes[1:]))).flag(harmless)
    assert [signal.id for signal in debrief(play).found] == ["gift"]
    assert debrief(play).missed == ()


# ── another way ──────────────────────────────────────────────────────────────


def test_another_way_after_the_ending() -> None:
    ended = played("ask", "pay").flag(gift).flag(Message("dodge", "s1"))
    assert ended.step_back(1).decisions == played("ask").decisions
    assert ended.step_back(1).flagged == ended.flagged
    assert ended.step_back(0) == played().flag(gift)
    assert ended.step_back(1).choose("leave").score == 1


def test_a_choice_is_lived_through_before_it_is_tried_anew() -> None:
    assert played("ask").step_back(0) == played("ask")
    assert played("open").step_back(5) == played("open")
    assert played("open").step_back(-1) == played("open")


# ── going on after a break ───────────────────────────────────────────────────


class Playing:
    """A learner in a scenario: the live play beside the events it leaves."""

    def __init__(self) -> None:
        self.play = Play.begin(chat)
        self.session = 1
        self.events: list[Event] = []
        self._leave("started", PATH, self.play.to_json())

    def choose(self, number: int) -> None:
        scene = self.play.scene
        if scene.choices:
            choice = scene.choices[number % len(scene.choices)]
            self.play = self.play.choose(choice.id)
            self._leave("chose", f"{PATH}/{scene.id}", choice.id)
            if self.play.is_ended:
                self._leave("finished", PATH)

    def flag(self, number: int, is_suspicious: bool) -> None:
        messages = list(self.play.messages)
        message = messages[number % len(messages)]
        self.play = self.play.flag(message, is_suspicious=is_suspicious)
        self._leave("flagged", f"{PATH}/{message.scene}/{message.saying}", is_suspicious)

    def step_back(self, number: int) -> None:
        if self.play.is_ended:
            self.play = self.play.step_back(number % len(self.play.decisions))
            self.session += 1
            self._leave("started", PATH, self.play.to_json())

    def _leave(self, verb: str, path: str, response: Json = None) -> None:
        held = json.loads(json.dumps(response))
        self.events.append(b.event(verb, path, held, session=str(self.session)))  # type: ignore[arg-type]


foreign = (
    b.event("chose", f"{PATH}/hello", "open", session="1", learner="wang"),
    b.event("chose", "lesson/other/hello", "open", session="1"),
    b.event("chose", "elsewhere/chat/hello", "open", session="1"),
    b.event("chose", f"{PATH}/hello", "open", session="0"),
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["choose", "choose", "flag", "unflag", "back"]), st.integers(0, 5)
        ),
        max_size=14,
    ),
    st.integers(0, 1000),
)
def test_resuming_at_any_moment_gives_the_live_play(deeds: list[tuple[str, int]], mix: int) -> None:
    playing = Playing()
    for deed, number in deeds:
        if deed == "choose":
            playing.choose(number)
        elif deed == "back":
            playing.step_back(number)
        else:
            playing.flag(number, deed == "flag")
        told = [*playing.events, *playing.events, *foreign]
        random.Random(mix).shuffle(told)
        assert Play.resume(chat, told) == playing.play
        assert 0 <= playing.play.score <= 1
        told_back = debrief(playing.play)
        every = [*told_back.found, *told_back.missed, *told_back.not_met]
        assert sorted(signal.id for signal in every) == ["code", "fee", "gift"]


def test_no_events_a_fresh_play() -> None:
    assert Play.resume(chat, []) == Play.begin(chat)


@pytest.mark.parametrize(
    "stored",
    [
        None,
        "x",
        {"decisions": "x", "flagged": 3},
        {"decisions": [["hello"], ["hello", 4], ["dodge", "pay"], ["hello", "zz"]]},
        {"decisions": [["dodge", "open"]]},
        {"flagged": [["hello", "zz"], [], None]},
    ],
)
def test_a_start_that_cannot_be_read_is_a_fresh_play(stored: Json) -> None:
    assert Play.resume(chat, [b.event("started", PATH, stored)]) == Play.begin(chat)


def test_unreadable_choices_and_marks_are_passed_over() -> None:
    events = [
        b.event("chose", f"{PATH}/hello", {"choice": "open"}),
        b.event("chose", f"{PATH}/gone", "open"),
        b.event("flagged", f"{PATH}/hello/s1", "yes"),
        b.event("flagged", f"{PATH}/hello", True),
        b.event("chose", f"{PATH}/hello", "ask"),
    ]
    assert Play.resume(chat, events) == played("ask")


def test_a_way_the_lesson_no_longer_has_ends_where_it_still_leads() -> None:
    hello = chat.scenes[0]
    edited = replace(chat, scenes=(replace(hello, choices=hello.choices[1:2]), *chat.scenes[1:]))
    events = [
        b.event("chose", f"{PATH}/hello", "alt"),
        b.event("chose", f"{PATH}/alt-open", "close"),
    ]
    assert Play.resume(edited, events) == Play.begin(edited)
