"""The window: the only place that knows Qt."""

from app.ui.lean import lean_pyside

with lean_pyside():
    import PySide6.QtCore  # noqa: F401
