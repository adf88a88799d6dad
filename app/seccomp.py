"""The lock on sockets that the Linux kernel keeps: a filter of some ten instructions.

The kernel runs it on every system call (man 2 seccomp). `program()` writes it, `install()` hands
it over for all threads at once.
"""

from __future__ import annotations

import struct
from typing import NamedTuple


class Machine(NamedTuple):
    """How one kind of processor numbers what the filter asks about."""

    audit: int  # AUDIT_ARCH_* in linux/audit.h
    socket: int
    socketpair: int
    seccomp: int
    first_foreign: int | None  # from here on numbers belong to another ABI (x32)


MACHINES = {
    "x86_64": Machine(0xC000003E, 41, 53, 317, 0x40000000),
    "aarch64": Machine(0xC00000B7, 198, 199, 277, None),
}
_IO_URING_SETUP = 425  # the same number everywhere; a ring can open sockets past any filter
_AF_UNIX, _AF_NETLINK = 1, 16
_SOCK_DGRAM = 2
_EPERM = 1

# linux/bpf_common.h: load a word at a place; jump if equal, if at least; answer.
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | _EPERM  # linux/seccomp.h: RET_ALLOW, RET_ERRNO
# struct seccomp_data: number, architecture, instruction pointer, six arguments of 64 bits. The
# kernel reads a socket's family as an int, so its low word decides (little-endian, as both are).
_AT_NUMBER, _AT_ARCHITECTURE, _AT_FAMILY = 0, 4, 16


def program(machine: Machine) -> list[tuple[int, int, int, int]]:
    """The filter: code, jump if true, jump if false, operand (struct sock_filter).

    Refuses with EPERM what comes in another ABI, rings, and sockets and pairs of any family but
    the local one; allows everything else.
    """
    lines: list[tuple[int, str, str, int]] = [
        (_LOAD, "", "", _AT_ARCHITECTURE),
        (_IF_EQUAL, "", "refuse", machine.audit),
        (_LOAD, "", "", _AT_NUMBER),
    ]
    if machine.first_foreign is not None:
        lines.append((_IF_AT_LEAST, "refuse", "", machine.first_foreign))
    lines += [
        (_IF_EQUAL, "refuse", "", _IO_URING_SETUP),
        (_IF_EQUAL, "family", "", machine.socket),
        (_IF_EQUAL, "", "allow", machine.socketpair),
        (_LOAD, "", "", _AT_FAMILY),
        (_IF_EQUAL, "allow", "refuse", _AF_UNIX),
        (_ANSWER, "", "", _ALLOW),
        (_ANSWER, "", "", _REFUSE),
    ]
    places = {"allow": len(lines) - 2, "refuse": len(lines) - 1, "family": len(lines) - 4}
    return [
        (
            code,
            places[if_true] - here if if_true else 0,
            places[if_false] - here if if_false else 0,
            operand,
        )
        for here, (code, if_true, if_false, operand) in enumerate(lines, 1)
    ]


def install(machine: str) -> None:
    """Puts the filter in force for every thread of this process and all children, for good.

    Raises OSError if the kernel does not take it.
    """
    import ctypes

    # Machine-endian, as the kernel reads it; all lines are eight bytes long.
    code = b"".join(struct.pack("=HBBI", *line) for line in program(MACHINES[machine]))
    lines = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: a count, padding up to a pointer, the pointer.
    head = struct.pack("@HP", len(code) // 8, ctypes.addressof(lines))
    libc = ctypes.CDLL(None, use_errno=True)
    set_no_new_privileges = 38  # linux/prctl.h
    if libc.prctl(set_no_new_privileges, *map(ctypes.c_ulong, (1, 0, 0, 0))):
        raise _error(ctypes.get_errno())
    set_mode_filter, all_threads = 1, 1  # linux/seccomp.h: SECCOMP_SET_MODE_FILTER, FLAG_TSYNC
    answer = libc.syscall(
        ctypes.c_long(MACHINES[machine].seccomp),
        ctypes.c_ulong(set_mode_filter),
        ctypes.c_ulong(all_threads),
        ctypes.c_char_p(head),
    )
    if answer < 0:
        raise _error(ctypes.get_errno())
    if answer > 0:  # the number of a thread that could not be brought along
        raise _error(16)  # EBUSY


def lets_out() -> bool:
    """Whether this process can still make a socket that is not local; tried, past Python's checks.

    Tried with AF_NETLINK, which only talks to the kernel: all families but the local one fall
    under the same rule, and no internet socket is asked for even here.
    """
    import ctypes
    import os

    libc = ctypes.CDLL(None, use_errno=True)
    descriptor: int = libc.socket(_AF_NETLINK, _SOCK_DGRAM, 0)
    if descriptor >= 0:
        os.close(descriptor)
        return True
    return ctypes.get_errno() != _EPERM


def _error(number: int) -> OSError:
    import os

    return OSError(number, os.strerror(number))
