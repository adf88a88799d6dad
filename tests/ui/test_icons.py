"""Every icon is a drawing on its grid, and every icon a file names exists."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app import paths
from app.ui.theme.icons import ICONS, icon, icon_path, paint_icon, pixmap
from app.ui.theme.look import Look

UI = paths.built_in_course().parent / "app" / "ui"


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_icon_parses_and_stays_on_its_grid(name: str) -> None:
    box = icon_path(name).boundingRect()
    assert QRectF(0, 0, 24, 24).contains(box)
    assert max(box.width(), box.height()) >= 8


@pytest.mark.parametrize("name", sorted(ICONS))
def test_an_icon_can_be_seen(name: str, qapp: QApplication) -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_icon(painter, name, QRectF(0, 0, 48, 48), QColor("black"))
    painter.end()
    dark = sum(
        image.pixelColor(x, y).lightness() < 128 for x in range(0, 48, 2) for y in range(0, 48, 2)
    )
    assert dark > 5


def test_no_two_icons_are_the_same() -> None:
    assert len(set(ICONS.values())) == len(ICONS)


def test_every_icon_that_is_named_exists() -> None:
    named: set[str] = set()
    for file in UI.rglob("*.py"):
        source = file.read_text(encoding="utf-8")
        named |= set(re.findall(r'(?:icon|leading_icon|trailing_icon)="([a-z-]+)"', source))
        named |= set(re.findall(r'IconLabel\(look, "([a-z-]+)"', source))
        named |= set(re.findall(r'paint_icon\(painter, "([a-z-]+)"', source))
    assert len(named) > 10
    assert named <= ICONS.keys()


def test_a_pixmap_is_sharp_on_a_fine_screen(qapp: QApplication) -> None:
    look = Look(scale=1.5)
    picture = pixmap(look, "home", "text", 20, 2.0)
    assert picture.width() == 2 * look.icon_px(20)
    assert picture.devicePixelRatio() == 2.0
    assert not icon(look, "home").isNull()
