"""The isolated environment in `.venv/`: made once, recognised when whole, redone when not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import start
from starting import system
from starting.steps import SetUpError, call, step

STAMP = "shilian-stamp"
TEST_STAMP = "shilian-test-stamp"
LOCK = "shilian-lock"
BEGUN = "begun"


def python_of(root: Path) -> Path:
    """The Python of the environment."""
    return root / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run_python(root: Path, arguments: list[str]) -> int:
    """Runs the environment's Python in the project folder; gives the exit code."""
    return subprocess.call([str(python_of(root)), *arguments], cwd=root, env=plain_environment())


def plain_environment() -> dict[str, str]:
    """The surroundings of a child: ours, without what would lead it out of the environment."""
    return {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    }


def set_up(root: Path, *, with_tests: bool) -> None:
    """Makes whole what is not: parts of the system, the environment, its packages.

    Nothing is done, and no network is needed, when all of it is there. A second start at the
    same time waits for the first.
    """
    if _is_whole(root, with_tests=with_tests):
        return
    print("第一次使用或有更新，正在准备… · Setting up, this happens once.", flush=True)
    system.install_missing(root)
    _agrees_with_wheels(root)
    (root / ".venv").mkdir(exist_ok=True)
    with _alone(root):
        if not start.is_ready():
            _make(root)
        if with_tests and not _has_test_parts(root):
            with step("安装测试工具", "tools for the tests"):
                _pip(root, "-r", "requirements/app.txt", "-r", "requirements/dev.txt")
            _write(root, TEST_STAMP, _dev_requirements(root))
    print("准备好了。 Ready.\n", flush=True)


def _is_whole(root: Path, *, with_tests: bool) -> bool:
    return start.is_ready() and (not with_tests or _has_test_parts(root))


def _has_test_parts(root: Path) -> bool:
    try:
        return (root / ".venv" / TEST_STAMP).read_text("utf-8") == _dev_requirements(root)
    except OSError:
        return False


def _dev_requirements(root: Path) -> str:
    return (root / "requirements" / "dev.txt").read_text("utf-8")


def _make(root: Path) -> None:
    folder = root / ".venv"
    before = _read(folder / STAMP)
    # Made by hand: kept if it works. Not kept: stopped half-way, moved here from another folder,
    # its Python taken away.
    keep = (before is None or start.fits_here(before)) and _works(root)
    if not keep and any(path.name != LOCK for path in folder.iterdir()):
        with step("清理旧环境", "clearing what was left"):
            _clear(folder)
    _write(root, STAMP, BEGUN)
    (folder / TEST_STAMP).unlink(missing_ok=True)
    if not keep:
        with step("建立独立环境", "isolated environment"):
            bare = _bundled_pip(root) is not None
            call(
                [str(_base_python()), "-m", "venv", *(["--without-pip"] if bare else []), folder],
                plain_environment(),
            )
    try:
        with step("安装应用部件", "parts of the app"):
            _pip(root, "-r", "requirements/app.txt")
    except SetUpError:
        if keep and before is not None:
            # pip fetches everything before it changes anything: what was there still works.
            _write(root, STAMP, before)
        raise
    with step("命令 shilian", "the command shilian"):
        _install_command(root)
    with step("试运行", "trying it"):
        _try_qt(root)
    with step("预先编译", "compiling ahead"):
        _compile_ahead(root)
    python = _base_python() if os.name == "nt" else python_of(root).resolve()
    _write(root, STAMP, start.wanted_stamp(str(python)))


def _base_python() -> Path:
    """The Python an environment is made with: the real one, also if we run inside another."""
    return Path(os.path.realpath(getattr(sys, "_base_executable", sys.executable)))


def _works(root: Path) -> bool:
    """Whether the environment's Python starts, is one we support and has pip (or brings it)."""
    python = python_of(root)
    if not python.exists():
        return False
    test = "import sys; sys.exit(sys.version_info < (3, 11))"
    if _bundled_pip(root) is None:
        test = "import pip, " + test.removeprefix("import ")
    try:
        return (
            subprocess.call(
                [str(python), "-c", test], env=plain_environment(), stderr=subprocess.DEVNULL
            )
            == 0
        )
    except OSError:
        return False


def _bundled_pip(root: Path) -> Path | None:
    return next(iter(sorted((root / "wheels").glob("pip-*.whl"))), None)


def _agrees_with_wheels(root: Path) -> None:
    """An offline folder fits one kind of machine: says so instead of failing in pip."""
    made_for = _read(root / "wheels" / "KIND")
    if made_for is not None and made_for.strip() != kind_of_machine():
        raise SetUpError(
            f"这个离线安装文件夹是给 {made_for.strip()} 做的，这台机器是 {kind_of_machine()}。\n"
            "This folder was made for another kind of machine; make one on a machine like this.",
            2,
        )


