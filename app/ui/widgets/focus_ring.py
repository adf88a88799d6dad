"""The ring around what the keyboard is on: shown after keys, hidden after the mouse.

Qt's style sheets know no `:focus-visible`, so one see-through widget on top of the
window draws the ring, in two tones that stand out on every background.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

from app.ui.theme.look import Look

_NAVIGATION = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
        Qt.Key.Key_Space,
        Qt.Key.Key_F6,
    }
)
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})
_MARGIN = 4


class FocusRing(QWidget):
    """Follows the focus inside one window; `watch` switches it on."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._target: QWidget | None = None
        self._by_keyboard = False
        self._followed: list[QWidget] = []
        self._box = QRectF()  # the whole ring, in its own coordinates; not all of it may be seen
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def use(self, look: Look) -> None:
        """Draw in another look."""
        self._look = look
        self.update()

    def watch(self) -> None:
        """Follow the focus from now on.

        Keys and clicks are seen where they enter the window, and moves only of what holds
        the focus: a filter on the whole application would slow every event of every widget.
        """
        handle = self.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _NAVIGATION and not self._by_keyboard:
                self._by_keyboard = True
                self._follow()
        elif kind == QEvent.Type.MouseButtonPress:
            if self._by_keyboard:
                self._by_keyboard = False
                self._follow()
        elif kind in _FOLLOWED and watched in self._followed:
            self._place()
        return False

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._target = new if new is not None and self.window().isAncestorOf(new) else None
        if self._target is not None and self._by_keyboard:
            self._scroll_into_view(self._target)
        self._follow()

    def _follow(self) -> None:
        """Watch the target and what holds it: pages are laid out after the focus is set."""
        for followed in self._followed:
            if isValid(followed):
                followed.removeEventFilter(self)
        self._followed.clear()
        around = self._target if self._by_keyboard else None
        while around is not None and around is not self.window():
            self._followed.append(around)
            around.installEventFilter(self)
            around = around.parentWidget()
        self._place()

    def _scroll_into_view(self, widget: QWidget) -> None:
        ancestor = widget.parentWidget()
        while ancestor is not None:
            inner = ancestor.widget() if isinstance(ancestor, QScrollArea) else None
            if isinstance(ancestor, QScrollArea) and inner is not None:
                if widget.height() > ancestor.viewport().height():  # its beginning, at least
                    top = widget.mapTo(inner, QPoint(0, 0)).y()
                    ancestor.ensureVisible(0, top, 0, 24)
                else:
                    ancestor.ensureWidgetVisible(widget, 0, 24)
            ancestor = ancestor.parentWidget()

    def _place(self) -> None:
        target = self._target
        if target is None or not self._by_keyboard or not isValid(target) or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(self.window(), QPoint(0, 0))
        around = QRect(corner, target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        seen = around & self._seen_of(target)
        self._box = QRectF(around.translated(-seen.topLeft()))
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def _seen_of(self, target: QWidget) -> QRect:
        """What of the window the target can be seen in: what scrolls ends at its page."""
        seen = self.window().rect()
        around = target.parentWidget()
        while around is not None and around is not self.window():
            if isinstance(around, QScrollArea):
                port = around.viewport()
                box = QRect(port.mapTo(self.window(), QPoint(0, 0)), port.size())
                seen &= box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
            around = around.parentWidget()
        return seen

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box
        for inset, color, width in ((1.25, "focus", 2.5), (3.0, "surface", 1.5)):
            painter.setPen(QPen(self._look.color(color), width))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 11, 11)
