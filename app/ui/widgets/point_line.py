"""An icon, a short title and a sentence below it, as one piece of text that is quick to lay out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.i18n import _, sentences
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.kept_heights import KeptHeights

_ICON_PX = 20
_GAP_PX = 12
_STOPS = (".", "!", "?", "。", "！", "？")


def in_one(title: str, words: str) -> str:
    """Title and sentence as they are read out; a title that is a sentence needs no colon."""
    if not (title and words) or title.endswith(_STOPS):
        return sentences(title, words)
    return _("{title}: {words}").format(title=title, words=words)


class PointLine(KeptHeights, QLabel):
    """To a screen reader one text: title and sentence. The title may be empty."""

    def __init__(self, look: Look, icon: str, tone: str, title: str, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)  # a teacher's words are never markup
        self.setText(in_one(title, text))
        self._look = look
        self._icon, self._tone = icon, tone
        self._title, self._sentence = title, text
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return self._look.icon_px(_ICON_PX) + self._look.space(_GAP_PX)

    def _title_height(self, room: int) -> int:
        return self._look.wrapped_height("strong", self._title, room) if self._title else 0

    def height_for(self, width: int) -> int:
        room = max(width - self._left(), 40)
        words = self._title_height(room) + self._look.wrapped_height("body", self._sentence, room)
        return max(words + 2, self._look.icon_px(_ICON_PX))

    def sizeHint(self) -> QSize:
        width = self._look.space(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + 80, self._look.icon_px(_ICON_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        edge = look.icon_px(_ICON_PX)
        paint_icon(painter, self._icon, QRectF(0, 0, edge, edge), look.color(self._tone))
        room = self.width() - self._left()
        top = self._title_height(room)
        if self._title:
            box = QRect(self._left(), 0, room, top)
            draw_wrapped(painter, look.font("strong"), look.color(self._tone), box, self._title)
        box = QRect(self._left(), top, room, self.height() - top)
        draw_wrapped(painter, look.font("body"), look.color("text"), box, self._sentence)
