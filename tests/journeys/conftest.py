"""Journeys use the app as the tests of the window do."""

from __future__ import annotations

from tests.ui.conftest import app_in, checked_lessons

__all__ = ["app_in", "checked_lessons"]
