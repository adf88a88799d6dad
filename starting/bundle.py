"""A folder that sets up another machine of the same kind without any network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from starting import environment, system
from starting.steps import SetUpError, call, step

KEPT = ("app", "assets", "docs", "lessons", "requirements", "starting", "tests")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", ".*_cache", ".hypothesis")


def make(root: Path, words: list[str]) -> int:
    """Copies the project, and beside it the wheels and, on Debian, the parts of the system.

    words: the folder to make (default `bundle` in the project); it must not exist or be empty.
    """
    folder = Path(words[0]).resolve() if words else root / "bundle"
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SetUpError(
            f"{folder} 里已有东西，请换一个文件夹。 There is something in it already.", 2
        )
    environment.set_up(root, with_tests=True)
    folder.mkdir(parents=True, exist_ok=True)
    with step("复制项目", "the project"):
        _copy_project(root, folder)
    with step("下载部件", "wheels"):
        _download_wheels(root, folder / "wheels")
    if sys.platform == "linux" and shutil.which("apt-get"):
        with step("下载系统部件", "parts of the system"):
            _download_debs(folder / "debs")
    print(
        f"做好了：{folder}\n复制到同类机器（{environment.kind_of_machine()}），"
        "在里面运行 python3 start.py。\n"
        "Copy it to a machine of the same kind and run python3 start.py inside it."
    )
    return 0


def _copy_project(root: Path, folder: Path) -> None:
    for path in sorted(root.iterdir()):
        if path.is_file() and not path.name.startswith("."):
            shutil.copy2(path, folder)
        elif path.name in KEPT:
            shutil.copytree(path, folder / path.name, ignore=LEFT_OUT)
    for name in (".gitignore", ".ci"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
        elif (root / name).exists():
            shutil.copy2(root / name, folder)


def _download_wheels(root: Path, wheels: Path) -> None:
    python = str(environment.python_of(root))
    pip = [python, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    pip += ["--only-binary", ":all:", "-d", str(wheels)]
    requirements = root / "requirements"
    call(
        [
            *pip,
            "--require-hashes",
            *("-r", str(requirements / "app.txt"), "-r", str(requirements / "dev.txt")),
        ],
        environment.plain_environment(),
    )
    # pip itself, run out of its wheel: the other machine needs no package for it.
    call([*pip, "--no-deps", "pip"], environment.plain_environment())
    (wheels / "KIND").write_text(environment.kind_of_machine() + "\n", "utf-8")


def _download_debs(debs: Path) -> None:
    """Fetches what a Debian with nothing but Python would need, whatever is installed here.

    apt is shown a made-up list of installed packages: the essential ones, Python, and what these
    depend on.
    """
    debs.mkdir()
    packages = [names[0] for names in (system.QT | system.X11 | system.WAYLAND).values()]
    with TemporaryDirectory() as scratch:
        status = Path(scratch) / "status"
        status.write_text(bare_status(Path("/var/lib/dpkg/status").read_text("utf-8")), "utf-8")
        archives = Path(scratch) / "archives"
        (archives / "partial").mkdir(parents=True)
        options = {
            "Dir::State::status": status,
            "Dir::State::extended_states": Path(scratch) / "extended_states",
            "Dir::Cache::archives": archives,
            "Dir::Cache::pkgcache": "",
            "Dir::Cache::srcpkgcache": "",
            "Debug::NoLocking": "true",
            "APT::Sandbox::User": "",
        }
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "--download-only"]
        for name, value in options.items():
            command += ["-o", f"{name}={value}"]
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run([*command, *packages], env=quiet, capture_output=True, check=False)
        if done.returncode:
            raise SetUpError(
                "系统部件下载失败，请先运行 apt-get update。 apt-get update may be needed first:\n"
                + done.stderr.decode("utf-8", "replace")
            )
        for deb in sorted(archives.glob("*.deb")):
            shutil.copy2(deb, debs)


def bare_status(status: str) -> str:
    """The part of dpkg's list of installed packages that every machine with Python 3 has.

    status: the text of dpkg's status file. Follows Depends and Pre-Depends from the essential
    packages, apt and python3.
    """
    entries: dict[str, str] = {}
    needs: dict[str, list[str]] = {}
    wanted = ["apt", "python3"]
    provides: dict[str, str] = {}
    for entry in status.split("\n\n"):
        fields = dict(
            line.split(": ", 1)
            for line in entry.splitlines()
            if ": " in line and not line.startswith(" ")
        )
        name = fields.get("Package")
        if name is None or "ok installed" not in fields.get("Status", ""):
            continue
        entries[name] = entry
        if fields.get("Essential") == "yes":
            wanted.append(name)
        needs[name] = [
            choice.split("(")[0].split(":")[0].strip()
            for field in ("Depends", "Pre-Depends")
            for group in fields.get(field, "").split(",")
            for choice in group.split("|")
            if choice.strip()
        ]
        for one in fields.get("Provides", "").split(","):
            if one.strip():
                provides.setdefault(one.split("(")[0].strip(), name)
    kept: set[str] = set()
    while wanted:
        name = wanted.pop()
        name = name if name in entries else provides.get(name, name)
        if name in entries and name not in kept:
            kept.add(name)
            wanted += needs[name]
    return "".join(f"{entries[name]}\n\n" for name in sorted(kept))
