"""Commands about how the coding goes: progress, mark and schedule."""

from __future__ import annotations

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
    sentence,
    tell_made,
    writing,
)
from qualcoder_lite.domain.transcript_mark import Mark, Stage

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.project import Project

_STAGES = {Stage.NOT_STARTED: "not started", Stage.IN_PROGRESS: "in progress", Stage.DONE: "done"}


@click.command(
    short_help="Show how far each coder is with each transcript.",
    epilog=examples("progress study.qclite", 'progress study.qclite --coder "Ailsa Brodie" --json'),
)
@project_argument
@as_option
@click.option("--coder", "coders", metavar="NAME", multiple=True, help="Only this coder (may be given several times).")
@json_option
def progress(project: Path, coders: tuple[str, ...], *, as_json: bool) -> None:
    """Show how far each coder is with each transcript: not started, in progress, or declared done."""
    with reading(project) as opened:
        found = _progress(opened, coders)
    if as_json:
        print_json(found)
        return
    headings = ["transcript", "coder", "stage", "codings", "done since", "codebooks changed since"]
    print_table(
        headings,
        [
            (
                each["title"],
                each["coder"],
                _STAGES[each["stage"]],
                each["codings"],
                (each["done_at"] or "")[:10],
                ", ".join(each["changed_since"]),
            )
            for each in found
        ],
    )


def _progress(project: Project, coders: tuple[str, ...]) -> list[dict[str, Any]]:
    names = [project.coders.find(name).name for name in coders] or [coder.name for coder in project.coders.all()]
    found: list[dict[str, Any]] = []
    for name in names:
        of_coder = project.progress.of_coder(name)
        for each in project.transcripts.overview():
            known = of_coder.get(each.transcript.id)
            found.append(
                {
                    "transcript": each.transcript.id,
                    "title": each.transcript.title,
                    "coder": name,
                    "stage": known.stage if known else Stage.NOT_STARTED,
                    "codings": known.codings if known else 0,
                    "done_at": (known.declared_at if known else "") or None,
                    "changed_since": list(known.changed_since) if known else [],
                }
            )
    return found


@click.command(
    short_help="Mark transcripts: distressing, put off, or reflecting on services.",
    epilog=examples(
        'mark study.qclite --as put-off --coder "Ailsa Brodie" elsie.docx',
        "mark study.qclite --as reflects elsie.docx win.docx",
    ),
)
@project_argument
@click.argument("transcripts", nargs=-1, required=True, metavar="TRANSCRIPT…")
@click.option(
    "--as",
    "what",
    type=click.Choice([mark.replace("_", "-") for mark in Mark]),
    required=True,
    help="distressing and put-off: the coder’s own. reflects: the person reflects on how the service is organised.",
)
@click.option("--coder", metavar="NAME", default="", help="Who marks; made if new.")
@click.option("--not", "off", is_flag=True, help="Take the mark off.")
def mark(project: Path, transcripts: tuple[str, ...], what: str, coder: str, *, off: bool) -> None:
    """Mark transcripts, or take the mark off."""
    wanted = Mark(what.replace("-", "_"))
    if wanted.is_own and not coder:
        raise click.UsageError(f"Say with --coder whose mark “{what}” is.")
    with writing(project) as opened:
        changes = opened.progress.mark(wanted, transcripts, coder, on=not off)
        said = sentence(opened, changes) or "It was so already; nothing was changed."
    tell_made(changes)
    say(said)


@click.command(
    short_help="List the interview schedule, or take it in from a table.",
    epilog=examples("schedule study.qclite", "schedule study.qclite --from schedule.csv"),
)
@project_argument
@click.option(
    "--from",
    "table",
    type=FILE,
    help="Take in a table (.csv or .xlsx) with the column question, and any of outcome (the code it asks about) and "
    "not_asked (transcripts in which it was left out, separated by ;).",
)
@json_option
def schedule(project: Path, table: Path | None, *, as_json: bool) -> None:
    """List the questions of the interview schedule, with the outcome each asks about and where it was not asked."""
    if table is not None:
        with writing(project) as opened:
            changes = opened.schedule.import_table(table)
        say(f"Took in {counted(len(changes.of('question')), 'question')}.")
        return
    with reading(project) as opened:
        names = {code.id: code.name for book in opened.codebooks.all() for code in book.codes}
        titles = {each.transcript.id: each.transcript.title for each in opened.transcripts.overview()}
        found = [
            {
                "id": each.id,
                "question": each.wording,
                "outcome": names.get(each.code or ""),
                "not_asked": sorted(titles[id_] for id_ in opened.schedule.left_out(each.id)),
            }
            for each in opened.schedule.questions()
        ]
    if as_json:
        print_json(found)
    else:
        headings = ["question", "outcome", "not asked in"]
        print_table(
            headings, [(each["question"], each["outcome"] or "(open)", "; ".join(each["not_asked"])) for each in found]
        )
