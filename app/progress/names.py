"""What learners may be called: one line, and nobody else's name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from app.i18n import _
from app.progress.record import NAME_LIMIT, tidy_name
from app.progress.troubles import NameRefused


def free_name(name: str, others: Iterable[str]) -> str:
    """The name as it is stored. `NameRefused` if it is empty, too long, or one of the others'."""
    try:
        tidy = tidy_name(name)
    except ValueError as error:
        if name.strip():
            raise NameRefused(
                _("A name has at most {count} characters.").format(count=NAME_LIMIT),
                next_step=_("Choose a shorter name."),
            ) from error
        raise NameRefused(
            _("A name needs at least one letter."), next_step=_("Type a name.")
        ) from error
    if _same(tidy) in map(_same, others):
        raise NameRefused(
            _("There is already a learner called {name}.").format(name=tidy),
            next_step=_("Choose another name."),
        )
    return tidy


def numbered_name(name: str, others: Iterable[str]) -> str:
    """The name, with a number behind it if somebody here has it already."""
    taken = {_same(other) for other in others}
    tried, number = name, 1
    while _same(tried) in taken:
        number += 1
        tried = f"{name} ({number})"
    return tried


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
