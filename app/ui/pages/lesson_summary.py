"""After a lesson: what was done in it, how it came out, and where to go next."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.learning.next_step import StepProgress
from app.ui.learner import Learner
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.steps.heading import kind_icon, kind_words
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder, row
from app.ui.widgets.progress import Meter
from app.ui.widgets.surfaces import Chip, Surface


class LessonSummaryPage(Page):
    """Follows from the standings alone."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self.lesson = learner.lesson(route.lesson)
        entry = next(each for each in learner.entries if each.id == route.lesson)
        self.progress = learner.progress(entry)
        parts: list[Part] = [self._head(), 14]
        if self.lesson.goals:
            parts += [self._goals(), 14]
        parts += [Label(look, _("The steps"), "h2", wraps=True), 6]
        for each in self.progress.steps:
            parts += [self._step(each), 8]
        if self.lesson.sources:
            parts += [10, self._sources()]
        self.lay_out(holder(column(look, parts)), self.lesson.title)

    def first_focus(self) -> QWidget | None:
        return self._main

    def _head(self) -> QWidget:
        look = self.look
        share = self.progress.share_done
        done = sum(each.state == "done" for each in self.progress.steps)
        total = len(self.progress.steps)
        is_done = self.progress.state == "done"
        title = _("Lesson done") if is_done else _("Not everything is done yet")
        words = _("{done} of {count} steps done").format(done=done, count=total)
        following = self.learner.next_step()
        open_step = self.progress.first_open
        if open_step is not None:
            self._main = Button(
                look, _("Go on with this lesson"), "primary", icon="right", icon_after=True
            )
            target = Route("lesson", self.lesson.id, open_step.id)
            self._main.clicked.connect(lambda: self.wants.emit(target))
        elif following is not None:
            words_next = _("Next lesson: {title}").format(title=following.lesson.title)
            self._main = Button(look, words_next, "primary", icon="right", icon_after=True)
            target = Route("lesson", following.lesson.id, following.step.id)
            self._main.clicked.connect(lambda: self.wants.emit(target))
        else:
            self._main = Button(look, _("Go Home"), "primary", icon="home")
            self._main.clicked.connect(lambda: self.wants.emit(HOME))
        home = Button(look, _("Home"), "ghost", icon="home")
        home.clicked.connect(lambda: self.wants.emit(HOME))
        icon = IconLabel(look, "check" if is_done else "flag", "ok" if is_done else "brand", 32)
        head = row(look, [icon, Label(look, title, "h1", wraps=True)], gap=12)
        head.setStretch(1, 1)
        parts: list[Part] = [
            head,
            8,
            Meter(look, 100 * share, "ok" if is_done else "brand", name=_("Steps done")),
            4,
            Label(look, words, "small", "text2", wraps=True),
            12,
            Flow(look, [self._main, home]),
        ]
        return Surface(look, column(look, parts, margins=22))

    def _goals(self) -> QWidget:
        look = self.look
        parts: list[QWidget] = [Label(look, _("You can now"), "h3", wraps=True)]
        if self.progress.state != "done":
            parts = [Label(look, _("What this lesson is for"), "h3", wraps=True)]
        for goal in self.lesson.goals:
            line = row(
                look, [IconLabel(look, "check", "ok", 18), Label(look, goal, wraps=True)], gap=10
            )
            line.setStretch(1, 1)
            parts.append(holder(line))
        return Surface(look, column(look, list(parts), gap=6, margins=(20, 14, 20, 14)))

    def _step(self, each: StepProgress) -> QWidget:
        look = self.look
        words, tone, icon = {
            "done": (_("Done"), "ok", "check"),
            "in-progress": (_("Begun"), "brand", "play"),
            "another-look": (_("Changed: look again"), "honey", "again"),
            "new": (_("Not begun"), "mute", ""),
        }[each.state]
        if each.best_score is not None and each.step.type == "quiz":
            percent = round(100 * each.best_score)
            if each.state == "done":
                words = _("Done · best {percent} %").format(percent=percent)
            elif each.step.pass_percent is not None:
                words = _("Best {percent} %, {needed} % are needed").format(
                    percent=percent, needed=each.step.pass_percent
                )
        open_it = Button(
            look,
            _("Open"),
            "ghost",
            is_dense=True,
            name=_("Open: {title}").format(title=each.step.title),
        )
        target = Route("lesson", self.lesson.id, each.step.id)
        open_it.clicked.connect(lambda: self.wants.emit(target))
        title = holder(
            column(
                look,
                [
                    Label(look, each.step.title, "strong", wraps=True),
                    Label(look, kind_words(each.step.type), "small", "text2"),
                ],
            )
        )
        rest = Flow(look, [Chip(look, words, tone, icon=icon), open_it], gap=12)
        mark = IconLabel(look, kind_icon(each.step.type), "text2", 22)
        line = beside(look, mark, Aside(look, title, rest), gap=12, margins=(16, 8, 10, 8))
        return Surface(look, line, radius="md")

    def _sources(self) -> QWidget:
        look = self.look
        parts: list[QWidget] = [Label(look, _("Sources"), "h3", wraps=True)]
        for source in self.lesson.sources:
            words = source.title
            if source.checked:
                words = _("{title} (checked {day})").format(title=source.title, day=source.checked)
            parts.append(Label(look, words, "small", "text2", wraps=True))
        return holder(column(look, list(parts), gap=3))
