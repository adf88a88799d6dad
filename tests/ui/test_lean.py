"""PySide without what is hardly ever used: not loaded for a start, whole when it is needed."""

from __future__ import annotations

import builtins
import subprocess
import sys
import threading
import time
from types import ModuleType

import pytest

from app.ui import lean

WRONG_ARGUMENT = """
from PySide6.QtCore import QObject
try:
    QObject().setParent("parent")
except TypeError as error:
    print(error)
"""
HOME = """
from app.ui.application import run
run(exit_after_paint=True)
from app.ui import lean
print(sorted({*lean.POSTPONED_FILES, *lean.POSTPONED_MODULES} - lean.still_empty()))
"""
LIBRARY = """
import app.ui, inspect
from tempfile import gettempprefix
import bz2, lzma, shutil, tempfile, traceback
print(inspect.isclass(int), inspect.getsource(inspect.isclass)[:11], inspect.__doc__[:3])
print(gettempprefix() == tempfile.gettempprefix())
print(bz2.decompress(bz2.compress(b"x")), lzma.decompress(lzma.compress(b"y")))
print(shutil.which("no such program"), traceback.format_exception_only(OSError("no")))
try:
    inspect.nothing
except AttributeError as error:
    print(error)
print("__getattr__" in dir(inspect), inspect.__spec__.name, sorted(tempfile.__all__)[:1])
"""


def said(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_home_is_shown_without_them():
    said(HOME)  # reads the lessons; from now on they are in the cache
    assert said(HOME).splitlines() == ["painted", "[]"]


def test_a_wrong_argument_is_explained_in_full():
    lean_message = said("import app.ui" + WRONG_ARGUMENT)
    assert "setParent(str)" in lean_message
    assert "Supported signatures" in lean_message
    assert lean_message == said(WRONG_ARGUMENT)


def test_modules_of_python_are_whole_when_they_are_used():
    assert said(LIBRARY) == said(LIBRARY.replace("app.ui, ", ""))


def test_python_gets_its_own_functions_back():
    code = """
import builtins
before = builtins.compile, builtins.__import__
import app.ui
print(before == (builtins.compile, builtins.__import__))
"""
    assert said(code).strip() == "True"


# ── a module of its own kind


@pytest.fixture
def postponed(monkeypatch):
    """Makes an empty module that a source will fill."""
    file = sorted(lean.POSTPONED_FILES)[0]
    monkeypatch.setattr(lean, "_waiting", {})

    def make(source: str) -> ModuleType:
        with lean.lean_pyside():
            code = builtins.compile(source, file, "exec")
        module = ModuleType("empty")
        monkeypatch.setitem(sys.modules, "empty", module)
        exec(code, vars(module))
        return module

    return make


def test_it_stays_empty_until_a_name_is_asked_for(postponed):
    module = postponed("one = 1\nits_name = __name__")
    assert not hasattr(module, "__path__")
    assert "one" not in vars(module)
    assert module.one == 1
    assert vars(module)["its_name"] == "empty"
    with pytest.raises(AttributeError, match="'empty' has no attribute 'two'"):
        _ = module.two


def test_a_source_that_fails_says_so_each_time(postponed):
    module = postponed("raise OSError('no')")
    for _again in range(2):
        with pytest.raises(OSError, match="no"):
            _ = module.one


def test_a_second_thread_waits_for_the_whole_module(postponed):
    module = postponed("begun.set()\nlong_enough()\none = 1\ntwo = 2")
    module.begun = threading.Event()
    module.long_enough = lambda: time.sleep(0.05)
    found: list[int] = []
    first = threading.Thread(target=lambda: found.append(module.one))
    first.start()
    module.begun.wait()
    found.append(module.two)
    first.join()
    assert sorted(found) == [1, 2]


def test_other_code_is_compiled_as_ever():
    with lean.lean_pyside():
        assert eval(builtins.compile("1 + 1", "elsewhere.py", "eval")) == 2
        file = sorted(lean.POSTPONED_FILES)[0]
        assert builtins.compile("x", file, "eval").co_names == ("x",)
