"""One name on a magnified link: a button to point at, and after the answer what it really is."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from app.i18n import _, mark
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

# part → (ink, ground, line, pen style); what is not here is painted quietly
INKS = {
    "owner": ("url_reg", "url_reg_bg", "honey", Qt.PenStyle.SolidLine),
    "subdomain": ("url_sub", "sub_soft", "url_sub", Qt.PenStyle.DashLine),
    "user_info": ("url_sub", "sub_soft", "url_sub", Qt.PenStyle.DashLine),
    "path": ("url_path", "", "border_strong", Qt.PenStyle.SolidLine),
    "query": ("url_path", "", "border_strong", Qt.PenStyle.DotLine),
    "fragment": ("url_path", "", "border_strong", Qt.PenStyle.DotLine),
    "scheme": ("url_scheme", "", "border_strong", Qt.PenStyle.DotLine),
    "port": ("url_scheme", "", "border_strong", Qt.PenStyle.DotLine),
}

PART_WORDS = {
    "scheme": mark("how it travels"),
    "user_info": mark("only a user's name"),
    "subdomain": mark("a branch the owner named"),
    "owner": mark("the owner"),
    "port": mark("a door number"),
    "path": mark("a page"),
    "query": mark("particulars"),
    "fragment": mark("a place on the page"),
    "host": mark("a sign without meaning"),
}

State = Literal["", "picked", "right", "wrong"]
PAD = 3  # design pixels at both sides of a name


class UrlPiece(QPushButton):
    """A name. While the question is open all names look alike; `reveal` colours the parts.

    `number` is the key that points at it (1–9; 0 for none), `line_px` the height of a line.
    ← and → go to the names beside.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        part: str,
        number: int,
        *,
        line_px: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._text = text
        self.part = part
        self.number = number
        self._line_px = line_px
        self._state: State = ""
        self._is_revealed = False
        self._marked: frozenset[int] = frozenset()  # offsets of the letters that deceive
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def show_state(self, state: State) -> None:
        """What the learner's pointing came to."""
        self._state = state
        self._say()
        self.update()

    def reveal(self, marked: frozenset[int] = frozenset()) -> None:
        """Show which part it is, and which of its letters deceive."""
        self._is_revealed, self._marked = True, marked
        self._say()
        self.update()

    def lock(self) -> None:
        """Nothing more to point at: only to be looked at, and read."""
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _say(self) -> None:
        said = [self._text]
        if self._is_revealed:
            said.append(_(PART_WORDS[self.part]))
        said.append(
            {
                "": "",
                "picked": _("pointed at as the owner"),
                "right": _("pointed at, rightly"),
                "wrong": _("pointed at, but it is not the owner"),
            }[self._state]
        )
        self.setAccessibleName(", ".join(filter(None, said)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the magnifier goes from name to name
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    # ── geometry

    def wished_width(self) -> int:
        """The width on one line."""
        advance = self._look.metrics("url").horizontalAdvance(self._text)
        return advance + 2 * self._look.space(PAD)

    def lines_at(self, width: int) -> list[str]:
        """The text cut into lines of this width; a name is cut only where it fits on none."""
        room = width - 2 * self._look.space(PAD)
        metrics = self._look.metrics("url")
        lines: list[str] = []
        rest = self._text
        while rest:
            count = len(rest)
            while count > 1 and metrics.horizontalAdvance(rest[:count]) > room:
                count -= 1
            lines.append(rest[:count])
            rest = rest[count:]
        return lines or [""]

    def sizeHint(self) -> QSize:
        return QSize(self.wished_width(), self._line_px)

    # ── painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self.lines_at(self.width())
        high = self._line_px
        offset = 0
        for number, line in enumerate(lines):
            self._paint_line(painter, line, offset, number * high, is_last=line is lines[-1])
            offset += len(line)

    def _paint_line(
        self, painter: QPainter, line: str, offset: int, top: int, *, is_last: bool
    ) -> None:
        look = self._look
        metrics = look.metrics("url")
        box = QRectF(0, top + look.space(2), self.width(), metrics.height() + look.space(4))
        ink, ground, under, style = INKS.get(self.part, INKS["path"])
        if not self._is_revealed:
            ink, ground, under, style = "text", "", "border_strong", Qt.PenStyle.DotLine
            is_open = self.focusPolicy() != Qt.FocusPolicy.NoFocus
            if (self.underMouse() and is_open) or self._state == "picked":
                ground = "brand_soft"
        if ground:
            rounded_box(painter, box, 5, look.color(ground))
        if self._state:
            tone = {"picked": "brand", "right": "ok", "wrong": "bad"}[self._state]
            rounded_box(
                painter, box, 5, None, look.color(tone), width=2, is_dashed=self._state == "wrong"
            )
        base = box.top() + look.space(2) + metrics.ascent()
        left = float(look.space(PAD))
        painter.setFont(look.font("url"))
        for at, letter in enumerate(line, start=offset):
            deceives = at in self._marked
            painter.setPen(look.color("bad" if deceives else ink))
            painter.drawText(QPointF(left, base), letter)
            advance = look.text_width("url", letter)
            if deceives:
                self._paint_wave(painter, left, base + look.space(4), advance)
            left += advance
        thick = 3.0 if self.part == "owner" and self._is_revealed else 1.5
        if not self._is_revealed and self.focusPolicy() == Qt.FocusPolicy.NoFocus:
            return  # only to be read
        y = box.bottom() + look.space(3)
        painter.setPen(QPen(look.color(under), thick, style))
        painter.drawLine(QPointF(1, y), QPointF(self.width() - 1, y))
        if is_last and self.number and not self._is_revealed:
            self._paint_number(painter, y + look.space(3))

    def _paint_wave(self, painter: QPainter, left: float, y: float, width: int) -> None:
        painter.setPen(QPen(self._look.color("bad"), 1.6))
        step = 3.0
        points = [
            QPointF(left + n * step, y + (1.5 if n % 2 else -1.5))
            for n in range(int(width / step) + 1)
        ]
        painter.drawPolyline(points)

    def _paint_number(self, painter: QPainter, top: float) -> None:
        look = self._look
        edge = look.metrics("micro").height() + 2
        box = QRectF((self.width() - edge) / 2, top, edge, edge)
        is_picked = self._state == "picked"
        ring = look.color("brand" if is_picked else "border_strong")
        rounded_box(painter, box, edge / 2, ring if is_picked else None, ring, width=1.2)
        painter.setFont(look.font("micro"))
        painter.setPen(look.color("on_brand" if is_picked else "text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.number))


def line_height(look: Look, *, is_numbered: bool) -> int:
    """One line of a magnified link: the letters, the line below them, and perhaps a number."""
    letters = look.metrics("url").height() + look.space(12)
    if not is_numbered:
        return letters + look.space(4)
    return letters + look.metrics("micro").height() + look.space(6)
