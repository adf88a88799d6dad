"""The composition root of the window: makes every object and joins them; nothing else does."""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import i18n, paths
from app import language as languages
from app.content.cache import Cache
from app.content.catalog import Course, open_course
from app.errors import ShilianError
from app.i18n import _
from app.progress.scribe import Scribe
from app.progress.store import Opened, Store
from app.progress.uuid7 import RANDOM_BITS
from app.settings import Settings
from app.ui.learner import Learner
from app.ui.pages.table import make_page
from app.ui.route import HOME, Route
from app.ui.shell.page import Page
from app.ui.shell.window import Window, next_scale
from app.ui.surroundings import Surroundings
from app.ui.theme import fonts
from app.ui.theme.look import Look
from app.ui.tidying import Tidying

if TYPE_CHECKING:
    from app.sandbox import Seal
    from app.ui.warming import Warming
    from app.ui.widgets.pictures import CoursePictures

# One style on every system. (`setStyle` would hand the old one back, and PySide would load
# what it needs for that: 4 ms.)
_ARGUMENTS = ["shilian", "-style", "Fusion"]
_READ_AT_ONCE = 16  # lessons; more than these, unread, would keep the window waiting
HISTORY_NAME = "learner.db"
_AFTER_HOME_MS = 400  # the daily copy and the log wait until Home is on the screen


def now_ms() -> int:
    """The clock: milliseconds since 1970 UTC."""
    return time.time_ns() // 1_000_000


