"""What a person can do with a project. The window and the command line hold a `Project` and nothing below it."""

from __future__ import annotations
