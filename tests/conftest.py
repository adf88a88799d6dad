"""What holds for every test: no screen, no network, folders of its own, nothing left behind.

A stray log line at WARNING or above, a Qt warning, a timer still running, a window nobody closed
and an opened internet socket each fail the test that caused them.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Before Qt is imported: without a display it would end the process.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(name, None)
if "XDG_RUNTIME_DIR" not in os.environ:
    # Qt warns where no such folder is named, as on a machine nobody has logged in to.
    os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="shilian-run-")

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from app import i18n, sandbox  # noqa: E402

settings.register_profile("shilian", deadline=None)  # the machine may be busy: no timing asserts
settings.load_profile("shilian")

_INTERNET = frozenset({2, 10, 17, 23, 30})  # AF_INET, and AF_INET6 and AF_PACKET by system
_opened: list[str] = []
_counter = itertools.count()


def _watch_sockets(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__":
        if arguments[1] in _INTERNET:
            _opened.append(f"a socket of family {arguments[1]}")
            raise PermissionError("tests open no internet sockets")
    elif event == "socket.getaddrinfo":
        _opened.append(f"a look-up of {arguments[0]!r}")
        raise PermissionError("tests look no names up")


sys.addaudithook(_watch_sockets)


@pytest.fixture(autouse=True)
def no_sockets() -> Iterator[None]:
    """No test opens an internet socket, not even one whose failure is swallowed."""
    _opened.clear()
    yield
    assert not _opened, f"opened {_opened}"


@pytest.fixture(scope="session")
def _folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


@pytest.fixture(autouse=True)
def own_folders(_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Data and cache folders nobody else uses; not yet made. Gives the folder they lie in."""
    own = _folders / str(next(_counter))
    monkeypatch.setenv("SHILIAN_DATA", str(own / "data"))
    monkeypatch.setenv("SHILIAN_CACHE", str(own / "cache"))
    return own


@pytest.fixture(autouse=True)
def source_language() -> Iterator[None]:
    """Every test begins with the source texts, in English."""
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture(autouse=True)
def not_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """Giving up the network cannot be undone: an app run inside the tests does not do it.

    What it does is tried in processes of its own, in tests/test_sandbox.py and tests/offline.
    """
    monkeypatch.setattr(sandbox, "refuse_network", lambda: None)
    monkeypatch.setattr(sandbox, "seal", lambda: sandbox.Seal("nothing", "inside a test"))


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[Callable[[str], None]]:
    """Call it with a part of a log line that this test means to cause.

    Any other line at WARNING or above fails the test, and so does an expected one that never came.
    """
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    expected: list[str] = []
    yield expected.append
    logging.getLogger().removeHandler(handler)
    said = [record.getMessage() for record in handler.records]
    stray = [line for line in said if not any(part in line for part in expected)]
    absent = [part for part in expected if not any(part in line for line in said)]
    assert not stray, f"unexpected log lines: {stray}"
    assert not absent, f"expected in the log, but never there: {absent}"


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with Qt no timer runs on and no window is left.

    Set up before `qtbot`, so looked at after `qtbot` has closed what it was given.
    """
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    before = {id(widget) for widget in _windows()}
    yield
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect(0)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    windows = [widget for widget in _windows() if id(widget) not in before]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in windows]
    timers = _stop_timers()
    for widget in windows:
        widget.close()
        widget.deleteLater()
    assert not names, f"windows left open: {names}"
    assert not timers, f"timers still running: {timers}"


def _windows() -> list[QWidget]:
    """Windows without an owner, but for the tool tip that Qt keeps for itself."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


def _stop_timers() -> list[str]:
    """Names the timers that Python made and that still run, and stops them: each is told once."""
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    found = []
    for timer in [one for one in gc.get_objects() if issubclass(type(one), QTimer)]:
        if isValid(timer) and timer.isActive():
            found.append(f"{timer.objectName()!r}, {timer.interval()} ms, of {timer.parent()}")
            timer.stop()
    return found
