"""One link that the lens found: the verdict, the link itself, why, and what to do with it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.i18n import _, mark
from app.links.brands import Brands
from app.links.explanation import Mark
from app.links.notes import note_for_group
from app.links.shown import defanged
from app.links.values import Judgement, Verdict
from app.ui.game.glass import Glass
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder
from app.ui.widgets.surfaces import Surface


class Face(NamedTuple):
    """How a verdict of the lens looks and what it is called."""

    tone: str
    icon: str
    title: str


FACES: dict[Verdict, Face] = {
    "official": Face("ok", "shield", mark("On the official list")),
    "imitates": Face("bad", "octagon", mark("Imitates a platform")),
    "unlisted": Face("warn", "triangle", mark("Not on the list: do not log in")),
    "cannot_tell": Face("warn", "question", mark("Can't tell: open the app yourself")),
    "unreadable": Face("mute", "info", mark("No link to be read")),
}


# Official, and yet whoever confirms what it opens logs a stranger in, or pays.
_DOES_MORE = Face("warn", "triangle", mark("Official, but look at what it does"))


def _does_more(judged: Judgement) -> bool:
    anatomy = judged.anatomy
    logs_in = anatomy.host == "weixin.qq.com" and anatomy.path.startswith("/x/")
    return judged.verdict == "official" and (logs_in or anatomy.scheme == "wxp")


class LinkCard(QWidget):
    """A judged link. `announced` says what was copied."""

    announced = Signal(str, bool)

    def __init__(self, look: Look, judged: Judgement, brands: Brands) -> None:
        super().__init__()
        self._look = look
        self._judged = judged
        self._brands = brands
        face = _DOES_MORE if _does_more(judged) else FACES[judged.verdict]
        self._face = face
        ink = "text2" if face.tone == "mute" else face.tone
        head = beside(
            look,
            IconLabel(look, face.icon, ink, 24),
            column(look, [Label(look, _(face.title), "h3", ink, wraps=True)]),
            gap=10,
        )
        parts: list[Part] = [holder(head)]
        if judged.verdict != "unreadable":
            parts += [6, self._glass()]
        parts.append(6)
        for reason in judged.reasons:
            parts += [Label(look, reason, "body", wraps=True), 3]
        if judged.verdict != "unreadable":
            parts += [6, self._buttons()]
        surface = "card" if face.tone == "mute" else face.tone
        self.setLayout(
            column(look, [Surface(look, column(look, parts, margins=(18, 14, 18, 12)), surface)])
        )

    @property
    def title(self) -> str:
        """The verdict in words."""
        return _(self._face.title)

    def _glass(self) -> QWidget:
        judged = self._judged
        anatomy = judged.anatomy if judged.anatomy.host is not None else None
        glass = Glass(
            self._look,
            judged.anatomy.text,
            can_point=False,
            can_help=False,
            anatomy=anatomy,
            has_title=False,
            has_keys=False,
            is_code=anatomy is None,
        )
        if anatomy is not None:
            marks = [Mark("trick", one.span) for one in judged.evidence if one.deceives]
            glass.reveal(marks, None, None, has_legend=True)
        return glass

    def _buttons(self) -> QWidget:
        copy = Button(self._look, _("Copy in harmless form"), "outline", icon="copy", is_dense=True)
        copy.setToolTip(_("The link in a form that no program opens"))
        copy.clicked.connect(self._copy)
        note = Button(
            self._look, _("Copy a note for the group"), "outline", icon="chat", is_dense=True
        )
        note.clicked.connect(self._copy_note)
        self._said = Label(self._look, "", "small", "text2", wraps=True)
        self._said.hide()
        flow = Flow(self._look, [copy, note], gap=8)
        return holder(column(self._look, [flow, self._said], gap=6))

    def _copy(self) -> None:
        self._put(defanged(self._judged.anatomy))

    def _copy_note(self) -> None:
        self._put(note_for_group(self._judged, self._brands))

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        told = _("Copied: {text}").format(text=text)
        self._said.setText(told)
        self._said.show()
        self.announced.emit(told, False)
