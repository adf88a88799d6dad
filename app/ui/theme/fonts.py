"""The bundled faces, so that no machine shows empty boxes and pictures are the same everywhere."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFontDatabase

from app import paths

TEXT_FAMILY = "Noto Sans SC"
MONO_FAMILY = "JetBrains Mono"
LATIN_FAMILY = "Noto Sans"

_TEXT_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_LATIN_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_MONO_FILES = ("JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf")


@cache
def load_text_faces() -> None:
    """Make the faces of all ordinary text known to Qt; needed before the first label."""
    _load(_TEXT_FILES)


@cache
def load_latin_faces() -> None:
    """Make the Latin faces known; called when the window first speaks English."""
    _load(_LATIN_FILES)


@cache
def load_mono_faces() -> None:
    """Make the monospaced faces known; called when a screen first shows a link."""
    _load(_MONO_FILES)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(paths.assets_folder() / "fonts" / name))
