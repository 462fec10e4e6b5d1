"""The minutes of a meeting about disagreements as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.agreement import NOTICE
from qualcoder_lite.exporters.word.body import Body, Cell, Table
from qualcoder_lite.exporters.word.document import LANDSCAPE_WIDTH, Properties, word_file
from qualcoder_lite.exporters.word.styles import twips

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.exporters.minutes import Minutes, MinutesLine

_COLUMNS = (("Where", 4.2), ("Who saw what", 6.0), ("Decided", 4.6), ("Why", 5.2))


def write_minutes_document(minutes: Minutes, target: BinaryIO | Path) -> None:
    """Write the minutes as a Word document on its side.

    Raises:
        UserError: the file can't be written there.
    """
    body = Body()
    title = "Minutes: where coders differ"
    body.paragraph("Title", title)
    body.paragraph("Subtitle", minutes.study)
    body.paragraph("PrivacyNotice", f"{NOTICE}.")
    for label, text in (
        ("Meeting", day_in_words(minutes.held_on)),
        ("Present", ", ".join(minutes.present)),
        ("Looked at", _counted(len(minutes.lines))),
        ("Settled", _counted(len(minutes.settled))),
        ("Open", _counted(len(minutes.open))),
    ):
        body.paragraph("Facts", f"\t{text}", label=label)
    for heading, title, lines, nothing in (
        ("What was settled", "Settled", minutes.settled, "Nothing was settled in this meeting."),
        ("What is open", "Open", minutes.open, "Nothing that was looked at is open."),
    ):
        body.heading(2, heading)
        if lines:
            body.table(_table(f"{title}: {_counted(len(lines))}", lines))
        else:
            body.paragraph("Normal", nothing)
    properties = Properties(title=title, subject=minutes.study, date=minutes.written_on)
    write_file(target, word_file(body, properties, landscape=True, notice=NOTICE))


def _table(title: str, lines: Sequence[MinutesLine]) -> Table:
    notes = LANDSCAPE_WIDTH - sum(width for _, width in _COLUMNS)
    columns = (*_COLUMNS, ("Notes", notes))
    return Table(
        title=title,
        summary="One row for each place: where it is, who saw what, what was decided by whom, why, and what was noted.",
        widths=[twips(width) for _, width in columns],
        header=[Cell([("TableHeading", name)]) for name, _ in columns],
        rows=[
            [
                _cell(line.transcript, f"turn {line.turn}" if line.turn else ""),
                _cell(*line.sides),
                _cell(line.decision or "not decided", " ".join(filter(None, (line.decided_by, line.decided_on)))),
                _cell(line.why),
                _cell(line.note),
            ]
            for line in lines
        ],
    )


def _cell(*lines: str) -> Cell:
    return Cell([("TableText", line) for line in lines if line] or [("TableText", "–")])


def _counted(places: int) -> str:
    return "1 place" if places == 1 else f"{places} places"
