"""Finding the partner of each thing: a letter for the thing, a number for the partner."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.content.models import MatchQuestion, Pair
from app.i18n import _
from app.learning.grading import Grade
from app.learning.questions.match import partners
from app.progress.events import Json
from app.ui.questions.arranged import ENTER, digit_key, letter, letter_key
from app.ui.questions.base import QuestionView
from app.ui.questions.option_row import OptionRow
from app.ui.questions.pair_board import PairBoard
from app.ui.questions.paragraph import paragraph
from app.ui.questions.verdict import announce, lines, reason_for, verdict_on
from app.ui.theme.look import Look
from app.ui.widgets.layouts import column


class _LeftRow(OptionRow):
    """A row to be paired: the space bar leads on to the partners, as Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)


class MatchView(QuestionView[MatchQuestion]):
    """One row is the current one; a number key or a press on a partner gives it that partner.

    A row becomes the current one when it is pressed, reached with the keyboard or named by
    its letter. After a pairing the next row without a partner follows. A partner belongs to
    one row at most: given to another, it moves; given once more to the same, it is taken
    away, as it is by Delete. With Tab and Enter alone: Enter (or Space) on a row leads to the
    partners, on a partner it pairs and leads back; once all are paired, Enter is the page's.
    """

    def __init__(self, look: Look, question: MatchQuestion, order: tuple[str, ...]) -> None:
        super().__init__(look, question, order)
        self._texts = partners(question)
        places = {part: place for place, part in enumerate(order)}
        # Sorting is stable: partners that the order does not name come last, as typed.
        self._partner_ids = sorted(self._texts, key=lambda part: places.get(part, len(places)))
        self._pair_ids = [pair.id for pair in question.pairs]
        self._matched: dict[str, str] = {}
        self._current = self._pair_ids[0]
        self._lefts = {
            pair.id: self._make_left(place, pair) for place, pair in enumerate(question.pairs)
        }
        self._rights = {part: self._make_right(n, part) for n, part in enumerate(self._partner_ids)}
        self._board = PairBoard(
            look,
            (_("To be paired"), list(self._lefts.values())),
            (_("Partners to choose from"), list(self._rights.values())),
        )
        words = _("Pick a row, then press its partner or the partner's number.")
        if question.extra:
            words = lines(words, _("Some partners are left over."))
        self._hint = paragraph(look, words)
        self.setLayout(column(look, [self._hint, self._board], gap=10))
        self._show()

    def _make_left(self, place: int, pair: Pair) -> OptionRow:
        made = _LeftRow(self.look, pair.left, letter(place))
        made.clicked.connect(lambda _checked, part=pair.id: self._make_current(part))
        made.focused.connect(lambda part=pair.id: self._make_current(part))
        return made

    def _make_right(self, place: int, partner: str) -> OptionRow:
        made = OptionRow(self.look, self._texts[partner], str(place + 1))
        made.clicked.connect(lambda _checked, part=partner: self._on_partner_clicked(part))
        return made

    def lefts(self) -> dict[str, OptionRow]:
        """The rows to be paired, by pair id."""
        return dict(self._lefts)

    def rights(self) -> dict[str, OptionRow]:
        """The partners' rows, by partner id, as shown."""
        return dict(self._rights)

    def response(self) -> Json:
        placed: dict[str, Json] = {
            p: self._matched[p] for p in self._pair_ids if p in self._matched
        }
        return placed or None

    def show_response(self, response: Json) -> None:
        self._matched = {}
        for pair, partner in (response if isinstance(response, dict) else {}).items():
            if pair in self._lefts and isinstance(partner, str) and partner in self._rights:
                self._give(pair, partner)
        self._current = self._next_open(self._pair_ids[0]) or self._pair_ids[0]
        self._show()

    def first_focus(self) -> QWidget:
        return self._lefts[self._current]

    # ── pairing

    def _make_current(self, pair: str) -> None:
        if not self.is_locked:
            self._current = pair
            self._show()

    def _give(self, pair: str, partner: str) -> None:
        """Pair the two; whoever had the partner before goes without."""
        self._matched = {p: other for p, other in self._matched.items() if other != partner}
        self._matched[pair] = partner

    def _next_open(self, after: str) -> str | None:
        """The next row without a partner, at or after this one, then from the top."""
        at = self._pair_ids.index(after)
        around = self._pair_ids[at:] + self._pair_ids[:at]
        return next((pair for pair in around if pair not in self._matched), None)

    def _on_partner_clicked(self, partner: str) -> None:
        if self.is_locked:
            return
        paired = self._current
        if self._matched.get(paired) == partner:
            self._take_away(paired)
            return
        self._give(paired, partner)
        following = self._next_open(paired)
        self._current = following or paired
        self._show()
        announce(self._lefts[paired], self._lefts[paired].accessibleName())
        self._lefts[self._current].setFocus(Qt.FocusReason.OtherFocusReason)
        self.response_changed.emit()

    def _take_away(self, pair: str) -> None:
        if self._matched.pop(pair, None) is not None:
            self._show()
            self.response_changed.emit()

    def _show(self) -> None:
        """Bring all rows up to date with the pairs and the current row."""
        numbers = {part: str(n) for n, part in enumerate(self._partner_ids, start=1)}
        letters = {pair: letter(n) for n, pair in enumerate(self._pair_ids)}
        owners = {partner: pair for pair, partner in self._matched.items()}
        for pair, made in self._lefts.items():
            made.show_mark("none", self._paired_words(pair, numbers))
            made.setChecked(pair == self._current and not self.is_locked)
        for partner, made in self._rights.items():
            owner = owners.get(partner)
            words = _("Paired with {letter}").format(letter=letters[owner]) if owner else ""
            made.show_mark("none", words)
            made.setChecked(owner == self._current and not self.is_locked)
        self._draw_links({})
        self._board.flow_again()

    def _paired_words(self, pair: str, numbers: dict[str, str]) -> str:
        if pair not in self._matched:
            return _("No partner yet")
        partner = self._matched[pair]
        return _("→ {number}. {partner}").format(
            number=numbers[partner], partner=self._texts[partner]
        )

    def _draw_links(self, colors: dict[str, str]) -> None:
        links = {
            self._pair_ids.index(pair): self._partner_ids.index(partner)
            for pair, partner in self._matched.items()
        }
        marked = {self._pair_ids.index(pair): color for pair, color in colors.items()}
        if not self.is_locked and self._current in self._matched:
            marked[self._pair_ids.index(self._current)] = "brand"
        self._board.link(links, marked)

    # ── keys

    def take_key(self, event: QKeyEvent) -> bool:
        if self.is_locked:
            return False
        number, place = digit_key(event), letter_key(event)
        if number is not None and number < len(self._partner_ids):
            if not any(made.hasFocus() for made in self._lefts.values()):
                self._lefts[self._current].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._on_partner_clicked(self._partner_ids[number])
            return True
        if place is not None and place < len(self._pair_ids):
            self._lefts[self._pair_ids[place]].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._make_current(self._pair_ids[place])
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_row_key(event) and not self.take_key(event):
            super().keyPressEvent(event)

    def _take_row_key(self, event: QKeyEvent) -> bool:
        for rows in (list(self._lefts.values()), list(self._rights.values())):
            at = next((n for n, made in enumerate(rows) if made.hasFocus()), None)
            if at is not None:
                return self._take_key_at(event, rows, at)
        return False

    def _take_key_at(self, event: QKeyEvent, rows: list[OptionRow], at: int) -> bool:
        key = event.key()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in steps:
            goal = min(max(at + steps[Qt.Key(key)], 0), len(rows) - 1)
            rows[goal].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if self.is_locked:
            return False
        is_left = rows[at] in self._lefts.values()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and is_left:
            self._take_away(self._current)
            return True
        if key in ENTER and not is_left:
            rows[at].click()
            return True
        is_open = len(self._matched) < len(self._pair_ids)
        if key == Qt.Key.Key_Space or (key in ENTER and is_open):
            partner = self._matched.get(self._current) or self._first_free()
            self._rights[partner].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _first_free(self) -> str:
        taken = set(self._matched.values())
        return next((part for part in self._partner_ids if part not in taken), self._partner_ids[0])

    # ── after grading

    def show_grade(self, grade: Grade, *, reveal: bool) -> None:
        self.is_locked = True
        self._hint.hide()
        for made in (*self._lefts.values(), *self._rights.values()):
            made.lock()
        self._show()
        if not reveal:
            return
        numbers = {part: str(n) for n, part in enumerate(self._partner_ids, start=1)}
        for pair, made in self._lefts.items():
            self._mark(grade, pair, made, numbers)
        for made in self._rights.values():
            made.show_mark("quiet")
        colors = {pair: "ok" if grade.parts.get(pair) else "bad" for pair in self._matched}
        self._draw_links(colors)
        self._board.flow_again()

    def _mark(self, grade: Grade, pair: str, made: OptionRow, numbers: dict[str, str]) -> None:
        verdict = verdict_on(grade, pair)
        now, reason = self._paired_words(pair, numbers), reason_for(grade, pair)
        if verdict == "right":
            made.show_verdict("right", _("Right pair"), lines(now, reason))
            return
        belongs = _("Belongs with {number}. {partner}").format(
            number=numbers[pair], partner=self._texts[pair]
        )
        if verdict == "wrong":
            made.show_verdict(verdict, _("Wrong pair"), lines(now, belongs, reason))
        else:
            note = _("Partner: {number}").format(number=numbers[pair])
            made.show_verdict(verdict, note, lines(now, belongs, reason), _("Left open"))
