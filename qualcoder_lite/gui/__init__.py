"""The window: pages, dialogs and widgets over the project facade."""

from __future__ import annotations
