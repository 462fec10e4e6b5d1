"""UUIDs as other programs write them."""

from __future__ import annotations

import uuid


def uuid_in(text: str) -> str:
    """The UUID in a text, in the form this program writes: small letters, no braces. Empty where there is none."""
    try:
        return str(uuid.UUID(text.strip().strip("{}")))
    except ValueError:
        return ""
