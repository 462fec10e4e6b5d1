"""Copies of a project for several people: cut for one coder, and brought together again."""
