"""Killed at any moment, every confirmed answer is there and the store opens."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from app.progress.inspection import open_read
from tests.bench.history import kill_while_answering, synced_before_confirmed
from tests.progress.builders import filled, opened

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")


def test_no_confirmed_answer_is_lost_when_the_app_is_killed(tmp_path: Path) -> None:
    killed = kill_while_answering(tmp_path / "learner.db", times=6, dice=random.Random(5))
    assert killed.lost == ()
    assert killed.not_opened == 0
    assert killed.confirmed > 6
    assert open_read(tmp_path / "learner.db").flaws == ()


def test_standings_fit_the_events_after_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "learner.db"
    filled(path, 3)
    kill_while_answering(path, times=2, dice=random.Random(6))
    store = opened(path)
    (me,) = store.learners()
    kept = (store.standings(me.id), store.totals(me.id), store.place(me.id))
    store.rebuild()
    assert (store.standings(me.id), store.totals(me.id), store.place(me.id)) == kept


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_an_answer_is_confirmed_only_after_the_disk_has_it(tmp_path: Path) -> None:
    seen = synced_before_confirmed(tmp_path / "learner.db", answers=5)
    assert seen is None or seen == 5
    if seen is None:
        pytest.skip("strace may not trace here")
