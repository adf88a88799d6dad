"""Teachers' files become a checked course."""
