"""Commands about the use of codes: how often, and which come together."""

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
    project_argument,
    reading,
    say,
    tell,
)
from qualcoder_lite.cli.scope_options import Near, scope_options

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.retrieval.co_occurrence import CoOccurrence
    from qualcoder_lite.domain.retrieval.frequencies import Frequencies
    from qualcoder_lite.service.scope import Scope


@click.command(
    short_help="Count how often codes are used, by site or anything else known of people.",
    epilog=examples(
        "frequencies study.qclite --by client-group",
        "frequencies study.qclite --by respondent --coder AB -o frequencies.xlsx",
        "frequencies study.qclite --united",
    ),
)
@project_argument
@as_option
@click.option(
    "--by",
    default="site",
    show_default=True,
    help="site, client-group, respondent, support-worker-present, or the name of an attribute of the participants.",
)
@scope_options
@click.option(
    "--united", is_flag=True, help="Count all coders in scope together: what several of them coded counts once."
)
@click.option("-o", "--out", type=FILE, help="Write it to a file instead: .csv or .xlsx.")
@json_option
def frequencies(
    project: Path,
    by: str,
    *,
    scope: Scope,
    united: bool,
    out: Path | None,
    as_json: bool,
) -> None:
    """Count how often each code is used: people first, then the passages in which they say it.

    Each coder is counted apart, unless you ask for all of them together. With settled codings in use there is one
    count: those, and where nothing was decided all coders’ own.
    """
    with reading(project) as opened:
        by, patterns = by.replace("-", " "), opened.patterns
        whose = patterns.whose(scope)
        apart = [] if united else patterns.frequencies_by_coder(by, scope)
        tables = apart or [patterns.frequencies(by, scope)]
        if out is not None:
            patterns.write(out, tables)
    if as_json:
        print_json(_frequencies_dict(tables, whose))
    elif out is None:
        for line in _frequency_lines(tables, whose):
            say(line)
    if out is not None:
        tell(f"Wrote the frequencies to “{out}”.")


def _frequencies_dict(tables: list[Frequencies], whose: str) -> dict[str, Any]:
    """One table as it is, which says whose it is in words; several as a list."""
    if len(tables) == 1:
        return {**tables[0].as_dict(), "whose": f"codings of {tables[0].coder}" if tables[0].coder else whose}
    return {"tables": [table.as_dict() for table in tables]}


def _frequency_lines(tables: list[Frequencies], whose: str) -> list[str]:
    lines: list[str] = []
    for table in tables:
        told = _told(table)
        if told:
            lines += ["", f"By {table.coder}" if table.coder else _capitalised(whose), *told]
    return lines[1:] or ["No code is used yet."]


def _told(found: Frequencies) -> list[str]:
    """The codes that are used at all, a line each."""
    lines: list[str] = []
    for code, total, cells in zip(found.codes, found.totals, found.cells, strict=True):
        if total.passages:
            told = [
                f"{value or 'not known'} {cell.people} of {people}"
                for value, people, cell in zip(found.values, found.people, cells, strict=True)
                if cell.passages
            ]
            lines.append(f"   {code.name}: {counted(total.people, 'person', 'people')} ({'; '.join(told)})")
    return lines


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


@click.command(
    short_help="Count which codes come together.",
    epilog=examples(
        "co-occurrence study.qclite",
        "co-occurrence study.qclite --near turn --coder AB --json",
        "co-occurrence study.qclite --settled -o together.xlsx",
    ),
)
@project_argument
@as_option
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
