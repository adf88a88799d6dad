"""A lesson that cannot be opened: where it is broken, what is safe, and words for the teacher."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.content import messages
from app.content.issues import Issue
from app.i18n import _, ngettext
from app.ui.learner import Learner
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.state_card import state_card
from app.ui.widgets.surfaces import Chip, Surface

_MOST_SHOWN = 30


class BrokenPage(Page):
    """All issues of a lesson, or of the course itself where the route names no lesson."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        entry = learner.entry(route.lesson)
        self._stem = entry.stem if entry is not None else ""
        course = learner.course
        issues = course.issues(entry.stem) if entry is not None else course.course_issues()
        self.issues = [issue for issue in issues if issue.severity == "error"]
        title = entry.title if entry is not None else _("The course folder")
        card = state_card(
            look,
            "octagon",
            "bad",
            _("“{title}” cannot be opened").format(title=title),
            _(
                "Its file has mistakes that only its author can mend. The other lessons are not "
                "affected, and your progress is safe."
            ),
            [
                (_("Go on with the other lessons"), "primary", lambda: self.wants.emit(HOME)),
                (_("Copy for the teacher"), "outline", self._copy),
                (_("Read the files again"), "ghost", self._read_again),
            ],
        )
        table = messages.table()
        parts: list[Part] = [card, 16]
        count = len(self.issues)
        words = ngettext("{n} mistake to mend", "{n} mistakes to mend", count).format(n=count)
        parts += [Label(look, words, "h2", wraps=True), 8]
        self._lines: list[str] = []
        for issue in self.issues:
            what, mend = messages.say(issue, _, table)
            place = _("{file}, line {line}, column {column}").format(
                file=Path(issue.path).name, line=issue.span.line, column=issue.span.column
            )
            self._lines.append(
                f"{issue.path}:{issue.span.line}:{issue.span.column} {issue.code} {what}\n→ {mend}"
            )
            if len(self._lines) <= _MOST_SHOWN:
                parts += [self._issue(issue, place, what, mend), 8]
        if count > _MOST_SHOWN:
            more = _("And {n} more; “Copy for the teacher” has them all.").format(
                n=count - _MOST_SHOWN
            )
            parts.append(Label(look, more, "small", "text2"))
        self.lay_out(holder(column(look, parts)))

    def _issue(self, issue: Issue, place: str, what: str, mend: str) -> QWidget:
        look = self.look
        head = row(
            look,
            [Chip(look, issue.code, "bad"), Label(look, place, "small", "text2", wraps=True)],
            gap=10,
        )
        head.setStretch(1, 1)
        parts: list[Part] = [
            head,
            4,
            Label(look, what, "strong", wraps=True),
            Label(look, f"→ {mend}", "body", "text2", wraps=True),
        ]
        return Surface(look, column(look, parts, margins=(18, 12, 18, 12)), radius="md")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        self.announced.emit(_("Copied."), False)

    def _read_again(self) -> None:
        self.learner.reload_course()
        # By its file: a broken lesson may not have said its id yet.
        entry = next((each for each in self.learner.entries if each.stem == self._stem), None)
        if entry is not None and entry.is_broken:
            self.wants.emit(Route("broken", entry.id))
        elif not self._stem and not self.learner.entries:
            self.wants.emit(self.route)
        else:
            self.wants.emit(HOME)

    def first_focus(self) -> QWidget | None:
        return self.findChild(Button)
