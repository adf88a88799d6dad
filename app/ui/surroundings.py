"""What pages may ask of the machine around them, handed to each by the composition root."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.settings import Settings
    from app.ui.widgets.pictures import CoursePictures


class Surroundings(NamedTuple):
    """Settings, pictures, the seal's words, and the few acts that concern the whole window."""

    settings: Settings
    pictures: Callable[[], CoursePictures]
    history_file: Path
    seal_words: Callable[[], tuple[str, str]]
    now_ms: Callable[[], int]
    change_look: Callable[[], None]  # settings of the look have changed
    change_language: Callable[[str], None]
    open_course_folder: Callable[[Path | None], None]  # None: the built-in course
    course_folder: Callable[[], Path]
    log_file: Path
    window_width: Callable[[], int]
