"""The command transcripts: those of a project listed, taken in by a table, or told more of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.importing import SOME_FAILED, take_in
from qualcoder_lite.cli.parts import (
    FILE,
    as_option,
    counted,
    examples,
    json_option,
    print_json,
    print_table,
    project_argument,
    reading,
    say,
    tell,
    tell_made,
    writing,
)
from qualcoder_lite.domain.transcript_mark import Marks

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.transcripts.transcripts import TranscriptOverview

_HEADINGS = ["transcript", "site", "participant", "client group", "words", "turns", "codings", "done by"]


@click.command(
    short_help="List the transcripts, import all that a table names, or say more of them.",
    epilog=examples(
        "transcripts study.qclite",
        "transcripts study.qclite --from interviews.csv",
        "transcripts study.qclite --update who-is-who.xlsx",
    ),
)
@project_argument
@as_option
@click.option(
    "--from",
    "table",
    type=FILE,
    help="Import the files named in a table (.csv or .xlsx) with the column file, which is taken from the table’s own "
    "folder, and any of participant, site, client_group, date, title, done, role, speakers and again.",
)
@click.option(
    "--update",
    "changes",
    type=FILE,
    help="Say of transcripts that are in the project what a table (.csv or .xlsx) says, with the column transcript (a "
    "title, file name or id) and any of title, site, participant, client_group and date. A blank cell leaves what is "
    "there; all rows or none.",
)
@json_option
@click.pass_context
def transcripts(
    context: click.Context, project: Path, table: Path | None, changes: Path | None, *, as_json: bool
) -> None:
    """List a project’s transcripts, import all that a table names, or say more of them.

    With --from, the answer is that of “import”, a line a file.
    """
    if table is not None and changes is not None:
        raise click.UsageError("Import with --from first, then say more with --update.")
    if table is not None:
        with writing(project) as opened:
            all_well = take_in(opened, opened.transcripts.read_list(table), as_json=as_json)
        if not all_well:
            context.exit(SOME_FAILED)
        return
    if changes is not None:
        with writing(project) as opened:
            done = opened.describing.import_table(changes)
        tell_made(done)
        (tell if as_json else say)(f"{counted(len(done.of('transcript')), 'transcript')} changed.")
        if not as_json:
            return
    with reading(project) as opened:
        found = opened.transcripts.overview()
        marks = opened.progress.marks()
    if as_json:
        print_json([_told(each, marks.get(each.transcript.id, Marks())) for each in found])
    else:
        print_table(_HEADINGS, map(_cells, found))


def _told(each: TranscriptOverview, marks: Marks) -> dict[str, Any]:
    """A transcript as JSON."""
    transcript, placement = each.transcript, each.placement
    return {
        "id": transcript.id,
        "title": transcript.title,
        "source": transcript.source,
        "site": placement.site.name if placement.site else None,
        "participant": placement.participant.name if placement.participant else None,
        "client_group": placement.client_group or None,
        "date": transcript.date or None,
        "characters": transcript.characters,
        "words": transcript.words,
        "turns": transcript.turns,
        "speakers": each.speakers,
        "codings": each.codings,
        "done": list(each.done),
        "distressing": list(marks.distressing),
        "put_off": list(marks.put_off),
        "reflects": marks.reflects,
    }


def _cells(each: TranscriptOverview) -> tuple[str | int, ...]:
    """A transcript as a line of the table."""
    return (
        each.transcript.title,
        each.placement.site.name if each.placement.site else "",
        each.placement.participant.name if each.placement.participant else "",
        each.placement.client_group,
        each.transcript.words,
        each.transcript.turns,
        each.codings,
        ", ".join(each.done),
    )
