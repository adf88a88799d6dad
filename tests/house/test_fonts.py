"""No machine shows empty boxes: the bundled fonts alone, without the system's, have it all."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FONTS = ROOT / "assets/fonts"
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'

ALONE = """
import json, sys
from pathlib import Path
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
before = QFontDatabase.families()
added = [QFontDatabase.addApplicationFont(str(path)) for path in Path("assets/fonts").glob("*.ttf")]
asked = json.load(sys.stdin)
answer = {
    "before": before,
    "added": added,
    "styles": {name: sorted(QFontDatabase.styles(name)) for name in asked["families"]},
}
def face(family, bold):
    font = QFont(family, 20)
    font.setBold(bold)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font
answer["missing"] = {
    f"{family} {bold}": [
        one for one in text if not QRawFont.fromFont(face(family, bold)).supportsCharacter(ord(one))
    ]
    for family, text in asked["families"].items()
    for bold in (False, True)
}
def painted(text):
    label = QLabel(text)
    label.setFont(face("Noto Sans SC", False))
    label.setFixedSize(200, 50)
    picture = label.grab().toImage()
    return bytes(picture.constBits()).hex()
# A character no font has is painted as an empty box.
answer["seen"] = len({painted(text) for text in ("助力", "砍价", "\\ue000\\ue000")})
wide = QFontMetrics(face("JetBrains Mono", False))
texts = ("i", "W", "0", "!=", "->", "ffi")
answer["widths"] = {text: wide.horizontalAdvance(text) for text in texts}
print(json.dumps(answer))
"""


def gb2312_level_1() -> str:
    """The 3,755 most used hanzi, in the order of the standard."""
    return "".join(
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xD8)
        for cell in range(0xA1, 0xFF)
        if (row, cell) < (0xD7, 0xFA)
    )


def words_of_the_app() -> str:
    """Every printable character of the lessons, the catalogue and the code."""
    texts = [
        path.read_text("utf-8")
        for folder, pattern in (("lessons", "*.yaml"), ("assets/locale", "*.po"), ("app", "*.py"))
        for path in (ROOT / folder).rglob(pattern)
        if "links" not in path.parts  # tables of strange letters, told apart by their codes
    ]
    return "".join(sorted({one for text in texts for one in text if one > " "}))


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """What a process finds that has the bundled fonts and no others."""
    empty = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    empty.write_text(NO_FONTS, "utf-8")
    latin = "".join(map(chr, range(0x21, 0x7F)))
    asked = {"families": {"Noto Sans SC": words_of_the_app() + gb2312_level_1()}}
    asked["families"]["Noto Sans"] = latin + "“”‘’—…"
    asked["families"]["JetBrains Mono"] = latin + "аеорсухіοα·—…"
    done = subprocess.run(
        [sys.executable, "-c", ALONE],
        input=json.dumps(asked),
        cwd=ROOT,
        env={**os.environ, "FONTCONFIG_FILE": str(empty), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="only there the system's fonts can be hidden")
def test_the_process_has_no_other_fonts(alone):
    assert not set(alone["before"]) - {"Monospace", "Sans Serif", "Serif"}


def test_each_family_has_a_regular_and_a_bold_face(alone):
    assert len(alone["added"]) == len(list(FONTS.glob("*.ttf")))
    assert -1 not in alone["added"]
    assert set(map(tuple, alone["styles"].values())) == {("Bold", "Regular")}


def test_every_character_of_lessons_and_window_has_a_glyph(alone):
    assert {face: "".join(missing) for face, missing in alone["missing"].items()} == {
        "Noto Sans SC False": "",
        "Noto Sans SC True": "",
        "Noto Sans False": "",
        "Noto Sans True": "",
        "JetBrains Mono False": "",
        "JetBrains Mono True": "",
    }


def test_chinese_is_painted_and_not_as_boxes(alone):
    assert alone["seen"] == 3


def test_in_the_monospaced_face_every_letter_stands_for_itself(alone):
    widths = alone["widths"]
    assert widths["i"] == widths["W"] == widths["0"]
    assert widths["!="] == widths["->"] == 2 * widths["i"]
    assert widths["ffi"] == 3 * widths["i"]


def test_fonts_are_small_and_carry_their_licences():
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 6_000_000
    for path in FONTS.glob("*.ttf"):
        licence = FONTS / f"{path.stem.partition('-')[0]}-LICENSE.txt"
        assert "SIL Open Font License, Version 1.1" in licence.read_text("utf-8")


def test_gb2312_level_1_is_the_whole_of_it():
    assert len(gb2312_level_1()) == 3_755
