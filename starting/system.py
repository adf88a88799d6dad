"""Finds which libraries of the system Qt misses, by trying, and installs them where that is known.

The lists were found on a Debian 12 with nothing but Python, by adding one package at a time.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from starting.steps import SetUpError, call, step

# library → package, as Debian and Ubuntu, Fedora, and Arch call it
QT = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus"),
}
X11 = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
}
WAYLAND = {
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor", "wayland"),
}
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


def libraries() -> dict[str, tuple[str, str, str]]:
    """The libraries this machine needs: for a screen only where there is one."""
    wanted = dict(QT)
    if os.environ.get("DISPLAY"):
        wanted |= X11
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND
    return wanted


def is_there(library: str) -> bool:
    """Whether the system's loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(*, has_wheels: bool) -> tuple[list[str], list[str], list[str]]:
    """What to install, in the words of apt, dnf and pacman; three empty lists if nothing.

    has_wheels: the packages lie beside the project, so no certificates and no pip are needed.
    """
    lacking = [names for library, names in libraries().items() if not is_there(library)]
    apt, dnf, pacman = ([names[kind] for names in lacking] for kind in range(3))
    if not has_wheels:
        if importlib.util.find_spec("ensurepip") is None:
            apt.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
            dnf.append("python3-pip")
            pacman.append("python-pip")
        if shutil.which("apt-get") and not CERTIFICATES.exists():
            apt.append("ca-certificates")
    return (sorted(set(apt)), sorted(set(dnf)), sorted(set(pacman)))


def install_missing(root: Path) -> None:
    """Installs what is missing with apt-get, or says the one line that does."""
    if sys.platform != "linux":
        return
    debs = sorted((root / "debs").glob("*.deb"))
    has_wheels = any((root / "wheels").glob("pip-*.whl"))
    apt, dnf, pacman = missing(has_wheels=has_wheels)
    if not (apt or dnf or pacman):
        return
    if not shutil.which("apt-get"):
        raise SetUpError(_line_for_others(dnf, pacman), 2)
    install = ["apt-get", "install", "-y", "--no-install-recommends", *apt]
    by_hand = f"sudo apt-get update && sudo {' '.join(install)}"
    if debs:
        # Plain dpkg: it asks no server, and what is here in a newer version stays.
        install = ["dpkg", "--refuse-downgrade", "--skip-same-version", "-i", *map(str, debs)]
        by_hand = f"sudo {' '.join(install[:4])} {root / 'debs'}/*.deb"
    rights = _rights()
    if rights is None:
        raise SetUpError(
            "还缺系统部件，请让有管理员权限的人运行这一行，再重新开始：\n"
            "Parts of the system are missing; have someone with the right to install run this "
            f"line, then start again:\n\n  {by_hand}\n",
            2,
        )
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"安装系统部件：{' '.join(apt)}", "parts of the system"):
        if debs:
            call([*rights, *install], quiet)
        else:
            _apt_install([*rights, *install], [*rights, "apt-get", "update"], apt, quiet)
    left, _, _ = missing(has_wheels=has_wheels)
    if left:
        raise SetUpError(f"装了之后仍然缺少 / still missing: {' '.join(left)}")


def _rights() -> list[str] | None:
    """What to write before a command to be allowed to install; None without that right."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", "-n"]
    if sys.stdin.isatty():
        print(
            "需要管理员密码来安装系统部件。 Your password is needed to install parts of the system."
        )
        return ["sudo"]
    return None


def _apt_install(
    install: list[str], update: list[str], packages: list[str], environment: dict[str, str]
) -> None:
    if _apt_knows(packages):
        try:
            call(install, environment)
        except SetUpError:
            # Old lists name files that are gone from the server: read the lists, try once more.
            print("  软件目录可能旧了 · the lists of packages may be old", flush=True)
        else:
            return
    call(update, environment)
    call(install, environment)


def _apt_knows(packages: list[str]) -> bool:
    shown = subprocess.run(
        ["apt-cache", "policy", *packages],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    ).stdout
    # A package in no list is either absent from the answer or has no candidate.
    return shown.count("Candidate:") - shown.count("Candidate: (none)") >= len(packages)


def _line_for_others(dnf: list[str], pacman: list[str]) -> str:
    guesses = []
    if shutil.which("dnf"):
        guesses = [f"sudo dnf install {' '.join(dnf)}"]
    elif shutil.which("pacman"):
        guesses = [f"sudo pacman -S --needed {' '.join(pacman)}"]
    else:
        guesses = [f"dnf install {' '.join(dnf)}", f"pacman -S --needed {' '.join(pacman)}"]
    absent = [library for library in libraries() if not is_there(library)]
    return (
        f"还缺系统部件 / missing parts of the system: {' '.join(absent)}\n"
        "请安装后重新开始，大致是这一行 / install them, probably with:\n\n  "
        + "\n  ".join(guesses)
        + "\n"
    )
