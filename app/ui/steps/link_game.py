"""A link game: rounds, each judged and explained, and a look back. In lessons and on its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.content.models import Lesson, LinkGameStep
from app.i18n import _, sentences
from app.learning.game import Dealt, Game
from app.learning.game_tasks import PLACE, Task, step_task
from app.learning.rounds import PlayedRound
from app.links.anatomy import dissect
from app.links.levels import HandRound
from app.links.presenting import explain_round, present
from app.links.rounds import Round
from app.links.values import SpanOf
from app.progress.events import Event, Json
from app.ui.game.intro import game_intro
from app.ui.game.phone import Phone
from app.ui.game.question import Question
from app.ui.game.summary import result_words, summary
from app.ui.game.told import Told
from app.ui.learner import Learner
from app.ui.steps.base import Foot, StepView
from app.ui.steps.heading import step_head
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, centred, clear, column, holder, row
from app.ui.widgets.scroll import ScrollPage

_WIDE_FROM_PX = 960
_AIDED_ROUNDS = 3
_COLUMN_PX = 820


class LinkGameView(StepView[LinkGameStep]):
    """Every judgement is in the history before its explanation is shown.

    `task` is what to play where it is not a lesson's own step. A lesson shows how its last
    sitting came out; outside of lessons one begins anew.
    """

    fills_page = True

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: LinkGameStep,
        surroundings: Surroundings,
        task: Task | None = None,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        self.practice = learner.links
        self.task = task or step_task(step, self.practice.levels)
        self._is_own_page = lesson.id == PLACE
        self._dealer = self.practice.dealer(self.task)
        self.game: Game | None = None
        events = self._events()
        if events:
            self.game = self.practice.resume(self.task, events)
            self._end_if_over()
        self.question: Question | None = None
        self.told: Told | None = None
        self._played: PlayedRound | None = None
        self._one: Round | HandRound | None = None
        self._dealt: Dealt[Round] | HandRound | None = None
        self._pointed: SpanOf | None = None
        self._began_ms = 0
        self._is_wide = self._wants_wide(surroundings.window_width())
        self._layout = row(look, [])
        self.setLayout(self._layout)
        self._show()

    def _events(self) -> list[Event]:
        """The open sitting's; in a lesson also those of the one finished last."""
        if self._is_own_page and not self.learner.session(self.path):
            return []
        return self.learner.latest_events(self.path)

    # ── what is on the page

    @property
    def is_over(self) -> bool:
        """All rounds were played and looked at."""
        return self.game is not None and self.game.is_over and self.told is None

    def _show(self, *, keeps_phone: bool = False) -> None:
        self.hold_keyboard()
        phone = None
        if keeps_phone and self._is_wide and self.question is not None:
            phone = self.question.phone
            phone.setParent(self)  # it stays while a round turns into its explanation
        clear(self._layout)
        self.question = None
        if self._played is None:
            self.told = None
        if self.game is None:
            self._layout.addWidget(self._intro())
        elif self._played is not None:
            self._layout.addWidget(self._explained(self._played, phone))
        elif self.game.is_over:
            self._layout.addWidget(self._look_back(self.game))
        else:
            self._layout.addWidget(self._asked(self.game))
        self.foot_changed.emit()

    def _intro(self) -> QWidget:
        head = self._head()
        return self._scrolled(holder(column(self.look, [*head, *game_intro(self.look, self.task)])))

    def _head(self) -> list[Part]:
        if self._is_own_page:
            return [Label(self.look, self.task.title, "display", wraps=True), 8]
        return step_head(self.look, self.lesson, self.step, self.surroundings)

    def _look_back(self, game: Game) -> QWidget:
        parts = [*self._head(), *summary(self.look, game)]
        return self._scrolled(holder(column(self.look, parts)))

    def _scrolled(self, content: QWidget) -> ScrollPage:
        look = self.look
        inner = centred(look, content, width=_COLUMN_PX)
        body = column(look, [inner, "stretch"], margins=(24, 26, 24, 26))
        return ScrollPage(look, holder(body))

    def _asked(self, game: Game) -> QWidget:
        dealt = game.next_round(self._dealer)
        assert dealt is not None
        one: Round | HandRound = dealt.shown if isinstance(dealt, Dealt) else dealt
        self._one, self._dealt = one, dealt
        message = present(one, game.plan.judge, self.learner.language)
        is_first = game.number == 0
        self.question = Question(
            self.look,
            message,
            is_wide=self._is_wide,
            is_aided=self.task.is_aided and game.number < _AIDED_ROUNDS,
            room=self.height(),
            lead=self._lead(game, is_first=is_first),
            can_help=self.task.mode != "form",
            names=self._official_names(one),
        )
        self.question.changed.connect(self.foot_changed)
        self.question.announced.connect(self.announced)
        self._began_ms = self.surroundings.now_ms()
        return self.question

    def showEvent(self, event: QShowEvent) -> None:
        """A step may have been made while the one before was read: time counts from here."""
        super().showEvent(event)
        if not event.spontaneous():
            self._began_ms = self.surroundings.now_ms()

    def _lead(self, game: Game, *, is_first: bool) -> str:
        """What is said above the round: the level's rule, and what the first rounds are for."""
        if self.task.is_aided and game.number < _AIDED_ROUNDS:
            told = _("In the first three rounds the parts are shown to you; then you point.")
            return sentences(self.task.rule, told)
        return self.task.rule if is_first or self.task.is_aided else ""

    def _official_names(self, one: Round | HandRound) -> tuple[str, ...]:
        """The names on the official list of the brand that the message claims."""
        brand = self.practice.brands.by_id.get(one.brand or "")
        if brand is None or self.task.mode == "form":
            return ()
        return (*brand.owners, *brand.short_hosts)

    def _explained(self, played: PlayedRound, phone: Phone | None) -> QWidget:
        assert self._one is not None
        assert self.game is not None
        judge = self.game.plan.judge
        self.told = Told(
            self.look,
            present(self._one, judge, self.learner.language),
            played,
            explain_round(self._one, judge, self.practice.brands),
            is_wide=self._is_wide,
            pointed=self._pointed,
            trick_so_far=self._so_far(played),
            phone=phone,
        )
        return self.told

    def _so_far(self, played: PlayedRound) -> str:
        """How often this trick was seen through in this sitting."""
        assert self.game is not None
        if not played.trick:
            return ""
        same = [one for one in self.game.played if one.trick == played.trick]
        if len(same) < 2:
            return ""
        return _("This trick in this sitting: {right} of {count} seen through.").format(
            right=sum(one.is_right for one in same), count=len(same)
        )

    # ── what the learner does

    def _begin(self) -> None:
        learner = self.learner
        seed = learner.own_seed if self.task.mode == "form" else learner.new_seed()
        self.game = self.practice.begin(self.task, seed)
        self.learner.begin(self.lesson, self.path, self.game.plan.to_json())
        self._played = None
        self._show()
        self._focus_round()

    def _judge(self) -> None:
        game, question = self.game, self.question
        dealt = self._dealt
        if game is None or question is None or question.said is None or dealt is None:
            return
        owner = ""
        if isinstance(dealt, HandRound) and game.plan.judge == "owner" and "://" in dealt.url:
            owner = dissect(dealt.url).owner or ""
        now_ms = self.surroundings.now_ms()
        counted = question.counted
        played = game.judge(
            dealt,
            question.said,
            question.confidence.value,
            pointed=counted[1] if counted is not None else None,
            owner=owner,
            time_ms=now_ms,
        )
        self.learner.record(
            self.lesson,
            "answered",
            f"{self.path}/{game.part}",
            response=played.response_json(),
            result=played.result_json(),
            confidence=played.stated_confidence,
            duration_ms=max(0, now_ms - self._began_ms),
        )
        self.game = game.after(played)
        self._end_if_over()
        self._pointed = counted[0] if counted is not None else None
        self._played = played
        self._show(keeps_phone=True)
        if self.told is not None:
            self.announced.emit(self.told.spoken, True)

    def _end_if_over(self) -> None:
        """The last round ends the sitting, now or, if the machine stopped in between, later."""
        if self.game is not None and self.game.is_over and self.learner.session(self.path):
            self.learner.end(self.lesson, self.path, self.game.result_json())

    def _next(self) -> None:
        self._played = self._pointed = None
        self._show()
        if self.game is not None and self.game.is_over:
            title, told, _tone = result_words(self.game)
            self.announced.emit(f"{title}. {told}", True)
        else:
            self._focus_round()

    def _focus_round(self) -> None:
        if self.question is not None:
            self.question.phone.setFocus(Qt.FocusReason.OtherFocusReason)
            self.announced.emit(self.question.phone.spoken, False)

    # ── what the page asks

    def foot(self) -> Foot:
        if self.game is None:
            return Foot(_("Start"), primary_icon="play")
        if self._played is not None:
            words = _("How it came out") if self.game.is_over else _("Next link")
            return Foot(words, can_go_back=False)
        if self.game.is_over:
            again = "" if self.task.mode == "form" else _("Once more")
            return Foot(_("Continue"), secondary=again)
        count = len(self.game.plan.slots)
        where = _("Round {number} of {count}").format(number=self.game.number + 1, count=count)
        is_ready = self.question is not None and self.question.said is not None
        hint = _("Enter to confirm") if is_ready else _("J genuine · F fake · Space can't tell")
        if self.game.plan.judge == "demand" and not is_ready:
            hint = _("J fine · F harmful · Space check first")
        note = f"{where} · {hint}"
        return Foot(
            _("Confirm"), is_ready=is_ready, primary_icon="check", note=note, can_go_back=False
        )

    @property
    def open_round(self) -> Round | HandRound | None:
        """The round that waits for an answer."""
        return self._one if self.question is not None else None

    @property
    def rounds(self) -> tuple[int, int, frozenset[int]] | None:
        """How far one is: (rounds in all, the open one, those played); None before the start."""
        if self.game is None:
            return None
        played = self.game.number
        at = played - 1 if self._played is not None else played
        count = len(self.game.plan.slots)
        return count, min(at, count - 1), frozenset(range(played))

    def press_primary(self) -> None:
        if self.game is None:
            self._begin()
        elif self._played is not None:
            self._next()
        elif self.game.is_over:
            self.finished.emit()
        else:
            self._judge()

    def press_secondary(self) -> None:
        if self.is_over and self.task.mode != "form":
            self._begin()

    def take_key(self, event: QKeyEvent) -> bool:
        if self.told is not None and self._played is not None:
            return event.key() == Qt.Key.Key_L and self.told.toggle_letters()
        return self.question is not None and self.question.take_key(event)

    def spoken(self) -> str:
        if self.question is not None:
            return self.question.phone.spoken
        return self.told.spoken if self.told is not None else super().spoken()

    def first_focus(self) -> QWidget | None:
        return self.question.phone if self.question is not None else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wants_wide(self.width()) != self._is_wide:
            self._is_wide = not self._is_wide
            place = self.place()
            self._show()
            self.show_place(place)

    def _wants_wide(self, width: int) -> bool:
        return width >= self.look.column_px(_WIDE_FROM_PX)

    # ── built again

    def place(self) -> Json:
        told: dict[str, Json] = {"is_told": self._played is not None}
        if self._pointed is not None:
            told["pointed"] = list(self._pointed)
        if self.question is not None and self.game is not None:
            told["question"] = self.question.place()
            told["part"] = self.game.part
        return told

    def show_place(self, place: Json) -> None:
        if not isinstance(place, dict):
            return
        if place.get("is_told") is True and self._played is None:
            self._tell_again(place.get("pointed"))
        elif self.question is not None and self.game is not None:
            if place.get("part") != self.game.part:
                return  # said of a round that was judged meanwhile
            self.question.show_place(place.get("question"))
            self.foot_changed.emit()

    def _tell_again(self, pointed: Json) -> None:
        """The explanation of the round judged last, after the page was built anew."""
        events = self.learner.latest_events(self.path)
        answered = [event for event in events if event.verb == "answered"]
        if self.game is None:  # the last round ended the sitting
            self.game = self.practice.resume(self.task, events)
        if not answered or self.game is None or not self.game.played:
            return
        earlier = self.practice.before(self.task, events, answered[-1])
        dealt = earlier.next_round(self._dealer) if earlier is not None else None
        if dealt is None:
            return
        self._one = dealt.shown if isinstance(dealt, Dealt) else dealt
        self._played = self.game.played[-1]
        if isinstance(pointed, list) and len(pointed) == 2:
            self._pointed = (int(str(pointed[0])), int(str(pointed[1])))
        self._show()
