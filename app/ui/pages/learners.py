"""Who learns on this computer: switch, add, rename, remove, or carry a history elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event as Flag
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import ShilianError
from app.i18n import _, ngettext, sentences
from app.ui.background import Work
from app.ui.learner import Learner
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields import Field
from app.ui.widgets.flow import Aside, Flow
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, beside, column, holder, row
from app.ui.widgets.progress import Meter
from app.ui.widgets.surfaces import Chip, Surface

if TYPE_CHECKING:
    from app.progress.store import Learner as StoredLearner
    from app.progress.transfer import Taken

_ENDING = ".shilian"


class LearnersPage(Page):
    """`route.detail` is `rename:ID` or `remove:ID` while one of them is being asked about."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self._first: QWidget | None = None
        self._cancel = Flag()
        self._work: Work | None = None
        self._told = Label(look, "", "body", "text", wraps=True)
        self._told.hide()
        self._meter = Meter(look, 0, name=_("Reading or writing the file"))
        self._meter.hide()
        self._stop = Button(look, _("Stop"), "ghost", is_dense=True)
        self._stop.clicked.connect(self._cancel.set)
        self._stop.hide()
        parts: list[Part] = []
        for each in learner.learners():
            parts += [self._person(each), 10]
        parts += [self._told, 8, self._add(), 14, self._transfer(), 10, self._meter, 4]
        parts.append(holder(row(look, [self._stop, "stretch"])))
        act, _colon, words = route.detail.partition(":")
        if act == "told":
            self._told.setText(words)
            self._told.paint_in("ok")
            self._told.show()
        self.lay_out(
            holder(column(look, parts)),
            _("Learners on this computer"),
            _(
                "Each has their own progress. There are no passwords: everybody at this computer "
                "can open them."
            ),
        )

    # ── people

    def _person(self, person: StoredLearner) -> QWidget:
        look = self.look
        is_current = person.id == self.learner.id
        act, _colon, about = self.route.detail.partition(":")
        if about == person.id and act == "rename":
            return self._rename_card(person)
        if about == person.id and act == "remove":
            return self._remove_card(person)
        parts: list[QWidget] = []
        if is_current:
            parts.append(Chip(look, _("Learning now"), "brand", icon="check"))
        else:
            switch = Button(
                look,
                _("Switch to"),
                "tonal",
                is_dense=True,
                name=_("Switch to {name}").format(name=person.name),
            )
            switch.clicked.connect(lambda: self.learner.switch_to(person.id))
            parts.append(switch)
        rename = Button(
            look,
            _("Rename"),
            "ghost",
            is_dense=True,
            name=_("Rename {name}").format(name=person.name),
        )
        rename.clicked.connect(
            lambda: self.wants.emit(Route("learners", detail=f"rename:{person.id}"))
        )
        parts.append(rename)
        if not is_current:
            remove = Button(
                look,
                kind="ghost",
                icon="trash",
                is_dense=True,
                name=_("Remove {name}").format(name=person.name),
            )
            remove.clicked.connect(
                lambda: self.wants.emit(Route("learners", detail=f"remove:{person.id}"))
            )
            parts.append(remove)
        name = Label(look, person.name, "h3", wraps=True)
        body = Aside(look, name, Flow(look, parts, gap=10), least_px=120)
        mark = IconLabel(look, "person", "brand", 24)
        line = beside(look, mark, body, gap=10, margins=(18, 10, 12, 10))
        return Surface(look, line, "chosen" if is_current else "card", radius="md")

    def _rename_card(self, person: StoredLearner) -> QWidget:
        look = self.look
        field = Field(look, person.name, name=_("New name"))
        self._first = field

        def save() -> None:
            self._try(lambda: self.learner.rename(person.id, field.text()))

        field.returnPressed.connect(save)
        keep = Button(look, _("Save"), "primary", is_dense=True)
        keep.clicked.connect(save)
        body = Aside(look, field, Flow(look, [keep, self._never_mind()]), gap=8)
        return Surface(look, column(look, [body], margins=12), "chosen", radius="md")

    def _remove_card(self, person: StoredLearner) -> QWidget:
        look = self.look
        save = Button(look, _("Save to a file, then remove"), "primary", is_dense=True)
        save.clicked.connect(lambda: self._ask_file(person, self._remove))
        remove = Button(look, _("Remove for good"), "danger", icon="trash", is_dense=True)
        remove.clicked.connect(lambda: self._remove(person, None))
        words = _("Remove {name} and everything they have learned here? This cannot be undone.")
        never_mind = self._first = self._never_mind()
        never_mind.setAccessibleDescription(words.format(name=person.name))
        parts: list[Part] = [
            Label(look, words.format(name=person.name), "strong", "bad", wraps=True),
            Flow(look, [save, remove, never_mind]),
        ]
        return Surface(look, column(look, parts, gap=10, margins=16), "bad", radius="md")

    def _never_mind(self) -> Button:
        button = Button(self.look, _("Cancel"), "ghost", is_dense=True)
        button.clicked.connect(lambda: self.wants.emit(Route("learners")))
        return button

    def _remove(self, person: StoredLearner | None, saved_to: Path | None) -> None:
        if person is not None:
            self._try(partial(self.learner.remove, person.id, saved_to))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except ShilianError as trouble:
            self._tell(trouble)
            return
        self.wants.emit(Route("learners"))

    def _add(self) -> QWidget:
        look = self.look
        self._name = Field(look, name=_("Name of a new learner"), hint=_("Name of a new learner"))
        self._name.returnPressed.connect(self._add_named)
        add = Button(look, _("Add"), "tonal", icon="plus", is_dense=True)
        add.clicked.connect(self._add_named)
        return Aside(look, self._name, add, gap=8)

    def _add_named(self) -> None:
        self._try(lambda: self.learner.switch_to(self.learner.add_learner(self._name.text())))

    # ── from machine to machine

    def _transfer(self) -> QWidget:
        look = self.look
        save = Button(look, _("Save my history to a file"), "outline", icon="save", is_dense=True)
        save.clicked.connect(lambda: self._ask_file(None, self._save))
        take = Button(look, _("Take in a history file"), "outline", icon="folder", is_dense=True)
        take.clicked.connect(self._ask_source)
        words = _(
            "To go on learning on another computer, save your history to a file, carry it over, "
            "and take it in there. Nothing is sent anywhere."
        )
        parts: list[Part] = [
            Label(look, _("Move to another computer"), "h3", wraps=True),
            Label(look, words, "small", "text2", wraps=True),
            Flow(look, [save, take]),
        ]
        return Surface(look, column(look, parts, gap=8, margins=(20, 14, 20, 14)))

    def _ask_file(
        self, person: StoredLearner | None, then: Callable[[StoredLearner | None, Path], None]
    ) -> None:
        name = person.name if person is not None else self.learner.name
        safe = "".join(c for c in name if c.isalnum() or c in "-_ ") or "shilian"
        dialog = QFileDialog(self, _("Save the history to"), str(Path.home() / (safe + _ENDING)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_ENDING[1:])
        dialog.fileSelected.connect(lambda file: then(person, Path(file)))
        dialog.open()

    def _ask_source(self) -> None:
        dialog = QFileDialog(self, _("A history file"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Histories (*.shilian)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda file: self.take_in(Path(file)))
        dialog.open()

    def _save(self, _person: StoredLearner | None, to: Path) -> None:
        history, who, now = self.learner.history_file, self.learner.id, self.surroundings.now_ms()

        def save() -> object:
            from app.progress.store import Store

            store = Store.open(history, now_ms=now).store
            try:
                return store.save_history(
                    who, to, now, progress=self._on_progress, cancelled=self._cancel.is_set
                )
            finally:
                store.close()

        self._run(save, self._on_saved)

    def take_in(self, source: Path) -> None:
        """Add a history saved elsewhere, in a thread of its own; it can be stopped."""
        history, now = self.learner.history_file, self.surroundings.now_ms()

        def take() -> object:
            from app.progress.store import Store

            store = Store.open(history, now_ms=now).store
            try:
                return store.take_history(
                    source, progress=self._on_progress, cancelled=self._cancel.is_set
                )
            finally:
                store.close()

        self._run(take, self._on_taken)

    def _run(self, do: Callable[[], object], then: Callable[[Any], None]) -> None:
        self._cancel.clear()
        self._meter.show_percent(0, "brand")
        self._meter.show()
        self._stop.show()
        work = Work(do, self.window())
        work.advanced.connect(self._show_progress)
        work.came_to.connect(then)
        work.failed.connect(self._tell)
        work.finished.connect(self._end_work)
        self._work = work
        work.start()

    def _on_progress(self, done: int, total: int) -> None:
        if self._work is not None:
            self._work.advanced.emit(done, total)

    def _show_progress(self, done: int, total: int) -> None:
        self._meter.show_percent(100 * done / max(total, 1), "brand")

    def _end_work(self) -> None:
        self._meter.hide()
        self._stop.hide()
        self._work = None

    def _on_saved(self, count: int) -> None:
        words = ngettext("Saved: {n} record.", "Saved: {n} records.", count)
        self._say(words.format(n=count), "ok")

    def _on_taken(self, taken: Taken) -> None:
        self.learner.take_in_changes()
        before = self.learner.id
        is_nobody = self.learner.has_default_name and not self.learner.totals().events
        if is_nobody and taken.learner != before:
            # Nobody has been named or has learned here yet: go on as who was brought along.
            name = self.learner.name
            self.learner.switch_to(taken.learner)
            self.learner.remove(before)
            if taken.name.startswith(f"{name} ("):
                self.learner.rename(taken.learner, name)  # it is free again
        words = _("Taken in for {name}: {added} new records, {known} were here already.")
        said = words.format(name=taken.name, added=taken.added, known=taken.known)
        self.wants.emit(Route("learners", detail=f"told:{said}"))

    def _tell(self, trouble: ShilianError) -> None:
        words = sentences(trouble.what, trouble.safe, trouble.next_step)
        self._say(words, "bad")

    def _say(self, words: str, tone: str) -> None:
        self._told.setText(words)
        self._told.paint_in(tone)
        self._told.show()
        self.announced.emit(words, True)

    def first_focus(self) -> QWidget | None:
        return self._first or self._name

    def take_key(self, event: QKeyEvent) -> bool:
        act = self.route.detail.partition(":")[0]
        if event.key() == Qt.Key.Key_Escape and act in ("rename", "remove"):
            self.wants.emit(Route("learners"))
            return True
        return False

    def leave(self) -> None:
        self._cancel.set()
        if self._work is not None:
            self._work.wait()
