"""Subtitles (.vtt and .srt): what is said in their cues, by whom, and when.

Read here rather than by a library: webvtt-py and srt leave out a cue whose time they don't understand, the one without
a word and the other with the cue's text in the log. Whatever is no time, number, note or style is taken for speech.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.formats.cues import Cue, file_text
from qualcoder_lite.importers.speakers.shapes import is_name
from qualcoder_lite.importers.speakers.stamps import milliseconds
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.importers.file_text import FileText

_TIME = r"\d{1,4}(?::\d{1,2}){1,2}(?:[.,]\d{1,6})?"
_TIMES = re.compile(rf"\s*({_TIME})\s*--?>\s*({_TIME})(?:[ \t].*)?")
_HEAD = re.compile(r"\ufeff?\s*WEBVTT(?=\s|\Z)")
_FIRST_CUE = re.compile(rf"\ufeff?\s*(?:\d{{1,6}}\s*\n)?{_TIMES.pattern}\n")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?=\s|\Z)")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)*\s+([^>\n]{1,200})>", re.IGNORECASE)
_TAG = re.compile(
    rf"</?(?:[bicuv]|ruby|rt|lang|font|{_TIME})(?:[.\s][^<>\n]{{0,200}})?>|\{{\\[a-z]+\d*\}}", re.IGNORECASE
)
_MOST_CUES = 60_000
_NAMED_SHARE = 0.6  # of the cues begin with a name, where names have lines of their own


def is_subtitles(text: str) -> bool:
    """Whether a text is one of subtitles, whatever its file is called."""
    start = text[:2_000].replace("\r\n", "\n")
    return bool(_HEAD.match(start) or _FIRST_CUE.match(start))


def read(data: bytes, name: str) -> FileText:
    """The text of a file of subtitles.

    Raises:
        UnreadableFileError: It isn't text, or has no cue.
    """
    text, guess, encoding = decode(data, name)
    return read_text(text, name, guesses=(guess,) if guess else (), encoding=encoding)


def read_text(text: str, name: str, *, guesses: tuple[str, ...] = (), encoding: str = "") -> FileText:
    """The same from the text itself."""
    cues: list[Cue] = []
    for cue in _cues(canonical(text)):
        cues += _voices(cue)
        if len(cues) > _MOST_CUES:
            raise UnreadableFileError(tr("“{name}” is too long for one transcript. Split it.", name=name))
    if not any(cue.speaker for cue in cues):
        cues = _named_by_first_lines(cues)
    if not any(cue.begins is not None for cue in cues):
        raise UnreadableFileError(
            tr(
                "“{name}” has no subtitles in it: no line says from when to when something is said. If it is a "
                "plain text, give it a name that ends in .txt.",
                name=name,
            )
        )
    return file_text(cues, guesses=guesses, encoding=encoding)


def _named_by_first_lines(cues: list[Cue]) -> list[Cue]:
    """Cues with their speakers, where each has the speaker's name on a line of its own above the words."""
    halves = [cue.words.strip().partition("\n") for cue in cues]
    names = Counter(first.strip() for first, _, rest in halves if rest and is_name(first.strip(": ")))
    again = {name for name, times in names.items() if times > 1}
    if sum(names[name] for name in again) < len(cues) * _NAMED_SHARE or not again:
        return cues
    return [
        cue._replace(speaker=first.strip(": "), words=rest) if first.strip() in names and rest else cue
        for cue, (first, _, rest) in zip(cues, halves, strict=True)
    ]


def _cues(text: str) -> Iterator[Cue]:
    """The cues of a canonical text; words that no time stands over go with the cue before."""
    is_vtt = bool(_HEAD.match(text))
    begins = ends = None
    words: list[str] = []
    skipping = is_vtt  # the head, up to a blank line
    for line in text.split("\n"):
        times = _TIMES.fullmatch(line)
        if times is not None:
            _drop_name(words)
            yield Cue("\n".join(words), "", begins, ends)
            begins, ends, words, skipping = milliseconds(times[1]), milliseconds(times[2]), [], False
        elif not line.strip():
            skipping = False
            words.append("")
        elif skipping or (is_vtt and (not words or not words[-1]) and _BLOCK.match(line)):
            skipping = True
        else:
            words.append(line)
    yield Cue("\n".join(words), "", begins, ends)


def _drop_name(words: list[str]) -> None:
    """Take away the number or name that stands over a cue's time."""
    if words and words[-1] and (words[-1].strip().isdigit() or len(words) == 1 or not words[-2]):
        words.pop()


def _voices(cue: Cue) -> Iterator[Cue]:
    """A cue for each voice that speaks in one, without tags."""
    places = [(0, 0, ""), *((tag.start(), tag.end(), tag[1].strip()) for tag in _VOICE.finditer(cue.words))]
    for (_, start, speaker), after in zip(places, [*places[1:], (len(cue.words), 0, "")], strict=True):
        words = html.unescape(_TAG.sub("", cue.words[start : after[0]]))
        if words.strip():
            yield cue._replace(words=words, speaker=html.unescape(speaker))
