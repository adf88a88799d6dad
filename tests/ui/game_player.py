"""Somebody who plays with links: knows what is true of each round, and answers as told."""

from __future__ import annotations

from app.links.score import Truth
from app.ui.game.glass import Glass
from app.ui.game.question import Question
from app.ui.route import Route
from app.ui.steps.link_game import LinkGameView
from tests.ui.person import Key, Person

KEYS: dict[Truth, Key] = {
    "genuine": Key.Key_J,
    "fake": Key.Key_F,
    "cannot_tell": Key.Key_Space,
}
OTHER: dict[Truth, Truth] = {"genuine": "fake", "fake": "genuine", "cannot_tell": "fake"}


def enter(me: Person, detail: str) -> LinkGameView:
    """Open a task as its button would."""
    me.app.window.go(Route("game", detail=detail))
    me.settle()
    return view(me)


def view(me: Person) -> LinkGameView:
    """The game on the screen."""
    shown = me.lesson_page.view
    assert isinstance(shown, LinkGameView)
    return shown


def question(me: Person) -> Question:
    """The open round."""
    shown = view(me).question
    assert shown is not None
    return shown


def glass(me: Person) -> Glass:
    """The magnifier on the open round's link; a code is scanned first."""
    if not question(me).is_scanned:
        me.key(Key.Key_S)
    shown = question(me).glass
    assert shown is not None
    return shown


def truth(me: Person) -> Truth:
    """What is true of the open round."""
    one = view(me).open_round
    assert one is not None
    return one.truth


def answer(me: Person, *, rightly: bool = True) -> None:
    """Answer the open round by keyboard, pointing at the owner first if there is one."""
    now = view(me).open_round
    assert now is not None
    if not question(me).is_scanned:
        me.key(Key.Key_S)
    shown = question(me).glass
    if shown is not None and shown.help_button is not None:
        names = shown.magnifier.names
        owner = next((n for n, (piece, _w) in enumerate(names, 1) if piece.is_owner), 0)
        if 0 < owner <= 9:
            me.key(Key(Key.Key_0 + owner))
    me.key(KEYS[now.truth if rightly else OTHER[now.truth]])
    if rightly and now.truth != "cannot_tell":
        for _press in range(4):
            me.key(Key.Key_Right)
    me.key(Key.Key_Return)


def play_on(me: Person, rounds: int, *, rightly: bool = True) -> None:
    """Answer some rounds and go on from each explanation."""
    for _round in range(rounds):
        answer(me, rightly=rightly)
        me.key(Key.Key_Return)
