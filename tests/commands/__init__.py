"""The command line: what a teacher or a script sees."""
