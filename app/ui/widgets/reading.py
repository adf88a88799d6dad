"""Prose on a page: headings, lists, tables, callouts and pictures, all of them inert.

The HTML is made by `app.content.prose`. It is cut at its outermost blocks, so that
callouts and pictures are real widgets with names, and only running text is rich text.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QVBoxLayout, QWidget

from app.content.entries import Prose
from app.ui.theme.fonts import load_mono_faces
from app.ui.theme.look import Look
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import beside, column
from app.ui.widgets.pictures import CoursePictures, PictureBox
from app.ui.widgets.surfaces import Surface

if TYPE_CHECKING:
    from app.content.models import Picture

_CALLOUTS = {
    "note": ("warn", "warn", "triangle"),
    "tip": ("info", "info", "bulb"),
    "example": ("inset", "text2", "chat"),
}
_LINE_HEIGHT_PERCENT = 120  # of the face's own 1.45: about 1.75 of the type size
_VOID = frozenset({"br", "hr", "img"})


class _Block(NamedTuple):
    """An outermost piece: `kind` is text, picture, note, tip or example."""

    kind: str
    html: str
    title: str = ""
    picture: Picture | None = None


class _Cutter(HTMLParser):
    """Cuts safe HTML into its outermost pieces."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[_Block] = []
        self._text: list[str] = []
        self._depth = 0
        self._callout = ""
        self._callout_depth = 0
        self._title: list[str] | None = None
        self._title_words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        if tag == "div" and "callout" in classes and not self._depth:
            self._flush("text")
            self._callout = next((c for c in classes if c in _CALLOUTS), "example")
            self._depth += 1
            return
        if tag == "p" and "callout-title" in classes and self._callout:
            self._title = []
            self._depth += 1
            return
        self._text.append(self.get_starttag_text() or "")
        if tag not in _VOID:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        self._depth -= 1
        if self._title is not None and tag == "p":
            self._title_words = "".join(self._title)
            self._title = None
            return
        if self._callout and self._depth == 0:
            self._flush(self._callout)
            self._callout = ""
            return
        self._text.append(f"</{tag}>")
        if self._depth == 0 and not self._callout:
            self._take_picture()

    def handle_data(self, data: str) -> None:
        (self._text if self._title is None else self._title).append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def close(self) -> None:
        super().close()
        self._flush(self._callout or "text")

    def _take_picture(self) -> None:
        """A paragraph that holds one picture and nothing else becomes a picture of its own."""
        if len(self._text) < 3 or (self._text[0].strip() and not self._text[-3].startswith("<p")):
            return
        start, middle, end = self._text[-3:]
        if start == "<p>" and end == "</p>" and middle.startswith("<img "):
            found = _Pictures()
            found.feed(middle)
            del self._text[-3:]
            self._flush("text")
            if found.picture is not None:
                self.blocks.append(_Block("picture", "", picture=found.picture))

    def _flush(self, kind: str) -> None:
        html = "".join(self._text).strip()
        self._text.clear()
        if html or kind != "text":
            self.blocks.append(_Block(kind, html, self._title_words))
        self._title_words = ""


class _Pictures(HTMLParser):
    picture: Picture | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        path = named.get("src", "").removeprefix("course:")
        from app.content.models import Picture

        self.picture = Picture(path=path, alt=named.get("alt", ""))


class RunningText(QTextBrowser):
    """Rich text as high as it needs to be. Opens nothing and fetches nothing."""

    def __init__(
        self, look: Look, html: str, pictures: CoursePictures | None = None, role: str = "read"
    ) -> None:
        super().__init__()
        self._look = look
        self._pictures = pictures
        self._heights: dict[int, int] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Without a ground of its own. (Not by asking for the viewport: to name its exact kind
        # PySide would load every kind of widget, and a welcome stands on the first Home.)
        palette = self.palette()
        palette.setBrush(QPalette.ColorRole.Base, QBrush())
        self.setPalette(palette)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        document = self.document()
        document.setDocumentMargin(0)
        document.setDefaultFont(look.font(role))
        if "<code" in html or "<pre" in html:
            load_mono_faces()
        document.setDefaultStyleSheet(_style(look))
        self.setHtml(html)
        _space_lines(document, look)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        url = QUrl(name)
        is_image = kind == QTextDocument.ResourceType.ImageResource.value
        if is_image and url.scheme() == "course" and self._pictures is not None:
            return self._pictures.image(url.path())
        return None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask for several widths again and again; each costs a layout of the whole text.
        height = self._heights.get(width)
        if height is None:
            document = self.document()
            document.setTextWidth(width)
            height = self._heights[width] = round(document.size().height()) + 2
        return height

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 20)

    def wheelEvent(self, event: object) -> None:
        """The page scrolls, not the text."""
        event.ignore()  # type: ignore[attr-defined]


