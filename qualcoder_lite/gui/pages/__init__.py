"""One page for each thing that a person comes to do."""

from __future__ import annotations
