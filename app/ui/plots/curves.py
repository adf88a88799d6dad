"""Genuine and fake as two bell curves: how far apart they lie, and where one says "fake"."""

from __future__ import annotations

from math import exp

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap

from app.i18n import _
from app.learning.results_words import number
from app.links.discrimination import Discrimination
from app.ui.plots.plot import Plot, dashed
from app.ui.theme.look import Look
from app.ui.widgets.painting import rounded_box

_HIGH_PX = 236
_REACH = 3.0  # standard deviations drawn at either side
_POINTS = 120
_GENUINE, _FAKE = "ok", "bad"


class Curves(Plot):
    """The two curves have the same width: d′ counts in it. Hatched: genuine; dotted: fake."""

    def __init__(self, look: Look, found: Discrimination, spoken: str) -> None:
        super().__init__(look, spoken, _HIGH_PX)
        self._found = found
        half = found.d_prime.value / 2
        self._peaks = {_GENUINE: -half, _FAKE: half}
        reach = [-half, half, found.criterion.value]
        self._low, self._high_end = min(reach) - _REACH, max(reach) + _REACH
        self._fills = QPixmap()
        self._fills_key: tuple[object, ...] = ()

    # ── places

    def _line(self) -> int:
        return self.look.metrics("micro-strong").height() + self.look.space(3)

    def _says(self) -> tuple[str, str]:
        left, right = _("← you say genuine"), _("you say fake →")
        if max(self._width_of(left), self._width_of(right)) > self.width():
            return _("← genuine"), _("fake →")
        return left, right

    def _legend(self) -> tuple[tuple[str, str], tuple[str, str]]:
        genuine, fake = _("Genuine links: hatched"), _("Fake links: dotted")
        if self._swatch() + max(self._width_of(genuine), self._width_of(fake)) > self.width():
            genuine, fake = _("Genuine links"), _("Fake links")
        return (_GENUINE, genuine), (_FAKE, fake)

    def _width_of(self, words: str) -> int:
        return self.look.metrics("micro-strong").horizontalAdvance(words)

    def _swatch(self) -> int:
        return self.look.metrics("micro-strong").height() + self.look.space(7)

    def _rows(self, wide: int) -> int:
        """How many lines a pair of words takes: one, or two where it is narrow."""
        return 1 if wide <= self.width() else 2

    def _legend_rows(self) -> int:
        words = [words for _tone, words in self._legend()]
        wide = sum(map(self._width_of, words)) + 2 * self._swatch() + self.look.space(24)
        return self._rows(wide)

    def _says_rows(self) -> int:
        line = self._x(self._found.criterion.value)
        gap = self.look.space(8)
        left, right = map(self._width_of, self._says())
        fits = left + gap <= line and line + gap + right <= self.width()
        return 1 if fits else 2

    def _field(self) -> QRectF:
        top = self._says_rows() * self._line() + self.look.space(6)
        foot = self._legend_rows() * self._line() + self.look.space(8)
        return QRectF(0, top, self.width(), self.height() - top - foot)

    def _x(self, value: float) -> float:
        return self.width() * (value - self._low) / (self._high_end - self._low)

    def _curve(self, peak: float, *, is_closed: bool) -> QPainterPath:
        field = self._field()
        path = QPainterPath()
        for n in range(_POINTS + 1):
            value = self._low + (self._high_end - self._low) * n / _POINTS
            height = exp(-((value - peak) ** 2) / 2)
            point = QPointF(self._x(value), field.bottom() - 0.94 * field.height() * height)
            if n:
                path.lineTo(point)
            else:
                path.moveTo(point)
        if is_closed:
            path.lineTo(field.bottomRight())
            path.lineTo(field.bottomLeft())
            path.closeSubpath()
        return path

    # ── painting

    def _filled(self) -> QPixmap:
        """Both patterns; drawn once for each size and screen, because they cost 14 ms."""
        ratio = self.devicePixelRatioF()
        key = (self.size().toTuple(), ratio, self.look.key())
        if key != self._fills_key:
            self._fills_key = key
            self._fills = QPixmap(QSize(self.width(), self.height()) * ratio)
            self._fills.setDevicePixelRatio(ratio)
            self._fills.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._fills)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for tone, peak in self._peaks.items():
                path = self._curve(peak, is_closed=True)
                soft = self.look.color(tone)
                soft.setAlphaF(0.14)
                painter.fillPath(path, soft)
                painter.save()
                painter.setClipPath(path)
                _texture(painter, self.look, tone, self._field())
                painter.restore()
            painter.end()
        return self._fills

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._filled())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self._field()
        for tone, peak in self._peaks.items():
            color = look.color(tone)
            painter.setPen(dashed(color, 2.2) if tone == _FAKE else QPen(color, 2.2))
            painter.drawPath(self._curve(peak, is_closed=False))
        painter.setPen(QPen(look.color("border_strong"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        self._paint_line(painter, field)
        self._paint_distance(painter, field)
        self._paint_legend(painter, field)

    def _paint_line(self, painter: QPainter, field: QRectF) -> None:
        """Where one begins to say "fake"."""
        look = self.look
        x = self._x(self._found.criterion.value)
        painter.setPen(QPen(look.color("text"), 2))
        painter.drawLine(QLineF(x, field.top() - look.space(2), x, field.bottom()))
        painter.setFont(look.font("micro-strong"))
        painter.setPen(look.color("text"))
        left, right = self._says()
        gap = look.space(8)
        wide, high = self._width_of(left), self._line()
        at = min(max(x - gap - wide, 0), self.width() - wide)
        painter.drawText(QRectF(at, 0, wide + 2, high), Qt.AlignmentFlag.AlignVCenter, left)
        wide = self._width_of(right)
        at = max(min(x + gap, self.width() - wide), 0)
        top = high if self._says_rows() == 2 else 0
        painter.drawText(QRectF(at, top, wide + 2, high), Qt.AlignmentFlag.AlignVCenter, right)

    def _paint_distance(self, painter: QPainter, field: QRectF) -> None:
        """From peak to peak, with the interval around the second."""
        look = self.look
        found = self._found.d_prime
        genuine = self._peaks[_GENUINE]
        y = field.bottom() - 0.78 * field.height()
        thick = look.space(9)
        low, high = self._x(genuine + found.low), self._x(genuine + found.high)
        low, high = max(low, 0), min(high, self.width())
        band = QRectF(low, y - thick / 2, max(high - low, 1), thick)
        edge = look.color("border_strong") if look.contrast else None
        rounded_box(painter, band, thick / 2, look.color("brand_line"), edge)
        start, end = self._x(genuine), self._x(self._peaks[_FAKE])
        painter.setPen(QPen(look.color("brand"), 2.2))
        painter.drawLine(QLineF(start, y, end, y))
        for x in (start, end):
            painter.drawLine(QLineF(x, y - thick * 0.7, x, y + thick * 0.7))
        words = _("d′ = {value}").format(value=number(found.value))
        wide = self._width_of(words) + look.space(18)
        high_pill = self._line() + look.space(4)
        left = min(max((start + end - wide) / 2, 0), self.width() - wide)
        pill = QRectF(left, y + thick, wide, high_pill)
        rounded_box(painter, pill, high_pill / 2, look.color("surface"), look.color("border"))
        painter.setFont(look.font("micro-strong"))
        painter.setPen(look.color("brand"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_legend(self, painter: QPainter, field: QRectF) -> None:
        look = self.look
        high, swatch = self._line(), self._swatch()
        top = field.bottom() + look.space(8)
        entries = self._legend()
        lefts = [0, self.width() - swatch - self._width_of(entries[1][1]) - 2]
        if self._legend_rows() == 1:
            # Each under its own curve, as far as there is room.
            middle = [self._x(self._peaks[tone]) for tone, _words in entries]
            wide = [swatch + self._width_of(words) for _tone, words in entries]
            lefts[0] = round(min(max(middle[0] - wide[0] / 2, 0), lefts[1] - wide[0] - 16))
            lefts[1] = round(
                max(min(middle[1] - wide[1] / 2, lefts[1]), lefts[0] + wide[0] + look.space(16))
            )
        else:
            lefts[1] = 0
        painter.setFont(look.font("micro-strong"))
        for number_of, (tone, words) in enumerate(entries):
            y = top + (number_of * high if self._legend_rows() == 2 else 0)
            edge = high - look.space(5)
            box = QRectF(lefts[number_of] + 1, y + (high - edge) / 2, edge, edge)
            _swatch(painter, look, tone, box)
            painter.setPen(look.color(tone))
            at = QRectF(lefts[number_of] + swatch, y, self._width_of(words) + 2, high)
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, words)


def _swatch(painter: QPainter, look: Look, tone: str, box: QRectF) -> None:
    painter.save()
    painter.setClipRect(box)
    _texture(painter, look, tone, box, 5)
    painter.restore()
    color = look.color(tone)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(dashed(color, 1.5) if tone == _FAKE else QPen(color, 1.5))
    painter.drawRect(box)


def _texture(painter: QPainter, look: Look, tone: str, box: QRectF, step_px: int = 8) -> None:
    """Slanted lines for genuine, dots for fake: told apart without colour."""
    color = look.color(tone)
    color.setAlphaF(1.0 if look.contrast else 0.62)
    step = look.space(step_px)
    if tone == _GENUINE:
        painter.setPen(QPen(color, 1.1))
        for n in range(int((box.width() + box.height()) / step) + 1):
            x = box.left() + n * step
            painter.drawLine(QLineF(x, box.top(), x - box.height(), box.bottom()))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for row in range(int(box.height() / step) + 1):
        for column in range(int(box.width() / step) + 2):
            x = box.left() + (column + 0.5 * (row % 2)) * step
            painter.drawEllipse(QPointF(x, box.top() + row * step + step / 2), 1.2, 1.2)
