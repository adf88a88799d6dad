"""Loads PySide without what it brings along and a finished program hardly ever uses.

PySide carries some Python of its own inside a library and compiles it anew at every start. Most
of that is for describing functions: in the message for a wrong argument, and in stub files. It
takes a quarter of the time until an empty window is seen, with a few large modules of Python's
library on top. Here these modules stay empty until something is asked of them; then each is
filled, once, with its own code.

Nothing is replaced or changed. A version of PySide that carries its Python differently, or names
it differently, is loaded the way it wants to be.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

# The files inside PySide's library. `mapping` is not among them: the library looks into its
# names without asking for them.
POSTPONED_FILES = frozenset(
    "shibokensupport/signature/" + name
    for name in (
        "errorhandler.py",
        "layout.py",
        "parser.py",
        "lib/enum_sig.py",
        "lib/pyi_generator.py",
        "lib/tool.py",
    )
)
# What PySide imports and the start does not use, of Python's library.
POSTPONED_MODULES = ("bz2", "inspect", "lzma", "shutil", "tempfile", "traceback")
_EMPTY = "from app.ui.lean import fill_later; __getattr__ = fill_later(__name__, {file!r})"

_compile = builtins.compile
_waiting: dict[str, Callable[[ModuleType], None]] = {}  # by file or module: what fills it
_filling = RLock()  # a second thread waits until the first has filled a module


@contextmanager
def lean_pyside() -> Iterator[None]:
    """While this lasts, `import PySide6` leaves those files and modules empty."""
    python_import = builtins.__import__
    for name in POSTPONED_MODULES:
        _postpone_module(name)
    if "inspect" in _waiting:
        vars(sys.modules["inspect"])["getsource"] = _no_source
    builtins.compile = _compile_or_postpone
    try:
        yield
    finally:
        builtins.compile = _compile
        # WORKAROUND PYSIDE-535: PySide puts an import function of its own in place of Python's,
        # which reads the source of every module imported from then on, to look for its
        # `__feature__` switch. We do not use that switch. (Until here it finds no source.)
        builtins.__import__ = python_import
        if "inspect" in _waiting:
            del vars(sys.modules["inspect"])["getsource"]


def _no_source(module: ModuleType) -> str:
    raise OSError(f"not looked for: {module}")


def still_empty() -> frozenset[str]:
    """The files and modules that nothing has asked for yet."""
    return frozenset(_waiting)


def fill_later(module: str, waiting: str) -> Callable[[str], Any]:
    """The `__getattr__` of a module that is empty yet (PEP 562).

    module: its name in sys.modules; waiting: the file or module that fills it. Names with two
    underscores in front are looked up by import and inspection alone; these do not fill it.
    """
    empty = sys.modules[module]

    def get(wanted: str) -> Any:
        if not wanted.startswith("__"):
            with _filling:
                # Taken out first: modules that need each other ask while they are filled.
                fill = _waiting.pop(waiting, None)
                if fill is not None:
                    try:
                        fill(empty)
                    except BaseException:
                        _waiting[waiting] = fill
                        raise
                    vars(empty).pop("__getattr__", None)
            if wanted in vars(empty):
                return vars(empty)[wanted]
        raise AttributeError(f"module {module!r} has no attribute {wanted!r}")

    return get


def _compile_or_postpone(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
    if mode != "exec" or filename not in POSTPONED_FILES:
        return _compile(source, filename, mode, *rest, **named)

    def fill(module: ModuleType) -> None:
        exec(_compile(source, filename, "exec"), vars(module))

    _waiting[filename] = fill
    return _compile(_EMPTY.format(file=filename), filename, "exec")


def _postpone_module(name: str) -> None:
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    _waiting[name] = spec.loader.exec_module
    sys.modules[name] = empty = module_from_spec(spec)
    empty.__getattr__ = fill_later(name, name)  # type: ignore[method-assign]
