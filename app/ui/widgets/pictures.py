"""Pictures of the course folder, and nothing else: found, bounded, and painted sharply."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.content.pictures import content_trouble
from app.i18n import _
from app.ui.theme import tokens
from app.ui.theme.breaking import draw_wrapped
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

    from app.content.models import Picture

_LARGEST_FILE = 8 * 1024 * 1024
_LARGEST_EDGE = 6000
_MOST_KEPT = 24


class CoursePictures:
    """Opens pictures by their path in the course. A path that leaves the folder finds nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._painted: dict[tuple[str, int, float], QPixmap] = {}

    def data(self, path: str) -> bytes | None:
        """The file's bytes, or None if it is outside the course, missing, too large or unsafe."""
        try:
            root = self.folder.resolve()
            file = (root / path).resolve()
            if not file.is_relative_to(root) or not file.is_file():
                return None
            if file.stat().st_size > _LARGEST_FILE:
                return None
            data = file.read_bytes()
        except (OSError, ValueError):
            return None
        # Looked at once more: the file may have changed since the lesson was checked, and Qt
        # would fetch what a drawing names, from anywhere on this computer.
        return None if content_trouble(path, data) else data

    def image(self, path: str) -> QImage | None:
        """A pixel picture, or None; decoding stops at 6,000 pixels an edge."""
        data = self.data(path)
        if data is None:
            return None
        from PySide6.QtCore import QBuffer

        buffer = QBuffer()
        buffer.setData(QByteArray(data))
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        size = reader.size()
        if size.width() > _LARGEST_EDGE or size.height() > _LARGEST_EDGE:
            return None
        image = reader.read()
        return None if image.isNull() else image

    def drawing(self, path: str) -> QSvgRenderer | None:
        """A drawing (SVG), or None."""
        data = self.data(path)
        if data is None:
            return None
        from PySide6.QtSvg import QSvgRenderer

        renderer = QSvgRenderer(QByteArray(data))
        return renderer if renderer.isValid() else None

    def painted(self, path: str, drawing: QSvgRenderer, size: QSizeF, ratio: float) -> QPixmap:
        """A drawing as pixels of this size; kept, since a step is often looked at again."""
        key = (path, round(size.width()), ratio)
        found = self._painted.get(key)
        if found is None:
            while len(self._painted) >= _MOST_KEPT:
                del self._painted[next(iter(self._painted))]
            found = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            drawing.render(painter, QRectF(0, 0, size.width(), size.height()))
            painter.end()
            self._painted[key] = found
        return found


class PictureBox(QWidget):
    """A picture as wide as the column at most; where it cannot be shown, its words instead."""

    def __init__(
        self, look: Look, pictures: CoursePictures, picture: Picture, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = pictures
        self._path = picture.path
        self._alt = picture.alt
        self._drawing: QSvgRenderer | None = None
        self._image: QImage | None = None
        if picture.path.lower().endswith(".svg"):
            self._drawing = pictures.drawing(picture.path)
        else:
            self._image = pictures.image(picture.path)
        self.setAccessibleName(_("Picture: {words}").format(words=picture.alt or picture.path))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _natural(self) -> QSizeF:
        if self._drawing is not None:
            return QSizeF(
                self._drawing.viewBoxF().size()
                if not self._drawing.viewBoxF().isEmpty()
                else QSizeF(self._drawing.defaultSize())
            )
        if self._image is not None:
            return QSizeF(self._image.size())
        return QSizeF()

    def _shown(self, width: int) -> QSizeF:
        natural = self._natural()
        if natural.isEmpty():
            return natural
        across = float(width) if self._drawing else min(float(width), max(natural.width(), 1.0))
        return QSizeF(across, across * natural.height() / natural.width())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        shown = self._shown(width)
        if shown.isEmpty():
            inner = width - self._look.space(32)
            words = self._look.wrapped_height("small", self._missing(), inner)
            return words + self._look.space(28)
        return round(shown.height())

    def sizeHint(self) -> QSize:
        width = self._look.column_px()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 40)

    def _missing(self) -> str:
        return _("This picture cannot be shown. {words}").format(words=self._alt)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._shown(self.width())
        left = (self.width() - shown.width()) / 2
        box = QRectF(left, 0, shown.width(), shown.height())
        if self._drawing is not None:
            ratio = self.devicePixelRatioF()
            picture = self._pictures.painted(self._path, self._drawing, shown, ratio)
            painter.drawPixmap(box.topLeft(), picture)
        elif self._image is not None:
            painter.drawImage(box, self._image)
        else:
            look = self._look
            radius = tokens.RADIUS["md"]
            rounded_box(painter, QRectF(self.rect()), radius, look.color("surface2"))
            inset = look.space(14)
            room = self.rect().adjusted(inset, inset, -inset, 0)
            draw_wrapped(painter, look.font("small"), look.color("text2"), room, self._missing())
