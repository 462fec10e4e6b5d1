"""What a person chose about reading, as it is kept."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_lite.gui.reading.reading_settings import LEAST, MOST, LineFocus, ReadingSettings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
NAMES = st.sampled_from([*ReadingSettings.__slots__, "something else"])


def test_what_is_written_is_read_again():
    chosen = ReadingSettings("Verdana", 32, 2.0, 45, "mint", LineFocus.LINES, False, True, True)
    assert ReadingSettings.read(chosen.written()) == chosen


@given(st.dictionaries(NAMES, JSON, max_size=8).map(json.dumps) | st.text(max_size=20))
def test_whatever_stands_in_the_file_the_page_can_be_read(kept):
    read = ReadingSettings.read(kept)
    assert LEAST <= read.points <= MOST
    assert read.line_height >= 1
    assert read.column >= 0
    assert ReadingSettings.read(read.written()) == read
