"""The phone with the message that a round is about. Links in it are painted text.

The address under a card is cut off at the right, as phones do: what is cut may be the owner.
"""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.content.models import Card
from app.i18n import _
from app.links.anatomy import dissect
from app.links.presenting import Presented
from app.links.shown import visible
from app.links.suffixes import RESERVED
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.chat import Bubble, paint_face
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.painting import rounded_box
from app.ui.widgets.qr_code import QrCode
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.surfaces import Surface

WIDTH_PX = 340
_MOST_HEIGHT_PX = 640
_PRACTICE = "PRACTICE 练习 "


class Phone(QWidget):
    """One message. `scanned` asks for the QR code on it to be read.

    With `has_frame` it is drawn as a phone; without, as a strip of chat for narrow windows.
    """

    scanned = Signal()

    def __init__(self, look: Look, message: Presented, *, has_frame: bool = True) -> None:
        super().__init__()
        self._look = look
        self._has_frame = has_frame
        self.code: QrCode | None = None
        self.scan_button: Button | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.spoken = spoken(message)
        self.setAccessibleName(self.spoken)
        head = Label(look, _("Help group"), "small-strong")
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note = Label(
            look, _("A made-up chat · links cannot be opened"), "micro", "text3", wraps=True
        )
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        parts = column(look, self._messages(message), gap=6)
        if has_frame:
            inner = ScrollPage(look, holder(column(look, [parts, "stretch"])))
            layout = column(look, [head, 8, inner, 6, note], margins=(16, 22, 16, 18))
            self.setFixedWidth(look.column_px(WIDTH_PX))
            self.setMaximumHeight(look.column_px(_MOST_HEIGHT_PX))
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            layout = column(look, [parts, 4, note], margins=(12, 12, 12, 10))
        self.setLayout(layout)

    def _messages(self, message: Presented) -> list[Part]:
        face = crc32(message.sender.encode()) % 6
        parts: list[Part] = []
        if message.words:
            parts.append(self._bubble(message, visible(message.words), None, face))
        shows_name = not message.words
        if message.kind == "card":
            card = Card(title=visible(message.title), text="", url=visible(message.foot))
            parts.append(self._bubble(message, "", card, face, shows_name=shows_name))
        elif message.kind == "mini_program":
            card = Card(title=visible(message.title), text=_("Mini program"), url=message.url)
            parts.append(self._bubble(message, "", card, face, shows_name=shows_name))
        elif message.kind == "qr":
            parts.append(self._poster(message, face, shows_name=shows_name))
        return parts

    def _bubble(
        self,
        message: Presented,
        words: str,
        card: Card | None,
        face: int,
        *,
        shows_name: bool = True,
    ) -> Bubble:
        return Bubble(
            self._look,
            message.sender,
            words,
            card=card,
            shows_name=shows_name,
            can_be_flagged=False,
            face=face,
            is_wide=True,
        )

    def _poster(self, message: Presented, face: int, *, shows_name: bool) -> QWidget:
        look = self._look
        self.code = QrCode(look, practice_text(message.url))
        self.scan_button = Button(
            look, _("Scan (S)"), "tonal", icon="search", is_dense=True, name=_("Scan the code (S)")
        )
        self.scan_button.clicked.connect(lambda: self.scanned.emit())
        caption = Label(look, _("A practice code"), "micro", "text3")
        parts: list[Part] = []
        if message.title:
            parts += [Label(look, visible(message.title), "strong", wraps=True), 4]
        below: list[Part] = [
            row(look, [caption, "stretch"]),
            row(look, [self.scan_button, "stretch"]),
        ]
        if self._has_frame:
            parts += [row(look, [self.code, "stretch"]), *below]
        else:  # a low window: beside the code is room
            beside_code = column(look, below, gap=4)
            parts.append(Flow(look, [self.code, holder(beside_code)], gap=10))
        card = Surface(look, column(look, parts, gap=4, margins=12), "card", radius="md")
        side = _Face(look, message.sender, face)
        lines: list[Part] = []
        if shows_name:
            lines.append(Label(look, message.sender, "small", "text2"))
        lines.append(card)
        layout = row(look, [side, holder(column(look, lines, gap=3)), "stretch"], gap=10)
        layout.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        return holder(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        box = QRectF(self.rect())
        if not self._has_frame:
            rounded_box(painter, box, 12, look.color("chat_bg"), look.color("border"))
            return
        edge = look.color("text" if not look.dark else "surface3")
        rounded_box(painter, box, 30, edge)
        inner = box.adjusted(6, 6, -6, -6)
        rounded_box(painter, inner, 25, look.color("chat_bg"))


class _Face(QWidget):
    """Who sent it; decoration."""

    def __init__(self, look: Look, who: str, number: int) -> None:
        super().__init__()
        self._look, self._who, self._number = look, who, number
        self.setFixedSize(QSize(look.space(38), look.space(38)))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_face(QPainter(self), self._look, QRectF(self.rect()), self._who, self._number)


def practice_text(url: str) -> str:
    """What a poster's code really says.

    A link with a reserved name as it is: it leads nowhere for any phone. Anything else behind a
    word that makes it plain text, so that no phone offers to open, pay or log in.
    """
    host = dissect(url).host if "://" in url else None
    if host and host.rpartition(".")[2] in RESERVED:
        return url
    return _PRACTICE + url


def scanned_text(read: str) -> str:
    """What a scanned practice code stands for."""
    return read.removeprefix(_PRACTICE)


def spoken(message: Presented) -> str:
    """The message for those who listen."""
    said = [_("{who} says: {text}").format(who=message.sender, text=visible(message.words))]
    if not message.words:
        said = [_("From {who}:").format(who=message.sender)]
    if message.kind == "card":
        said.append(_("Link card: {title} {text}").format(title=message.title, text="").rstrip())
        said.append(_("Address: {url}").format(url=visible(message.foot)))
    elif message.kind == "mini_program":
        said.append(_("Mini program: {title}").format(title=message.title))
    elif message.kind == "qr":
        said.append(_("A poster with a QR code: {title}").format(title=message.title))
    return "\n".join(said)
