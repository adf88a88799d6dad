"""Bugs that nobody foresaw: a calm dialog, a log file, and a way to pass the details on."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

from app.i18n import _

_LARGEST_LOG = 1_000_000  # bytes; then the older half is dropped by starting anew


class _BugReporter(QObject):
    """Shows one dialog at a time, also for bugs of other threads."""

    happened = Signal(str)

    def __init__(self, log_file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._dialog: QMessageBox | None = None
        self.happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """The excepthook: write the log, then show the dialog from the event loop."""
        import traceback

        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.__stderr__.write(details) if sys.__stderr__ else None
        self._log(details)
        self.happened.emit(details)

    def _log(self, details: str) -> None:
        import time

        try:
            self._log_file.parent.mkdir(parents=True, exist_ok=True)
            grown = self._log_file.exists() and self._log_file.stat().st_size > _LARGEST_LOG
            with self._log_file.open("w" if grown else "a", encoding="utf-8") as stream:
                stream.write(time.strftime("%Y-%m-%d %H:%M:%S\n") + details + "\n")
        except OSError:
            return  # a log that cannot be written must not hide the bug itself

    def _show(self, details: str) -> None:
        if self._dialog is not None:
            return
        from PySide6.QtWidgets import QMessageBox

        dialog = QMessageBox(QApplication.activeWindow())
        dialog.setIcon(QMessageBox.Icon.Warning)
        dialog.setWindowTitle(_("Shilian"))
        dialog.setText(_("Something in this app went wrong."))
        dialog.setInformativeText(
            _(
                "Every answer whose feedback you saw is saved. You can go on; if the page looks "
                "odd, go Home and open it again. The details are in {file}."
            ).format(file=self._log_file)
        )
        copy = dialog.addButton(_("Copy the details"), QMessageBox.ButtonRole.ActionRole)
        dialog.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    def _on_finished(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def catch_bugs(log_file: Path) -> None:
    """From now on a bug ends in a dialog and a log instead of a traceback."""
    application = QApplication.instance()
    if application is not None:
        sys.excepthook = _BugReporter(log_file, application).take
