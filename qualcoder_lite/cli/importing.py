"""The command import, and what other commands need that take transcripts in."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import (
    FILE,
    counted,
    examples,
    json_option,
    print_json,
    project_argument,
    say,
    tell,
    tell_made,
    writing,
)
from qualcoder_lite.cli.reading_options import choices_of, reading_options

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.transcripts.reading import ImportOptions
    from qualcoder_lite.service.transcripts.transcripts import FailedImport, ImportedTranscript

#: The exit code where some files were taken in and others weren't.
SOME_FAILED = 1


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
    from qualcoder_lite.service.transcripts.reading import ImportOptions

    wanted = ImportOptions(
        site=site,
        participant=participant,
        client_group=client_group,
        done=done,
        again=again,
        reading=choices_of(**options, encoding=encoding, join_lines=not keep_lines, keep_edges=keep_edges),
    )
    with writing(project) as opened:
        all_well = take_in(opened, [(file, wanted) for file in files], as_json=as_json)
    if not all_well:
        context.exit(SOME_FAILED)


def take_in(project: Project, files: list[tuple[Path, ImportOptions]], *, as_json: bool) -> bool:
    """Import files, each with its options, and say of each how it went; whether all went well."""
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
