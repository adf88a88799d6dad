"""Plain lines of text above and between the parts of a question."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from app.ui.theme.look import Look
from app.ui.widgets.labels import Label


def paragraph(look: Look, text: str, role: str = "small", color: str = "text2") -> Label:
    """A wrapping label that is never higher than its words need.

    A label's own guess assumes a narrow column. Taken as a least height it would leave
    an empty strip below each question, so here it is only a wish.
    """
    label = Label(look, text, role, color, wraps=True)
    policy = label.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    label.setSizePolicy(policy)
    return label
