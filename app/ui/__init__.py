"""The window: the only place that knows Qt."""

import builtins

# WORKAROUND PYSIDE-535: PySide puts an import function of its own in place of Python's, which
# reads the source of every module imported from then on, to look for its `__feature__` switch.
# We do not use that switch, and the reading costs a quarter of the time until Home is seen.
_python_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _python_import
