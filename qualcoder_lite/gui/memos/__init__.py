"""Writing and reading memos, wherever there is something to write about."""
