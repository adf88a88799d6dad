"""One round of the game as a value, and what was dealt before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from app.links.messages import Kind, Message
from app.links.tricks.parts import Truth
from app.links.values import SpanOf
from app.links.wordings import Pressure, Said

REST_ROUNDS = 200  # so long no fake owner comes back


class Round(NamedTuple):
    """One round: what is shown, and what is true of it.

    `url` is the link's text ("" where there is none), `owner_span` the owner's place in it,
    `shown` what stands in the link's place in the message. In rounds that ask for the demand
    `truth` reads: genuine = fine, fake = harmful, cannot_tell = check first.
    """

    id: str
    url: str
    shown: Said
    message: Message
    text: Said  # the whole message as a line of chat, the link in it where it is a bare one
    kind: Kind
    truth: Truth
    brand: str | None
    trick: str | None
    owner: str | None
    owner_span: SpanOf | None
    sort: str = ""  # of a genuine link: what makes it hard
    asks: Literal["owner", "demand"] = "owner"
    wants: str = ""  # of a demand: money, code, …

    @property
    def pressure(self) -> Pressure | None:
        return self.message.pressure


class Past(NamedTuple):
    """What was dealt to a learner before. `owners` are those of the last 200 rounds' fakes."""

    links: frozenset[str] = frozenset()
    fakes: frozenset[str] = frozenset()  # fakes without path and particulars
    owners: tuple[str, ...] = ()

    def after(self, rounds: Iterable[Round]) -> Past:
        """The past once these rounds have been dealt too."""
        dealt = tuple(rounds)
        owners = tuple(fake_owner(each) for each in dealt)
        return Past(
            self.links | {each.url for each in dealt if each.url},
            self.fakes | {bare(each.url) for each in dealt if each.truth == "fake" and each.url},
            (*self.owners, *owners)[-REST_ROUNDS:],
        )


class Wish(NamedTuple):
    """What is wanted: only these tricks, only this truth, only this brand; empty for any."""

    tricks: tuple[str, ...] = ()
    truth: Truth | None = None
    brand: str | None = None


def bare(url: str) -> str:
    """A link without path, particulars and fragment."""
    start = url.find("://") + 3
    for at in range(start, len(url)):
        if url[at] in "/\\?#":
            return url[:at]
    return url


def fake_owner(dealt: Round) -> str:
    """The owner of a fake link; "" for any other round."""
    return dealt.owner or "" if dealt.truth == "fake" else ""
