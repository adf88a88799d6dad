"""The two walls: what Python refuses, and what the kernel refuses whatever asks.

Both hold for good, so every try is made in a process of its own.
"""

from __future__ import annotations

import platform
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import seccomp

ROOT = Path(__file__).resolve().parent.parent
linux = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in seccomp.MACHINES,
    reason="the kernel's lock is for Linux on x86_64 and aarch64",
)


def child(code: str) -> str:
    """What a fresh Python prints that runs this code in the project folder."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


TRY_EVERYTHING = """
import ctypes, importlib, os, socket, subprocess, webbrowser
import urllib.request
from app.sandbox import refuse_network
refuse_network()
def outcome(act):
    try:
        act()
    except PermissionError as error:
        assert "offline" in str(error), error
        return "refused"
    except Exception as error:
        return repr(error)
    return "let through"
tries = {
    "internet socket": lambda: socket.socket(),
    "six": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    "name": lambda: socket.getaddrinfo("localhost", 80),
    "old name": lambda: socket.gethostbyname("localhost"),
    "url": lambda: urllib.request.urlopen("http://127.0.0.1:9/"),
    "browser": lambda: webbrowser.GenericBrowser("true").open("http://127.0.0.1:9/"),
    "program": lambda: subprocess.run(["true"]),
    "shell": lambda: os.system("true"),
    "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "become": lambda: os.execv("/bin/true", ["true"]),
    "Qt": lambda: importlib.import_module("PySide6.QtNetwork"),
    "local socket": lambda: socket.socket(socket.AF_UNIX).close(),
    "local pair": lambda: [one.close() for one in socket.socketpair()],
    "file": lambda: open("pyproject.toml").close(),
}
for name, act in tries.items():
    print(name + ":", outcome(act))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="tries what Windows does not have")
def test_python_refuses_the_network_and_other_programs_and_nothing_else():
    said = dict(line.split(": ", 1) for line in child(TRY_EVERYTHING).splitlines())
    let_through = {name for name, outcome in said.items() if outcome == "let through"}
    assert let_through == {"local socket", "local pair", "file"}
    assert {outcome for name, outcome in said.items() if name not in let_through} == {"refused"}


def test_what_holds_is_found_by_trying_and_not_by_trust():
    code = """
from app import sandbox
print(sandbox.python_refuses())
sandbox.refuse_network()
print(sandbox.python_refuses())
"""
    assert child(code).split() == ["False", "True"]


def test_another_system_gets_the_python_wall_and_the_reason_in_words():
    code = """
import sys
from app import sandbox
sys.platform = "win32"
print(sandbox.seal().by)
sandbox.refuse_network()
seal = sandbox.seal()
print(seal.by, "|", seal.reason)
"""
    first, second = child(code).splitlines()
    assert first == "nothing"
    assert second.startswith("python | Only Linux")


@linux
def test_an_unknown_processor_is_told_and_not_guessed():
    code = """
import os
from app import sandbox
sandbox.refuse_network()
real = os.uname()
os.uname = lambda: os.uname_result((*real[:4], "riscv64"))
print(sandbox.seal())
"""
    said = child(code)
    assert "by='python'" in said
    assert "riscv64" in said


@linux
def test_a_kernel_that_says_no_leaves_the_python_wall():
    code = """
from app import sandbox, seccomp
def refused(machine):
    raise OSError(22, "Invalid argument")
seccomp.install = refused
sandbox.refuse_network()
print(sandbox.seal())
"""
    said = child(code)
    assert "by='python'" in said
    assert "Invalid argument" in said


@linux
def test_a_filter_that_does_not_hold_is_not_called_a_lock():
    code = """
from app import sandbox, seccomp
seccomp.install = lambda machine: None
sandbox.refuse_network()
print(sandbox.seal())
"""
    assert "by='python'" in child(code)


