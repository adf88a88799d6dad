"""One view per question type, joined in one table."""
