"""Small programs that the tests start as processes: to be killed, or kept from writing.

`python -m tests.progress.children WHAT PATH …`
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from app.progress.store import Store
from app.progress.troubles import NotSaved
from tests.progress.builders import NOON, add, event, scribe, uid

ROOT = Path(__file__).resolve().parents[2]
_NOBODY = 65534


def start(what: str, path: Path, *more: str) -> subprocess.Popen[str]:
    """The child process; it says on standard output what it has done."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.progress.children", what, str(path), *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def output(what: str, path: Path, *more: str) -> list[str]:
    """What a child said, to its end."""
    with start(what, path, *more) as child:
        assert child.stdout is not None
        lines = child.stdout.read().splitlines()
    assert child.returncode == 0
    return lines


def append_for_ever(path: Path) -> None:
    """Appends, and says each id once `append` has returned: what a learner saw feedback for."""
    store = Store.open(path, now_ms=NOON).store
    people = store.learners()
    me = (people[0] if people else add(store)).id
    writer = scribe(os.getpid(), start_ms=NOON + len(store.events(me)) * 10_000)
    sitting = writer.new_id()
    number = 0
    while True:
        number += 1
        verb = ("viewed", "answered", "answered", "finished")[number % 4]
        one = writer.event(me, sitting, verb, f"a/s{number % 3}/q", result={"score": number % 2})  # type: ignore[arg-type]
        store.append(one)
        os.write(1, f"{one.id}\n".encode())


def append_until_full(path: Path, limit: str) -> None:
    """Appends under a limit for the size of files until it is refused, then without the limit."""
    import resource  # POSIX only

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = Store.open(path, now_ms=NOON).store
    me = add(store).id
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), hard))
    number = refused = 0
    while refused < 3:
        number += 1
        try:
            store.append(event(number, me, response="x" * 500))
            print("saved", uid(number))
        except NotSaved as trouble:
            refused += 1
            print("refused", uid(number), bool(trouble.what and trouble.safe and trouble.next_step))
    print("seen", len(store.events(me)), store.unsaved)
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    store.append(event(number + 1, me))
    print("after", len(store.events(me)), store.unsaved)


def start_on_a_full_disk(path: Path) -> None:
    """A first start where not one byte can be written."""
    import resource  # POSIX only

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    opened = Store.open(path, now_ms=NOON)
    me = add(opened.store).id
    try:
        opened.store.append(event(1, me))
    except NotSaved:
        # Standard output may be a file as well, and then has no room either.
        os.write(1, f"{opened.state} {len(opened.store.events(me))}\n".encode())


def practise_without_rights(path: Path) -> None:
    """Gives up all rights if it has any, and then practises."""
    for name in ("copies", "recovery", "standing_in"):
        import_module(f"app.progress.{name}")  # nobody may read them where root installed Python
    if os.geteuid() == 0:
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)
    opened = Store.open(path, now_ms=NOON)
    store = opened.store
    print(opened.state, bool(opened.trouble and opened.trouble.next_step))
    people = store.learners()
    me = (people[0] if people else add(store)).id
    before = len(store.events(me))
    for number in (501, 502):
        try:
            store.append(event(number, me))
        except NotSaved as trouble:
            print("refused", bool(trouble.what and trouble.safe))
    store.keep_draft(me, "a", "typed")
    print(len(store.events(me)) - before, store.unsaved, store.draft(me, "a"))
    print(store.make_daily_copy(NOON).trouble is not None)


def main() -> None:
    """Does what the first argument names."""
    what, path, *more = sys.argv[1:]
    known = {
        "append_for_ever": append_for_ever,
        "append_until_full": append_until_full,
        "start_on_a_full_disk": start_on_a_full_disk,
        "practise_without_rights": practise_without_rights,
    }
    known[what](Path(path), *more)  # type: ignore[operator]


if __name__ == "__main__":
    main()
