"""Which page shows which route. A new page adds a line; each is imported when first shown."""

from __future__ import annotations

from importlib import import_module

from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look

_PAGES = {
    "home": ("app.ui.pages.home", "HomePage"),
    "lesson": ("app.ui.pages.lesson", "LessonPage"),
    "lesson-summary": ("app.ui.pages.lesson_summary", "LessonSummaryPage"),
    "broken": ("app.ui.pages.broken", "BrokenPage"),
    "checklists": ("app.ui.pages.checklists", "ChecklistsPage"),
    "scenarios": ("app.ui.pages.scenarios", "ScenariosPage"),
    "questions": ("app.ui.pages.questions", "QuestionsPage"),
    "links": ("app.ui.pages.links", "LinksPage"),
    "game": ("app.ui.pages.game", "GamePage"),
    "official": ("app.ui.pages.official", "OfficialPage"),
    "lens": ("app.ui.pages.lens", "LensPage"),
    "results": ("app.ui.pages.results", "ResultsPage"),
    "help": ("app.ui.pages.help", "HelpPage"),
    "settings": ("app.ui.pages.settings", "SettingsPage"),
    "learners": ("app.ui.pages.learners", "LearnersPage"),
    "about": ("app.ui.pages.about", "AboutPage"),
    "licence": ("app.ui.pages.about", "LicencePage"),
    "keys": ("app.ui.pages.keys", "KeysPage"),
}
_OF_A_LESSON = ("lesson", "lesson-summary")


def make_page(look: Look, learner: Learner, route: Route, surroundings: Surroundings) -> Page:
    """The page for a route; an unknown one leads Home; of a broken lesson it says what is wrong."""
    wanted = route.page
    if wanted in _OF_A_LESSON:
        entry = learner.entry(route.lesson)
        if entry is None:
            wanted = "home"
        elif entry.is_broken or learner.lesson_or_none(route.lesson) is None:
            wanted = "broken"  # perhaps only since the list was read
    module, name = _PAGES.get(wanted, _PAGES["home"])
    page: Page = getattr(import_module(module), name)(look, learner, route, surroundings)
    return page
