"""One view per kind of question."""
