"""A look is a value: what grows with the text, what moves, which face stands first."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.shell.window import next_scale
from app.ui.theme import tokens
from app.ui.theme.fonts import load_latin_faces, load_text_faces
from app.ui.theme.look import SCALES, Look
from tests.ui.conftest import OpenApp


@pytest.fixture(autouse=True)
def faces(qapp: QApplication) -> None:
    load_text_faces()
    load_latin_faces()


@pytest.mark.parametrize("scale", SCALES)
def test_text_grows_as_asked_and_distances_less(scale: float) -> None:
    look = Look(scale=scale)
    assert look.px("body") == round(15 * scale)
    assert look.font("body").pixelSize() == look.px("body")
    assert look.space(100) == round(100 * (1 + 0.45 * (scale - 1)))
    assert look.icon_px(100) == round(100 * (1 + 0.7 * (scale - 1)))
    assert look.column_px(100) == round(100 * (1 + 0.8 * (scale - 1)))


def test_text_sizes_go_round() -> None:
    seen, scale = [], 1.0
    for _press in SCALES:
        scale = next_scale(scale)
        seen.append(scale)
    assert seen == [1.25, 1.5, 2.0, 1.0]
    assert next_scale(7.0) == 1.25


def test_nothing_moves_for_whoever_wants_no_movement() -> None:
    still = Look(reduced_motion=True)
    assert {still.motion_ms(name) for name in tokens.MOTION_MS} == {0}
    assert Look().motion_ms("base") == 180


def test_a_colour_handed_out_cannot_spoil_the_look() -> None:
    look = Look()
    look.color("brand").setAlphaF(0.1)
    assert look.color("brand").alphaF() == 1.0
    with pytest.raises(KeyError):
        look.color("no such colour")


@pytest.mark.parametrize("dark", [False, True])
def test_the_palette_of_qt_follows(dark: bool) -> None:
    look = Look(dark=dark)
    palette = look.palette()
    assert palette.color(QPalette.ColorRole.Window) == look.color("bg")
    assert palette.color(QPalette.ColorRole.WindowText) == look.color("text")
    assert palette.color(QPalette.ColorRole.Highlight) == look.color("brand")


def test_letters_come_from_the_bundled_faces() -> None:
    assert QFontInfo(Look().font("body")).family() == "Noto Sans SC"
    assert QFontInfo(Look(latin_first=True).font("body")).family() == "Noto Sans"
    assert QFontInfo(Look().font("mono")).family() == "JetBrains Mono"


def test_headings_are_bold_and_the_rest_is_not() -> None:
    look = Look()
    assert look.font("h1").bold()
    assert look.font("strong").bold()
    assert not look.font("body").bold()
    assert not look.font("micro").bold()


@pytest.mark.parametrize(("name", "on"), [("contrast", "on"), ("motion", "off")])
def test_what_is_chosen_in_the_settings_holds(app_in: OpenApp, name: str, on: str) -> None:
    me = app_in(**{name: on})
    look = me.app.window.look
    assert (look.contrast, look.reduced_motion) == (name == "contrast", name == "motion")


def test_choosing_in_the_settings_changes_the_window_at_once(app_in: OpenApp) -> None:
    me = app_in()
    me.keys("")
    from app.ui.route import Route

    me.app.window.go(Route("settings"))
    me.press("Theme: Dark")
    assert me.app.window.look.dark
    assert me.where[0] == "settings"
    me.press("Text size: 150 %")
    assert me.app.window.look.scale == 1.5
    me.press("High contrast: On")
    assert me.app.window.look.contrast
    me.press("Movement: Off")
    assert me.app.window.look.reduced_motion
    assert me.button("Movement: Off").isChecked()
    me.press("Language: 中文")
    assert me.app.language == "zh-CN"
    assert me.where[0] == "settings"
    me.leave()
    me = app_in(language="")
    look = me.app.window.look
    assert (me.app.language, look.dark, look.scale, look.contrast, look.reduced_motion) == (
        "zh-CN",
        True,
        1.5,
        True,
        True,
    )
