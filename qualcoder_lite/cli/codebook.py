"""The command codebook: showing the codes, exporting and adding codebooks, renaming a code."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.groups import Group
from qualcoder_lite.cli.parts import (
    FILE,
    counted,
    examples,
    json_option,
    print_json,
    reading,
    say,
    sentence,
    tell_made,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path


@click.group(
    cls=Group,
    subcommand_metavar="[PROJECT | COMMAND PROJECT …]",
    epilog=examples(
        "codebook study.qclite",
        "codebook add study.qclite joint-working",
        'codebook rename study.qclite Choice "Having choices" --why "As people say it"',
    ),
)
def codebook() -> None:
    """Show a project’s codes; add a codebook; rename a code."""


@codebook.command("show")
@click.argument("project", type=FILE)
@json_option
def show(project: Path, *, as_json: bool) -> None:
    """Show all codes (the same as “codebook PROJECT”)."""
    with reading(project) as opened:
        books = opened.codebooks.all()
        changes = opened.codebooks.changes()
    if as_json:
        print_json(
            [
                {**asdict(book), "changes": [asdict(change) for change in changes if change.codebook == book.id]}
                for book in books
            ]
        )
        return
    for book in books:
        say(f"{book.title} ({book.name}, version {book.version})")
        for group in book.groups:
            say(f"\n  {group.key}  {group.name}")
            for code in group.codes:
                also = f" (also: {', '.join(code.aliases)})" if code.aliases else ""
                retired = "  [retired]" if code.retired else ""
                say(f"     {group.key}{code.key}  {code.name}{also}{retired}")
        say("")


@codebook.command("add")
@click.argument("project", type=FILE)
@click.argument("name_or_file")
def add(project: Path, name_or_file: str) -> None:
    """Add a shipped codebook, such as joint-working, or one from a file."""
    from qualcoder_lite.service.codebook.codebooks import read_codebooks

    with writing(project) as opened:
        for book in read_codebooks([name_or_file]):
            say(sentence(opened, opened.codebooks.add(book)))


@codebook.command("import")
@click.argument("project", type=FILE)
@click.argument("file")
@click.option("--why", default="", help="The reason, where the codebook is there already and changes.")
@click.option("--coder", default="", help="Who changes it.")
def import_file(project: Path, file: str, why: str, coder: str) -> None:
    """Add a codebook from a .toml, .qdc, .csv or .xlsx file.

    A codebook that is there already is changed to what the file says: words, keys, groups and new codes. What the
    file doesn’t speak of stays as it is. A .qdc file comes from another program for qualitative analysis; a table
    needs no column but “code”.
    """
    from pathlib import Path as FilePath

    from qualcoder_lite.service.codebook.codebooks import read_codebooks

    with writing(project) as opened:
        for book in read_codebooks([file], opened.codebooks.all()):
            changes = opened.codebooks.bring_in(book, file=FilePath(file).name, why=why, coder=coder)
            tell_made(changes)
            say(sentence(opened, changes) or f"{book.title} is as the file has it already; nothing was changed.")


@codebook.command("export")
@click.argument("project", type=FILE)
@click.argument("out", type=FILE)
@click.option("--codebook", "name", default="", help="Which codebook, where the project has several.")
@click.option(
    "--bom/--no-bom",
    default=True,
    show_default=True,
    help="Whether a CSV begins with the mark by which Excel knows UTF-8.",
)
@click.option("--by", "who", metavar="NAME", default="", help="Who exports, for the first page of a document.")
def export(project: Path, out: Path, name: str, who: str, *, bom: bool) -> None:
    """Write all codes to .docx, .xlsx, .csv, .toml or .qdc.

    A .toml file is for another project of this program; other programs for qualitative analysis read .qdc.
    """
    with reading(project) as opened:
        books = opened.codebooks.write(out, name, who=who, byte_order_mark=bom)
    say(f"Wrote {counted(sum(len(book.codes) for book in books), 'code')} to “{out}”.")


@codebook.command("rename")
@click.argument("project", type=FILE)
@click.argument("code")
@click.argument("new")
@click.option("--why", required=True, help="The reason, which the codebook’s history keeps.")
@click.option("--coder", default="", help="Who renames it.")
def rename(project: Path, code: str, new: str, why: str, coder: str) -> None:
    """Rename CODE to NEW; its old name stays known as an alias."""
    with writing(project) as opened:
        changes = opened.codes.rename(code, new, why=why, coder=coder)
        answer = sentence(opened, changes)
    tell_made(changes)
    say(answer)
