"""The main window: one page at a time, beside the rail or on its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.shell.rail import HELP, SECTIONS, Rail
from app.ui.theme.look import SCALES, Look

if TYPE_CHECKING:
    from app.errors import ShilianError
    from app.ui.shell.banner import Banner
    from app.ui.shell.voice import Voice
    from app.ui.widgets.focus_ring import FocusRing

_NARROW_BELOW_PX = 1000
_NARROW_FROM_SCALE = 1.3

MakeLook = Callable[[], Look]
MakePage = Callable[[Look, Learner, Route], Page]


class Window(QWidget):
    """Shows a route, remembers the way back, and builds everything again in a new look."""

    painted = Signal()  # the first picture is on the screen
    ready = Signal()  # and keys do what they do; no event comes between the two
    theme_pressed = Signal()
    text_size_pressed = Signal()
    language_pressed = Signal()
    closed = Signal()

    def __init__(
        self, learner: Learner, make_look: MakeLook, make_page: MakePage, badge: tuple[str, str]
    ) -> None:
        super().__init__()
        self._learner = learner
        self._make_look = make_look
        self._make_page = make_page
        self.badge = badge
        self.look = make_look()
        self.route = HOME
        self.page: Page | None = None
        self.rail: Rail | None = None
        self._way_back: list[tuple[Route, Json]] = []  # and where one was on each page
        self._is_narrow = False
        self._has_painted = False
        self.setMinimumSize(480, 420)
        self.setPalette(self.look.palette())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._outer = outer
        self._banner: Banner | None = None
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        outer.addLayout(self._body, 1)
        self._voice: Voice | None = None  # made when there is first something to say
        self.ring: FocusRing | None = None  # made once the first picture is there

    @property
    def banner(self) -> Banner:
        """The line above everything; made when there is first something to say."""
        if self._banner is None:
            from app.ui.shell.banner import Banner

            self._banner = Banner(self.look)
            self._banner.action_pressed.connect(lambda page: self.go(Route(page)))
            self._outer.insertWidget(0, self._banner)
        return self._banner

    def say(self, trouble: ShilianError) -> None:
        """Show a trouble in the banner."""
        self.banner.say(trouble)

    def put_trouble_away(self) -> None:
        """What was said no longer holds."""
        if self._banner is not None:
            self._banner.put_away()

    # ── going places

    def go(self, route: Route, *, remember: bool = True) -> None:
        """Show a route; `remember` lets Back return to where one is now."""
        place = None
        if self.page is not None:
            if route == self.page.route:
                place = self.page.place()  # one is there already: nothing is lost
            elif remember and route != self.route:
                self._way_back.append((self.page.route, self.page.place()))
                del self._way_back[:-30]
            self.page.leave()
        if route.page == "home":
            self._way_back.clear()
        self._show(route, place)

    def forget_way_back(self) -> None:
        """What was seen before is nobody else's business."""
        self._way_back.clear()

    def _show(self, route: Route, place: Json) -> None:
        self.route = route
        self._show_page(place)
        self.setWindowTitle(self._title())
        if self._has_painted and self.page is not None:
            self.announce(self.page.announcement, False)

    def go_back(self) -> None:
        """To the page before; from the first one, Home."""
        if not self._way_back:
            self.go(HOME, remember=False)
            return
        route, place = self._way_back.pop()
        if self.page is not None:
            self.page.leave()
        self._show(route, place)

    def build_again(self) -> None:
        """The look or language changed: the same place, built anew."""
        place = self.page.place() if self.page is not None else None
        focused = self._focused_control()
        if self.page is not None:
            self.page.leave()
        self.look = self._make_look()
        QApplication.setPalette(self.look.palette())
        self.setPalette(self.look.palette())
        if self._banner is not None:
            self._banner.use(self.look)
        if self.ring is not None:
            self.ring.use(self.look)
        self._drop_rail()
        self._show_page(place)
        self.setWindowTitle(self._title())
        self._focus_again(focused)

    def _title(self) -> str:
        """Which page this is; Qt adds the app's name."""
        return self.page.spoken_title if self.page is not None else ""

    def _focused_control(self) -> tuple[bool, type[QWidget], int] | None:
        """Which control has the keyboard: in the rail or the page, its kind, its number there."""
        focused = QApplication.focusWidget()
        for in_rail, region in ((True, self.rail), (False, self.page)):
            if focused is not None and region is not None:
                shown = _shown(region, type(focused))
                if focused in shown:
                    return in_rail, type(focused), shown.index(focused)
        return None

    def _focus_again(self, control: tuple[bool, type[QWidget], int] | None) -> None:
        """The same control of the page built anew, so that a key can be pressed twice."""
        if control is None:
            return
        in_rail, kind, number = control
        region = self.rail if in_rail else self.page
        found = _shown(region, kind) if region is not None else []
        if number < len(found):
            found[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_page(self, place: Json) -> None:
        had_focus = self.page is not None
        old = self.page
        page = self._make_page(self.look, self._learner, self.route)
        page.wants.connect(self.go)
        page.wants_back.connect(self.go_back)
        page.announced.connect(self.announce)
        page.look_wanted.connect(self._on_look_wanted)
        self.page = page
        self._show_rail(page)
        if old is not None:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._body.addWidget(page, 1)
        page.show()
        if place is not None:
            page.show_place(place)
        focus = page.first_focus()
        if focus is not None and (had_focus or self._has_painted):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.ring is not None:
            self.ring.raise_()

    def _on_look_wanted(self, what: str) -> None:
        (self.theme_pressed if what == "theme" else self.text_size_pressed).emit()

    def _show_rail(self, page: Page) -> None:
        if not page.uses_rail:
            self._drop_rail()
            return
        self._is_narrow = self._wants_narrow()
        if self.rail is not None:
            self.rail.light(self.route.page)
            return
        self.rail = Rail(
            self.look,
            self.route.page,
            is_narrow=self._is_narrow,
            badge=self.badge,
            learner_name=self._learner.name,
        )
        self.rail.wants.connect(self.go)
        self.rail.theme_pressed.connect(self.theme_pressed)
        self.rail.text_size_pressed.connect(self.text_size_pressed)
        self.rail.language_pressed.connect(self.language_pressed)
        self._body.insertWidget(0, self.rail)
        self.rail.show()

    def _drop_rail(self) -> None:
        if self.rail is not None:
            self._body.removeWidget(self.rail)
            self.rail.hide()
            self.rail.deleteLater()
            self.rail = None

    def show_badge(self, badge: tuple[str, str]) -> None:
        """Say anew what the sandbox holds on this system."""
        self.badge = badge
        self.show_rail_again()

    def show_rail_again(self) -> None:
        """The rail's words changed (badge, learner, width)."""
        if self.rail is not None and self.page is not None:
            focused = self._focused_control()
            self._drop_rail()
            self._show_rail(self.page)
            if focused is not None and focused[0]:
                self._focus_again(focused)

    def _wants_narrow(self) -> bool:
        return self.width() < _NARROW_BELOW_PX or self.look.scale >= _NARROW_FROM_SCALE

    # ── keys

    def _make_shortcuts(self) -> None:
        for number, section in enumerate(SECTIONS, start=1):
            self._shortcut(f"Ctrl+{number}", partial(self.go, section.route))
        self._shortcut("F9", lambda: self.go(HELP))
        self._shortcut("Ctrl+,", lambda: self.go(Route("settings")))
        self._shortcut("F1", lambda: self.go(Route("keys")))
        self._shortcut("F6", self._next_region)
        self._shortcut("Alt+Left", self._on_back_key)

    def _on_back_key(self) -> None:
        if self.page is None or not self.page.take_back():
            self.go_back()

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(act)

    def _next_region(self) -> None:
        """F6: rail → content → action bar → rail."""
        focused = QApplication.focusWidget()
        regions: list[QWidget | None] = []
        if self.rail is not None:
            regions.append(self.rail.section_buttons[0])
        if self.page is not None:
            regions.append(self.page.first_focus() or self.page)
            regions.append(getattr(self.page, "foot_focus", lambda: None)())
        stops = [region for region in regions if region is not None and region.isVisible()]
        if not stops:
            return
        at = next((n for n, stop in enumerate(stops) if stop is focused), -1)
        if at < 0 and focused is not None and self.rail is not None:
            at = 0 if self.rail.isAncestorOf(focused) else min(1, len(stops) - 1)
        stops[(at + 1) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.page
        if page is not None and (page.take_key(event) or page.scroll_by_key(event)):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and self.route != HOME:
            self.go_back()
            return
        super().keyPressEvent(event)

    # ── what Qt tells us

    def announce(self, words: str, is_urgent: bool) -> None:
        """Say something to screen readers."""
        if self._voice is None:
            from app.ui.shell.voice import Voice

            self._voice = Voice(self)
        self._voice.say(words, is_urgent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.rail is not None and self._wants_narrow() != self._is_narrow:
            self.show_rail_again()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.color("bg"))
        if not self._has_painted:
            self._has_painted = True
            QTimer.singleShot(0, self._on_painted)

    def _on_painted(self) -> None:
        self.painted.emit()
        self._listen()
        self.ready.emit()

    def _listen(self) -> None:
        """From now on keys do what they do, and the focus can be seen."""
        from app.ui.shell.keys import RepeatGuard
        from app.ui.widgets.focus_ring import FocusRing

        self._repeat_guard = RepeatGuard(self)
        self._make_shortcuts()
        self.ring = FocusRing(self.look, self)
        self.ring.watch()
        if self.page is not None:
            focus = self.page.first_focus()
            if focus is not None:  # some systems have chosen the first control by now
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page is not None:
            self.page.leave()
        self.closed.emit()
        super().closeEvent(event)


def _shown(region: QWidget, kind: type[QWidget]) -> list[QWidget]:
    """The widgets of a kind that can be seen, in the order they were made."""
    return [each for each in region.findChildren(kind) if each.isVisible()]


def next_scale(scale: float) -> float:
    """The next text size, from the largest back to the first."""
    at = SCALES.index(scale) if scale in SCALES else 0
    return SCALES[(at + 1) % len(SCALES)]
