"""Codebooks from TOML, from tables, and from other programs for qualitative analysis."""
