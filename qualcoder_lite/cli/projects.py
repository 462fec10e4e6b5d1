"""Commands about a project as a whole: new, info, details, check, backup."""

from __future__ import annotations

import shlex
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

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
    writing,
)
from qualcoder_lite.domain.project_details import USUAL_NOTICE

if TYPE_CHECKING:
    from pathlib import Path

_NOT_OK = 1


@click.command(short_help="Make a new project file.", epilog=examples('new study.qclite --title "Our study"'))
@project_argument
@click.option("--title", default="", help="What the study is called (default: the file’s name).")
@click.option(
    "--codebook",
    "codebooks",
    multiple=True,
    metavar="NAME_OR_FILE",
    help="A codebook to start with: outcomes-framework, features, joint-working, or a file. May be given several "
    "times. Default: outcomes-framework and features.",
)
def new(project: Path, title: str, codebooks: tuple[str, ...]) -> None:
    """Make a new project file, with the codebooks that it starts with."""
    from qualcoder_lite.service.codebook.codebooks import DEFAULT
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.project_name import refuse_another_kind

    refuse_another_kind(project)
    with Project.create(project, title=title, with_codebooks=codebooks or DEFAULT) as made:
        found = made.info()
    names = ", ".join(name for name, _ in found.codebooks)
    say(
        f"Made “{project}” with {counted(found.codes, 'code')} ({names}). "
        f"Next: qualcoder-lite import {shlex.quote(str(project))} …"
    )


@click.command(short_help="Say what a project holds.")
@project_argument
@as_option
@json_option
def info(project: Path, *, as_json: bool) -> None:
    """Say what a project holds: transcripts, people, codes, codings."""
    with reading(project) as opened:
        found = opened.info()
    if as_json:
        print_json(
            {
                "title": found.title,
                "uuid": found.uuid,
                "schema_version": found.schema_version,
                "codebooks": [{"name": name, "version": version} for name, version in found.codebooks],
                "transcripts": found.transcripts,
                "words": found.words,
                "turns": found.turns,
                "participants": found.participants,
                "sites": found.sites,
                "codes": found.codes,
                "codings": found.codings,
                "coders": list(found.coders),
            }
        )
        return
    say(found.title)
    say(f"  {counted(found.transcripts, 'transcript')}, {found.words:,} words, {counted(found.turns, 'turn')}")
    say(f"  {counted(found.participants, 'participant')} at {counted(found.sites, 'site')}")
    say(f"  {counted(found.codings, 'coding')} by {', '.join(found.coders) or 'nobody yet'}")
    versions = ", ".join(f"{name} (version {version})" for name, version in found.codebooks)
    say(f"  {counted(found.codes, 'code')} in {versions}")


@click.command(
    short_help="Show or change what stands on the first page of documents.",
    epilog=examples("details study.qclite", 'details study.qclite --title "Our study" --led-by "Fenmarsh University"'),
)
@project_argument
@click.option("--title", help="What the study is called.")
@click.option("--led-by", help="Who runs the study; empty for nobody.")
@click.option("--notice", help="How documents with people’s words are to be looked after; empty for the usual words.")
@json_option
def details(project: Path, title: str | None, led_by: str | None, notice: str | None, *, as_json: bool) -> None:
    """Show what a project says of itself on the first page of documents; with an option, say something else."""
    wanted = {"title": title, "led_by": led_by, "notice": notice}
    changes = {name: words for name, words in wanted.items() if words is not None}
    with writing(project) if changes else reading(project) as opened:
        if changes:
            opened.details.change(replace(opened.details.read(), **changes))
        found = opened.details.read()
    if as_json:
        print_json(asdict(found))
        return
    say(f"Title: {found.title}")
    say(f"Led by: {found.led_by or 'not said'}")
    say(f"How to look after documents: {found.notice or USUAL_NOTICE}")


@click.command()
@project_argument
@json_option
@click.pass_context
def check(context: click.Context, project: Path, *, as_json: bool) -> None:
    """Look a project over for damage. Changes nothing; the exit code is 1 when something is wrong."""
    from qualcoder_lite.domain.errors import ProjectDamagedError

    try:
        with reading(project) as opened:
            problems = opened.check()
    except ProjectDamagedError as damage:
        problems = [str(damage)]
    if as_json:
        print_json({"ok": not problems, "problems": problems})
    else:
        for problem in problems:
            tell(problem)
        if not problems:
            say(f"“{project}” is in good order.")
    if problems:
        context.exit(_NOT_OK)


@click.command(short_help="Write a copy of a project, also while it is open.")
@project_argument
@click.argument("out", type=FILE)
def backup(project: Path, out: Path) -> None:
    """Write a whole, checked copy of a project to OUT, also while somebody works in it.

    An earlier copy of the same project is replaced; any other file that is there stays, and so does a later copy.
    """
    with reading(project) as opened:
        opened.backup(out)
    say(f"Wrote a copy of “{project}” to “{out}”.")
