"""Memos: written, listed, searched, handed out."""
