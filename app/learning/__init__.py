"""Answering, grading and what comes next: pure functions and values."""
