"""The built-in official list, read once for all tests."""

from __future__ import annotations

from functools import lru_cache

from app import paths
from app.content.brand_list import load_brands
from app.links.brands import Brands
from app.links.lens import Lens


@lru_cache(maxsize=1)
def built_in() -> Brands:
    """The list that comes with the app; it has no issues."""
    brands, issues = load_brands(paths.built_in_course())
    assert issues == []
    assert brands is not None
    return brands


@lru_cache(maxsize=1)
def lens() -> Lens:
    """The lens over it."""
    return Lens(built_in())
