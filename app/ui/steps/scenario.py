"""A group chat to live through: messages, decisions, consequences, and a look back."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.content.models import Choice, Lesson, ScenarioStep, Scene
from app.i18n import _
from app.learning.scenario import Message, Play, choice_of, verdict_scores
from app.progress.events import Event, Json
from app.ui.learner import Learner
from app.ui.steps.base import Foot, Sheet, StepView
from app.ui.steps.debrief_panel import DebriefPanel, ending_words, verdict_words
from app.ui.steps.heading import step_head
from app.ui.steps.scenario_intro import scenario_intro
from app.ui.steps.scenario_side import situation
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.chat import Bubble
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import Label, ShortLabel
from app.ui.widgets.layouts import Part, centred, clear, column, holder, row
from app.ui.widgets.point_line import in_one
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.surfaces import Bar, Chip

_SIDE_FROM_PX = 900
_SIDE_PX = 300
_LEAST_CHAT_PX = 220


class _ChatGround(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._look.color("chat_bg"))


class ScenarioView(StepView[ScenarioStep]):
    """The chat; every decision is in the history before its consequence is shown."""

    fills_page = True

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: ScenarioStep,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        events = learner.latest_events(self.path)
        self.has_begun = any(event.verb == "started" for event in events)
        self.play = Play.resume(step, events)
        self._sheet: Sheet | None = self._untold(events)
        self._faces: dict[str, int] = {}
        self._choices_bar: QWidget | None = None
        self._is_short = False
        self._was_wide = False
        self._rows: list[ChoiceRow] = []
        self.bubbles: dict[Message, Bubble] = {}
        self._shows_side = False
        self._side: QWidget | None = None
        self._layout = row(look, [])
        self.setLayout(self._layout)
        self._main: QWidget | None = None
        self._show()

    def _untold(self, events: list[Event]) -> Sheet | None:
        """The feedback of the last decision, if the learner left before going on from it."""
        if self.play.is_ended:
            return None  # the look back has it all
        for event in reversed(events):
            if event.verb == "viewed" and event.object.count("/") > 1:
                return None
            if event.verb == "chose" and self.play.decisions:
                return _sheet_for(self.play.taken[-1])
        return None

    def spoken(self) -> str:
        """What came new, for those who listen: the scene's messages, or how it ended."""
        if not self.has_begun:
            return super().spoken()
        scene = self.play.scene
        said = [_("{who} says: {text}").format(who=s.who, text=s.text) for s in scene.says]
        if scene.end is not None:
            said += [ending_words(scene.end)[0], scene.text]
        return "\n".join(said)

    # ── what is on the page

    def _show(self) -> None:
        self.hold_keyboard()
        clear(self._layout)
        self._rows, self._side = [], None
        self.bubbles = {}
        if not self.has_begun:
            self._main = self._intro()
        elif self.play.is_ended and self._sheet is None:
            self._main = self._debrief()
        else:
            self._main = self._chat()
        self._layout.addWidget(self._main, 1)
        self._place_side()
        self.foot_changed.emit()

    def _intro(self) -> QWidget:
        head = step_head(self.look, self.lesson, self.step, self.surroundings)
        return self._scrolled(scenario_intro(self.look, self.step, head), 760)

    def _scrolled(self, content: QWidget, width: float) -> ScrollPage:
        inner = QWidget()
        look = self.look
        inner.setLayout(
            column(look, [centred(look, content, width=width), "stretch"], margins=(24, 26, 24, 26))
        )
        return ScrollPage(look, inner)

    def _debrief(self) -> QWidget:
        panel = DebriefPanel(self.look, self.play)
        panel.another_way.connect(self._another_way)
        head = step_head(self.look, self.lesson, self.step, self.surroundings)
        return self._scrolled(holder(column(self.look, [*head, 6, panel])), 760)

    def _chat(self) -> QWidget:
        look = self.look
        self._was_wide = self._is_wide
        head = self._head = self._chat_head()
        choices = self._choices_bar = None
        if self._shows_side and not self._was_wide:
            self._scroll = ScrollPage(look, situation(look, self.play))
            return self._filling(head, self._scroll)
        if self._sheet is None and not self.play.is_ended:
            choices = self._choices_bar = self._choices()
        self._is_short = self._wants_short(head, choices)
        ground = self._messages()
        if choices is not None and self._is_short:
            # Too little height for both: the choices come after the messages, in one scroll.
            ground = holder(column(look, [ground, choices]))
            choices = None
        self._scroll = ScrollPage(look, ground)
        self._scroll.return_to(1.0)  # the newest message stands at the foot
        return self._filling(head, self._scroll, *([choices] if choices is not None else []))

    def _filling(self, head: QWidget, middle: QWidget, *foot: QWidget) -> QWidget:
        layout = column(self.look, [head, middle, *foot])
        layout.setStretch(1, 1)
        return holder(layout)

    def _messages(self) -> QWidget:
        look = self.look
        parts: list[Part] = []
        for number, scene in enumerate(self.play.path):
            parts += self._scene(scene)
            if number < len(self.play.decisions):
                mine = choice_of(scene, self.play.decisions[number].choice)
                parts += [
                    Bubble(look, _("Me"), mine.text, is_mine=True, can_be_flagged=False),
                    6,
                ]
        ground: QWidget = _ChatGround(look)
        inner = holder(column(look, parts, gap=4))
        ground.setLayout(
            column(look, [centred(look, inner, width=860), "stretch"], margins=(20, 16, 20, 16))
        )
        return ground

    def _wants_short(self, head: QWidget, choices: QWidget | None) -> bool:
        """Whether less than a few messages would be seen above the choices."""
        if choices is None or self.height() < 100:  # not laid out yet
            return False
        width = self.width() - (self.look.column_px(_SIDE_PX) if self._is_wide else 0)
        taken = head.sizeHint().height() + choices.heightForWidth(max(width, 200))
        return self.height() - taken < self.look.space(_LEAST_CHAT_PX)

    @property
    def _is_wide(self) -> bool:
        return self.width() >= self.look.column_px(_SIDE_FROM_PX)

    def _scene(self, scene: Scene) -> list[Part]:
        parts: list[Part] = []
        before = ""
        for saying in scene.says:
            message = Message(scene.id, saying.id)
            bubble = Bubble(
                self.look,
                saying.who,
                saying.text,
                card=saying.card,
                shows_name=saying.who != before,
                face=self._faces.setdefault(saying.who, len(self._faces) + 1),
            )
            bubble.setChecked(message in self.play.flagged)
            bubble.toggled.connect(lambda on, m=message: self._flag(m, on))
            self.bubbles[message] = bubble
            parts.append(bubble)
            before = saying.who
        if scene.end is not None:
            parts += [8, Chip(self.look, _("End of the chat"), "mute")]
        return parts

    def _chat_head(self) -> QWidget:
        look = self.look
        title = ShortLabel(look, self.step.group or self.step.title, "h3", most_px=520)
        told = _("A made-up chat · links cannot be opened")
        note = Label(look, told, "micro", "text3", wraps=True)
        rest: list[QWidget] = []
        ways = self.play.ways_on
        if ways is not None and not self.play.is_ended:
            taken = len(self.play.decisions)
            number = taken + (1 if self._sheet is None else 0)
            words = _("Decision {number} of at most {count}").format(
                number=number, count=taken + ways.longest
            )
            rest.append(Chip(look, words, "brand"))
        toggle = Button(look, _("How things stand"), "outline", icon="wallet", is_dense=True)
        toggle.clicked.connect(self._toggle_side)
        self._side_button = toggle
        names = holder(column(look, [title, note]))
        head = Aside(look, names, Flow(look, [*rest, toggle], gap=10))
        return Bar(look, column(look, [head], margins=(20, 8, 16, 8)), edge="bottom")

    def _choices(self) -> QWidget:
        look = self.look
        parts: list[Part] = [
            Label(
                look,
                _("What do you do? (keys 1–{count})").format(count=len(self.play.scene.choices)),
                "small",
                "text2",
            ),
            6,
        ]
        for number, choice in enumerate(self.play.scene.choices, start=1):
            line = ChoiceRow(look, choice.text, str(number), trailing_icon="chevron")
            line.setCheckable(False)  # it acts at once, and says so: a button
            line.clicked.connect(lambda _=False, c=choice: self._choose(c))
            self._rows.append(line)
            parts += [line, 6]
        inner = holder(column(look, parts))
        box = column(look, [centred(look, inner, width=860)], margins=(20, 12, 20, 6))
        return Bar(look, box, edge="top")

    # ── the side panel

    def _place_side(self) -> None:
        if not self.has_begun or self._is_debrief:
            return
        is_wide = self._is_wide
        if self._side is not None:
            self._layout.removeWidget(self._side)
            self._side.hide()
            self._side.deleteLater()
            self._side = None
        if is_wide:
            inner = ScrollPage(self.look, situation(self.look, self.play))
            inner.setFixedWidth(self.look.column_px(_SIDE_PX))
            self._side = inner
            self._layout.addWidget(inner)
            inner.show()
        self._side_button.setVisible(not is_wide)

    def _toggle_side(self) -> None:
        self._shows_side = not self._shows_side
        self._show()
        self._side_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.has_begun or self._is_debrief:
            return
        choices = self._choices_bar
        is_short = self._wants_short(self._head, choices) if choices is not None else False
        if (is_short, self._is_wide) != (self._is_short, self._was_wide):
            place = self.place()
            self._show()
            self.show_place(place)

    @property
    def _is_debrief(self) -> bool:
        return self.play.is_ended and self._sheet is None

    # ── what the learner does

    def _flag(self, message: Message, is_suspicious: bool) -> None:
        path = f"{self.path}/{message.scene}/{message.saying}"
        self.learner.record(self.lesson, "flagged", path, response=is_suspicious)
        self.play = self.play.flag(message, is_suspicious=is_suspicious)
        self._place_side()

    def _choose(self, choice: Choice) -> None:
        scene = self.play.scene
        self.learner.record(
            self.lesson,
            "chose",
            f"{self.path}/{scene.id}",
            response=choice.id,
            result={"score": verdict_scores[choice.verdict]},
        )
        self.play = self.play.choose(choice.id)
        if self.play.is_ended:
            self.learner.end(self.lesson, self.path, self.play.result_json())
        self._sheet = _sheet_for(choice)
        self._show()
        self.announced.emit(in_one(self._sheet.title, choice.why), True)

    def _another_way(self, number: int) -> None:
        self.play = self.play.step_back(number)
        self.learner.begin(self.lesson, self.path, self.play.to_json())
        self._sheet = None
        self._show()
        self._focus_first_choice()

    def _focus_first_choice(self) -> None:
        if self._rows:
            self._rows[0].setFocus()

    # ── what the page asks

    def foot(self) -> Foot:
        if not self.has_begun:
            return Foot(_("Enter the chat"))
        if self._sheet is not None:
            words = _("Look back") if self.play.is_ended else _("Continue")
            return Foot(words, sheet=self._sheet, can_go_back=False)
        if self.play.is_ended:
            return Foot(_("Continue"), secondary=_("Play again"))
        note = _("Choose what to do. Your decisions are kept; you can leave at any time.")
        return Foot("", note=note)

    def press_primary(self) -> None:
        if not self.has_begun:
            self.learner.begin(self.lesson, self.path, self.play.to_json())
            self.has_begun = True
            self._show()
            self._focus_first_choice()
            self.announced.emit(self.spoken(), False)
        elif self._sheet is not None:
            self._sheet = None
            self.learner.view(self.lesson, self.step.id, self.play.scene.id)
            self._show()
            self._focus_first_choice()
            self.announced.emit(self.spoken(), False)
        elif self.play.is_ended:
            self.finished.emit()

    def press_secondary(self) -> None:
        if self.play.is_ended and self._sheet is None:
            self.play = Play.begin(self.step)
            self.learner.begin(self.lesson, self.path, self.play.to_json())
            self._show()
            self._focus_first_choice()

    def take_key(self, event: QKeyEvent) -> bool:
        number = event.text()
        return number.isdecimal() and self.take_key_number(int(number))

    def take_key_number(self, number: int) -> bool:
        """Take the choice of this number, from 1; False if there is none."""
        if not 1 <= number <= len(self._rows):
            return False
        self._rows[number - 1].click()
        return True

    def place(self) -> Json:
        return {
            "is_told": self._sheet is not None,
            "shows_side": self._shows_side,
            "scroll": self._scrolls().place(),
        }

    def _scrolls(self) -> ScrollPage:
        return self._main if isinstance(self._main, ScrollPage) else self._scroll

    def show_place(self, place: Json) -> None:
        if not isinstance(place, dict):
            return
        self._shows_side = place.get("shows_side") is True
        if place.get("is_told") is True and self.play.decisions:
            scene = self.play.path[len(self.play.decisions) - 1]
            self._sheet = _sheet_for(choice_of(scene, self.play.decisions[-1].choice))
        self._show()
        self._scrolls().return_to(place.get("scroll"))

    def first_focus(self) -> QWidget | None:
        return self._rows[0] if self._rows else None


def _sheet_for(choice: Choice) -> Sheet:
    words, tone, _icon = verdict_words(choice.verdict)
    return Sheet(tone=tone, title=words, text=choice.why)  # type: ignore[arg-type]
