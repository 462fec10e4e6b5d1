"""What a project keeps, in the words of the screen: said alike on every page and in every dialog."""

from __future__ import annotations
