"""Tokens become palette, fonts and icons."""
