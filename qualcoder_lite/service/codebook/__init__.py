"""Codebooks with their codes and groups, changed one by one or as a file says."""
