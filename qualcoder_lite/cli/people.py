"""Commands about sites and participants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.groups import Group
from qualcoder_lite.cli.parts import (
    FILE,
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
from qualcoder_lite.domain.people import FeatureState

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.service.people.overview import ParticipantOverview


@click.group(
    cls=Group,
    short_help="List the sites, or take them in from a table or write them to one; add features of your own.",
    subcommand_metavar="[PROJECT | COMMAND PROJECT …]",
    epilog=examples(
        "sites study.qclite",
        "sites study.qclite --from sites.xlsx",
        "sites study.qclite -o sites.xlsx",
        'sites add-feature study.qclite "Joint outreach"',
    ),
)
def sites() -> None:
    """List the sites with what is recorded of them, or take them in from a table; add a feature to the register.

    “sites show --help” tells what a table may have.
    """


@sites.command("show")
@project_argument
@click.option(
    "--from",
    "table",
    type=FILE,
    help="Take sites in from a table (.csv or .xlsx) with the column site, and any of country, setting, client_group, "
    "continuum, level, years and a column per feature of the register: present, partial, absent or unknown. The "
    "evidence may stand in columns headed “FEATURE: source” and “FEATURE: note”. Or say example-register, for the "
    "worked example that comes with the program.",
)
@click.option("-o", "--out", type=FILE, help="Write them to a .csv or .xlsx file instead, which --from takes in again.")
@json_option
def show_sites(project: Path, table: Path | None, *, out: Path | None, as_json: bool) -> None:
    """List the sites (the same as “sites PROJECT”), or take them in from a table: all rows or none."""
    from qualcoder_lite.service.program.shipped import shipped_or_own

    if table is not None:
        with writing(project) as opened:
            changes = opened.sites.import_table(shipped_or_own(table))
        (tell if as_json else say)(
            f"{counted(len(changes.of('site')), 'site')} made or changed, "
            f"{counted(len(changes.of('register_entry')), 'entry', 'entries')} of the register."
        )
        if not as_json and out is None:
            return
    if out is not None:
        with reading(project) as opened:
            opened.sites.write(out)
        tell(f"Wrote the sites to “{out}”.")
        if not as_json:
            return
    with reading(project) as opened:
        found, features = opened.sites.all(), opened.sites.features()
    if as_json:
        print_json(
            [
                {
                    "id": site.id,
                    "site": site.name,
                    "country": site.country or None,
                    "setting": site.setting or None,
                    "client_group": site.client_group or None,
                    "continuum": site.continuum or None,
                    "level": site.level or None,
                    "years": site.years,
                    "features": {
                        feature.name: site.register[feature.id].state if feature.id in site.register else "unknown"
                        for feature in features
                    },
                    "evidence": {
                        feature.name: {"source": entry.source, "note": entry.note}
                        for feature in features
                        if (entry := site.register.get(feature.id)) and (entry.source or entry.note)
                    },
                }
                for site in found
            ]
        )
        return
    states = (FeatureState.PRESENT, FeatureState.PARTIAL, FeatureState.ABSENT)
    print_table(
        ["site", "country", "setting", "client group", "continuum", "years", *states],
        [
            (
                site.name,
                site.country,
                site.setting,
                site.client_group,
                site.continuum,
                site.years,
                *(sum(entry.state == state for entry in site.register.values()) for state in states),
            )
            for site in found
        ],
    )


@sites.command("add-feature")
@project_argument
@click.argument("name")
@click.option("--definition", metavar="WORDS", default="", help="When the feature is present.")
@click.option("--by", "who", metavar="NAME", default="", help="Who adds it.")
def add_feature(project: Path, name: str, definition: str, who: str) -> None:
    """Record one more feature for each site, after the others; of no site is it known yet."""
    with writing(project) as opened:
        tell_made(opened.sites.add_feature(name, definition, coder=who))
    say(f"Added “{name}” to what is recorded of each site. It may now be a column of a table of sites.")


@sites.command("remove-feature")
@project_argument
@click.argument("name")
@click.option("--by", "who", metavar="NAME", default="", help="Who takes it out.")
def remove_feature(project: Path, name: str, who: str) -> None:
    """Take a feature of your own out of the register, with what is recorded of it. It can be undone."""
    with writing(project) as opened:
        opened.sites.remove_feature(name, coder=who)
    say(f"Took “{name}” out of what is recorded of each site.")


@click.command(short_help="List the participants, or take them in from a table.")
@project_argument
@click.option(
    "--from",
    "table",
    type=FILE,
    help="Take participants in from a table (.csv or .xlsx) with the column participant, and any of site, "
    "client_group, respondent, support_worker_present, quote_consent (also interview_, recording_ and "
    "archive_consent), consent_date and further attributes.",
)
@json_option
def participants(project: Path, table: Path | None, *, as_json: bool) -> None:
    """List the participants, or take them in from a table: all rows or none."""
    if table is not None:
        with writing(project) as opened:
            changes = opened.participants.import_table(table)
        tell_made(changes)
        (tell if as_json else say)(f"{counted(len(changes.of('participant')), 'participant')} made or changed.")
        if not as_json:
            return
    with reading(project) as opened:
        found = opened.participants.overview()
    if as_json:
        print_json([_participant(one) for one in found])
        return
    print_table(
        ["participant", "site", "client group", "respondent", "may be quoted", "transcripts", "codings"],
        [
            (
                one.person.name,
                one.site,
                one.person.client_group,
                one.person.respondent,
                one.person.quote_consent,
                len(one.transcripts),
                one.codings,
            )
            for one in found
        ],
    )


def _participant(one: ParticipantOverview) -> dict[str, object]:
    person = one.person
    return {
        "id": person.id,
        "participant": person.name,
        "site": one.site or None,
        "client_group": person.client_group or None,
        "respondent": person.respondent,
        "support_worker_present": person.support_worker_present,
        "quote_consent": person.quote_consent,
        "attributes": dict(person.attributes),
        "consent": {
            subject: {"answer": answer.answer, "date": answer.date or None, "note": answer.note}
            for subject, answer in one.consent.items()
        },
        "transcripts": [title for _, title in one.transcripts],
        "codings": one.codings,
    }
