"""Passages as they are retrieved, listed, looked at and handed out, and comments on them that come back."""
