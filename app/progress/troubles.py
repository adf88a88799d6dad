"""What can go wrong with the file of the history, in words for the person in front of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.errors import ShilianError
from app.i18n import _

# Primary result codes (sqlite.org/rescode.html) for which the machine is to blame. Any other
# sqlite3.Error is a fault of ours and rises.
_FULL, _READONLY, _BUSY, _LOCKED, _CORRUPT, _NOTADB = 13, 8, 5, 6, 11, 26
_OF_THE_MACHINE = frozenset({3, _BUSY, _LOCKED, 7, _READONLY, 10, _CORRUPT, _FULL, 14, 15, _NOTADB})


class NotSaved(ShilianError):  # noqa: N818
    """It is kept in memory, practice can go on, and saving is tried again with the next answer."""


class Damaged(ShilianError):  # noqa: N818
    """The file cannot be read any more as it should be; the next start sets it right."""


class NotTaken(ShilianError):  # noqa: N818
    """A history file was refused; nothing of it was added."""


class NameRefused(ShilianError):  # noqa: N818
    """A learner cannot be called that."""


def code_of(error: BaseException | None) -> int:
    """The primary result code of SQLite, or 0."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_of_the_machine(error: BaseException) -> bool:
    """Whether disk, file or another program is the cause, and not our own code."""
    return isinstance(error, OSError) or code_of(error) in _OF_THE_MACHINE


def is_damage(error: BaseException | None) -> bool:
    """Whether the file itself is broken, or is no history at all."""
    return code_of(error) in (_CORRUPT, _NOTADB)


def is_lock(error: BaseException) -> bool:
    """Whether another program is holding the file."""
    return code_of(error) in (_BUSY, _LOCKED)


def not_saved(error: BaseException) -> NotSaved:
    """The words for a write that failed; raises the error itself if it is a fault of ours."""
    if isinstance(error, sqlite3.Error) and not is_of_the_machine(error):
        raise error
    code = code_of(error)
    safe = _("Everything saved before is safe. You can go on; new answers are kept until you quit.")
    if code == _FULL:
        return NotSaved(
            _("The disk is full, so the last answer is not saved yet."),
            safe=safe,
            next_step=_("Free some space. Your next answer then saves this one too."),
        )
    if code == _READONLY:
        return NotSaved(
            _("The file with your progress may not be changed, so the last answer is not saved."),
            safe=safe,
            next_step=_("Allow writing to the file and its folder, then start 识链 again."),
        )
    if is_lock(error):
        return NotSaved(
            _("Another program is using your progress, so the last answer is not saved yet."),
            safe=safe,
            next_step=_("Close the other window. Your next answer then saves this one too."),
        )
    if is_damage(error):
        return NotSaved(
            _("The file with your progress is damaged, so the last answer is not saved."),
            safe=_("A copy from an earlier day is kept beside it. You can go on practising."),
            next_step=_("Start 识链 again: it then repairs your progress from the copy."),
        )
    return NotSaved(
        _("The disk did not take the last answer ({reason}).").format(reason=error),
        safe=safe,
        next_step=_("Check the disk. Saving is tried again with your next answer."),
    )


def nowhere() -> NotSaved:
    """The words for a write when the history is in memory only."""
    return NotSaved(
        _("Your answers are not saved on this machine at the moment."),
        safe=_("You can go on; new answers are kept until you quit."),
        next_step=_(
            "Save your history to a file before you quit, or solve what was said at start."
        ),
    )


def damaged_now() -> Damaged:
    """The words for a read that met broken pages."""
    return Damaged(
        _("A part of your progress cannot be read: the file is damaged."),
        safe=_("A copy from an earlier day is kept beside it."),
        next_step=_("Start 识链 again: it then repairs your progress from the copy."),
    )


def unreadable(error: BaseException) -> ShilianError:
    """The words for a read that failed although the file is not damaged."""
    return ShilianError(
        _("Your progress cannot be read at the moment ({reason}).").format(reason=error),
        safe=_("Nothing was changed."),
        next_step=_("Close other windows of 识链 and try again."),
    )


def cannot_write(path: Path, error: BaseException) -> ShilianError:
    """At the start: the history can be read and not written."""
    if is_lock(error):
        return ShilianError(
            _("Another window of 识链 is saving to your progress."),
            safe=_("You can go on here; answers are saved as soon as the other one lets go."),
            next_step=_("Close the other window."),
        )
    return ShilianError(
        _("Your progress can be read but not changed, so new answers are not saved."),
        safe=_("Everything saved before is safe. You can go on practising."),
        next_step=_("Allow writing to {path}, then start 识链 again.").format(path=path),
    )


def in_memory(path: Path, error: BaseException) -> ShilianError:
    """At the start: there is nothing to read and nothing can be written."""
    if is_lock(error):
        return ShilianError(
            _("Another program is using your progress and does not let it be read."),
            safe=_("Your progress is still there. What you do here now is not saved."),
            next_step=_("Close the other program, then start 识链 again."),
        )
    return ShilianError(
        _("Your progress cannot be kept at {path} ({reason}).").format(path=path, reason=error),
        safe=_("You can go on practising; new answers are kept until you quit."),
        next_step=_("Make the folder writable or free some space, then start 识链 again."),
    )


def newer(path: Path) -> ShilianError:
    """At the start: a later version of the app has written the file."""
    return ShilianError(
        _("Your progress was written by a newer version of 识链, which this one cannot read."),
        safe=_("The file {path} is left exactly as it is.").format(path=path),
        next_step=_("Open it with the newer version. What you do here now is not saved."),
    )


def recovered(copy_day: str | None, rescued: int) -> ShilianError:
    """At the start: the file was damaged or gone, and what could be had was put in its place."""
    if copy_day is not None:
        what = _("Your progress was damaged or missing; the copy of {day} is used now.").format(
            day=copy_day
        )
    else:
        what = _("Your progress was damaged, and there was no good copy of it.")
    if rescued:
        safe = _("Answers rescued from the damaged file: {count}.").format(count=rescued)
    elif copy_day is not None:
        safe = _("Everything up to that day is there.")
    else:
        safe = _("The damaged file is kept beside it.")
    return ShilianError(
        what,
        safe=safe,
        next_step=_("Look whether your last lesson is there, and go on from it."),
    )


def lost_tail() -> ShilianError:
    """At the start: the file is whole, and the journal with the very last answers was not."""
    return ShilianError(
        _("The app did not close properly, and the last answers could not be read back."),
        safe=_("Everything before them is there."),
        next_step=_("Look whether your last lesson is there, and go on from it."),
    )
