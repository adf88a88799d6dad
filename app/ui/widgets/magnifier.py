"""A link under the magnifier: large, monospaced, every name in it a place to point at.

Painted text: nothing here can be opened. The owner never breaks across lines if it fits on
one, and what nobody sees (zero-width signs, signs that turn text round) is written out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.i18n import _
from app.links.anatomy import dissect
from app.links.explanation import Mark
from app.links.pointing import Piece, pieces_of
from app.links.shown import visible
from app.links.values import Anatomy, SpanOf
from app.ui.theme.look import Look
from app.ui.widgets.flow import Placing
from app.ui.widgets.url_piece import INKS, UrlPiece, line_height

_KEYS = 9  # names that a digit can point at


class _Quiet(NamedTuple):
    """What is painted and cannot be pointed at."""

    box: QRect
    text: str
    part: str


class _Layout(NamedTuple):
    """Names and other text at one width, and how high they are together."""

    names: list[tuple[QWidget, QRect]]
    quiet: list[_Quiet]
    height: int


class Magnifier(Placing):
    """`pointed` tells the span of the name that was pointed at, and whether it is the owner."""

    pointed = Signal(object, bool)

    def __init__(
        self, look: Look, url: str, *, can_point: bool = True, anatomy: Anatomy | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self.url = url
        self._line_px = line_height(look, is_numbered=can_point)
        self._pieces = _pieces(url, anatomy)
        self.names: list[tuple[Piece, UrlPiece]] = []
        self._is_revealed = False
        self._marks: frozenset[int] = frozenset()
        self._layouts: dict[int, _Layout] = {}
        self._widgets: dict[int, UrlPiece] = {}
        for at, piece in enumerate(self._pieces):
            if piece.is_name:
                self._add_name(at, piece, can_point=can_point)
        if can_point:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be heard as a whole
        self.setAccessibleName(_("Link: {url}").format(url=visible(url)))

    def _add_name(self, at: int, piece: Piece, *, can_point: bool) -> None:
        number = len(self.names) + 1
        text = visible(self.url[slice(*piece.span)])
        shown = number if can_point and number <= _KEYS else 0
        widget = UrlPiece(self._look, text, piece.part, shown, line_px=self._line_px, parent=self)
        widget.clicked.connect(lambda: self.point(piece))
        if not can_point:
            widget.lock()
        self.names.append((piece, widget))
        self._widgets[at] = widget

    # ── pointing

    def point(self, piece: Piece) -> None:
        """Point at a name as the owner."""
        for other, widget in self.names:
            widget.show_state("picked" if other is piece else "")
        self.pointed.emit(piece.span, piece.is_owner)

    def point_at(self, number: int) -> bool:
        """Point at the name of this number, from 1; False if there is none."""
        if not 1 <= number <= min(len(self.names), _KEYS):
            return False
        self.point(self.names[number - 1][0])
        return True

    def take_back(self, span: SpanOf | None) -> None:
        """Show what was pointed at before, without saying so again."""
        for piece, widget in self.names:
            widget.show_state("picked" if piece.span == span else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        widgets = [widget for _piece, widget in self.names]
        focus = QApplication.focusWidget()
        if not step or not isinstance(focus, UrlPiece) or focus not in widgets:
            super().keyPressEvent(event)
            return
        at = widgets.index(focus) + step
        if 0 <= at < len(widgets):
            widgets[at].setFocus(Qt.FocusReason.TabFocusReason)

    # ── showing the parts

    def reveal(self, marks: Iterable[Mark] = (), pointed: SpanOf | None = None) -> None:
        """Colour the parts; `marks` name the letters that deceive, `pointed` what was picked."""
        self._is_revealed = True
        places: set[int] = set()
        for mark in marks:
            if mark.what == "trick":
                places.update(range(*mark.span))
        owner = next((set(range(*p.span)) for p in self._pieces if p.is_owner), set())
        # Where the trick is the whole owner, or all of it but the ending, no letter stands out.
        if owner and owner <= places:
            places -= owner
        self._marks = frozenset(places)
        for piece, widget in self.names:
            start = piece.span[0]
            widget.reveal(frozenset(at - start for at in places if at in range(*piece.span)))
            if pointed == piece.span:
                widget.show_state("right" if piece.is_owner else "wrong")
        self.update()

    @property
    def is_revealed(self) -> bool:
        """The parts are coloured."""
        return self._is_revealed

    def parts_shown(self) -> list[str]:
        """The parts that the link has, in order, each once."""
        return list(dict.fromkeys(piece.part for piece in self._pieces))

    # ── geometry

    def boxes(self, width: int) -> list[tuple[QWidget, QRect]]:
        return self._laid_out(width).names

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width).height

    def _laid_out(self, width: int) -> _Layout:
        """Where everything goes at this width; nothing in a link ever changes its size."""
        found = self._layouts.get(width)
        if found is None:
            found = self._layouts[width] = self._lay_out(max(width, 1))
        return found

    def _lay_out(self, width: int) -> _Layout:
        high = self._line_px
        quiet: list[_Quiet] = []
        placed: list[tuple[QWidget, QRect]] = []
        left = top = 0
        for at, piece in enumerate(self._pieces):
            widget = self._widgets.get(at)
            if widget is None:
                left, top = self._lay_out_quiet(piece, left, top, width, quiet)
                continue
            wished = widget.wished_width()
            if left and left + wished > width:
                left, top = 0, top + high
            lines = len(widget.lines_at(min(wished, width)))
            across = min(wished, width)
            placed.append((widget, QRect(left, top, across, high * lines)))
            if lines > 1:
                left, top = 0, top + high * lines
            else:
                left += across
        boxes = [box for _widget, box in placed] + [each.box for each in quiet]
        return _Layout(placed, quiet, max((box.bottom() + 1 for box in boxes), default=high))

    def _lay_out_quiet(
        self, piece: Piece, left: int, top: int, width: int, quiet: list[_Quiet]
    ) -> tuple[int, int]:
        """What is no name is cut wherever a line ends."""
        metrics = self._look.metrics("url")
        letter = self._look.text_width("url", "m" * 40) / 40  # not a whole number of pixels
        high = self._line_px
        rest = visible(self.url[slice(*piece.span)])
        while rest:
            # All letters of the face are equally wide; others may not be.
            count = min(len(rest), int(max(width - left, 0) / letter))
            if not rest.isascii():
                count = len(rest)
                while count > 0 and left + metrics.horizontalAdvance(rest[:count]) > width:
                    count -= 1
            if count == 0:
                if left == 0:
                    count = 1
                else:
                    left, top = 0, top + high
                    continue
            across = metrics.horizontalAdvance(rest[:count])
            quiet.append(_Quiet(QRect(left, top, across, high), rest[:count], piece.part))
            left += across
            rest = rest[count:]
        return left, top

    def sizeHint(self) -> QSize:
        width = self._look.space(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(90), self._line_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("url"))
        metrics = look.metrics("url")
        for box, text, part in self._laid_out(self.width()).quiet:
            ink, _ground, under, style = INKS.get(part, INKS["path"])
            base = box.top() + look.space(4) + metrics.ascent()
            painter.setPen(look.color(ink if self._is_revealed else "text"))
            painter.drawText(QPointF(box.left(), base), text)
            if self._is_revealed and len(text) > 1:
                y = box.top() + look.space(9) + metrics.height()
                painter.setPen(QPen(look.color(under), 1.2, style))
                painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))


def anatomy_of(url: str) -> Anatomy | None:
    """The anatomy of a round's link; None for a code, or where there is no link."""
    anatomy = dissect(url) if "://" in url and not url.startswith("#") else None
    return anatomy if anatomy is not None and anatomy.host is not None else None


def _pieces(url: str, anatomy: Anatomy | None) -> tuple[Piece, ...]:
    """The pieces of a link; a code without a host is one piece."""
    if anatomy is None or anatomy.host is None:
        return (Piece((0, len(url)), "path", is_name=False),) if url else ()
    return pieces_of(anatomy)
