"""One file per question type, joined in `table`."""
