"""One file per command; none of them needs a window."""
