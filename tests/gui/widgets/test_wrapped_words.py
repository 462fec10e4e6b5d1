"""Words that are painted over several lines fit any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPainter, QPixmap

from qualcoder_lite.gui.theme import Look
from qualcoder_lite.gui.widgets.wrapped_words import ForWidths, WrappedWords, cut_to_lines

if TYPE_CHECKING:
    from qualcoder_lite.gui.theme import Theme

pytestmark = pytest.mark.usefixtures("theme")


@settings(max_examples=60)
@given(words=st.text(max_size=80), width=st.integers(-5, 400), underlined=st.integers(-1, 90))
def test_any_words_wrap_to_any_width(words: str, width: int, underlined: int) -> None:
    wrapped = WrappedWords(words, Look().font("body"), width, underlined=underlined)
    picture = QPixmap(200, 200)
    painter = QPainter(picture)
    wrapped.paint(painter, 0, 0, QColor("black"))
    painter.end()
    assert wrapped.lines >= 1
    assert wrapped.height > 0


def test_narrow_words_take_more_lines(theme: Theme) -> None:
    font = theme.look.font("body")
    words = "Staying as well as you can be"
    assert WrappedWords(words, font, 80).lines > WrappedWords(words, font, 400).lines == 1


@pytest.mark.parametrize("width", [60, 130, 195, 260, 1000])
@pytest.mark.parametrize("words", ["is an older Word document. Open it in Word or LibreOffice", "x" * 300, "", "one"])
def test_words_take_no_more_lines_than_there_is_room_for(theme: Theme, words: str, width: float) -> None:
    assert cut_to_lines(words, 2, theme.look.font("small"), width).lines <= 2


def test_what_is_made_for_a_width_is_made_once_until_it_is_cleared() -> None:
    asked: list[int] = []

    def make(width: int) -> int:
        asked.append(width)
        return width * 2

    made = ForWidths(make)
    assert [made[width] for width in (10, 20, 10)] == [20, 40, 20]
    made.clear()
    assert made[10] == 20
    assert asked == [10, 20, 10]
