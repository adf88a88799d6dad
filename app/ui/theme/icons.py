"""Line icons on a grid of 24, drawn for this app.

Each is a string of strokes: `M x y` move, `L x y` line, `C` cubic, `Q` quadratic,
`Z` close, `O cx cy r` circle, `R x y w h r` rounded box, `A cx cy r from sweep` arc
in degrees (counter-clockwise from three o'clock), `. x y` dot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

from app.ui.theme.look import Look

ICONS = {
    "home": "M 3.5 11.5 L 12 4 L 20.5 11.5 M 6 9.5 L 6 20 L 18 20 L 18 9.5 M 10 20 L 10 14.5 "
    "L 14 14.5 L 14 20",
    "book": "M 12 6.5 C 9.5 4.7 6.5 4.5 4 5.5 L 4 18.5 C 6.5 17.5 9.5 17.7 12 19.5"
    " C 14.5 17.7 17.5 17.5 20 18.5 L 20 5.5 C 17.5 4.5 14.5 4.7 12 6.5 L 12 19.5",
    "link": "M 10 13.5 C 11.5 15.5 14 15.7 15.7 14 L 18.8 10.9 C 20.5 9.2 20.5 6.7 18.9 5.1"
    " C 17.3 3.5 14.8 3.5 13.1 5.2 L 11.6 6.7 M 14 10.5 C 12.5 8.5 10 8.3 8.3 10"
    " L 5.2 13.1 C 3.5 14.8 3.5 17.3 5.1 18.9 C 6.7 20.5 9.2 20.5 10.9 18.8 L 12.4 17.3",
    "list": "M 3.5 6.5 L 5.2 8.2 L 8 5 M 3.5 12.5 L 5.2 14.2 L 8 11 M 3.5 18.5 L 5.2 20.2 L 8 17"
    " M 11.5 6.8 L 20.5 6.8 M 11.5 12.8 L 20.5 12.8 M 11.5 18.8 L 20.5 18.8",
    "chat": "M 4 5 L 20 5 L 20 16 L 10.5 16 L 6 20 L 6 16 L 4 16 Z M 8 9 L 16 9 M 8 12.2 L "
    "13.5 12.2",
    "question": "O 12 12 8.5 M 9.5 9.8 C 9.6 8.2 10.7 7.3 12.1 7.3 C 13.6 7.3 14.7 8.3 14.7 9.7"
    " C 14.7 11.6 12 11.9 12 13.8 . 12 16.6",
    "check": "M 5 12.5 L 9.8 17.3 L 19.3 7",
    "cross": "M 6.5 6.5 L 17.5 17.5 M 17.5 6.5 L 6.5 17.5",
    "shield": "M 12 3.5 L 19 6 L 19 11.5 C 19 15.8 16.2 18.9 12 20.5 C 7.8 18.9 5 15.8 5 11.5 "
    "L 5 6 Z"
    " M 8.7 12 L 11.2 14.5 L 15.5 9.7",
    "octagon": "M 8.5 3.5 L 15.5 3.5 L 20.5 8.5 L 20.5 15.5 L 15.5 20.5 L 8.5 20.5 L 3.5 15.5"
    " L 3.5 8.5 Z M 12 7.8 L 12 13 . 12 16.2",
    "triangle": "M 12 4.3 L 20.7 19.5 L 3.3 19.5 Z M 12 10 L 12 14.2 . 12 16.9",
    "info": "O 12 12 8.5 M 12 11 L 12 16.5 . 12 7.8",
    "bulb": "M 9 17.2 L 15 17.2 M 10 20.3 L 14 20.3 M 9 17 C 9 14.5 6.3 13.3 6.3 9.7"
    " C 6.3 6.4 8.9 3.9 12 3.9 C 15.1 3.9 17.7 6.4 17.7 9.7 C 17.7 13.3 15 14.5 15 17",
    "right": "M 4.5 12 L 19 12 M 13 6 L 19 12 L 13 18",
    "left": "M 19.5 12 L 5 12 M 11 6 L 5 12 L 11 18",
    "up": "M 12 19.5 L 12 5 M 6 11 L 12 5 L 18 11",
    "down": "M 12 4.5 L 12 19 M 6 13 L 12 19 L 18 13",
    "chevron": "M 9.5 6 L 15.5 12 L 9.5 18",
    "chevron-down": "M 6 9.5 L 12 15.5 L 18 9.5",
    "play": "M 8.5 5.5 L 8.5 18.5 L 18.5 12 Z",
    "clock": "O 12 12 8.5 M 12 7.2 L 12 12 L 15.3 14",
    "sun": "O 12 12 4 M 12 2.8 L 12 4.8 M 12 19.2 L 12 21.2 M 2.8 12 L 4.8 12 M 19.2 12 L 21.2 12"
    " M 5.5 5.5 L 6.9 6.9 M 17.1 17.1 L 18.5 18.5 M 5.5 18.5 L 6.9 17.1 M 17.1 6.9 L 18.5 5.5",
    "moon": "M 19.5 14.2 C 15 15.8 8.6 11.5 10 4.5 C 5.8 5.3 3.3 9.3 4.2 13.4 C 5.1 17.6 9.3 "
    "20.4 13.5 19.6"
    " C 16.3 19 18.6 17 19.5 14.2 Z",
    "globe": "O 12 12 8.5 M 3.5 12 L 20.5 12 M 12 3.5 C 16.5 8 16.5 16 12 20.5 M 12 3.5 C 7.5 "
    "8 7.5 16 12 20.5",
    "person": "O 12 8 4 M 4.5 20 C 5.3 16.3 8.3 14.5 12 14.5 C 15.7 14.5 18.7 16.3 19.5 20",
    "search": "O 10.5 10.5 6.3 M 15.2 15.2 L 20.5 20.5",
    "flag": "M 6 21 L 6 4 M 6 4.5 L 18 4.5 L 15 8.5 L 18 12.5 L 6 12.5",
    "eye": "M 2.8 12 C 5 7.8 8.2 5.7 12 5.7 C 15.8 5.7 19 7.8 21.2 12 C 19 16.2 15.8 18.3 12 18.3"
    " C 8.2 18.3 5 16.2 2.8 12 Z O 12 12 2.9",
    "again": "M 19.3 13 A 12 12.5 7.3 4 -290 M 19.8 4 L 19.8 8.6 L 15.2 8.6",
    "text": "M 3.5 18 L 8.5 6 L 13.5 18 M 5.3 13.8 L 11.7 13.8 M 15 18 L 18 10.5 L 21 18 M 16 "
    "15.5 L 20 15.5",
    "file": "M 6 3.5 L 14 3.5 L 18.5 8 L 18.5 20.5 L 6 20.5 Z M 14 3.5 L 14 8 L 18.5 8",
    "folder": "M 3.5 6 L 9.5 6 L 11.5 8.5 L 20.5 8.5 L 20.5 19 L 3.5 19 Z",
    "save": "M 5 4 L 16 4 L 19.5 7.5 L 19.5 20 L 5 20 Z M 8 4 L 8 8.5 L 15 8.5 L 15 4 M 8 20 "
    "L 8 13.5 L 16.5 13.5 L 16.5 20",
    "gear": "O 12 12 3 M 12 2.9 L 12 5.5 M 12 18.5 L 12 21.1 M 2.9 12 L 5.5 12 M 18.5 12 L "
    "21.1 12"
    " M 5.6 5.6 L 7.4 7.4 M 16.6 16.6 L 18.4 18.4 M 5.6 18.4 L 7.4 16.6 M 16.6 7.4 L 18.4 5.6 "
    "O 12 12 6.3",
    "phone": "M 7 4.5 C 5.5 5.5 4.8 7 5.5 9.5 C 7 14.5 10.5 17.5 14.5 18.7 C 17 19.4 18.6 "
    "18.7 19.5 17.2"
    " L 16 13.8 L 13.7 15.2 C 11.5 14.2 10.2 12.8 9.2 10.5 L 10.7 8.2 Z",
    "grip": ". 9 6 . 15 6 . 9 12 . 15 12 . 9 18 . 15 18",
    "copy": "R 8.5 8.5 11.5 11.5 2 M 5.5 15.5 L 4 15.5 L 4 4 L 15.5 4 L 15.5 5.5",
    "lock": "R 5.5 11 13 9 1.5 M 8.3 11 L 8.3 8 C 8.3 5.8 9.9 4.3 12 4.3 C 14.1 4.3 15.7 5.8 "
    "15.7 8 L 15.7 11",
    "plus": "M 12 5 L 12 19 M 5 12 L 19 12",
    "keyboard": "R 3 6.5 18 11 1.5 . 7 10 . 10.3 10 . 13.7 10 . 17 10 M 8 14 L 16 14",
    "trash": "M 5 7 L 19 7 M 9.5 7 L 9.5 4.5 L 14.5 4.5 L 14.5 7 M 6.8 7 L 7.6 20 L 16.4 20 L "
    "17.2 7",
    "wallet": "R 3.5 6.5 17 13 2 M 3.5 10.5 L 20.5 10.5 . 16.5 15",
    "chart": "M 4 4.5 L 4 19.5 L 20 19.5 M 8 16 L 8 11.5 M 12 16 L 12 7.5 M 16 16 L 16 9.8",
    "heart": "M 12 19.7 C 7 16 4 13 4 9.5 C 4 7 5.8 5.3 8 5.3 C 9.7 5.3 11.2 6.2 12 7.8"
    " C 12.8 6.2 14.3 5.3 16 5.3 C 18.2 5.3 20 7 20 9.5 C 20 13 17 16 12 19.7 Z",
}

_ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0, "O": 3, "R": 5, "A": 5, ".": 2}


_MOST_PAINTED = 500
_painted: dict[tuple[object, ...], QPixmap] = {}


def icon_path(name: str) -> QPainterPath:
    """The strokes of an icon as a path on the 24 grid."""
    path = QPainterPath()
    words = ICONS[name].split()
    at = 0
    while at < len(words):
        command = words[at]
        count = _ARGUMENTS[command]
        n = [float(word) for word in words[at + 1 : at + 1 + count]]
        at += 1 + count
        if command == "M":
            path.moveTo(*n)
        elif command == "L":
            path.lineTo(*n)
        elif command == "C":
            path.cubicTo(*n)
        elif command == "Q":
            path.quadTo(*n)
        elif command == "Z":
            path.closeSubpath()
        elif command == "O":
            path.addEllipse(QPointF(n[0], n[1]), n[2], n[2])
        elif command == "R":
            path.addRoundedRect(QRectF(n[0], n[1], n[2], n[3]), n[4], n[4])
        elif command == "A":
            box = QRectF(n[0] - n[2], n[1] - n[2], 2 * n[2], 2 * n[2])
            path.arcMoveTo(box, n[3])
            path.arcTo(box, n[3], n[4])
        else:
            path.addEllipse(QPointF(n[0], n[1]), 0.35, 0.35)
    return path


def paint_icon(
    painter: QPainter, name: str, box: QRectF, color: QColor, *, stroke: float = 1.8
) -> None:
    """Draw an icon into a square box; `stroke` is its line width on the 24 grid."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / 24, box.height() / 24)
    pen = QPen(color, stroke)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(name))
    painter.restore()


def pixmap(look: Look, name: str, color: str, size: float, ratio: float) -> QPixmap:
    """An icon as a picture, kept for the next time; `ratio` is the screen's pixel ratio."""
    key = (look.key(), name, color, size, ratio)
    found = _painted.get(key)
    if found is None:
        if len(_painted) > _MOST_PAINTED:
            _painted.clear()
        found = _painted[key] = _paint(look, name, color, size, ratio)
    return found


def _paint(look: Look, name: str, color: str, size: float, ratio: float) -> QPixmap:
    edge = look.icon_px(size)
    picture = QPixmap(round(edge * ratio), round(edge * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, edge, edge), look.color(color))
    painter.end()
    return picture


def icon(look: Look, name: str, color: str = "text2", size: float = 20) -> QIcon:
    """An icon for Qt's own buttons and menus."""
    from PySide6.QtGui import QIcon

    return QIcon(pixmap(look, name, color, size, 2.0))
