"""How everything looks right now: colours, fonts, distances, as one value.

A look never changes. When the learner picks another theme or text size a new look is
made and the screen is built again from the same state, so nothing can keep old colours.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette

from app.ui.theme import tokens
from app.ui.theme.breaking import wrapped_height
from app.ui.theme.fonts import LATIN_FAMILY, MONO_FAMILY, TEXT_FAMILY, load_mono_faces

# role → (size name, weight)
_ROLES = {
    "display": ("display", 700),
    "h1": ("h1", 700),
    "h2": ("h2", 700),
    "h3": ("h3", 700),
    "read": ("read", 400),
    "body": ("body", 400),
    "strong": ("body", 700),
    "small": ("small", 400),
    "small-strong": ("small", 700),
    "micro": ("micro", 400),
    "micro-strong": ("micro", 700),
    "mono": ("mono", 400),
    "url": ("url", 400),
    "link": ("small", 400),  # an address in a message: monospaced, look-alikes told apart
}

_MOST_HEIGHTS = 20_000
SCALES = (1.0, 1.25, 1.5, 2.0)


class Look:
    """Colours, fonts and distances for one theme at one text size.

    `scale` is the text size, 1.0…2.0. Distances grow slower than text (design/ui.md §3),
    so that 200 % still fits a small screen. `latin_first` sets text in the Latin face, whose
    quotation marks and dashes are not as wide as a Chinese character.
    """

    __slots__ = (
        "_colors",
        "_fonts",
        "_heights",
        "_icon_spread",
        "_metrics",
        "_spread",
        "_table",
        "_widths",
        "contrast",
        "dark",
        "latin_first",
        "reduced_motion",
        "scale",
    )

    def __init__(
        self,
        *,
        dark: bool = False,
        scale: float = 1.0,
        contrast: bool = False,
        reduced_motion: bool = False,
        latin_first: bool = False,
    ) -> None:
        self.dark = dark
        self.scale = scale
        self._spread = 1 + (scale - 1) * 0.45
        self._icon_spread = 1 + (scale - 1) * 0.7
        self.contrast = contrast
        self.reduced_motion = reduced_motion
        self.latin_first = latin_first
        self._table = dict(tokens.DARK if dark else tokens.LIGHT)
        if contrast:
            self._table["text3"] = self._table["text2"] = self._table["text"]
            self._table["border"] = self._table["border_strong"]
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetrics] = {}
        self._heights: dict[tuple[str, str, int], int] = {}
        self._widths: dict[tuple[str, str], int] = {}

    def key(self) -> tuple[bool, float, bool]:
        """What painted pixmaps depend on."""
        return (self.dark, self.scale, self.contrast)

    def color(self, name: str) -> QColor:
        """The colour of a token, the caller's own to change; KeyError for an unknown name."""
        color = self._colors.get(name)
        if color is None:
            color = self._colors[name] = QColor(self._table[name])
        return QColor(color)

    def hex(self, name: str) -> str:
        """The colour as `#RRGGBB`, for rich text."""
        return self._table[name]

    def px(self, size: str) -> int:
        """A type size in pixels at this text size."""
        return round(tokens.TYPE_PX[size] * self.scale)

    def space(self, distance: float) -> int:
        """A distance in pixels: grows at 45 % of the text's rate."""
        return round(distance * self._spread)

    def icon_px(self, size: float) -> int:
        """An icon's edge in pixels: grows at 70 % of the text's rate."""
        return round(size * self._icon_spread)

    def column_px(self, width: float = tokens.READING_COLUMN_PX) -> int:
        """A column's width in pixels: grows at 80 % of the text's rate."""
        return round(width * (1 + (self.scale - 1) * 0.8))

    def font(self, role: str) -> QFont:
        """The font of a text role."""
        font = self._fonts.get(role)
        if font is None:
            size, weight = _ROLES[role]
            is_mono = role in ("mono", "url", "link")
            if is_mono:
                load_mono_faces()
            font = QFont(MONO_FAMILY if is_mono else TEXT_FAMILY)
            if is_mono:
                font.setFamilies([MONO_FAMILY, TEXT_FAMILY])
            elif self.latin_first:
                font.setFamilies([LATIN_FAMILY, TEXT_FAMILY])
            font.setPixelSize(self.px(size))
            font.setWeight(QFont.Weight(weight))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[role] = font
        return font

    def metrics(self, role: str) -> QFontMetrics:
        """Measures of a text role."""
        metrics = self._metrics.get(role)
        if metrics is None:
            metrics = self._metrics[role] = QFontMetrics(self.font(role))
        return metrics

    def wrapped_height(self, role: str, text: str, width: int) -> int:
        """How high a text stands when broken to this width; 0 for no text.

        Layouts ask the same again and again, so what was found is kept.
        """
        key = (role, text, width)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            height = self._heights[key] = wrapped_height(self.font(role), text, width)
        return height

    def text_width(self, role: str, text: str) -> int:
        """How wide a text is on one line; kept, as heights are."""
        key = (role, text)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > _MOST_HEIGHTS:
                self._widths.clear()
            width = self._widths[key] = self.metrics(role).horizontalAdvance(text)
        return width

    def motion_ms(self, name: str) -> int:
        """How long a movement takes; 0 when the learner wants none."""
        return 0 if self.reduced_motion else tokens.MOTION_MS[name]

    def palette(self) -> QPalette:
        """The palette for Qt's own controls."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, name in (
            (role.Window, "bg"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "surface2"),
            (role.Text, "text"),
            (role.PlaceholderText, "text3"),
            (role.Button, "surface2"),
            (role.ButtonText, "text"),
            (role.BrightText, "bad"),
            (role.Highlight, "brand"),
            (role.HighlightedText, "on_brand"),
            (role.ToolTipBase, "surface"),
            (role.ToolTipText, "text"),
            (role.Link, "brand"),
            (role.Mid, "border"),
            (role.Midlight, "surface3"),
            (role.Dark, "border_strong"),
            (role.Light, "surface"),
            (role.Shadow, "shadow"),
            (role.Accent, "brand"),
        ):
            palette.setColor(target, self.color(name))
        disabled = QPalette.ColorGroup.Disabled
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(disabled, target, self.color("text3"))
        return palette
