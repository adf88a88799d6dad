"""One round once it is judged: what is true, shown on the link itself, and why."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.i18n import _, sentences
from app.learning.rounds import PlayedRound
from app.links.anatomy import dissect
from app.links.explanation import Explanation
from app.links.presenting import Presented
from app.links.score import points
from app.links.values import SpanOf
from app.ui.game.glass import Glass
from app.ui.game.phone import Phone
from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder, row
from app.ui.widgets.point_line import PointLine, in_one
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.surfaces import Surface
from app.ui.widgets.verdict_buttons import verdict_of


class Point(NamedTuple):
    """One thing there is to say: what about, in which tone, and the sentence."""

    icon: str
    tone: str
    title: str
    text: str


class Told(QWidget):
    """The explanation of a round; right or wrong, there is always one.

    `phone` is the one that the message was shown on, if there is room for it.
    """

    def __init__(
        self,
        look: Look,
        message: Presented,
        played: PlayedRound,
        explanation: Explanation,
        *,
        is_wide: bool,
        pointed: SpanOf | None = None,
        trick_so_far: str = "",
        phone: Phone | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self.title, self.detail, tone = outcome(played)
        self._glass: Glass | None = None
        self.points = points_of(explanation, message)
        if played.pointed is not None:
            self.points.insert(1, _of_pointing(played, message.url, pointed))
        parts: list[Part] = [self._banner(tone, trick_so_far)]
        if message.url:
            self._glass = glass = Glass(
                look,
                message.url,
                can_point=False,
                can_help=False,
                is_elsewhere=message.is_elsewhere,
            )
            glass.reveal(explanation.marks, pointed, explanation.difference)
            parts.append(glass)
        parts.append(self._reasons())
        if not is_wide:
            parts.append(Phone(look, message, has_frame=False))
        inner = holder(column(look, [*parts, "stretch"], gap=12, margins=(20, 16, 20, 16)))
        self.scroller = ScrollPage(look, inner)
        if is_wide:
            side = column(look, [phone or Phone(look, message)], margins=(24, 18, 0, 18))
            layout = row(look, [side, self.scroller])
            layout.setStretch(1, 1)
            self.setLayout(layout)
        else:
            self.setLayout(column(look, [self.scroller]))

    @property
    def spoken(self) -> str:
        """Everything, for those who listen: the verdict first."""
        points = (in_one(each.title, each.text) for each in self.points)
        return "\n".join(filter(None, (self.title, self.detail, *points)))

    def toggle_letters(self) -> bool:
        """Show the host letter by letter, or not; False where there is none."""
        if self._glass is None or not self._glass.has_owner:
            return False
        self._glass.toggle_letters()
        return True

    def _banner(self, tone: str, so_far: str) -> QWidget:
        look = self._look
        icon = {"ok": "check", "bad": "octagon", "warn": "question"}[tone]
        lines: list[Part] = [
            Label(look, self.title, "h2", tone, wraps=True),
            Label(look, self.detail, "body", wraps=True),
        ]
        if so_far:
            lines.append(Label(look, so_far, "small", "text2", wraps=True))
        words = column(look, lines, gap=2)
        body = beside(
            look, IconLabel(look, icon, tone, 26), words, gap=12, margins=(18, 12, 18, 12)
        )
        return Surface(look, body, tone)

    def _reasons(self) -> QWidget:
        look = self._look
        lines: list[Part] = [PointLine(look, *point) for point in self.points]
        return Surface(look, column(look, lines, gap=10, margins=(20, 16, 20, 16)))


def outcome(played: PlayedRound) -> tuple[str, str, str]:
    """How a round came out: (title, what it was worth, tone)."""
    truth = verdict_of(played.truth).words(played.judge)
    said = verdict_of(played.said).words(played.judge)
    worth = _signed(points(played.said, played.confidence, played.truth))
    tone = "ok" if played.is_right else "warn" if played.said == "cannot_tell" else "bad"
    if played.is_right:
        title = _("Right: {truth}").format(truth=truth)
    else:
        title = _("You said: {said}. It is: {truth}").format(said=said, truth=truth)
    if played.said == "cannot_tell":
        detail = _("{points} points. “{said}” takes no confidence.").format(points=worth, said=said)
    else:
        detail = _("You were {percent} % sure: {points} points.").format(
            percent=round(played.confidence * 100), points=worth
        )
    return title, detail, tone


def _of_pointing(played: PlayedRound, url: str, pointed: SpanOf | None) -> Point:
    """What the learner's pointing came to."""
    name = url[slice(*pointed)] if pointed is not None else ""
    if played.pointed:
        return Point("check", "ok", "", _("You pointed at the owner, {name}.").format(name=name))
    words = sentences(
        _("You pointed at {name}, but that is not the owner.").format(name=name),
        _("The owner stands right before the first “/”, “?” or “#”: here it is {owner}.").format(
            owner=played.owner
        ),
        _of_the_end(url),
    )
    return Point("cross", "bad", _("Pointed wrong"), words)


def _of_the_end(url: str) -> str:
    """What else may end a host, where it does here."""
    anatomy = dissect(url)
    end = anatomy.spans.get("host", (0, 0))[1]
    if url[end : end + 1] == ":":
        return _("A “:” with a number behind the owner does not count.")
    if url[end : end + 1] == "\\":
        return _("Browsers read “\\” as “/”.")
    return ""


def points_of(told: Explanation, message: Presented) -> list[Point]:
    """What the explanation says, one thing at a time."""
    tone, icon = {
        "genuine": ("ok", "shield"),
        "fake": ("bad", "octagon"),
        "cannot_tell": ("warn", "question"),
    }[told.truth]
    found = [Point(icon, tone, told.headline, " ".join(told.sentences[:1]))]
    if told.title:
        found.append(Point("eye", "text", _("The trick: {name}").format(name=told.title), ""))
    found += [Point("info", "info", "", each) for each in told.sentences[1:]]
    if told.pressure:
        found.append(Point("clock", "warn", _("The pressure"), told.pressure))
    if told.https and message.judge == "owner":
        title = _("https proves nothing") if message.url.lower().startswith("https") else ""
        found.append(Point("lock", "info", title, told.https))
    if told.next_step:
        found.append(Point("right", "brand", _("What to do"), told.next_step))
    return [_joined(each) for each in found if each.title or each.text]


def _joined(point: Point) -> Point:
    """A point without a text of its own says its title."""
    return point if point.text else point._replace(title="", text=point.title)


def _signed(value: float) -> str:
    """+8.6, 0, −4.5."""
    number = f"{abs(value):.1f}".removesuffix(".0")
    if number == "0":
        return "0"
    return f"+{number}" if value > 0 else f"−{number}"
