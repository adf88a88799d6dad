"""The lesson format, written down once: tables from which reader, schemas and text paths come."""

from __future__ import annotations

from app.content.spec.lesson import COURSE, FORMAT, LESSON, ROOTS
from app.content.spec.paths import text_paths, with_texts

__all__ = ["COURSE", "FORMAT", "LESSON", "ROOTS", "text_paths", "with_texts"]
