#!/usr/bin/env python3
"""One command for everything: `python3 start.py` opens the app and sets up what is missing.

Only the standard library is used. This file is read by whatever Python there is, so it keeps to
words that Python 3.6 can read; the set-up itself lies in `starting/` and is not even imported
when there is nothing to set up.
"""

import os
import sys

HELP = """\
python3 start.py [arguments]         打开识链（第一次会自动安装所需部件）
                                     open Shilian (the first time sets up what is missing)
python3 start.py check|new|tour|...  运行一个命令，见 python3 start.py doctor --help
                                     run one of the app's commands
python3 start.py test [arguments]    运行全部检查与测试；带参数时只运行 pytest
                                     run all checks and tests; with arguments, pytest alone
python3 start.py bench [names]       运行测速 / run the benches
python3 start.py setup               只安装 / only the set-up
python3 start.py bundle [folder]     做一个离线安装文件夹
                                     make a folder that sets up another machine without a network
python3 start.py --help              本说明 / this text; the app's own: start.py -- --help
"""

ROOT = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(
    ENVIRONMENT, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python"))
)
STAMP = os.path.join(ENVIRONMENT, "shilian-stamp")


def wanted_stamp(python):  # type: (str) -> str
    """What the stamp of a finished environment says: where it lies, its Python, what is in it.

    Kept as plain text: comparing it costs less than importing a hash.
    """
    with open(os.path.join(ROOT, "requirements", "app.txt"), encoding="utf-8") as file:
        return "place: {}\npython: {}\n{}".format(ENVIRONMENT, python, file.read())


def fits_here(stamp):  # type: (str) -> bool
    """Whether an environment with this stamp was made in this folder, by a Python still there."""
    python = stamp.partition("\npython: ")[2].partition("\n")[0]
    return (
        stamp.startswith("place: " + ENVIRONMENT + "\n")
        and os.path.exists(python)
        and os.path.exists(PYTHON)
        and (os.name == "nt" or os.path.realpath(PYTHON) == python)
    )


def is_ready():  # type: () -> bool
    """Whether the environment was finished here, with these requirements and a Python still there.

    A moved folder, a half-done set-up, other requirements and a Python that was taken away all
    give another stamp or none.
    """
    try:
        with open(STAMP, encoding="utf-8") as file:
            found = file.read()
    except (OSError, UnicodeDecodeError):
        return False
    python = found.partition("\npython: ")[2].partition("\n")[0]
    return fits_here(found) and found == wanted_stamp(python)


def has_display():  # type: () -> bool
    """Whether a window can be shown: always on Windows and macOS, else if a display is named."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_app(arguments):  # type: (list[str]) -> int
    """Becomes the app; on a machine without a display a window turns into a tour of pictures."""
    first = arguments[0] if arguments else "-"
    if not has_display() and first.startswith("-") and first not in ("-h", "--help", "--version"):
        folder = os.path.join(ROOT, "tour")
        print("没有显示器，改为把每个画面存成图片：", folder)
        print("There is no display here, so every screen is written as a picture:", folder)
        sys.stdout.flush()
        arguments = ["tour", "--out", folder]
    # -P: a folder named app where the user happens to stand is not taken for ours.
    command = [PYTHON, "-P", "-m", "app", *arguments]
    if os.name != "nt":
        os.execv(PYTHON, command)
    import subprocess

    return subprocess.call(command)


def main():  # type: () -> int
    """Does what the first word says; anything that is not one of ours goes to the app."""
    for stream in (sys.stdout, sys.stderr):
        if (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    words = sys.argv[1:]
    first = words[0] if words else ""
    if first in ("--help", "-h"):
        print(HELP, end="")
        return 0
    if first == "--":
        words = words[1:]
    if first not in ("test", "bench", "setup", "bundle") and is_ready():
        return open_app(words)
    sys.path.insert(0, ROOT)
    import starting

    if first in ("test", "bench", "setup", "bundle"):
        return starting.run(first, words[1:])
    done = starting.run("setup", [])
    return done if done else open_app(words)


if sys.version_info < (3, 11):  # older ones must get as far as these words
    print("识链需要 Python 3.11 或更新的版本，这里是 {}.{}。".format(*sys.version_info[:2]))
    print("Shilian needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))
    sys.exit(2)
if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        print("\n已停下，下次会接着做好。 Stopped; the next start does what is left.")
        sys.exit(130)
