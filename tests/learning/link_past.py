"""Somebody who has played link rounds: any number of them, and the events they are stored as."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from app.learning.forms import EACH, Form
from app.learning.game_plan import GamePlan, Mode, Slot
from app.learning.rounds import PlayedRound
from app.links.score import Judge, Truth
from app.progress.events import Event
from app.progress.scribe import Scribe
from tests.links.bots import observer

TRICKS = (
    "brand-subdomain",
    "ascii-lookalike",
    "pinyin",
    "combo",
    "user-info",
    "long-subdomain",
    "script-lookalike",
    "brand-path",
    "omission",
    "other-suffix",
    "hyphen-dots",
    "unrelated",
)
KINDS = ("plain", "odd-name", "short", "long-tail", "http", "other-letters")
_HIDDEN = ("short-link", "redirector", "hosted-form")
# Of twenty rounds, as in free play: 9 genuine, 9 fake, 2 that nobody can tell.
_TWENTY: tuple[Truth, ...] = ("fake", "genuine") * 9 + ("cannot_tell",) * 2
_PER_SITTING = 20


def played(
    count: int,
    *,
    seed: int = 1,
    d_prime: float = 1.8,
    criterion: float = -0.2,
    judge: Judge = "owner",
    truths: Sequence[Truth] = _TWENTY,
) -> list[PlayedRound]:
    """So many rounds of somebody with this d′ and criterion, who says how sure they are."""
    luck = random.Random(seed)
    says = observer(d_prime, criterion, seed)
    rounds: list[PlayedRound] = []
    while len(rounds) < count:
        for truth in luck.sample(truths, len(truths)):
            said, confidence = says(truth)
            if truth == "cannot_tell" and luck.random() < 0.6:
                said = "cannot_tell"
            is_fake, number = truth == "fake", len(rounds)
            trick = luck.choice(TRICKS if is_fake else _HIDDEN) if truth != "genuine" else ""
            host = f"pindouduo{number}.example" if is_fake else "mobile.yangkeduo.com"
            rounds.append(
                PlayedRound(
                    truth=truth,
                    said=said,
                    confidence=0.5 if said == "cannot_tell" else round(confidence, 2),
                    judge=judge,
                    trick="no-link-bait" if is_fake and judge == "demand" else trick,
                    kind=luck.choice(KINDS) if truth == "genuine" and judge == "owner" else "",
                    brand="pinduoduo",
                    owner=host.removeprefix("mobile.") if judge == "owner" else "",
                    link=f"https://{host}/goods.html?u={number}" if judge == "owner" else "",
                    pointed=said == truth if judge == "owner" else None,
                )
            )
    return rounds[:count]


def stored(
    scribe: Scribe, learner: str, rounds: Sequence[PlayedRound], *, form: Form | None = None
) -> Iterator[Event]:
    """The events of these rounds, in sittings of twenty; with `form`, in one sitting of it."""
    size = len(rounds) if form else _PER_SITTING
    for first in range(0, len(rounds), max(size, 1)):
        of_sitting = rounds[first : first + size]
        session = scribe.new_id()
        mode: Mode = "form" if form else "free"
        plan = GamePlan(
            mode=mode,
            seed=1,
            begun_ms=1,
            slots=tuple(Slot(one.truth, one.trick) for one in of_sitting),
            judge=of_sitting[0].judge,
            level=form or "",
        )
        path = f"links/{mode}"
        yield scribe.event(learner, session, "started", path, response=plan.to_json())
        for number, one in enumerate(of_sitting, start=1):
            yield scribe.event(
                learner,
                session,
                "answered",
                f"{path}/r{number}",
                response=one.response_json(),
                result=one.result_json(),
                confidence=one.stated_confidence,
                duration_ms=9_000,
            )
        result = {"score": 1.0, "passed": False, "points": 4.0, "rounds": len(of_sitting)}
        yield scribe.event(learner, session, "finished", path, result={**result, "level": ""})


def taken_form(scribe: Scribe, learner: str, form: Form, *, right: int) -> Iterator[Event]:
    """A whole form, of which so many fakes and as many genuine links were judged rightly."""
    rounds: list[PlayedRound] = []
    for number in range(EACH):
        for truth, other in (("fake", "genuine"), ("genuine", "fake")):
            said = truth if number < right else other
            trick = TRICKS[number % len(TRICKS)] if truth == "fake" else ""
            rounds.append(PlayedRound(truth, said, 0.8, trick=trick))  # type: ignore[arg-type]
    return stored(scribe, learner, rounds, form=form)
