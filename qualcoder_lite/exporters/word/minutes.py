"""The minutes of a meeting about disagreements as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qualcoder_lite.domain.days_in_words import day_in_words
from qualcoder_lite.exporters.files import write_file
from qualcoder_lite.exporters.word.agreement import NOTICE
from qualcoder_lite.exporters.word.body import Body, Cell, Table
from qualcoder_lite.exporters.word.document import LANDSCAPE_WIDTH, Properties, word_file
from qualcoder_lite.exporters.word.styles import twips
from qualcoder_lite.exporters.word.words import places
from qualcoder_lite.translation import tr, tr_later

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO

    from qualcoder_lite.exporters.minutes import Minutes, MinutesLine

_COLUMNS = (
    (tr_later("Where"), 4.2),
    (tr_later("Who saw what"), 6.0),
    (tr_later("Decided"), 4.6),
    (tr_later("Why"), 5.2),
)


def write_minutes_document(minutes: Minutes, target: BinaryIO | Path) -> None:
    """Write the minutes as a Word document on its side.

    Raises:
        UserError: the file can't be written there.
    """
    body = Body()
    called = tr("Minutes: where coders differ")
    body.paragraph("Title", called)
    body.paragraph("Subtitle", minutes.study)
    body.paragraph("PrivacyNotice", f"{tr(NOTICE)}.")
    for label, text in (
        (tr("Meeting"), day_in_words(minutes.held_on)),
        (tr("Present"), ", ".join(minutes.present)),
        (tr("Looked at"), places(len(minutes.lines))),
        (tr("Settled"), places(len(minutes.settled))),
        (tr("Open"), places(len(minutes.open))),
    ):
        body.paragraph("Facts", f"\t{text}", label=label)
    for heading, title, lines, nothing in (
        (tr("What was settled"), tr("Settled"), minutes.settled, tr("Nothing was settled in this meeting.")),
        (tr("What is open"), tr("Open"), minutes.open, tr("Nothing that was looked at is open.")),
    ):
        body.heading(2, heading)
        if lines:
            body.table(_table(f"{title}: {places(len(lines))}", lines))
        else:
            body.paragraph("Normal", nothing)
    properties = Properties(title=called, subject=minutes.study, date=minutes.written_on)
    write_file(target, word_file(body, properties, landscape=True, notice=tr(NOTICE)))


def _table(title: str, lines: Sequence[MinutesLine]) -> Table:
    notes = LANDSCAPE_WIDTH - sum(width for _, width in _COLUMNS)
    columns = (*_COLUMNS, (tr_later("Notes"), notes))
    return Table(
        title=title,
        summary=tr(
            "One row for each place: where it is, who saw what, what was decided by whom, why, and what was noted."
        ),
        widths=[twips(width) for _, width in columns],
        header=[Cell([("TableHeading", tr(name))]) for name, _ in columns],
        rows=[
            [
                _cell(line.transcript, tr("turn {turn}", turn=line.turn) if line.turn else ""),
                _cell(*line.sides),
                _cell(line.decision or tr("not decided"), " ".join(filter(None, (line.decided_by, line.decided_on)))),
                _cell(line.why),
                _cell(line.note),
            ]
            for line in lines
        ],
    )


def _cell(*lines: str) -> Cell:
    return Cell([("TableText", line) for line in lines if line] or [("TableText", "–")])
