"""Commands about the use of codes: how often, and which come together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from qualcoder_lite.cli.parts import (
    FILE,
    counted,
    examples,
    json_option,
    print_json,
    project_argument,
    reading,
    say,
    tell,
)
from qualcoder_lite.cli.scope_options import Near, scope_options

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.frequencies import Frequencies
    from qualcoder_lite.service.scope import Scope


@click.command(
    short_help="Count how often codes are used, by site or anything else known of people.",
    epilog=examples(
        "frequencies study.qclite --by client-group",
        "frequencies study.qclite --by respondent --coder AB -o frequencies.xlsx",
    ),
)
@project_argument
@click.option(
    "--by",
    default="site",
    show_default=True,
    help="site, client-group, respondent, support-worker-present, or the name of an attribute of the participants.",
)
@scope_options
@click.option("-o", "--out", type=FILE, help="Write it to a file instead: .csv or .xlsx.")
@json_option
def frequencies(
    project: Path,
    by: str,
    *,
    scope: Scope,
    out: Path | None,
    as_json: bool,
) -> None:
    """Count how often each code is used: people first, then the passages in which they say it."""
    with reading(project) as opened:
        found = opened.patterns.frequencies(by.replace("-", " "), scope)
        if out is not None:
            opened.patterns.write(out, found)
    if as_json:
        print_json(found.as_dict())
    elif out is None:
        for line in _frequency_lines(found):
            say(line)
    if out is not None:
        tell(f"Wrote the frequencies to “{out}”.")


def _frequency_lines(found: Frequencies) -> list[str]:
    lines: list[str] = []
    for code, total, cells in zip(found.codes, found.totals, found.cells, strict=True):
        if total.passages:
            told = [
                f"{value or 'not known'} {cell.people} of {people}"
                for value, people, cell in zip(found.values, found.people, cells, strict=True)
                if cell.passages
            ]
            lines.append(f"{code.name}: {counted(total.people, 'person', 'people')} ({'; '.join(told)})")
    return lines or ["No code is used yet."]


@click.command(
    short_help="Count which codes come together.",
    epilog=examples(
        "co-occurrence study.qclite",
        "co-occurrence study.qclite --near turn --coder AB --json",
        "co-occurrence study.qclite --settled -o together.xlsx",
    ),
)
@project_argument
@click.option("--near", type=Near(), default="overlap", show_default=True, help="How close two passages must be.")
@scope_options
@click.option("-o", "--out", type=FILE, help="Write it to a file instead: .csv or .xlsx.")
@json_option
def co_occurrence(
    project: Path,
    near: Any,  # noqa: ANN401 - "overlap", "turn" or a number, checked by the option
    *,
    scope: Scope,
    out: Path | None,
    as_json: bool,
) -> None:
    """Count which codes come together, for each coder apart.

    What two coders make of the same words is another matter: “agreement” compares them. With settled codings in use
    those alone are counted.
    """
    with reading(project) as opened:
        found = opened.patterns.co_occurrence(near, scope)
        if out is not None:
            opened.patterns.write(out, found)
    if as_json:
        codes = [code.name for code in found[0].codes] if found else []
        print_json({"near": near, "codes": codes, "tables": [table.as_dict() for table in found]})
    elif out is None:
        for line in _pair_lines(found):
            say(line)
    if out is not None:
        tell(f"Wrote which codes come together to “{out}”.")


def _pair_lines(found: list[CoOccurrence]) -> list[str]:
    lines: list[str] = []
    for table in found:
        lines += ["", table.coder or "Settled"]
        for place, (row, cells) in enumerate(zip(table.codes, table.cells, strict=True)):
            told = [
                f"{column.name} {cell.passages}"
                for beside, (column, cell) in enumerate(zip(table.codes, cells, strict=True))
                if cell.passages and beside != place
            ]
            if told:
                lines.append(f"   {row.name}, {counted(cells[place].passages, 'passage')}: {', '.join(told)}")
    return lines[1:] or ["No code is used yet."]
