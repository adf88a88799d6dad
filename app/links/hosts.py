"""Hosts as browsers compare them, and what in their spelling the eye does not see."""

from __future__ import annotations

import re
import unicodedata

# Dropped or refused by browsers; nobody sees them. ZWNJ and ZWJ among them.
INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
#: Characters that turn the text round.
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
CONTROL = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"

UNSEEN = re.compile(f"[{INVISIBLE}{BIDI}{CONTROL}]")
TURNING = re.compile(f"[{BIDI}]")

#: Everything that browsers read as a dot in a host, and the dots of defanged names.
DOT = re.compile(
    r"\[\.\]|\(\.\)|\[dot\]|[.\u3002\uff0e\uff61]"
    r"|%2e|%e3%80%82|%ef%bc%8e|%ef%bd%a1",
    re.IGNORECASE,
)


def unicode_of(host: str) -> str:
    """A host in ASCII form as people see it; what cannot be decoded stays as it is."""
    if "xn--" not in host:
        return host
    return ".".join(map(_decoded, host.split(".")))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError):
        return label


def is_ip(host: str) -> bool:
    """Whether a host, as a browser has read it, is an IP address.

    Browsers take every name whose last label is a number for an IPv4 address.
    """
    if host[-1:].isdecimal():
        return host.rpartition(".")[2].isdecimal()
    return host.startswith("[")


def is_private_ip(host: str) -> bool:
    """Whether an IP address belongs to a house's own network or this very machine."""
    if host.startswith("["):
        return host == "[::1]" or host.startswith(("[fc", "[fd", "[fe8", "[fe9", "[fea", "[feb"))
    a, b = (int(part) for part in host.split(".")[:2])
    return (
        a in (10, 127)
        or (a == 172 and 16 <= b <= 31)
        or (a == 192 and b == 168)
        or (a == 169 and b == 254)
    )


def names_of(signs: str) -> str:
    """Unseen characters by their numbers, each once: `U+200B U+202E`."""
    return " ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(signs))


def compared(label: str) -> str:
    """A label as it stands in a text, roughly as it would be compared: for look-ups only."""
    if label.isascii():
        return label.lower()
    return unicodedata.normalize("NFKC", UNSEEN.sub("", label)).lower()
