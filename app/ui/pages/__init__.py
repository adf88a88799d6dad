"""Whole screens: each shows a state and emits intents."""
