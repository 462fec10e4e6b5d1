"""The command that writes the framework chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.findings import keep_record
from qualcoder_lite.cli.parts import (
    FILE,
    RESPONDENT,
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

    from qualcoder_lite.domain.people import Respondent

_LEVELS = ("people", "sites", "client-groups")


@click.command(
    short_help="Write the framework chart.",
    epilog=examples(
        "chart study.qclite -o chart.docx",
        'chart study.qclite -o older.xlsx --client-group "Older people" --rows people',
    ),
)
@project_argument
@as_option
@click.option("-o", "--out", type=FILE, required=True, help="The file to write: .docx or .xlsx.")
@click.option("--rows", "levels", type=click.Choice(_LEVELS), multiple=True, help="Only these rows. Default: all.")
@click.option("--client-group", "groups", metavar="GROUP", multiple=True, help="Only people of this client group.")
@click.option("--site", "sites", metavar="NAME", multiple=True, help="Only people at this site.")
@click.option("--respondent", "respondents", type=RESPONDENT, multiple=True, help="Only people who answer as this.")
@click.option("--by", "who", metavar="NAME", default="", help="Who makes it, for the title page.")
def chart(
    project: Path,
    out: Path,
    levels: tuple[str, ...],
    groups: tuple[str, ...],
    sites: tuple[str, ...],
    respondents: tuple[Respondent, ...],
    who: str,
) -> None:
    """Write the summaries of the framework chart: people, sites and client groups by outcomes.

    The quotes that a summary refers to stand under it; words of people who said no to being quoted don’t.
    """
    from qualcoder_lite.domain.chart.cells import Level
    from qualcoder_lite.service.chart.file import ChartOrder
    from qualcoder_lite.service.exports import record_chart_in
    from qualcoder_lite.service.scope import Scope

    scope = Scope(client_groups=groups, sites=sites, respondents=respondents)

    with reading(project) as opened:
        wanted = tuple(map(Level, levels)) or tuple(Level)
        order = ChartOrder(study=opened.details.read(), date=today(), who=who, levels=wanted)
        written = opened.chart.write_file(out, order, scope)
    keep_record(out, lambda: record_chart_in(project, out, written, coder=who))
    say(f"Wrote the chart to “{out}”, with {counted(written.summaries, 'summary', 'summaries')}.")
    if written.withheld:
        tell(f"Left out: {counted(written.withheld, 'quote')} of people who said no to being quoted.")
