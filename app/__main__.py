"""`shilian` and `python -m app`: the window, or a command if one is named."""

from __future__ import annotations

import gc
import sys

_FLAGS = ("--exit-after-paint",)
_WITH_VALUE = ("--course", "--data", "--lang")


def main() -> int:
    """Runs what the command line asks for; gives the process's exit code."""
    from app.sandbox import refuse_network

    refuse_network()
    asked = _window_options(sys.argv[1:])
    if asked is None:
        from app.cli import main as run_command

        return run_command(sys.argv[1:])
    return _open_window(asked)


def _window_options(arguments: list[str]) -> dict[str, str] | None:
    """What the window was asked for, or None if these are not the window's arguments.

    By hand, because loading argparse would delay every start.
    """
    asked: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if argument in _FLAGS:
            asked[argument] = "yes"
        elif name in _WITH_VALUE:
            asked[name] = value if equals else next(rest, "")
            if not asked[name]:
                return None
        else:
            return None
    return asked


def _open_window(asked: dict[str, str]) -> int:
    # Nothing made on the way to the first picture is garbage; `run` switches this on again.
    gc.disable()
    from pathlib import Path

    from app.ui.application import run

    return run(
        course=Path(asked["--course"]) if "--course" in asked else None,
        data=Path(asked["--data"]) if "--data" in asked else None,
        language=asked.get("--lang", ""),
        exit_after_paint="--exit-after-paint" in asked,
    )


if __name__ == "__main__":
    sys.exit(main())
