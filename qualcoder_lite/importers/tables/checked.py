"""The tables a project takes in: codings, sites, participants, lists of transcripts; each row checked and typed.

Rows hold names, not ids: what a name stands for in a project is for the service layer to find.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.coding import Polarity
from qualcoder_lite.domain.consent import ConsentSubject
from qualcoder_lite.domain.errors import TableError
from qualcoder_lite.domain.names import folded
from qualcoder_lite.domain.people import CONTINUUM, Consent, FeatureState, Respondent
from qualcoder_lite.domain.transcript import SpeakerRole
from qualcoder_lite.importers.tables.cells import Columns, read_cells
from qualcoder_lite.importers.tables.files import Row, Table, column_key, read_table
from qualcoder_lite.importers.tables.rows import (
    CodingRow,
    ParticipantRow,
    QuestionRow,
    SiteRow,
    TranscriptChangeRow,
    TranscriptRow,
)
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qualcoder_lite.importers.tables.cells import Cells

__all__ = [
    "CodingRow",
    "ParticipantRow",
    "QuestionRow",
    "Row",
    "SiteRow",
    "Table",
    "TranscriptChangeRow",
    "TranscriptRow",
    "read_codings",
    "read_participants",
    "read_schedule",
    "read_sites",
    "read_table",
    "read_transcript_changes",
    "read_transcript_list",
]

_CODINGS = Columns(
    needed=("transcript", "start", "end", "code", "coder"), optional=("polarity", "helped", "hindered", "memo")
)
SOURCE, NOTE = ": source", ": note"
"""What a feature's name is followed by over the columns with the evidence for its state."""

_SITES = Columns(
    needed=("site",),
    optional=("country", "setting", "client_group", "continuum", "years", "level"),
    further=True,
    own=tr_later(
        "A feature of your own comes into the register first: on the page Sites by More, Add a feature; or by "
        "qualcoder-lite sites add-feature PROJECT NAME."
    ),
    beside=(SOURCE, NOTE),
)
_PARTICIPANTS = Columns(
    needed=("participant",),
    optional=(
        "site",
        "client_group",
        "respondent",
        "support_worker_present",
        *(f"{subject}_consent" for subject in ConsentSubject),
        "consent_date",
    ),
    further=True,
)
_TRANSCRIPTS = Columns(
    needed=("file",),
    optional=("participant", "site", "client_group", "date", "done", "speakers", "role", "roles", "again", "title"),
)

_TRANSCRIPT_CHANGES = Columns(needed=("transcript",), optional=("title", "site", "participant", "client_group", "date"))
_SCHEDULE = Columns(needed=("question",), optional=("outcome", "not_asked"))

_POLARITIES = {polarity.replace("_", " "): polarity for polarity in Polarity}
_STATES = {str(state): state for state in FeatureState} | {"not known": FeatureState.UNKNOWN}
_ROLES = {str(role): role for role in SpeakerRole}
_REPEATED = {
    "site": tr_later("row {row} is about the same site; make one row of them"),
    "participant": tr_later("row {row} is about the same participant; make one row of them"),
    "question": tr_later("row {row} is about the same question; make one row of them"),
}
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


def read_codings(path: Path) -> list[CodingRow]:
    """Read a table of codings.

    Raises:
        UnreadableFileError: The file is missing, damaged or no table.
        TableError: A column is missing or unknown, or a cell can't be what its column says.
    """
    return [_coding(cells) for cells in read_cells(read_table(path), _CODINGS)]


def read_sites(path: Path, feature_names: Sequence[str]) -> list[SiteRow]:
    """Read a table of sites.

    Args:
        path: The table.
        feature_names: The register's features with their aliases; each may be a column, and so may the evidence for
            it, headed “NAME: source” and “NAME: note”.

    Raises:
        UnreadableFileError: The file is missing, damaged or no table.
        TableError: A column is missing or unknown, a site is there twice, or a cell can't be what its column says.
    """
    columns = [*feature_names, *(f"{name}{what}" for what in (SOURCE, NOTE) for name in feature_names)]
    rows = [_site(cells, feature_names) for cells in read_cells(read_table(path), _SITES, columns)]
    _refuse_repeats("site", [(row.row, row.site) for row in rows])
    return rows


def read_participants(path: Path) -> list[ParticipantRow]:
    """Read a table of participants; columns that are not known are attributes.

    Raises:
        UnreadableFileError: The file is missing, damaged or no table.
        TableError: A column is missing, a participant is there twice, or a cell can't be what its column says.
    """
    rows = [_participant(cells) for cells in read_cells(read_table(path), _PARTICIPANTS)]
    _refuse_repeats("participant", [(row.row, row.participant) for row in rows])
    return rows


def look_at_participants(path: Path) -> tuple[list[ParticipantRow], list[TableError]]:
    """The same, with what is wrong in each row beside the rows that are right: for a preview.

    Raises:
        UnreadableFileError: The file is missing, damaged or no table.
        TableError: A column is missing.
    """
    rows: list[ParticipantRow] = []
    wrong: list[TableError] = []
    for cells in read_cells(read_table(path), _PARTICIPANTS):
        try:
            row = _participant(cells)
            _refuse_repeats("participant", [(one.row, one.participant) for one in (*rows, row)])
        except TableError as fault:
            wrong.append(fault)
        else:
            rows.append(row)
    return rows, wrong


