"""Small changes to a file's text that leave everything else as the author typed it.

Comments, layout, line ends and byte order mark stay. A file is put in place at one stroke,
so that a crash leaves either the old file or the new one.
"""

from __future__ import annotations

import difflib
import os
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.content.issues import Edit, Span
from app.errors import ShilianError
from app.i18n import _

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class TypedText:
    """A file's text as it was typed, without its byte order mark."""

    text: str
    has_bom: bool = False

    @property
    def newline(self) -> str:
        """The line end that most lines have."""
        windows = self.text.count("\r\n")
        return "\r\n" if windows * 2 > self.text.count("\n") else "\n"

    def with_edits(self, edits: Iterable[Edit]) -> TypedText:
        """The text with all edits made. Of edits that overlap only the first is made."""
        starts = line_starts(self.text)
        placed = sorted(
            (
                (offset(starts, edit.span.line, edit.span.column), index, edit)
                for index, edit in enumerate(edits)
            ),
            key=lambda one: one[:2],
        )
        pieces: list[str] = []
        done = 0
        for start, _index, edit in placed:
            end = max(start, offset(starts, edit.span.end_line, edit.span.end_column))
            if start < done or end > len(self.text):
                continue
            pieces += (self.text[done:start], self.in_line_ends(edit.text))
            done = end
        return TypedText("".join((*pieces, self.text[done:])), self.has_bom)

    def in_line_ends(self, text: str) -> str:
        """The same words with this file's line ends."""
        return text.replace("\r\n", "\n").replace("\n", self.newline)

    def encoded(self) -> bytes:
        """The bytes to write."""
        return (_BOM if self.has_bom else b"") + self.text.encode()


def line_starts(text: str) -> list[int]:
    """Where each line begins, counted in characters; the first at 0."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


def offset(starts: list[int], line: int, column: int) -> int:
    """How many characters stand before this place (line and column count from 1)."""
    return starts[min(line, len(starts)) - 1] + column - 1


def insertion(line: int, column: int, text: str) -> Edit:
    """An edit that puts text before this place and takes nothing away."""
    return Edit(Span(line, column, line, column), text)


def unified_diff(shown: str, before: str, after: str) -> str:
    """What changes, in the form that `diff -u` and code reviews use. Empty if nothing does."""
    lines = difflib.unified_diff(
        before.split("\n"),
        after.split("\n"),
        fromfile=shown,
        tofile=shown,
        lineterm="",
    )
    return "".join(f"{line}\n" for line in lines)


def load(path: Path) -> TypedText | None:
    """The file as typed, or None if it is not UTF-8. Raises OSError if it cannot be read."""
    content = path.read_bytes()
    has_bom = content.startswith(_BOM)
    try:
        return TypedText(content.removeprefix(_BOM).decode("utf-8"), has_bom)
    except UnicodeDecodeError:
        return None


def put_in_place(path: Path, content: bytes, shown: str) -> None:
    """Writes the file at one stroke, flushed to the disk, with the permissions it had.

    A symbolic link stays one: the file it points at is replaced. Raises ShilianError if the
    file is read-only or the disk refuses; the old file is then untouched.
    """
    target = path.resolve()
    temporary = ""
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not mode & stat.S_IWUSR:
            raise PermissionError
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o666 & ~_umask() if mode is None else mode)  # noqa: PTH101
        os.replace(temporary, target)  # noqa: PTH105
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise ShilianError(
            _("{file} cannot be written: {reason}.").format(file=shown, reason=_reason(error)),
            safe=_("It is as it was."),
            next_step=_("Allow writing to it and its folder, or work on a copy."),
        ) from error
    _flush_folder(target.parent)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return _("it is read-only")
    return error.strerror or type(error).__name__


def _flush_folder(folder: Path) -> None:
    """Makes the new name itself last through a power cut, where the system can do that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders; there the rename is written through.
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
