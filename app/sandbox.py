"""Gives up the network: first what Python can refuse, then, on Linux, what the kernel can.

`refuse_network()` belongs on the first line of every front end. It catches slips (ours and those
of libraries) on every system, but not what compiled code does, nor code that means to get round
it. `seal()` asks the Linux kernel to refuse every socket that could leave this machine, for the
whole process with all its threads and children, Qt included, and for good. It needs ctypes, which
is slow to import, so a window calls it right after its first picture; until then only the first
wall stands. What neither stops: sockets opened before, and programs already running that are
asked over a local socket (D-Bus, a resolver); so we ask none.
"""

from __future__ import annotations

import sys
from typing import Literal, NamedTuple

_AF_UNIX = 1  # the same on every system that has it

# Reaching out, looking names up, starting other programs, opening a browser.
_REFUSED = frozenset(
    {
        "ftplib.connect",
        "http.client.connect",
        "imaplib.open",
        "nntplib.connect",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "os.startfile/2",
        "os.system",
        "poplib.connect",
        "smtplib.connect",
        "socket.getaddrinfo",
        "socket.gethostbyaddr",
        "socket.gethostbyname",
        "socket.getnameinfo",
        "subprocess.Popen",
        "telnetlib.Telnet.open",
        "urllib.Request",
        "webbrowser.open",
    }
)
_ADDRESSED = frozenset({"socket.bind", "socket.connect", "socket.sendmsg", "socket.sendto"})
_WATCHED = _REFUSED | _ADDRESSED | {"import", "socket.__new__"}
_MODULES = frozenset(
    {
        "PySide6.QtDBus",
        "PySide6.QtHttpServer",
        "PySide6.QtNetwork",
        "PySide6.QtNetworkAuth",
        "PySide6.QtWebChannel",
        "PySide6.QtWebEngineCore",
        "PySide6.QtWebEngineQuick",
        "PySide6.QtWebEngineWidgets",
        "PySide6.QtWebSockets",
        "PySide6.QtWebView",
    }
)


class Seal(NamedTuple):
    """What keeps this process off the network, as tried out and not as hoped.

    `by` is "kernel" (nothing in the process can open a socket to elsewhere), "python" (only what
    goes through Python is refused) or "nothing". `reason` says in words why it is not the kernel;
    empty if it is.
    """

    by: Literal["kernel", "python", "nothing"]
    reason: str = ""


def refuse_network() -> None:
    """From now on Python code that reaches for the network or another program is refused.

    It gets a PermissionError. This cannot be undone, and child interpreters do not inherit it.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    # Called for every audited event of the process: one look-up decides nearly all of them.
    if event not in _WATCHED:
        return
    if event == "import":
        if arguments[0] in _MODULES:
            raise _refusal(str(arguments[0]))
    elif event == "socket.__new__":
        if arguments[1] != _AF_UNIX:
            raise _refusal(event)
    elif event in _ADDRESSED:
        # A local socket's address is a path, an internet one's is a tuple.
        if isinstance(arguments[1], tuple):
            raise _refusal(event)
    else:
        raise _refusal(event)


def _refusal(what: str) -> PermissionError:
    from app.i18n import _

    return PermissionError(
        _(
            "Shilian works offline and refused this: {what}. It opens no links, "
            "no connections and no other programs."
        ).format(what=what)
    )


def python_refuses() -> bool:
    """Whether `refuse_network()` is in force, found by announcing what it must refuse."""
    try:
        sys.audit("webbrowser.open", "")
    except PermissionError:
        return True
    return False


def seal() -> Seal:
    """Has the kernel refuse sockets to elsewhere, for good, and tries whether it does.

    On Linux, x86_64 and aarch64: only local (AF_UNIX) sockets can be made from now on, in every
    thread and in every child. Never fails: what could not be had is told in the answer.
    """
    from app.i18n import _

    otherwise: Literal["python", "nothing"] = "python" if python_refuses() else "nothing"
    if sys.platform != "linux":
        return Seal(otherwise, _("Only Linux offers a lock on the network that a program can set."))
    import os

    from app import seccomp

    machine = os.uname().machine
    if machine not in seccomp.MACHINES:
        return Seal(
            otherwise,
            _("The lock is not known for this kind of processor: {machine}.").format(
                machine=machine
            ),
        )
    try:
        seccomp.install(machine)
    except OSError as error:
        return Seal(
            otherwise,
            _("This system did not allow the lock: {error}.").format(error=error.strerror),
        )
    if seccomp.lets_out():
        return Seal(otherwise, _("The lock was set, but this system does not keep it."))
    return Seal("kernel")
