"""The walk through the real app that writes a picture of every screen."""
