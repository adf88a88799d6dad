"""Steps with a name and a time, said in Chinese and English while they run."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


class SetUpError(Exception):
    """Set-up cannot go on; the text says what to do, `code` is the exit code."""

    def __init__(self, text: str, code: int = 1) -> None:
        super().__init__(text)
        self.code = code


@contextmanager
def step(chinese: str, english: str) -> Iterator[None]:
    """Says that a step begins and, when it is through, how long it took."""
    print(f"▸ {chinese} · {english} …", flush=True)
    begun = time.perf_counter()
    yield
    print(f"  ✓ {time.perf_counter() - begun:.1f} s", flush=True)


def call(command: Sequence[str | Path], environment: dict[str, str] | None = None) -> None:
    """Runs a command whose failure ends the set-up.

    On a terminal its own progress is seen; elsewhere its words are kept back unless it fails.
    """
    try:
        done = subprocess.run(
            command,
            env=environment,
            check=False,
            stdout=None if sys.stdout.isatty() else subprocess.PIPE,
            stderr=None if sys.stdout.isatty() else subprocess.STDOUT,
        )
    except OSError as error:
        raise SetUpError(f"{command[0]}: {error}") from error
    if done.returncode:
        said = (done.stdout or b"").decode("utf-8", "replace")
        raise SetUpError(
            f"{said}\n没有成功（退出码 {done.returncode}）：{' '.join(map(str, command))}\n"
            "再运行一次会接着做好。This did not work; running it again takes it up once more.",
        )
