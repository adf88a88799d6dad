"""One view per step type, joined in one table."""
