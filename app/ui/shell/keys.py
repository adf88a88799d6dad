"""Keys that come in by the window: one press does one thing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_ACTING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# In a field these type, and may repeat; elsewhere they act.
_ACTING_OUTSIDE_FIELDS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right})


class RepeatGuard(QObject):
    """Stops the repeats of a key held down, where each of them would act.

    A heavy hand on Enter must not answer questions or turn pages.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.isAutoRepeat():
            return False
        focus = QApplication.focusWidget()
        if focus is not None and focus.inherits("QPlainTextEdit"):
            return False  # there every key types, Enter too
        key = event.key()
        is_typing = isinstance(focus, QLineEdit)
        is_letter = bool(event.text()) and event.text().isalnum()
        if is_typing:
            return key in _ACTING
        return key in _ACTING or key in _ACTING_OUTSIDE_FIELDS or is_letter
