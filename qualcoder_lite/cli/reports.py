"""The command for the reports of the study's three stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.findings import keep_record
from qualcoder_lite.cli.parts import (
    FILE,
    as_option,
    counted,
    examples,
    project_argument,
    reading,
    say,
    tell,
    today,
)

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    short_help="Write a report by site, client group or across all.",
    epilog=examples(
        "report site study.qclite Fenmarsh -o fenmarsh.docx",
        'report client-group study.qclite "Older people" -o older-people.docx --large-print',
        "report across study.qclite -o across.docx --plain",
    ),
)
@click.argument("stage", type=click.Choice(["site", "client-group", "across"]))
@project_argument
@as_option
@click.argument("name", required=False, default="")
@click.option("-o", "--out", type=FILE, required=True, help="The file to write: .docx.")
@click.option("--large-print", is_flag=True, help="Nothing smaller than 16 points.")
@click.option("--plain", is_flag=True, help="Headings and explanations in plain words. Quotes stay as they were said.")
@click.option(
    "--per-person",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="How often one person is quoted on one outcome, at most.",
)
@click.option("--table", "table_alone", is_flag=True, help="across: nothing but the layout of the study’s Table 3.")
@click.option("--by", "who", metavar="NAME", default="", help="Who makes it, for the title page.")
def report(
    stage: str,
    project: Path,
    name: str,
    out: Path,
    *,
    large_print: bool,
    plain: bool,
    per_person: int,
    table_alone: bool,
    who: str,
) -> None:
    """Write a report of what people say of the outcomes, with quotes chosen so that everybody is heard.

    site: at one site, NAME; with its register. client-group: in one client group, NAME, across its sites. across: all
    client groups side by side, with the layout of the study’s Table 3.

    Quotes with a star come first. People who said no to being quoted are counted and never quoted.
    """
    from qualcoder_lite.domain.extracts.extract import unasked_told
    from qualcoder_lite.service.exports import record_report_in
    from qualcoder_lite.service.reports.reports import ReportOrder

    with reading(project) as opened:
        made = opened.reports.make(stage, name, per_person=per_person, table_alone=table_alone)
        order = ReportOrder(
            study=opened.details.read(),
            date=today(),
            who=who,
            large_print=large_print,
            plain=plain,
            table_alone=table_alone,
        )
        opened.reports.write(out, made, order)
    keep_record(out, lambda: record_report_in(project, out, made, coder=who))
    say(f"Wrote the report to “{out}”, with {counted(len(made.quotes), 'quote')}.")
    if made.withheld_passages:
        people = counted(made.withheld_people, "person", "people")
        tell(f"Never quoted: {counted(made.withheld_passages, 'passage')} of {people} who said no to being quoted.")
    unasked = unasked_told(made.quotes)
    if unasked:
        tell(unasked)
    for warning in made.warnings:
        tell(f"Please check: {warning}")
