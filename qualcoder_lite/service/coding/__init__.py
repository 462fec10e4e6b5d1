"""Coding: who codes, what they put on passages, how far they have come, and where it is used."""
