"""What `start.py` does beyond opening an app that is already set up."""

from __future__ import annotations

from pathlib import Path

from starting.steps import SetUpError

ROOT = Path(__file__).resolve().parent.parent


def run(what: str, words: list[str]) -> int:
    """Does one of `setup`, `test`, `bench`, `bundle`; gives the exit code.

    Each is imported only when it is asked for.
    """
    from starting import environment

    try:
        if what == "bundle":
            from starting import bundle

            return bundle.make(ROOT, words)
        environment.set_up(ROOT, with_tests=what in ("test", "bench"))
        if what == "test":
            from starting import checks

            return checks.run(ROOT, words)
        if what == "bench":
            return environment.run_python(ROOT, ["-m", "tests.bench.run", *words])
    except SetUpError as stop:
        print(stop, flush=True)
        return stop.code
    return 0
