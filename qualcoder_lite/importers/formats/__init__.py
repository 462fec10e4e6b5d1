"""Transcripts in every form they come in: bytes of a file in, its words and what it says of itself out."""
