"""Looking for words in texts: in a row, whole, or as a pattern that somebody typed."""
