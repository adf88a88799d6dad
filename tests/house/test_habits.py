"""The house rules that can be read off the files."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SKIPPED = {".venv", ".git", "__pycache__", "build", "dist", "bundle", "tour", "node_modules"}


def files(*folders: str, suffix: str = "") -> Iterator[Path]:
    """The project's own files below these folders (all, if none is named)."""
    for folder in folders or (".",):
        for path in sorted((ROOT / folder).rglob(f"*{suffix}")):
            parts = path.relative_to(ROOT).parts
            made = any(part in SKIPPED or part.endswith(("_cache", ".egg-info")) for part in parts)
            if path.is_file() and not made and ".hypothesis" not in parts:
                yield path


def text_of(path: Path) -> str:
    """The text of a file, or nothing if it is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code(*folders: str) -> list[Path]:
    return list(files(*folders, suffix=".py"))


def test_the_rules_look_at_something():
    assert len(code("app")) > 20
    assert ROOT / "start.py" in set(files())


def test_files_stay_short_enough_to_be_read():
    limits = {"app": 400, "starting": 400, "tests": 600}
    long = [
        f"{name_of(path)}: {lines} lines, at most {limit}"
        for folder, limit in limits.items()
        for path in code(folder)
        if (lines := len(text_of(path).splitlines())) > limit
    ]
    assert long == []


def test_every_module_says_what_it_is_for():
    silent = [
        name_of(path)
        for path in code("app", "starting", "tests")
        if text_of(path).strip() and not ast.get_docstring(ast.parse(text_of(path)))
    ]
    assert silent == []


def test_nothing_is_left_open():
    marks = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|NotImplemented" r"Error)\b")
    places = [*files("app", "tests", "lessons", "starting", "docs"), ROOT / "start.py"]
    assert [name_of(path) for path in places if marks.search(text_of(path))] == []


BLOCKING = {
    "QMessageBox": {"question", "warning", "critical", "information", "about", "aboutQt"},
    "QFileDialog": {
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
        "getExistingDirectory",
    },
    "QInputDialog": {"getText", "getInt", "getItem", "getDouble", "getMultiLineText"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}


def blocking_calls(tree: ast.AST) -> list[str]:
    """Calls that run a loop of events inside the one that is running."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            if node.func.attr in {"exec", "exec_", "processEvents"} or node.func.attr in (
                BLOCKING.get(owner, ())
            ):
                found.append(f"{node.lineno}: {ast.unparse(node.func)}()")
    return found


# The loop of the whole window, and the tour, which walks the app and waits for each picture.
LOOPS = {"app/ui/application.py"}


def test_dialogs_open_and_signal_and_never_block():
    found = [
        f"{name_of(path)}:{call}"
        for path in code("app")
        if name_of(path) not in LOOPS and "tour" not in path.stem and "tour" not in path.parent.name
        for call in blocking_calls(ast.parse(text_of(path)))
    ]
    assert found == []


def test_the_rule_sees_a_blocking_dialog():
    assert blocking_calls(ast.parse("dialog.exec()"))
    assert blocking_calls(ast.parse("QMessageBox.question(None, '', '')"))
    assert not blocking_calls(ast.parse("dialog.open()\nexec('1')"))


def swallowed(tree: ast.AST) -> list[int]:
    """Lines where every error is caught and nothing is done about it."""
    broad = {"Exception", "BaseException", ""}
    lines = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            idle = all(isinstance(line, ast.Pass | ast.Continue) for line in node.body)
            if caught in broad and idle:
                lines.append(node.lineno)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            lines += [node.lineno for one in node.args if ast.unparse(one) in broad]
    return lines


def test_no_error_is_swallowed():
    found = [
        f"{name_of(path)}:{line}"
        for path in [*code("app", "starting", "tests"), ROOT / "start.py"]
        for line in swallowed(ast.parse(text_of(path)))
    ]
    assert found == []


def test_the_rule_sees_a_swallowed_error():
    assert swallowed(ast.parse("try: a()\nexcept Exception: pass"))
    assert swallowed(ast.parse("with suppress(Exception): a()"))
    assert not swallowed(ast.parse("try: a()\nexcept OSError: pass"))


# A host that packages come from: the machine's own setting says where, no file of ours does.
HOSTS = re.compile(
    r"pypi[.]org|pythonhosted[.]org|npmjs[.](org|com)|deb[.]debian[.]org|archive[.]ubuntu[.]com"
    r"|https?://[^\s\"')>]*(pypi|/simple/|mirrors?[.])|--(extra-)?index-url[= ]+\S*://"
)


def test_no_file_says_where_packages_come_from():
    found = [
        f"{name_of(path)}: {match[0]}" for path in files() if (match := HOSTS.search(text_of(path)))
    ]
    assert found == []


def test_no_file_knows_the_machine_it_was_written_on():
    places = [place for place in (ROOT, Path.home()) if len(place.parts) > 1]
    pattern = re.compile("|".join(rf"(?<![\w./]){re.escape(str(place))}[/\\]" for place in places))
    found = [
        f"{name_of(path)}: {match[0]}"
        for path in files()
        if places and (match := pattern.search(text_of(path)))
    ]
    assert found == []


def test_qt_stays_in_the_range_that_works():
    """PySide6 6.12 ends the process on Python 3.10 and 3.11; see docs/decisions."""
    pins = (ROOT / "requirements/app.txt").read_text("utf-8")
    pinned = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", pins, re.MULTILINE)
    assert pinned
    assert (6, 8) <= (int(pinned[1]), int(pinned[2])) < (6, 12)
    import PySide6

    assert (6, 8) <= PySide6.__version_info__[:2] < (6, 12)


def test_calls_into_qt_leave_none_alone():
    """Each void call of PySide6 6.12 dropped one reference of None until the process aborted."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100


def wanted(name: str) -> list[str]:
    lines = (ROOT / "requirements" / f"{name}.in").read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-"))]


@pytest.mark.parametrize("name", ["app", "dev"])
def test_every_requirement_is_pinned_with_its_hashes(name):
    text = (ROOT / f"requirements/{name}.txt").read_text("utf-8").replace("\\\n", "")
    pins = {}
    for line in text.splitlines():
        found = re.fullmatch(r"([a-z0-9-]+)==\S+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", line)
        assert found, line[:80]
        pins[found[1]] = line
    for line in wanted(name):
        assert re.split(r"[<>=]", line)[0].lower() in pins


def test_the_project_file_and_the_requirements_ask_for_the_same():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["dependencies"] == wanted("app")