class ReadingColumn(QWidget):
    """A whole prose text as a column of running text, callouts and pictures."""

    def __init__(
        self, look: Look, prose: Prose, pictures: CoursePictures, role: str = "read"
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.space(16))
        self._texts: list[RunningText] = []
        self._spoken: list[str] = []
        for block in cut(prose.html or f"<p>{escape(prose.source)}</p>"):
            if block.picture is not None:
                layout.addWidget(PictureBox(look, pictures, block.picture))
                self._spoken.append(block.picture.alt)
                continue
            text = RunningText(look, block.html, pictures, role)
            self._texts.append(text)
            self._spoken += [block.title, text.toPlainText()]
            if block.kind == "text":
                layout.addWidget(text)
            else:
                layout.addWidget(_callout(look, block, text))

    def spoken(self) -> str:
        """All of it for those who listen, a line for each paragraph."""
        return "\n".join(filter(None, self._spoken))

    def place_of(self, anchor: str) -> tuple[QWidget, int] | None:
        """The text that holds an anchor, and how far down in it: (widget, pixels from its top)."""
        for text in self._texts:
            block = text.document().begin()
            while block.isValid():
                fragments = block.begin()
                while not fragments.atEnd():
                    names = fragments.fragment().charFormat().anchorNames()
                    if anchor in names:
                        top = text.document().documentLayout().blockBoundingRect(block).top()
                        return text, round(top)
                    fragments += 1
                block = block.next()
        return None


def cut(html: str) -> list[_Block]:
    """Safe HTML as its outermost pieces, in order."""
    cutter = _Cutter()
    cutter.feed(html)
    cutter.close()
    return cutter.blocks


def _callout(look: Look, block: _Block, text: RunningText) -> QWidget:
    surface, ink, icon = _CALLOUTS[block.kind]
    parts: list[QWidget] = []
    if block.title:
        parts.append(Label(look, block.title, "strong", ink))
    parts.append(text)
    words = _column(look, parts)
    inner = beside(look, IconLabel(look, icon, ink, 20), words, gap=12, margins=16)
    box = Surface(look, inner, surface, radius="md")
    box.setAccessibleName(block.title)
    return box


def _column(look: Look, parts: list[QWidget]) -> QWidget:
    widget = QWidget()
    widget.setLayout(column(look, list(parts), gap=4))
    return widget


def _style(look: Look) -> str:
    text, brand = look.hex("text"), look.hex("brand")
    return (
        f"body, p, li, td, th {{ color: {text}; }}"
        f" strong {{ color: {brand}; }}"
        f" th strong, h1 strong, h2 strong, h3 strong {{ color: {text}; }}"
        f" h1, h2 {{ font-size: {look.px('h1')}px; color: {text}; }}"
        f" h3, h4, h5, h6 {{ font-size: {look.px('h2')}px; color: {text}; }}"
        f" .link {{ color: {look.hex('text2')}; text-decoration: underline; }}"
        f" code {{ font-family: 'JetBrains Mono', 'Noto Sans SC'; color: {look.hex('url_sub')}; }}"
        f" th {{ background-color: {look.hex('surface2')}; }}"
    )


def _space_lines(document: QTextDocument, look: Look) -> None:
    """Line height and distances, which the style sheet of rich text does not know."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    is_first = True
    while block.isValid():
        kind = QTextBlockFormat()
        kind.setLineHeight(
            _LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        in_table = isinstance(QTextCursor(block).currentTable(), QTextTable)
        is_heading = block.blockFormat().headingLevel() > 0
        is_item = block.textList() is not None
        above = 0 if is_first else look.space(20 if is_heading else 3 if is_item else 0)
        below = look.space(8 if is_heading else 3 if is_item else 10)
        kind.setTopMargin(0 if in_table else above)
        kind.setBottomMargin(0 if in_table else below)
        QTextCursor(block).mergeBlockFormat(kind)
        is_first = False
        block = block.next()
    for table in _tables(document):
        style = table.format()
        style.setBorder(1)
        style.setBorderBrush(look.color("border"))
        style.setBorderCollapse(True)
        style.setCellPadding(look.space(8))
        style.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table.setFormat(style)
    cursor.endEditBlock()


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            yield frame
