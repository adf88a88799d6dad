"""Plays a quiz in the real window without end, and says on stdout what feedback was shown.

python -m tests.bench.playing DATA: each line is the id of the last event in the history at
the moment a grade was on the screen. It is killed from outside.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.i18n import _
from app.learning.grading import right_response
from app.ui.application import Application
from app.ui.pages.lesson import LessonPage
from app.ui.route import Route
from app.ui.steps.quiz import QuizView
from app.ui.tour.answers import wrong_response


def settle() -> None:
    """Let the window lay out, paint and drop what is gone."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_quiz(application: Application) -> tuple[LessonPage, QuizView]:
    """The first lesson's quiz on the screen."""
    entry = application.learner.entries[0]
    step = next(each for each in entry.steps if each.type == "quiz")
    application.window.go(Route("lesson", entry.id, step.id))
    settle()
    page = application.window.page
    assert isinstance(page, LessonPage)
    assert isinstance(page.view, QuizView)
    return page, page.view


def rounds(page: LessonPage, view: QuizView) -> Iterator[None]:
    """Answers question after question; yields before each press that brings feedback,
    and once more when the feedback is painted."""
    number = 0
    while True:
        panel = view.panel
        if panel is None:
            again = _("Try again")
            is_main = view.sitting is None or page.bar.primary.text() == again
            (page.bar.primary if is_main else page.bar.secondary).click()
            settle()
            continue
        if not view.foot().sheet:
            number += 1
            answer = wrong_response if number % 3 == 0 else right_response
            panel.show_response(answer(panel.question))
            panel.view.response_changed.emit()
            settle()
            yield
            page.bar.primary.click()
            QApplication.processEvents()
            yield
        page.bar.primary.click()
        settle()


def main() -> None:
    """Until killed."""
    application_object = QApplication(["playing"])
    application = Application(None, Path(sys.argv[1]), "zh-CN")
    application.show()
    settle()
    print("open", flush=True)
    page, view = open_quiz(application)
    is_feedback = False
    for _step in rounds(page, view):
        if is_feedback:
            print(application.opened.store.last_id(), flush=True)
        is_feedback = not is_feedback
    del application_object


if __name__ == "__main__":
    main()
