"""Replacing names: which forms, in which places, with which key, and then for good.

`forms` the names and what to put in their place · `places` every place in its surroundings · `key_choice` where the key
is kept · `dialog` puts them together · `who_is_who` looks into a key.
"""

from __future__ import annotations

from qualcoder_lite.gui.dialogs.people.names.dialog import replace_names
from qualcoder_lite.gui.dialogs.people.names.who_is_who import show_who_is_who

__all__ = ["replace_names", "show_who_is_who"]