def read_transcript_list(path: Path) -> list[TranscriptRow]:
    """Read a list of transcripts to import.

    Raises:
        UnreadableFileError: The file is missing, damaged or no table.
        TableError: A column is missing or unknown, or a cell can't be what its column says.
    """
    return [_transcript(cells) for cells in read_cells(read_table(path), _TRANSCRIPTS)]


def read_transcript_changes(path: Path) -> list[TranscriptChangeRow]:
    """Read what a table says of transcripts that are in the project.

    Raises:
        UnreadableFileError: The file is missing, damaged or no table.
        TableError: A column is missing or unknown, or a cell can't be what its column says.
    """
    return [
        TranscriptChangeRow(
            row=cells.row,
            transcript=cells.needed("transcript"),
            title=cells.text("title"),
            site=cells.text("site"),
            participant=cells.text("participant"),
            client_group=cells.text("client_group"),
            date=cells.date("date"),
        )
        for cells in read_cells(read_table(path), _TRANSCRIPT_CHANGES)
    ]


def read_schedule(path: Path) -> list[QuestionRow]:
    """Read an interview schedule, in the order of the table.

    Raises:
        UnreadableFileError: The file is missing, damaged or no table.
        TableError: A column is missing or unknown, or a question is blank or stands there twice.
    """
    rows = [
        QuestionRow(
            row=cells.row,
            question=cells.needed("question"),
            outcome=cells.text("outcome"),
            not_asked=cells.several("not_asked"),
        )
        for cells in read_cells(read_table(path), _SCHEDULE)
    ]
    _refuse_repeats("question", [(row.row, row.question) for row in rows])
    return rows


def _coding(cells: Cells) -> CodingRow:
    start, end = cells.whole_number("start"), cells.whole_number("end")
    if start is None or end is None:
        raise cells.error("start" if start is None else "end", tr("the position is missing"))
    if end <= start:
        raise cells.error("end", tr("the end must come after the start, {start}", start=start))
    return CodingRow(
        row=cells.row,
        transcript=cells.needed("transcript"),
        start=start,
        end=end,
        code=cells.needed("code"),
        coder=cells.needed("coder"),
        polarity=cells.choice("polarity", _POLARITIES) or Polarity.NOT_STATED,
        helped=cells.several("helped"),
        hindered=cells.several("hindered"),
        memo=cells.text("memo") or "",
    )


def _site(cells: Cells, feature_names: Sequence[str]) -> SiteRow:
    feature_names = tuple({column_key(name): name for name in feature_names}.values())  # some aliases differ in blanks
    states = {name: cells.choice(name, _STATES) for name in feature_names}
    return SiteRow(
        row=cells.row,
        site=cells.needed("site"),
        country=cells.text("country"),
        setting=cells.text("setting"),
        client_group=cells.text("client_group"),
        continuum=cells.choice("continuum", {place: place for place in CONTINUUM}),
        years=cells.whole_number("years"),
        level=cells.text("level"),
        features={name: state for name, state in states.items() if state is not None},
        sources=_evidence(cells, feature_names, SOURCE),
        notes=_evidence(cells, feature_names, NOTE),
    )


def _evidence(cells: Cells, feature_names: Sequence[str], what: str) -> dict[str, str]:
    return {name: text for name in feature_names if (text := cells.text(f"{name}{what}"))}


def _participant(cells: Cells) -> ParticipantRow:
    attributes = {column: cells.text(column) for column in cells.further}
    choices = {str(answer): answer for answer in Consent}
    answers = {subject: cells.choice(f"{subject}_consent", choices) for subject in ConsentSubject}
    return ParticipantRow(
        row=cells.row,
        participant=cells.needed("participant"),
        site=cells.text("site"),
        client_group=cells.text("client_group"),
        respondent=cells.choice("respondent", {str(who): who for who in Respondent}),
        support_worker_present=cells.choice("support_worker_present", _YES_NO),
        consent={subject: answer for subject, answer in answers.items() if answer is not None},
        consent_date=cells.date("consent_date") or "",
        attributes={column: value for column, value in attributes.items() if value is not None},
    )


def _transcript(cells: Cells) -> TranscriptRow:
    return TranscriptRow(
        row=cells.row,
        file=cells.needed("file"),
        participant=cells.text("participant"),
        site=cells.text("site"),
        client_group=cells.text("client_group"),
        date=cells.date("date"),
        done=cells.several("done"),
        speakers=cells.choice("speakers", {"auto": "auto", "none": "none"}),
        roles=cells.pairs("roles", _ROLES) | cells.pairs("role", _ROLES),
        again=cells.choice("again", _YES_NO),
        title=cells.text("title"),
    )


def _refuse_repeats(column: str, names: Sequence[tuple[int, str]]) -> None:
    seen: dict[str, int] = {}
    for row, name in names:
        first = seen.setdefault(folded(name), row)
        if first != row:
            raise TableError(tr(_REPEATED[column], row=first), row=row, column=column, value=name)
