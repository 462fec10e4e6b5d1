"""Cues: short stretches of speech with their time, as subtitles and transcribing programs give them; made into turns.

The text has one paragraph for what one speaker says without a long pause, under “Name: ” where the name is known. The
times stay out of the text: they are the turns' time stamps.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from qualcoder_lite.domain.transcript import canonical
from qualcoder_lite.importers.file_text import FileText, Mark
from qualcoder_lite.importers.speakers.labels import Form, label_at
from qualcoder_lite.importers.speakers.shapes import is_name, is_telling

if TYPE_CHECKING:
    from collections.abc import Iterable

_PAUSE = 3_000  # milliseconds between two cues that begin a new paragraph
_LONG = 700  # characters after which a paragraph ends at the next full stop
_LONGEST = 5_000  # characters after which it ends anyhow
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*$")
_OPENER = re.compile(r"\s*(?:>>|[-–—]\s|\[)")
_BLANKS = re.compile(r"\s+")


class Cue(NamedTuple):
    """One stretch of speech; times in milliseconds, None where they aren't known; `speaker` is empty if unnamed."""

    words: str
    speaker: str = ""
    begins: int | None = None
    ends: int | None = None


def file_text(cues: Iterable[Cue], *, guesses: tuple[str, ...] = (), title: str = "", encoding: str = "") -> FileText:
    """The text of some cues, with its turns where all speakers are named, else with the times of its lines."""
    paragraphs = _paragraphs(cues)
    named = any(cue.speaker for cue in paragraphs)
    pieces: list[str] = []
    marks: list[Mark] = []
    times: dict[int, int] = {}
    at, last = 0, ""
    for cue in paragraphs:
        label = f"{cue.speaker}: " if cue.speaker and cue.speaker != last else ""
        if label:
            marks.append(Mark(at, at + len(label), cue.speaker))
        if cue.begins is not None and (label or not named):
            times[at] = cue.begins
        pieces.append(label + cue.words)
        at += len(pieces[-1]) + 1
        last = cue.speaker or last
    return FileText(
        text="\n".join(pieces), title=title, guesses=guesses, marks=tuple(marks), times=times, encoding=encoding
    )


def _paragraphs(cues: Iterable[Cue]) -> list[Cue]:
    """Cues that belong together made one."""
    together: list[list[Cue]] = []
    length = 0
    for raw in cues:
        cue = raw._replace(
            words=_BLANKS.sub(" ", canonical(raw.words)).strip(), speaker=" ".join(canonical(raw.speaker).split())
        )
        if not cue.words:
            continue
        if together and _goes_on(together[-1][-1], cue, length):
            together[-1].append(cue)
            length += len(cue.words)
        else:
            together.append([cue])
            length = len(cue.words)
    return [cues[0]._replace(words=" ".join(cue.words for cue in cues)) for cues in together]


def _goes_on(before: Cue, cue: Cue, length: int) -> bool:
    """Whether a cue goes on in the paragraph that ends with the one before, and has so many characters."""
    if cue.speaker != before.speaker or length > _LONGEST:
        return False
    if _SENTENCE_END.search(before.words):
        since = before.ends if before.ends is not None else before.begins
        pauses = since is not None and cue.begins is not None and cue.begins - since >= _PAUSE
        if pauses or length > _LONG:
            return False
    return bool(cue.speaker) or not _opens(cue.words)


def _opens(words: str) -> bool:
    """Whether words that nobody is named for begin as a turn does."""
    if _OPENER.match(words):
        return True
    label = label_at(words, 0, len(words))
    return label is not None and label.form is Form.COLON and (is_name(label.words) or is_telling(label.words))
