"""Finding words: in transcripts, and in whatever else was written."""
