"""How a person answers each type of question: with the keyboard alone, or the mouse alone."""

from __future__ import annotations

from typing import Any

from app.content.models import Question
from app.learning.grading import right_response
from app.progress.events import Json
from app.ui.questions.categorise import CategoriseView
from app.ui.questions.fill_in import FillInView
from app.ui.questions.match import MatchView
from app.ui.questions.options import OptionsView
from app.ui.questions.order import OrderView
from tests.ui.person import ALT, Key, Person


def wanted(question: Question) -> Any:
    """The right answer."""
    return right_response(question)


def _chosen_parts(answer: Json) -> list[str]:
    if isinstance(answer, bool):
        return ["true" if answer else "false"]
    return [str(each) for each in answer] if isinstance(answer, list) else [str(answer)]


# ── keyboard


def answer_with_keys(me: Person) -> None:
    """Answer the question on the page rightly, up to but without checking."""
    panel = me.quiz.panel
    assert panel is not None
    view, answer = panel.view, wanted(panel.question)
    if isinstance(view, OptionsView):
        rows = list(view.rows())
        for part in _chosen_parts(answer):
            is_numbered = part in ("true", "false")
            key = "12"[rows.index(part)] if is_numbered else "abcdefghi"[rows.index(part)]
            me.keys(key)
    elif isinstance(view, FillInView):
        _type_blanks(me, view, answer)
    elif isinstance(view, OrderView):
        _sort_with_keys(me, view, answer)
    elif isinstance(view, MatchView):
        partners = list(view.rights())
        for place, pair in enumerate(view.lefts()):
            me.keys("abcdefghi"[place], str(partners.index(answer[pair]) + 1))
    elif isinstance(view, CategoriseView):
        groups = [group.id for group in view.question.groups]
        for card in view.pickers():
            me.keys(str(groups.index(answer[card]) + 1))
    else:
        raise AssertionError(f"nobody knows how to answer {type(view).__name__}")


def _type_blanks(me: Person, view: FillInView, answer: dict[str, str]) -> None:
    for place, blank in enumerate(view.fields()):
        if place:
            me.keys(Key.Key_Return)  # leads on to the next empty blank
        me.type_words(answer[blank])


def _sort_with_keys(me: Person, view: OrderView, answer: list[str]) -> None:
    shown = _order_shown(view)
    if shown == answer:
        me.tab_to(view.keep_button().accessibleName())
        me.keys(Key.Key_Space)
        return
    me.keys(Key.Key_Up, *[Key.Key_Up] * len(shown))
    for place, item in enumerate(answer):
        at = _order_shown(view).index(item)
        me.keys(*[Key.Key_Down] * (at - place))
        me.keys(*[Key.Key_Up] * (at - place), held=ALT)
        me.keys(Key.Key_Down)


def _order_shown(view: OrderView) -> list[str]:
    ids = {item.text: item.id for item in view.question.items}
    return [ids[made.handle.words()] for made in view.rows()]


# ── mouse


def answer_with_mouse(me: Person) -> None:
    """Answer the question on the page rightly without a key, except to fill in blanks."""
    panel = me.quiz.panel
    assert panel is not None
    view, answer = panel.view, wanted(panel.question)
    if isinstance(view, OptionsView):
        for part in _chosen_parts(answer):
            me.point_at(view.rows()[part])
    elif isinstance(view, FillInView):
        for blank, field in view.fields().items():
            me.point_at(field)
            me.type_words(answer[blank])
    elif isinstance(view, OrderView):
        if _order_shown(view) == answer:
            me.point_at(view.keep_button())
        for place, item in enumerate(answer):
            for _step in range(_order_shown(view).index(item) - place):
                made = view.rows()[_order_shown(view).index(item)]
                me.point_at(made.up)
    elif isinstance(view, MatchView):
        for pair, left in view.lefts().items():
            me.point_at(left)
            me.point_at(view.rights()[answer[pair]])
    elif isinstance(view, CategoriseView):
        for card, picker in view.pickers().items():
            me.point_at(picker.cells()[answer[card]])
    else:
        raise AssertionError(f"nobody knows how to answer {type(view).__name__}")
