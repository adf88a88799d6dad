"""Painted figures: each says its numbers to screen readers, and has a table twin."""
