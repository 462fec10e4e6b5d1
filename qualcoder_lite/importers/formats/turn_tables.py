"""Tables as transcripts (.csv, .tsv, .xlsx): a row a turn, or a whole transcript in a cell.

A table with a column of speakers has a turn in each row. One without has a transcript in each row where its cells are
long; what else the row says (site, participant, client group, date) is kept as that transcript's own.
"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from qualcoder_lite.domain.errors import TableError, UnreadableFileError, listed
from qualcoder_lite.importers.file_text import FileText, Mark
from qualcoder_lite.importers.formats.cues import Cue
from qualcoder_lite.importers.speakers.stamps import milliseconds, stamp_alone
from qualcoder_lite.importers.tables.files import column_key, rows_of
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SPEAKERS = (
    *("speaker", "speakers", "who", "name", "speakername", "speakerlabel", "speakerid", "person", "label", "role"),
    *("interviewee", "talker", "by", "participant"),
)
_WORDS = (
    *("text", "speech", "words", "utterance", "said", "whatwassaid", "content", "transcript", "transcription"),
    *("sentence", "turn", "response", "answer", "message", "comment", "dialogue", "interview"),
)
_TIMES = ("timestamp", "time", "start", "starttime", "begin", "timecode", "in", "from")
_ENDS = ("end", "endtime", "out", "to")
_ABOUT = {"site": "site", "participant": "participant", "clientgroup": "client_group", "date": "date", "title": "title"}
_TITLES = ("title", "file", "filename", "id", "interviewid", "participantid", "participant", "name", "respondent")
_OF_PEOPLE = tr_later("“{name}” is a table of participants, not a transcript. Take it in on the page People.")
_OF_SITES = tr_later("“{name}” is a table of sites, not a transcript. Take it in on the page Sites.")
_OTHER_TABLES = (
    (
        frozenset({"code", "coder"}),
        tr_later("“{name}” is a table of codings, not a transcript. Take it in with the command “code --from”."),
    ),
    (
        frozenset({"file"}),
        tr_later(
            "“{name}” is a table of transcripts to be imported, not a transcript. "
            "It can fill in what is said of each file."
        ),
    ),
    (frozenset({"participant", "respondent"}), _OF_PEOPLE),
    (frozenset({"participant", "quoteconsent"}), _OF_PEOPLE),
    (frozenset({"site", "continuum"}), _OF_SITES),
    (frozenset({"site", "setting"}), _OF_SITES),
)
_LONG_CELL, _MANY_LINES = 200, 4  # characters and lines; half of the cells having more: whole transcripts
_MOST_TRANSCRIPTS = 1_000
_FEWEST_TURNS = 2.0  # rows to a speaker, where no column is named
_CLOCK = re.compile(r"(?:\d{4}-\d\d-\d\d[ T])?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?)")


def read_all(data: bytes, name: str) -> list[FileText]:
    """The transcripts in a table.

    Raises:
        UnreadableFileError: It isn't a table, or no column holds what was said.
    """
    try:
        rows, guess = rows_of(data, name)
    except TableError as error:
        told = tr("“{name}” can’t be read as a table. {why}", name=name, why=error)
        raise UnreadableFileError(told) from error
    filled = [row for row in rows if any(row)]
    if not filled:
        raise UnreadableFileError(tr("“{name}” has nothing in it.", name=name))
    guesses = (guess,) if guess else ()
    columns = [column_key(cell) for cell in filled[0]]
    _refuse_other_tables(columns, name)
    words = _column(columns, _WORDS)
    if words is None:
        return [_nameless(filled, name, guesses)]
    speaker = _column(columns, _SPEAKERS, but=words)
    body = filled[1:]
    if not body:
        raise UnreadableFileError(tr("“{name}” has column names but no rows under them.", name=name))
    if _are_transcripts(body, words, speaker, columns):
        return _transcripts(body, columns, words, guesses, name)
    return [_turns(body, filled[0], words, speaker, guesses)]


def _refuse_other_tables(columns: Sequence[str], name: str) -> None:
    """Say of a table that belongs to the project's other tables what it is, and where it is taken in."""
    present = set(columns)
    for needed, told in _OTHER_TABLES:
        if needed <= present:
            raise UnreadableFileError(tr(told, name=name))


def _column(columns: Sequence[str], names: Sequence[str], but: int | None = None) -> int | None:
    """The first column with one of these names, the likeliest name first."""
    return next((at for wanted in names for at, column in enumerate(columns) if column == wanted and at != but), None)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _are_transcripts(rows: Sequence[Sequence[str]], words: int, speaker: int | None, columns: Sequence[str]) -> bool:
    """Whether each row is a whole transcript: long cells or cells of many lines, and no speaker who comes again."""
    cells = [_cell(row, words) for row in rows if _cell(row, words)]
    if not cells:
        return False
    lines = median(len(cell.splitlines()) for cell in cells)
    if median(map(len, cells)) < _LONG_CELL and lines < _MANY_LINES:
        return False
    if speaker is None:
        return True
    names = [_cell(row, speaker) for row in rows]
    return columns[speaker] in {"participant", "name", "interviewee"} and len(set(names)) == len(names)


