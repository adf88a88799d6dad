"""It has happened: what to do now, in order, on one screen. Works without any lesson."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import _, mark
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder, row
from app.ui.widgets.surfaces import Surface

# The order is fixed by the course's fact base; each step: icon, title, what to do.
_STEPS = (
    (
        "octagon",
        mark("Stop first"),
        mark(
            "Pay nothing more. End the call. Press “Stop sharing”: switching to the home screen "
            "does not end it. If you installed something, take this phone off the net (flight "
            "mode) and call from another one."
        ),
    ),
    (
        "phone",
        mark("Money or card details gone? Call 110 now"),
        mark(
            "Call 110 at once. At the same time reach your bank or payment platform, by the number "
            "on the back of the card or inside the app itself, and ask them to stop the payment."
        ),
    ),
    (
        "lock",
        mark("Take your account back"),
        mark(
            "Open the official app yourself. Change the password, sign out all other devices, "
            "remove permissions you do not know, switch off payments without a password."
        ),
    ),
    (
        "save",
        mark("Keep everything"),
        mark("Delete nothing. Take screenshots of the chat, the link and the transfer records."),
    ),
    (
        "chat",
        mark("Tell others"),
        mark(
            "Complain inside the platform, and tell your friends and the group's owner, so that "
            "nobody else falls for it."
        ),
    ),
    (
        "shield",
        mark("Beware of the second trick"),
        mark(
            "Whoever offers to get your money back for a fee, or takes police reports online for "
            "money, is cheating you again."
        ),
    ),
)
_NUMBERS = (
    ("110", mark("Police: loss has happened or is happening")),
    ("96110", mark("Anti-fraud line: questions and hints. If it calls you, do answer")),
    ("12377", mark("Reports about harmful content on the net")),
    ("12321", mark("Reports about spam and unwanted messages")),
    ("12315", mark("Consumer complaints")),
)


class HelpPage(Page):
    """Six steps, five numbers, and a way to copy them for somebody else."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._copy_button = Button(
            look, _("Copy these steps"), "outline", icon="copy", is_dense=True
        )
        self._copy_button.clicked.connect(self._copy)
        back = Button(look, _("Back"), "ghost", icon="left", is_dense=True)
        back.clicked.connect(lambda: self.wants_back.emit())
        parts: list[Part] = [
            self._ladder(),
            12,
            self._calls(),
            8,
            Label(
                look,
                _(
                    "Official warnings from 12381 are said to carry no web address. If one does, "
                    "do not open it; call 96110 yourself and ask."
                ),
                "small",
                "text2",
                wraps=True,
            ),
            8,
            Flow(look, [self._copy_button, back]),
        ]
        self.lay_out(
            holder(column(look, parts)),
            _("It has happened: what to do now"),
            _(
                "Being cheated is no disgrace. Take one step after the other; "
                "the first two matter most."
            ),
        )

    def _ladder(self) -> QWidget:
        look = self.look
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.space(12))
        columns = 2 if look.scale < 1.5 else 1
        for number, (icon, title, text) in enumerate(_STEPS):
            urgent = number < 2
            head = beside(
                look,
                IconLabel(look, icon, "bad" if urgent else "brand", 24),
                Label(look, f"{number + 1}  {_(title)}", "h3", wraps=True),
            )
            body = Label(look, _(text), "body", wraps=True)
            inner = column(look, [head, 6, body, "stretch"], margins=(18, 14, 18, 14))
            card = Surface(look, inner, "bad" if urgent else "card", radius="md")
            grid.addWidget(card, number // columns, number % columns)
        return holder(grid)

    def _calls(self) -> QWidget:
        look = self.look
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.space(4))
        columns = 2 if look.scale < 1.5 else 1
        for at, (number, text) in enumerate(_NUMBERS):
            digits = Label(look, number, "h3", "brand")
            digits.setFixedWidth(look.metrics("h3").horizontalAdvance("000000") + 8)
            line = row(look, [digits, Label(look, _(text), "body", wraps=True)], gap=6)
            line.setStretch(1, 1)
            grid.addWidget(holder(line), at // columns, at % columns)
        parts: list[Part] = [Label(look, _("Public numbers"), "h3", wraps=True), 4, grid]
        return Surface(look, column(look, parts, margins=(18, 12, 18, 10)))

    def _copy(self) -> None:
        lines = [
            _("{number}. {title}: {text}").format(number=n + 1, title=_(title), text=_(text))
            for n, (_icon, title, text) in enumerate(_STEPS)
        ]
        lines += [f"{number}  {_(text)}" for number, text in _NUMBERS]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.announced.emit(_("Copied."), False)

    def first_focus(self) -> QWidget | None:
        return self._copy_button
