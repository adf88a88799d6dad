"""The lesson player: one step at a time, with nothing around it but the way out and the way on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.content.models import Lesson, Step
from app.i18n import _
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.steps.base import StepView
from app.ui.steps.table import view_of
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label, ShortLabel
from app.ui.widgets.layouts import centred, column, row
from app.ui.widgets.progress import Segments
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.sheet import ActionBar
from app.ui.widgets.surfaces import Bar

_SEGMENTS_FROM_PX = 560
_TITLE_FROM_PX = 420
_AHEAD_MS = 80  # after a step is on the screen


class LessonPage(Page):
    """Shows the step that the route names; without one, the first that is open."""

    uses_rail = False

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self.lesson = self._lesson_of(route)
        ids = [step.id for step in self.lesson.steps]
        self.index = ids.index(route.step) if route.step in ids else 0
        self.view: StepView[Any]
        self.bar = ActionBar(look)
        self.bar.primary_pressed.connect(self._press_primary)
        self.bar.secondary_pressed.connect(self._press_secondary)
        self.bar.back_pressed.connect(self._press_back)
        self.bar.link_pressed.connect(self._open_place)
        self._middle = column(look, [])
        top = self._top_bar()
        layout = column(look, [top, self._middle, self.bar])
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._content: QWidget | None = None
        self._ahead: tuple[int, StepView[Any], QWidget] | None = None
        self._ahead_timer = QTimer(self)
        self._ahead_timer.setSingleShot(True)
        self._ahead_timer.setInterval(_AHEAD_MS)
        self._ahead_timer.timeout.connect(self._make_ahead)
        # Where "Back" leads out of a step that was opened for a look: (step, place in it).
        self._came_from: tuple[int, Json] | None = None
        self._show_step()

    # ── what is shown: another page plays a game in the same frame

    @property
    def _leave_words(self) -> str:
        return _("Leave the lesson (Esc). Your place is kept.")

    def _lesson_of(self, route: Route) -> Lesson:
        return self.learner.lesson(route.lesson)

    def _view_of(self, step: Step) -> StepView[Any]:
        return view_of(self.look, self.learner, self.lesson, step, self.surroundings)

    def _note_place(self, step: Step) -> None:
        """This is where to go on next time."""
        self.learner.view(self.lesson, step.id)

    @property
    def _origin(self) -> Route:
        """Where leaving the lesson leads: Home, or the list it was opened from."""
        return Route(self.route.detail) if self.route.detail else HOME

    # ── the frame

    def _top_bar(self) -> QWidget:
        look = self.look
        leave = Button(look, kind="ghost", icon="cross", name=self._leave_words)
        leave.clicked.connect(lambda: self.wants.emit(self._origin))
        self._title = ShortLabel(look, self.lesson.title, "small", "text2", most_px=300)
        self._segments = Segments(look, len(self.lesson.steps), self.index)
        self._count = Label(look, "", "small-strong", "text2")
        help_button = Button(
            look, kind="ghost", icon="phone", is_dense=True, name=_("It has happened to me (F9)")
        )
        help_button.clicked.connect(lambda: self.wants.emit(Route("help")))
        size = Button(look, kind="ghost", icon="text", is_dense=True, name=_("Text size"))
        size.clicked.connect(lambda: self.look_wanted.emit("text-size"))
        theme = Button(
            look,
            kind="ghost",
            icon="sun" if look.dark else "moon",
            is_dense=True,
            name=_("Light theme") if look.dark else _("Dark theme"),
        )
        theme.clicked.connect(lambda: self.look_wanted.emit("theme"))
        inner = row(
            look,
            [leave, self._title, self._segments, self._count, help_button, size, theme],
            gap=12,
            margins=(16, 8, 20, 8),
        )
        inner.setStretch(2, 1)
        return Bar(look, inner, edge="bottom")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the count says how far one is; the rest makes room."""
        super().resizeEvent(event)
        self._segments.setVisible(self.width() >= self.look.column_px(_SEGMENTS_FROM_PX))
        self._title.setVisible(self.width() >= self.look.column_px(_TITLE_FROM_PX))

    def _show_step(self, anchor: str = "") -> None:
        step = self.lesson.steps[self.index]
        done = frozenset(
            n
            for n, each in enumerate(self.lesson.steps)
            if self.learner.standing(f"{self.lesson.id}/{each.id}").done
        )
        self._segments.show_at(len(self.lesson.steps), self.index, done)
        self._count.setText(f"{self.index + 1} / {len(self.lesson.steps)}")
        self._note_place(step)
        view, content = self._take_ahead() or self._laid_out(self._view_of(step))
        self.view = view
        self.scroller = content if isinstance(content, ScrollPage) else None
        old = self._content
        self._content = content
        if old is not None:
            self._middle.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._middle.addWidget(content, 1)
        content.show()
        self.bar.raise_()  # last of the children: read after what it acts on
        self.spoken_title = _("Step {number} of {count}: {title}").format(
            number=self.index + 1, count=len(self.lesson.steps), title=step.title
        )
        view.foot_changed.connect(self._show_foot)
        view.finished.connect(self._go_on)
        view.go_back.connect(self._go_back)
        view.open_place.connect(self._open_place)
        view.reveal.connect(self._reveal)
        view.reveal_at.connect(self._reveal_at)
        view.announced.connect(self.announced)
        self._show_foot()
        self._ahead_timer.start()
        if anchor:
            self._lay_out_now()
            view.show_place({"anchor": anchor})

    def _laid_out(self, view: StepView[Any]) -> tuple[StepView[Any], QWidget]:
        """A view in the column that it scrolls in, or by itself if it fills the page."""
        if view.fills_page:
            return view, view
        inner = QWidget()
        middle = centred(self.look, view, width=view.column_px)
        inner.setLayout(column(self.look, [middle, "stretch"], margins=(24, 26, 24, 26)))
        return view, ScrollPage(self.look, inner)

    # ── the next step is made while this one is read

    def _make_ahead(self) -> None:
        """Build, lay out and paint the next step unseen, so that it is there when it is wanted."""
        index = self.index + 1
        is_there = self._ahead is not None and self._ahead[0] == index
        if is_there or index >= len(self.lesson.steps) or self._content is None:
            return
        self._drop_ahead()
        view, content = self._laid_out(self._view_of(self.lesson.steps[index]))
        content.setParent(self)
        content.hide()
        content.resize(self._content.size())
        content.grab()  # lays everything out, and draws pictures that are then kept
        self._ahead = (index, view, content)

    def _take_ahead(self) -> tuple[StepView[Any], QWidget] | None:
        """The step to be shown, if it is the one made ahead."""
        ahead, self._ahead = self._ahead, None
        if ahead is None:
            return None
        index, view, content = ahead
        if index == self.index:
            return view, content
        content.deleteLater()
        return None

    def _drop_ahead(self) -> None:
        if self._ahead is not None:
            self._ahead[2].deleteLater()
            self._ahead = None

    @property
    def is_left_by_going_on(self) -> bool:
        """One step alone was opened, from a list that its end leads back to."""
        return bool(self.route.detail)

    def _show_foot(self) -> None:
        foot = self.view.foot()
        if self._came_from is not None and not foot.secondary:
            foot = replace(foot, secondary=_("Back to the question"))
        self.bar.show_foot(foot)
        focus = QApplication.focusWidget()
        if focus is None or focus is self or focus is self.view or focus is self.window():
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out_now(self) -> None:
        """Where things lie is known only once they are laid out; Qt would do it later."""
        inner = self.scroller.widget() if self.scroller is not None else None
        layout = inner.layout() if inner is not None else None
        if layout is not None:
            layout.activate()

    def _reveal(self, widget: QWidget) -> None:
        if self.scroller is not None:
            self._lay_out_now()
            self.scroller.reveal(widget)

    def _reveal_at(self, widget: QWidget, above: int) -> None:
        if self.scroller is not None:
            self._lay_out_now()
            self.scroller.reveal_at(widget, above - self.look.space(16))

    # ── going on

    def _press_secondary(self) -> None:
        if self._came_from is not None and not self.view.foot().secondary:
            self._return()
        else:
            self.view.press_secondary()

    def _press_back(self) -> None:
        if self._came_from is not None:
            self._return()
        else:
            self.view.press_back()

    def _return(self) -> None:
        """Back to the question that a look at the lesson interrupted."""
        if self._came_from is None:
            return
        index, place = self._came_from
        self._came_from = None
        self.go_to(index)
        self.view.show_place(place)

    def _press_primary(self) -> None:
        if self.view.foot().is_ready:
            self.view.press_primary()

    def _go_on(self) -> None:
        self._came_from = None
        if self.is_left_by_going_on:
            self.wants.emit(self._origin)
        elif self.index + 1 < len(self.lesson.steps):
            self.go_to(self.index + 1)
        else:
            self.wants.emit(Route("lesson-summary", self.lesson.id))

    def _go_back(self) -> None:
        if self.is_left_by_going_on:
            self.wants.emit(self._origin)
        elif self.index > 0:
            self.go_to(self.index - 1)
        else:
            self.wants.emit(self._origin)

    def go_to(self, index: int, anchor: str = "") -> None:
        """Show another step of the lesson."""
        self.view.leave()
        self.index = index
        detail = self.route.detail
        self.route = Route("lesson", self.lesson.id, self.lesson.steps[index].id, detail)
        self._show_step(anchor)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.announced.emit(self.announcement, False)

    def spoken(self) -> str:
        return self.view.spoken()

    def _open_place(self, place: str) -> None:
        step, _hash, anchor = place.partition("#")
        ids = [each.id for each in self.lesson.steps]
        if step in ids:
            self._came_from = (self.index, self.view.place())
            self.go_to(ids.index(step), anchor)

    # ── what the window asks

    def first_focus(self) -> QWidget:
        found = self.view.first_focus()
        if found is not None:
            return found
        return self.bar.primary if self.bar.primary.isVisibleTo(self) else self

    def foot_focus(self) -> QWidget:
        """The action bar's main button, for F6."""
        return self.bar.primary if self.bar.primary.isEnabled() else self.bar.back

    def place(self) -> Json:
        return {
            "step": self.lesson.steps[self.index].id,
            "scroll": self.scroller.place() if self.scroller is not None else None,
            "view": self.view.place(),
        }

    def show_place(self, place: Json) -> None:
        if not isinstance(place, dict):
            return
        ids = [step.id for step in self.lesson.steps]
        if place.get("step") in ids and ids.index(str(place["step"])) != self.index:
            self.index = ids.index(str(place["step"]))
            self._show_step()
        self.view.show_place(place.get("view"))
        if self.scroller is not None:
            self.scroller.return_to(place.get("scroll"))

    def leave(self) -> None:
        self._ahead_timer.stop()
        self.view.leave()
        if self._came_from is not None:
            # Resume at the question, not at the place that was only looked up.
            self._note_place(self.lesson.steps[self._came_from[0]])

    def take_back(self) -> bool:
        if self._came_from is None:
            return False
        self._return()
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        is_typing = isinstance(focus, QLineEdit)
        key = event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key == Qt.Key.Key_Escape:
            self.wants.emit(self._origin)
            return True
        if not plain:
            return False
        if self.view.take_key(event):
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_primary()
            return True
        if is_typing:
            return False
        if key == Qt.Key.Key_Left and self.view.foot().can_go_back:
            self._press_back()
            return True
        if key == Qt.Key.Key_Right and self.view.foot().is_ready:
            self.view.press_primary()
            return True
        return False
