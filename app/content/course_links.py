"""What a course knows of links: its official list and its levels, each read when first asked."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path

from app.content.brand_list import BRANDS_FILE, load_brands
from app.content.level_list import LEVELS_FILE, level_ids
from app.content.rules.links import LinkRules
from app.links.lens import Lens
from app.links.tricks.table import TRICKS


class CourseLinks:
    """The files of one course folder that speak of links.

    Where the folder has no brands.yaml or no levels.yaml, that of the folder `stand_in` counts.
    """

    def __init__(self, folder: Path, stand_in: Path | None = None) -> None:
        self._folder = folder
        self._stand_in = stand_in

    @cached_property
    def lens(self) -> Lens | None:
        """The lens over the official list; None if there is none, or if it is broken."""
        folder = self._folder_of(BRANDS_FILE)
        brands = load_brands(folder)[0] if folder is not None else None
        return None if brands is None else Lens(brands)

    @cached_property
    def levels(self) -> Collection[str] | None:
        """The ids of the levels; None if there is no such file, or nothing to be read in it."""
        folder = self._folder_of(LEVELS_FILE)
        return level_ids(folder) if folder is not None else None

    @property
    def tricks(self) -> Collection[str]:
        """The ids of the tricks there are."""
        return TRICKS

    @cached_property
    def rules(self) -> LinkRules:
        """The rules for links, with all of this."""
        return LinkRules(self.lens, self.tricks, self.levels)

    def _folder_of(self, name: str) -> Path | None:
        if (self._folder / name).is_file():
            return self._folder
        return self._stand_in
