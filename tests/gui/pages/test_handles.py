"""What choices ask for things by."""

from __future__ import annotations

from qualcoder_lite.gui.pages.handles import handles


def test_a_name_asks_for_a_thing_unless_two_have_it():
    assert handles([("1", "Choice"), ("2", "Trust"), ("3", "trust")]) == {"1": "Choice", "2": "2", "3": "3"}
