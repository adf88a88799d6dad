"""Home: go on where you stopped, the chain of lessons, and how far you have come."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.content.entries import LessonEntry
from app.i18n import _, ngettext, sentences
from app.learning.next_step import LessonProgress, NextStep
from app.ui.learner import Learner
from app.ui.pages.home_cards import card_head, links_card, prose_card
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.art import Hero
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.lesson_row import LessonCard, LessonRow
from app.ui.widgets.progress import Meter, Segments
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.surfaces import Surface

_TWO_COLUMNS_FROM_PX = 880  # of the page itself, without the rail
_STATES = {"new": "new", "in-progress": "current", "done": "done", "another-look": "again"}


class HomePage(Page):
    """What Home shows follows from the course and the standings alone."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._main_button: Button | None = None
        self._progress = {each.id: learner.progress(each) for each in learner.entries}
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(look.space(24))
        self._columns.addWidget(self._main_column(), 2)
        self._side = self._side_column()
        self._columns.addWidget(self._side, 1)
        inner = QWidget()
        parts: list[Part] = [self._greeting(), 16, self._columns, "stretch"]
        inner.setLayout(column(look, parts, margins=(32, 26, 32, 26)))
        self.scroller = ScrollPage(look, inner)
        self.setLayout(column(look, [self.scroller]))

    def first_focus(self) -> QWidget | None:
        return self._main_button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self.look.column_px(_TWO_COLUMNS_FROM_PX)
        direction = (
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)
        self._side.setMaximumWidth(self.look.column_px(330) if is_wide else 16_777_215)

    # ── parts

    def _greeting(self) -> QWidget:
        look = self.look
        title = _("Hello")
        if not self.learner.has_default_name:
            title = _("Hello, {name}").format(name=self.learner.name)
        self.spoken_title = title
        subtitle = self.learner.course.info.summary
        parts: list[Part] = [Label(look, title, "h1", wraps=True)]
        if subtitle:
            parts.append(Label(look, subtitle, "body", "text2", wraps=True))
        return holder(column(look, list(parts), gap=2))

    def _main_column(self) -> QWidget:
        look = self.look
        if not self.learner.course.is_read:
            return self._reading_card()
        if not self.learner.entries:
            return self._no_lessons()
        parts: list[Part] = [self._continue_card(), 14, *self._teachers_words()]
        parts += [self._chain_head(), 10]
        if self.learner.course.is_broken:
            parts = [self._broken_course(), 14, *parts]
        cards = self._cards()
        parts += [LessonRow(look, card) for card in cards]
        for part in parts:
            if isinstance(part, LessonRow):
                part.clicked.connect(lambda _=False, card=part.card: self._open(card))
        parts.append("stretch")
        widget = QWidget()
        widget.setLayout(column(look, parts))
        return widget

    def _teachers_words(self) -> list[Part]:
        """The course's welcome until something is learned, its closing words in the end."""
        info, states = self.learner.course.info, {each.state for each in self._progress.values()}
        prose = info.welcome if states == {"new"} else info.closing if states == {"done"} else None
        if prose is None or not prose.source.strip():
            return []
        return [prose_card(self.look, prose, self.surroundings.pictures()), 14]

    def _chain_head(self) -> QWidget:
        look = self.look
        total = len(self.learner.entries)
        done = sum(each.state == "done" for each in self._progress.values())
        words = _("{done} of {count} lessons done").format(done=done, count=total)
        count = Label(look, words, "small", "text2")
        title = self.learner.course.info.title or _("Lessons")
        return Aside(look, Label(look, title, "h2", wraps=True), count, least_px=220)

    def _cards(self) -> list[LessonCard]:
        cards: list[LessonCard] = []
        was_done = False
        entries = self.learner.entries
        for number, entry in enumerate(entries):
            progress = self._progress[entry.id]
            state = "broken" if entry.is_broken else _STATES[progress.state]
            subtitle, chip = self._words(entry, progress, state)
            spoken = _("Lesson {number}: {title}. {chip} {subtitle}").format(
                number=number + 1, title=entry.title, chip=chip, subtitle=subtitle
            )
            cards.append(
                LessonCard(
                    lesson=entry.id,
                    title=entry.title,
                    subtitle=subtitle,
                    state=state,
                    chip=chip,
                    share=progress.share_done,
                    is_first=number == 0,
                    is_last=number == len(entries) - 1,
                    is_after_done=was_done,
                    spoken=" ".join(spoken.split()),
                )
            )
            was_done = state in ("done", "again")
        return cards

    def _words(self, entry: LessonEntry, progress: LessonProgress, state: str) -> tuple[str, str]:
        """A row's second line and its chip."""
        if state == "broken":
            return _("Cannot be opened. The other lessons are not affected."), _("Needs mending")
        steps = len(progress.steps)
        if state == "current":
            done = sum(each.state == "done" for each in progress.steps)
            return _("{done} of {count} steps done").format(done=done, count=steps), _("Under way")
        questions = sum(step.questions for step in entry.steps)
        facts = []
        if entry.minutes:
            facts.append(
                ngettext("{n} minute", "{n} minutes", entry.minutes).format(n=entry.minutes)
            )
        facts.append(ngettext("{n} step", "{n} steps", steps).format(n=steps))
        if questions:
            facts.append(ngettext("{n} question", "{n} questions", questions).format(n=questions))
        if state == "again":
            return _("A question has changed: please look at it again."), _("Look again")
        chip = ""
        if state == "done":
            best = [
                s.best_score
                for s in progress.steps
                if s.step.type == "quiz" and s.best_score is not None
            ]
            chip = _("Done")
            if best:
                chip = _("Done · {percent} %").format(percent=round(100 * min(best)))
        return " · ".join(facts), chip

    def _open(self, card: LessonCard) -> None:
        if card.state == "broken":
            self.wants.emit(Route("broken", card.lesson))
            return
        progress = self._progress[card.lesson]
        open_step = progress.first_open
        step = open_step.id if open_step is not None else ""
        place = self.learner.place()
        if place is not None and place.lesson == card.lesson and progress.state == "in-progress":
            step = place.step
        if not step:
            self.wants.emit(Route("lesson-summary", card.lesson))
            return
        self.wants.emit(Route("lesson", card.lesson, step))

    def _continue_card(self) -> QWidget:
        target = self.learner.next_step()
        if target is None:
            return self._all_done()
        return self._hero(target)

    def _hero(self, target: NextStep) -> QWidget:
        look = self.look
        lesson = target.lesson
        progress = self._progress[lesson.id]
        ids = [each.step.id for each in progress.steps]
        at = ids.index(target.step.id)
        done = frozenset(n for n, each in enumerate(progress.steps) if each.state == "done")
        is_fresh = target.state == "new"
        number = [each.id for each in self.learner.entries].index(lesson.id) + 1
        over = _("Lesson {number}").format(number=number)
        if lesson.minutes:
            left = max(1, round(lesson.minutes * (1 - progress.share_done)))
            over += " · " + ngettext(
                "about {n} minute left", "about {n} minutes left", left
            ).format(n=left)
        segments = Segments(look, len(ids), -1 if is_fresh else at, done, on_ink=True)
        segments.setMaximumWidth(look.column_px(300))
        segments.setMinimumWidth(look.space(80))
        count = _white(Label(look, f"{len(done)} / {len(ids)}", "small-strong"))
        words = _("Start learning") if is_fresh else _("Continue")
        button = Button(look, words, "on-ink", icon="right", icon_after=True)
        button.setAccessibleName(
            _("{action}: {lesson}, {step}").format(
                action=words, lesson=lesson.title, step=target.step.title
            )
        )
        route = Route("lesson", lesson.id, target.step.id)
        button.clicked.connect(lambda: self.wants.emit(route))
        self._main_button = button
        progress_line = row(look, [segments, count], gap=10)
        progress_line.setStretch(0, 1)
        progress_line.addStretch(1)
        next_words = _("Next: {step}").format(step=target.step.title)
        parts: list[Part] = [
            _white(Label(look, over, "small-strong", wraps=True)),
            6,
            _white(Label(look, lesson.title, "h1", wraps=True)),
            2,
            _white(Label(look, next_words, "small", wraps=True)),
            8,
            progress_line,
            12,
            Flow(look, [button]),
        ]
        return Hero(look, column(look, parts, margins=(26, 22, 26, 22)))

    def _all_done(self) -> QWidget:
        from app.ui.widgets.state_card import state_card

        title, words = _("You have done every lesson"), _("Open any lesson to go through it again.")
        return state_card(self.look, "check", "ok", title, words)

    def _no_lessons(self) -> QWidget:
        from app.ui.widgets.state_card import state_card

        folder = self.surroundings.course_folder()
        if folder.is_dir():
            what = _("In {folder} there is no lesson that can be opened.").format(folder=folder)
        else:
            what = _("The folder {folder} is not there.").format(folder=folder)
        rest = _("Your progress is safe. Choose another folder, or the lessons of the app.")
        card = state_card(
            self.look,
            "book",
            "brand",
            _("No lessons here yet"),
            sentences(what, rest),
            [
                (
                    _("Open the built-in lessons"),
                    "primary",
                    lambda: self.surroundings.open_course_folder(None),
                ),
                (
                    _("Open another folder"),
                    "outline",
                    lambda: self.wants.emit(Route("settings")),
                ),
                (_("Why?"), "ghost", lambda: self.wants.emit(Route("broken"))),
            ],
        )
        return holder(column(self.look, [card, "stretch"]))

    def _broken_course(self) -> QWidget:
        from app.ui.widgets.state_card import state_card

        return state_card(
            self.look,
            "triangle",
            "warn",
            _("The course's own file has mistakes"),
            _("The lessons work, but title, order or welcome may be missing."),
            [(_("Why?"), "outline", lambda: self.wants.emit(Route("broken")))],
        )

    def _reading_card(self) -> QWidget:
        """A large course is being read: how far, and the shape of what will come."""
        from app.ui.widgets.skeleton import Skeleton

        look = self.look
        words = Label(look, _("Reading the lessons…"), "h2", wraps=True)
        meter = self._reading_meter = Meter(look, 0, name=_("Lessons read"))
        count = self._reading_count = Label(look, "", "small", "text2")
        self.learner.reading.connect(self._show_reading)
        parts: list[Part] = [words, 8, meter, 4, count, 12, Skeleton(look, rows=4)]
        card = Surface(look, column(look, parts, margins=24))
        return holder(column(look, [card, "stretch"]))

    def _show_reading(self, done: int, total: int) -> None:
        self._reading_meter.show_percent(100 * done / max(total, 1), "brand")
        self._reading_count.setText(_("{done} of {count} lessons").format(done=done, count=total))

    def _side_column(self) -> QWidget:
        look = self.look
        widget = QWidget()
        parts: list[Part] = [
            self._progress_card(),
            self._checklist_card(),
            links_card(self.look, lambda: self.wants.emit(Route("links"))),
            self._help_card(),
            "stretch",
        ]
        widget.setLayout(column(look, parts, gap=14))
        widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return widget

    def _progress_card(self) -> QWidget:
        look = self.look
        steps = [each for progress in self._progress.values() for each in progress.steps]
        done = sum(each.state == "done" for each in steps)
        percent = 100 * done / len(steps) if steps else 0.0
        totals = self.learner.totals()
        lines: list[Part] = [
            card_head(look, "flag", _("How far you are")),
            8,
            Meter(look, percent, name=_("Steps done")),
            6,
            Label(
                look,
                _("{done} of {count} steps done").format(done=done, count=len(steps)),
                "small",
                "text2",
                wraps=True,
            ),
        ]
        if totals.answers:
            words = _("{right} of {answers} answers wholly right").format(
                right=totals.right, answers=totals.answers
            )
            lines.append(Label(look, words, "small", "text2", wraps=True))
        lines.append(Label(look, _("Saved on this computer only."), "micro", "text3", wraps=True))
        return Surface(look, column(look, lines, margins=(18, 16, 18, 16)))

    def _checklist_card(self) -> QWidget:
        look = self.look
        button = Button(look, _("Open the checklist"), "tonal", is_dense=True)
        button.clicked.connect(lambda: self.wants.emit(Route("checklists")))
        parts: list[Part] = [
            card_head(look, "list", _("Before you join a group")),
            6,
            Label(
                look,
                _("A few questions, one minute. The answers stay on this computer."),
                "small",
                "text2",
                wraps=True,
            ),
            10,
            Flow(look, [button]),
        ]
        return Surface(look, column(look, parts, margins=(18, 16, 18, 16)))

    def _help_card(self) -> QWidget:
        look = self.look
        button = Button(look, _("What to do now"), "help", is_dense=True)
        button.setToolTip("F9")
        button.clicked.connect(lambda: self.wants.emit(Route("help")))
        parts: list[Part] = [
            card_head(look, "phone", _("It has happened to me")),
            6,
            Label(
                look,
                _("Paid, logged in or gave a code away? Here are the steps, in order."),
                "small",
                "text2",
                wraps=True,
            ),
            10,
            Flow(look, [button]),
        ]
        return Surface(look, column(look, parts, margins=(18, 16, 18, 16)))


def _white(label: Label) -> Label:
    label.paint_in("on_ink")
    return label
