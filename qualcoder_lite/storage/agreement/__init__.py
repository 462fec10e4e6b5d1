"""Rounds of blind coding, where coders differed, and what they decided."""
