"""The lens: any message pasted in, every link in it taken apart. Nothing is opened or fetched."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from app.i18n import _
from app.links.lens import Lens
from app.links.qr import read_codes
from app.links.values import Judgement
from app.progress.events import Json
from app.ui.game.link_card import LinkCard
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, clear, column, holder
from app.ui.widgets.qr_code import grey_of
from app.ui.widgets.surfaces import Surface

MOST_CHARACTERS = 50_000  # of one message; more is cut off, and said so
MOST_CARDS = 30
_PAUSE_MS = 250  # after the last key, before the text is read
_MOST_PIXELS = 4_000  # edge of a picture that is searched for codes
_OLD_DAYS = 365
_KINDS = " (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"


def files_in(source: QMimeData) -> list[str]:
    """The files that were dropped or copied. (Qt tells them as text as well.)"""
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]


class PasteField(QPlainTextEdit):
    """Takes text of any length and cuts it before it is laid out; pictures go to the page."""

    def __init__(self, look: Look, page: LensPage) -> None:
        super().__init__()
        self._page = page
        self.setAccessibleName(_("The message with the link"))
        self.setPlaceholderText(_("Paste or type a message here, or drop a picture of a QR code."))
        self.setFont(look.font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(max(look.space(110), look.metrics("body").height() * 4))
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {look.hex('surface')}; color: {look.hex('text')};"
            f" border: 1.5px solid {look.hex('border_strong')}; border-radius: 8px; padding: 6px;"
            f" selection-background-color: {look.hex('brand')};"
            f" selection-color: {look.hex('on_brand')}; }}"
            f" QPlainTextEdit:focus {{ border-color: {look.hex('brand')}; }}"
        )

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or bool(files_in(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasImage() or files_in(source):
            self._page.take_picture_of(source)
        elif source.hasText():
            self._page.take_text(source.text())


class LensPage(Page):
    """Paste, type, drop a picture, or read the clipboard when asked."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._lens = Lens(learner.links.brands)
        self.cards: list[LinkCard] = []
        self.setAcceptDrops(True)
        self.field = PasteField(look, self)
        self.field.textChanged.connect(self._on_typed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.read_now)
        self._notice = Label(look, "", "small", "warn", wraps=True)
        self._notice.hide()
        self._results = column(look, [], gap=12)
        parts: list[Part] = [
            self.field,
            8,
            self._buttons(),
            6,
            self._notice,
            self._results,
            12,
            self._about_list(),
        ]
        subtitle = _(
            "See whose a link is before you tap it. Nothing is opened, and nothing leaves this "
            "computer."
        )
        self.lay_out(holder(column(look, parts)), _("Link lens"), subtitle)
        self._show_empty()
        if route.detail:  # brought along from another page
            self.take_text(route.detail)
            self.read_now()

    def _buttons(self) -> QWidget:
        look = self.look
        clipboard = Button(look, _("Read the clipboard"), "tonal", icon="copy", is_dense=True)
        clipboard.setToolTip(_("The clipboard is read now, and only because you ask"))
        clipboard.clicked.connect(self._read_clipboard)
        picture = Button(look, _("Open a picture…"), "tonal", icon="file", is_dense=True)
        picture.clicked.connect(self._open_picture)
        self._empty_button = Button(look, _("Empty"), "ghost", icon="trash", is_dense=True)
        self._empty_button.clicked.connect(self._empty)
        self._empty_button.setEnabled(False)
        return Flow(look, [clipboard, picture, self._empty_button], gap=8)

    def _about_list(self) -> QWidget:
        brands = self._lens.brands
        words = _("Official list: {count} platforms, checked on {date}.").format(
            count=len(brands.brands), date=brands.checked or "–"
        )
        if self._is_old(brands.checked):
            words += " " + _("That is more than a year ago: names may have changed since.")
        words += " " + _(
            "A link that is not on it need not be bad, and one that is can still want too much."
        )
        label = Label(self.look, words, "small", "text3", wraps=True)
        button = Button(self.look, _("Official names"), "ghost", icon="list", is_dense=True)
        button.clicked.connect(lambda: self.wants.emit(Route("official")))
        return holder(column(self.look, [label, 4, Flow(self.look, [button])]))

    def _is_old(self, checked: str) -> bool:
        try:
            day = datetime.fromisoformat(checked).replace(tzinfo=UTC)
        except ValueError:
            return False
        now = datetime.fromtimestamp(self.surroundings.now_ms() / 1000, UTC)
        return (now - day).days > _OLD_DAYS

    # ── taking in

    def take_text(self, text: str) -> None:
        """Put a text where the cursor is; what is too long is cut, and said so."""
        room = (
            MOST_CHARACTERS
            - len(self.field.toPlainText())
            + len(self.field.textCursor().selectedText())
        )
        cut = text[: max(room, 0)]
        self.field.textCursor().insertText(cut)
        self._tell_cut(is_cut=len(cut) < len(text))

    def _tell_cut(self, *, is_cut: bool) -> None:
        words = _("This is a long text: only its first {count} characters are read.")
        self._tell(words.format(count=f"{MOST_CHARACTERS:,}") if is_cut else "")

    def _tell(self, words: str) -> None:
        self._notice.setText(words)
        self._notice.setVisible(bool(words))
        if words:
            self.announced.emit(words, True)

    def _read_clipboard(self) -> None:
        held = QGuiApplication.clipboard().mimeData()
        if held is not None and not files_in(held) and held.hasText():
            self.field.clear()
            self.take_text(held.text())
            self.read_now()
        elif held is not None and (held.hasImage() or files_in(held)):
            self.take_picture_of(held)
        else:
            self._tell(_("There is no text and no picture in the clipboard."))

    def _open_picture(self) -> None:
        dialog = QFileDialog(self, _("Open a picture"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Pictures") + _KINDS])
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def take_picture_of(self, source: QMimeData) -> None:
        """Look for QR codes in what was dropped or copied."""
        files = files_in(source)
        if files:
            self.take_file(files[0])
            return
        held = source.imageData()
        if isinstance(held, QImage) and not held.isNull():
            self._take_picture(held)
        else:
            self._tell(_("This is no picture that can be read."))

    def take_file(self, name: str) -> None:
        """Look for QR codes in a picture file."""
        reader = QImageReader(name)
        reader.setDecideFormatFromContent(True)
        size = reader.size()
        if size.isValid() and max(size.width(), size.height()) > _MOST_PIXELS:
            edge = QSize(_MOST_PIXELS, _MOST_PIXELS)
            reader.setScaledSize(size.scaled(edge, Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
        if picture.isNull():
            self._tell(_("This is no picture that can be read."))
        else:
            self._take_picture(picture)

    def _take_picture(self, picture: QImage) -> None:
        found = read_codes(*grey_of(picture))
        if not found:
            self._tell(
                _("No QR code was found in the picture. A sharper or larger picture may help.")
            )
            return
        self.field.clear()
        self.take_text("\n".join(found))
        self.read_now()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasImage() or data.hasUrls() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if data.hasImage() or files_in(data):
            self.take_picture_of(data)
        elif data.hasText():
            self.take_text(data.text())
        event.acceptProposedAction()

    # ── reading

    def _on_typed(self) -> None:
        self._tell("")  # what was told was about the text before
        self._timer.start()
        self._empty_button.setEnabled(bool(self.field.toPlainText()))

    def _empty(self) -> None:
        self.field.clear()
        self._tell("")
        self.read_now()
        self.field.setFocus()

    def read_now(self) -> None:
        """Read the text and show every link in it."""
        self._timer.stop()
        text = self.field.toPlainText()
        if len(text) > MOST_CHARACTERS:
            self._tell_cut(is_cut=True)
            text = text[:MOST_CHARACTERS]
        self._clear()
        if not text.strip():
            self._show_empty()
            return
        found = self._lens.read(text).judgements
        for judged in found[:MOST_CARDS]:
            self._add(judged)
        if len(found) > MOST_CARDS:
            more = len(found) - MOST_CARDS
            words = _("Further links that are not shown: {n}.").format(n=more)
            self._results.addWidget(Label(self.look, words, "small", "warn", wraps=True))
        told = [
            f"{card.title}. {judged.reasons[0]}"
            for card, judged in zip(self.cards, found, strict=False)
        ]
        self.announced.emit(" ".join(told[:5]), False)

    def _add(self, judged: Judgement) -> None:
        card = LinkCard(self.look, judged, self._lens.brands)
        card.announced.connect(self.announced)
        self.cards.append(card)
        self._results.addWidget(card)

    def _clear(self) -> None:
        self.cards = []
        clear(self._results)

    def _show_empty(self) -> None:
        look = self.look
        words = _(
            "Copy a whole message out of the chat, with everything around the link, and paste it "
            "here. Each link is shown with its owner marked, and why the lens says what it says."
        )
        body = column(
            look, [Label(look, words, "body", "text2", wraps=True)], margins=(18, 14, 18, 14)
        )
        self._results.addWidget(Surface(look, body, "inset"))

    # ── what the window asks

    def first_focus(self) -> QWidget | None:
        return self.field

    def place(self) -> Json:
        return {"text": self.field.toPlainText(), "scroll": super().place()}

    def show_place(self, place: Json) -> None:
        if not isinstance(place, dict):
            return
        text = place.get("text")
        if isinstance(text, str) and text != self.field.toPlainText():
            self.field.setPlainText(text)
            self.read_now()
        super().show_place(place.get("scroll"))
