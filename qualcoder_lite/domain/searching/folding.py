"""Texts made alike, so that words are found in them however they were typed: positions stay as they were."""

from __future__ import annotations

import unicodedata

# What people type and what a word processor makes of it. Each stands for one character, so positions stay. The last
# three are the only other letters whose small ones are plain.
_ALIKE = [
    *((mark, "'") for mark in "’‘ʼ′"),
    *((mark, '"') for mark in "“”„″"),
    *((dash, "-") for dash in "‐‑‒–—−"),
    *(("ſ", "s"), ("İ", "i"), ("\N{KELVIN SIGN}", "k")),
]


def plainly_small(text: str) -> str:
    """A text with A to Z made small, and no other letter.

    Where there are others, making all of them small takes several times as long.
    """
    return text.lower() if text.isascii() else text.encode().lower().decode()


def alike(text: str) -> str:
    """A text, as long as it was, with one kind of quotation mark and of dash, and plain letters for those like them."""
    # Looking for each is quicker than a table of all; and most texts have plain letters alone then.
    for other, one in _ALIKE:
        text = text.replace(other, one)
    return text


def folded_text(text: str) -> str:
    """A text for comparing, as long as the text itself: alike, and in small letters."""
    return alike(text).lower().replace("ς", "σ")


def indexed_text(text: str) -> str:
    """A text as the index knows it: folded, letters whole, words one blank apart."""
    return unicodedata.normalize("NFC", " ".join(folded_text(text).split()))
