"""Every store that a test opens is closed behind it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.progress.keeper import Keeper


@pytest.fixture(autouse=True)
def stores_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Later Pythons warn of databases left open, and warnings fail a test."""
    opened: list[Keeper] = []
    begin = Keeper.__init__

    def noted(self: Keeper, path: Path, disk: sqlite3.Connection | None) -> None:
        begin(self, path, disk)
        opened.append(self)

    monkeypatch.setattr(Keeper, "__init__", noted)
    yield
    for store in opened:
        store.close()
