"""How a person likes to work: the choices, with a passage that shows what each does."""

from __future__ import annotations
