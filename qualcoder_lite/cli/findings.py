"""Commands that answer: matrix and extracts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.layout_options import layout_options
from qualcoder_lite.cli.matrix_words import lines_of
from qualcoder_lite.cli.parts import (
    FILE,
    POLARITY,
    as_option,
    counted,
    examples,
    json_option,
    print_json,
    project_argument,
    reading,
    say,
    tell,
    today,
)
from qualcoder_lite.cli.scope_options import Near, scope_options, speaker_role_option
from qualcoder_lite.domain.cross_reference.study import Lens
from qualcoder_lite.domain.transcript import SpeakerRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qualcoder_lite.domain.coding import Polarity
    from qualcoder_lite.domain.extracts.layout import ExtractsLayout
    from qualcoder_lite.service.extracts.order import Retrieval
    from qualcoder_lite.service.scope import Scope

#: How to go on where the project lacks something to be counted.
_WAYS_ON = {
    "codes": "There is no codebook of outcomes, or none of features. Take them in: qualcoder-lite codebook add "
    "PROJECT outcomes-framework, and the same for features.",
    "transcripts": "There are no transcripts yet. Bring some in: qualcoder-lite import PROJECT FILE…",
    "codings": "Nothing is coded yet. Code in the window (qualcoder-lite open PROJECT), or by qualcoder-lite code.",
    "sites": "No site is recorded yet, so that all people stand under “unknown”. Say what each partnership has in "
    "place: qualcoder-lite sites PROJECT --from TABLE",
    "links": "No coding says yet that a feature helped or hindered. Where a person says so, add it to the coding: in "
    "the window, or by the options --helped and --hindered of qualcoder-lite code.",
}


@click.command(
    short_help="Count outcomes by features, beside what was published.",
    epilog=examples(
        "matrix study.qclite --lens attributions",
        "matrix study.qclite --lens passages --near 1 --site Fenmarsh --json",
        "matrix study.qclite --lens sites -o matrix.docx",
        "matrix study.qclite --lens attributions -o heat-map.png",
    ),
)
@project_argument
@as_option
@click.option(
    "--lens",
    type=click.Choice(["sites", "passages", "attributions"]),
    required=True,
    help="sites: by what is recorded of the site. passages: the feature is spoken of close by. attributions: the "
    "person says that the feature helped or hindered.",
)
@click.option("--near", type=Near(), default="turn", show_default=True, help="How close, in the lens passages.")
@scope_options
@click.option(
    "-o", "--out", type=FILE, help="Write it to a file instead: .csv, .xlsx, .docx, or as a picture .png or .svg."
)
@json_option
def matrix(
    project: Path,
    lens: str,
    near: Any,  # noqa: ANN401 - "overlap", "turn" or a number, checked above
    *,
    scope: Scope,
    out: Path | None,
    as_json: bool,
) -> None:
    """Count outcomes by features of partnership, people first, beside what was published."""
    with reading(project) as opened:
        found = opened.findings.matrix(lens, near=near, scope=scope)
        whose, missing = opened.findings.whose(scope), opened.findings.missing(Lens(lens))
        if out is not None:
            opened.findings.write(out, found, on=today(), scope=scope)
    if as_json:
        print_json(found.as_dict())
    elif out is None:
        for line in lines_of(found.as_dict(), whose):
            say(line)
    if missing is not None:
        tell(_WAYS_ON[missing])
    if out is not None:
        tell(f"Wrote the matrix to “{out}”.")


@click.command(
    epilog=examples(
        "extracts study.qclite -o extracts.docx",
        'extracts study.qclite -o safety.csv --code "Feeling safe" --polarity not-delivered',
        'extracts study.qclite -o mix.docx --mix "Seeing people or (Feeling safe and near Co-location)"',
    )
)
@project_argument
@as_option
@click.option("-o", "--out", type=FILE, required=True, help="The file to write: .docx, .xlsx, .csv, .html or .json.")
@click.option("--code", "codes", metavar="NAME", multiple=True, help="Only this code (may be given several times).")
@scope_options
@click.option("--polarity", "polarities", type=POLARITY, multiple=True, help="Only passages of this polarity.")
@speaker_role_option("Only passages in which such a speaker speaks.")
@click.option("--with", "others", metavar="CODE", multiple=True, help="Only near a passage of this code (of each).")
@click.option("--without", "apart", metavar="CODE", multiple=True, help="Only where no passage of this code is near.")
@click.option("--near", type=Near(), default="turn", show_default=True, help="How near, for --with and --without.")
@click.option(
    "--mix",
    default="",
    metavar="WORDS",
    help="Only passages that fit a mix of codes: names with and, or, not, brackets; near NAME (same turn), beside NAME "
    "(same passage), within 3 of NAME (turns).",
)
@click.option("--memo", is_flag=True, help="Only passages with a memo.")
@click.option("--unsure", is_flag=True, help="Only passages with a coding marked “not sure”.")
@click.option("--starred", is_flag=True, help="Only quotes that somebody starred, to be shown.")
@layout_options
@click.option(
    "--template",
    default="",
    help="How quotes are attributed, of {respondent}, {client_group}, {site}, {pseudonym} and {id}. "
    "Default: ({respondent}, {site})",
)
@click.option(
    "--bom/--no-bom",
    default=True,
    show_default=True,
    help="Whether a CSV begins with the mark by which Excel knows UTF-8.",
)
@click.option("--by", "who", metavar="NAME", default="", help="Who exports, for the title page.")
@click.option(
    "--without-consent",
    type=click.Choice(["leave-out", "mark"]),
    default="leave-out",
    show_default=True,
    help="What becomes of extracts of people who said no to being quoted.",
)
def extracts(
    project: Path,
    out: Path,
    codes: tuple[str, ...],
    polarities: tuple[Polarity, ...],
    roles: tuple[str, ...],
    others: tuple[str, ...],
    apart: tuple[str, ...],
    near: Any,  # noqa: ANN401 - "overlap", "turn" or a number, checked above
    mix: str,
    template: str,
    who: str,
    without_consent: str,
    *,
    bom: bool,
    memo: bool,
    unsure: bool,
    starred: bool,
    scope: Scope,
    layout: ExtractsLayout,
) -> None:
    """Write coded extracts as a document, web page or table.

    Extracts of people who said no to being quoted are left out, or marked, and counted; an attribution that fits only
    one or two people is warned of.
    """
    from qualcoder_lite.domain.consent import WithoutConsent
    from qualcoder_lite.domain.extracts.extract import ATTRIBUTION
    from qualcoder_lite.domain.retrieval.mix import Together
    from qualcoder_lite.domain.retrieval.mix_reading import condition_read
    from qualcoder_lite.service.extracts.order import ExtractsOrder

    scope = replace(
        scope,
        codes=codes,
        polarities=polarities,
        roles=tuple(map(SpeakerRole, roles)),
        together=(
            *(Together(codes=(code,), near=near) for code in others),
            *(Together(codes=(code,), near=near, without=True) for code in apart),
            *([condition_read(mix)] if mix.strip() else []),
        ),
        memo=memo,
        unsure=unsure,
        starred=starred,
    )
    with reading(project) as opened:
        found = opened.extracts.write(
            out,
            ExtractsOrder(
                study=opened.details.read(),
                date=today(),
                who=who,
                layout=layout,
                template=template or ATTRIBUTION,
                without_consent=WithoutConsent(without_consent.replace("-", "_")),
                byte_order_mark=bom,
            ),
            scope,
        )
    _record(project, out, found, scope, who)
    say(f"Wrote {counted(len(found.extracts), 'extract')} to “{out}”.")
    if found.withheld:
        people = counted(found.withheld_people, "person", "people")
        what = "Left out" if without_consent == "leave-out" else "Marked"
        tell(f"{what}: {counted(len(found.withheld), 'extract')} of {people} who said no to being quoted.")
    if found.unasked:
        tell(found.unasked)
    if found.capped:
        tell(f"Left out: {counted(found.capped, 'extract')} beyond {layout.per_person} of one person under one code.")
    for sentence in found.warnings(layout.in_file(out.suffix.lower())):
        tell(f"Please check: {sentence}")


def _record(project: Path, out: Path, found: Retrieval, scope: Scope, who: str) -> None:
    from qualcoder_lite.service.exports import record_extracts_in

    keep_record(out, lambda: record_extracts_in(project, out, found, scope, coder=who))


def keep_record(out: Path, record: Callable[[], None]) -> None:
    """Let the project know of a file with people's words, so that it can be named when a person withdraws."""
    from qualcoder_lite.domain.errors import ProjectLockedError, ReadOnlyProjectError

    if not out.is_file():  # it went to a pipe
        return
    try:
        record()
    except (ProjectLockedError, ReadOnlyProjectError):
        tell("The project doesn’t know of this file, because it can’t be written to just now. Remember where it is.")
