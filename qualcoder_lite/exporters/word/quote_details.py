"""The small line under a quote, which says where to find it again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.extracts.quote_id import quote_id
from qualcoder_lite.domain.series import series
from qualcoder_lite.exporters.word.words import clock
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from qualcoder_lite.domain.extracts.extract import Extract
    from qualcoder_lite.domain.extracts.quote_notes import QuoteNotes

POLARITY_WORDS = {
    Polarity.DELIVERED: tr_later("Delivered"),
    Polarity.NOT_DELIVERED: tr_later("Not delivered"),
    Polarity.MIXED: tr_later("Mixed"),
    Polarity.NOT_STATED: tr_later("Not stated"),
}


class QuoteDetails:
    """The lines of one document. What many of its quotes have in common is put into words once."""

    def __init__(self, *, plain: bool = False) -> None:
        """Nothing is put into words yet; `plain` words are for everybody."""
        self._stand = {
            polarity: tr(words) for polarity, words in POLARITY_WORDS.items() if polarity != Polarity.NOT_STATED
        }
        self._unasked = (
            tr("we have not written down whether we may quote this")
            if plain
            else tr("consent to be quoted not recorded")
        )
        self._source = cache(_source)
        self._turn = cache(_turn)
        self._line = cache(_line)
        self._coded_by = cache(_coded_by)
        self._also = cache(_also)

    def id_alone(self, extract: Extract) -> str:
        """The quote's id, and whether it isn't known that it may be quoted."""
        return _in_a_line([*([self._unasked] if extract.not_asked else []), _id(extract)])

    def whole(self, extract: Extract, notes: QuoteNotes, *, who: bool) -> str:
        """All of it; with `who` also the pseudonym and the line, which tell more than attributions may.

        Never the transcript's title, which may hold a name.
        """
        parts = [self._stand[extract.polarity]] if extract.polarity in self._stand else []
        if who and (extract.participant or notes.source):
            parts.append(extract.participant or self._source(notes.source))
        if extract.turn is not None:
            parts.append(self._turn(extract.turn))
        if who and notes.line:
            parts.append(self._line(notes.line))
        if extract.timestamp is not None:
            parts.append(clock(extract.timestamp))
        parts.append(_id(extract))  # early, where the line has room: it is looked for, and breaks at its hyphen
        if extract.coders:
            parts.append(self._coded_by(extract.coders, notes.settled))
        if notes.also:
            parts.append(self._also(tuple(notes.also)))
        if extract.not_asked:
            parts.append(self._unasked)
        return _in_a_line(parts)


def _id(extract: Extract) -> str:
    return tr("quote {id}", id=quote_id(extract.id))


def _source(number: int) -> str:
    return tr("source {number}", number=number)


def _turn(turn: int) -> str:
    return tr("turn {turn}", turn=turn)


def _line(line: int) -> str:
    return tr("line {line}", line=line)


def _also(codes: tuple[str, ...]) -> str:
    return tr("also coded: {codes}", codes=", ".join(codes))


def _coded_by(coders: tuple[str, ...], settled: bool) -> str:
    names = series(coders)
    return tr("coded by {coders} (settled)", coders=names) if settled else tr("coded by {coders}", coders=names)


def _in_a_line(parts: list[str]) -> str:
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]
