"""Messages of a group chat: who, what, a link card if there is one, and the learner's mark on it.

Links on cards are painted text. A message is one button, so that the keyboard can reach
it, a screen reader hears who said what, and pressing it marks it as suspicious.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.content.models import Card
from app.i18n import _
from app.ui.theme.breaking import draw_wrapped, wrapped_height
from app.ui.theme.icons import paint_icon
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

# White letters stand on each of these at 4.5:1 or better.
_FACES = ("#2F7A6F", "#A34A57", "#4A6AAE", "#7A5AA6", "#8A6414", "#3F7440")
_MOST_PX = 460


class Bubble(QPushButton):
    """One message. `is_mine` sets it at the right; `shows_name` is off for a run by one
    person; `face` numbers the people in the order they first speak. `is_wide` leaves no room
    at the right, as on a phone."""

    def __init__(
        self,
        look: Look,
        who: str,
        text: str,
        *,
        card: Card | None = None,
        is_mine: bool = False,
        shows_name: bool = True,
        can_be_flagged: bool = True,
        face: int = 0,
        is_wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._is_wide = is_wide
        self._who = who
        self._words = text
        self._card = card
        self._is_mine = is_mine
        self._face_number = face
        self._shows_name = shows_name and not is_mine
        self._verdict = ""
        self.setCheckable(can_be_flagged)
        if can_be_flagged:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(_("Click to mark this message as suspicious"))
            self.toggled.connect(self._on_toggled)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._say()

    def show_verdict(self, words: str) -> None:
        """After the story: what there was to notice in this message."""
        self._verdict = words
        self._say()
        self.updateGeometry()
        self.update()

    def _say(self) -> None:
        said = [_("{who} says: {text}").format(who=self._who, text=self._words)]
        if self._is_mine:
            said = [_("You: {text}").format(text=self._words)]
        if self._card is not None:
            said.append(
                _("Link card: {title} {text}").format(title=self._card.title, text=self._card.text)
            )
            if self._card.url:
                said.append(_("Address: {url}").format(url=self._card.url))
        if self.isChecked():
            said.append(_("Marked as suspicious"))
        if self._verdict:
            said.append(self._verdict)
        self.setAccessibleName(" ".join(part.strip() for part in said))

    def _on_toggled(self, _checked: bool) -> None:
        self._say()
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_M and self.isCheckable():
            self.click()
            return
        super().keyPressEvent(event)

    # ── geometry

    def _face(self) -> int:
        return self._look.space(38)

    def _inset(self) -> int:
        return self._look.space(13)

    def _text_width(self, width: int) -> int:
        most = self._look.column_px(_MOST_PX)
        sides = 1 if self._is_wide else 2
        room = width - sides * (self._face() + self._look.space(14)) - 2 * self._inset()
        return max(60, min(most, room))

    def _body(self, width: int) -> tuple[int, int]:
        """Width and height of what stands in the bubble."""
        look = self._look
        inner = self._text_width(width)
        metrics = look.metrics("body")
        natural = max(
            (metrics.horizontalAdvance(line) for line in self._words.splitlines()), default=0
        )
        if self._card is not None:
            return inner, self._card_height(inner)
        inner = min(inner, natural + 2)
        return inner, look.wrapped_height("body", self._words, inner)

    def _card_height(self, inner: int) -> int:
        look, card = self._look, self._card
        assert card is not None
        side = look.space(52)
        words = inner - side - look.space(12)
        height = look.wrapped_height("h3", card.title, words)
        height += look.wrapped_height("small", card.text, words) + 4
        height = max(height, side)
        if card.url:
            height += look.space(16) + look.metrics("link").height()
        if self._words:
            height += look.wrapped_height("body", self._words, inner) + look.space(8)
        return height

    def _chip_words(self) -> str:
        if self._verdict:
            return self._verdict
        return _("You marked this") if self.isChecked() else ""

    def _name_height(self) -> int:
        return self._look.metrics("small").height() + 3 if self._shows_name else 0

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        look = self._look
        _inner, body = self._body(width)
        height = self._name_height() + body + 2 * look.space(10)
        if self._chip_words():
            inner = self._text_width(width)
            height += look.wrapped_height("micro-strong", self._chip_words(), inner) + look.space(
                12
            )
        return max(height, self._face()) + look.space(8)

    def sizeHint(self) -> QSize:
        width = self._look.space(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.space(200), self._look.space(46))

    # ── painting

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = self._face()
        inner, body = self._body(self.width())
        width = inner + 2 * self._inset()
        height = body + 2 * look.space(10)
        gap = look.space(14)
        top = self._name_height()
        if self._is_mine:
            left = self.width() - face - gap - width
            face_left = self.width() - face
        else:
            left, face_left = face + gap, 0
        paint_face(painter, look, QRectF(face_left, 0, face, face), self._who, self._face_number)
        if self._shows_name:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("text2"))
            painter.drawText(left, look.metrics("small").ascent(), self._who)
        box = QRectF(left, top, width, height)
        flagged = self.isChecked()
        fill = look.color("chat_me" if self._is_mine else "surface")
        edge = look.color("bad" if flagged else "border_strong" if self.underMouse() else "border")
        self._paint_tail(painter, box, fill, edge)
        rounded_box(painter, box, 12, fill, edge, width=2 if flagged else 1, is_dashed=flagged)
        content = QRect(left + self._inset(), top + look.space(10), inner, body)
        if self._card is not None:
            self._paint_card(painter, content, self._card)
        else:
            draw_wrapped(
                painter,
                look.font("body"),
                look.color("text"),
                content.adjusted(0, 0, 2, 4),
                self._words,
            )
        if self._chip_words():
            self._paint_chip(painter, left, round(box.bottom()) + look.space(4))

    def _paint_tail(self, painter: QPainter, box: QRectF, fill: QColor, edge: QColor) -> None:
        path = QPainterPath()
        at = box.top() + self._look.space(18)
        if self._is_mine:
            tip, root = box.right() + 6, box.right() - 1
        else:
            tip, root = box.left() - 6, box.left() + 1
        path.moveTo(root, at - 6)
        path.lineTo(QPointF(tip, at))
        path.lineTo(root, at + 6)
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawPath(path)

    def _paint_card(self, painter: QPainter, box: QRect, card: Card) -> None:
        look = self._look
        if self._words:
            height = look.wrapped_height("body", self._words, box.width())
            draw_wrapped(painter, look.font("body"), look.color("text"), box, self._words)
            box = box.adjusted(0, height + look.space(8), 0, 0)
        side = look.space(52)
        words = box.width() - side - look.space(12)
        title = look.wrapped_height("h3", card.title, words)
        draw_wrapped(
            painter,
            look.font("h3"),
            look.color("text"),
            QRect(box.left(), box.top(), words, title + 4),
            card.title,
        )
        text = look.wrapped_height("small", card.text, words)
        below = QRect(box.left(), box.top() + title + 4, words, text + 4)
        draw_wrapped(painter, look.font("small"), look.color("text2"), below, card.text)
        square = QRectF(box.right() - side, box.top(), side, side)
        rounded_box(painter, square, 10, look.color("honey_soft"))
        inset = side * 0.26
        paint_icon(
            painter,
            "heart",
            square.adjusted(inset, inset, -inset, -inset),
            look.color("honey_text"),
        )
        if card.url:
            line = box.top() + max(title + 4 + text, side) + look.space(8)
            painter.fillRect(box.left(), round(line), box.width(), 1, look.color("border"))
            edge = look.icon_px(14)
            foot = line + look.space(8)
            paint_icon(painter, "link", QRectF(box.left(), foot, edge, edge), look.color("text3"))
            painter.setFont(look.font("link"))
            painter.setPen(look.color("text2"))
            left = box.left() + edge + 6
            room = box.right() - left
            # Cut at the right, as phones do: the part that is cut may be the owner.
            shown = look.metrics("link").elidedText(card.url, Qt.TextElideMode.ElideRight, room)
            painter.drawText(left, round(foot) + look.metrics("link").ascent(), shown)

    def _paint_chip(self, painter: QPainter, left: int, top: int) -> None:
        look = self._look
        words = self._chip_words()
        font: QFont = look.font("micro-strong")
        inner = self._text_width(self.width())
        edge = look.icon_px(14)
        height = wrapped_height(font, words, inner)
        natural = look.metrics("micro-strong").horizontalAdvance(words)
        box = QRectF(left, top, min(natural, inner) + edge + look.space(22), height + look.space(6))
        rounded_box(painter, box, 10, look.color("bad_soft" if self.isChecked() else "surface2"))
        ink = look.color("bad" if self.isChecked() else "text2")
        at = QRectF(left + look.space(8), top + look.space(3), edge, edge)
        paint_icon(painter, "flag", at, ink, stroke=2.2)
        text = QRect(round(at.right()) + look.space(5), top + look.space(3), inner, height + 4)
        draw_wrapped(painter, font, ink, text, words)


def paint_face(painter: QPainter, look: Look, box: QRectF, who: str, number: int) -> None:
    """A square with the first letter of a name; neighbours in the chat differ in colour."""
    color = QColor(_FACES[number % len(_FACES)])
    rounded_box(painter, box, box.width() * 0.22, color)
    painter.setFont(look.font("strong"))
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, who.strip()[:1] or "?")
