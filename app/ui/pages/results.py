"""My results: what the link rounds say, each figure with its interval, or what is still needed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import ShilianError
from app.i18n import _, ngettext, sentences
from app.learning import results_words as words
from app.learning.dealing import pool
from app.learning.results import Results, results
from app.links.discrimination import LEAST
from app.links.rates import Measured
from app.progress.events import Json
from app.ui.learner import Learner
from app.ui.pages.results_figures import (
    blocks_figure,
    curves_figure,
    kinds_figure,
    sureness_figure,
    tricks_figure,
)
from app.ui.plots.figure import Figure
from app.ui.route import Route
from app.ui.shell.page import Page
from app.ui.surroundings import Surroundings
from app.ui.theme.look import Look
from app.ui.widgets.buttons import Button
from app.ui.widgets.flow import Aside, Flow, Tiles
from app.ui.widgets.labels import IconLabel, Label
from app.ui.widgets.layouts import Part, column, holder, row
from app.ui.widgets.number_card import NumberCard
from app.ui.widgets.progress import Meter
from app.ui.widgets.scroll import ScrollPage
from app.ui.widgets.surfaces import Surface

_PLAY = Route("links")


class ResultsPage(Page):
    """What it shows follows from the learner's link rounds alone."""

    def __init__(
        self, look: Look, learner: Learner, route: Route, surroundings: Surroundings
    ) -> None:
        super().__init__(look, learner, route, surroundings)
        self.found: Results = results(learner.game_events(), pool(), surroundings.now_ms())
        self.figures: list[Figure] = []
        self._first: QWidget | None = None
        self._told = Label(look, "", "body", "text", wraps=True)
        self._told.hide()
        parts: list[Part] = [self._head(), self._told, 18]
        measured = self.found.measured
        if isinstance(measured, Measured):
            parts += self._measured(measured)
        else:
            parts += [self._too_few(), 14, *self._in_rows(self._beside())]
        for figure in self.figures:
            figure.announced.connect(self.announced)
        inner = QWidget()
        inner.setLayout(column(look, [*parts, "stretch"], margins=(32, 28, 32, 28)))
        self.scroller = ScrollPage(look, inner)
        self.setLayout(column(look, [self.scroller]))

    # ── the heading

    def _head(self) -> QWidget:
        look = self.look
        self.spoken_title = _("My results")
        said = sentences(words.judged_so_far(self.found), _("Kept on this computer only."))
        if not self.found.rounds:
            said = _("How well you tell genuine links from fakes. Kept on this computer only.")
        title = holder(
            column(
                look,
                [
                    Label(look, self.spoken_title, "h1", wraps=True),
                    4,
                    Label(look, said, "body", "text2", wraps=True),
                ],
            )
        )
        if not self.found.rounds:
            return title
        export = Button(look, _("Export as CSV"), "outline", icon="save")
        export.clicked.connect(self._ask_file)
        self._first = export
        return Aside(look, title, export, least_px=260)

    # ── from too few answers

    def _too_few(self) -> QWidget:
        look = self.look
        counts = self.found.counts
        title = _("A few more links, and there is much to see")
        if not self.found.owner_rounds:
            title = _("No links judged yet")
        play = Button(look, _("Spot fake links"), "primary", icon="play")
        play.clicked.connect(lambda: self.wants.emit(_PLAY))
        self._first = play
        parts: list[Part] = [
            row(look, [IconLabel(look, "link", "brand", 30), "stretch"]),
            10,
            Label(look, title, "h2", wraps=True),
            4,
            Label(look, words.still_needed(counts), "body", "text2", wraps=True),
            16,
            Tiles(
                look,
                [
                    self._progress(_("Fakes judged"), counts.fakes),
                    self._progress(_("Genuine links judged"), counts.genuine),
                ],
                least_px=220,
                most=2,
                gap=24,
            ),
            20,
            Flow(look, [play]),
        ]
        card = Surface(look, column(look, parts, margins=24))
        card.setAccessibleName(title)
        return card

    def _progress(self, title: str, count: int) -> QWidget:
        look = self.look
        said = _("{title}: {count} of {least}").format(title=title, count=count, least=LEAST)
        meter = Meter(look, 100 * count / LEAST, name=title)
        return holder(column(look, [Label(look, said, "small", wraps=True), 5, meter]))

    # ── from enough

    def _measured(self, measured: Measured) -> list[Part]:
        look = self.look
        cards = [NumberCard(look, said) for said in words.figures(self.found)]
        curves = curves_figure(look, measured.discrimination)
        tricks = self._tricks()
        blocks = blocks_figure(look, self.found.blocks)
        kinds = kinds_figure(look, self.found.kinds)
        self.figures = [curves, tricks, blocks, kinds]
        last: list[QWidget] = [blocks, kinds]
        if self.found.sureness is not None:
            sureness = sureness_figure(look, self.found.sureness)
            self.figures.insert(3, sureness)
            last.insert(1, sureness)
        beside = self._beside()
        if len(last) % 2:
            # The other small cards fill the place beside the last figure.
            last.append(holder(column(look, [*beside, "stretch"], gap=14)))
            beside = []
        return [
            Tiles(look, cards, least_px=200, most=4),
            14,
            Tiles(look, [curves, tricks], least_px=330, most=2, shares=(3, 2)),
            14,
            *self._in_rows(last),
            *self._in_rows(beside),
        ]

    def _tricks(self) -> Figure:
        look = self.look
        trick = self.found.weakest
        foot: list[QWidget] = []
        if trick:
            title = words.trick_title(trick)
            drill = Button(look, _("Drill my weakest trick"), "tonal", icon="flag")
            drill.setAccessibleName(_("Drill my weakest trick: {trick}").format(trick=title))
            drill.clicked.connect(lambda: self.wants.emit(Route("game", detail=f"drill:{trick}")))
            foot = [Flow(look, [drill])]
        return tricks_figure(look, self.found, foot)

    def _in_rows(self, cards: list[QWidget]) -> list[Part]:
        return [Tiles(self.look, cards, least_px=330, most=2), 14] if cards else []

    # ── what is told apart from d′

    def _beside(self) -> list[QWidget]:
        look, found = self.look, self.found
        cards: list[QWidget] = []
        if found.hidden is not None and isinstance(found.measured, Measured):
            cards.append(NumberCard(look, words.hidden_said(found.hidden)))
        if found.demand_rounds:
            cards.append(NumberCard(look, words.demand_said(found)))
        if found.forms:
            cards.append(self._forms())
        return cards

    def _forms(self) -> QWidget:
        look, found = self.look, self.found
        parts: list[Part] = [Label(look, _("Tests before and after"), "h3", wraps=True)]
        if not found.comparisons:
            said = words.first_form_said(found.forms[0])
            parts.append(Label(look, said, "small", "text2", wraps=True))
        else:
            parts += [
                Label(look, words.form_said(each), "small", wraps=True) for each in found.forms
            ]
        for one in found.comparisons:
            said = sentences(words.comparison_said(one), one.change.in_words())
            parts += [6, Label(look, said, "small", "text2", wraps=True)]
        return Surface(look, column(look, [*parts, "stretch"], gap=4, margins=(20, 14, 20, 18)))

    # ── as a file

    def _ask_file(self) -> None:
        name = "".join(c for c in self.learner.name if c.isalnum() or c in "-_ ") or "shilian"
        start = Path.home() / f"{name}.csv"
        dialog = QFileDialog(self, _("Save the results to"), str(start))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilters([_("Tables (*.csv)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda file: self.save_to(Path(file)))
        dialog.open()

    def save_to(self, file: Path) -> None:
        """Write every judged round into a table there, and say how it went."""
        from app.learning.results_file import save

        try:
            count = save(self.found.rounds, file)
        except ShilianError as trouble:
            self._say(sentences(trouble.what, trouble.safe, trouble.next_step), "bad")
            return
        said = ngettext("Saved: {n} round in {file}.", "Saved: {n} rounds in {file}.", count)
        self._say(said.format(n=count, file=file), "ok")

    def _say(self, said: str, tone: str) -> None:
        self._told.setText(said)
        self._told.paint_in(tone)
        self._told.show()
        self.announced.emit(said, True)

    # ── the place

    def first_focus(self) -> QWidget | None:
        return self._first

    def place(self) -> Json:
        tables: list[Json] = [each.key for each in self.figures if each.is_table]
        return {"at": super().place(), "tables": tables}

    def show_place(self, place: Json) -> None:
        if not isinstance(place, dict):
            return
        tables = place.get("tables")
        for each in self.figures:
            if isinstance(tables, list) and each.key in tables:
                each.show_table(True)
        super().show_place(place.get("at"))
