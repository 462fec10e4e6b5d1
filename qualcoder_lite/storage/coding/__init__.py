"""Coders, what they put on passages, and how far each has come."""