SEALED = """
import errno, os, socket, subprocess, sys, threading
from app.sandbox import seal

go, done, seen = threading.Event(), threading.Event(), []
def opens(family, kind=socket.SOCK_STREAM):
    try:
        socket.socket(family, kind).close()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "open"
def wait_in_a_thread():
    seen.append(opens(socket.AF_INET))
    go.wait()
    seen.append(opens(socket.AF_INET))
    done.set()
threading.Thread(target=wait_in_a_thread).start()
assert seal().by == "kernel"
go.set()
done.wait()
print("running thread", *seen)
for family in ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_UNIX"):
    print(family, opens(getattr(socket, family), socket.SOCK_RAW if family == "AF_PACKET"
          else socket.SOCK_DGRAM))
again = "import socket\\ntry: socket.socket()\\nexcept OSError as e: print('child', e.errno)"
subprocess.run([sys.executable, "-c", again], check=True)
left, right = socket.socketpair()
left.send(b"hello")
print("pair", right.recv(5).decode())
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long
print("ring", libc.syscall(425, 1, None), errno.errorcode[ctypes.get_errno()])
print("twice", seal().by)
"""


@linux
def test_the_kernel_refuses_every_family_in_every_thread_and_child():
    assert child("import sys; sys.stdout.reconfigure(line_buffering=True)\n" + SEALED) == "\n".join(
        [
            "running thread open EPERM",
            "AF_INET EPERM",
            "AF_INET6 EPERM",
            "AF_NETLINK EPERM",
            "AF_PACKET EPERM",
            "AF_UNIX open",
            "child 1",
            "pair hello",
            "ring -1 EPERM",
            "twice kernel",
        ]
    )


QT = """
import os, socket
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket, QTcpSocket
from PySide6.QtWidgets import QApplication, QLabel
from app.sandbox import seal

application = QApplication([])
# Port 0 of our own loopback: a listener is there, so only the lock can make a try fail.
listener = socket.create_server(("127.0.0.1", 0))
def connects():
    line = QTcpSocket()
    line.connectToHost("127.0.0.1", listener.getsockname()[1])
    answer = line.waitForConnected(5000)
    line.abort()
    return answer
try:
    socket.create_connection(listener.getsockname(), timeout=5).close()
except OSError as error:
    raise SystemExit(print("no loopback:", error))
before = connects()
by = seal().by
print(before, by, connects())
window = QLabel("识链")
window.show()
application.processEvents()
print(window.grab().width() > 0)
server = QLocalServer()
print(server.listen(f"shilian-test-{os.getpid()}"))
print(application.clipboard() is not None)
"""


@linux
def test_qt_itself_cannot_connect_any_more_and_windows_still_work():
    said = child(QT).splitlines()
    if said[0].startswith("no loopback"):
        pytest.skip(said[0])
    assert said == ["True kernel False", "True", "True", "True"]


def verdict(machine: seccomp.Machine, architecture: int, number: int, family: int = 0) -> bool:
    """Whether the filter lets a call through: a small reading of it, as the kernel would."""
    seen = struct.pack("<IIQQ", number, architecture, 0, family)
    lines = seccomp.program(machine)
    accumulator, at = 0, 0
    while True:
        code, if_true, if_false, operand = lines[at]
        at += 1
        if code == 0x20:
            accumulator = struct.unpack_from("<I", seen, operand)[0]
        elif code == 0x15:
            at += if_true if accumulator == operand else if_false
        elif code == 0x35:
            at += if_true if accumulator >= operand else if_false
        else:
            assert code == 0x06
            return operand == 0x7FFF0000


def cases() -> Iterator[tuple[seccomp.Machine, int, int, bool]]:
    for machine in seccomp.MACHINES.values():
        for call in (machine.socket, machine.socketpair):
            for family in (0, 2, 10, 16, 17, 40, 2**32 + 2, 2**32 - 1):
                yield machine, call, family, False
            yield machine, call, 1, True
            yield machine, call, 2**32 + 1, True  # the kernel cuts a family to its low word
        yield machine, 425, 1, False
        for call in (0, 1, 42, 56, 63, 202, 424, 426):  # read, write, connect, clone, futex, …
            if call not in {machine.socket, machine.socketpair}:
                yield machine, call, 2, True


@pytest.mark.parametrize(("machine", "call", "family", "allowed"), list(cases()))
def test_the_filter_read_line_by_line(machine, call, family, allowed):
    assert verdict(machine, machine.audit, call, family) is allowed
    # The same call in another ABI never passes: 32-bit programs number their calls otherwise.
    assert not verdict(machine, 0x40000003, call, family)


def test_the_filter_refuses_the_second_numbering_of_x86():
    machine = seccomp.MACHINES["x86_64"]
    assert not verdict(machine, machine.audit, 0x40000000 + machine.socket, 1)
    assert not verdict(machine, machine.audit, 0x40000000)
