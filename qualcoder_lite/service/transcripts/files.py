"""Files on the way to become transcripts: which there are in a folder, and what each of them holds.

Nothing here needs a project, so all of it may run on a worker's thread.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import UnreadableFileError, UserError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.progress import unwatched
from qualcoder_lite.domain.transcript import count_words
from qualcoder_lite.importers import supported_endings
from qualcoder_lite.service.transcripts.days import day_stated
from qualcoder_lite.service.transcripts.reading import read_files, said_of_files
from qualcoder_lite.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qualcoder_lite.domain.progress import Progress
    from qualcoder_lite.service.transcripts.reading import ImportOptions, ReadFile

# Kinds in which transcripts come but that aren't read: told as such, so that nobody misses them.
_TABLES = (".csv", ".tsv", ".xlsx")
_LIKELY = (".doc", ".pages", ".wps", ".mht")


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A file with what was read from it and its number of words, or the sentence that says why it can't be read.

    `lists_files` is whether it is a table that says something of other files, by name.
    """

    path: Path
    read: ReadFile | None = None
    trouble: str = ""
    words: int = 0
    lists_files: bool = False

    @property
    def part(self) -> str:
        """Which of several transcripts in its file it is."""
        return self.read.text.part if self.read else ""


def readable_endings() -> tuple[str, ...]:
    """The file name endings that can be read as transcripts, lower case, with their dot."""
    return supported_endings()


def known_encodings() -> dict[str, str]:
    """The encodings that a text file may be said to have: Python's name of each, and what people call it."""
    from qualcoder_lite.importers.encodings import ENCODINGS

    return {encoding: tr(name) for encoding, name in ENCODINGS.items()}


def files_in(places: Iterable[Path], progress: Progress = unwatched) -> list[Path]:
    """The files meant by some paths: a file itself, and by name what may be a transcript in a folder or below it.

    Raises:
        UnreadableFileError: A folder can't be opened.
    """
    found: list[Path] = []
    for place in places:
        found += _transcripts_in(place, progress) if place.is_dir() else [place]
    return list(dict.fromkeys(found))


def _transcripts_in(folder: Path, progress: Progress) -> list[Path]:
    found: list[Path] = []
    for inside, folders, names in os.walk(folder, onerror=_say_which):
        progress(0, 0)
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=folded)
        found += [Path(inside, name) for name in sorted(names, key=folded) if _is_transcript(name)]
    return found


def _is_transcript(name: str) -> bool:
    # "~$" begins the notes that Word keeps while a document is open.
    return name.lower().endswith((*supported_endings(), *_LIKELY)) and not name.startswith((".", "~$"))


def _say_which(fault: OSError) -> None:
    raise UnreadableFileError(
        tr("The folder “{filename}” can’t be opened ({why}).", filename=fault.filename, why=fault.strerror)
    ) from fault


def look_at(files: Sequence[tuple[Path, ImportOptions]], progress: Progress = unwatched) -> list[LookedAt]:
    """Read files as transcripts, one after the other; one that can't be read does not stop the others.

    A table that has a whole transcript in each row comes as many times as it has rows.
    """
    looked: list[LookedAt] = []
    for n, (path, options) in enumerate(files):
        progress(n, len(files))
        looked += _looked_at(path, options)
    progress(len(files), len(files))
    return looked


def look_again(files: Sequence[tuple[LookedAt, ImportOptions]], progress: Progress = unwatched) -> list[LookedAt]:
    """Read again what was looked at, each with other options; the answers are in the same order."""
    looked: list[LookedAt] = []
    for n, (before, options) in enumerate(files):
        progress(n, len(files))
        found = _looked_at(before.path, options)
        looked.append(next((one for one in found if one.part == before.part), found[0]))
    progress(len(files), len(files))
    return looked


def _looked_at(path: Path, options: ImportOptions) -> list[LookedAt]:
    try:
        found = read_files(path, options)
    except UserError as fault:
        return [LookedAt(path, trouble=str(fault), lists_files=_lists_files(path))]
    return [LookedAt(path, read, words=count_words(read.text.text)) for read in found]


def _lists_files(path: Path) -> bool:
    """Whether a file that is no transcript is a table of transcripts."""
    if path.suffix.lower() not in _TABLES:
        return False
    try:
        return bool(said_of_files(path))
    except UserError:
        return False


def date_of(read: ReadFile) -> str:
    """The day of the interview as the file itself states it, in ISO form; empty where it doesn't."""
    return day_stated(read.text.metadata.get("date", ""))
