"""Where one is in the window: a value, so that going back and rebuilding are the same act."""

from __future__ import annotations

from typing import NamedTuple


class Route(NamedTuple):
    """A page and what it shows; empty strings mean "not said"."""

    page: str = "home"
    lesson: str = ""
    step: str = ""
    detail: str = ""


HOME = Route("home")