def dice(bits: int) -> int:
    """Chance: a whole number of this many random bits, from the system."""
    return int.from_bytes(os.urandom((bits + 7) // 8), "big") >> (-bits % 8)


class Application(QObject):
    """All objects of a run. `data` is the folder of the history and settings."""

    def __init__(self, course: Path | None, data: Path | None, language: str) -> None:
        super().__init__()
        self.data = data if data is not None else paths.data_folder()
        settings_file = self.data / paths.settings_file().name
        self.settings = Settings(settings_file, self._on_settings_trouble)
        self.language = languages.choose(language, settings_file, os.environ)
        i18n.use(self.language)
        chosen = self.settings.text("course")
        self.course_folder = course or (Path(chosen) if chosen else paths.built_in_course())
        self._course_pictures: CoursePictures | None = None
        self._cache = Cache(paths.cache_folder())
        self.opened: Opened = Store.open(self.data / HISTORY_NAME, now_ms=now_ms())
        store = self.opened.store
        scribe = Scribe(now_ms, dice, after=store.last_id())
        self.learner = Learner(
            store, scribe, now_ms, dice, self._open_course, self.language, self._who(store)
        )
        self.surroundings = Surroundings(
            settings=self.settings,
            pictures=self._pictures,
            history_file=self.data / HISTORY_NAME,
            seal_words=lambda: self.window.badge,
            now_ms=now_ms,
            change_look=lambda: self.window.build_again(),
            change_language=self.speak,
            open_course_folder=self.use_course,
            course_folder=lambda: self.course_folder,
            log_file=paths.log_folder() / "shilian.log",
            window_width=lambda: self.window.width(),
        )
        fonts.load_text_faces()
        self.window = Window(self.learner, self.make_look, self._make_page, _first_badge())
        QApplication.setPalette(self.window.look.palette())
        self._copy_timer = QTimer(self)
        self._copy_timer.setSingleShot(True)
        self._copy_timer.setInterval(_AFTER_HOME_MS)
        self._copy_timer.timeout.connect(self._keep_daily_copy)
        self._copy_timer.timeout.connect(self._warm_up)
        self.warming: Warming | None = None
        self._is_closed = False
        self._shown_learner = self.learner.id
        self.tidying = Tidying(self)
        self._join()

    # ── making

    def _pictures(self) -> CoursePictures:
        from app.ui.widgets.pictures import CoursePictures

        if self._course_pictures is None or self._course_pictures.folder != self.course_folder:
            self._course_pictures = CoursePictures(self.course_folder)
        return self._course_pictures

    def _open_course(self, language: str) -> Course:
        course = open_course(
            self.course_folder, language, self._cache, date.today(), at_once=_READ_AT_ONCE
        )
        if not course.is_read:
            QTimer.singleShot(0, self, self._read_course)
        return course

    def _read_course(self) -> None:
        """Read a large course in a thread of its own; Home shows how far it is."""
        from app.ui.background import Work

        folder, language = self.course_folder, self.language

        def read() -> Course:
            return open_course(
                folder, language, self._cache, date.today(), on_progress=work.advanced.emit
            )

        work = Work(read, self)
        work.advanced.connect(self.learner.reading)
        work.came_to.connect(self._take_course)
        work.start()

    def _take_course(self, course: Course) -> None:
        if self._is_closed:
            return  # read to its end while the window was closing
        if course.folder == self.course_folder.absolute() and course.language == self.language:
            self.learner.take_course(course)
            self.window.build_again()

    def _who(self, store: Store) -> str:
        known = [each.id for each in store.learners()]
        current = store.current_learner()
        if current in known:
            return str(current)
        if known:
            return known[0]
        try:
            return store.add_learner(_("Learner"), now_ms(), dice(RANDOM_BITS)).id
        except ShilianError:
            return store.learners()[0].id

    def _make_page(self, look: Look, learner: Learner, route: Route) -> Page:
        return make_page(look, learner, route, self.surroundings)

    def make_look(self) -> Look:
        """The look that settings and system ask for."""
        hints = QGuiApplication.styleHints()
        theme = self.settings.text("theme")
        dark = theme == "dark"
        if theme == "system":
            dark = hints.colorScheme() == Qt.ColorScheme.Dark
        contrast = self.settings.text("contrast") == "on"
        motion = self.settings.text("motion") == "off"
        accessibility = getattr(hints, "accessibility", lambda: None)()
        if accessibility is not None and self.settings.text("contrast") == "system":
            wish = accessibility.contrastPreference()
            contrast = wish == Qt.ContrastPreference.HighContrast
        if self.settings.text("motion") == "system":
            wish = getattr(accessibility, "motionPreference", lambda: None)()
            motion = getattr(wish, "name", "") == "ReducedMotion"
        latin_first = self.language == "en"
        if latin_first:
            fonts.load_latin_faces()
        return Look(
            dark=dark,
            scale=self.settings.scale,
            contrast=contrast,
            reduced_motion=motion,
            latin_first=latin_first,
        )

    def _join(self) -> None:
        window, learner = self.window, self.learner
        window.theme_pressed.connect(self._switch_theme)
        window.text_size_pressed.connect(self._next_text_size)
        window.language_pressed.connect(self._switch_language)
        learner.troubled.connect(window.say)
        learner.saved_again.connect(window.put_trouble_away)
        learner.learner_switched.connect(self._on_learner_switched)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda _scheme: self._on_system_theme())

    # ── running

    def show(self) -> None:
        """Put the window on the screen, Home first; everything else waits until it is painted."""
        self.window.ready.connect(self._after_first_picture)
        self._show_home()

    def show_once(self, out: TextIO | None) -> None:
        """Show Home, say "painted" to `out` when it is, and end: for measuring the start."""

        def tell() -> None:
            if out is not None:  # a program without a console has none
                out.write("painted\n")
                out.flush()

        self.window.painted.connect(tell)
        self.window.ready.connect(QApplication.quit)
        self._show_home()

    def _show_home(self) -> None:
        self.window.resize(1280, 800)
        self.window.go(HOME)
        self.window.show()

    def _after_first_picture(self) -> None:
        from app.sandbox import seal
        from app.ui.qt_words import QtWords

        self.seal: Seal = seal()
        self._qt_words = QtWords(self)
        self._qt_words.speak(self.language)
        self.window.show_badge(_badge(self.seal))
        if self.opened.trouble is not None:
            tone = "info" if self.opened.state == "recovered" else "warn"
            self.window.banner.say(self.opened.trouble, tone=tone)
        self._copy_timer.start()

    def _warm_up(self) -> None:
        """Load what will be opened next, while Home is being looked at."""
        from app.ui.warming import Warming

        whole = [entry.id for entry in self.learner.entries if not entry.is_broken]
        lessons = [partial(self.learner.lesson_or_none, each) for each in whole[:_READ_AT_ONCE]]
        links = [lambda: self.learner.links.levels, lambda: self.learner.links.brands]
        self.warming = Warming([*lessons, *links], self)
        self.warming.start()

    def _keep_daily_copy(self) -> None:
        if self.opened.state not in ("fresh", "ok", "recovered"):
            return
        from app.ui.background import copy_in_background

        copy_in_background(self.data / HISTORY_NAME, now_ms(), self)

    def close(self) -> None:
        """Let go of everything; a copy being made is waited for."""
        from PySide6.QtCore import QThread

        self._is_closed = True
        self.tidying.stop()
        self._copy_timer.stop()
        if self.warming is not None:
            self.warming.stop()
        self.window.close()
        for work in self.findChildren(QThread):
            work.wait()
        self.opened.store.close()

    # ── what concerns the whole window

    def speak(self, language: str) -> None:
        """Another language for window and lessons, at the same place."""
        self.settings.choose("language", language)
        self.language = language
        i18n.use(language)
        self.window.badge = _badge(self.seal) if hasattr(self, "seal") else _first_badge()
        if hasattr(self, "_qt_words"):
            self._qt_words.speak(language)
        self.learner.speak(language)
        self.window.build_again()

    def use_course(self, folder: Path | None) -> None:
        """Open another course folder; None for the built-in one."""
        self.settings.choose("course", str(folder) if folder else "")
        self.course_folder = folder or paths.built_in_course()
        self._course_pictures = None  # they may have changed as well
        self.learner.reload_course()
        self.window.go(HOME)

    def _on_learner_switched(self) -> None:
        """Another learner, or the same one by another name."""
        if self.learner.id != self._shown_learner:
            self._shown_learner = self.learner.id
            self.window.forget_way_back()
        self.window.build_again()

    def _switch_theme(self) -> None:
        self.settings.choose("theme", "light" if self.window.look.dark else "dark")
        self.window.build_again()

    def _next_text_size(self) -> None:
        self.settings.choose("scale", next_scale(self.settings.scale))
        self.window.build_again()

    def _switch_language(self) -> None:
        self.speak("en" if self.language != "en" else "zh-CN")

    def _on_system_theme(self) -> None:
        if self.settings.text("theme") == "system":
            self.window.build_again()

    def _on_settings_trouble(self, trouble: OSError) -> None:
        self.window.banner.say(
            ShilianError(
                _("This choice holds now, but could not be saved: {reason}").format(
                    reason=trouble.strerror or trouble
                ),
                safe=_("Your progress is not affected."),
            )
        )


def _first_badge() -> tuple[str, str]:
    return _("Offline"), _("Links are never opened")


def _badge(held: Seal) -> tuple[str, str]:
    """What holds on this system, and nothing more."""
    if held.by == "kernel":
        return _("Offline sandbox"), _("The system lets this app reach no network")
    if held.by == "python":
        return _("Offline"), _("This app makes no connections and opens no links")
    return _("Offline"), _("Links are never opened")


def run(
    *,
    course: Path | None = None,
    data: Path | None = None,
    language: str = "",
    exit_after_paint: bool = False,
) -> int:
    """Open the window and stay until it is closed; the process's exit code."""
    qt = QApplication.instance() or QApplication(_ARGUMENTS)
    QGuiApplication.setApplicationDisplayName("识链 Shilian")
    QGuiApplication.setDesktopFileName("shilian")
    from app.ui.trouble import catch_bugs

    catch_bugs(paths.log_folder() / "shilian.log")
    application = Application(course, data, language)
    if exit_after_paint:
        application.show_once(sys.stdout)
    else:
        application.show()
    application.tidying.begin()
    code = qt.exec()
    application.close()
    return code
