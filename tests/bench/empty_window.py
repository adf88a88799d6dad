"""The floor of every start: an empty window of Home's size, closed once it is painted."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(sys.argv)


class Empty(QWidget):
    """Nothing, 1280 by 800."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        print("painted", flush=True)
        application.quit()


window = Empty()
window.resize(1280, 800)
window.show()
sys.exit(application.exec())
