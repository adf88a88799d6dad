"""The colours can be read: contrast computed anew from the tokens, by WCAG 2.2's formula."""

from __future__ import annotations

import re

import pytest

from app.ui.theme import tokens
from app.ui.theme.look import Look
from app.ui.widgets.chat import _FACES

BODY, TEXT, EDGE = 7.0, 4.5, 3.0

# (ink, ground, least contrast)
PAIRS = [
    *(("text", ground, BODY) for ground in ("bg", "surface", "surface2", "chat_bg", "chat_me")),
    *(("text", ground, BODY) for ground in ("ok_soft", "bad_soft", "warn_soft", "info_soft")),
    *(("text", ground, BODY) for ground in ("brand_soft", "honey_soft")),
    *(("text2", ground, TEXT) for ground in ("bg", "surface", "surface2", "chat_bg")),
    *(("text3", ground, TEXT) for ground in ("bg", "surface", "surface2", "chat_bg")),
    *((tone, f"{tone}_soft", TEXT) for tone in ("ok", "bad", "warn", "info", "brand")),
    *((tone, "surface", TEXT) for tone in ("ok", "bad", "warn", "info", "brand")),
    ("honey_text", "honey_soft", TEXT),
    ("on_brand", "brand", TEXT),
    ("on_brand", "brand_hover", TEXT),
    ("on_brand", "brand_press", TEXT),
    ("on_ink", "ink", BODY),
    ("ink", "on_ink", BODY),
    ("ink", "ink_hover", BODY),
    ("url_sub", "sub_soft", TEXT),
    ("url_reg", "url_reg_bg", BODY),
    ("border_strong", "bg", EDGE),
    ("border_strong", "surface", EDGE),
    ("border_strong", "surface2", EDGE),
    ("focus", "bg", EDGE),
    ("focus", "surface", EDGE),
    ("brand", "surface3", EDGE),
]
LOOKS = [Look(dark=dark, contrast=contrast) for dark in (False, True) for contrast in (False, True)]


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2, definition): 0 for black, 1 for white."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1…21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: str(look.key()))
def test_everything_can_be_read(look: Look) -> None:
    weak = {
        (ink, ground): round(contrast(look.hex(ink), look.hex(ground)), 2)
        for ink, ground, least in PAIRS
        if contrast(look.hex(ink), look.hex(ground)) < least
    }
    assert weak == {}


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_higher(dark: bool) -> None:
    plain, high = Look(dark=dark), Look(dark=dark, contrast=True)
    for ink in ("text2", "text3"):
        before = contrast(plain.hex(ink), plain.hex("surface"))
        after = contrast(high.hex(ink), high.hex("surface"))
        assert after > before
        assert after >= BODY
    assert contrast(high.hex("border"), high.hex("surface")) >= EDGE


@pytest.mark.parametrize("face", _FACES)
def test_a_letter_on_a_face_can_be_read(face: str) -> None:
    assert contrast("#FFFFFF", face) >= TEXT


def test_both_themes_have_the_same_colours_and_all_are_colours() -> None:
    assert tokens.LIGHT.keys() == tokens.DARK.keys()
    for color in (*tokens.LIGHT.values(), *tokens.DARK.values()):
        assert re.fullmatch(r"#[0-9A-F]{6}", color)


def test_targets_are_large_enough() -> None:
    assert tokens.TARGET_PX["min"] >= 24  # WCAG 2.2, 2.5.8
    assert tokens.TARGET_PX["comfortable"] >= 44
