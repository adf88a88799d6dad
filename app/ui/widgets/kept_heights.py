"""For what is as high as its words need: each height is worked out once."""

from __future__ import annotations

from abc import abstractmethod


class KeptHeights:
    """Stands before the Qt class among the bases. Layouts ask for the same widths again and again.

    What changes the words calls `forget_heights`.
    """

    _heights: dict[int, int] | None = None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at this width, in pixels."""
        if self._heights is None:
            self._heights = {}
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self.height_for(width)
        return height

    @abstractmethod
    def height_for(self, width: int) -> int:
        """Works it out."""

    def forget_heights(self) -> None:
        """The words are others now."""
        self._heights = None
