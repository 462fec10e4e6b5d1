"""What speech recognition writes as JSON: Whisper and its relatives, and services that name the speakers.

Known are lists of stretches of speech under “segments”, “utterances”, “chunks”, “monologues” or bare, each with its
words under “text” (or a list of words or elements), its times, and the speaker where the program told voices apart.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from qualcoder_lite.domain.errors import UnreadableFileError
from qualcoder_lite.importers.encodings import decode
from qualcoder_lite.importers.formats.cues import Cue, file_text
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qualcoder_lite.importers.file_text import FileText

_LISTS = ("segments", "utterances", "chunks", "monologues", "results", "transcript", "transcription", "paragraphs")
_WORDS = ("text", "transcript", "sentence", "content", "value", "word")
_SPEAKERS = ("speaker", "speaker_label", "speaker_name", "speakerName", "speaker_id", "speakerId", "name")
_BEGINS = ("start", "start_time", "startTime", "begin", "from", "ts")
_ENDS = ("end", "end_time", "endTime", "to", "end_ts")
_DEPTH = 6  # objects within objects that a list of speech is looked for in
_MOST_CUES = 60_000


def read(data: bytes, name: str) -> FileText:
    """The text of a file that speech recognition wrote.

    Raises:
        UnreadableFileError: It isn't JSON, or no speech is found in it.
    """
    text, guess, encoding = decode(data, name)
    try:
        root: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(
            tr("“{name}” is damaged: it breaks off, or is not the JSON that its name says. Write it anew.", name=name)
        ) from error
    found = _speech(root)
    if len(found) > _MOST_CUES:
        raise UnreadableFileError(tr("“{name}” is too long for one transcript. Split it.", name=name))
    if not any(cue.words.strip() for cue in found):
        raise UnreadableFileError(
            tr(
                "“{name}” holds no speech in a form that is known here. Export it as .vtt, .srt or .txt instead.",
                name=name,
            )
        )
    in_thousandths = _in_milliseconds(found)
    cues = [cue if in_thousandths else _in_seconds(cue) for cue in found]
    return file_text(cues, guesses=(guess,) if guess else (), encoding=encoding)


def _speech(root: object, depth: int = 0) -> list[Cue]:
    """The stretches of speech in the first list that has some."""
    items = cast("list[object]", root) if isinstance(root, list) else []
    cues = [cue for item in items if (cue := _cue(item)) is not None]
    if cues:
        return cues
    if depth >= _DEPTH:
        return []
    for inside in _insides(cast("object", root)):
        cues = _speech(inside, depth + 1)
        if cues:
            return cues
    if isinstance(root, dict):
        whole = _first(cast("dict[str, object]", root), _WORDS)
        return [Cue(whole)] if isinstance(whole, str) and whole.strip() else []
    return []


def _insides(root: object) -> Iterator[object]:
    """What a list of speech may be in, the likeliest first."""
    if isinstance(root, dict):
        entries = cast("dict[str, object]", root)
        yield from (entries[key] for key in _LISTS if key in entries)
        yield from (value for key, value in entries.items() if key not in _LISTS and isinstance(value, (dict, list)))
    elif isinstance(root, list):
        yield from cast("list[object]", root)[:3]


def _cue(item: object) -> Cue | None:
    if not isinstance(item, dict):
        return None
    entry = cast("dict[str, object]", item)
    words = _words(entry)
    if words is None or "word" in entry:  # single words are in their stretches already
        return None
    begins, ends = _number(_first(entry, _BEGINS)), _number(_first(entry, _ENDS))
    stamp = entry.get("timestamp")
    if isinstance(stamp, list) and stamp:
        times = cast("list[object]", stamp)
        begins, ends = _number(times[0]), _number(times[-1])
    return Cue(words, _speaker(entry), begins, ends)


def _words(entry: dict[str, object]) -> str | None:
    words = _first(entry, _WORDS)
    if isinstance(words, str):
        return words
    for key, glue in (("elements", ""), ("words", " ")):
        parts = entry.get(key)
        if isinstance(parts, list):
            said = (
                _first(cast("dict[str, object]", part), _WORDS)
                for part in cast("list[object]", parts)
                if isinstance(part, dict)
            )
            return glue.join(word for word in said if isinstance(word, str))
    return None


def _speaker(entry: dict[str, object]) -> str:
    """The speaker's name; a number becomes “Speaker 1”."""
    speaker = _first(entry, _SPEAKERS)
    if isinstance(speaker, dict):
        speaker = _first(cast("dict[str, object]", speaker), ("name", "label", "id"))
    if isinstance(speaker, bool) or speaker is None:
        return ""
    if isinstance(speaker, int):
        return f"Speaker {speaker}"
    said = " ".join(str(speaker).split())[:100]
    if said.upper().startswith("SPEAKER_"):
        return f"Speaker {said[8:]}"
    return f"Speaker {said}" if len(said) == 1 else said


def _first(entry: dict[str, object], keys: tuple[str, ...]) -> object:
    return next((entry[key] for key in keys if entry.get(key) is not None), None)


def _number(value: object) -> int | None:
    """A time as whole thousandths of its unit, which `_in_milliseconds` tells apart later."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return round(number * 1000) if 0 <= number < 1e9 else None


def _in_milliseconds(cues: list[Cue]) -> bool:
    """Whether times are in seconds: then their thousandths are milliseconds already."""
    longest = max((cue.ends or cue.begins or 0 for cue in cues), default=0) / 1000
    words = sum(len(cue.words.split()) for cue in cues)
    # Nobody speaks fewer than two words in a hundred seconds for a whole interview: those were milliseconds.
    return longest < 600 or words > longest / 50


def _in_seconds(cue: Cue) -> Cue:
    return cue._replace(
        begins=None if cue.begins is None else cue.begins // 1000, ends=None if cue.ends is None else cue.ends // 1000
    )