def kind_of_machine() -> str:
    """System, processor and Python version: machines alike in these can share wheels."""
    import platform

    return (
        f"{sys.platform} {platform.machine()} Python {sys.version_info.major}"
        f".{sys.version_info.minor}"
    )


def _pip(root: Path, *arguments: str) -> None:
    bundled = _bundled_pip(root)
    command = [str(python_of(root)), *([f"{bundled}/pip"] if bundled else ["-m", "pip"])]
    command += ["install", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    command += ["--only-binary", ":all:"]
    if bundled:
        command += ["--no-index", "--find-links", str(root / "wheels")]
    if not sys.stdout.isatty():
        command += ["--progress-bar", "off"]
    environment = {**plain_environment(), "PIP_ROOT_USER_ACTION": "ignore"}
    here = Path.cwd()
    os.chdir(root)
    try:
        call([*command, *arguments], environment)
    finally:
        os.chdir(here)


def _install_command(root: Path) -> None:
    """Makes `.venv/bin/shilian` (`shilian.exe` on Windows), which runs the app from this folder.

    A wheel of three small files that points here, the same that an editable install makes, but
    without a build tool: it works offline, and pip writes the launcher each system wants.
    """
    version = _version(root)
    facts = f"shilian-{version}.dist-info"
    files = {
        "shilian.pth": f"{root}\n",
        f"{facts}/METADATA": f"Metadata-Version: 2.1\nName: shilian\nVersion: {version}\n",
        f"{facts}/WHEEL": "Wheel-Version: 1.0\nGenerator: start\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
        f"{facts}/entry_points.txt": "[console_scripts]\nshilian = app.__main__:main\n",
    }
    files[f"{facts}/RECORD"] = "".join(f"{name},,\n" for name in [*files, f"{facts}/RECORD"])
    bundled = _bundled_pip(root)
    with TemporaryDirectory() as folder:
        wheel = Path(folder) / f"shilian-{version}-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
        call(
            [
                str(python_of(root)),
                *([f"{bundled}/pip"] if bundled else ["-m", "pip"]),
                *("install", "--quiet", "--disable-pip-version-check", "--no-index"),
                *("--no-deps", "--force-reinstall", str(wheel)),
            ],
            {**plain_environment(), "PIP_ROOT_USER_ACTION": "ignore"},
        )


def _version(root: Path) -> str:
    text = (root / "app" / "__init__.py").read_text("utf-8")
    found = [line for line in text.splitlines() if line.startswith("__version__")]
    return found[0].split('"')[1] if found else "0"


TRIAL = """
import ctypes, os, sys
from pathlib import Path
import markdown, nh3, yaml
import PySide6
from PySide6.QtWidgets import QApplication, QLabel
plugins = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for name, display in (("libqxcb.so", "DISPLAY"), ("libqwayland.so", "WAYLAND_DISPLAY")):
    if os.environ.get(display) and (plugins / name).exists():
        ctypes.CDLL(str(plugins / name))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
application = QApplication([])
QLabel("shilian").grab()
"""


def _try_qt(root: Path) -> None:
    """Starts Qt once, so that a library still missing is named here and not by a crash later."""
    result = subprocess.run(
        [str(python_of(root)), "-c", TRIAL],
        env=plain_environment(),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if result.returncode:
        said = result.stderr.strip().splitlines()
        raise SetUpError(
            "界面部件在这台机器上还不能启动，原因见下 · Qt does not start here yet:\n\n  "
            + "\n  ".join(said[-6:] or [f"exit code {result.returncode}"])
            + "\n\n若缺少 lib….so，请用系统的软件管理器安装它，然后重新开始。"
            " If a lib….so is missing, install it with the system's package manager, start again."
        )


def _compile_ahead(root: Path) -> None:
    """Keeps the app's own code compiled, as pip does with the rest.

    Otherwise the first start would do it, and every start where Python may not write it down
    (`PYTHONDONTWRITEBYTECODE`, a folder for reading only). What fails costs time and nothing else.
    """
    subprocess.run(
        [str(python_of(root)), "-m", "compileall", "-q", str(root / "app")],
        env=plain_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def _clear(folder: Path) -> None:
    """Empties the environment but for our lock and mark, so that a kill in here is noticed too."""
    (folder / STAMP).write_text(BEGUN, "utf-8")
    for path in folder.iterdir():
        if path.name in {LOCK, STAMP}:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _read(path: Path) -> str | None:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _write(root: Path, name: str, text: str) -> None:
    """Written beside and moved into place: a stamp is whole or not there."""
    path = root / ".venv" / name
    beside = path.with_name(name + ".new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    beside.replace(path)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Holds a lock that ends with the process, however it ends."""
    with (root / ".venv" / LOCK).open("a+") as file:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print(
                    "另一个窗口正在准备，稍等… · Another start is setting up; waiting.", flush=True
                )
                fcntl.flock(file, fcntl.LOCK_EX)
        yield
