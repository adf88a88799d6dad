"""What the start may not load: each of these costs milliseconds before the first picture."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.ui.conftest import OpenApp

ROOT = Path(__file__).resolve().parent.parent.parent
_ASK = """
import json, sys
sys.argv = ["shilian", "--exit-after-paint"]
from app.__main__ import main
main()
import PySide6.QtGui, PySide6.QtWidgets
kinds = sorted({*vars(PySide6.QtGui), *vars(PySide6.QtWidgets)})
print(json.dumps({"modules": sorted(sys.modules), "kinds": kinds}))
"""


def started(tmp_path: Path) -> dict[str, list[str]]:
    """Modules and Qt classes there are once Home is painted, with lessons in the cache."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SHILIAN_DATA": str(tmp_path / "data"),
        "SHILIAN_CACHE": str(tmp_path / "cache"),
    }
    for _time in range(2):
        run = subprocess.run(
            [sys.executable, "-c", _ASK],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
    found: dict[str, list[str]] = json.loads(run.stdout.splitlines()[-1])
    return found


def test_home_is_there_without_yaml_lessons_or_every_kind_of_widget(tmp_path: Path) -> None:
    found = started(tmp_path)
    heavy = {"yaml", "markdown", "nh3", "app.content.models", "app.content.reading"}
    assert heavy.isdisjoint(found["modules"])
    # Asked for an unknown widget, PySide loads all it knows, these among them.
    assert {"QTreeWidget", "QCalendarWidget", "QStyle", "QMessageBox"}.isdisjoint(found["kinds"])
    assert "QIcon" not in found["kinds"]  # asked for by a button made with its text


def test_what_comes_next_is_loaded_while_home_is_looked_at(app_in: OpenApp) -> None:
    me = app_in()
    app = me.app
    app._warm_up()
    assert app.warming is not None
    me.wait_for(lambda: app.warming is not None and app.warming.is_done, "the warming")
    assert app.learner.course._opened.keys() == {entry.id for entry in app.learner.entries}
