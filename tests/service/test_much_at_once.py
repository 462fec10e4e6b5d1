"""Python looks for unused objects again once much was made, whatever came in between."""

from __future__ import annotations

import gc

import pytest

from qualcoder_lite.service.much_at_once import much_at_once


def test_the_search_for_unused_objects_waits_and_goes_on_even_after_a_fault():
    @much_at_once()
    def make_much() -> None:
        assert not gc.isenabled()
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        make_much()
    assert gc.isenabled()


def test_within_itself_it_waits_for_the_outer_one():
    with much_at_once():
        with much_at_once():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
