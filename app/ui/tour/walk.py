"""The walk: every screen of the app in one language, theme and text size."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import paths
from app.content.models import QuizStep, ScenarioStep
from app.i18n import _
from app.learning.grading import right_response
from app.learning.scenario import Play
from app.ui.application import Application
from app.ui.pages.lesson import LessonPage
from app.ui.route import HOME, Route
from app.ui.steps.quiz import QuizView
from app.ui.steps.scenario import ScenarioView
from app.ui.tour.answers import wrong_response
from app.ui.tour.link_walk import LinkWalk
from app.ui.tour.robot import Robot
from app.ui.widgets.chat import Bubble
from app.ui.widgets.disclosure import Disclosure
from app.ui.widgets.segmented import Segmented

_BROKEN = (
    "format: 1\nid: broken-lesson\nversion: 1\nlanguage: zh-CN\ntitle：少了一个冒号\nsteps: []\n"
)
_LONGEST_QUIZ = 60
_LONGEST_PLAY = 12


class Walk:
    """One run of the real application on a history of its own, thrown away afterwards."""

    def __init__(
        self,
        language: str,
        theme: str,
        scale: float,
        size: tuple[int, int],
        keep: Callable[[str, Application], None],
        course: Path | None = None,
    ) -> None:
        self._course = course
        self._language, self._theme, self._scale, self._size = language, theme, scale, size
        self._keep = keep
        self._graded: set[str] = set()
        self.links = LinkWalk(self._shot)

    def run(self) -> None:
        """Walk through everything."""
        with tempfile.TemporaryDirectory(prefix="shilian-tour-") as folder:
            self._open(Path(folder), self._course)
            try:
                self._start()
                self._lessons()
                self._sections()
                self.links.whole(self.app, self.robot)
            finally:
                self._close()
            self._broken_course(Path(folder))
            self._damaged_history(Path(folder))
            self._narrow(Path(folder))

    # ── opening and closing

    def _open(self, data: Path, course: Path | None) -> None:
        self.app = Application(course, data, self._language)
        settings = self.app.settings
        settings.choose("theme", self._theme)
        settings.choose("scale", self._scale)
        self.app.window.build_again()
        self.app.show()
        self.app.window.resize(*self._size)
        self.robot = Robot(self.app.window)
        self.robot.wait_for(lambda: hasattr(self.app, "seal"), "the first picture")
        # A large course that is not in the cache is read beside the window.
        self.robot.wait_for(lambda: self.app.learner.course.is_read, "the lessons")
        self.robot.settle()

    def _close(self) -> None:
        self.app.close()
        self.app.window.deleteLater()
        self.robot.settle()

    def _shot(self, name: str) -> None:
        self.robot.settle(10)
        self._keep(name, self.app)

    # ── stations

    def _start(self) -> None:
        self._shot("home-new")
        self.robot.key(Qt.Key.Key_Return)
        self._shot("lesson-first-step")
        self.app.window.go(HOME)

    def _lessons(self) -> None:
        taken: set[str] = set()
        for number, entry in enumerate(self.app.learner.entries):
            if entry.is_broken:
                continue
            for step in entry.steps:
                self.app.window.go(Route("lesson", entry.id, step.id))
                name = f"{entry.stem}-{step.id}"
                self._shot(name)
                page = self.app.window.page
                assert isinstance(page, LessonPage)
                if step.type == "quiz":
                    self._quiz(page, name, taken, passes=number != 1)
                elif step.type == "scenario":
                    self._scenario(page, name, is_careful=number == 0)
                elif step.type == "checklist":
                    self._checklist(name)
                elif step.type == "link-game":
                    self.links.lesson_step(page, name)
                elif step.type == "faq":
                    self.robot.click(self._first_line())
                    self._shot(f"{name}-open")
                page = self.app.window.page
                if isinstance(page, LessonPage):
                    if page.bar.secondary.text() == _("Continue"):
                        page.view.press_secondary()  # a quiz that was not passed
                    else:
                        page.view.press_primary()
                    self.robot.settle()
            self.app.window.go(Route("lesson-summary", entry.id))
            self._shot(f"{entry.stem}-summary")
            self.app.window.go(HOME)
            self._shot(f"home-after-{number + 1}")

    def _first_line(self) -> QWidget:
        line: QWidget = self.robot.of_type(Disclosure)[0].line
        return line

    def _quiz(self, page: LessonPage, name: str, taken: set[str], *, passes: bool) -> None:
        view = page.view
        assert isinstance(view, QuizView)
        assert isinstance(view.step, QuizStep)
        view.press_primary()
        self.robot.settle()
        for _round in range(_LONGEST_QUIZ):
            panel = view.panel
            if panel is None:
                break
            question = panel.question
            is_new = question.type not in taken
            taken.add(question.type)
            if is_new:
                self._shot(f"question-{question.type}")
            wrong = (is_new and not passes) or (not passes and _round % 2 == 0)
            response = wrong_response(question) if wrong else right_response(question)
            panel.show_response(response)
            panel.view.response_changed.emit()
            self.robot.settle()
            if is_new:
                self._shot(f"question-{question.type}-answered")
            page.bar.primary.click()
            self._shot_graded(is_new, question.type, wrong)
            page.bar.primary.click()
            self.robot.settle()
        self._shot(f"{name}-result")

    def _shot_graded(self, is_new: bool, question_type: str, wrong: bool) -> None:
        self.robot.settle()
        outcome = "wrong" if wrong else "right"
        key = f"{question_type}-{outcome}"
        if is_new or key not in self._graded:
            self._graded.add(key)
            self._shot(f"question-{key}")

    def _scenario(self, page: LessonPage, name: str, *, is_careful: bool) -> None:
        view = page.view
        assert isinstance(view, ScenarioView)
        assert isinstance(view.step, ScenarioStep)
        view.press_primary()
        self._shot(f"{name}-chat")
        for number, index in enumerate(_way(view.play, is_careful)):
            bubbles = [each for each in self.robot.of_type(Bubble) if each.isCheckable()]
            if number == 0 and bubbles:
                self.robot.click(bubbles[-1])
            view.take_key_number(index + 1)
            self.robot.settle()
            if number == 0:
                self._shot(f"{name}-decided")
            view.press_primary()
            self.robot.settle()
        self._shot(f"{name}-debrief")

    def _checklist(self, name: str) -> None:
        for number, line in enumerate(self.robot.of_type(Segmented)):
            buttons = line.buttons()
            self.robot.click(buttons[(0, 0, 2, 1)[number % 4]])
        self._shot(f"{name}-answered")

    def _sections(self) -> None:
        for page in (
            "checklists",
            "scenarios",
            "questions",
            "results",
            "help",
            "settings",
            "learners",
            "keys",
            "about",
        ):
            self.app.window.go(Route(page))
            self._shot(page)
        other = self.app.learner.add_learner("小满" if self._language != "en" else "Robin")
        self.app.window.go(Route("learners", detail=f"remove:{other}"))
        self._shot("learners-remove")

    def _broken_course(self, folder: Path) -> None:
        course = folder / "course"
        shutil.copytree(paths.built_in_course(), course)
        (course / "03-broken.yaml").write_text(_BROKEN, encoding="utf-8")
        file = course / "course.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace("lessons:\n", "lessons:\n  - 03-broken\n", 1), encoding="utf-8"
        )
        self._open(folder / "broken", course)
        self._shot("state-broken-lesson-home")
        broken = next(each for each in self.app.learner.entries if each.is_broken)
        self.app.window.go(Route("broken", broken.id))
        self._shot("state-broken-lesson")
        self._close()
        empty = folder / "empty"
        empty.mkdir()
        self._open(folder / "none", empty)
        self._shot("state-no-lessons")
        self._close()

    def _damaged_history(self, folder: Path) -> None:
        data = folder / "damaged"
        data.mkdir()
        (data / "learner.db").write_bytes(b"this is no history" * 100)
        self._open(data, None)
        self._shot("state-recovered")
        self._close()

    def _narrow(self, folder: Path) -> None:
        size, self._size = self._size, (640, 760)
        self._open(folder, None)
        self._shot("narrow-home")
        for entry in self.app.learner.entries[:1]:
            for step in entry.steps:
                self.app.window.go(Route("lesson", entry.id, step.id))
                self._shot(f"narrow-{step.id}")
        self.links.narrow(self.app, self.robot)
        self._close()
        self._size = size


def _way(play: Play, is_careful: bool) -> Iterator[int]:
    """Which choices to take: the safest each time, or the least safe."""
    order = {"safe": 0, "risky": 1, "unsafe": 2}
    for _round in range(_LONGEST_PLAY):
        if play.is_ended:
            return
        choices = play.scene.choices
        pick = min if is_careful else max
        index = pick(range(len(choices)), key=lambda n: order[choices[n].verdict])
        play = play.choose(choices[index].id)
        yield index
