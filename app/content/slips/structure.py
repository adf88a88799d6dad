"""Which lists and groups of keys are open at a line, and whether its indentation fits them."""

from __future__ import annotations

from enum import Enum
from typing import Literal

from app.content.slips.lines import Slip

Kind = Literal["top", "list", "keys"]


class Pending(Enum):
    """What the line before left behind."""

    OPEN = "a key or a dash with nothing after it: deeper lines belong to it"
    TEXT = "a plain text: deeper lines would go on with it"
    SHUT = "a text in quotation marks, a block, a bracket: nothing can follow deeper"


class Outline:
    """The columns of all open lists and groups of keys, outermost first."""

    __slots__ = ("columns", "has_strayed", "kinds", "pending", "slips")

    def __init__(self, slips: list[Slip]) -> None:
        self.slips = slips
        self.columns: list[int] = [-1]
        self.kinds: list[Kind] = ["top"]
        self.pending = Pending.OPEN
        self.has_strayed = False  # text between keys was reported, and goes on

    def push(self, column: int, kind: Kind) -> None:
        self.columns.append(column)
        self.kinds.append(kind)

    def is_deeper(self, column: int) -> bool:
        """Whether a line at this column stands below what the line before began."""
        return column > self.columns[-1]

    def has_keys_at(self, column: int) -> bool:
        """Whether a group of keys is open at exactly this column."""
        return self._has_at(column, "keys")

    def fits(self, column: int, kind: Kind) -> bool:
        """Whether a line that begins with a dash or a key may stand at this column."""
        if self.pending is Pending.OPEN and column > self.columns[-1]:
            return True
        return self._has_at(column, kind)

    def _has_at(self, column: int, kind: Kind) -> bool:
        return any(
            one == column and each == kind
            for one, each in zip(self.columns, self.kinds, strict=True)
        )

    def expects_item(self, column: int) -> bool:
        """Whether a list item may stand at this column."""
        if self.pending is Pending.OPEN and column >= self.columns[-1]:
            return True
        return self._has_at(column, "list")

    def place(self, at: int, column: int, kind: Kind) -> None:
        """Take in a line that begins with a dash or a key; note it if it does not fit."""
        columns, kinds = self.columns, self.kinds
        self.has_strayed = False
        came_back = False
        left = (column, kind)  # the outermost group that ended here
        while columns[-1] > column:
            left = (columns.pop(), kinds.pop())
            came_back = True
        if columns[-1] == column:
            self._place_beside(at, column, kind, came_back)
            return
        if came_back:
            # Most likely a space is missing, and the lines below go on with the group that ended.
            self.push(*(left if left[1] == kind else (column, kind)))
            self._note("E121", at, column=column + 1, columns=self._columns_for(kind, column))
            return
        if self.pending is not Pending.OPEN:
            self._note("E120", at, column=column + 1, fitting=columns[-1] + 1)
        self.push(column, kind)

    def _place_beside(self, at: int, column: int, kind: Kind, came_back: bool) -> None:
        columns, kinds = self.columns, self.kinds
        if kinds[-1] == kind:
            return
        if columns[-2] == column:
            # A list may stand right under its key; here it ends, or (after a slip) goes on.
            columns.pop()
            kinds.pop()
            return
        if kind == "keys":
            self._note("E124", at, column=column + 1)
        elif came_back or self.pending is not Pending.OPEN:
            self._note("E125", at, column=column + 1)
        self.push(column, kind)

    def _columns_for(self, kind: Kind, odd: int) -> str:
        """The columns where a line of this kind may stand, in words; `odd` is where it stands."""
        fitting = [
            column
            for column, each in zip(self.columns, self.kinds, strict=True)
            if each == kind and column != odd
        ]
        return ", ".join(str(column + 1) for column in dict.fromkeys(fitting)) or "1"

    def _note(self, code: str, at: int, **values: str | int) -> None:
        self.slips.append(Slip(code, at, at + 1, values))
