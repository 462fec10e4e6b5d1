"""Codebooks with their codes, groups and history."""
