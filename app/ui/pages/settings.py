"""Settings: each holds at once, and keeps the place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n import _
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import SCALES, Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder
from app.ui.widgets.segmented import Segment, Segmented
from app.ui.widgets.surfaces import Surface


class SettingsPage(Page):
    """Language, look, course folder, and where things lie."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        parts: list[Part] = [
            self._card(_("Language and look"), [self._language(), *self._looks()]),
            14,
            self._card(_("Course"), [self._course()]),
            14,
            self._card(_("On this computer"), [self._places()]),
            14,
            self._more(),
        ]
        self.lay_out(holder(column(look, parts)), _("Settings"))

    def _card(self, title: str, lines: list[QWidget]) -> QWidget:
        look = self.look
        parts: list[Part] = [Label(look, title, "h3", wraps=True), 8]
        for line in lines:
            parts += [line, 10]
        return Surface(look, column(look, parts, margins=(20, 16, 20, 8)))

    def _line(self, title: str, note: str, control: QWidget) -> QWidget:
        look = self.look
        words: list[QWidget] = [Label(look, title, "strong", wraps=True)]
        if note:
            words.append(Label(look, note, "small", "text2", wraps=True))
        text = holder(column(look, list(words)))
        return Aside(look, text, control, least_px=220, gap=16)

    def _language(self) -> QWidget:
        control = Segmented(
            self.look,
            [Segment("zh-CN", "中文"), Segment("en", "English")],
            self.learner.language,
            name=_("Language"),
        )
        control.picked.connect(
            lambda picked: QTimer.singleShot(0, partial(self.surroundings.change_language, picked))
        )
        self._first = control.buttons()[0]
        return self._line(_("Language"), _("Of the window and of the lessons"), control)

    def _looks(self) -> list[QWidget]:
        settings = self.surroundings.settings
        system = Segment("system", _("As the system"))
        sizes = [
            Segment(f"{scale:g}", _("{percent} %").format(percent=round(100 * scale)))
            for scale in SCALES
        ]
        return [
            self._choice(
                "theme",
                _("Theme"),
                "",
                [system, Segment("light", _("Light")), Segment("dark", _("Dark"))],
            ),
            self._line(
                _("Text size"),
                _("Everything grows along"),
                self._segmented(
                    _("Text size"),
                    sizes,
                    f"{settings.scale:g}",
                    lambda value: settings.choose("scale", float(value)),
                ),
            ),
            self._choice(
                "contrast",
                _("High contrast"),
                _("Darker text and clearer borders"),
                [system, Segment("on", _("On")), Segment("off", _("Off"))],
            ),
            self._choice(
                "motion",
                _("Movement"),
                _("Whether anything on the page may move"),
                [system, Segment("on", _("On")), Segment("off", _("Off"))],
            ),
        ]

    def _choice(self, name: str, title: str, note: str, segments: list[Segment]) -> QWidget:
        settings = self.surroundings.settings
        control = self._segmented(
            title, segments, settings.text(name), lambda value: settings.choose(name, value)
        )
        return self._line(title, note, control)

    def _segmented(
        self, title: str, segments: list[Segment], value: str, choose: Callable[[str], None]
    ) -> Segmented:
        control = Segmented(self.look, segments, value, name=title)

        def take(picked: str) -> None:
            choose(picked)
            # Later, since Qt is still busy with the key that picked: the page is built anew.
            QTimer.singleShot(0, self.surroundings.change_look)

        control.picked.connect(take)
        return control

    def _course(self) -> QWidget:
        look = self.look
        folder = self.surroundings.course_folder()
        choose = Button(look, _("Open another folder"), "outline", icon="folder", is_dense=True)
        choose.clicked.connect(self._choose_folder)
        built_in = Button(look, _("Open the built-in lessons"), "ghost", is_dense=True)
        built_in.clicked.connect(lambda: self.surroundings.open_course_folder(None))
        again = Button(look, _("Read the files again"), "ghost", icon="again", is_dense=True)
        again.clicked.connect(lambda: self.surroundings.open_course_folder(folder))
        return holder(
            column(
                look,
                [
                    Label(look, self.learner.course.info.title, "strong", wraps=True),
                    Label(look, str(folder), "small", "text2", wraps=True),
                    8,
                    Flow(look, [choose, built_in, again]),
                ],
            )
        )

    def _choose_folder(self) -> None:
        dialog = QFileDialog(
            self, _("A folder with a course.yaml"), str(self.surroundings.course_folder())
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.surroundings.open_course_folder(Path(name)))
        dialog.open()

    def _places(self) -> QWidget:
        look = self.look
        title, detail = self.surroundings.seal_words()
        lines = [
            _("Your progress: {file}").format(file=self.surroundings.history_file),
            _("Log of faults: {file}").format(file=self.surroundings.log_file),
            _("Network: {title}. {detail}.").format(title=title, detail=detail),
        ]
        return holder(
            column(look, [Label(look, line, "small", "text2", wraps=True) for line in lines], gap=4)
        )

    def _more(self) -> QWidget:
        look = self.look
        learners = Button(
            look, _("Learners on this computer"), "tonal", icon="person", is_dense=True
        )
        learners.clicked.connect(lambda: self.wants.emit(Route("learners")))
        keys = Button(look, _("Keys (F1)"), "tonal", icon="keyboard", is_dense=True)
        keys.clicked.connect(lambda: self.wants.emit(Route("keys")))
        about = Button(look, _("About and licences"), "tonal", icon="info", is_dense=True)
        about.clicked.connect(lambda: self.wants.emit(Route("about")))
        return Flow(look, [learners, keys, about])

    def first_focus(self) -> QWidget | None:
        return self._first
