"""Steps on the ways of exporting that a project keeps, in words for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def preset_words() -> dict[str, Callable[[dict[str, Any]], str]]:
    """How each verb is told."""
    return {
        "save-preset": lambda f: f"kept a way of exporting as “{f['name']}”",
        "remove-preset": lambda f: f"removed the way of exporting “{f['name']}”",
    }
