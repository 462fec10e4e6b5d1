"""Copies of a project: cut for one coder, worked on apart, brought together again."""
