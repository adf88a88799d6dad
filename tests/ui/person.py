"""Somebody in front of the running app: sees what is on the screen, uses mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextBrowser,
    QWidget,
)

from app.ui.background import Work
from app.ui.steps.quiz import QuizView
from app.ui.tour.robot import Robot
from app.ui.widgets.surfaces import Chip

if TYPE_CHECKING:
    from app.ui.application import Application
    from app.ui.pages.lesson import LessonPage
    from app.ui.route import Route
    from app.ui.shell.page import Page

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
P = TypeVar("P", bound="Page")
_LONGEST_ROUND = 400  # stops of the Tab key


class Person(Robot):
    """Uses the app by names and keys; looks at its state only to know what to do."""

    def __init__(self, app: Application) -> None:
        super().__init__(app.window)
        self.app = app
        self.on_left: Callable[[], None] = lambda: None

    # ── seeing

    @property
    def page(self) -> Page:
        """The page on the screen."""
        page = self.app.window.page
        assert page is not None
        return page

    def on(self, kind: type[P]) -> P:
        """The page on the screen, which is of this kind."""
        page = self.page
        assert isinstance(page, kind)
        return page

    def visit(self, route: Route, kind: type[P]) -> P:
        """Go to a place that shows a page of this kind."""
        self.app.window.go(route)
        self.settle()
        return self.on(kind)

    @property
    def lesson_page(self) -> LessonPage:
        """The lesson player on the screen."""
        page: Any = self.page
        return page  # type: ignore[no-any-return]

    @property
    def quiz(self) -> QuizView:
        """The quiz on the screen."""
        view = self.lesson_page.view
        assert isinstance(view, QuizView)
        return view

    @property
    def where(self) -> tuple[str, str, str]:
        """Page, lesson and step."""
        route = self.page.route
        step = route.step
        if route.page == "lesson":
            step = self.lesson_page.lesson.steps[self.lesson_page.index].id
        return route.page, route.lesson, step

    def words(self) -> str:
        """Everything that can be read in the window, also what must be scrolled to."""
        said: list[str] = []
        for widget in self.window.findChildren(QWidget):
            if not widget.isVisibleTo(self.window):
                continue
            if isinstance(widget, QLabel):
                said.append(widget.text())
            elif isinstance(widget, QTextBrowser):
                said.append(widget.toPlainText())
            elif isinstance(widget, QAbstractButton | Chip):
                said.append(widget.accessibleName())
            elif isinstance(widget, QLineEdit):
                said.append(widget.text())
        return "\n".join(part for part in said if part)

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere in the window."""
        return words in self.words()

    def banner(self) -> str:
        """What the line above everything says; empty while there is none."""
        banner = self.app.window.banner
        return banner.words if banner.isVisibleTo(self.window) else ""

    def can_see(self, widget: QWidget) -> bool:
        """Whether some of a widget is inside the window and not scrolled away."""
        return widget.isVisibleTo(self.window) and not self._seen(widget).isEmpty()

    def _seen(self, widget: QWidget) -> QRect:
        box = QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())
        seen = box & self.window.rect()
        above = widget.parentWidget()
        while above is not None and above is not self.window:
            if isinstance(above, QScrollArea):
                port = above.viewport()
                seen &= QRect(port.mapTo(self.window, QPoint(0, 0)), port.size())
            above = above.parentWidget()
        return seen

    def focused(self) -> str:
        """The name of what the keyboard is on."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() if widget is not None else ""

    # ── keyboard

    def keys(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None) -> None:
        """Press keys one after the other, wherever the keyboard is."""
        for key in keys:
            target = QApplication.focusWidget() or self.window
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)
            self.settle(2)

    def type_words(self, text: str) -> None:
        """Type into the field that has the keyboard, Chinese as an input method hands it over."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), f"the keyboard is on {field}"
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)
        self.settle(2)

    def tab_round(self) -> Iterator[QWidget]:
        """Everything Tab stops at, from here once around."""
        seen: list[QWidget] = []
        for _press in range(_LONGEST_ROUND):
            QTest.keyClick(QApplication.focusWidget() or self.window, Key.Key_Tab)
            stop = QApplication.focusWidget()
            if stop is None or stop in seen:
                return
            seen.append(stop)
            yield stop

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is on what has this name."""
        for stop in self.tab_round():
            if stop.accessibleName().startswith(name):
                self.settle(2)
                return
        raise LookupError(f"Tab never comes to “{name}”")

    def press_primary(self) -> None:
        """Press the main button of the action bar, whatever it says."""
        self.click(self.lesson_page.bar.primary)

    # ── mouse

    def point_at(self, widget: QWidget) -> None:
        """Scroll there with the wheel if need be, and click where it really lies.

        The click goes to whatever is at that point, so a covered widget gets none.
        """
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                self._turn_wheel(above, widget)
            above = above.parentWidget()
        assert self.can_see(widget), f"“{widget.accessibleName()}” cannot be seen"
        spot = widget.mapTo(self.window, self._spot(widget))
        target = self.window.childAt(spot)
        assert target is not None
        is_inside = target is widget or widget.isAncestorOf(target)
        assert is_inside, f"“{widget.accessibleName()}” is covered by {target}"
        QTest.mouseClick(
            target,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            target.mapFrom(self.window, spot),
        )
        self.settle(2)

    def _spot(self, widget: QWidget) -> QPoint:
        """The middle of what can be seen of a widget."""
        return widget.mapFrom(self.window, self._seen(widget).center())

    def _turn_wheel(self, area: QScrollArea, widget: QWidget) -> None:
        port = area.viewport()
        for _turn in range(200):
            middle = widget.mapTo(port, widget.rect().center()).y()
            if 0 <= middle < port.height():
                return
            before = area.verticalScrollBar().value()
            send_wheel(port, 120 if middle < 0 else -120)
            self.settle(1)
            if area.verticalScrollBar().value() == before:
                return

    # ── coming and going

    def open_lesson(self, lesson: str, step: str = "") -> None:
        """Go straight to a step, as a link from Home would."""
        from app.ui.route import Route

        self.app.window.go(Route("lesson", lesson, step))
        self.settle()

    def wait_for_work(self) -> None:
        """Until what runs beside the window is through."""
        self.wait_for(lambda: not any(w.isRunning() for w in self._works()), "work to end")

    def _works(self) -> list[Work]:
        return [*self.app.findChildren(Work), *self.window.findChildren(Work)]

    def leave(self) -> None:
        """Close the window and let go of everything, as the end of the process would."""
        self.on_left()
        self.app.close()
        for work in self._works():
            work.wait()
        self.app.window.deleteLater()
        self.app.deleteLater()
        self.settle(2)


def send_wheel(target: QWidget, angle: int) -> None:
    """Turn the mouse wheel over a widget; negative scrolls down."""
    at = QPointF(target.rect().center())
    event = QWheelEvent(
        at,
        target.mapToGlobal(at),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)