def _turns(
    rows: Sequence[Sequence[str]], named: Sequence[str], words: int, speaker: int | None, guesses: tuple[str, ...]
) -> FileText:
    """One transcript, a turn a row; a row without a speaker goes on with the one before."""
    columns = [column_key(name) for name in named]
    begins, ends = _column(columns, _TIMES, but=words), _column(columns, _ENDS, but=words)
    cues: list[Cue] = []
    last = ""
    for row in rows:
        last = _cell(row, speaker).rstrip(": ") or last
        cues.append(Cue(_cell(row, words), last, _time(_cell(row, begins)), _time(_cell(row, ends))))
    known = {column for column in (words, speaker, begins, ends) if column is not None}
    others = [column for at, column in enumerate(named) if column and at not in known]
    left_out = (tr("These columns were left out: {columns}.", columns=listed(others, "and")),) if others else ()
    return _by_rows(cues, (*guesses, *left_out))


def _by_rows(cues: Sequence[Cue], guesses: tuple[str, ...]) -> FileText:
    """Turns as the rows have them: each row a paragraph, a new turn where the speaker changes or a name is repeated."""
    pieces: list[str] = []
    marks: list[Mark] = []
    times: dict[int, int] = {}
    at, last = 0, ""
    for cue in cues:
        if not cue.words.strip():
            continue
        speaker = " ".join(cue.speaker.split())
        label = f"{speaker}: " if speaker and speaker != last else ""
        if label:
            marks.append(Mark(at, at + len(label), speaker))
        if cue.begins is not None and (label or not speaker):
            times[at] = cue.begins
        pieces.append(label + cue.words.strip())
        at += len(pieces[-1]) + 1
        last = speaker or last
    return FileText(text="\n".join(pieces), guesses=guesses, marks=tuple(marks), times=times)


def _transcripts(
    rows: Sequence[Sequence[str]], columns: Sequence[str], words: int, guesses: tuple[str, ...], name: str
) -> list[FileText]:
    if len(rows) > _MOST_TRANSCRIPTS:
        raise UnreadableFileError(
            tr(
                "“{name}” has more than {most:,} transcripts. Split it.",
                name=name,
                most=_MOST_TRANSCRIPTS,
            )
        )
    title = _column(columns, _TITLES, but=words)
    found: list[FileText] = []
    for number, row in enumerate(rows, start=2):
        text = _cell(row, words)
        if not text.strip():
            continue
        about: Mapping[str, str] = {
            _ABOUT[column]: _cell(row, at) for at, column in enumerate(columns) if column in _ABOUT and _cell(row, at)
        }
        found.append(
            FileText(
                text=text,
                title=about.get("title") or _cell(row, title),
                metadata=about,
                guesses=guesses,
                part=f"row {number}",
            )
        )
    return found


def _nameless(rows: Sequence[Sequence[str]], name: str, guesses: tuple[str, ...]) -> FileText:
    """A table without column names: the speakers are those that come again, the words are in the longest column."""
    width = max(map(len, rows))
    sizes = [sum(len(_cell(row, at)) for row in rows) for at in range(width)]
    again = [at for at in range(width) if _comes_again(rows, at)]
    words = max([at for at in range(width) if at not in again] or range(width), key=sizes.__getitem__)
    speakers = [at for at in again if at != words]
    if width > 1 and not speakers:
        raise UnreadableFileError(
            tr(
                "“{name}” has no column that is called “text” or “speech”. Name the columns in its first row: "
                "“speaker” and “text” for a turn in each row, or “participant” and “transcript” for a "
                "transcript in each cell.",
                name=name,
            )
        )
    speaker = speakers[0] if speakers else None
    times = next((at for at in range(width) if at not in (words, speaker) and _are_times(rows, at)), None)
    cues: list[Cue] = []
    last = ""
    for row in rows:
        last = _cell(row, speaker).rstrip(": ") or last
        cues.append(Cue(_cell(row, words), last, _time(_cell(row, times))))
    said = tr("The columns have no names that are known; speakers and speech were told by what is in them.")
    return _by_rows(cues, (*guesses, said) if width > 1 else guesses)


def _comes_again(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Whether a column holds a few short names again and again."""
    cells = [_cell(row, column) for row in rows if _cell(row, column)]
    short = all(len(cell) <= 60 and any(map(str.isalpha, cell)) for cell in cells)
    return bool(cells) and short and len(cells) >= _FEWEST_TURNS * len(set(cells))


def _are_times(rows: Sequence[Sequence[str]], column: int) -> bool:
    cells = [_cell(row, column) for row in rows if _cell(row, column)]
    return bool(cells) and all(stamp_alone(cell) is not None for cell in cells)


def _time(cell: str) -> int | None:
    """A time in milliseconds: written as a clock has it, or as seconds."""
    match = _CLOCK.fullmatch(cell.strip("[]() "))
    if match:
        return milliseconds(match[1][:12])
    try:
        seconds = float(cell)
    except ValueError:
        return None
    return round(seconds * 1000) if 0 <= seconds < 1e6 else None
