"""The real application, opened on folders of its own and closed behind every test."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.ui import application
from app.ui.theme.fonts import load_text_faces
from tests.ui.person import Person

OpenApp = Callable[..., Person]


@pytest.fixture(scope="session")
def checked_lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all tests: lessons are told apart by their content."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def app_in(
    qapp: QApplication,
    tmp_path: Path,
    checked_lessons: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenApp]:
    """`app_in(course=…, data=…, language=…, seed=…, size=…, **settings)`: somebody at the app.

    Without `course` it is the built-in one; `data` names a folder beside others of this test,
    so that opening twice is a restart. `seed` makes what a quiz draws foreseeable.
    """
    monkeypatch.setenv("SHILIAN_CACHE", str(checked_lessons))
    monkeypatch.setenv("SHILIAN_DATA", str(tmp_path / "data"))
    # The daily copy has tests of its own; here it would begin at any moment.
    monkeypatch.setattr(application, "_AFTER_HOME_MS", 3_600_000)
    load_text_faces()
    people: list[Person] = []

    def open_app(
        course: Path | None = None,
        data: str = "data",
        language: str = "en",
        *,
        seed: int | None = None,
        size: tuple[int, int] = (1280, 800),
        **settings: Any,
    ) -> Person:
        if seed is not None:
            monkeypatch.setattr(application, "dice", _loaded_dice(seed))
        app = application.Application(course, tmp_path / data, language)
        if settings:
            for name, value in settings.items():
                app.settings.choose(name, value)
            app.window.build_again()
        app.show()
        app.window.resize(*size)
        app.window.activateWindow()
        person = Person(app)
        person.on_left = partial(people.remove, person)
        people.append(person)
        person.wait_for(lambda: hasattr(app, "seal"), "the first picture")
        person.wait_for(app.window.isActiveWindow, "the window to be in front")
        return person

    yield open_app
    while people:
        people[-1].leave()


def _loaded_dice(seed: int) -> Callable[[int], int]:
    """Dice of which 32 bits are always the seed; ids stay random."""
    return lambda bits: seed if bits == 32 else random.getrandbits(bits)
