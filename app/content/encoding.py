"""From bytes to text: only ordinary files, only UTF-8, and a name for what else it may be."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from app.content.slips.lines import Slip

MAX_BYTES = 1024 * 1024

_UTF16_LE, _UTF16_BE = b"\xff\xfe", b"\xfe\xff"
_CONTROLS = bytes({*range(32), 127} - {9, 10, 13})
_BOM = b"\xef\xbb\xbf"
_FOREIGN = {
    b"PK\x03\x04": "Word, Excel, ZIP",
    b"\xd0\xcf\x11\xe0": "Word, Excel (97–2003)",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}


def read_bytes(path: Path) -> tuple[bytes | None, Slip | None]:
    """The file's bytes, or why there are none. Devices and pipes are never opened for reading."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None, Slip("E002", 0, 0)
        # The file may be swapped for a pipe in between: O_NONBLOCK keeps that from hanging.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None, Slip("E002", 0, 0)
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return None, Slip("E001", 0, 0)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the file's name
        reason = getattr(error, "strerror", None) or str(error)
        return None, Slip("E003", 0, 0, {"reason": reason})
    return raw, None


def is_plain(content: str | bytes) -> bool:
    """Whether these bytes certainly hold no control characters; quick, and never wrongly so."""
    return (
        isinstance(content, bytes)
        and len(content.translate(None, _CONTROLS)) == len(content)
        and b"\xc2" not in content  # leads U+0080 to U+009F
        and b"\xef\xbf" not in content  # leads U+FFFE and U+FFFF
    )


def decode(content: str | bytes) -> tuple[str | None, list[Slip]]:
    """Text without BOM and with plain line ends, and what is wrong with its bytes.

    Without text the slips have no offsets; places in the bytes stand in their values.
    """
    if isinstance(content, bytes):
        if len(content) > MAX_BYTES:
            return None, [_too_large()]
        if content.startswith(_BOM):
            content = content[3:]
        try:
            text = content.decode()
        except UnicodeDecodeError as error:
            return None, [_name_encoding(content, error.start)]
        if "\x00" in text and (stranger := _foreign(content)):
            return None, [stranger]
    else:
        # A character takes four bytes at most; the exact size matters only near the limit.
        text = content.removeprefix("\ufeff")
        if len(text) * 4 > MAX_BYTES and len(text.encode("utf-8", "replace")) > MAX_BYTES:
            return None, [_too_large()]
    if "\r" not in text:
        return text, []
    text = text.replace("\r\n", "\n")
    at = text.find("\r")
    if at < 0:
        return text, []
    return text.replace("\r", "\n"), [Slip("E008", at, at + 1)]


def _too_large() -> Slip:
    return Slip("E004", 0, 0, {"limit": MAX_BYTES // 1024})


def _name_encoding(raw: bytes, bad: int) -> Slip:
    """What a file that is not UTF-8 most likely is."""
    stranger = _foreign(raw)
    if stranger:
        return stranger
    if _looks_like_gb(raw):
        first = next(at for at, byte in enumerate(raw) if byte > 0x7F)
        return Slip("E005", 0, 0, _place(raw, first))
    return Slip("E007", 0, 0, {**_place(raw, bad), "byte": f"0x{raw[bad]:02X}"})


def _place(raw: bytes, at: int) -> dict[str, str | int]:
    """Line and column of a byte, the bytes before it being sound."""
    line_start = raw.rfind(b"\n", 0, at) + 1
    column = len(raw[line_start:at].decode("utf-8", "replace")) + 1
    return {"line": raw.count(b"\n", 0, at) + 1, "column": column}


def _foreign(raw: bytes) -> Slip | None:
    for start, name in _FOREIGN.items():
        if raw.startswith(start):
            return Slip("E012", 0, 0, {"kind": name})
    if raw.startswith((_UTF16_LE, _UTF16_BE)):
        return Slip("E006", 0, 0, {"encoding": "UTF-16"})
    head = raw[:400]
    # ASCII signs in UTF-16 have a zero as every other byte; a lesson is full of them.
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    if (
        len(head) >= 8
        and zeros > len(head) // 8
        and min(head[0::2].count(0), head[1::2].count(0)) == 0
    ):
        return Slip("E006", 0, 0, {"encoding": "UTF-16"})
    if head.count(0) > len(head) // 4:
        return Slip("E012", 0, 0, {"kind": "?"})
    return None


def _looks_like_gb(raw: bytes) -> bool:
    """Whether the bytes read as GBK (GB18030) give everyday Chinese.

    Almost any bytes can be read as GBK; but only real GBK text consists mostly of the
    3,755 frequent characters and the punctuation of GB 2312, rows 1 to 3 and 16 to 55.
    """
    try:
        text = raw.decode("gb18030")
    except UnicodeDecodeError:
        return False
    wide = [char for char in text[:20_000] if char > "\x7f"]
    frequent = sum(map(_is_frequent, wide))
    return bool(wide) and frequent >= 0.8 * len(wide)


def _is_frequent(char: str) -> bool:
    code = char.encode("gb18030")
    if len(code) != 2 or code[1] < 0xA1:
        return False
    return 0xA1 <= code[0] <= 0xA3 or 0xB0 <= code[0] <= 0xD7
