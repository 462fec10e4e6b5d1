"""Commands about transcripts: import, transcripts, show."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

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
from qualcoder_lite.cli.reading_options import choices_of, reading_options
from qualcoder_lite.domain.transcript_mark import Marks

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.transcripts.transcripts import FailedImport, ImportedTranscript, ImportOptions

_SOME_FAILED = 1
_NO_MARKS = Marks()


@click.command(
    "import",
    epilog=examples(
        "import study.qclite elsie.docx --site Fenmarsh --participant Elsie",
        "import study.qclite interviews/*.txt --role Moira=interviewer",
    ),
)
@project_argument
@click.argument("files", type=FILE, nargs=-1, required=True, metavar="FILE…")
@click.option("--site", metavar="NAME", default="", help="The site where the interview was held; made if it is new.")
@click.option("--participant", metavar="NAME", default="", help="The person interviewed, by pseudonym; made if new.")
@click.option("--client-group", metavar="GROUP", default="", help="For example “Older people”.")
@click.option("--done", multiple=True, metavar="CODER", help="Declare the transcripts done by this coder.")
@click.option("--again", is_flag=True, help="Import a file although its bytes are in the project already.")
@reading_options
@click.option("--encoding", metavar="NAME", default="", help="The encoding of text files, where the guess is wrong.")
@click.option("--keep-lines", is_flag=True, help="Keep line breaks at a fixed width as they are.")
@click.option("--keep-edges", is_flag=True, help="Keep heads, feet and numbers of PDF pages in the text.")
@json_option
@click.pass_context
def import_files(
    context: click.Context,
    project: Path,
    files: tuple[Path, ...],
    site: str,
    participant: str,
    client_group: str,
    done: tuple[str, ...],
    encoding: str,
    *,
    keep_lines: bool,
    keep_edges: bool,
    again: bool,
    as_json: bool,
    **options: Any,  # noqa: ANN401 - those of `reading_options`
) -> None:
    """Bring transcripts into a project.

    Read are .txt, .md, .docx, .odt, .rtf, .html, .pdf, .vtt, .srt, the .json of speech recognition, and .csv, .tsv or
    .xlsx with a turn in each row, or a whole transcript in each.

    Each file is taken in whole or not at all, and one bad file does not stop the others. Speakers are found by the
    labels before what they say; --role says who they are where that can’t be told.
    """
    from qualcoder_lite.service.transcripts.transcripts import ImportOptions

    wanted = ImportOptions(
        site=site,
        participant=participant,
        client_group=client_group,
        done=done,
        again=again,
        reading=choices_of(**options, encoding=encoding, join_lines=not keep_lines, keep_edges=keep_edges),
    )
    with writing(project) as opened:
        all_well = _import(opened, [(file, wanted) for file in files], as_json=as_json)
    if not all_well:
        context.exit(_SOME_FAILED)


def _import(project: Project, files: list[tuple[Path, ImportOptions]], *, as_json: bool) -> bool:
    """Import files and say of each how it went; whether all went well."""
    from qualcoder_lite.service.transcripts.transcripts import FailedImport

    report: list[dict[str, Any]] = []
    all_well = True
    looked_for_speakers = any(options.reading.find_speakers for _, options in files)
    for result in project.transcripts.import_files(files):
        if isinstance(result, FailedImport):
            all_well = False
        report.append(_result(result))
        if not as_json:
            _say(result)
            if looked_for_speakers and not isinstance(result, FailedImport) and not result.transcript.turns:
                _say_how_to_name_speakers(project, result.transcript.title)
        if not isinstance(result, FailedImport):
            tell_made(result.changes)
    if as_json:
        print_json(report)
    return all_well


def _say(result: ImportedTranscript | FailedImport) -> None:
    from qualcoder_lite.service.transcripts.transcripts import FailedImport

    if isinstance(result, FailedImport):
        tell(str(result.error))
        return
    made = result.transcript
    who = ", ".join(f"{speaker.label} ({speaker.role}, {turns})" for speaker, turns in result.speakers)
    say(f"“{made.title}”: {made.words:,} words, {counted(made.turns, 'turn')}" + (f" by {who}" if who else "") + ".")
    for warning in result.warnings:
        say(f"  Please check: {warning}")


def _say_how_to_name_speakers(project: Project, title: str) -> None:
    command = f"qualcoder-lite speakers {shlex.quote(str(project.path))} {shlex.quote(title)} --speaker NAME"
    say(f"  No speakers were found. If names stand where people begin to speak, say which: {command}")


def _result(result: ImportedTranscript | FailedImport) -> dict[str, Any]:
    from qualcoder_lite.service.transcripts.transcripts import FailedImport

    if isinstance(result, FailedImport):
        return {"file": result.file, "ok": False, "error": str(result.error)}
    return {
        "file": result.file,
        "ok": True,
        "transcript": result.transcript.id,
        "title": result.transcript.title,
        "words": result.transcript.words,
        "turns": result.transcript.turns,
        "speakers": [
            {"label": speaker.label, "role": speaker.role, "turns": turns} for speaker, turns in result.speakers
        ],
        "warnings": list(result.warnings),
    }


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
    if changes is not None:
        with writing(project) as opened:
            done = opened.describing.import_table(changes)
        tell_made(done)
        (tell if as_json else say)(f"{counted(len(done.of('transcript')), 'transcript')} changed.")
        if not as_json:
            return
    if table is not None:
        with writing(project) as opened:
            all_well = _import(opened, opened.transcripts.read_list(table), as_json=as_json)
        if not all_well:
            context.exit(_SOME_FAILED)
        return
    with reading(project) as opened:
        found = opened.transcripts.overview()
        marks = opened.progress.marks()
    if as_json:
        print_json(
            [
                {
                    "id": each.transcript.id,
                    "title": each.transcript.title,
                    "source": each.transcript.source,
                    "site": each.placement.site.name if each.placement.site else None,
                    "participant": each.placement.participant.name if each.placement.participant else None,
                    "client_group": each.placement.client_group or None,
                    "date": each.transcript.date or None,
                    "characters": each.transcript.characters,
                    "words": each.transcript.words,
                    "turns": each.transcript.turns,
                    "speakers": each.speakers,
                    "codings": each.codings,
                    "done": list(each.done),
                    "distressing": list(marks.get(each.transcript.id, _NO_MARKS).distressing),
                    "put_off": list(marks.get(each.transcript.id, _NO_MARKS).put_off),
                    "reflects": marks.get(each.transcript.id, _NO_MARKS).reflects,
                }
                for each in found
            ]
        )
        return
    print_table(
        ["transcript", "site", "participant", "client group", "words", "turns", "codings", "done by"],
        [
            (
                each.transcript.title,
                each.placement.site.name if each.placement.site else "",
                each.placement.participant.name if each.placement.participant else "",
                each.placement.client_group,
                each.transcript.words,
                each.transcript.turns,
                each.codings,
                ", ".join(each.done),
            )
            for each in found
        ],
    )


@click.command(
    short_help="Show a transcript with its turns and codings.",
    epilog=examples("show study.qclite elsie.docx"),
)
@project_argument
@click.argument("transcript")
@click.option("--as", "coder", metavar="CODER", help="Show this coder’s own codings alone.")
@json_option
def show(project: Path, transcript: str, coder: str | None, *, as_json: bool) -> None:
    """Show a transcript (its id, title or file name, or its participant) with its turns and codings.

    The numbers are the positions that “code” takes; each coding ends with its id, which “recode” and “uncode” take.
    """
    with reading(project) as opened:
        document = _document(opened, transcript, coder)
    if as_json:
        print_json(document)
        return
    say(f"{document['title']}\n")
    for line in _lines(document):
        say(line)


def _document(project: Project, name: str, coder: str | None) -> dict[str, Any]:
    transcript = project.transcripts.find(name)
    speakers = project.transcripts.speakers(transcript)
    codes, coders = project.codebooks.names(), {each.id: each.name for each in project.coders.all()}
    return {
        "id": transcript,
        "title": project.transcripts.title(transcript),
        "text": project.transcripts.text(transcript),
        "turns": [
            {
                "start": turn.start,
                "speech": turn.speech,
                "end": turn.end,
                "speaker": speakers[turn.speaker].label,
                "role": speakers[turn.speaker].role,
                "timestamp": None if turn.timestamp is None else turn.timestamp / 1000,
            }
            for turn in project.transcripts.turns(transcript)
        ],
        "codings": [
            {
                "id": coding.id,
                "start": coding.start,
                "end": coding.end,
                "code": codes[coding.code],
                "coder": coders[coding.coder],
                "settled": coding.decision is not None,
                "polarity": coding.polarity,
                "sure": coding.sure,
                "attributions": [
                    {"feature": codes[link.feature], "direction": link.direction} for link in coding.attributions
                ],
                "memo": coding.memo,
            }
            for coding in project.codings.of_transcript(transcript, coder)
        ],
    }


def _lines(document: dict[str, Any]) -> list[str]:
    """The transcript for reading: positions before each turn, its codings under it."""
    text, turns = document["text"], document["turns"]
    if not turns:
        turns = [{"start": 0, "end": len(text)}]
    lines: list[str] = []
    told: set[str] = set()
    for turn in turns:
        lines.append(f"[{turn['start']}–{turn['end']}] {text[turn['start'] : turn['end']]}")
        for coding in document["codings"]:
            if coding["id"] not in told and coding["start"] < turn["end"] and coding["end"] > turn["start"]:
                told.add(coding["id"])
                lines.append(
                    f"    {coding['code']} ({coding['polarity'].replace('_', ' ')}) by {coding['coder']} "
                    f"on {coding['start']}–{coding['end']}, {coding['id']}"
                )
        lines.append("")
    return lines
