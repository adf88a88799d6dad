"""识链 (Shilian): learn to take part safely in shopping help groups, offline."""

__version__ = "0.1.0"
