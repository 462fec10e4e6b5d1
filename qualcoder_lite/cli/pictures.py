"""The command for pictures other than that of the matrix."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from qualcoder_lite.cli.parts import (
    FILE,
    as_option,
    examples,
    print_json,
    project_argument,
    reading,
    say,
    tell,
)
from qualcoder_lite.cli.scope_options import scope_options
from qualcoder_lite.domain.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from qualcoder_lite.domain.pictures import Drawing
    from qualcoder_lite.service.project import Project
    from qualcoder_lite.service.scope import Scope


@click.command(
    short_help="Draw outcomes by site or client group, who has been heard, or how far coding is.",
    epilog=examples(
        "picture outcomes-by-site study.qclite -o outcomes.png",
        'picture outcomes-by-client-group study.qclite --outcome "Feeling safe" -o safe.svg',
        "picture coverage study.qclite",
    ),
)
@click.argument("what", type=click.Choice(["outcomes-by-site", "outcomes-by-client-group", "coverage", "progress"]))
@project_argument
@as_option
@click.option("--outcome", "outcomes", metavar="NAME", multiple=True, help="Only this outcome.")
@scope_options
@click.option(
    "-o", "--out", type=FILE, help="The file to write: .png (300 dots an inch) or .svg. Without it: in words."
)
@click.option("--json", "as_json", is_flag=True, help="Print the picture’s title and its words as JSON.")
def picture(
    what: str, project: Path, outcomes: tuple[str, ...], *, scope: Scope, out: Path | None, as_json: bool
) -> None:
    """Draw a picture, or tell in words what it shows. The heat map of the matrix is drawn by “matrix -o”.

    outcomes-by-site, outcomes-by-client-group: people for whom each outcome came about, or did not. coverage: who has
    been heard at each site from each client group, against how many are wanted. progress: how far each coder is.
    """
    with reading(project) as opened:
        drawing = _drawing(opened, what, replace(scope, codes=outcomes))
        if out is not None:
            opened.pictures.write(out, drawing)
    if as_json:
        print_json({"title": drawing.title, "words": drawing.in_words()})
    elif out is None:
        for line in drawing.in_words():
            say(line)
    if out is not None:
        tell(f"Wrote the picture to “{out}”.")


def _drawing(opened: Project, what: str, scope: Scope) -> Drawing:
    if what == "outcomes-by-site":
        return opened.pictures.outcomes("site", scope)
    if what == "outcomes-by-client-group":
        return opened.pictures.outcomes("client_group", scope)
    if what == "coverage":
        _refuse(what, scope, allowed=())
        return opened.pictures.coverage()
    _refuse(what, scope, allowed=("sites",))
    if len(scope.sites) > 1:
        raise UserError("Name one site, or none for all of them.")
    return opened.pictures.progress("".join(scope.sites))


def _refuse(what: str, scope: Scope, *, allowed: tuple[str, ...]) -> None:
    """A picture of the work is of everybody: an option that would change nothing is refused."""
    from qualcoder_lite.service.scope import Scope as Everything

    if replace(scope, **dict.fromkeys(allowed, ())) != Everything():
        besides = " but --site" if allowed else ""
        raise UserError(f"“picture {what}” shows the work of everybody. Leave out the options that narrow it{besides}.")
