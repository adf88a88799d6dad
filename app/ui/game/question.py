"""One round while it is open: the message, the link under the magnifier, and the verdict."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from app.i18n import _
from app.links.presenting import Presented
from app.links.score import Truth
from app.links.values import SpanOf
from app.progress.events import Json
from app.ui.game.glass import Glass
from app.ui.game.phone import Phone, scanned_text
from app.ui.theme.look import Look
from app.ui.widgets.confidence import Confidence
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, centred, column, holder, row
from app.ui.widgets.qr_code import grey_of
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.surfaces import Bar, Surface
from app.ui.widgets.verdict_buttons import VerdictButtons

_KEYS: dict[int, Truth] = {
    Qt.Key.Key_J: "genuine",
    Qt.Key.Key_F: "fake",
    Qt.Key.Key_Space: "cannot_tell",
}
_LEAST_ABOVE_PX = 320  # of the message and the link, above the verdict


class Question(QWidget):
    """What the learner says is kept here until it is judged. `changed`: there is more to it."""

    changed = Signal()
    announced = Signal(str, bool)

    def __init__(
        self,
        look: Look,
        message: Presented,
        *,
        is_wide: bool,
        is_aided: bool,
        room: int,
        lead: str = "",
        can_help: bool = True,
        names: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self._look = look
        self._message = message
        self._is_aided = is_aided
        self._can_help = can_help
        self._names = names
        self.said: Truth | None = None
        self.pointed: tuple[SpanOf, bool] | None = None
        self.was_helped = is_aided
        self._before_help: tuple[SpanOf, bool] | None = None  # what was pointed at unaided
        self.is_scanned = message.kind != "qr"
        self.phone = Phone(look, message, has_frame=is_wide)
        self.phone.scanned.connect(self.scan)
        self.glass: Glass | None = None
        self._middle = column(look, [])
        if lead:
            self._middle.addWidget(self._lead(lead))
        if not is_wide:
            self._middle.addWidget(self.phone)
        self._middle.setSpacing(look.space(12))
        self.verdict = self._verdict()
        above = column(look, [self._middle, "stretch"], margins=(20, 16, 20, 12))
        if is_wide or room > self.verdict.sizeHint().height() + look.space(_LEAST_ABOVE_PX):
            self._scroller = ScrollPage(look, holder(above), passes_sideways=True)
            body: list[Part] = [
                self._scroller,
                Bar(look, self._in_bar(), edge="top"),
            ]
        else:  # too low a window for both: one after the other, in one scroll
            inner = holder(column(look, [above, holder(self._in_bar())]))
            self._scroller = ScrollPage(look, inner, passes_sideways=True)
            body = [self._scroller]
        right = column(look, body)
        right.setStretch(0, 1)
        if is_wide:
            side = column(look, [self.phone], margins=(24, 18, 0, 18))
            self.setLayout(row(look, [side, right]))
        else:
            self.setLayout(right)
        if self.is_scanned and message.url:
            self._show_glass(message.url)

    def _lead(self, words: str) -> QWidget:
        look = self._look
        return Surface(
            look,
            column(look, [Label(look, words, "body", wraps=True)], margins=(16, 10, 16, 10)),
            "info",
        )

    def _verdict(self) -> QWidget:
        look = self._look
        judge = self._message.judge
        words = _("Is this link the platform's own?")
        if judge == "demand":
            words = _("Would you do what it asks?")
        self.buttons = VerdictButtons(look, judge)
        self.buttons.chosen.connect(self._on_chosen)
        self.confidence = Confidence(look)
        parts: list[Part] = [
            Label(look, words, "h3", wraps=True),
            8,
            self.buttons,
            10,
            self.confidence,
        ]
        return holder(column(look, parts))

    def _in_bar(self) -> QLayout:
        inner = centred(self._look, self.verdict, width=860)
        return column(self._look, [inner], margins=(20, 12, 20, 10))

    # ── the link

    def _show_glass(self, url: str) -> None:
        self.glass = Glass(
            self._look,
            url,
            can_point=self._message.judge == "owner" and not self._is_aided,
            can_help=self._can_help,
            names=self._names if self._message.judge == "owner" else (),
            is_elsewhere=self._message.is_elsewhere,
        )
        self.glass.pointed.connect(self._on_pointed)
        self.glass.helped.connect(self._on_helped)
        self._middle.addWidget(self.glass)
        self.glass.show()  # at once, so that a code just scanned can be scrolled to
        self._order_tabs()
        if self._is_aided:
            self.glass.show_parts()

    def scan(self) -> None:
        """Read the code on the poster, as a phone would."""
        code = self.phone.code
        if self.is_scanned or code is None:
            return
        from app.links.qr import read_codes

        found = read_codes(*grey_of(code.grab().toImage()))
        self.is_scanned = True
        url = scanned_text(found[0]) if found else self._message.url
        self._show_glass(url)
        if self.phone.scan_button is not None:
            self.phone.scan_button.setEnabled(False)
        QTimer.singleShot(0, self, self._reveal_glass)  # once it has its place
        self.announced.emit(_("The code says: {url}").format(url=url), False)
        self.changed.emit()

    def _order_tabs(self) -> None:
        """From the message to the link, and then to the verdict, as one reads."""
        assert self.glass is not None
        stops: list[QWidget] = [self.phone]
        if self.phone.scan_button is not None:
            stops.append(self.phone.scan_button)
        stops.append(self.glass.magnifier)
        stops += [widget for _piece, widget in self.glass.magnifier.names]
        stops += self.glass.buttons
        stops += [*self.buttons.buttons.values(), self.confidence.slider]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _reveal_glass(self) -> None:
        """In a narrow window what was scanned appears below the poster."""
        if self.glass is not None:
            self.glass.magnifier.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroller.reveal(self.glass.magnifier)

    # ── what the learner says

    def _on_pointed(self, span: SpanOf, is_owner: bool) -> None:
        self.pointed = (span, is_owner)
        assert self.glass is not None
        name = self.glass.magnifier.url[slice(*span)]
        self.announced.emit(_("Pointed at {name}").format(name=name), False)

    def _on_helped(self) -> None:
        self._before_help = self.pointed
        self.was_helped = True
        self.changed.emit()

    def _on_chosen(self, truth: Truth) -> None:
        self.said = truth
        self.confidence.set_asked(is_asked=truth != "cannot_tell")
        self.changed.emit()

    @property
    def counted(self) -> tuple[SpanOf, bool] | None:
        """What was pointed at before the parts were shown, and whether it is the owner."""
        return self._before_help if self.was_helped else self.pointed

    def take_key(self, event: QKeyEvent) -> bool:
        """The game's keys: J, F, space, ← →, 1–9, S, H, L, O."""
        key = event.key()
        if key in _KEYS:
            self.buttons.choose(_KEYS[key])
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if self.confidence.slider.isEnabled():
                self.confidence.step(1 if key == Qt.Key.Key_Right else -1)
            return True
        if key == Qt.Key.Key_S:
            self.scan()
            return True
        if self.glass is None:
            return False
        if key == Qt.Key.Key_H:
            self.glass.help()
            return True
        if key == Qt.Key.Key_L:
            self.glass.toggle_letters()
            return True
        if key == Qt.Key.Key_O:
            self.glass.toggle_names()
            return True
        text = event.text()
        return text.isdecimal() and text.isascii() and self.glass.magnifier.point_at(int(text))

    # ── carried over when the page is built again

    def place(self) -> Json:
        """What was said so far."""
        return {
            "said": self.said,
            "confidence": self.confidence.value,
            "pointed": list(self.pointed[0]) if self.pointed is not None else None,
            "was_helped": self.was_helped,
            "before_help": list(self._before_help[0]) if self._before_help is not None else None,
            "is_scanned": self.is_scanned,
        }

    def _point_again(self, span: Json) -> None:
        if self.glass is None:
            return
        for piece, _widget in self.glass.magnifier.names:
            if list(piece.span) == span:
                self.glass.magnifier.point(piece)

    def show_place(self, place: Json) -> None:
        """Return to what was said."""
        if not isinstance(place, dict):
            return
        if place.get("is_scanned") is True:
            self.scan()
        if place.get("was_helped") is True and self.glass is not None:
            self._point_again(place.get("before_help"))
            self.glass.show_parts()
            self._on_helped()
        self._point_again(place.get("pointed"))
        confidence = place.get("confidence")
        if isinstance(confidence, float):
            self.confidence.set_value(confidence)
        said = place.get("said")
        for truth in self.buttons.buttons:
            if said == truth:
                self.buttons.choose(truth)
