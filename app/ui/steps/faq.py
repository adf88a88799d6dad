"""Questions and answers, with a search over both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.content.models import FaqEntry, FaqStep, Lesson
from app.i18n import _, ngettext
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.steps.base import Foot, StepView
from app.ui.steps.heading import step_head
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.disclosure import Disclosure
from app.ui.widgets.fields import Field
from app.ui.widgets.labels import Label
from app.ui.widgets.layouts import Part, column
from app.ui.widgets.reading import ReadingColumn


class FaqList(QWidget):
    """Entries that open, and a field that narrows them down; also used on its own page."""

    def __init__(
        self,
        look: Look,
        entries: list[tuple[FaqEntry, str]],
        surroundings: Surroundings,
        *,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._look = look
        self._surroundings = surroundings
        self.search = Field(
            look,
            name=_("Search questions and answers"),
            hint=hint or _("Search, for example: code, money, link"),
            leading_icon="search",
        )
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self._found = Label(look, "", "small", "text2", wraps=True)
        self._rows: list[tuple[FaqEntry, Disclosure]] = []
        rows: list[Part] = []
        for entry, source in entries:
            row = Disclosure(look, entry.q, partial(self._answer, entry, source))
            self._rows.append((entry, row))
            rows.append(row)
        # A layout's own gap goes away with a hidden row; a gap put in as a part would stay.
        answers = column(look, rows, gap=8)
        self.setLayout(column(look, [self.search, 4, self._found, 6, answers, "stretch"]))
        self._narrow("")

    def _answer(self, entry: FaqEntry, source: str) -> QWidget:
        look = self._look
        parts: list[QWidget] = [ReadingColumn(look, entry.a, self._surroundings.pictures(), "body")]
        if source:
            words = _("From: {source}").format(source=source)
            parts.append(Label(look, words, "micro", "text3", wraps=True))
        widget = QWidget()
        widget.setLayout(column(look, list(parts), gap=8))
        return widget

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        shown = 0
        for entry, row in self._rows:
            text = f"{entry.q}\n{entry.a.source}".casefold()
            fits = all(word in text for word in words)
            row.setVisible(fits)
            shown += fits
        if words and not shown:
            said = _("Nothing found for “{words}”. Try a shorter word.").format(words=typed.strip())
        else:
            said = ngettext("{n} answer", "{n} answers", shown).format(n=shown)
        self._found.setText(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search leads to the first answer found, and not away from the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            found = (row for _entry, row in self._rows if row.isVisibleTo(self))
            first = next(found, None)
            if first is not None:
                first.line.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def place(self) -> Json:
        """What is typed and which answers are open."""
        opened: list[Json] = [entry.id for entry, row in self._rows if row.is_open()]
        return {"typed": self.search.text(), "open": opened}

    def show_place(self, place: Json) -> None:
        """Return to such a place."""
        if not isinstance(place, dict):
            return
        self.search.setText(str(place.get("typed") or ""))
        opened = place.get("open")
        for entry, row in self._rows:
            if isinstance(opened, list) and entry.id in opened:
                row.open()

    def open_entry(self, entry_id: str) -> QWidget | None:
        """Open one answer; the widget to scroll to, or None."""
        for entry, row in self._rows:
            if entry.id == entry_id:
                row.open()
                return row
        return None


class FaqView(StepView[FaqStep]):
    """The entries of one faq step."""

    def __init__(
        self,
        look: Look,
        learner: Learner,
        lesson: Lesson,
        step: FaqStep,
        surroundings: Surroundings,
    ) -> None:
        super().__init__(look, learner, lesson, step, surroundings)
        parts = step_head(look, lesson, step, surroundings)
        if step.intro:
            parts += [Label(look, step.intro, "read", "text2", wraps=True), 12]
        entries = [(entry, lesson.source_title(entry.source)) for entry in step.entries]
        self._list = FaqList(look, entries, surroundings)
        self.setLayout(column(look, [*parts, self._list]))

    def foot(self) -> Foot:
        return Foot(_("Continue"))

    def press_primary(self) -> None:
        self.learner.record(self.lesson, "read", self.path)
        self.finished.emit()

    def first_focus(self) -> QWidget | None:
        return None

    def place(self) -> Json:
        return self._list.place()

    def show_place(self, place: Json) -> None:
        if isinstance(place, dict) and isinstance(place.get("anchor"), str):
            widget = self._list.open_entry(str(place["anchor"]))
            if widget is not None:
                self.reveal.emit(widget)
            return
        self._list.show_place(place)
