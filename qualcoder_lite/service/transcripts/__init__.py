"""Transcripts: bringing them in, what is said of them, who speaks in them, what they were asked."""
