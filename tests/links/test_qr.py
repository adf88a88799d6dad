"""QR codes are the real thing: what is made is read, and so is what others make."""

from __future__ import annotations

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from app.links.qr import QUIET, modules_of, read_codes

URL = "https://pin.lepinji.example/goods.html?id=7"


def painted(modules, scale: int = 4, quiet: int = QUIET) -> tuple[bytes, int, int]:
    """A code as grey bytes, each module `scale` pixels wide."""
    side = (len(modules) + 2 * quiet) * scale
    rows = []
    for y in range(side):
        row = bytearray(b"\xff" * side)
        my = y // scale - quiet
        if 0 <= my < len(modules):
            for mx, dark in enumerate(modules[my]):
                if dark:
                    start = (mx + quiet) * scale
                    row[start : start + scale] = bytes(scale)
        rows.append(bytes(row))
    return b"".join(rows), side, side


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_what_is_made_is_read(text):
    text = text[:200].strip()
    if text:
        assert read_codes(*painted(modules_of(text))) == (text,)


def test_another_maker_needs_as_many_modules_and_puts_the_same_marks_into_the_corners():
    ours = modules_of(URL)
    theirs = segno.make(URL, error="m", boost_error=False, micro=False).matrix
    assert len(ours) == len(theirs)
    for row in range(8):
        assert ours[row][:8] == tuple(map(bool, theirs[row][:8]))
        assert ours[row][-8:] == tuple(map(bool, theirs[row][-8:]))
        assert ours[-1 - row][:8] == tuple(map(bool, theirs[-1 - row][:8]))


def test_another_makers_code_is_read():
    code = segno.make(URL, error="q")
    assert read_codes(*painted([list(map(bool, row)) for row in code.matrix])) == (URL,)


def test_a_picture_without_a_code_gives_nothing():
    assert read_codes(bytes(64 * 64), 64, 64) == ()


def test_a_damaged_code_is_left_out():
    grey, width, height = painted(modules_of(URL))
    half = len(grey) // 2
    assert read_codes(b"\xff" * half + grey[half:], width, height) == ()


def test_a_text_too_long_for_any_code_is_refused():
    with pytest.raises(ValueError, match=r"\w"):
        modules_of("x" * 8_000)
