"""Transcripts with their texts and turns, the questions they were to ask, and other words put into them."""
