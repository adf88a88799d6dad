"""The part of the walk that plays with links: every kind of message, trick, verdict and answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from app.links.levels import HandRound, Level
from app.links.score import Truth
from app.ui.application import Application
from app.ui.pages.lens import LensPage
from app.ui.pages.lesson import LessonPage
from app.ui.pages.official import OfficialPage
from app.ui.route import Route
from app.ui.steps.link_game import LinkGameView
from app.ui.tour.robot import Robot

_KEYS: dict[Truth, Qt.Key] = {
    "genuine": Qt.Key.Key_J,
    "fake": Qt.Key.Key_F,
    "cannot_tell": Qt.Key.Key_Space,
}
_LONGEST = 60  # rounds
_PASTED = (
    "https://mobile.yangkeduo.com.hd99.example/zl?u=88 "
    "https://mobile.yangkeduo.com/goods.html?goods_id=123456789 "
    "https://p\u0131nduoduo.example/a https://t.cn/DEMO0001 "
    "https://pin\u200bduo.hd66.example/ #小程序://乐拼集助力/DEMO0002"
)


_UNLISTED = "https://pinduoduo.hd88.example/zl?u=1"


class LinkWalk:
    """`shot` takes a picture; each kind of thing is taken once."""

    def __init__(self, shot: Callable[[str], None]) -> None:
        self._shot = shot
        self._taken: set[str] = set()

    def whole(self, app: Application, robot: Robot) -> None:
        """The list of levels, all levels, the lens and the results."""
        self._go(app, "links")
        for number, level in enumerate(app.learner.links.levels.levels):
            app.window.go(Route("game", detail=f"level:{level.id}"))
            page = app.window.page
            assert isinstance(page, LessonPage)
            self._level(page, robot, level, is_whole=number == 0)
        self._go(app, "links", "links-later")
        self._go(app, "results")
        self._lens(app)
        self._official(app)

    def narrow(self, app: Application, robot: Robot) -> None:
        """A round and its explanation in a narrow window."""
        app.window.go(Route("game", detail="free"))
        page = app.window.page
        assert isinstance(page, LessonPage)
        page.view.press_primary()
        self._shot("narrow-game")
        self._round(page.view, robot, is_right=True)
        self._shot("narrow-game-told")

    def lesson_step(self, page: LessonPage, name: str) -> None:
        """A lesson's own game, to its end."""
        view = page.view
        assert isinstance(view, LinkGameView)
        view.press_primary()
        self._shot(f"{name}-round")
        robot = Robot(page.window())
        for number in range(_LONGEST):
            if view.is_over:
                break
            self._round(view, robot, is_right=number % 4 != 3)
            if number == 0:
                self._shot(f"{name}-told")
            view.press_primary()
            robot.settle()
        self._shot(f"{name}-over")

    # ── one level

    def _level(self, page: LessonPage, robot: Robot, level: Level, *, is_whole: bool) -> None:
        view = page.view
        assert isinstance(view, LinkGameView)
        if is_whole:
            self._shot("game-intro")
        view.press_primary()
        robot.settle()
        for number in range(_LONGEST):
            if view.is_over or (not is_whole and self._has_all(level)):
                break
            one = view.open_round
            assert one is not None
            kind = one.carrier if isinstance(one, HandRound) else one.kind
            is_right = number % 5 != 4
            self._once(f"game-message-{kind}-{level.judge}")
            if kind == "qr":
                robot.key(Qt.Key.Key_S)
                self._once("game-scanned")
            self._round(view, robot, is_right=is_right)
            said = "right" if is_right else "wrong"
            self._once(f"game-told-{level.judge}-{one.truth}-{said}")
            if one.trick:
                self._once(f"game-trick-{one.trick}")
            view.press_primary()
            robot.settle()
        if is_whole:
            self._shot("game-over")

    def _has_all(self, level: Level) -> bool:
        """Every trick of the level has been seen, or is one that few rounds have."""
        return all(f"game-trick-{name}" in self._taken for name in level.tricks)

    def _round(self, view: object, robot: Robot, *, is_right: bool) -> None:
        assert isinstance(view, LinkGameView)
        one, question = view.open_round, view.question
        assert one is not None
        assert question is not None
        robot.key(Qt.Key.Key_1)
        others: dict[Truth, Truth] = {"genuine": "fake", "fake": "genuine", "cannot_tell": "fake"}
        robot.key(_KEYS[one.truth if is_right else others[one.truth]])
        if is_right:
            robot.key(Qt.Key.Key_Right)
        self._once("game-chosen")
        view.press_primary()
        robot.settle()

    def _once(self, name: str) -> None:
        if name not in self._taken:
            self._taken.add(name)
            self._shot(name)

    # ── beside the game

    def _go(self, app: Application, page: str, name: str = "") -> None:
        app.window.go(Route(page))
        self._shot(name or page)

    def _official(self, app: Application) -> None:
        """The list, one platform open, and a pasted link that is on nobody's list."""
        self._go(app, "official")
        page = app.window.page
        assert isinstance(page, OfficialPage)
        page.names.open_line(app.learner.links.brands.brands[0].id)
        self._shot("official-open")
        page.names.search.setText(_UNLISTED)
        self._shot("official-nothing")

    def _lens(self, app: Application) -> None:
        self._go(app, "lens")
        page = app.window.page
        assert isinstance(page, LensPage)
        page.take_text(_PASTED)
        page.read_now()
        self._shot("lens-read")
        for number in (1, 2):
            assert page.scroller is not None
            bar = page.scroller.verticalScrollBar()
            bar.setValue(round(bar.maximum() * number / 2))
            self._shot(f"lens-read-{number + 1}")
